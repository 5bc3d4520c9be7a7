#!/usr/bin/env python3
"""Count GeoData again with geopandas alone; shares no code with the build. Exits 1 when a promise is broken.

python3 GeoData/build/verify.py [GEODATA_FOLDER]
"""
import hashlib
import pathlib
import re
import sys

import geopandas
import numpy as np
import pandas
import shapely
from pyproj import Geod

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
GEOD = Geod(ellps="WGS84")
broken = []


def show(what, value, expected=None):
    good = expected is None or (expected(value) if callable(expected) else value == expected)
    print(f"{'  ' if good else '! '}{what}: {value}")
    if not good:
        broken.append(what)


def points(folder, name):
    frame = pandas.read_csv(ROOT / folder / name, dtype={"commune_code": str, "province_code": str}, keep_default_na=False)
    return geopandas.GeoDataFrame(frame, geometry=geopandas.points_from_xy(frame.lon, frame.lat), crs="EPSG:4326")


def national():
    folder = "samples/vietnam-2022"
    villages, sites = points(folder, "villages.csv"), points(folder, "sites.csv")
    prints = geopandas.read_file(ROOT / folder / "footprints.fgb")
    hits = villages.sjoin(prints, predicate="within")
    count = hits.groupby(level=0).size().reindex(villages.index, fill_value=0)
    rest = villages[count == 0]
    grid = rest[rest.electricity == "grid"]
    show("villages", len(villages), 2418)
    show("in a footprint", int((count > 0).sum()), 2152)
    show("in none", len(rest), 266)
    show("  electricity none", int((rest.electricity == "none").sum()), 148)
    show("  electricity grid", len(grid), 118)
    show("    under 50 households", int((grid.households < 50).sum()), 50)
    show("ids unique", villages.id.is_unique and sites.id.is_unique and prints.id.is_unique, True)
    show("GeoNames ids unique", villages.source_id.is_unique, True)
    area = geopandas.read_file(ROOT / "admin/provinces-34.geojson")
    inside = villages.sjoin(area, predicate="within")
    show("inside a province polygon", inside.index.nunique(), 2418)
    show("  in the polygon of another province than the code says (simplified borders)",
         int((inside.province_code != inside.code).sum()))
    flat = prints.to_crs(32648).boundary
    near = [villages.to_crs(32648).sindex.query(flat.values, predicate="dwithin", distance=500)]
    smallest = 1e9
    for p, v in zip(*near[0]):
        point = villages.geometry.iloc[v]
        edge = shapely.get_coordinates(shapely.segmentize(prints.geometry.iloc[p].boundary, 0.00005))
        close = edge[np.abs(edge - [point.x, point.y]).max(axis=1) < 0.006]
        if len(close):
            d = GEOD.inv(np.full(len(close), point.x), np.full(len(close), point.y), close[:, 0], close[:, 1])[2].min()
            smallest = min(smallest, float(d))
    show("smallest distance of a village to an edge, m", round(smallest, 1), lambda v: v >= 30)
    show("footprints", len(prints), lambda n: 700 <= n <= 2500)
    show("  by technology", prints.technology.value_counts().sort_index().to_dict())
    show("  by operator", prints.operator.value_counts().sort_index().to_dict())
    show("  valid", bool(prints.is_valid.all()), True)
    holes = [sum(len(p.interiors) for p in shapely.get_parts(g)) for g in prints.geometry]
    show("  with holes", int(np.count_nonzero(holes)))
    show("  multipart", int((shapely.get_num_geometries(prints.geometry.values) > 1).sum()))
    corners = shapely.get_num_coordinates(prints.geometry.values)
    show("  vertices: least, median, most", [int(v) for v in (corners.min(), np.median(corners), corners.max())],
         lambda v: v[0] >= 40 and v[2] <= 120)
    one = hits[hits.index.map(count) == 1]
    show("villages in exactly one footprint", len(one))
    show("footprints whose removal changes the count", one.id_right.nunique(), lambda n: n >= 3)
    shared = hits.groupby(level=0).operator.nunique().value_counts().sort_index()
    show("covered villages by number of operators", shared.to_dict())
    show("sites", len(sites))
    pairs = {(r.id, t) for r in sites.itertuples() for t in r.technology.split(";")}
    show("footprint for every site and technology", pairs == set(zip(prints.site_id, prints.technology)), True)
    place = sites.set_index("id").geometry
    for technology, limit in (("2G", 12500), ("3G", 6600), ("4G", 6600)):
        reach = []
        for r in prints[prints.technology == technology].itertuples():
            c, o = shapely.get_coordinates(r.geometry), place[r.site_id]
            reach.append(GEOD.inv(np.full(len(c), o.x), np.full(len(c), o.y), c[:, 0], c[:, 1])[2].max())
        show(f"  {technology} range km: median, most", [round(float(f(reach)) / 1000, 1) for f in (np.median, np.max)],
             lambda v: v[1] * 1000 <= limit)
    show("mean population; of the rest", [round(villages.population.mean()), round(rest.population.mean())])
    show("provinces", villages.province.nunique())


