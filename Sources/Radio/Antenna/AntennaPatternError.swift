/// One thing that is wrong, or odd, in the text of a pattern file.
public struct AntennaPatternDefect: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of defects. Raw values are stable, for machine output and the names of test fixtures.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        // The pattern cannot be used.
        case notText = "not-text"
        case empty = "empty"
        case gainMissing = "gain-missing"
        case gainUnreadable = "gain-unreadable"
        case gainUnit = "gain-unit"
        case gainOutOfRange = "gain-out-of-range"
        case gainRepeated = "gain-repeated"
        case tableMissing = "table-missing"
        case tableRepeated = "table-repeated"
        case tableCountUnreadable = "table-count-unreadable"
        case tableCountWrong = "table-count-wrong"
        case rowUnreadable = "row-unreadable"
        case rowOutsideTable = "row-outside-table"
        case angleOutOfRange = "angle-out-of-range"
        case angleRepeated = "angle-repeated"
        case anglesTooSparse = "angles-too-sparse"
        case lossOutOfRange = "loss-out-of-range"
        case lossSignsMixed = "loss-signs-mixed"
        case lineUnreadable = "line-unreadable"
        case lineCountWrong = "line-count-wrong"
        // It can, and something was read in a way that people should know.
        case lossNegative = "loss-negative"
        case decimalComma = "decimal-comma"
        case peakNotZero = "peak-not-zero"
        case anglesUpward = "angles-upward"
        case fieldUnreadable = "field-unreadable"
        case cutsDisagree = "cuts-disagree"

        /// True when the pattern can be used all the same.
        public var isRemark: Bool {
            switch self {
            case .lossNegative, .decimalComma, .peakNotZero, .anglesUpward, .fieldUnreadable, .cutsDisagree: true
            default: false
            }
        }

        /// What is wrong, in plain words.
        public var reason: String {
            switch self {
            case .notText: "this is not text"
            case .empty: "there is nothing in it"
            case .gainMissing: "there is no GAIN"
            case .gainUnreadable: "the gain is not a number"
            case .gainUnit: "the unit of the gain is neither dBd nor dBi"
            case .gainOutOfRange: "no antenna has this gain"
            case .gainRepeated: "the gain is stated twice, differently"
            case .tableMissing: "the table is missing"
            case .tableRepeated: "the table stands twice"
            case .tableCountUnreadable: "the number of rows is not a whole number"
            case .tableCountWrong: "the table does not have as many rows as its title says"
            case .rowUnreadable: "the row is not an angle and a loss"
            case .rowOutsideTable: "numbers stand outside a table"
            case .angleOutOfRange: "the angle is outside one turn"
            case .angleRepeated: "the angle stands twice"
            case .anglesTooSparse: "the samples leave too wide a stretch open"
            case .lossOutOfRange: "no antenna has this loss"
            case .lossSignsMixed: "some losses are positive and some negative"
            case .lineUnreadable: "the line is not one number"
            case .lineCountWrong: "the file does not have 720 lines, 360 around and 360 up and down"
            case .lossNegative: "all losses are negative; they were taken as gains relative to the maximum"
            case .decimalComma: "decimal commas were read as points"
            case .peakNotZero: "the smallest loss is far from 0"
            case .anglesUpward: "the vertical table counts upward, as its tilt shows; it was turned round"
            case .fieldUnreadable: "the value is not understood; it was not used"
            case .cutsDisagree: "two lines for the same direction differ"
            }
        }

        /// What to do about it.
        public var remedy: String {
            switch self {
            case .notText, .empty: "ask the manufacturer for the .msi or .pln file again"
            case .gainMissing, .gainUnreadable, .gainUnit, .gainRepeated: "write one line such as `GAIN 17.5 dBi`; a bare number is dBd"
            case .gainOutOfRange: "write dBi from -20 to 60"
            case .tableMissing: "add `HORIZONTAL 360` and `VERTICAL 360`, each with its rows"
            case .tableRepeated: "keep one table of each kind"
            case .tableCountUnreadable, .tableCountWrong: "correct the number behind HORIZONTAL or VERTICAL, or the rows"
            case .rowUnreadable, .rowOutsideTable: "write rows of two numbers, such as `12 0.4`, under HORIZONTAL or VERTICAL"
            case .angleOutOfRange: "write angles from 0 to 359"
            case .angleRepeated: "keep one row for each angle"
            case .anglesTooSparse: "give a row at least every 30 degrees, all the way round"
            case .lossOutOfRange: "write the loss in dB below the maximum, 0 to 200"
            case .lossSignsMixed: "write all losses as positive dB below the maximum"
            case .lineUnreadable: "write one number in dB on each line, such as `-12.5`"
            case .lineCountWrong: "export the pattern as version 3 of Radio Mobile's format"
            case .lossNegative: "write losses without the minus sign"
            case .decimalComma: "write points"
            case .peakNotZero: "check that the table is relative to the greatest gain"
            case .anglesUpward: "count vertical angles downward: 90 is the ground"
            case .fieldUnreadable: "correct the value, or remove the line"
            case .cutsDisagree: "check that the file is version 3: line 451 is the horizon in front, line 631 that behind"
            }
        }
    }

    /// What is wrong.
    public var code: Code
    /// The line, from 1; nil = the whole file.
    public var line: Int?
    /// The key or table, such as `GAIN` or `HORIZONTAL`; empty = none.
    public var field: String
    /// What was found there.
    public var found: String

    /// Makes a defect from its parts.
    public init(_ code: Code, line: Int? = nil, field: String = "", found: String = "") {
        self.code = code
        self.line = line
        self.field = field
        self.found = found
    }

    /// One line: line, field, reason, what was found, remedy.
    public var description: String {
        let place = [line.map { "line \($0)" }, field.isEmpty ? nil : field].compactMap { $0 }.joined(separator: ", ")
        return "\(place.isEmpty ? "" : place + ": ")\(code.reason)\(found.isEmpty ? "" : " (`\(found)`)"); \(code.remedy)"
    }
}

/// A pattern text that cannot be used, with everything that is wrong in it.
public struct AntennaPatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The antenna or file, as given by the caller.
    public let name: String
    /// Every defect in the order of lines, remarks among them; at least one is no remark.
    public let defects: [AntennaPatternDefect]

    /// Makes an error.
    public init(name: String, defects: [AntennaPatternDefect]) {
        self.name = name
        self.defects = defects
    }

    /// The name and the first defect that stops the pattern from being used.
    public var description: String {
        guard let first = defects.first(where: { !$0.code.isRemark }) ?? defects.first else { return name }
        return "\(name): \(first)"
    }
}
