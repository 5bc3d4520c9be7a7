/// Why a propagation model will not answer: every defect of its input at once.
public struct RadioInputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One value that cannot be used.
    public struct Defect: Hashable, Sendable, CustomStringConvertible {
        /// The quantity with its unit, such as `frequencyGHz`.
        public let field: String
        /// Position in the list from 0; nil for a single value.
        public let index: Int?
        /// What was given.
        public let value: String
        /// What would be right, in words.
        public let remedy: String

        /// Makes a defect from its parts.
        public init(field: String, index: Int? = nil, value: String, remedy: String) {
            self.field = field
            self.index = index
            self.value = value
            self.remedy = remedy
        }

        /// One line: quantity, value, remedy.
        public var description: String {
            "\(field)\(index.map { "[\($0)]" } ?? "") is \(value); \(remedy)"
        }
    }

    /// At least one defect, in the order in which they were found.
    public let defects: [Defect]

    /// Makes an error from its defects.
    public init(_ defects: [Defect]) {
        self.defects = defects
    }

    /// The defects, one to a line.
    public var description: String { defects.map(\.description).joined(separator: "\n") }
}

/// Collects what is wrong with an input, so that a person mends it in one go.
struct DefectList {
    private(set) var defects: [RadioInputError.Defect] = []

    /// Notes a value outside of a range; NaN is outside of every range.
    mutating func require(_ value: Double, _ field: String, in range: ClosedRange<Double>, unit: String) {
        guard !range.contains(value) else { return }
        add(field, value: "\(value)", "give a number from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound)) \(unit)")
    }

    mutating func add(_ field: String, index: Int? = nil, value: String, _ remedy: String) {
        defects.append(.init(field: field, index: index, value: value, remedy: remedy))
    }

    func throwIfAny() throws(RadioInputError) {
        guard defects.isEmpty else { throw RadioInputError(defects) }
    }

    private static func text(_ bound: Double) -> String {
        abs(bound) < 1e15 && bound == bound.rounded() ? "\(Int(bound))" : "\(bound)"
    }
}
