"""GeoData/README.md: every data file with source, licence, date, rows and SHA-256."""
import csv
import hashlib
import json

import pyogrio
from PIL import Image

ADMIN = "Vietnamese Provinces Database, MIT; drawn from the public map of the Vietnam Publishing House of Natural Resources, Environment and Cartography"
UNITS = "vietnamadminunits, MIT; same official source"
GEONAMES = "GeoNames, CC BY 4.0, modified"
OURS = "this project, Apache-2.0"

FILES = {
    "admin/provinces-34.geojson": ("34 provinces since 2025-07-01", ADMIN, "2025-07-01"),
    "admin/provinces-63.geojson": ("63 provinces until 2025-06-30, dissolved from 2025 communes", ADMIN, "2025-06-30"),
    "admin/communes-2025.fgb": ("3,321 communes with old codes and population", ADMIN + "; population: " + UNITS, "2025-07-01"),
    "admin/communes-2025-population.csv": ("communes: type, area, population (66 blank), centre, what they were merged from", UNITS, "2025-07-01"),
    "admin/crosswalk-wards-to-2025.csv": ("10,035 old wards to 2025 communes; a divided ward has several rows", UNITS, "2025-07-01"),
    "admin/vn2000-zones.csv": ("VN-2000 central meridian and EPSG code per former province", "facts of the EPSG dataset through PROJ 9.5.1; names: Vietnamese Provinces Database, MIT", "2026-11-22"),
    "samples/vietnam-2022/villages.csv": ("2,418 real places chosen by rule; synthetic households, population, electricity", GEONAMES + "; attributes: " + OURS, "2020-01-15"),
    "samples/vietnam-2022/sites.csv": ("synthetic sites", OURS + "; some positions are centres of OSM road cells, ODbL 1.0", "2022-09-30"),
    "samples/vietnam-2022/footprints.fgb": ("synthetic footprints, one per site and technology", OURS + "; relief from GeoNames SRTM spot heights, CC BY 4.0", "2022-09-30"),
    "samples/vietnam-2022/project.yaml": ("the project", OURS, "2022-09-30"),
    "samples/tuyen-quang/villages.csv": ("2,087 known villages of 3,802; synthetic households and population", GEONAMES + "; attributes: " + OURS, "2020-01-15"),
    "samples/tuyen-quang/communes.geojson": ("124 communes", ADMIN + "; population: " + UNITS, "2025-07-01"),
    "samples/tuyen-quang/roads.fgb": ("roads, no class, incomplete", "OpenStreetMap, ODbL 1.0 (Geofabrik extract)", "2018-01-03"),
    "samples/tuyen-quang/terrain/N21E105.tif": ("SRTM 3 arc-second tile, voids filled; a surface model", "NASA/USGS SRTM, public domain", "2000-02"),
    "samples/tuyen-quang/sites.csv": ("synthetic sites and one real place (TQG0327-12)", OURS + "; places derived from OSM roads (ODbL 1.0), SRTM and GeoNames (CC BY 4.0)", "2026-11-01"),
    "samples/tuyen-quang/candidates.csv": ("candidate places; those named `road` are points of OSM roads", "OpenStreetMap, ODbL 1.0; rule: this project", "2026-11-01"),
    "samples/tuyen-quang/project.yaml": ("the 22 communes that lie on the terrain tile", OURS, "2026-11-01"),
    "samples/tuyen-quang/province-discs.yaml": ("the whole province by range discs, for comparison", OURS, "2026-11-01"),
    "samples/tuyen-quang/siting.yaml": ("the 22 communes, with places, masts and upgrades to choose from", OURS, "2026-11-24"),
    "costs/viet-nam-2026.yaml": ("table of costs: two reported figures, the rest assumptions that say so", OURS + "; the source stands in the file", "2026-11-24"),
    "samples/tuyen-quang/council-answers.csv": ("eleven answers of councils to voters about villages without signal, as reports", "facts; the source stands in each row", "2025-11"),
    "samples/tuyen-quang/province-evidence.yaml": ("the whole province by range discs, with those answers", OURS, "2026-11-01"),
    "samples/tuyen-quang/province.yaml": ("the whole province, most of it without terrain", OURS, "2026-11-01"),
}

HEAD = """\
# GeoData

Two samples, the administrative files they need, coverage rules, a table of costs and official list vintages. Everything is rebuilt
byte for byte by

```
python3 -m pip install -r GeoData/build/requirements.txt
python3 GeoData/build/build.py PATH_TO_SOURCE_GEODATA
python3 GeoData/build/verify.py
```

The argument is the folder of gathered source data (GeoNames dump, SRTM tile, boundaries, OSM extract, official
counts). This page is written by the build, too.

**The sample `vietnam-2022` is built to the official counts (2,418 listed, 2,152 covered, 266 left): the program
proves the geometry, not the list.** Its villages are real places in remote communes, but not the official ones, which
are not public; its sites and footprints are synthetic.

"""


def rows_of(path):
    if path.suffix == ".csv":
        with open(path, encoding="utf-8", newline="") as lines:
            return f"{sum(1 for _ in csv.reader(lines)) - 1}"
    if path.suffix == ".geojson":
        return str(len(json.loads(path.read_text(encoding="utf-8"))["features"]))
    if path.suffix == ".fgb":
        return str(pyogrio.read_info(path, force_feature_count=True)["features"])
    if path.suffix == ".tif":
        return "%d × %d cells" % Image.open(path).size
    return "1"


