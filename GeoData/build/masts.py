"""Where masts stand: few that see many villages first, until every village to be covered is served.

Candidate places are the high spot beside each village, the road cell near it and the commune centres. A mast
serves the villages it sees over the relief, and the one it was placed for.
"""
import heapq

import numpy as np
from scipy.spatial import cKDTree

from metres import Local, country

CLOSE = 1000.0
KEEP_AWAY = 700.0


def candidate_places(frame, keep, relief, road_cells, centres):
    """(lon, lat, home village or -1) of every possible mast, clear of the villages that stay dark."""
    places = []
    for i in np.flatnonzero(keep):
        lon, lat = frame.lon[i], frame.lat[i]
        local = Local(lon, lat)
        places.append((*relief.high_spot(lon, lat, local), i))
        if frame.road_km[i] < 2.5:
            rlon, rlat = road_cells.nearest_cell(lon, lat)
            places.append((float(rlon), float(rlat), -1))
    places += [(lon, lat, -1) for lon, lat in centres]
    places = sorted(set((round(a, 6), round(b, 6), i) for a, b, i in places))
    dark = cKDTree(country(frame.lon[~keep], frame.lat[~keep]))
    xy = country([p[0] for p in places], [p[1] for p in places])
    return [p for p, d in zip(places, dark.query(xy)[0]) if d >= KEEP_AWAY or p[2] >= 0]


def seen(relief, local, eye, lon, lat, tolerance=22.0):
    """Which places the mast sees: one path of 100 m steps each."""
    x, y = local.xy(lon, lat)
    distance = np.hypot(x, y)
    t = np.linspace(0.02, 1.0, 64)
    ground = relief.height(*local.lonlat(np.outer(x, t), np.outer(y, t)))
    d = np.maximum(np.outer(distance, t), 1.0)
    angle = (ground - d ** 2 / 16989333.0 - eye) / d
    last = (ground[:, -1] + tolerance - distance ** 2 / 16989333.0 - eye) / np.maximum(distance, 1.0)
    return last >= angle[:, :-1].max(axis=1), distance


def place(frame, keep, relief, road_cells, centres, seed):
    """Masts as dictionaries: lon, lat, height, macro, serves (village rows)."""
    random = np.random.default_rng(seed)
    places = candidate_places(frame, keep, relief, road_cells, centres)
    rows = np.flatnonzero(keep)
    tree = cKDTree(country(frame.lon[rows], frame.lat[rows]))
    options = []
    for lon, lat, home in places:
        macro = bool(random.random() < 0.5)
        height = float(random.choice([30, 36, 42, 45]))
        near = rows[sorted(tree.query_ball_point(country([lon], [lat])[0], 6500 if macro else 3300))]
        serves = []
        if len(near):
            local = Local(lon, lat)
            eye = float(relief.height([lon], [lat])[0]) + height
            clear, distance = seen(relief, local, eye, frame.lon.to_numpy()[near], frame.lat.to_numpy()[near])
            limit = 6000.0 if macro else 3000.0
            serves = near[(clear & (distance < limit)) | (distance < CLOSE)].tolist()
        if home >= 0 and home not in serves:
            serves.append(int(home))
        if serves:
            options.append({"lon": lon, "lat": lat, "height": height, "macro": macro, "home": int(home), "serves": serves})
    left, chosen = set(rows.tolist()), []
    heap = [(-len(o["serves"]), n) for n, o in enumerate(options)]
    heapq.heapify(heap)
    while left:
        gain, n = heapq.heappop(heap)
        now = len(left.intersection(options[n]["serves"]))
        if not now:
            continue
        if now < -gain:
            heapq.heappush(heap, (-now, n))
            continue
        chosen.append({**options[n], "first": sorted(left.intersection(options[n]["serves"]))})
        left.difference_update(options[n]["serves"])
    return chosen
