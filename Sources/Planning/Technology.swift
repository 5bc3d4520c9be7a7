/// A generation of mobile radio. Ordered from the oldest to the newest.
public enum Technology: String, CaseIterable, Comparable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// GSM and its data services.
    case gsm2G = "2G"
    /// UMTS, and CDMA 2000 in old tables.
    case umts3G = "3G"
    /// LTE.
    case lte4G = "4G"
    /// NR.
    case nr5G = "5G"

    /// Reads a name as found in operators' tables: `4G`, `lte`, `LTE 1800`, `UMTS`, `GSM`, `3G 2100 MHz`, `NR`, `5g-nsa`.
    public init?(label: String) {
        let folded = NameFolding.key(label)
        let key = folded.hasSuffix("mhz") ? String(folded.dropLast(3)) : folded
        switch key {
        case "2g", "gsm", "gprs", "edge", "2ggsm": self = .gsm2G
        case "3g", "umts", "wcdma", "hspa", "cdma", "hsdpa": self = .umts3G
        case "4g", "lte", "4glte", "lteadvanced", "eutran": self = .lte4G
        case "5g", "nr", "5gnr", "5gnsa", "5gsa", "newradio": self = .nr5G
        default:
            // A band may follow the name: "LTE1800", "3G 2100".
            let prefixes: [(String, Technology)] = [
                ("2g", .gsm2G), ("gsm", .gsm2G), ("3g", .umts3G), ("umts", .umts3G), ("wcdma", .umts3G),
                ("4g", .lte4G), ("lte", .lte4G), ("5g", .nr5G), ("nr", .nr5G),
            ]
            guard let match = prefixes.first(where: { key.hasPrefix($0.0) && key.dropFirst($0.0.count).allSatisfy(\.isNumber) })
            else { return nil }
            self = match.1
        }
    }

    /// Orders from the oldest to the newest.
    public static func < (left: Technology, right: Technology) -> Bool { left.rawValue < right.rawValue }
}
