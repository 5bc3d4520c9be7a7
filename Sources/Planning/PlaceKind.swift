/// What sort of place a name stands for: it decides which leading words are units and not part of the name.
public enum PlaceKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Thôn, bản, ấp, tổ dân phố and the like.
    case village
    /// Xã, phường, thị trấn, đặc khu.
    case commune
    /// Huyện, quận, thị xã, thành phố of a province (until 2025-06-30).
    case district
    /// Tỉnh, thành phố.
    case province

    /// The units as people write them, the key that all spellings of one unit share, and whether a short form needs a dot or a digit
    /// behind it to be one. Longer forms come first.
    var units: [PlaceUnit] {
        switch self {
        case .village: PlaceUnit.village
        case .commune: PlaceUnit.commune
        case .district: PlaceUnit.district
        case .province: PlaceUnit.province
        }
    }
}

/// One way to write a unit word.
struct PlaceUnit: Sendable {
    /// Its words with their marks, lower case, NFC.
    let words: [String]
    /// What all ways to write it share; empty when the short form may mean several.
    let key: String
    /// A short form such as `P` or `T`: a unit only before a dot or a digit.
    let needsDot: Bool

    private init(_ words: String, _ key: String, needsDot: Bool = false) {
        self.words = words.split(separator: " ").map { $0.precomposedStringWithCanonicalMapping }
        self.key = key
        self.needsDot = needsDot
    }

    static let village: [PlaceUnit] = longestFirst([
        .init("thôn bản", "thon"), .init("bản làng", "ban"), .init("thôn", "thon"), .init("bản", "ban"), .init("làng", "lang"),
        .init("ấp", "ap"), .init("buôn làng", "buon"),
        .init("buôn", "buon"), .init("bon", "buon"), .init("plei", "plei"), .init("plây", "plei"), .init("plơi", "plei"),
        .init("pơlei", "plei"), .init("sóc", "soc"), .init("srok", "soc"), .init("phum", "phum"), .init("xóm", "xom"),
        .init("khóm", "khom"), .init("khối phố", "khoi"),
        .init("khối", "khoi"), .init("khu phố", "khu"), .init("khu dân cư", "khu"), .init("khu", "khu"), .init("tổ dân phố", "to"),
        .init("tổ nhân dân", "to"),
        .init("tổ", "to"), .init("tiểu khu", "tieukhu"), .init("cụm dân cư", "cum"), .init("cụm", "cum"), .init("đội", "doi"),
        .init("tdp", "to"), .init("tđp", "to"), .init("kp", "khu"), .init("kdc", "khu"), .init("tk", "tieukhu"),
        .init("th", "thon", needsDot: true),
        .init("t", "", needsDot: true), .init("b", "ban", needsDot: true),
    ])

    static let commune: [PlaceUnit] = longestFirst([
        .init("xã", "xa"), .init("phường", "phuong"), .init("thị trấn", "thitran"), .init("đặc khu", "dackhu"), .init("tt", "thitran"),
        .init("đk", "dackhu"), .init("x", "xa", needsDot: true), .init("p", "phuong", needsDot: true),
    ])

    static let district: [PlaceUnit] = longestFirst([
        .init("huyện đảo", "huyen"), .init("huyện", "huyen"), .init("quận", "quan"), .init("thị xã", "thixa"),
        .init("thành phố", "thanhpho"), .init("tx", "thixa"), .init("tp", "thanhpho"),
        .init("h", "huyen", needsDot: true), .init("q", "quan", needsDot: true),
    ])

    static let province: [PlaceUnit] = longestFirst([
        .init("tỉnh", "tinh"), .init("thành phố", "thanhpho"), .init("tp", "thanhpho"), .init("t", "tinh", needsDot: true),
    ])

    private static func longestFirst(_ units: [PlaceUnit]) -> [PlaceUnit] {
        units.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }.map(\.element)
    }
}
