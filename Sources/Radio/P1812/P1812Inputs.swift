import Geodesy

/// Everything that P.1812 asks for beside the profile.
///
/// Source: Recommendation ITU-R P.1812-8, Table 1, §3.5 to §3.7.
public struct P1812Inputs: Hashable, Sendable {
    /// How the Bullington loss of the smooth path is found.
    public enum SmoothPath: String, Hashable, Sendable, Codable {
        /// From the points of the profile with all heights 0 (§4.3.1 used a second time).
        case profilePoints
        /// In closed form, without a profile (Attachment 4 to Annex 1).
        case attachment4
    }

    /// Frequency, GHz, 0.03…6.
    public var frequencyGHz: Double
    /// Percentage of time for which the loss is not exceeded, 1…50.
    public var timePercent = 50.0
    /// Percentage of locations for which the loss is not exceeded, 1…99.
    public var locationPercent = 50.0
    /// Standard deviation over locations, σL, dB, 0…50; 0 = no location variability.
    public var locationSigmaDB = 0.0
    /// Transmitting antenna above ground, metres, 1…3,000.
    public var transmitterHeightMeters: Double
    /// Receiving antenna above ground, metres, 1…3,000.
    public var receiverHeightMeters: Double
    /// Polarization of the wave.
    public var polarization: Polarization
    /// Place of the transmitter: together with the receiver's it gives the latitude of the path's centre.
    public var transmitter: Coordinate
    /// Place of the receiver.
    public var receiver: Coordinate
    /// The air at the path's centre.
    public var climate: RadioClimate
    /// Distance over land from the transmitter to the coast along the path, km, ≥ 0; a terminal in zone sea counts as 0.
    public var transmitterCoastDistanceKm = 500.0
    /// Distance over land from the receiver to the coast along the path, km, ≥ 0; a terminal in zone sea counts as 0.
    public var receiverCoastDistanceKm = 500.0
    /// How the Bullington loss of the smooth path is found.
    public var smoothPath = SmoothPath.profilePoints

    /// Makes inputs with the medians of time and location; set the other properties as needed. Nothing is checked here.
    public init(
        frequencyGHz: Double, transmitterHeightMeters: Double, receiverHeightMeters: Double, polarization: Polarization,
        transmitter: Coordinate, receiver: Coordinate, climate: RadioClimate
    ) {
        self.frequencyGHz = frequencyGHz
        self.transmitterHeightMeters = transmitterHeightMeters
        self.receiverHeightMeters = receiverHeightMeters
        self.polarization = polarization
        self.transmitter = transmitter
        self.receiver = receiver
        self.climate = climate
    }

    /// Checks every value against the ranges of the Recommendation.
    ///
    /// - Throws: `RadioInputError` with every defect.
    public func validate() throws(RadioInputError) {
        var defects = DefectList()
        defects.require(frequencyGHz, "frequencyGHz", in: 0.03...6, unit: "GHz")
        defects.require(timePercent, "timePercent", in: 1...50, unit: "%")
        defects.require(locationPercent, "locationPercent", in: 1...99, unit: "%")
        defects.require(locationSigmaDB, "locationSigmaDB", in: 0...50, unit: "dB")
        defects.require(transmitterHeightMeters, "transmitterHeightMeters", in: 1...3_000, unit: "m above ground")
        defects.require(receiverHeightMeters, "receiverHeightMeters", in: 1...3_000, unit: "m above ground")
        defects.require(climate.lapseRateNUnitsPerKm, "lapseRateNUnitsPerKm", in: 0...150, unit: "N-units/km")
        defects.require(climate.seaLevelRefractivityNUnits, "seaLevelRefractivityNUnits", in: 100...600, unit: "N-units")
        defects.require(transmitterCoastDistanceKm, "transmitterCoastDistanceKm", in: 0...20_000, unit: "km")
        defects.require(receiverCoastDistanceKm, "receiverCoastDistanceKm", in: 0...20_000, unit: "km")
        for (field, place) in [("transmitter", transmitter), ("receiver", receiver)] where !place.isValid {
            defects.add(
                field, value: "longitude \(place.longitude), latitude \(place.latitude)", "give degrees within ±180 and ±90")
        }
        try defects.throwIfAny()
    }
}
