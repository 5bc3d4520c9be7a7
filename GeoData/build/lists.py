"""The official counts as list vintages, one file each. Numbers and sources are read from the gathered tables."""
import csv
import json

import pandas

from text import nfc

NATIONAL, PROVINCE = "Viet Nam", "Tuyen Quang (34-system incl. Ha Giang)"

SHOWN = {NATIONAL: "Việt Nam", PROVINCE: "Tuyên Quang", "Son La": "Sơn La", "Lai Chau": "Lai Châu", "Nghe An": "Nghệ An",
         "Dong Nai (34-system incl. Binh Phuoc)": "Đồng Nai", "Quang Ngai (63-system)": "Quảng Ngãi"}

# Lists that count the same thing: id, name (vi, en), first words of the ids of its lists
LINES = [
    ("vn-2021", "danh sách năm 2021: chưa có sóng", "list of 2021: no signal", ("vn-2021", "vn-2022-09", "vn-2022-12")),
    ("vn-lom-song", "832 thôn lõm sóng", "832 lõm sóng villages", ("vn-2022-08",)),
    ("vn-2024", "danh sách 2024–2025", "lists of 2024 and 2025", ("vn-2024", "vn-2025")),
]

# Numbers of a list's own source that contradict the ones used
ALSO = {"vn-2022-09-30-covered": {"uncovered": 226, "uncoveredWithGrid": 88}}

# Words of the status, and tables of villages: list id, file of the gathered data
STATUS = {"white": "uncovered", "dented": "partial"}
NAMED = {"tuyen-quang-2026-01-12": "deadzones/no_grid_villages_tuyen_quang_2026-01.csv"}
ANSWERS = "tuyen-quang-2023-12-31-answers"

# id, area, date, titles (vi, en), {count: start of the metric in the table, or a number of our own}, note
LISTS = [
    ("vn-2021-01-01-baseline", NATIONAL, "2021-01-01",
     "Danh sách thôn, bản chưa có sóng di động, đầu năm 2021", "Villages listed without mobile signal, start of 2021",
     {"listed": "villages without mobile coverage"},
     "The start of the count. The rows of the list are not public."),
    ("vn-2022-08-08-lom-song", NATIONAL, "2022-08-08",
     "832 thôn lõm sóng, 477 đã phủ", "832 lõm sóng villages listed, 477 covered",
     {"listed": 832, "covered": "lõm sóng villages covered", "uncovered": 355},
     "Another line of counting than 2,418 / 2,152 / 266. 355 is arithmetic (832 - 477)."),
    ("vn-2022-09-30-covered", NATIONAL, "2022-09-30",
     "2.152 thôn đã phủ sóng, còn 266", "2,152 villages covered, 266 left",
     {"listed": 2418, "covered": "villages covered since 2021", "uncovered": 266,
      "uncoveredWithoutGrid": 148, "uncoveredWithGrid": 118},
     "266 is arithmetic (2,418 - 2,152) and the number stated on 2022-12-25. The article itself says 226 left, and its own "
     "parts (148 without usable grid + 88 others) add up to 236: inconsistent. 118 is arithmetic (266 - 148). The article "
     "says that 50 of the others have fewer than 50 households and that 30 cannot host a mast."),
    ("vn-2022-12-25-remaining", NATIONAL, "2022-12-25",
     "Còn 266 thôn, bản chưa có sóng", "266 villages still without coverage",
     {"uncovered": "villages still without mobile coverage"},
     "Stated as an incomplete count, to be covered within 2023."),
    ("vn-2024-09-01", NATIONAL, "2024-09-01",
     "Còn 761 thôn, bản chưa có sóng", "761 villages left",
     {"listed": "villages identified since 2021", "covered": 2549, "uncovered": "villages still uncovered",
      "uncoveredWithGrid": 637, "uncoveredWithoutGrid": 124},
     "Villages were added to the list since 2022. With grid: 543 in special-difficulty communes and 94 others."),
    ("vn-2025-03-01", NATIONAL, "2025-03-01",
     "Còn 717 thôn, bản chưa có băng rộng di động", "717 villages left without mobile broadband",
     {"listed": 3310, "covered": 2593, "uncovered": "villages still uncovered",
      "uncoveredWithGrid": 600, "uncoveredWithoutGrid": 117},
     "With grid: 537 in special-difficulty communes and 63 others. Counts mobile broadband, not any signal."),
    ("vn-2025-08-15", NATIONAL, "2025-08-15",
     "Còn 238 thôn có điện và 117 thôn chưa có điện lưới", "238 villages with grid and 117 without left",
     {"uncovered": 355, "uncoveredWithGrid": "villages with grid power", "uncoveredWithoutGrid": "villages without grid power"},
     "355 is arithmetic (238 + 117); that it equals the 355 of August 2022 is chance."),
    ("tuyen-quang-2026-01-12", PROVINCE, "2026-01-12",
     "Tuyên Quang: 91 thôn trắng sóng, 182 thôn lõm sóng", "Tuyên Quang: 91 villages without signal, 182 partly covered",
     {"total": "villages total", "covered": 3529, "partial": "villages dented", "uncovered": "villages white"},
     "Of 3,802 villages. 3,529 is arithmetic (3,802 - 91 - 182); the source's 3,711 covered villages include the 182. "
     "Without grid: 4 of the 91 and 14 of the 182. Only these 18 are named."),
    ("son-la-2024-07-01", "Son La", "2024-07-01",
     "Sơn La: 36 bản chưa có 4G", "Sơn La: 36 villages without 4G",
     {"uncovered": "villages without 4G"},
     "Counts villages without 4G, not without any signal. The day stands for the year."),
    ("lai-chau-2025-04-01", "Lai Chau", "2025-04-01",
     "Lai Châu: khoảng 49 điểm chưa có sóng", "Lai Châu: about 49 areas without signal",
     {"uncovered": "areas without signal"},
     "About 49 areas, not villages; most without stable power. One operator removed 66 in 2024."),
    ("nghe-an-2024-07-01", "Nghe An", "2024-07-01",
     "Nghệ An: hơn 60 bản chưa có điện lưới, không có sóng hoặc sóng yếu",
     "Nghệ An: more than 60 villages without grid electricity, with no or poor signal",
     {"uncoveredWithoutGrid": 60},
     "The source says 60 and more. Villages with grid electricity are not counted. The day stands for the year."),
    ("dong-nai-2025-09-13", "Dong Nai (34-system incl. Binh Phuoc)", "2025-09-13",
     "Đồng Nai: 25 điểm lõm Internet", "Đồng Nai: 25 internet dead zones",
     {"uncovered": "internet dead zones"},
     "Dead zones of internet in border and remote areas, not villages."),
    ("quang-ngai-2024-07-01", "Quang Ngai (63-system)", "2024-07-01",
     "Quảng Ngãi: xoá 11 thôn lõm sóng trong năm", "Quảng Ngãi: 11 partly covered villages mended in the year",
     {"covered": "dented villages fixed"},
     "How many remained is not said; the source claims that all villages are covered. The day stands for the year."),
]


