/// Whether a village has grid electricity. Without it a mast needs its own power (solar).
public enum Electricity: String, CaseIterable, Hashable, Sendable, Codable {
    case grid
    case none
    case unknown

    /// Reads what tables write: `grid`, `có`, `không`, `yes`, `no`, `0`, `1`, `solar`, `điện lưới`. Nil for anything else.
    public init?(label: String) {
        switch NameFolding.key(label) {
        case "grid", "co", "yes", "y", "true", "1", "x", "dienluoi", "codien", "codienluoi", "luoi": self = .grid
        case "none", "khong", "no", "n", "false", "0", "chua", "chuaco", "khongco", "khongdien", "chuacodien", "chuacodienluoi",
            "khongcodien", "solar", "offgrid", "nogrid":
            self = .none
        case "", "unknown", "na", "khongro": self = .unknown
        default: return nil
        }
    }
}
