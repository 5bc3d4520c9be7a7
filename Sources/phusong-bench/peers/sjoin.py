"""The join of `phusong-bench gaps` in Python: geopandas sjoin, and shapely's STRtree alone.

Started by the benchmark with the GeoPackage that it wrote (layers villages and footprints). Takes one word a line from stdin and answers
each with one line of JSON, so that both programs take turns on one machine:

  read        read both layers again
  within      geopandas.sjoin(villages, footprints, predicate="within"): geopandas' fast way, points on an edge left out
  intersects  geopandas.sjoin(villages, footprints, predicate="intersects"): points on an edge included
  query       shapely.STRtree(villages).query(footprints, "contains"): the same without any table around it

Each join builds its index anew, inside its time. Run by hand: echo within | python3 sjoin.py data.gpkg
"""

import json
import sys
import time


def say(**fields):
    print(json.dumps(fields), flush=True)


def peak_bytes():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return None


def checksum(numpy, points, polygons):
    """The sum over all pairs that the benchmark computes too, modulo 2^64."""
    mixed = (points.astype(numpy.uint64) + numpy.uint64(1)) * numpy.uint64(0x9E3779B97F4A7C15)
    mixed += (polygons.astype(numpy.uint64) + numpy.uint64(1)) * numpy.uint64(0xBF58476D1CE4E5B9)
    return str(int((mixed ^ (mixed >> numpy.uint64(29))).sum(dtype=numpy.uint64)))


def main():
    try:
        import geopandas
        import numpy
        import shapely
    except ImportError as error:
        say(missing=error.name)
        return
    say(versions=f"geopandas {geopandas.__version__}, shapely {shapely.__version__}, GEOS {shapely.geos_version_string}")
    path = sys.argv[1]

    def read():
        return [geopandas.read_file(path, layer=layer) for layer in ("villages", "footprints")]

    def unindexed(frame):
        return geopandas.GeoDataFrame(geometry=frame.geometry.values.copy(), crs=frame.crs)

    villages, footprints = read()
    for line in sys.stdin:
        task = line.strip()
        left, right = unindexed(villages), unindexed(footprints)
        start = time.perf_counter()
        if task == "read":
            villages, footprints = read()
            say(seconds=time.perf_counter() - start, peakBytes=peak_bytes())
            continue
        if task == "query":
            polygons, points = shapely.STRtree(left.geometry.values._data).query(right.geometry.values._data, predicate="contains")
            seconds = time.perf_counter() - start
        else:
            joined = geopandas.sjoin(left, right, predicate=task)
            seconds = time.perf_counter() - start
            points, polygons = joined.index.to_numpy(), joined["index_right"].to_numpy()
        say(seconds=seconds, pairs=len(points), checksum=checksum(numpy, points, polygons), peakBytes=peak_bytes())


if __name__ == "__main__":
    main()
