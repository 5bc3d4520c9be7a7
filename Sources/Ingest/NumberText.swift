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
        guard let digits = withoutUnit(text).flatMap(withoutSpaces) else { return nil }
        let commas = digits.count { $0 == "," }
        let points = digits.count { $0 == "." }
        switch (commas, points) {
        case (0, 0), (0, 1): return finite(digits, comma: false)
        case (1, 0): return finite(digits.replacingOccurrences(of: ",", with: "."), comma: true)
        case (0, 2...): return joined(digits, separator: ".").flatMap { finite($0, comma: false) }
        case (2..., 0): return joined(digits, separator: ",").flatMap { finite($0, comma: false) }
        default:
            // Both kinds: the last one is the decimal mark, the other groups thousands.
            guard let last = digits.last(where: { $0 == "," || $0 == "." }), let mark = digits.lastIndex(of: last),
                let whole = joined(String(digits[..<mark]), separator: last == "," ? "." : ",")
            else { return nil }
            return finite("\(whole).\(digits[digits.index(after: mark)...])", comma: last == ",")
        }
    }

    /// The value of a whole number written with one thousands separator, `1.234` or `1,234`; nil for anything else.
    ///
    /// As a measure the same text would be a fraction, so only a column of counts or money may ask.
    static func thousands(_ text: String) -> Double? {
        guard let digits = withoutUnit(text) else { return nil }
        let groups = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard groups.count == 2, groups[0] != "0", let whole = joined(digits, separator: digits.contains(".") ? "." : ",")
        else { return nil }
        return Double(whole)
    }

    /// Without white space around it, and without a unit after it, as in `45 m` or `46dBm`.
    private static func withoutUnit(_ text: String) -> String? {
        // No number that people type is longer; a pasted page need not be searched.
        guard text.utf8.count <= 64 else { return nil }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines).replacingOccurrences(of: "\u{2212}", with: "-")
        guard let unit = trimmed.firstIndex(where: { $0.isLetter || $0 == "°" }), unit != trimmed.startIndex else { return trimmed }
        if trimmed[unit] == "e" || trimmed[unit] == "E", Double(trimmed) != nil { return trimmed }
        let rest = trimmed[unit...]
        // Digits after the letters make it a code or an address, not a measure.
        guard rest.count <= 6, !rest.contains(where: \.isNumber) else { return nil }
        return String(trimmed[..<unit]).trimmingCharacters(in: .whitespaces)
    }

    /// Spaces may group thousands, `1 234 567,5`; anything else between two numbers makes two numbers of it.
    private static func withoutSpaces(_ text: String) -> String? {
        let groups = text.split(whereSeparator: \.isWhitespace)
        guard groups.count > 1 else { return text }
        guard let last = groups.last, isGroup(groups[0], first: true), groups.dropFirst().dropLast().allSatisfy({ isGroup($0) }),
            isGroup(last.prefix { $0 != "," && $0 != "." })
        else { return nil }
        return groups.joined()
    }

    /// A number without the separators of its thousands; nil where they do not stand every three digits.
    private static func joined(_ text: String, separator: Character) -> String? {
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, groups.count == 1 || isGroup(first, first: true), groups.dropFirst().allSatisfy({ isGroup($0) })
        else { return nil }
        return groups.joined()
    }

    private static func isGroup(_ text: Substring, first: Bool = false) -> Bool {
        let digits = first && (text.hasPrefix("-") || text.hasPrefix("+")) ? text.dropFirst() : text
        return (first ? 1...3 : 3...3).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func finite(_ text: String, comma: Bool) -> Reading? {
        // Double(_:) would also take hexadecimal digits, "nan" and "infinity".
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), value.isFinite else { return nil }
        return Reading(value: value, hadDecimalComma: comma)
    }
}
