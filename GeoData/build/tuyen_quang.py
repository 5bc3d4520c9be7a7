"""The province sample: real villages, communes, roads and one real terrain tile; synthetic masts."""
import shutil

import geopandas
import numpy as np
import shapely

import admin
import tq_candidates
import tq_sites
import tq_villages
from tables import write_csv, write_geojson
from text import nfc
from tq_ground import Ground, Roads
from vietnam_2022 import SITE_COLUMNS, VILLAGE_COLUMNS

SEED = 8

PROJECT = """\
schema: phusong.project/1
name: "Tuyên Quang, November 2026"
asOf: 2026-11-01
area: communes.geojson
villages: villages.csv
sites:
  file: sites.csv
  completeIn: area
candidates: candidates.csv
roads: roads.fgb
communes: communes.geojson
terrain: {folder: terrain, surface: dsm}
coverage: {mode: footprints, rule: ../../rules/two-grade-2024.yaml}
lists:
  - ../../lists/tuyen-quang-2026-01-12.yaml
seed: 8
synthetic:
  en: "2,087 real village names and places of 3,802 official villages; households, population and electricity are synthetic (three villages without grid are named officially); all sites but one and all candidates are synthetic; range discs stand for footprints."
  vi: "2.087 tên và vị trí thôn có thật trong tổng số 3.802 thôn; số hộ, số dân, tình trạng điện là mô phỏng (ba thôn chưa có điện lưới được nêu tên chính thức); mọi trạm trừ một trạm và mọi vị trí đề xuất là mô phỏng; bán kính phủ thay cho vùng phủ."
"""


def build(source, out):
    """Write GeoData/samples/tuyen-quang; returns facts for the README."""
    out = out / "samples/tuyen-quang"
    table, provinces = admin.communes(source), admin.province_names(source)
    communes = geopandas.read_file(source / "demo_tuyen_quang/communes.geojson").sort_values("code").reset_index(drop=True)
    write_geojson(out / "communes.geojson", [
        (r.code, {"code": r.code, "name": nfc(r.name_), "full_name": nfc(r.fullName), "province_code": r.provinceCode,
                  "area_km2": float(r.areaKm2), "population": admin.whole(r.population)}, r.geometry)
        for r in communes.rename(columns={"name": "name_"}).itertuples()])
    shutil.copyfile(source / "demo_tuyen_quang/osm_roads_2018.fgb", out / "roads.fgb")
    (out / "terrain").mkdir(exist_ok=True)
    shutil.copyfile(source / "dem/N21E105_srtm3_voidfilled.tif", out / "terrain/N21E105.tif")

    villages = tq_villages.load(source)
    population, households = tq_villages.people(villages, communes.set_index("code").population.astype(float), SEED)
    electricity, matches = tq_villages.electricity(source, villages)
    write_csv(out / "villages.csv", VILLAGE_COLUMNS, [
        {"id": r.id, "name": r.name, "commune_code": r.ward_code, "commune": nfc(table.name[r.ward_code]),
         "province_code": r.province_code, "province": provinces[r.province_code], "lon": r.lon, "lat": r.lat,
         "households": h, "population": p, "electricity": e, "coord_rounded_arcmin": r.coord_rounded_arcmin,
         "source_id": f"geonames:{r.geonameid}", "synthetic": True,
         "synthetic_fields": "households;population" + (";electricity" if e == "grid" else "")}
        for r, h, p, e in zip(villages.itertuples(index=False), households, population, electricity)])

    ground, roads = Ground(source), Roads(source)
    places, dark, needed = tq_sites.masts(villages, households, communes, ground, roads, SEED)
    tree = shapely.STRtree(communes.geometry.values)
    kind = []
    for p in places:
        hit = tree.query(shapely.Point(p), predicate="intersects")
        kind.append(table.type[communes.code[int(min(hit))]] if len(hit) else "")
    write_csv(out / "sites.csv", SITE_COLUMNS, tq_sites.rows(places, kind, SEED))
    candidates, unreachable = tq_candidates.build(villages, dark, electricity, places, ground, roads)
    write_csv(out / "candidates.csv",
              ["id", "name", "lon", "lat", "mast_height_m", "power", "cost_vnd", "near_village_id", "distance_to_road_m",
               "synthetic"], candidates)
    (out / "project.yaml").write_text(PROJECT, encoding="utf-8")
    return {"dark": int(dark.sum()), "needed_masts": needed, "masts": len(places), "matches": matches,
            "unreachable": [villages.id[v] for v in unreachable]}
