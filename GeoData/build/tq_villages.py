"""Tuyên Quang: the known villages, with synthetic people and the few named villages without grid."""
import numpy as np
import pandas

from text import fold, fold_without_unit, nfc, village_ids

OFFICIAL = 3802
MEAN_PEOPLE = 490
LEAST_LIKELY = 2500  # ten communes of 35 to 152 km² have fewer people in the source: taken as its error


def load(source):
    """Known villages without the flagged duplicates, in id order."""
    frame = pandas.read_csv(source / "demo_tuyen_quang/villages_geonames.csv",
                            dtype={"ward_code": str, "province_code": str})
    frame = frame[~frame.dup].sort_values(["ward_code", "geonameid"]).reset_index(drop=True)
    frame["name"] = frame.name.map(nfc)
    frame["id"] = village_ids(frame.ward_code, frame.name)
    return frame


def split(total, weights):
    """Whole numbers in proportion to the weights that add up to the total."""
    exact = weights / weights.sum() * total
    counts = np.floor(exact).astype(int)
    for i in np.argsort(-(exact - counts), kind="stable")[:total - counts.sum()]:
        counts[i] += 1
    return counts


def people(frame, population, seed):
    """Population and households: the commune's people × known / official villages, split log-normally."""
    random = np.random.default_rng(seed)
    known = len(frame) / OFFICIAL
    result = np.zeros(len(frame), int)
    for code, rows in frame.groupby("ward_code", sort=True).groups.items():
        rows = np.asarray(rows)
        total = population[code]
        total = MEAN_PEOPLE * len(rows) if np.isnan(total) or total < LEAST_LIKELY else total * known
        result[rows] = split(int(round(total)), random.lognormal(0, 0.55, len(rows)))
    households = np.maximum(1, np.round(result / np.clip(random.normal(4.4, 0.35, len(frame)), 3.4, 5.6))).astype(int)
    return result, households


def electricity(source, frame):
    """`none` where a named village without grid is known, else `grid`; and who matched what."""
    listed = pandas.read_csv(source / "deadzones/no_grid_villages_tuyen_quang_2026-01.csv")
    keys = {(fold_without_unit(n), fold(w)): i for i, (n, w) in enumerate(zip(frame.name, frame.ward))}
    result, matches = np.full(len(frame), "grid", object), []
    for r in listed.itertuples():
        i = keys.get((fold_without_unit(nfc(r.village)), fold(nfc(r.new_commune))))
        if i is not None:
            result[i] = "none"
            matches.append((nfc(r.village), nfc(r.new_commune), frame.id[i]))
    return result, matches
