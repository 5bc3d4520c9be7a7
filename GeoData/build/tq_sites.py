"""Tuyên Quang masts: commune centres and roads first, thinned until 2.4 % of the villages stay without signal.

Where there is terrain, signal is what the program predicts (`phusong gaps` on the 22 communes of the tile); elsewhere it is a disc of 4 km.
No tower list is open, but for one site. Its place is real; what it carries is assumed.
"""
import heapq

import numpy as np
import shapely
from scipy.spatial import cKDTree

from tq_ground import geodesic, metres

DISC, SLACK = 4000.0, 30.0
DARK_SHARE = 0.024
BTS_PER_THOUSAND, BTS_PER_MAST = 1.7, 2.1
# The first masts on the terrain tile that stay. With 270 the prediction leaves 11 of the 453 villages (2.4 %) dark, with 330 10, with 240 14.
MASTS_ON_TILE = 270
REAL = {"id": "TQG0327-12", "lon": 105.34808, "lat": 22.62924}
OPERATORS, SHORT, OWNER = ("viettel", "vnpt", "mobifone"), ("VT", "VN", "MF"), (0.5, 0.29, 0.21)
BAND_5G = {"viettel": "2600", "vnpt": "3700", "mobifone": "3900"}


def spread(places, gap):
    """Keep places at least `gap` metres from every earlier one."""
    xy, kept, grid = metres([p[0] for p in places], [p[1] for p in places]), [], {}
    for n, (x, y) in enumerate(xy.tolist()):
        cell = (int(x // gap), int(y // gap))
        near = [m for i in (-1, 0, 1) for j in (-1, 0, 1) for m in grid.get((cell[0] + i, cell[1] + j), [])]
        if all((xy[m][0] - x) ** 2 + (xy[m][1] - y) ** 2 >= gap * gap for m in near):
            grid.setdefault(cell, []).append(n)
            kept.append(places[n])
    return kept


def masts(villages, households, communes, ground, roads, seed):
    """Mast places (lon, lat), and which villages they leave outside all discs."""
    random = np.random.default_rng(seed)
    lons, lats = villages.lon.to_numpy(), villages.lat.to_numpy()
    tree = cKDTree(metres(lons, lats))
    dark_count = round(DARK_SHARE * len(villages))

    def reach(place, limit):
        near = np.array(sorted(tree.query_ball_point(metres([place[0]], [place[1]])[0], limit + 60)), int)
        return near[geodesic(*place, lons[near], lats[near]) <= limit] if len(near) else near
    centres = [(round(a, 6), round(b, 6)) for a, b in zip(communes.centre_lon, communes.centre_lat)]
    raw = centres + roads.points(1500) + list(zip(lons.tolist(), lats.tolist()))
    kind = np.repeat([0, 1, 2], [len(centres), len(raw) - len(centres) - len(villages), len(villages)])
    snapped = [tuple(round(v, 6) for v in ground.high_spot(*p, 650)) for p in raw]
    first = {}
    for n, p in enumerate(snapped):
        first.setdefault(p, n)
    # A place that holds a village on the edge of its disc would make a verdict that hangs on metres: not used.
    inner = communes.union_all()
    shapely.prepare(inner)
    options = [(p, int(kind[n])) for p, n in first.items() if shapely.contains_xy(inner, *p)]
    options = [(p, k) for p, k in options if len(reach(p, DISC + SLACK)) == len(reach(p, DISC - SLACK))]
    sets = [set(reach(p, DISC).tolist()) for p, _ in options]

    # Villages far from roads and with few households are served last.
    road = np.array([roads.nearest(a, b)[2] for a, b in zip(lons, lats)])
    value = (households + 20) / (1 + road / 1500)
    # Served before all others: places on the edge of the real site's disc, and the one just outside the communes.
    chosen = [(REAL["lon"], REAL["lat"])]
    edge = np.setdiff1d(reach(chosen[0], DISC + SLACK), reach(chosen[0], DISC - SLACK))
    value[edge] = value[~shapely.contains_xy(inner, lons, lats)] = 1e6
    left = set(range(len(villages)))
    left -= set(reach(chosen[0], DISC - SLACK).tolist())

    def gain(n):
        return sum(value[v] for v in sorted(sets[n] & left)) * (4 if options[n][1] == 0 else 1)
    heap = [(-gain(n), n) for n in range(len(options)) if sets[n]]
    heapq.heapify(heap)
    while len(left) > dark_count:
        old, n = heapq.heappop(heap)
        now = gain(n)
        if now <= 0 or len(left - sets[n]) < dark_count:
            continue
        if now < -old - 1e-9:
            heapq.heappush(heap, (-now, n))
            continue
        chosen.append(options[n][0])
        left -= sets[n]
    dark = np.zeros(len(villages), bool)
    dark[sorted(left)] = True
    needed = len(chosen)

    # The other masts add capacity where people live, and change no verdict.
    total = int(round(communes.population.fillna(0).sum() / 1000 * BTS_PER_THOUSAND / BTS_PER_MAST))
    safe = [n for n in range(len(options)) if sets[n] and not sets[n] & left]
    weight = np.array([sum(households[v] for v in sorted(sets[n])) for n in safe], float)
    order = np.argsort(random.exponential(size=len(safe)) / weight, kind="stable")
    pool = spread(chosen + [options[safe[i]][0] for i in order], 450)
    extra = [p for p in pool if p not in set(chosen)][:max(0, total - needed)]
    return chosen + extra, dark, needed


def thinned(places, tile):
    """Whether each mast stays: all of them off the tile, the first ones on it."""
    inside = shapely.contains_xy(tile, *np.array(places).T)
    return ~inside | (np.cumsum(inside) <= MASTS_ON_TILE)


def rows(places, stays, communes_of, seed):
    """One row per BTS: operator at a mast with what it carries on 2026-11-01 (2G is off)."""
    random = np.random.default_rng(seed + 1)
    result = []
    for n, (lon, lat) in enumerate(places):
        real = n == 0
        count = 1 if real else int(random.choice([1, 2, 3], p=(0.22, 0.46, 0.32)))
        owners = [0] if real else random.choice(3, count, replace=False, p=OWNER)
        height = int(random.choice([30, 42, 45, 60], p=(0.2, 0.4, 0.3, 0.1)))
        for owner in sorted(int(o) for o in owners):
            # A mast that goes takes its draws with it, so that the others stay what they are.
            operator, draw = OPERATORS[owner], random.random()
            town = communes_of[n] == "phường"
            technology, band = ("3G;4G", "2100;1800") if draw < 0.42 else ("4G", "1800")
            if town and draw > 0.72:
                technology, band = "4G;5G", "1800;" + BAND_5G[operator]
            start = int(random.integers(0, 24)) * 5
            azimuths = [start, start + 120, start + 240] if random.random() < 0.85 else [start, start + 180]
            result.append({
                "id": REAL["id"] if real else f"TQ-{n:04d}-{SHORT[owner]}", "operator": operator, "lon": lon, "lat": lat,
                "technology": "4G" if real else technology, "band_mhz": "1800" if real else band, "power_dbm": 46,
                "mast_height_m": 45 if real else height, "azimuth_deg": "" if real else ";".join(map(str, azimuths)),
                "tilt_deg": 0 if real else int(random.integers(0, 5)), "antenna": "omni" if real else "sector-65",
                "status": "active", "confidential": False if real else bool(random.random() < 0.04),
                "synthetic": not real,
                "source": "hdndtuyenquang.gov.vn 2022: place, operator and 4G stated; band, power, height, antenna, status assumed"
                          if real else "placed by rule",
            })
    result = [r for r in result if stays[places.index((r["lon"], r["lat"]))]]
    # A few BTS at masts of several operators are planned or switched off; another one there stays active.
    shared = [i for i in range(1, len(result)) if result[i]["lon"] == result[i - 1]["lon"]
              and result[i]["lat"] == result[i - 1]["lat"] and i > 1]
    for order, i in enumerate(sorted(random.choice(shared, 24, replace=False).tolist())):
        result[i]["status"] = "planned" if order % 2 else "off"
    return result
