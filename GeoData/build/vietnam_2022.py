"""The national sample: 2,418 real places, synthetic masts and footprints, 266 places left without signal."""
import geopandas
import numpy as np

import admin
import footprints
import masts
import remaining
import remote
import sites
from relief import Relief
from roads import RoadCells
from tables import write_csv, write_fgb
from text import nfc, village_ids

SEED = 2022
VILLAGE_COLUMNS = ["id", "name", "commune_code", "commune", "province_code", "province", "lon", "lat", "households",
                   "population", "electricity", "coord_rounded_arcmin", "source_id", "synthetic", "synthetic_fields"]
SITE_COLUMNS = ["id", "operator", "lon", "lat", "technology", "band_mhz", "power_dbm", "mast_height_m", "azimuth_deg",
                "tilt_deg", "antenna", "status", "confidential", "synthetic", "source"]

PROJECT = """\
schema: phusong.project/1
name: "Viet Nam 2022: 2,418 listed villages, 266 left"
asOf: 2022-09-30
area: ../../admin/provinces-34.geojson
villages: villages.csv
sites:
  file: sites.csv
  completeIn: area
footprints: footprints.fgb
coverage: {mode: footprints, rule: ../../rules/signal-at-village.yaml}
lists:
  - ../../lists/vn-2021-01-01-baseline.yaml
  - ../../lists/vn-2022-09-30-covered.yaml
  - ../../lists/vn-2022-12-25-remaining.yaml
seed: 2022
synthetic:
  en: "Village names and places are real (GeoNames); the choice of villages, their households, population and electricity, and all sites and footprints are synthetic, built to the official counts: the program proves the geometry, not the list."
  vi: "Tên và vị trí thôn là thật (GeoNames); việc chọn thôn, số hộ, số dân, tình trạng điện, toàn bộ trạm và vùng phủ là dữ liệu mô phỏng, dựng theo số liệu công bố: chương trình chứng minh phần hình học, không chứng minh danh sách."
"""


def build(source, out):
    """Write GeoData/samples/vietnam-2022."""
    out = out / "samples/vietnam-2022"
    road_cells = RoadCells(source)
    frame = remote.choose(source, road_cells)
    dark = remaining.pick(frame)
    households, population, electricity = remaining.attributes(frame, dark, SEED)
    relief = Relief(source, SEED)
    table, provinces = admin.communes(source), admin.province_names(source)
    listed = table.loc[sorted(set(frame.ward_code))]
    centres = list(zip(listed.lon.astype(float), listed.lat.astype(float)))
    mast_list = masts.place(frame, ~dark, relief, road_cells, centres, SEED)
    site_list = sites.equip(mast_list, frame, SEED)
    prints = geopandas.GeoDataFrame(
        footprints.build(mast_list, site_list, frame, dark, relief, SEED), crs="EPSG:4326")

    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(frame.lon, frame.lat), crs="EPSG:4326")
    inside = np.isin(np.arange(len(frame)), points.sjoin(prints, predicate="intersects").index)
    assert (inside == ~dark).all(), f"{(inside != ~dark).sum()} villages have the wrong verdict"
    assert prints.is_valid.all()

    frame = frame.assign(households=households, population_=population, electricity=electricity)
    frame = frame.sort_values(["ward_code", "geonameid"]).reset_index(drop=True)
    ids = village_ids(frame.ward_code, frame.name)
    write_csv(out / "villages.csv", VILLAGE_COLUMNS, [
        {"id": i, "name": r.name, "commune_code": r.ward_code, "commune": nfc(table.name[r.ward_code]),
         "province_code": r.province_code, "province": provinces[r.province_code], "lon": r.lon, "lat": r.lat,
         "households": r.households, "population": r.population_, "electricity": r.electricity,
         "coord_rounded_arcmin": r.coord_rounded_arcmin, "source_id": f"geonames:{r.geonameid}", "synthetic": True,
         "synthetic_fields": "households;population;electricity"}
        for i, r in zip(ids, frame.itertuples(index=False))])
    write_csv(out / "sites.csv", SITE_COLUMNS, [
        {"id": s["id"], "operator": s["operator"], "lon": mast_list[s["mast"]]["lon"], "lat": mast_list[s["mast"]]["lat"],
         "technology": ";".join(s["technologies"]), "band_mhz": ";".join(str(sites.BAND[t]) for t in s["technologies"]),
         "power_dbm": 46, "mast_height_m": int(mast_list[s["mast"]]["height"]),
         "azimuth_deg": ";".join(map(str, s["azimuths"])), "tilt_deg": s["tilt"],
         "antenna": "sector-65" if s["azimuths"] else "omni", "status": "active", "confidential": s["confidential"],
         "synthetic": True, "source": "placed by GeoData/build"} for s in site_list])
    write_fgb(out / "footprints.fgb", prints, "footprints")
    (out / "project.yaml").write_text(PROJECT, encoding="utf-8")
