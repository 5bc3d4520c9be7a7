import Geodesy

/// Path-specific propagation prediction for point-to-area services, 30 MHz to 6 GHz: Recommendation ITU-R P.1812-8.
public enum P1812 {
    /// Predicts the basic transmission loss of one path and what leads to it. Complexity: O(n) in the points of the profile.
    ///
    /// - Throws: `RadioInputError` with every value of `inputs` that is out of range.
    public static func predict(_ inputs: P1812Inputs, over profile: PathProfile) throws(RadioInputError) -> P1812Prediction {
        try inputs.validate()
        let latitude = PathCentre.latitudeDegrees(from: inputs.transmitter, to: inputs.receiver, lengthKm: profile.lengthKm)
        return predict(inputs, over: profile, centreLatitude: latitude)
    }

    /// The prediction when the inputs are known to be good and the latitude of the path's centre is given, degrees.
    static func predict(_ inputs: P1812Inputs, over profile: PathProfile, centreLatitude: Double) -> P1812Prediction {
        let zones = ZoneLengths(distancesKm: profile.distancesKm, zones: profile.zones)
        let beta = AnomalousIncidence.percent(centreLatitude: centreLatitude, zones: zones)
        let isReceiverAtSea = profile.zones.last == .sea
        let conditions = PathConditions(
            frequencyGHz: inputs.frequencyGHz, polarization: inputs.polarization, timePercent: inputs.timePercent,
            anomalousPercent: beta, refractivityNUnits: inputs.climate.seaLevelRefractivityNUnits,
            transmitterCoastKm: profile.zones.first == .sea ? 0 : inputs.transmitterCoastDistanceKm,
            receiverCoastKm: isReceiverAtSea ? 0 : inputs.receiverCoastDistanceKm,
            locationDB: isReceiverAtSea
                ? 0 : LocationVariability.lossDB(locationPercent: inputs.locationPercent, sigmaDB: inputs.locationSigmaDB))
        let geometry = geometry(inputs, profile, zones)
        return P1812Prediction(
            geometry: geometry, conditions: conditions, combination: LossCombination(geometry, conditions), centreLatitude: centreLatitude,
            warnings: warnings(profile))
    }

    private static func geometry(_ inputs: P1812Inputs, _ profile: PathProfile, _ zones: ZoneLengths) -> PathGeometry {
        let radius = EffectiveEarth.medianRadiusKm(lapseRateNUnitsPerKm: inputs.climate.lapseRateNUnitsPerKm)
        return profile.distancesKm.withUnsafeBufferPointer { distances in
            profile.heightsMeters.withUnsafeBufferPointer { heights in
                profile.clutterHeightsMeters.withUnsafeBufferPointer { clutter in
                    ProfileReader(
                        ListedAxis(distancesKm: distances), heights, clutter.isEmpty ? nil : clutter, distanceKm: profile.lengthKm,
                        transmitterHeightMeters: inputs.transmitterHeightMeters, receiverHeightMeters: inputs.receiverHeightMeters
                    ).geometry(
                        earthRadiusKm: radius, anomalousRadiusKm: EffectiveEarth.anomalousRadiusKm, zones: zones,
                        smoothPath: inputs.smoothPath)
                }
            }
        }
    }

    private static func warnings(_ profile: PathProfile) -> [P1812Warning] {
        var warnings: [P1812Warning] = []
        if profile.lengthKm < shortestKm { warnings.append(.pathTooShort(kilometers: profile.lengthKm)) }
        if profile.lengthKm > longestKm { warnings.append(.pathTooLong(kilometers: profile.lengthKm)) }
        if profile.distancesKm.count < wantedPoints { warnings.append(.fewPoints(count: profile.distancesKm.count)) }
        return warnings
    }

    /// The Recommendation holds from here, km (§1).
    public static let shortestKm = 0.25
    /// The Recommendation holds up to here, km (§1).
    public static let longestKm = 3_000.0
    /// Points that a profile should have at least (§3.2).
    public static let wantedPoints = 5
}
