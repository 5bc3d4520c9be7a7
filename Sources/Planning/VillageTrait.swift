/// Something about a village by which rules, funds and priorities tell villages apart. A village table or the table of communes may state it.
public enum VillageTrait: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    /// In a commune or village that the state lists as especially difficult (đặc biệt khó khăn).
    case especiallyDifficult = "especially_difficult"
    /// Mostly of ethnic minorities (dân tộc thiểu số).
    case ethnicMinority = "ethnic_minority"
    /// In a border commune (xã biên giới).
    case border
    /// On an island (hải đảo).
    case island
    /// Remote (vùng sâu, vùng xa).
    case remote
    /// Has a school or a branch of one (điểm trường).
    case school
    /// Has a clinic (trạm y tế).
    case clinic
    /// People live there. False for places that were left or flooded.
    case inhabited

    /// The word for people.
    public var label: Bilingual {
        switch self {
        case .especiallyDifficult: Bilingual(vi: "đặc biệt khó khăn", en: "especially difficult")
        case .ethnicMinority: Bilingual(vi: "dân tộc thiểu số", en: "ethnic minority")
        case .border: Bilingual(vi: "biên giới", en: "border")
        case .island: Bilingual(vi: "hải đảo", en: "island")
        case .remote: Bilingual(vi: "vùng sâu, vùng xa", en: "remote")
        case .school: Bilingual(vi: "có điểm trường", en: "has a school")
        case .clinic: Bilingual(vi: "có trạm y tế", en: "has a clinic")
        case .inhabited: Bilingual(vi: "có người ở", en: "inhabited")
        }
    }

    /// Orders as the cases stand.
    public static func < (left: VillageTrait, right: VillageTrait) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Reads what tables write: yes, no, có, không, x, 1, 0. Nil for anything else.
    public static func isStated(_ label: String) -> Bool? {
        switch NameFolding.key(label) {
        case "co", "yes", "y", "true", "1", "x", "dung", "t": true
        case "khong", "no", "n", "false", "0", "chua", "khongco", "sai", "f": false
        default: nil
        }
    }
}
