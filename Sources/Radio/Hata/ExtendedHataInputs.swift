/// Everything that the extended Hata model asks for beside the profile.
public struct ExtendedHataInputs: Hashable, Sendable {
    /// What Okumura's curves of an isolated ridge say beyond their ends.
    public enum Ridge: String, Hashable, Sendable, CaseIterable {
        /// The curves are carried on in straight lines: as in NTIA's first release and the public vectors.
        case extrapolated
        /// The outer curves hold, and from 2 km on a ridge never helps: as in NTIA's present release.
        case held
    }

    /// Frequency, MHz, 100…10,000; the model is made for 1,500…3,000.
    public var frequencyMHz: Double
    /// Base station above ground, metres, 0…3,000.
    public var baseHeightMeters: Double
    /// Mobile above ground, metres, 0…3,000.
    public var mobileHeightMeters: Double
    /// What stands around the mobile.
    public var environment: HataEnvironment
    /// Share of locations for which the loss is not exceeded, percent, above 0 and below 100.
    public var reliabilityPercent = 50.0
    /// What the ridge curves say beyond their ends.
    public var ridge = Ridge.extrapolated

    /// Makes inputs with the median over locations.
    public init(frequencyMHz: Double, baseHeightMeters: Double, mobileHeightMeters: Double, environment: HataEnvironment) {
        self.frequencyMHz = frequencyMHz
        self.baseHeightMeters = baseHeightMeters
        self.mobileHeightMeters = mobileHeightMeters
        self.environment = environment
    }

    /// - Throws: `RadioInputError` with every defect.
    func validate() throws(RadioInputError) {
        var defects = DefectList()
        defects.require(frequencyMHz, "frequencyMHz", in: 100...10_000, unit: "MHz")
        defects.require(baseHeightMeters, "baseHeightMeters", in: 0...3_000, unit: "m above ground")
        defects.require(mobileHeightMeters, "mobileHeightMeters", in: 0...3_000, unit: "m above ground")
        if !(reliabilityPercent > 0 && reliabilityPercent < 100) {
            defects.add("reliabilityPercent", value: "\(reliabilityPercent)", "give a percentage above 0 and below 100")
        }
        try defects.throwIfAny()
    }
}
