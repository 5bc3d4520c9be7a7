import Testing

@testable import Radio

@Suite("Extended Hata in general") struct ExtendedHataTests {
    static func good() -> ExtendedHataInputs {
        ExtendedHataInputs(frequencyMHz: 2_100, baseHeightMeters: 45, mobileHeightMeters: 1.5, environment: .rural)
    }

    static func flat(_ lengthMeters: Double = 8_000) throws -> EvenProfile {
        try EvenProfile(stepMeters: lengthMeters / 80, heightsMeters: [Double](repeating: 12, count: 81))
    }

    @Test func okumurasReferenceValuesComeBack() {
        // 22, 23.5 and 25.85 dB at 1 km from an antenna of 200 m; 63.5, 65.75 and 69.5 dB at 100 km.
        for (frequency, near, far) in [(1_500.0, 22.0, 63.5), (2_000, 23.5, 65.75), (3_000, 25.85, 69.5)] {
            let median = ExtendedHataMedian(
                frequencyMHz: frequency, baseMeters: 200, mobileMeters: 3, distanceKm: 1, environment: .urban)
            #expect(abs(median.attenuationAt1KmDB - near) < 1e-6)
            #expect(abs(median.attenuationAt100KmDB - far) < 1e-4)
        }
    }

    @Test func reliabilityIsADeviateOfTheSpread() throws {
        var inputs = Self.good()
        let median = try ExtendedHata.predict(inputs, over: Self.flat())
        inputs.reliabilityPercent = 90
        let safe = try ExtendedHata.predict(inputs, over: Self.flat())
        #expect(abs(safe.lossDB - median.lossDB - 1.2816 * median.sigmaDB) < 0.01)
    }

    @Test func openCountryLosesLess() throws {
        let losses = try [HataEnvironment.urban, .suburban, .rural].map { environment in
            var inputs = Self.good()
            inputs.environment = environment
            return try ExtendedHata.predict(inputs, over: Self.flat()).lossDB
        }
        #expect(losses[0] > losses[1] && losses[1] > losses[2])
    }

    @Test func seaHelpsAndCountsOnlyAtHeightZero() throws {
        let sea = try EvenProfile(stepMeters: 100, heightsMeters: [Double](repeating: 0, count: 81))
        let (wet, dry) = (try ExtendedHata.predict(Self.good(), over: sea), try ExtendedHata.predict(Self.good(), over: Self.flat()))
        #expect(abs(dry.lossDB - wet.lossDB - 11) < 0.2)
    }

    @Test func everyLimitWarns() throws {
        var inputs = Self.good()
        inputs.frequencyMHz = 700
        inputs.baseHeightMeters = 10
        inputs.mobileHeightMeters = 20
        let short = try ExtendedHata.predict(inputs, over: Self.flat(500))
        #expect(short.warnings == [.frequency, .baseHeight, .mobileHeight, .pathShort])
        #expect(short.warnings.texts.count == 4)
        #expect(try ExtendedHata.predict(Self.good(), over: Self.flat(120_000)).warnings == .pathLong)
        #expect(try ExtendedHata.predict(Self.good(), over: Self.flat()).warnings.isEmpty)
    }

    @Test func everyDefectIsTold() throws {
        var inputs = Self.good()
        inputs.frequencyMHz = .nan
        inputs.baseHeightMeters = -1
        inputs.reliabilityPercent = 100
        let profile = try Self.flat()
        let error = #expect(throws: RadioInputError.self) { try ExtendedHata.predict(inputs, over: profile) }
        #expect(error?.defects.map(\.field) == ["frequencyMHz", "baseHeightMeters", "reliabilityPercent"])
    }

    /// Points farther apart than any window of the model must not divide by nothing.
    @Test(arguments: [2, 3, 5], [30.0, 4_000, 12_000]) func coarseProfilesHaveAnAnswer(count: Int, step: Double) throws {
        let profile = try EvenProfile(stepMeters: step, heightsMeters: (0..<count).map { 100 + 40 * Double($0 % 2) })
        #expect(try ExtendedHata.predict(Self.good(), over: profile).lossDB.isFinite)
    }
}
