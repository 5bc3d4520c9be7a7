import Planning

/// What a field of an exported layer holds.
struct FieldEntry: Sendable {
    var name: String
    /// At most ten letters, for Shapefiles.
    var short: String
    /// Empty for text and for pure numbers.
    var unit: String
    /// A few words, as a column's title.
    var title: Bilingual
    /// One sentence or two.
    var meaning: Bilingual
    /// The words that may stand there, each with its meaning; empty where anything may.
    var words: [(word: String, meaning: Bilingual)]

    init(
        _ name: String, _ short: String, unit: String = "", _ title: (vi: String, en: String), _ meaning: (vi: String, en: String),
        _ words: [(word: String, meaning: Bilingual)] = []
    ) {
        self.name = name
        self.short = short
        self.unit = unit
        self.title = Bilingual(vi: title.vi, en: title.en)
        self.meaning = Bilingual(vi: meaning.vi, en: meaning.en)
        self.words = words
    }

    /// A value as people read it: the meaning of a word, a number with its unit.
    func readable(_ value: String, _ language: Language) -> String {
        let parts = value.split(separator: ";").map { part in words.first { $0.word == part }?.meaning.text(language) ?? String(part) }
        return parts.joined(separator: ", ") + (unit.isEmpty ? "" : " \(unit)")
    }
}

/// The one dictionary of all fields in exports: `fields.md`, titles in KML and short names in Shapefiles come from here.
enum FieldDictionary {
    /// The entry of a field: a layer's own where it has one, else the common one.
    static func entry(_ layer: String, _ field: String) -> FieldEntry? {
        own[layer]?[field] ?? common[field]
    }

    /// Fields that mean the same wherever they stand.
    static let common = byName(villageFields + siteFields + planFields + tableFields)

    /// Fields that mean something of their own in a layer.
    static let own: [String: [String: FieldEntry]] = [
        "sites": byName(ownOfSites), "footprints": byName(ownOfFootprints), "proposed_sites": byName(ownOfProposedSites),
        "villages_after": byName(ownOfVillagesAfter), "candidates": byName(ownOfCandidates), "links": byName(ownOfLinks),
    ]

    private static func byName(_ entries: [FieldEntry]) -> [String: FieldEntry] {
        Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The layers, with what they hold.
    static let layers: [(name: String, meaning: Bilingual)] = [
        (
            "villages",
            Bilingual(
                vi:
                    "Thôn, bản (điểm). Bản cho một nhà mạng chỉ có thôn mà nhà mạng đang phục vụ hoặc sẽ phục vụ theo phương án, với dịch vụ của chính nhà mạng.",
                en: "Villages (points). An operator gets those that it serves or would serve by the plan, with its own service.")
        ),
        (
            "dead_zones",
            Bilingual(
                vi: "Mọi thôn trắng sóng hoặc lõm sóng theo quy tắc (điểm).",
                en: "Every village without signal or partly covered by the rule (points).")
        ),
        (
            "sites",
            Bilingual(
                vi: "Trạm hiện có (điểm). Trạm của nhà mạng khác chỉ có khi được chia sẻ và không mật.",
                en: "Existing sites (points). Those of other operators only where shared and not confidential.")
        ),
        (
            "footprints",
            Bilingual(
                vi: "Vùng được tính là có sóng: vùng phủ do nhà mạng khai, hoặc vòng tròn thay thế (vùng).",
                en: "Areas taken as covered: footprints stated by operators, or discs in their place (areas).")
        ),
        ("proposed_sites", Bilingual(vi: "Trạm đề xuất của phương án (điểm).", en: "Proposed sites of the plan (points).")),
        (
            "links",
            Bilingual(
                vi: "Tuyến truyền dẫn từ trạm đề xuất tới trạm nối (đường). Chỉ có khi cả hai đầu được phép xem.",
                en: "Transmission lines from proposed sites to the sites that connect them (lines), where both ends may be seen.")
        ),
        ("villages_after", Bilingual(vi: "Mọi thôn sau khi thực hiện phương án (điểm).", en: "Every village with the plan (points).")),
        (
            "candidates",
            Bilingual(
                vi: "Mọi vị trí và phương án kỹ thuật đã xem xét, kèm lý do chọn hay không (điểm).",
                en: "Every place and option that was looked at, with the reason why it is or is not in the plan (points).")
        ),
    ]

    // MARK: Words

    static func word(_ word: String, _ vi: String, _ en: String) -> (word: String, meaning: Bilingual) { (word, Bilingual(vi: vi, en: en)) }

    static let yesNo = [word("true", "có", "yes"), word("false", "không", "no")]
}