def build(source, out):
    """Write GeoData/lists."""
    (out / "lists").mkdir(parents=True, exist_ok=True)
    table = pandas.read_csv(source / "deadzones/official_deadzone_counts.csv", dtype=str, keep_default_na=False)
    text = lambda s: json.dumps(nfc(s), ensure_ascii=False)
    for name, area, date, vi, en, counts, note in LISTS:
        rows = table[(table.area == area) & (table.as_of == date)]
        used, values = [], {}
        for key, what in counts.items():
            if isinstance(what, int):
                values[key] = what
                continue
            row = rows[[nfc(m).startswith(what) for m in rows.metric]].iloc[0]
            values[key] = int(row["value"])
            used.append(row)
        sources = list(dict.fromkeys(r.source_url for r in used))
        level = (used or [rows.iloc[0]])[0].level
        accuracy = (used or [rows.iloc[0]])[0].date_accuracy
        sources = sources or [rows.iloc[0].source_url]
        lines = ["schema: phusong.list/1", f"id: {name}", "title:", f"  vi: {text(vi)}", f"  en: {text(en)}",
                 f"level: {level}", f"area: {text(SHOWN[area])}",
                 f"asOf: {date}", f"dateAccuracy: {accuracy}"]
        if "63-system" in area:
            lines.append('administration: "63"')
        for line, line_vi, line_en, starts in LINES:
            if name.startswith(starts):
                lines += ["line:", f"  id: {line}", f"  vi: {text(line_vi)}", f"  en: {text(line_en)}"]
        lines += ["counts:", *[f"  {k}: {v}" for k, v in values.items()]]
        if name in ALSO:
            lines += ["alsoStated:", *[f"  {k}: {v}" for k, v in ALSO[name].items()]]
        if name in NAMED:
            lines += ["villages:", f"  file: {name}.csv", "  complete: false"]
            without_grid(source / NAMED[name], out / "lists" / f"{name}.csv")
        lines += [f"source: {text('; '.join(sources))}", f"note: {text(note)}"]
        (out / "lists" / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    answers(source, out, text)


def write(path, header, rows):
    """Write a table of villages."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *[[nfc(cell) for cell in row] for row in rows]])


def without_grid(source, target):
    """The villages that are named without grid electricity, in communes of 2025."""
    table = pandas.read_csv(source, dtype=str, keep_default_na=False)
    write(target, ["name", "commune", "province", "status", "electricity"],
          [[r.village, r.new_commune, "Tuyên Quang", STATUS[r["class"]], "none"] for _, r in table.iterrows()])


def answers(source, out, text):
    """The villages that council answers of 2020 to 2023 name, in wards of before 2025-07-01."""
    table = pandas.read_csv(source / "deadzones/ground_truth_cases_tuyen_quang.csv", dtype=str, keep_default_na=False)
    table = table[[a.lstrip("~") < "2025" for a in table.as_of]]
    # Own reading of the answers: a station of another operator covers Bản Khẻ; in Khuổi Phìn many households still have no signal.
    status = {"Bản Khẻ": "covered", "Khuổi Phìn": "partial"}
    write(out / "lists" / f"{ANSWERS}.csv", ["name", "commune", "district", "province", "status", "electricity", "reason", "source"],
          [[r.village, r.old_commune, r.old_district, "Tuyên Quang", status.get(r.village, "uncovered"),
            "none" if "no AC power" in r.reported_status or "grid being built" in r.terrain_note else "",
            f"{r.reported_status} ({r.as_of}); {r.terrain_note}", r.source_url] for _, r in table.iterrows()])
    lines = ["schema: phusong.list/1", f"id: {ANSWERS}", "title:",
             f"  vi: {text('Tuyên Quang: thôn được nêu trong trả lời của Hội đồng nhân dân, 2020–2023')}",
             f"  en: {text('Tuyên Quang: villages named in council answers, 2020 to 2023')}",
             "level: province", f"area: {text('Tuyên Quang')}", "asOf: 2023-12-31", "dateAccuracy: year",
             'administration: "63"', "counts:", f"  named: {len(table)}", "villages:", f"  file: {ANSWERS}.csv", "  complete: false",
             f"source: {text('https://hdndtuyenquang.gov.vn; the answer stands with each village')}",
             f"note: {text('Villages of which voters said that they had no signal, with the answer. Some answers speak of one operator only. No list of all.')}"]
    (out / "lists" / f"{ANSWERS}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
