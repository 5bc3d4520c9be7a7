import Planning
import Radio

/// The levels at which a rule calls a signal usable, worked out once.
struct ReceptionRule: Sendable {
    let receiverHeightMeters: Double
    let thresholdDBm: Double
    let sigmaDB: Double
    /// What the median must exceed the threshold by so that the rule's probability is reached, dB.
    let marginDB: Double
    /// Median level needed so that the threshold is reached with the rule's probability, dBm.
    let requiredDBm: Double
    private let probability: Double
    private let extraBelow1GHzDB: Double
    private let extraAbove1GHzDB: Double

    init(_ rule: CoverageRule) {
        receiverHeightMeters = rule.receiverHeightMeters
        thresholdDBm = rule.rsrpDBm
        sigmaDB = rule.planningSigmaDB
        probability = rule.probability
        marginDB = CoverageProbability.marginDB(probability: rule.probability, sigmaDB: rule.planningSigmaDB)
        requiredDBm = rule.rsrpDBm + marginDB
        (extraBelow1GHzDB, extraAbove1GHzDB) =
            switch rule.environment {
            case .outdoor: (0, 0)
            case .indoor: (rule.indoorExtraBelow1GHzDB, rule.indoorExtraAbove1GHzDB)
            case .vehicle: (rule.vehicleExtraDB, rule.vehicleExtraDB)
            }
    }

    /// Loss on the way to where the rule's phone is held, beyond the path outdoors, dB.
    func extraLossDB(frequencyMHz: Double) -> Double { frequencyMHz < 1000 ? extraBelow1GHzDB : extraAbove1GHzDB }

    func probability(_ signalDBm: Double) -> Double {
        CoverageProbability.probability(signalDBm: signalDBm, thresholdDBm: thresholdDBm, sigmaDB: sigmaDB)
    }

    /// By the level, not by the rounded probability, so that a plan and its check agree to the last bit.
    func isUsable(_ signalDBm: Double) -> Bool { signalDBm >= requiredDBm }
}
