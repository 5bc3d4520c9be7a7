"""Which 266 of the 2,418 stay without signal, and who has electricity and how many people.

The places that remain are the least rewarding ones: whole groups of neighbours (1.5 km) that are far from roads,
high, and far from everything else on the list. Groups stay together, since one mast would serve all of a group.
The official split of the 266: 148 without usable grid; of the others 50 have fewer than 50 households.
"""
import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from metres import country

TOTAL, NO_GRID, SMALL_GRID = 266, 148, 50


def pick(frame):
    """Boolean array: the 266."""
    xy = country(frame.lon, frame.lat)
    tree = cKDTree(xy)
    pairs = tree.query_pairs(1500, output_type="ndarray")
    n = len(frame)
    _, group = connected_components(
        coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(n, n)), directed=False)
    alone = tree.query(xy, k=4)[0][:, 3]
    score = frame.score.to_numpy() + 0.6 * np.minimum(alone, 9000) / 9000
    size = np.bincount(group)
    mean = np.bincount(group, score) / size
    province = frame.province_code.to_numpy()
    share = {p: max(1, round(TOTAL * (province == p).sum() / n)) for p in sorted(set(province))}
    chosen, used = np.zeros(n, bool), {p: 0 for p in share}
    order = sorted(set(group), key=lambda g: (-mean[g], int(np.flatnonzero(group == g)[0])))
    for limit in (True, False):
        for g in order:
            members = np.flatnonzero(group == g)
            p = province[members[0]]
            if chosen[members[0]] or size[g] > 5 or chosen.sum() + size[g] > TOTAL:
                continue
            if limit and used[p] + size[g] > share[p]:
                continue
            chosen[members] = True
            used[p] += size[g]
    assert chosen.sum() == TOTAL
    return chosen


def attributes(frame, chosen, seed):
    """Synthetic households, population, electricity, in row order."""
    random = np.random.default_rng(seed)
    n = len(frame)
    people = random.lognormal(np.log(430) - 0.5 * 0.62 ** 2 + 0.21, 0.62, n)
    persons = np.clip(random.normal(4.4, 0.35, n), 3.4, 5.6)
    households = np.maximum(12, np.round(people / persons)).astype(int)
    electricity = np.where(random.random(n) < 0.03, "none", "grid").astype(object)
    rest = np.flatnonzero(chosen)
    # Grid lines follow roads, so the farthest from roads are the ones without power.
    far = rest[np.argsort(-(frame.road_km.to_numpy()[rest] + random.normal(0, 0.8, len(rest))), kind="stable")]
    dark, lit = far[:NO_GRID], far[NO_GRID:]
    electricity[dark], electricity[lit] = "none", "grid"
    households[dark] = np.clip(np.round(random.lognormal(np.log(46), 0.5, len(dark))), 12, 160)
    households[lit] = np.clip(np.round(50 + random.lognormal(np.log(22), 0.7, len(lit))), 50, 180)
    small = random.permutation(lit)[:SMALL_GRID]
    households[small] = np.clip(np.round(random.normal(34, 8, SMALL_GRID)), 14, 49)
    return households, np.round(households * persons).astype(int), electricity
