"""Which 2,418 real places stand for the list of 2021, whose official rows are not public.

Rule. Take GeoNames populated places (PPL, PPLL, PPLF) that have a 2025 commune, are not flagged as duplicates,
lie inside the province outlines and 300 m or more from any earlier one. A commune is remote when it is
mountainous (median height of its places at least 300 m), or on the land border (touches the national outline,
median at least 100 m), or an island (a special zone). In a remote commune a place counts when it is 0.5 km or
more from any road cell. Provinces share the 2,418 by the square root of what they have, so that the province
with the emptiest road map does not take all; inside a province the highest score wins: distance to road,
height, border, island.
"""
import geopandas
import numpy as np
import pandas
import shapely
from scipy.spatial import cKDTree

from metres import country
from text import fold, nfc


def places(source):
    """Every usable populated place, one row per place, in GeoNames order."""
    frame = pandas.read_csv(source / "places/vn_populated_places_geonames_2020_with_2025_codes.csv.gz",
                            dtype={"ward_code": str, "province_code": str})
    frame = frame[~frame.dup & frame.fcode.isin(["PPL", "PPLL", "PPLF"]) & frame.ward_code.notna()
                  & (frame.srtm_elev_m > -100)].sort_values("geonameid")
    frame = frame[[bool(fold(n)) for n in frame.name]]
    frame["name"] = frame.name.map(nfc)
    return frame.reset_index(drop=True)


def thinned(frame, metres):
    """Drop places nearer than `metres` to an earlier kept one: likely the same place twice."""
    tree = cKDTree(country(frame.lon, frame.lat))
    dropped = np.zeros(len(frame), bool)
    for i, j in sorted(map(tuple, tree.query_pairs(metres, output_type="ndarray").tolist())):
        if not dropped[min(i, j)]:
            dropped[max(i, j)] = True
    return frame[~dropped].reset_index(drop=True)


def shares(available, total):
    """Split `total` over groups by the square root of their size, never above it."""
    left, result = dict(available), {k: 0 for k in available}
    while sum(result.values()) < total and left:
        need = total - sum(result.values())
        weight = {k: np.sqrt(available[k]) for k in left}
        unit = need / sum(weight.values())
        given = {k: min(int(unit * weight[k]), available[k] - result[k]) for k in left}
        if not any(given.values()):
            for k in sorted(left, key=lambda k: (-weight[k], k))[:need]:
                given[k] = 1
        for k, n in given.items():
            result[k] += n
            if result[k] == available[k]:
                left.pop(k)
    return result


def choose(source, road_cells, total=2418):
    """The chosen places with `road_km`, `score`, `border`, `island`."""
    frame = places(source)
    median = frame.groupby("ward_code").srtm_elev_m.median()
    provinces = geopandas.read_file(source / "boundaries_34/vn_provinces_34_simplified.geojson")
    outline = provinces.union_all()
    communes = geopandas.read_file(source / "boundaries_34/vn_communes_2025_light.fgb").set_index("code")
    edge = outline.boundary
    shapely.prepare(edge)
    touches = dict(zip(communes.index, shapely.dwithin(communes.geometry.values, edge, 0.01)))
    island = communes.fullName.map(nfc).str.startswith("Đặc khu").to_dict()
    shapely.prepare(outline)
    inner = outline.buffer(-0.0005)
    shapely.prepare(inner)
    frame = frame[shapely.contains_xy(inner, frame.lon.values, frame.lat.values)].copy()
    frame["median"] = frame.ward_code.map(median)
    frame["island"] = frame.ward_code.map(island)
    frame["border"] = frame.ward_code.map(touches) & (frame["median"] >= 100) & ~frame.island
    frame["road_km"] = road_cells.km(frame.lon, frame.lat)
    frame = frame[((frame["median"] >= 300) | frame.border | frame.island) & (frame.road_km >= 0.5)]
    frame = thinned(frame, 300)
    frame["score"] = (np.minimum(frame.road_km, 8) / 8 + frame.srtm_elev_m.clip(0, 2000) / 1500
                      + 0.4 * frame.border + 1.0 * frame.island)
    share = shares(frame.province_code.value_counts().sort_index().to_dict(), total)
    frame = frame.sort_values(["score", "geonameid"], ascending=[False, True])
    rank = frame.groupby("province_code").cumcount()
    return frame[rank < frame.province_code.map(share)].sort_values("geonameid").reset_index(drop=True)
