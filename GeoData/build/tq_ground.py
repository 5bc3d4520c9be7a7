"""Tuyên Quang ground: the SRTM tile south of 22° N, spot heights north of it, and the roads."""
import geopandas
import numpy as np
import pandas
import shapely
from PIL import Image
from pyproj import Geod, Transformer
from scipy.spatial import cKDTree

GEOD = Geod(ellps="WGS84")
TO_METRES = Transformer.from_crs(4326, 32648, always_xy=True)
TO_DEGREES = Transformer.from_crs(32648, 4326, always_xy=True)
CELL, WEST, NORTH = 1 / 1200, 105.0, 22.0


def metres(lon, lat):
    """UTM 48N, true to 0.05 % here; distances that decide a verdict are geodesic."""
    return np.column_stack(TO_METRES.transform(np.asarray(lon, float), np.asarray(lat, float)))


class Ground:
    """High spots near a place."""

    def __init__(self, source):
        self.tile = np.array(Image.open(source / "dem/N21E105_srtm3_voidfilled.tif"))
        spots = pandas.read_csv(source / "demo_tuyen_quang/spot_elevations.csv")
        spots = spots[spots.dem > -100].sort_values("geonameid")
        self.spots = spots[["lon", "lat", "dem"]].to_numpy(float)
        self.tree = cKDTree(metres(spots.lon, spots.lat))

    def high_spot(self, lon, lat, radius):
        """Highest known point within the radius; the place itself where nothing is known."""
        col, row = round((lon - WEST) / CELL), round((NORTH - lat) / CELL)
        if 8 <= row < 1193 and 8 <= col < 1193:
            reach = int(radius / 92)
            best = (-1e9, lon, lat)
            for r in range(row - reach, row + reach + 1):
                for c in range(col - reach, col + reach + 1):
                    if 0 <= r <= 1200 and 0 <= c <= 1200 and (r - row) ** 2 + (c - col) ** 2 <= reach ** 2:
                        best = max(best, (float(self.tile[r, c]), WEST + c * CELL, NORTH - r * CELL))
            return best[1], best[2]
        near = self.tree.query_ball_point(metres([lon], [lat])[0], radius)
        if not near:
            return lon, lat
        best = max(near, key=lambda n: (self.spots[n, 2], n))
        return float(self.spots[best, 0]), float(self.spots[best, 1])


class Roads:
    """Nearest road point, and points along all roads."""

    def __init__(self, source):
        frame = geopandas.read_file(source / "demo_tuyen_quang/osm_roads_2018.fgb")
        self.lines = shapely.transform(frame.geometry.values, lambda p: metres(p[:, 0], p[:, 1]))
        self.tree = shapely.STRtree(self.lines)

    def nearest(self, lon, lat):
        """(lon, lat, metres) of the nearest point on a road."""
        point = shapely.Point(metres([lon], [lat])[0])
        line = self.lines[self.tree.nearest(point)]
        on = line.interpolate(line.project(point))
        rlon, rlat = TO_DEGREES.transform(on.x, on.y)
        return float(rlon), float(rlat), float(point.distance(on))

    def points(self, every):
        """Points along every road, sorted."""
        xy = np.vstack([[(p.x, p.y) for p in (line.interpolate(d) for d in np.arange(every / 2, line.length, every))]
                        for line in self.lines if line.length > every / 2])
        lon, lat = TO_DEGREES.transform(xy[:, 0], xy[:, 1])
        return sorted(set(zip(np.round(lon, 6).tolist(), np.round(lat, 6).tolist())))


def geodesic(lon, lat, lons, lats):
    """Metres from one place to many."""
    lons = np.asarray(lons, float)
    return GEOD.inv(np.full(len(lons), lon), np.full(len(lons), lat), lons, np.asarray(lats, float))[2]