def province():
    folder = "samples/tuyen-quang"
    villages, sites, spots = (points(folder, f"{n}.csv") for n in ("villages", "sites", "candidates"))
    communes = geopandas.read_file(ROOT / folder / "communes.geojson")
    roads = geopandas.read_file(ROOT / folder / "roads.fgb").to_crs(32648)
    show("villages", len(villages), 2087)
    outside = villages[~villages.index.isin(villages.sjoin(communes, predicate="within").index)]
    show("  outside the communes (on the border, under a metre)", outside.id.tolist(), lambda v: len(v) <= 1)
    show("  electricity none", int((villages.electricity == "none").sum()))
    show("  population", int(villages.population.sum()))
    active = sites[sites.status == "active"]

    def nearest(frame, x, y):
        return GEOD.inv(np.full(len(frame), x), np.full(len(frame), y), frame.lon.values, frame.lat.values)[2].min()
    distance = np.array([nearest(active, p.x, p.y) for p in villages.geometry])
    on_tile = villages.terrain_tile == "N21E105"
    show("communes; villages on the tile", [int((communes.terrain_tile == "N21E105").sum()), int(on_tile.sum())], [22, 453])
    dark = villages[(distance > 4000) & (villages.lat > 22)]
    show("north of the tile, outside all 4 km discs", f"{len(dark)} = {len(dark) / (villages.lat > 22).sum():.2%}",
         lambda v: 0.015 < len(dark) / (villages.lat > 22).sum() < 0.035)
    show("  dark and outside the communes", int(outside.index.isin(dark.index).sum()), 0)
    show("  distance from the 4 km line, m (nearest village)", round(float(np.abs(distance[villages.lat > 22] - 4000).min()), 1), lambda v: v > 20)
    show("sites; active; mast places", [len(sites), len(active), sites.groupby(["lon", "lat"]).ngroups])
    show("  inside the communes", sites.sjoin(communes, predicate="intersects").index.nunique(), len(sites))
    show("  technologies", sites.technology.value_counts().to_dict())
    show("  bytes", (ROOT / folder / "sites.csv").stat().st_size, lambda n: n <= 400_000)
    show("candidates", len(spots), lambda n: 150 <= n <= 400)
    reached = np.array([nearest(spots, p.x, p.y) <= 4000 for p in dark.geometry])
    show("dark villages that no candidate reaches", dark.id[~reached].tolist(), lambda v: 2 <= len(v) <= 4)
    off = np.array([roads.distance(p).min() for p in dark.to_crs(32648).geometry])
    show("  their distance to a road, m", off[~reached].round().astype(int).tolist(), lambda v: min(v) > 2000)
    show("dark villages with a road within 2 km", int((off <= 2000).sum()))


def page():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", text, re.M))
    files = {str(p.relative_to(ROOT)) for d in ("admin", "samples", "rules", "lists") for p in (ROOT / d).rglob("*") if p.is_file()}
    show("files without a row, rows without a file", sorted(files ^ set(rows)), [])
    show("wrong hashes", [n for n in sorted(files & set(rows))
                          if hashlib.sha256((ROOT / n).read_bytes()).hexdigest() != rows[n]], [])
    show("bytes in all", sum(p.stat().st_size for p in ROOT.rglob("*") if p.is_file()), lambda n: n < 18_000_000)
    show("communes", len(geopandas.read_file(ROOT / "admin/communes-2025.fgb")), 3321)
    zones = pandas.read_csv(ROOT / "admin/vn2000-zones.csv")
    show("VN-2000 zones", len(zones), 63)
    for name in ("provinces-34", "provinces-63"):
        show(name + " valid", bool(geopandas.read_file(ROOT / f"admin/{name}.geojson").is_valid.all()), True)


for title, part in (("vietnam-2022", national), ("tuyen-quang", province), ("all", page)):
    print(title)
    part()
sys.exit(1 if broken else 0)
