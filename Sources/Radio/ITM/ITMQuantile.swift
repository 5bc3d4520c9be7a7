import Foundation

/// The loss not exceeded for given shares of time, locations and situations.
///
/// Source: Hufford, "The Algorithm", §5, Eqs. (5.3)–(5.11).
struct ITMQuantile {
    /// Loss beyond free space, dB; negative where the signal is stronger than in free space.
    let lossDB: Double
    /// Whether a share lies far out.
    let isExtreme: Bool

    init(_ inputs: ITMInputs, _ path: ITMPath, referenceDB: Double) {
        let terrain = path.terrain
        let situation = Self.deviate(inputs.variability.situationPercent)
        var time = Self.deviate(inputs.variability.timePercent)
        var location = Self.deviate(inputs.variability.locationPercent)
        switch inputs.mode.manner {
        case .singleMessage: (time, location) = (situation, situation)
        case .accidental: location = situation
        case .mobile: location = time
        case .broadcast: break
        }
        isExtreme = [time, location, situation].contains { abs($0) > 3.10 }

        let curves = ITMVariabilityCurves(inputs.climate)
        let distance = Self.effectiveDistanceMeters(path)
        let sigmaSituation = inputs.mode.isWithoutSituation ? 0 : 5 + 3 * exp(-distance / 100e3)
        let roughness = path.waveNumber * TerrainIrregularity.deltaMeters(terrain.deltaMeters, withinMeters: terrain.distanceMeters)
        let sigmaLocation = inputs.mode.isWithoutLocation ? 0 : 10 * roughness / (roughness + 13)
        let sigmaTime = Self.sigmaTime(curves, distance, deviate: time, logFrequency: log(0.133 * path.waveNumber))
        let timeGain = sigmaTime * time
        let locationGain = sigmaLocation * location
        let squaredDeviate = situation * situation
        let rest =
            sigmaSituation * sigmaSituation + timeGain * timeGain / (7.8 + squaredDeviate)
            + locationGain * locationGain / (24 + squaredDeviate)
        let squaredTime = sigmaTime * sigmaTime
        let squaredLocation = sigmaLocation * sigmaLocation
        let gain: Double
        let situationGain: Double
        switch inputs.mode.manner {
        case .singleMessage: (gain, situationGain) = (0, (squaredTime + squaredLocation + rest).squareRoot() * situation)
        case .accidental: (gain, situationGain) = (timeGain, (squaredLocation + rest).squareRoot() * situation)
        case .mobile: (gain, situationGain) = ((squaredTime + squaredLocation).squareRoot() * time, rest.squareRoot() * situation)
        case .broadcast: (gain, situationGain) = (timeGain + locationGain, rest.squareRoot() * situation)
        }
        let loss = referenceDB - curves.median(distance) - gain - situationGain
        // Nothing is far stronger than in free space.
        lossDB = loss < 0 ? loss * (29 - loss) / (29 - 10 * loss) : loss
    }

    /// de, metres. Eq. (5.3).
    private static func effectiveDistanceMeters(_ path: ITMPath) -> Double {
        let horizons = (2 * 9_000e3 * path.terrain.effectiveHeightsMeters).squareRoot()
        let limit = horizons.sum() + pow(575.7e12 / path.waveNumber, 1 / 3.0)
        let distance = path.terrain.distanceMeters
        return distance < limit ? 130e3 * distance / limit : 130e3 + distance - limit
    }

    private static func sigmaTime(_ curves: ITMVariabilityCurves, _ distance: Double, deviate: Double, logFrequency: Double) -> Double {
        if deviate < 0 { return curves.below(distance) * curves.belowFactor(logFrequency) }
        let above = curves.above(distance) * curves.aboveFactor(logFrequency)
        guard deviate > curves.ductDeviate else { return above }
        let ducts = curves.ductFactor * above
        return ducts + (above - ducts) * curves.ductDeviate / deviate
    }

    /// The standard normal deviate that a share of cases exceeds, by Abramowitz and Stegun 26.2.23 (4.5e-4), which the model is made with.
    private static func deviate(_ percent: Double) -> Double {
        let share = percent / 100
        let t = (-2 * log(share > 0.5 ? 1 - share : share)).squareRoot()
        let value = t - ((0.010328 * t + 0.802853) * t + 2.515516) / (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1)
        return share > 0.5 ? -value : value
    }
}
