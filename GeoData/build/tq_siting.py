"""The project of the sample in which places, masts and upgrades are chosen."""

PROJECT = """\
schema: phusong.project/1
name: "Tuyên Quang: 22 communes, places and masts to choose from"
asOf: 2026-11-01
area: {file: communes.geojson, where: {terrain_tile: N21E105}}
villages: {file: villages.csv, where: {terrain_tile: N21E105}}
sites:
  file: sites.csv
  where: {terrain_tile: N21E105}
  completeIn: area
roads: roads.fgb
communes: communes.geojson
terrain: {folder: terrain, surface: dsm}
coverage: {mode: prediction, rule: ../../rules/two-grade-2024.yaml}
costs: ../../costs/viet-nam-2026.yaml
backhaul: {kinds: [fibre, microwave], maximumHops: 4}
plan:
  mastHeightsMeters: [30, 45, 60]
  azimuthsDegrees: auto            # three sectors, turned to the villages that each site is to serve
  candidates:                      # no table: places are looked for
    sources: [villages, high-spots, existing-sites]
    spacingMeters: 300
    maximumSlopeDegrees: 30
    maximumRoadMeters: 3000
seed: 8
synthetic:
  en: "22 communes on one terrain tile: ON_TILE real village names and places of 3,802 official villages; households, population and electricity are synthetic; all sites are synthetic; prices are those of GeoData/costs/viet-nam-2026.yaml, most of them assumptions; signal is predicted over real terrain. Sites north of the tile are left out, for their paths have no terrain."
  vi: "22 xã nằm trọn trên một mảnh địa hình: ON_TILE tên và vị trí thôn có thật trong tổng số 3.802 thôn; số hộ, số dân, tình trạng điện là mô phỏng; mọi trạm là mô phỏng; đơn giá lấy từ GeoData/costs/viet-nam-2026.yaml, phần lớn là giả định; sóng được dự báo trên địa hình thật. Các trạm phía bắc mảnh địa hình không được xét vì thiếu địa hình."
"""


def build(out, on_tile):
    """Write siting.yaml into the sample's folder; `on_tile` is the number of villages on the terrain tile."""
    (out / "siting.yaml").write_text(PROJECT.replace("ON_TILE", str(on_tile)), encoding="utf-8")
