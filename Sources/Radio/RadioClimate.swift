/// What the air of a place does to radio waves, in the two numbers that P.1812 asks for.
///
/// Source: Recommendation ITU-R P.1812-8, §3.5. The maps of the Recommendation may not be redistributed, so that a project names the numbers.
public struct RadioClimate: Hashable, Sendable, Codable {
    /// Average drop of the radio-refractive index through the lowest kilometre, ΔN, N-units/km, > 0.
    public var lapseRateNUnitsPerKm: Double
    /// Sea-level surface refractivity, N0, N-units, > 0.
    public var seaLevelRefractivityNUnits: Double

    /// Makes a climate from its two numbers.
    public init(lapseRateNUnitsPerKm: Double, seaLevelRefractivityNUnits: Double) {
        self.lapseRateNUnitsPerKm = lapseRateNUnitsPerKm
        self.seaLevelRefractivityNUnits = seaLevelRefractivityNUnits
    }

    /// Median effective radius of the Earth in this air, km. Source: Recommendation ITU-R P.1812-8, Eqs. (6), (7a).
    public var effectiveEarthRadiusKm: Double { EffectiveEarth.medianRadiusKm(lapseRateNUnitsPerKm: lapseRateNUnitsPerKm) }

    /// The northern mountains of Viet Nam: ΔN 45, N0 365.
    public static let northernMountains = RadioClimate(lapseRateNUnitsPerKm: 45, seaLevelRefractivityNUnits: 365)
    /// The rest of Viet Nam: ΔN 50, N0 376.
    public static let lowlands = RadioClimate(lapseRateNUnitsPerKm: 50, seaLevelRefractivityNUnits: 376)
}
