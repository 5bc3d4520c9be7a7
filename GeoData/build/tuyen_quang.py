"""The province sample: real villages, communes, roads and one real terrain tile; synthetic masts."""
import shutil

import geopandas
import numpy as np
import shapely

import admin
import tq_answers
import tq_candidates
import tq_sites
import tq_siting
import tq_villages
from tables import write_csv, write_geojson
from text import nfc
from tq_ground import Ground, Roads
from vietnam_2022 import SITE_COLUMNS, VILLAGE_COLUMNS

SEED = 8

TILE, TILE_NAME = shapely.box(105, 21, 106, 22), "N21E105"

PROJECT = """\
schema: phusong.project/1
name: "{name}"
asOf: 2026-11-01
area: {area}
villages: {villages}
sites:
  file: sites.csv{sites}
  completeIn: area
candidates: {candidates}
roads: roads.fgb
communes: communes.geojson
{terrain}coverage: {{mode: {mode}, rule: ../../rules/two-grade-2024.yaml}}
lists:
  - ../../lists/tuyen-quang-2026-01-12.yaml
seed: 8
synthetic:
  en: "{en}"
  vi: "{vi}"
"""

TERRAIN = "terrain: {folder: terrain, surface: dsm}   # one real SRTM tile, N21E105; put more tiles into the folder and they are used\n"

EN = ("real village names and places of 3,802 official villages; households, population and electricity are synthetic{grid}; "
      "{sites} and all candidates are synthetic; {how}.")
VI = ("tên và vị trí thôn có thật trong tổng số 3.802 thôn; số hộ, số dân, tình trạng điện là mô phỏng{grid}; "
      "{sites} và mọi vị trí đề xuất là mô phỏng; {how}.")


def projects(villages, on_tile):
    """The 22 communes that lie on the terrain tile; the whole province; the province by range discs, for comparison."""
    def table(file):
        return f"{{file: {file}, where: {{terrain_tile: {TILE_NAME}}}}}"

    def dots(number):
        return f"{number:,}".replace(",", ".")
    predicted = {"mode": "prediction", "terrain": TERRAIN}
    whole = {"area": "communes.geojson", "villages": "villages.csv", "sites": "", "candidates": "candidates.csv"}
    grid = {"grid": " (three villages without grid are named officially)", "sites": "all sites but one"}
    luoi = {"grid": " (ba thôn chưa có điện lưới được nêu tên chính thức)", "sites": "mọi trạm trừ một trạm"}
    over, tren = "signal is predicted over real terrain", "sóng được dự báo trên địa hình thật"
    return {
        "project.yaml": PROJECT.format(
            name="Tuyên Quang: 22 communes with terrain, November 2026", area=table("communes.geojson"), villages=table("villages.csv"),
            sites=f"\n  where: {{terrain_tile: {TILE_NAME}}}", candidates=table("candidates.csv"), **predicted,
            en=f"22 communes on one terrain tile: {on_tile:,} " + EN.format(grid="", sites="all sites", how=over)
               + " Sites north of the tile are left out, for their paths have no terrain.",
            vi=f"22 xã nằm trọn trên một mảnh địa hình: {dots(on_tile)} " + VI.format(grid="", sites="mọi trạm", how=tren)
               + " Các trạm phía bắc mảnh địa hình không được xét vì thiếu địa hình."),
        "province.yaml": PROJECT.format(
            name="Tuyên Quang, November 2026", **whole, **predicted,
            en=f"{villages:,} " + EN.format(how=over, **grid), vi=f"{dots(villages)} " + VI.format(how=tren, **luoi)),
        "province-discs.yaml": PROJECT.format(
            name="Tuyên Quang by range discs, November 2026", **whole, mode="footprints", terrain="",
            en=f"{villages:,} " + EN.format(how="range discs stand for footprints, and no terrain is looked at", **grid),
            vi=f"{dots(villages)} " + VI.format(how="bán kính phủ thay cho vùng phủ, không xét địa hình", **luoi)),
    }


