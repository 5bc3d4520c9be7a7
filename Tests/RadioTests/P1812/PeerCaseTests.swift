import Geodesy
import Testing

@testable import Radio

/// Where the public validation set does not reach: receivers at 1 to 1.5 m, p = 10 and others, pL ≠ 50, σL ≠ 0, both polarizations, coastal
/// zones and sea, Attachment 4, short paths.
@Suite("P.1812-8 against a peer") struct PeerCaseTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let inputs: P1812Inputs
        let profile: PathProfile
        let expected: [String: Double]
    }

    static let names = ["Lbfs", "Lb0p", "Ld50", "Ldb", "Ldp", "Lba", "Lbs", "Lbam", "Lbc", "Lb", "Ep"]

    static let cases: Result<[Case], any Error> = Result {
        let table = try CSVTable("p1812/peer/cases.csv")
        return try table.rows.enumerated().map { position, row in
            func number(_ column: String) throws -> Double { try table.number(column, row) }
            let name = try table.text("profile", row)
            var inputs = P1812Inputs(
                frequencyGHz: try number("f_GHz"), transmitterHeightMeters: try number("htg_m"), receiverHeightMeters: try number("hrg_m"),
                polarization: try number("pol") == 1 ? .horizontal : .vertical,
                transmitter: Coordinate(longitude: try number("lon_t"), latitude: try number("lat_t")),
                receiver: Coordinate(longitude: try number("lon_r"), latitude: try number("lat_r")),
                climate: RadioClimate(lapseRateNUnitsPerKm: try number("DN"), seaLevelRefractivityNUnits: try number("N0")))
            inputs.timePercent = try number("p_pct")
            inputs.locationPercent = try number("pL_pct")
            inputs.locationSigmaDB = try number("sigmaL_dB")
            inputs.transmitterCoastDistanceKm = try number("dct_km")
            inputs.receiverCoastDistanceKm = try number("dcr_km")
            inputs.smoothPath = try number("attachment4") == 1 ? .attachment4 : .profilePoints
            let expected = try names.map { ($0, try number($0)) }
            return Case(
                testDescription: "\(position) \(name)", inputs: inputs, profile: try profile(name),
                expected: Dictionary(uniqueKeysWithValues: expected))
        }
    }

    private static func profile(_ name: String) throws -> PathProfile {
        let table = try CSVTable("p1812/peer/profiles/\(name).csv")
        return try PathProfile(
            distancesKm: table.rows.map { try table.number("distance_km", $0) },
            heightsMeters: table.rows.map { try table.number("height_m", $0) },
            clutterHeightsMeters: table.rows.map { try table.number("clutter_m", $0) },
            zones: table.rows.map { RadioClimaticZone(rawValue: Int(try table.number("zone", $0))) ?? .inland })
    }

    @Test func allCasesAreThere() throws {
        let cases = try Self.cases.get()
        #expect(cases.count == 90)
        #expect(cases.contains { $0.inputs.receiverHeightMeters == 1.5 && $0.inputs.locationPercent > 50 && $0.inputs.locationSigmaDB > 0 })
        #expect(cases.contains { $0.profile.zones.last == .sea && $0.inputs.locationSigmaDB > 0 && $0.inputs.locationPercent != 50 })
    }

    @Test(arguments: (try? cases.get()) ?? []) func lossesAgree(_ reference: Case) throws {
        let prediction = try P1812.predict(reference.inputs, over: reference.profile)
        for name in Self.names {
            let expected = try #require(reference.expected[name])
            #expect(abs(prediction.named(name) - expected) <= 1e-6, "\(name): \(prediction.named(name)) instead of \(expected)")
        }
    }
}
