import Testing

@testable import Radio

@Suite("ITM refuses and warns") struct ITMErrorTests {
    static func good() -> ITMInputs {
        ITMInputs(
            frequencyMHz: 900, transmitterHeightMeters: 45, receiverHeightMeters: 1.5, polarization: .vertical,
            climate: .continentalSubtropical, seaLevelRefractivityNUnits: 320)
    }

    static func flat(height: Double = 100, lengthMeters: Double = 10_000) throws -> EvenProfile {
        try EvenProfile(stepMeters: lengthMeters / 100, heightsMeters: [Double](repeating: height, count: 101))
    }

    typealias Change = @Sendable (inout ITMInputs) -> Void

    static let refusals: [(code: Int, change: Change)] = [
        (1000, { $0.transmitterHeightMeters = 0.4 }), (1000, { $0.transmitterHeightMeters = .nan }),
        (1001, { $0.receiverHeightMeters = 3_001 }), (1008, { $0.seaLevelRefractivityNUnits = 249 }),
        (1009, { $0.frequencyMHz = 19 }), (1009, { $0.frequencyMHz = .infinity }), (1011, { $0.relativePermittivity = 0.9 }),
        (1012, { $0.conductivitySiemensPerMeter = 0 }),
        (
            1013,
            {
                $0.relativePermittivity = 1
                $0.polarization = .horizontal
            }
        ),
        (1003, { $0.variability = .timeLocationSituation(timePercent: 0, locationPercent: 50, situationPercent: 50) }),
        (1004, { $0.variability = .timeLocationSituation(timePercent: 50, locationPercent: 100, situationPercent: 50) }),
        (1005, { $0.variability = .timeLocationSituation(timePercent: 50, locationPercent: 50, situationPercent: -1) }),
        (1006, { $0.variability = .confidenceReliability(confidencePercent: 100, reliabilityPercent: 50) }),
        (1007, { $0.variability = .confidenceReliability(confidencePercent: 50, reliabilityPercent: 0) }),
    ]

    @Test(arguments: refusals.indices) func wrongInputsAreRefused(_ index: Int) throws {
        var inputs = Self.good()
        Self.refusals[index].change(&inputs)
        let profile = try Self.flat()
        let error = #expect(throws: ITMError.self) { try ITM.predict(inputs, over: profile) }
        #expect(error?.code == Self.refusals[index].code)
        #expect(error?.description.contains("give") == true)
    }

    @Test func everyDefectIsListed() {
        var inputs = Self.good()
        inputs.transmitterHeightMeters = 0
        inputs.frequencyMHz = 0
        inputs.variability = .timeLocationSituation(timePercent: 0, locationPercent: 0, situationPercent: 0)
        #expect(inputs.errors.map(\.code) == [1000, 1009, 1005, 1003, 1004])
    }

    @Test func thinAirOnHighGroundIsRefused() throws {
        var inputs = Self.good()
        inputs.seaLevelRefractivityNUnits = 250
        let high = try Self.flat(height: 8_000)
        let error = #expect(throws: ITMError.self) { try ITM.predict(inputs, over: high) }
        #expect(error?.code == 1021)
    }

    @Test func denseAirBelowTheSeaIsRefused() throws {
        var inputs = Self.good()
        inputs.seaLevelRefractivityNUnits = 400
        let low = try Self.flat(height: -400)
        let error = #expect(throws: ITMError.self) { try ITM.predict(inputs, over: low) }
        #expect(error?.code == 1022)
    }

    @Test func warningsNameWhatIsNearTheLimits() throws {
        var inputs = Self.good()
        inputs.frequencyMHz = 15_000
        inputs.receiverHeightMeters = 0.5
        inputs.variability = .timeLocationSituation(timePercent: 0.01, locationPercent: 50, situationPercent: 50)
        let prediction = try ITM.predict(inputs, over: Self.flat(lengthMeters: 900))
        let expected: ITMWarnings = [.frequency, .receiverHeight, .extremeVariability, .pathShort]
        #expect(prediction.warnings.isSuperset(of: expected))
        #expect(!prediction.warnings.contains(.transmitterHeight))
        #expect(prediction.warnings.description.contains("shorter than 1 km"))
    }

    @Test func modesReadNTIAsNumbers() {
        let good = (0...40).filter { ITMVariabilityMode(mdvar: $0) != nil }
        #expect(good == [0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23, 30, 31, 32, 33])
        for number in good { #expect(ITMVariabilityMode(mdvar: number)?.mdvar == number) }
        #expect(ITMVariabilityMode(mdvar: -1) == nil)
    }
}
