/// Whether a village has grid electricity. Without it a mast needs its own power (solar).
public enum Electricity: String, CaseIterable, Hashable, Sendable, Codable {
    /// Connected to the grid.
    case grid
    /// Not connected, whatever other source there is.
    case none
    /// Nobody says.
    case unknown

    /// The words for people.
    public var label: Bilingual {
        switch self {
        case .grid: Bilingual(vi: "có điện lưới", en: "with grid electricity")
        case .none: Bilingual(vi: "chưa có điện lưới dùng được", en: "without usable grid electricity")
        case .unknown: Bilingual(vi: "chưa rõ về điện", en: "electricity unknown")
        }
    }

    /// Reads what tables write: `grid`, `có`, `không`, `yes`, `no`, `0`, `1`, `solar`, `điện lưới`. Nil for anything else.
    public init?(label: String) {
        switch NameFolding.key(label) {
        case "grid", "co", "yes", "y", "true", "1", "x", "dienluoi", "codien", "codienluoi", "luoi", "luoidien", "dienluoiquocgia",
            "luoidienquocgia", "codienluoiquocgia":
            self = .grid
        case "none", "khong", "no", "n", "false", "0", "chua", "chuaco", "khongco", "khongdien", "chuacodien", "chuacodienluoi",
            "khongcodien", "khongcodienluoi", "chuacodienluoiquocgia", "khongcodienluoiquocgia", "solar", "offgrid", "nogrid",
            "dienmattroi", "nangluongmattroi":
            self = .none
        case "", "unknown", "na", "khongro", "chuaro": self = .unknown
        default: return nil
        }
    }
}
