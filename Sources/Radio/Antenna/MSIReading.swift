/// A pattern text taken apart line by line, every defect kept.
struct MSIReading {
    private(set) var name = ""
    private(set) var make = ""
    private(set) var comments: [String] = []
    private(set) var frequencyMHz: Double?
    private(set) var horizontalBeamwidthDegrees: Double?
    private(set) var verticalBeamwidthDegrees: Double?
    private(set) var frontToBackDB: Double?
    private(set) var electricalTiltDegrees: Double?
    private(set) var gainDBi: Double?
    private(set) var horizontal: PatternCut?
    private(set) var vertical: PatternCut?
    private(set) var defects: [AntennaPatternDefect] = []

    /// A dipole's gain over an isotropic antenna, dB.
    static let dipoleGainDBi = 2.15

    private struct Table {
        let title: String
        let line: Int
        let declaredRows: Int?
        var rows: [(line: Int, angle: Double, loss: Double)] = []
        var unreadableRows = 0
    }

    private var tables: [Table] = []
    private var open: Int?
    private var sawGain = false
    private var sawWord = false

    init(text: String) {
        // A byte-order mark is no part of the first word.
        let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        guard !body.unicodeScalars.contains(where: { $0.value == 0 }) else {
            note(.notText)
            return
        }
        var line = 0
        // CR LF is one Character in Swift, and a lone CR is a line end too.
        for raw in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            read(raw, line)
        }
        guard sawWord else {
            note(.empty)
            return
        }
        finish()
    }

    /// The defects in the order of lines; those of the whole file come last.
    var sortedDefects: [AntennaPatternDefect] {
        defects.enumerated().sorted { ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset) }.map(\.element)
    }

    mutating func note(_ code: AntennaPatternDefect.Code, line: Int? = nil, field: String = "", found: String = "") {
        let shown = found.count > 60 ? found.prefix(60) + "…" : found[...]
        defects.append(AntennaPatternDefect(code, line: line, field: field, found: String(shown)))
    }

    /// The line of a table's title.
    func line(of title: String) -> Int? { tables.first { $0.title == title }?.line }

    // MARK: Lines

    private mutating func read(_ raw: Substring, _ line: Int) {
        let words = raw.split(whereSeparator: { $0.isWhitespace || $0 == ";" })
        guard let first = words.first else { return }
        sawWord = true
        if first.first.map({ $0.isNumber || "+-.,\u{2212}".contains($0) }) ?? false {
            readRow(words, raw, line)
            return
        }
        open = nil
        let key = first.uppercased()
        let value = words.dropFirst().joined(separator: " ")
        switch key {
        case "NAME": name = value
        case "MAKE": make = value
        case "COMMENT", "COMMENTS": if !value.isEmpty { comments.append(value) }
        case "FREQUENCY": frequencyMHz = frequency(value, line)
        case "H_WIDTH": horizontalBeamwidthDegrees = plain(value, key, line)
        case "V_WIDTH": verticalBeamwidthDegrees = plain(value, key, line)
        case "FRONT_TO_BACK": frontToBackDB = plain(value, key, line).map { abs($0) }
        case "ELECTRICAL_TILT": electricalTiltDegrees = plain(value, key, line)
        case "TILT": readTilt(words.dropFirst(), line)
        case "GAIN": readGain(value, line)
        case "HORIZONTAL", "VERTICAL": openTable(key, words.dropFirst().first, line)
        default:
            // Some manufacturers leave the word NAME out of the first line.
            if name.isEmpty, tables.isEmpty, !sawGain, line == 1 { name = words.joined(separator: " ") }
        }
    }

    /// `TILT ELECTRICAL`, `TILT 4`, `TILT ELECTRICAL 4`: the kind is no number, and a number is the electrical tilt.
    private mutating func readTilt(_ words: ArraySlice<Substring>, _ line: Int) {
        guard let last = words.last, last.first.map({ $0.isNumber || "+-.,".contains($0) }) ?? false else { return }
        if words.first?.uppercased() != "MECHANICAL" { electricalTiltDegrees = plain(String(last), "TILT", line) ?? electricalTiltDegrees }
    }

    private mutating func readGain(_ value: String, _ line: Int) {
        let split = value.firstIndex(where: \.isLetter) ?? value.endIndex
        let unit = value[split...].lowercased().filter { !$0.isWhitespace }
        sawGain = true
        guard let number = number(value[..<split], line) else { return note(.gainUnreadable, line: line, field: "GAIN", found: value) }
        guard unit.isEmpty || unit == "dbd" || unit == "dbi" else { return note(.gainUnit, line: line, field: "GAIN", found: value) }
        let gain = unit == "dbi" ? number : number + Self.dipoleGainDBi
        guard (-20...60).contains(gain) else { return note(.gainOutOfRange, line: line, field: "GAIN", found: value) }
        if let gainDBi, gainDBi != gain { return note(.gainRepeated, line: line, field: "GAIN", found: value) }
        gainDBi = gain
    }

    private mutating func openTable(_ title: String, _ count: Substring?, _ line: Int) {
        var declared: Int?
        if let count {
            declared = Int(count)
            if declared == nil || declared ?? 0 < 1 {
                note(.tableCountUnreadable, line: line, field: title, found: String(count))
                declared = nil
            }
        }
        tables.append(Table(title: title, line: line, declaredRows: declared))
        open = tables.count - 1
    }

    private mutating func readRow(_ words: [Substring], _ raw: Substring, _ line: Int) {
        guard let open else { return note(.rowOutsideTable, line: line, found: String(raw)) }
        let title = tables[open].title
        guard words.count == 2, let angle = number(words[0], line), let loss = number(words[1], line) else {
            tables[open].unreadableRows += 1
            return note(.rowUnreadable, line: line, field: title, found: String(raw))
        }
        // Some tables run from −180, some write the first row again as 360.
        guard (-180...360).contains(angle) else {
            tables[open].unreadableRows += 1
            return note(.angleOutOfRange, line: line, field: title, found: String(words[0]))
        }
        guard abs(loss) <= 200 else {
            tables[open].unreadableRows += 1
            return note(.lossOutOfRange, line: line, field: title, found: String(words[1]))
        }
        tables[open].rows.append((line, angle, loss))
    }

    // MARK: The whole

    private mutating func finish() {
        if !sawGain { note(.gainMissing, field: "GAIN") }
        for title in ["HORIZONTAL", "VERTICAL"] {
            let found = tables.filter { $0.title == title }
            guard let table = found.first else {
                note(.tableMissing, field: title)
                continue
            }
            if found.count > 1 { note(.tableRepeated, line: found[1].line, field: title) }
            let cut = cut(table)
            if title == "HORIZONTAL" { horizontal = cut } else { vertical = cut }
        }
    }

    private mutating func cut(_ table: Table) -> PatternCut? {
        let rowCount = table.rows.count + table.unreadableRows
        if let declared = table.declaredRows, declared != rowCount {
            note(.tableCountWrong, line: table.line, field: table.title, found: "\(declared) declared, \(rowCount) found")
        }
        let hasNegative = table.rows.first { $0.loss < 0 }
        if let hasNegative {
            if table.rows.contains(where: { $0.loss > 0 }) {
                note(.lossSignsMixed, line: hasNegative.line, field: table.title, found: "\(hasNegative.loss)")
            } else {
                note(.lossNegative, line: hasNegative.line, field: table.title, found: "\(hasNegative.loss)")
            }
        }
        var lossAt: [Double: Double] = [:]
        for row in table.rows {
            let angle = PatternAngle.positive(row.angle)
            if let known = lossAt[angle] {
                // 0 written again as 360 with the same loss closes the circle and is no defect.
                let closesCircle = (row.angle == 360 || row.angle == 180) && known == row.loss
                if !closesCircle { note(.angleRepeated, line: row.line, field: table.title, found: "\(row.angle)") }
            } else {
                lossAt[angle] = row.loss
            }
        }
        guard let cut = PatternCut(samples: lossAt.map { ($0.key, abs($0.value)) }) else {
            if table.unreadableRows == 0, table.declaredRows == nil { note(.anglesTooSparse, line: table.line, field: table.title) }
            return nil
        }
        // A row that could not be read leaves a gap of its own, which is no second defect.
        if cut.widestGapDegrees > 30, table.unreadableRows == 0 {
            note(.anglesTooSparse, line: table.line, field: table.title, found: "\(cut.widestGapDegrees) degrees")
        }
        if let least = cut.lossesDB.min(), least > 3 {
            note(.peakNotZero, line: table.line, field: table.title, found: "\(least) dB")
        }
        return cut
    }

    // MARK: Numbers

    /// A number with a point or a decimal comma; nil for anything else.
    private mutating func number(_ text: some StringProtocol, _ line: Int) -> Double? {
        var word = text.filter { !$0.isWhitespace }.map { $0 == "\u{2212}" ? "-" : $0 }
        let hasComma = word.contains(",")
        if hasComma {
            guard !word.contains("."), word.count(where: { $0 == "," }) == 1 else { return nil }
            word = word.map { $0 == "," ? "." : $0 }
        }
        // Double(_:) would also take hexadecimal digits, "nan" and "inf".
        guard word.allSatisfy({ "0123456789+-.eE".contains($0) }), let value = Double(String(word)), value.isFinite else { return nil }
        if hasComma, !defects.contains(where: { $0.code == .decimalComma }) {
            note(.decimalComma, line: line, found: String(text))
        }
        return value
    }

    /// A value that does not touch the gain, with or without a unit: unreadable ones are remarked on, and left out.
    private mutating func plain(_ value: String, _ field: String, _ line: Int) -> Double? {
        guard !value.isEmpty else { return nil }
        let digits = value.prefix { !$0.isLetter && $0 != "°" }
        if let number = number(digits, line) { return number }
        note(.fieldUnreadable, line: line, field: field, found: value)
        return nil
    }

    /// `2437`, `2437 MHz`, `2.437 GHz`; the middle of `1710-1880`.
    private mutating func frequency(_ value: String, _ line: Int) -> Double? {
        guard !value.isEmpty else { return nil }
        let factor = value.uppercased().contains("GHZ") ? 1_000.0 : 1
        let digits = value.prefix { !$0.isLetter }
        let ends = digits.split { $0 == "-" || $0 == "–" }.map { number($0, line) }
        if (1...2).contains(ends.count), ends.allSatisfy({ $0 ?? 0 > 0 }) {
            return ends.compactMap { $0 }.reduce(0, +) / Double(ends.count) * factor
        }
        note(.fieldUnreadable, line: line, field: "FREQUENCY", found: value)
        return nil
    }
}
