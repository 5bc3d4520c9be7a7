import Radio

extension Polarization {
    /// Reads `1`, `2`, `1.0`, `H`, `v`. Nil for anything else.
    init?(_ text: String) {
        switch text.lowercased() {
        case "h": self = .horizontal
        case "v": self = .vertical
        default:
            guard let number = NumberCell.read(text).flatMap({ Int(exactly: $0) }) else { return nil }
            self.init(rawValue: number)
        }
    }
}
