"""The runs and pages under test, made with the program itself in a temporary folder."""

import copy
import json
import os
import random
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PHUSONG") or str(ROOT / ".build/release/phusong")
GEODATA = ROOT / "GeoData"

# Names that would run as a script, or break out of their place, on a careless page.
EVIL = ['<script>window.hacked=1</script>', '</script><script>window.hacked=1</script>', '<img src=x onerror="window.hacked=1">', '"\'&amp;{{data}}']


def phusong(*arguments, cwd):
    environment = {**os.environ, "PHUSONG_DATA": str(GEODATA), "LANG": "C.UTF-8"}
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"phusong {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def document(folder, name):
    return json.loads((Path(folder) / name).read_text(encoding="utf-8"))


def small_project(folder):
    """Eight villages, one of them Khuổi Phìn, four with evil names; two operators, one confidential site."""
    folder.mkdir()
    names = ["Khuổi Phìn", "Đắk Nông", "Bản Bung", "Nà Tạng"] + EVIL
    rows = ["id,name,lon,lat,households,population,electricity"]
    for number, name in enumerate(names):
        quoted = '"' + name.replace('"', '""') + '"'
        rows.append(f"v{number},{quoted},{105 + 0.05 * number:.2f},22.0,{40 - number},200,grid")
    (folder / "villages.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "sites.csv").write_text(
        "id,operator,lon,lat,technology,mast_height_m,azimuth_deg,status,confidential,shared\n"
        "VTT-1,viettel,105.01,22.01,4G,45,0;120;240,active,false,false\n"
        "VNP-1,vnpt,105.11,22.01,4G,42,,active,false,false\n"
        "VNP-SECRET,vnpt,105.16,22.0123,4G,42,,active,true,false\n", encoding="utf-8")
    (folder / "project.yaml").write_text(
        "schema: phusong.project/1\nname: '<i>small</i> & \"real\"'\nasOf: 2026-11-01\nvillages: villages.csv\nsites: sites.csv\n"
        "coverage: {mode: footprints, rule: two-grade-2024}\n", encoding="utf-8")
    return folder / "project.yaml"


def thousands(source, target, count):
    """A run of many villages: those of a real run, again and again beside their places. Only what a map reads."""
    target.mkdir()
    layer = document(source, "villages.geojson")
    base, generator = layer["features"], random.Random(1)
    layer["features"] = []
    for number in range(count):
        feature = copy.deepcopy(base[number % len(base)])
        lon, lat = feature["geometry"]["coordinates"]
        if number >= len(base):
            lon, lat = lon + generator.uniform(-0.15, 0.15), lat + generator.uniform(-0.15, 0.15)
        feature["geometry"]["coordinates"] = [round(lon, 5), round(lat, 5)]
        feature.pop("bbox", None)
        feature["id"] = feature["properties"]["id"] = f"{feature['properties']['id']}-{number // len(base)}"
        site, level = feature["properties"]["nearest_site"], generator.uniform(60, 120)
        feature["properties"]["reason_en"] = f"Site {site} brings −{level:.1f} dBm; −104.7 dBm are needed."
        feature["properties"]["reason_vi"] = f"Trạm {site} cho −{level:.1f} dBm, cần −104,7 dBm."
        feature["properties"]["grade"] = generator.choices(["covered", "partial", "uncovered", "unknown"], [80, 8, 10, 2])[0]
        layer["features"].append(feature)
    (target / "villages.geojson").write_text(json.dumps(layer, ensure_ascii=False), encoding="utf-8")
    for name in ["run.json", "sites.geojson", "footprints.geojson"]:
        (target / name).write_bytes((Path(source) / name).read_bytes())


def raster(folder):
    """Levels as `phusong raster` names them, in steps from west to east, made with GDAL's own tools."""
    grid = ["ncols 40", "nrows 40", "xllcorner 105.0", "yllcorner 21.5", "cellsize 0.0125", "NODATA_value -9999"]
    grid += [" ".join(str(-80 - column) for column in range(40)) for _ in range(40)]
    (folder / "levels.asc").write_text("\n".join(grid) + "\n")
    run = lambda *words: subprocess.run(words, cwd=folder, check=True, capture_output=True)
    run("gdal_translate", "-q", "-of", "VRT", "-a_srs", "EPSG:4326", "-ot", "Float32", "levels.asc", "levels.vrt")
    text, changed = re.subn(r"(<VRTRasterBand [^>]*>)", r"\1<Description>rsrp_dbm</Description>", (folder / "levels.vrt").read_text())
    assert changed == 1, text
    (folder / "levels.vrt").write_text(text)
    run("gdal_translate", "-q", "levels.vrt", "levels.tif")
    return folder / "levels.tif"


def make(folder):
    """Everything that the tests look at, by name."""
    siting = GEODATA / "samples/tuyen-quang/siting.yaml"
    phusong("plan", siting, "--cover-all", "-o", "plan", "--quiet", cwd=folder)
    phusong("plan", GEODATA / "samples/tuyen-quang/project.yaml", "--sites", "3", "-o", "three", "--quiet", cwd=folder)
    phusong("gaps", GEODATA / "samples/vietnam-2022/project.yaml", "-o", "vietnam", "--quiet", cwd=folder)
    phusong("gaps", small_project(folder / "small-project"), "-o", "small", "--quiet", cwd=folder)
    thousands(folder / "vietnam", folder / "thousands", 10_000)
    pages = {
        "plan": ["plan", "three", "--lang", "vi"],
        "vietnam": ["vietnam", "--lang", "en"],
        "small": ["small", "--lang", "en"],
        "thousands": ["thousands", "--lang", "vi"],
        "vnpt": ["plan", "--for", "vnpt", "--lang", "vi"],
        "raster": ["plan", "--lang", "en", "--include-confidential", "--raster", raster(folder)],
    }
    for name, arguments in pages.items():
        phusong("map", *arguments, "-o", f"{name}.html", "--quiet", cwd=folder)
    return {name: folder / f"{name}.html" for name in pages}
