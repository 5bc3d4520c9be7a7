import Foundation

/// Coordinates as people type them into one cell or two.
enum CoordinateCell {
    struct Pair: Equatable {
        var first: Double
        var second: Double
        var hadDecimalComma: Bool
    }

    /// One number: decimal degrees with point or comma, with or without °, or degrees, minutes and seconds (`105°20'53"E`).
    static func number(_ text: String) -> NumberText.Reading? {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if let dms = degreesMinutesSeconds(trimmed) { return .init(value: dms, hadDecimalComma: false) }
        let plain = trimmed.trimmingCharacters(in: CharacterSet(charactersIn: "°ºNEne "))
        return NumberText.read(plain)
    }

    /// Two numbers in one cell: `105.34808, 22.62924`, `105,34808/22,62924`, `22.6; 105.3`, `105.3 22.6`.
    static func split(_ text: String) -> Pair? {
        for separator in ["/", ";", "|", " - ", "\t"] where text.contains(separator) {
            return pair(text.components(separatedBy: separator))
        }
        let commas = text.count { $0 == "," }
        if commas == 1, text.contains(".") { return pair(text.components(separatedBy: ",")) }
        if commas == 3 {
            // "105,34808, 22,62924": the second comma separates.
            let parts = text.components(separatedBy: ",")
            return pair(["\(parts[0]),\(parts[1])", "\(parts[2]),\(parts[3])"])
        }
        if commas == 1, let range = text.range(of: ", ") {
            return pair([String(text[..<range.lowerBound]), String(text[range.upperBound...])])
        }
        return pair(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static func pair(_ parts: [String]) -> Pair? {
        let kept = parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard kept.count == 2, let first = number(kept[0]), let second = number(kept[1]) else { return nil }
        return Pair(first: first.value, second: second.value, hadDecimalComma: first.hadDecimalComma || second.hadDecimalComma)
    }

    private static func degreesMinutesSeconds(_ text: String) -> Double? {
        guard text.contains("°") || text.contains("º"), text.contains("'") || text.contains("′") || text.contains("’") else { return nil }
        let numbers = text.split { !($0.isNumber || $0 == "." || $0 == ",") }
            .compactMap { Double($0.replacingOccurrences(of: ",", with: ".")) }
        guard (2...3).contains(numbers.count), numbers[1] < 60, numbers.count < 3 || numbers[2] < 60 else { return nil }
        return numbers[0] + numbers[1] / 60 + (numbers.count == 3 ? numbers[2] / 3600 : 0)
    }
}
