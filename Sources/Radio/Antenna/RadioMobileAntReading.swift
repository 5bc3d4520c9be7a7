import Foundation

/// A pattern text of Radio Mobile taken apart line by line, every defect kept.
struct RadioMobileAntReading {
    private(set) var horizontal: PatternCut?
    private(set) var vertical: PatternCut?
    private(set) var defects: [AntennaPatternDefect] = []

    /// More of one file help nobody.
    private static let shownLines = 20

    init(text: String) {
        let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        guard !body.unicodeScalars.contains(where: { $0.value == 0 }) else {
            note(.notText)
            return
        }
        var values: [(line: Int, value: Double)] = []
        var unreadable = 0
        for (index, raw) in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let word = Self.trimmed(raw)
            if word.isEmpty { continue }
            guard let value = Self.number(word) else {
                unreadable += 1
                if unreadable <= Self.shownLines { note(.lineUnreadable, line: index + 1, found: word) }
                continue
            }
            if word.contains(","), !defects.contains(where: { $0.code == .decimalComma }) {
                note(.decimalComma, line: index + 1, found: word)
            }
            if abs(value) > 200 { note(.lossOutOfRange, line: index + 1, found: word) }
            values.append((index + 1, value))
        }
        guard values.count + unreadable == RadioMobileAnt.lineCount else {
            note(values.isEmpty && unreadable == 0 ? .empty : .lineCountWrong, found: "\(values.count + unreadable)")
            return
        }
        guard unreadable == 0 else { return }
        finish(values)
    }

    static func trimmed(_ line: Substring) -> String { line.trimmingCharacters(in: .whitespaces) }

    /// A decimal number with point or comma; nil for anything else.
    static func number(_ word: String) -> Double? {
        let text = word.replacingOccurrences(of: ",", with: ".")
        // Double(_:) would also take hexadecimal digits, "nan" and "inf".
        guard text.allSatisfy({ "0123456789+-.eE".contains($0) }), let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private mutating func note(_ code: AntennaPatternDefect.Code, line: Int? = nil, field: String = "", found: String = "") {
        let shown = found.count > 60 ? found.prefix(60) + "…" : found[...]
        defects.append(AntennaPatternDefect(code, line: line, field: field, found: String(shown)))
    }

    private mutating func finish(_ values: [(line: Int, value: Double)]) {
        let hasGains = values.contains { $0.value < 0 }
        if hasGains, let positive = values.first(where: { $0.value > 0 }) {
            note(.lossSignsMixed, line: positive.line, found: "\(positive.value)")
            return
        }
        let losses = values.map { abs($0.value) }
        let around = losses[..<RadioMobileAnt.cutCount]
        let upright = losses[RadioMobileAnt.cutCount...]
        horizontal = PatternCut(samples: around.enumerated().map { (Double($0.offset), $0.element) })
        // The file begins at the zenith; cuts begin at the horizon in front.
        vertical = PatternCut(samples: upright.enumerated().map { (Double($0.offset) - 90, $0.element) })
        for (one, other) in [(0, 450), (180, 630)] where abs(losses[one] - losses[other]) > 0.5 {
            note(
                .cutsDisagree, line: values[one].line, field: "line \(values[other].line)",
                found: "\(values[one].value) and \(values[other].value)")
        }
        if let least = losses.min(), least > 3 { note(.peakNotZero, found: "\(least) dB") }
    }
}
