"""Administrative files: provinces, communes, the crosswalk from old wards, VN-2000 zones."""
import re

import geopandas
import pandas
import shapely

from tables import rounded, write_csv, write_fgb, write_geojson
from text import nfc


def province_names(source):
    """Short names by 2025 code, from the 34-province file (the population file has a typo)."""
    frame = geopandas.read_file(source / "boundaries_34/vn_provinces_34_simplified.geojson")
    return {c: nfc(n) for c, n in zip(frame.code, frame.name)}


def communes(source):
    """The population table of the 2025 communes, indexed by code."""
    frame = pandas.read_csv(source / "communes_2025/vn_communes_2025_population.csv.gz",
                            dtype={"ward_code": str, "province_code": str}, keep_default_na=True)
    return frame.set_index("ward_code").sort_index()


def whole(value):
    return None if pandas.isna(value) else int(round(float(value)))


def build(source, out):
    """Write GeoData/admin."""
    out = out / "admin"
    names = province_names(source)
    table = communes(source)

    frame = geopandas.read_file(source / "boundaries_34/vn_provinces_34_simplified.geojson").sort_values("code")
    write_geojson(out / "provinces-34.geojson", [
        (r.code, {"code": r.code, "name": nfc(r.name_), "full_name": nfc(r.fullName),
                  "name_en": r.nameEn, "area_km2": float(r.areaKm2)}, r.geometry)
        for r in frame.rename(columns={"name": "name_"}).itertuples()])

    frame = geopandas.read_file(source / "boundaries_63/vn_provinces_63_from_2025_communes_MIT.geojson").sort_values("code")
    write_geojson(out / "provinces-63.geojson", [
        (r.code, {"code": r.code, "name": re.sub(r"^(Tỉnh|Thành phố) ", "", nfc(r.name_)),
                  "full_name": nfc(r.name_)}, r.geometry)
        for r in frame.rename(columns={"name": "name_"}).itertuples()])

    cross = pandas.read_csv(source / "communes_2025/crosswalk_legacy_ward_to_2025.csv.gz", dtype=str,
                            keep_default_na=False)
    columns = ["old_province_code", "old_province", "old_district_code", "old_district", "old_ward_code",
               "old_ward", "province_code", "commune_code", "ward_was_divided"]
    cross.columns = columns
    cross = cross.sort_values(["old_ward_code", "commune_code"], kind="stable")
    cross["ward_was_divided"] = cross.ward_was_divided.str.lower()
    for c in ("old_province", "old_district", "old_ward"):
        cross[c] = cross[c].map(nfc)
    write_csv(out / "crosswalk-wards-to-2025.csv", columns, cross.to_dict("records"))
    old_wards = cross.groupby("commune_code").old_ward_code.agg(lambda s: ";".join(sorted(set(s) - {""})))

    write_csv(out / "communes-2025-population.csv",
              ["code", "name", "type", "province_code", "province", "area_km2", "population", "lon", "lat", "merged_from"],
              [{"code": r.Index, "name": nfc(r.name), "type": nfc(r.type), "province_code": r.province_code,
                "province": names[r.province_code], "area_km2": None if pandas.isna(r.area_km2) else r.area_km2,
                "population": whole(r.population), "lon": r.lon, "lat": r.lat, "merged_from": nfc(r.merged_from)}
               for r in table.itertuples()])

    frame = geopandas.read_file(source / "boundaries_34/vn_communes_2025_light.fgb").sort_values("code")
    write_fgb(out / "communes-2025.fgb", geopandas.GeoDataFrame({
        "code": frame.code.values, "name": frame.name.map(nfc).values, "full_name": frame.fullName.map(nfc).values,
        "province_code": frame.province_code.values,
        "population": frame.code.map(table.population).round().astype("Int32").values,
        "old_province_code": frame.old_province_code.values, "old_district_code": frame.old_district_code.values,
        "old_ward_codes": frame.code.map(old_wards).values,
    }, geometry=[rounded(g) for g in frame.geometry], crs="EPSG:4326"), "communes-2025")

    zones = pandas.read_csv(source / "vn2000/vn2000_provinces_63.csv", dtype=str)
    parts = pandas.read_csv(source / "vn2000/vn_provinces_34.csv", dtype=str)
    now = {code: (r.iloc[0], nfc(r.iloc[1])) for _, r in parts.iterrows()
           for code in re.findall(r"\((\d\d):", r.iloc[2])}
    zones.columns = ["gso_code", "province", "central_meridian_deg", "epsg"]
    write_csv(out / "vn2000-zones.csv",
              ["gso_code", "province", "central_meridian_deg", "epsg", "gso_code_2025", "province_2025"],
              [{**r, "province": nfc(r["province"]), "gso_code_2025": now[r["gso_code"]][0],
                "province_2025": now[r["gso_code"]][1]}
               for r in zones.sort_values("gso_code").to_dict("records")])
