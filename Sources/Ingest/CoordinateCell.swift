import Foundation
import Planning

/// Coordinates as people type them into one cell or two.
enum CoordinateCell {
    struct Pair: Equatable {
        var first: Double
        var second: Double
        var hadDecimalComma: Bool
    }

    /// One number: decimal degrees with point or comma, with or without ° and hemisphere, or degrees, minutes and seconds (`105°20'53"E`).
    ///
    /// West and south are negative. A letter that is no hemisphere and no unit makes it unreadable.
    static func number(_ text: String) -> NumberText.Reading? {
        guard text.utf8.count <= 64, let sign = sign(ofLettersIn: text) else { return nil }
        let ends = CharacterSet.whitespacesAndNewlines.union(.letters).union(CharacterSet(charactersIn: "°º˚"))
        let plain = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: ends)
        guard var reading = degreesMinutesSeconds(plain) ?? NumberText.read(plain) else { return nil }
        reading.value *= sign
        return reading
    }

    /// Two numbers in one cell: `105.34808, 22.62924`, `105,34808/22,62924`, `22.6; 105.3`, `105.3 22.6`.
    static func split(_ text: String) -> Pair? {
        guard text.utf8.count <= 128 else { return nil }
        let text = text.trimmingCharacters(in: CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "()[]")))
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

    /// 1 for north, east and no letter at all, -1 for south and west; nil for other words.
    ///
    /// `N` is read as north, never as "nam" (south): all of the country lies north of the equator.
    private static func sign(ofLettersIn text: String) -> Double? {
        switch NameFolding.key(text.filter { $0.isLetter && !"º".contains($0) }) {
        case "", "n", "e", "b", "d", "bac", "dong", "north", "east", "do", "deg", "m": 1
        case "s", "w", "t", "nam", "tay", "south", "west": -1
        default: nil
        }
    }

    private static func degreesMinutesSeconds(_ text: String) -> NumberText.Reading? {
        guard let mark = text.firstIndex(where: { "°º˚".contains($0) }), text[mark...].contains(where: \.isNumber) else { return nil }
        let parts = text.split { !($0.isASCII && $0.isNumber || $0 == "." || $0 == ",") }
        guard (2...3).contains(parts.count), parts.dropLast().allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
        let numbers = parts.compactMap { Double($0.replacingOccurrences(of: ",", with: ".")) }
        guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        let value = numbers[0] + numbers[1] / 60 + (numbers.count == 3 ? numbers[2] / 3600 : 0)
        return .init(value: text.hasPrefix("-") ? -value : value, hadDecimalComma: false)
    }
}