def on_tile(row):
    """Whether a row's place lies on the tile."""
    return {"terrain_tile": TILE_NAME if TILE.contains(shapely.Point(row["lon"], row["lat"])) else ""}


def build(source, out):
    """Write GeoData/samples/tuyen-quang; returns facts for the README."""
    out = out / "samples/tuyen-quang"
    table, provinces = admin.communes(source), admin.province_names(source)
    communes = geopandas.read_file(source / "demo_tuyen_quang/communes.geojson").sort_values("code").reset_index(drop=True)
    write_geojson(out / "communes.geojson", [
        (r.code, {"code": r.code, "name": nfc(r.name_), "full_name": nfc(r.fullName), "province_code": r.provinceCode,
                  "area_km2": float(r.areaKm2), "population": admin.whole(r.population),
                  "terrain_tile": TILE_NAME if TILE.contains(r.geometry) else ""}, r.geometry)
        for r in communes.rename(columns={"name": "name_"}).itertuples()])
    shutil.copyfile(source / "demo_tuyen_quang/osm_roads_2018.fgb", out / "roads.fgb")
    (out / "terrain").mkdir(exist_ok=True)
    shutil.copyfile(source / "dem/N21E105_srtm3_voidfilled.tif", out / "terrain/N21E105.tif")

    whole = {r.code for r in communes.itertuples() if TILE.contains(r.geometry)}
    villages = tq_villages.load(source)
    population, households = tq_villages.people(villages, communes.set_index("code").population.astype(float), SEED)
    electricity, matches = tq_villages.electricity(source, villages)
    write_csv(out / "villages.csv", VILLAGE_COLUMNS + ["terrain_tile"], [
        {"id": r.id, "name": r.name, "commune_code": r.ward_code, "commune": nfc(table.name[r.ward_code]),
         "province_code": r.province_code, "province": provinces[r.province_code], "lon": r.lon, "lat": r.lat,
         "households": h, "population": p, "electricity": e, "coord_rounded_arcmin": r.coord_rounded_arcmin,
         "source_id": f"geonames:{r.geonameid}", "synthetic": True,
         "synthetic_fields": "households;population" + (";electricity" if e == "grid" else ""),
         "terrain_tile": TILE_NAME if r.ward_code in whole else ""}
        for r, h, p, e in zip(villages.itertuples(index=False), households, population, electricity)])

    ground, roads = Ground(source), Roads(source)
    places, dark, needed = tq_sites.masts(villages, households, communes, ground, roads, SEED)
    stays = tq_sites.thinned(places, TILE)
    tree = shapely.STRtree(communes.geometry.values)
    kind = []
    for p in places:
        hit = tree.query(shapely.Point(p), predicate="intersects")
        kind.append(table.type[communes.code[int(min(hit))]] if len(hit) else "")
    write_csv(out / "sites.csv", SITE_COLUMNS + ["terrain_tile"], [r | on_tile(r) for r in tq_sites.rows(places, stays, kind, SEED)])
    near = set(villages.id[villages.ward_code.isin(whole)])
    kept = [p for p, stay in zip(places, stays) if stay]
    candidates, unreachable = tq_candidates.build(
        villages, dark, villages.ward_code.isin(whole).to_numpy(), electricity, kept, ground, roads)
    write_csv(out / "candidates.csv",
              ["id", "name", "lon", "lat", "mast_height_m", "power", "cost_vnd", "near_village_id", "distance_to_road_m",
               "synthetic", "terrain_tile"], [r | (on_tile(r) if r["near_village_id"] in near else {"terrain_tile": ""}) for r in candidates])
    in_whole = int(villages.ward_code.isin(whole).sum())
    for name, text in projects(len(villages), in_whole).items():
        (out / name).write_text(text, encoding="utf-8")
    tq_answers.build(source, out)
    tq_siting.build(out, in_whole)
    return {"dark": int(dark.sum()), "needed_masts": needed, "masts": len(kept), "on_tile": tq_sites.MASTS_ON_TILE, "matches": matches,
            "unreachable": [villages.id[v] for v in unreachable]}
