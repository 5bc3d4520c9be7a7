import GeoFiles
import Planning

/// The operators that a project knows.
struct OperatorNames {
    private let declared: [String: Operator]
    private let names: [String]

    init(declared: [Operator]) {
        self.declared = Dictionary(declared.map { (NameFolding.key($0.id), $0) }, uniquingKeysWith: { first, _ in first })
        // Brands as people write them, where they differ from the id.
        names = (Operator.known + declared).map(\.id) + ["vinaphone", "gmobile"]
    }

    func named(_ label: String) -> Operator? { Operator(label: label) ?? declared[NameFolding.key(label)] }

    /// The operator of a row; nil after noting why.
    func read(_ reading: inout TableReading, _ feature: Feature) -> Operator? {
        guard let raw = reading.rawText(.operatorName, feature) else {
            reading.note(.error, .operatorMissing, feature, .operatorName, .rowDropped)
            return nil
        }
        guard let known = named(raw) else {
            let nearest = NearestWord.to(raw, among: names).map { " (did you mean \($0)?)" } ?? ""
            reading.note(.error, .operatorUnknown, feature, .operatorName, value: raw + nearest, .rowDropped)
            return nil
        }
        return known
    }
}
