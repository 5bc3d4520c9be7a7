/// Everything that ITM asks for beside the profile.
public struct ITMInputs: Hashable, Sendable {
    /// Frequency, MHz, 20…20,000.
    public var frequencyMHz: Double
    /// Transmitting antenna above ground, metres, 0.5…3,000.
    public var transmitterHeightMeters: Double
    /// Receiving antenna above ground, metres, 0.5…3,000.
    public var receiverHeightMeters: Double
    /// Polarization of the wave.
    public var polarization: Polarization
    /// How the loss varies over the year.
    public var climate: ITMClimate
    /// Refractivity reduced to sea level, N0, N-units, 250…400.
    public var seaLevelRefractivityNUnits: Double
    /// Relative permittivity of the ground, ≥ 1; 15 = average ground.
    public var relativePermittivity = 15.0
    /// Conductivity of the ground, S/m, > 0; 0.005 = average ground.
    public var conductivitySiemensPerMeter = 0.005
    /// Which variabilities count.
    public var mode = ITMVariabilityMode(.broadcast)
    /// The shares for which the loss is not to be exceeded.
    public var variability = ITMVariability.median

    /// Makes inputs over average ground with the medians of time, locations and situations; set the other properties as needed.
    public init(
        frequencyMHz: Double, transmitterHeightMeters: Double, receiverHeightMeters: Double, polarization: Polarization,
        climate: ITMClimate, seaLevelRefractivityNUnits: Double
    ) {
        self.frequencyMHz = frequencyMHz
        self.transmitterHeightMeters = transmitterHeightMeters
        self.receiverHeightMeters = receiverHeightMeters
        self.polarization = polarization
        self.climate = climate
        self.seaLevelRefractivityNUnits = seaLevelRefractivityNUnits
    }

    /// Everything out of range, in the order in which NTIA's model looks; empty = nothing.
    public var errors: [ITMError] {
        var errors: [ITMError] = []
        // `contains` is false for NaN.
        if !(0.5...3_000).contains(transmitterHeightMeters) { errors.append(.transmitterHeight(meters: transmitterHeightMeters)) }
        if !(0.5...3_000).contains(receiverHeightMeters) { errors.append(.receiverHeight(meters: receiverHeightMeters)) }
        if !(250...400).contains(seaLevelRefractivityNUnits) { errors.append(.refractivity(nUnits: seaLevelRefractivityNUnits)) }
        if !(20...20_000).contains(frequencyMHz) { errors.append(.frequency(megahertz: frequencyMHz)) }
        if !(relativePermittivity >= 1 && relativePermittivity.isFinite) {
            errors.append(.permittivity(relative: relativePermittivity))
        }
        if !(conductivitySiemensPerMeter > 0 && conductivitySiemensPerMeter.isFinite) {
            errors.append(.conductivity(siemensPerMeter: conductivitySiemensPerMeter))
        }
        return errors + variability.errors
    }

    /// What of the inputs, although taken, lies near the limits.
    var warnings: ITMWarnings {
        var warnings: ITMWarnings = []
        if !(1...1_000).contains(transmitterHeightMeters) { warnings.insert(.transmitterHeight) }
        if !(1...1_000).contains(receiverHeightMeters) { warnings.insert(.receiverHeight) }
        if !(40...10_000).contains(frequencyMHz) { warnings.insert(.frequency) }
        return warnings
    }
}
