import Foundation

/// Numbers as people type them.
enum NumberText {
    /// A number and whether it was written with a decimal comma.
    struct Reading: Equatable {
        var value: Double
        var hadDecimalComma: Bool
    }

    /// Reads `105.34808`, `105,34808`, ` 1 234 `, `1.234.567`, `46 dBm`. Nil for anything else, and for infinities.
    ///
    /// One comma and no point is a decimal comma; several equal separators group thousands (`1.234.567`, `1,234,567`).
    static func read(_ text: String) -> Reading? {
        var digits = text.trimmingCharacters(in: .whitespacesAndNewlines)
        // A unit after the number, as in "45 m" or "46dBm", is not part of it.
        if let unit = digits.firstIndex(where: { $0.isLetter || $0 == "°" }), unit != digits.startIndex {
            let rest = digits[unit...]
            guard !isExponent(digits, at: unit) else { return finite(digits, comma: false) }
            guard rest.count <= 6 else { return nil }
            digits = String(digits[..<unit]).trimmingCharacters(in: .whitespaces)
        }
        digits = digits.filter { $0 != " " && $0 != "\u{00A0}" && $0 != "\u{202F}" }
        let commas = digits.count { $0 == "," }
        let points = digits.count { $0 == "." }
        switch (commas, points) {
        case (0, 0), (0, 1): return finite(digits, comma: false)
        case (1, 0): return finite(digits.replacingOccurrences(of: ",", with: "."), comma: true)
        case (0, 2...): return grouped(digits, separator: ".").flatMap { finite($0, comma: false) }
        case (2..., 0): return grouped(digits, separator: ",").flatMap { finite($0, comma: false) }
        default:
            // Both kinds: the last one is the decimal mark.
            guard let lastComma = digits.lastIndex(of: ","), let lastPoint = digits.lastIndex(of: ".") else { return nil }
            let decimal: Character = lastComma > lastPoint ? "," : "."
            guard digits.count(where: { $0 == decimal }) == 1 else { return nil }
            let plain = digits.filter { $0 == decimal || ($0 != "," && $0 != ".") }
            return finite(plain.replacingOccurrences(of: ",", with: "."), comma: decimal == ",")
        }
    }

    private static func isExponent(_ text: String, at index: String.Index) -> Bool {
        (text[index] == "e" || text[index] == "E") && Double(text) != nil
    }

    private static func grouped(_ text: String, separator: Character) -> String? {
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined()
    }

    private static func finite(_ text: String, comma: Bool) -> Reading? {
        guard let value = Double(text), value.isFinite else { return nil }
        return Reading(value: value, hadDecimalComma: comma)
    }
}
