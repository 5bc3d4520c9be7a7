"""The coverage rules as files: what counts as signal, at what date, and whose numbers these are."""

COMMON = """\
technologies:              # which count, and until when (inclusive; absent = no end)
  - {name: 2G, until: 2026-09-15}
  - {name: 3G, until: 2028-09-15}
  - {name: 4G}
  - {name: 5G}
operators: any             # any | atLeast: 2
threshold: {rsrpDBm: -115, goodRSRPDBm: -105, receiverHeightMeters: 1.5, environment: outdoor, indoorExtraBelow1GHzDB: 12, indoorExtraAbove1GHzDB: 14}
reliability: {probability: 0.90, planningSigmaDB: 8}
"""
TAIL = """\
eligible: all
gradeByFallback: false
discRadiiMeters: {2G: 12000, 3G: 4000, 4G: 4000, 5G: 2000}
assumedExtent: {points: 6, ringMeters: 600}
"""
HEADS = {
    "signal-at-village": """\
schema: phusong.rule/1
id: signal-at-village
version: 1
title:
  vi: "Có sóng tại điểm trung tâm thôn, bản"
  en: "Signal at the village point"
source: "Official: the lists of 2021 and 2022 speak of villages with no mobile waves; phasing out 2G in September 2026 and 3G in September 2028. Ours: every number here (levels, probability, sigma, radii), since no public text gives them; the criteria letter 1603/BTTTT-CVT of 2024 is not public."
note:
  vi: "Một thôn được tính là có sóng khi điểm của thôn nằm trong ít nhất một vùng phủ của bất kỳ nhà mạng và công nghệ nào còn hoạt động. Ngày kết thúc 2G: chính xác đến ngày (Thông tư 03 và 04/2024/TT-BTTTT: đến hết 15/9/2026). Ngày kết thúc 3G: chỉ biết tháng; ngày 15 là giả định theo 2G."
  en: "A village is covered when its point lies in at least one footprint of any operator and any technology still in service. End of 2G: accuracy day (circulars 03 and 04/2024/TT-BTTTT: to the end of 2026-09-15). End of 3G: accuracy month; the 15th is assumed after the 2G date. Service for 2G-only phones ended on 2024-10-15, before 2G itself."
""",
    "two-grade-2024": """\
schema: phusong.rule/1
id: two-grade-2024
version: 2
title:
  vi: "Hai mức: trắng sóng và lõm sóng (2024)"
  en: "Two grades: no signal and partly covered (2024)"
source: "Official: the words trắng sóng (no signal) and lõm sóng (partly covered) in lists since 2024; phasing out 2G in September 2026 and 3G in September 2028. Ours: every number here, since the criteria letter 1603/BTTTT-CVT of 2024 is not public."
note:
  vi: "Một thôn có sóng khi trung tâm và mọi cụm dân cư đều có sóng, trắng sóng khi không nơi nào có, lõm sóng ở giữa. Các cụm lấy từ dự án (clusters), nếu không có thì từ khu dân cư trên bản đồ (residential), nếu không nữa thì giả định một vòng điểm quanh trung tâm (assumedExtent), không xa quá nửa đường tới thôn gần nhất. Ngày kết thúc 2G: chính xác đến ngày (Thông tư 03 và 04/2024/TT-BTTTT: đến hết 15/9/2026). Ngày kết thúc 3G: chỉ biết tháng; ngày 15 là giả định theo 2G."
  en: "A village is covered when its centre and all its clusters have signal, uncovered when none has, partial in between. Clusters are the project's own (clusters), else residential areas of a map (residential), else an assumed ring of points around the centre (assumedExtent), no farther out than half the way to the nearest village. End of 2G: accuracy day (circulars 03 and 04/2024/TT-BTTTT: to the end of 2026-09-15). End of 3G: accuracy month; the 15th is assumed after the 2G date. Service for 2G-only phones ended on 2024-10-15, before 2G itself."
""",
}
GRADES = {"signal-at-village": "[covered, uncovered]", "two-grade-2024": "[covered, partial, uncovered]"}


def build(out):
    """Write GeoData/rules."""
    (out / "rules").mkdir(parents=True, exist_ok=True)
    for name, head in HEADS.items():
        text = head + COMMON + f"grades: {GRADES[name]}\n" + TAIL
        (out / "rules" / f"{name}.yaml").write_text(text, encoding="utf-8")
