import Planning

/// A place where the field contradicts what was predicted, or what an operator claims.
public struct EvidenceConflict: Hashable, Sendable {
    /// Which way.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Predicted or claimed, and not found.
        case notFound = "claimed-not-found"
        /// Found, and neither predicted nor claimed.
        case notExpected = "found-not-expected"

        /// The words for people.
        public var label: Bilingual {
            switch self {
            case .notFound: Bilingual(vi: "đáng lẽ có sóng nhưng thực tế không có", en: "signal is expected, and is not found")
            case .notExpected: Bilingual(vi: "thực tế có sóng nhưng không được dự kiến", en: "signal is found, and is not expected")
            }
        }
    }

    /// Position in `World.villages`.
    public var village: Int
    /// Nil where no operator in particular is meant.
    public var `operator`: Operator?
    /// Which way the field contradicts.
    public var kind: Kind
    /// What the expectation rests on: an operator's polygon, a range disc, a prediction; nil where nothing was expected.
    public var basis: Basis?
    /// Predicted level of the operator's best site, dBm.
    public var predictedDBm: Double?
    /// Probability, by prediction, that the rule's threshold is reached, 0…1; nil where nothing was predicted.
    public var probability: Double?
    /// Measured level, dBm; nil where only reports speak.
    public var measuredDBm: Double?
    /// Measurements behind it, of technologies that count; 0 where only reports speak.
    public var measurements: Int
    /// Day of the newest evidence.
    public var newest: CalendarDate
    /// Who reports it, as the tables say; empty where only measurements speak, or the reports name nobody.
    public var sources: [String]

    /// All contradictions, by village, then by operator; what concerns no operator in particular comes first.
    public static func all(_ report: GapReport, _ join: EvidenceJoin) -> [EvidenceConflict] {
        let verdicts = Dictionary(report.verdicts.map { ($0.village, $0) }, uniquingKeysWith: { first, _ in first })
        return join.villages.flatMap { evidence in verdicts[evidence.village].map { conflicts(evidence, $0) } ?? [] }
    }

    private static func conflicts(_ evidence: VillageEvidence, _ verdict: VillageVerdict) -> [EvidenceConflict] {
        var found: [EvidenceConflict] = []
        let isExpected = verdict.grade == .covered
        let isGeneral = evidence.operators.allSatisfy { $0.isHeard == nil }
        if evidence.says == .noSignal, isExpected || (verdict.grade == .partial && !verdict.services.isEmpty) {
            found.append(general(evidence, verdict, .notFound))
        } else if evidence.says == .signal, isGeneral, verdict.grade == .uncovered {
            found.append(general(evidence, verdict, .notExpected))
        }
        for known in evidence.operators {
            let service = verdict.services.first { $0.operator == known.operator }
            guard let isHeard = known.isHeard, isHeard != (service != nil) else { continue }
            found.append(
                EvidenceConflict(
                    village: evidence.village, operator: known.operator, kind: isHeard ? .notExpected : .notFound, basis: service?.basis,
                    predictedDBm: service?.signalDBm, probability: service?.probability, measuredDBm: known.measuredDBm,
                    measurements: known.measurements, newest: known.newest, sources: known.sources))
        }
        return found
    }

    private static func general(_ evidence: VillageEvidence, _ verdict: VillageVerdict, _ kind: Kind) -> EvidenceConflict {
        EvidenceConflict(
            village: evidence.village, operator: nil, kind: kind, basis: kind == .notFound ? verdict.basis : nil,
            predictedDBm: verdict.signalDBm, probability: verdict.probability, measuredDBm: evidence.measuredDBm,
            measurements: evidence.measurements, newest: evidence.newest,
            sources: evidence.reports.filter { $0.operator == nil }.map(\.source).filter { !$0.isEmpty })
    }
}
