import Coverage
import Planning

/// The words for codes that stand in the layers of a run, in both languages.
struct MapWords: Encodable {
    let grade = Dictionary(uniqueKeysWithValues: Grade.allCases.map { ($0.rawValue, $0.label) })
    let reason = Dictionary(uniqueKeysWithValues: Reason.allCases.map { ($0.rawValue, $0.label) } + [("planned-site", Self.planned)])
    let electricity = Dictionary(uniqueKeysWithValues: Electricity.allCases.map { ($0.rawValue, $0.label) })
    let operators: [String: String]

    /// - Parameter carriers: ids of the operators that occur.
    init(operators carriers: Set<String>) {
        operators = Dictionary(uniqueKeysWithValues: carriers.map { ($0, Operator.declared($0)?.displayName ?? $0) })
    }

    private static let planned = Bilingual(vi: "trạm đề xuất phủ tới", en: "a proposed site covers it")

    /// The words of a reason; nil for a code that is none.
    static func reason(_ code: String) -> Bilingual? {
        code == "planned-site" ? planned : Reason(rawValue: code)?.label
    }
}
