"""Candidate places for new masts in Tuyên Quang.

Each village outside the discs offers its own place, moved to the nearest road within 2 km where there is one, and
high spots nearby; so do, on the terrain tile, the villages farthest from a mast, for it takes a prediction to say which of them
are dark. Villages that hang on one or two mast places offer the road next to them and a high spot. Three villages without a
road within 2 km are left without any candidate in reach on purpose, so that a plan has something to call unreachable.
"""
import numpy as np
from scipy.spatial import cKDTree

from tq_ground import geodesic, metres

REACH, ROAD_LIMIT, UNREACHABLE, FARTHEST, MOST = 4000.0, 2000.0, 3, 50, 380


def left_out(villages, dark, road):
    """The villages farthest from roads that have no dark neighbour within twice the reach, where possible."""
    rows = np.flatnonzero(dark & (road > ROAD_LIMIT))
    xy = metres(villages.lon[dark], villages.lat[dark])
    tree = cKDTree(xy)
    alone = {r: tree.query(metres([villages.lon[r]], [villages.lat[r]])[0], k=2)[0][1] for r in rows}
    order = sorted(rows, key=lambda r: (alone[r] < 8000, -road[r], r))
    return [int(r) for r in order[:UNREACHABLE]]


def build(villages, dark, on_tile, electricity, places, ground, roads):
    """Candidate rows and the rows of the villages left unreachable."""
    lons, lats = villages.lon.to_numpy(), villages.lat.to_numpy()
    road = np.array([roads.nearest(a, b)[2] for a, b in zip(lons, lats)])
    out = left_out(villages, dark, road)
    result, taken = [], []

    def add(lon, lat, v, kind, height):
        lon, lat = round(lon, 6), round(lat, 6)
        if len(out) and geodesic(lon, lat, lons[out], lats[out]).min() <= REACH + 60:
            return
        if taken and geodesic(lon, lat, [t[0] for t in taken], [t[1] for t in taken]).min() < 250:
            return
        taken.append((lon, lat))
        off = roads.nearest(lon, lat)[2]
        result.append({
            "id": f"C{len(result) + 1:03d}", "name": f"{villages.name[v]}: {kind}", "lon": lon, "lat": lat,
            "mast_height_m": height, "power": "solar" if electricity[v] == "none" or off > ROAD_LIMIT else "grid",
            "cost_vnd": None, "near_village_id": villages.id[v], "distance_to_road_m": int(round(off)), "synthetic": True})

    tree = cKDTree(metres([p[0] for p in places], [p[1] for p in places]))
    xy = metres(lons, lats)
    away = np.where(on_tile & ~dark, tree.query(xy)[0], -1)
    farthest = [int(v) for v in np.argsort(-away, kind="stable")[:FARTHEST]]
    for v in [int(v) for v in np.flatnonzero(dark)] + farthest:
        if v in out:
            continue
        if road[v] <= ROAD_LIMIT:
            add(*roads.nearest(lons[v], lats[v])[:2], v, "road", 45)
        add(lons[v], lats[v], v, "village", 45)
        for radius in (1200, 2600, 3500):
            add(*ground.high_spot(lons[v], lats[v], radius), v, "high spot", 30)
    count = [len(n) for n in tree.query_ball_point(xy, REACH)]
    thin = [v for v in np.argsort(count, kind="stable") if not dark[v] and 1 <= count[v] <= 2]
    for v in thin:
        if len(result) < MOST and road[v] <= ROAD_LIMIT:
            add(*roads.nearest(lons[v], lats[v])[:2], v, "road", 45)
        if len(result) < MOST:
            add(*ground.high_spot(lons[v], lats[v], 1500), v, "high spot", 30)
    return result, out
