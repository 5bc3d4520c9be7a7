import Geodesy
import Testing

@testable import Radio

@Suite("Input that P.1812 refuses, and input that it only warns of") struct RadioInputTests {
    static let badProfiles:
        [(what: String, distances: [Double], heights: [Double], clutter: [Double], zones: [RadioClimaticZone], says: String)] =
            [
                ("two points", [0, 1], [1, 1], [], [], "at least 3 points"),
                ("none", [], [], [], [], "at least 3 points"),
                ("repeated", [0, 1, 1, 2, 3], [1, 1, 1, 1, 1], [], [], "distancesKm[2] is 1.0 after 1.0; remove the repeated point"),
                ("unsorted", [0, 2, 1, 3, 4], [1, 1, 1, 1, 1], [], [], "distancesKm[2] is 1.0 after 2.0; sort"),
                ("late start", [0.1, 1, 2, 3, 4], [1, 1, 1, 1, 1], [], [], "distancesKm[0] is 0.1; start the profile at the transmitter"),
                ("NaN distance", [0, 1, .nan, 3, 4], [1, 1, 1, 1, 1], [], [], "distancesKm[2] is nan"),
                ("endless distance", [0, 1, 2, 3, .infinity], [1, 1, 1, 1, 1], [], [], "distancesKm[4] is inf"),
                ("NaN height", [0, 1, 2, 3, 4], [1, 1, .nan, 1, 1], [], [], "heightsMeters[2] is nan; give metres from -500 to 9000"),
                ("absurd height", [0, 1, 2, 3, 4], [1, 1, 12_000, 1, 1], [], [], "heightsMeters[2] is 12000.0"),
                ("too few heights", [0, 1, 2, 3, 4], [1, 1], [], [], "heightsMeters is a list of 2; give one value for each of the 5"),
                ("too few clutter heights", [0, 1, 2, 3, 4], [1, 1, 1, 1, 1], [0], [], "clutterHeightsMeters is a list of 1"),
                ("clutter below ground", [0, 1, 2, 3, 4], [1, 1, 1, 1, 1], [0, -3, 0, 0, 0], [], "clutterHeightsMeters[1] is -3.0"),
                ("too few zones", [0, 1, 2, 3, 4], [1, 1, 1, 1, 1], [], [.sea], "zones is a list of 1"),
            ]

    @Test(arguments: badProfiles.indices) func badProfileIsNamed(_ index: Int) {
        let bad = Self.badProfiles[index]
        let error = #expect(throws: RadioInputError.self) {
            try PathProfile(distancesKm: bad.distances, heightsMeters: bad.heights, clutterHeightsMeters: bad.clutter, zones: bad.zones)
        }
        #expect(error?.description.contains(bad.says) == true, "\(bad.what): \(String(describing: error))")
    }

    static let badInputs: [(field: String, change: @Sendable (inout P1812Inputs) -> Void)] = [
        ("frequencyGHz", { $0.frequencyGHz = 900 }), ("frequencyGHz", { $0.frequencyGHz = .nan }),
        ("timePercent", { $0.timePercent = 0.5 }), ("timePercent", { $0.timePercent = 51 }),
        ("locationPercent", { $0.locationPercent = 100 }), ("locationSigmaDB", { $0.locationSigmaDB = -1 }),
        ("transmitterHeightMeters", { $0.transmitterHeightMeters = 0 }), ("receiverHeightMeters", { $0.receiverHeightMeters = 4_000 }),
        ("lapseRateNUnitsPerKm", { $0.climate.lapseRateNUnitsPerKm = 157 }),
        ("seaLevelRefractivityNUnits", { $0.climate.seaLevelRefractivityNUnits = .infinity }),
        ("transmitterCoastDistanceKm", { $0.transmitterCoastDistanceKm = -1 }),
        ("receiverCoastDistanceKm", { $0.receiverCoastDistanceKm = .nan }),
        ("transmitter", { $0.transmitter.latitude = 91 }), ("receiver", { $0.receiver.longitude = .nan }),
    ]

    @Test(arguments: badInputs.indices) func badInputIsNamed(_ index: Int) throws {
        var inputs = P1812Inputs.mast()
        Self.badInputs[index].change(&inputs)
        let profile = try PathProfile(distancesKm: [0, 1, 2, 3, 4], heightsMeters: [1, 1, 1, 1, 1])
        let error = #expect(throws: RadioInputError.self) { try P1812.predict(inputs, over: profile) }
        #expect(error?.defects.map(\.field) == [Self.badInputs[index].field])
    }

    @Test func everyDefectIsToldAtOnce() {
        var inputs = P1812Inputs.mast()
        inputs.frequencyGHz = 0.001
        inputs.timePercent = 99
        inputs.receiverHeightMeters = 0.5
        let error = #expect(throws: RadioInputError.self) { try inputs.validate() }
        #expect(error?.defects.count == 3)
        #expect(error?.description.contains("frequencyGHz is 0.001; give a number from 0.03 to 6 GHz") == true)
    }

    @Test func shortPathAndFewPointsAreWarnedOf() throws {
        let short = try PathProfile(distancesKm: [0, 0.05, 0.1], heightsMeters: [5, 6, 5])
        let prediction = try P1812.predict(.mast(), over: short)
        #expect(prediction.warnings == [.pathTooShort(kilometers: 0.1), .fewPoints(count: 3)])
        #expect(prediction.lossDB.isFinite && prediction.intermediates.allSatisfy(\.value.isFinite))
        let good = try PathProfile(distancesKm: [0, 1, 2, 3, 4], heightsMeters: [5, 6, 5, 4, 4])
        #expect(try P1812.predict(.mast(), over: good).warnings.isEmpty)
    }
}
