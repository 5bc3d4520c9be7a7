import Foundation
import Planning
import Radio

/// A village where one measurement would decide much.
///
/// What is at stake is households × the probability that the truth lies on the other side of the threshold. That is, by the larger of two: Φ(−|m|)
/// where m is the prediction's distance from the level needed in planning σ (``VillageVerdict/marginSigma``), and, where the centre is
/// known only to the arc-minute, the share of the places where it might be that are served otherwise. A village that could not be judged for want of
/// terrain is a toss: 0.5. Villages that field evidence decides, and those below ``leastProbability``, are left out.
public struct MeasureHere: Hashable, Sendable {
    /// A smaller chance is not worth the way. Ours.
    public static let leastProbability = 0.1

    /// Why a measurement would tell most.
    public enum Doubt: String, CaseIterable, Hashable, Sendable, Codable {
        /// The predicted level lies so close to what the rule needs that it may well be on the other side.
        case nearThreshold = "near-threshold"
        /// The centre is known only to the arc-minute, and not all places where it might be are served alike.
        case roundedCoordinate = "rounded-coordinate"
        /// The village could not be graded for want of terrain.
        case terrainMissing = "terrain-missing"

        /// The words for people.
        public var label: Bilingual {
            switch self {
            case .nearThreshold: Bilingual(vi: "mức thu dự báo sát ngưỡng", en: "the predicted level is close to the threshold")
            case .roundedCoordinate: Bilingual(vi: "toạ độ chỉ chính xác đến phút", en: "the coordinate is known to the arc-minute only")
            case .terrainMissing: Bilingual(vi: "thiếu dữ liệu địa hình", en: "terrain is missing")
            }
        }
    }

    /// Position in the report's verdicts.
    public var verdict: Int
    /// 1 for the village where most is at stake.
    public var rank: Int
    /// That the grade is wrong, 0…0.5 or, for a rounded coordinate, up to 1.
    public var flipProbability: Double
    /// Households × that probability.
    public var householdsAtStake: Double
    /// What makes the grade doubtful: of several the one that is most likely to turn it.
    public var doubt: Doubt

    /// The villages, the most at stake first; among equals the order of the report.
    public static func ranked(_ report: GapReport, _ world: World, _ evidence: EvidenceJoin) -> [MeasureHere] {
        var found = report.verdicts.indices.compactMap { position -> MeasureHere? in
            let verdict = report.verdicts[position]
            if let says = evidence[verdict.village]?.says, says == .signal || says == .noSignal { return nil }
            guard let (probability, doubt) = doubt(verdict, report.rule), probability >= leastProbability else { return nil }
            let households = Double(max(1, world.villages[verdict.village].households ?? 1))
            return MeasureHere(
                verdict: position, rank: 0, flipProbability: probability, householdsAtStake: households * probability, doubt: doubt)
        }
        found.sort { ($1.householdsAtStake, $0.verdict) < ($0.householdsAtStake, $1.verdict) }
        for index in found.indices { found[index].rank = index + 1 }
        return found
    }

    private static func doubt(_ verdict: VillageVerdict, _ rule: CoverageRule) -> (Double, Doubt)? {
        if verdict.grade == .unknown {
            return verdict.missingTiles.isEmpty ? nil : (0.5, .terrainMissing)
        }
        var found: (Double, Doubt)?
        if let margin = verdict.marginSigma(rule) {
            found = (0.5 * erfc(abs(margin) / 2.0.squareRoot()), .nearThreshold)
        }
        if let agreement = verdict.extent?.roundingAgreement, 1 - agreement > found?.0 ?? 0 {
            found = (1 - agreement, .roundedCoordinate)
        }
        return found
    }
}

extension VillageVerdict {
    /// By how many planning σ the prediction at the centre lies above the level that the rule needs, below it where negative; nil where no level was
    /// predicted. Under a rule that asks for several operators it is the level of the last one needed.
    public func marginSigma(_ rule: CoverageRule) -> Double? {
        guard basis == .terrainPrediction || prediction != nil, rule.planningSigmaDB > 0 else { return nil }
        let levels = services.compactMap(\.signalDBm).sorted(by: >)
        let level: Double? =
            if rule.minimumOperators == 1 {
                signalDBm
            } else if levels.count >= rule.minimumOperators {
                levels[rule.minimumOperators - 1]
            } else {
                nil
            }
        return level.map { ($0 - ReceptionRule(rule).requiredDBm) / rule.planningSigmaDB }
    }
}
