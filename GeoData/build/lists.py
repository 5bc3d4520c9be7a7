"""The official counts as list vintages, one file each. Numbers and sources are read from the gathered table."""
import json

import pandas

from text import nfc

NATIONAL, PROVINCE = "Viet Nam", "Tuyen Quang (34-system incl. Ha Giang)"

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
     "Without grid: 4 of the 91 and 14 of the 182."),
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
        lines = ["schema: phusong.list/1", f"id: {name}", "title:", f"  vi: {text(vi)}", f"  en: {text(en)}",
                 f"level: {used[0].level}", f"area: {text('Việt Nam' if area == NATIONAL else 'Tuyên Quang')}",
                 f"asOf: {date}", f"dateAccuracy: {used[0].date_accuracy}", "counts:",
                 *[f"  {k}: {v}" for k, v in values.items()],
                 f"source: {text('; '.join(sources))}", f"note: {text(note)}"]
        (out / "lists" / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
