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

SOURCE = (
    "Official: the words trắng sóng (no signal) and lõm sóng (partly covered) in lists since 2024; phasing out 2G in September 2026 and 3G in "
    "September 2028. Ours: every number here, since the criteria letter 1603/BTTTT-CVT of 2024 is not public"
)
# The rules that differ from two-grade-2024 in one thing: title (vi, en), note (vi, en), what the source adds, and the lines that differ.
VARIANTS = {
    "difficult-villages-2024": dict(
        title=("Thôn có người ở, có điện, thuộc vùng khó khăn", "Inhabited, electrified villages of difficult areas"),
        note=("Như two-grade-2024, chỉ xét thôn có người ở, có điện lưới và thuộc diện đặc biệt khó khăn, vùng sâu vùng xa, biên giới hoặc hải đảo. Thiếu số liệu thì vẫn xét.", "As two-grade-2024, but only about villages that are inhabited, have grid electricity and are especially difficult, remote, on the border or on an island. What is not known shuts nobody out."),
        source="",
        eligible="{inhabited: true, electrified: true, anyOf: [especially_difficult, remote, border, island]}"),
    "indoor-2024": dict(
        title=("Có sóng trong nhà", "Signal indoors"),
        note=("Như two-grade-2024, nhưng điện thoại ở trong nhà: trừ thêm 12 dB dưới 1 GHz, 14 dB trên 1 GHz.", "As two-grade-2024, with the phone inside a house: 12 dB more loss below 1 GHz, 14 dB above."),
        source="",
        environment="indoor"),
    "mobifone-2024": dict(
        title=("Có sóng MobiFone", "Signal of MobiFone"),
        note=("Như two-grade-2024, nhưng chỉ tính sóng của MobiFone.", "As two-grade-2024, but only MobiFone counts."),
        source="",
        operators="{only: mobifone}"),
    "only-4g-2024": dict(
        title=("Chỉ tính 4G và 5G", "Only 4G and 5G count"),
        note=("Như two-grade-2024, nhưng 2G và 3G không được tính: tình trạng sau khi tắt sóng 3G.", "As two-grade-2024, but 2G and 3G do not count: how things stand once 3G is off."),
        source="",
        retired="none"),
    "two-operators-2024": dict(
        title=("Có sóng của ít nhất hai nhà mạng", "Signal of at least two operators"),
        note=("Như two-grade-2024, nhưng mỗi điểm phải có sóng của ít nhất hai nhà mạng.", "As two-grade-2024, but at least two operators must be heard."),
        source="",
        operators="{atLeast: 2}"),
    "vehicle-2024": dict(
        title=("Có sóng trong xe", "Signal in a vehicle"),
        note=("Như two-grade-2024, nhưng điện thoại ở trong xe: trừ thêm 9 dB (3GPP TR 38.901, 7.4.3.2).", "As two-grade-2024, with the phone in a car: 9 dB more loss (3GPP TR 38.901, 7.4.3.2)."),
        source="; the loss into a car is the mean of 3GPP TR 38.901, clause 7.4.3.2",
        environment="vehicle, vehicleExtraDB: 9"),
    "viettel-2024": dict(
        title=("Có sóng Viettel", "Signal of Viettel"),
        note=("Như two-grade-2024, nhưng chỉ tính sóng của Viettel.", "As two-grade-2024, but only Viettel counts."),
        source="",
        operators="{only: viettel}"),
    "vnpt-2024": dict(
        title=("Có sóng VNPT", "Signal of VNPT"),
        note=("Như two-grade-2024, nhưng chỉ tính sóng của VNPT.", "As two-grade-2024, but only VNPT counts."),
        source="",
        operators="{only: vnpt}"),
}


def variant(name, title, note, source, operators="any", eligible="all", environment="outdoor", retired=None):
    """One of VARIANTS as the text of its file."""
    old = "" if retired == "none" else "  - {name: 2G, until: 2026-09-15}\n  - {name: 3G, until: 2028-09-15}\n"
    return (
        f'schema: phusong.rule/1\nid: {name}\nversion: 1\ntitle:\n  vi: "{title[0]}"\n  en: "{title[1]}"\nsource: "{SOURCE}{source}."\n'
        f'note:\n  vi: "{note[0]}"\n  en: "{note[1]}"\n'
        "technologies:              # which count, and until when (inclusive; absent = no end)\n"
        f"{old}  - {{name: 4G}}\n  - {{name: 5G}}\noperators: {operators}\n"
        f"threshold: {{rsrpDBm: -115, goodRSRPDBm: -105, receiverHeightMeters: 1.5, environment: {environment}, "
        "indoorExtraBelow1GHzDB: 12, indoorExtraAbove1GHzDB: 14}\n"
        f"reliability: {{probability: 0.90, planningSigmaDB: 8}}\ngrades: {GRADES['two-grade-2024']}\n"
        + TAIL.replace("eligible: all", f"eligible: {eligible}")
    )


def build(out):
    """Write GeoData/rules."""
    (out / "rules").mkdir(parents=True, exist_ok=True)
    for name, head in HEADS.items():
        text = head + COMMON + f"grades: {GRADES[name]}\n" + TAIL
        (out / "rules" / f"{name}.yaml").write_text(text, encoding="utf-8")
    for name, parts in VARIANTS.items():
        (out / "rules" / f"{name}.yaml").write_text(variant(name, **parts), encoding="utf-8")