def describe(name, path):
    """What, source and licence, date."""
    if name in FILES:
        return FILES[name]
    if "/scenarios/" in name:
        kind = "matrix of scenarios" if "phusong.matrix/1" in path.read_text(encoding="utf-8") else "scenario"
        return kind + " on a sample", OURS, "2026-11-28"
    if name.startswith("rules/"):
        return "coverage rule", OURS, "2026-11-22" if path.stem in ("signal-at-village", "two-grade-2024") else "2026-11-24"
    if path.suffix == ".csv":
        return "villages of the list of the same name", "facts; the source stands with the list", path.name[12:22] if path.name[:12] == "tuyen-quang-" else ""
    text = path.read_text(encoding="utf-8").splitlines()
    field = lambda key: next(l.split(": ", 1)[1] for l in text if l.strip().startswith(key + ": "))
    return "list vintage: " + json.loads(field("en")), "facts; the source stands in the file", field("asOf")


def build(out, facts):
    """Write the page."""
    names = sorted(str(p.relative_to(out)) for top in ("admin", "samples", "rules", "lists", "costs")
                   for p in (out / top).rglob("*") if p.is_file())
    lines = ["| path | what | source and licence | date | rows | sha256 |", "|---|---|---|---|---|---|"]
    for name in names:
        path = out / name
        what, licence, date = describe(name, path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"| `{name}` | {what} | {licence} | {date} | {rows_of(path)} | `{digest}` |")
    matches = "; ".join(f"{v} ({c}) = `{i}`" for v, c, i in facts["matches"])
    away = ", ".join(f"`{i}`" for i in facts["unreachable"])
    (out / "README.md").write_text(HEAD + "\n".join(lines) + f"""

## How the samples are made

*vietnam-2022*: the rule that chooses the places stands in `build/remote.py`, which of them stay dark in
`build/remaining.py`, masts in `build/masts.py`, footprints in `build/viewshed.py` and `build/footprints.py`. The
relief behind the footprints joins real spot heights and adds made-up ridges: it gives outlines a likely look and is no
terrain. The official split of the 266 is kept: 148 without usable grid, 118 with; 50 of these under 50 households.

*tuyen-quang*: {facts["masts"]} mast places. Off the terrain tile N21E105, discs of 4 km around them leave 2.4 % of the known villages
dark. On the tile the masts were thinned to {facts["on_tile"]}, which leaves 11 of the 453 villages in the 22 communes that lie wholly on it
without predicted signal (2.4 %); `project.yaml` is these 22 communes, `province.yaml` the whole province, `province-discs.yaml` the same by discs. The column
`terrain_tile` names the tile that holds a place, or a village's whole commune. Of the 18 villages officially named without grid,
{len(facts["matches"])} are among the known ones: {matches}. Three villages have no road within 2 km and no candidate within 4 km,
so that a plan has something to call unreachable: {away}. A commune's population × 2,087 / 3,802 is split over its
known villages, so villages of communes with few known ones come out large. Three communes without a number, and ten
whose number is surely wrong (72 to 1,902 people), take 490 people per village instead.

The files in `scenarios/` are written by hand.

Known limits of the sources: half of the GeoNames coordinates are rounded to the arc-minute (`coord_rounded_arcmin`);
OSM roads of 2018 are incomplete, most of all in Sơn La and Lai Châu; 66 communes have no population; the population
file writes Hòa where the map writes Hoà, each is kept as given. One village of Tuyên Quang (Yên Minh, on the border)
lies 0.6 m outside the commune polygons; it has signal in the sample.

## Attribution

- Populated places and spot heights: © GeoNames (https://www.geonames.org), CC BY 4.0
  (https://creativecommons.org/licenses/by/4.0/), dump of 2020-01-15, modified: 2025 codes joined, rows chosen,
  synthetic attributes added.
- Roads, and what is placed on them: © OpenStreetMap contributors, ODbL 1.0
  (https://opendatacommons.org/licenses/odbl/1-0/), extract of 2018-01-03 by Geofabrik GmbH.
- Boundaries: Vietnamese Provinces Database, MIT, © 2021 Thang Le Quoc; drawn from the public map of the Vietnam
  Publishing House of Natural Resources, Environment and Cartography, whose own terms are not stated. Replaceable.
- Commune population and crosswalk: vietnamadminunits, MIT, © 2025 Tran Ngoc Minh Hieu; same official source.
- Terrain: SRTM, NASA/USGS, public domain.
- VN-2000 zones: EPSG Geodetic Parameter Dataset through PROJ.
- Official counts: facts; each list file names its source.

The MIT licence, for the two works named above: permission is hereby granted, free of charge, to any person obtaining a
copy of this software and associated documentation files (the "Software"), to deal in the Software without
restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions: the above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software. The Software is provided "as is", without warranty of any kind, express or
implied, including but not limited to the warranties of merchantability, fitness for a particular purpose and
noninfringement. In no event shall the authors or copyright holders be liable for any claim, damages or other
liability, whether in an action of contract, tort or otherwise, arising from, out of or in connection with the Software
or the use or other dealings in the Software.
""", encoding="utf-8")
