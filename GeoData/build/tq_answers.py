"""What councils answered voters about villages without signal, as reports beside the sample."""
import csv

COLUMNS = ["date", "village", "commune", "district", "province", "operator", "technology", "kind", "note", "source"]

PROJECT = """\
schema: phusong.project/1
name: "Tuyên Quang by range discs, with what councils answered voters"
asOf: 2026-11-01
area: communes.geojson
villages: villages.csv
sites:
  file: sites.csv
  completeIn: area
communes: communes.geojson
crosswalk: {wards: ../../admin/crosswalk-wards-to-2025.csv, communes: ../../admin/communes-2025-population.csv}
evidence: {reports: council-answers.csv}
coverage: {mode: footprints, rule: ../../rules/two-grade-2024.yaml}
seed: 8
synthetic:
  en: "Villages' names and places and the eleven council answers are real; households, population and electricity are synthetic (three villages without grid are named officially); all sites but one are synthetic, so that a conflict between an answer and a disc says nothing about a real mast."
  vi: "Tên, vị trí thôn và mười một câu trả lời cử tri là có thật; số hộ, số dân, tình trạng điện là mô phỏng (ba thôn chưa có điện lưới được nêu tên chính thức); mọi trạm trừ một trạm là mô phỏng, nên mâu thuẫn giữa câu trả lời và bán kính phủ không nói gì về trạm thật."
"""


def report(row):
    """One answer in the columns of a report; its own words stand in `note`."""
    status, village = row["reported_status"], row["village"].split(" (")[0]
    words = {"operator": "", "technology": "", "kind": "no-signal"}
    if "VNPT" in status:
        words |= {"operator": "vnpt", "technology": "3G;4G"}
    elif status.startswith("Viettel 4G station"):
        words |= {"operator": "viettel", "technology": "4G", "kind": "weak"}
    elif status.startswith("no 3G/4G"):
        words |= {"technology": "3G;4G"}
    elif status.startswith("covered"):
        words |= {"kind": "signal"}
    is_new = "(new)" in row["old_commune"]
    return {"date": row["as_of"].lstrip("~"), "village": village, "commune": row["old_commune"].replace(" (new)", ""),
            "district": "" if is_new else row["old_district"], "province": "Tuyên Quang", "note": status, "source": row["source_url"]} | words


def build(source, out):
    """Write council-answers.csv and province-evidence.yaml into the sample's folder."""
    with open(source / "deadzones/ground_truth_cases_tuyen_quang.csv", encoding="utf-8", newline="") as lines:
        reports = [report(row) for row in csv.DictReader(lines)]
    with open(out / "council-answers.csv", "w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(reports)
    (out / "province-evidence.yaml").write_text(PROJECT, encoding="utf-8")
