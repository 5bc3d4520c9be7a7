/// The shares for which the loss is not to be exceeded, percent, each above 0 and below 100.
public enum ITMVariability: Hashable, Sendable {
    /// Of the time, of the locations, of the situations (TLS).
    case timeLocationSituation(timePercent: Double, locationPercent: Double, situationPercent: Double)
    /// Confidence that the link has this loss for a share of the time (CR): reliability is time, confidence is situation, location is the median.
    case confidenceReliability(confidencePercent: Double, reliabilityPercent: Double)

    /// Half of everything.
    public static let median = ITMVariability.timeLocationSituation(timePercent: 50, locationPercent: 50, situationPercent: 50)

    var timePercent: Double {
        switch self {
        case .timeLocationSituation(let time, _, _): time
        case .confidenceReliability(_, let reliability): reliability
        }
    }

    var locationPercent: Double {
        switch self {
        case .timeLocationSituation(_, let location, _): location
        case .confidenceReliability: 50
        }
    }

    var situationPercent: Double {
        switch self {
        case .timeLocationSituation(_, _, let situation): situation
        case .confidenceReliability(let confidence, _): confidence
        }
    }

    /// What is wrong, in NTIA's order.
    var errors: [ITMError] {
        func isGood(_ percent: Double) -> Bool { percent > 0 && percent < 100 }
        var errors: [ITMError] = []
        switch self {
        case .timeLocationSituation(let time, let location, let situation):
            if !isGood(situation) { errors.append(.situation(percent: situation)) }
            if !isGood(time) { errors.append(.time(percent: time)) }
            if !isGood(location) { errors.append(.location(percent: location)) }
        case .confidenceReliability(let confidence, let reliability):
            if !isGood(confidence) { errors.append(.confidence(percent: confidence)) }
            if !isGood(reliability) { errors.append(.reliability(percent: reliability)) }
        }
        return errors
    }
}
