import Foundation
import Testing

@testable import Radio

/// Public answers of NTIA's program.
@Suite("ITM against public vectors") struct ITMVectorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let inputs: ITMInputs
        let profile: EvenProfile
        let lossDB: Double

        var testDescription: String { name }
    }

    static func profiles(_ resource: String) throws -> [EvenProfile] {
        let url = Bundle.module.bundleURL.appending(path: "Resources/itm/\(resource)")
        return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map { line in
            try EvenProfile(pfl: line.split(separator: ",").compactMap { Double($0) })
        }
    }

    static let pointToPoint: Result<[Case], any Error> = Result {
        let table = try CSVTable("itm/p2p.csv")
        let paths = try profiles("pfls.csv")
        return try zip(table.rows, paths).enumerated().map { index, pair in
            func number(_ column: String) throws -> Double { try table.number(column, pair.0) }
            var inputs = ITMInputs(
                frequencyMHz: try number("f__mhz"), transmitterHeightMeters: try number("h_tx__meter"),
                receiverHeightMeters: try number("h_rx__meter"), polarization: try number("pol") == 1 ? .vertical : .horizontal,
                climate: try #require(ITMClimate(rawValue: Int(try number("climate")))),
                seaLevelRefractivityNUnits: try number("N_0"))
            inputs.relativePermittivity = try number("epsilon")
            inputs.conductivitySiemensPerMeter = try number("sigma")
            inputs.mode = try #require(ITMVariabilityMode(mdvar: Int(try number("mdvar"))))
            inputs.variability = .timeLocationSituation(
                timePercent: try number("time"), locationPercent: try number("location"), situationPercent: try number("situation"))
            return Case(name: "row \(index + 1)", inputs: inputs, profile: pair.1, lossDB: try number("A__db"))
        }
    }

    @Test func allCasesAreThere() throws {
        #expect(try Self.pointToPoint.get().count == 5)
        #expect(try Self.sample.get().count == 30)
    }

    @Test(arguments: (try? pointToPoint.get()) ?? []) func pointToPointAgrees(_ reference: Case) throws {
        let prediction = try ITM.predict(reference.inputs, over: reference.profile)
        // Two decimals are printed.
        #expect(abs(prediction.lossDB - reference.lossDB) <= 0.005 + 1e-9)
    }

    static let sample: Result<[Case], any Error> = Result {
        let table = try CSVTable("itm/qkpfl_expected.csv")
        let path = try #require(try profiles("qkpfl_profile.csv").first)
        return try table.rows.map { row in
            func number(_ column: String) throws -> Double { try table.number(column, row) }
            var inputs = ITMInputs(
                frequencyMHz: try number("f_mhz"), transmitterHeightMeters: try number("h_tx_m"),
                receiverHeightMeters: try number("h_rx_m"), polarization: try number("pol(0=H)") == 1 ? .vertical : .horizontal,
                climate: try #require(ITMClimate(rawValue: Int(try number("climate")))),
                seaLevelRefractivityNUnits: 314 * exp(92.62 / 9460))
            inputs.relativePermittivity = try number("epsilon")
            inputs.conductivitySiemensPerMeter = try number("sigma")
            inputs.mode = try #require(ITMVariabilityMode(mdvar: Int(try number("mdvar"))))
            let (confidence, reliability) = (try number("confidence"), try number("reliability"))
            inputs.variability = .confidenceReliability(confidencePercent: confidence, reliabilityPercent: reliability)
            return Case(
                name: "\(Int(try number("path"))): confidence \(Int(confidence)), reliability \(Int(reliability))", inputs: inputs,
                profile: path, lossDB: try number("A_db"))
        }
    }

    @Test(arguments: (try? sample.get()) ?? []) func sampleAgrees(_ reference: Case) throws {
        let prediction = try ITM.predict(reference.inputs, over: reference.profile)
        #expect(abs(prediction.lossDB - reference.lossDB) <= 0.1)
        #expect(abs(prediction.surfaceRefractivityNUnits - 314) < 0.001)
    }

    /// NTIA's examples of its command line, as printed.
    private static func example() -> ITMInputs {
        var inputs = ITMInputs(
            frequencyMHz: 3500, transmitterHeightMeters: 15, receiverHeightMeters: 3, polarization: .vertical,
            climate: .continentalTemperate, seaLevelRefractivityNUnits: 301)
        inputs.mode = ITMVariabilityMode(.accidental)
        return inputs
    }

    @Test func commandLineExampleAgreesInEveryValue() throws {
        let profile = try #require(try Self.profiles("cmd_example_pfl.csv").first)
        let prediction = try ITM.predict(Self.example(), over: profile)
        #expect(prediction.warnings.isEmpty)
        #expect(prediction.regime == .lineOfSight)
        let printed: [(Double, Double, Double)] = [
            (prediction.lossDB, 114.5, 0.05), (prediction.freeSpaceDB, 114.5, 0.05), (prediction.distanceKm, 3.635, 0.0005),
            (prediction.horizonMrad[0], -1.949, 0.0005), (prediction.horizonMrad[1], -0.856, 0.0005),
            (prediction.horizonMeters[0], 14_868, 0.5), (prediction.horizonMeters[1], 6_494, 0.5),
            (prediction.effectiveHeightMeters[0], 15, 0.05), (prediction.effectiveHeightMeters[1], 3, 0.05),
            (prediction.surfaceRefractivityNUnits, 251.5, 0.05), (prediction.deltaMeters, 3.2, 0.05), (prediction.referenceDB, 0, 0.05),
        ]
        for (value, expected, tolerance) in printed { #expect(abs(value - expected) <= tolerance + 1e-9) }
    }

    static let table: [(reliability: Double, losses: [Double])] = [
        (10, [110.9, 117.2, 129.1]), (65, [110.9, 117.4, 129.2]), (90, [110.9, 117.5, 129.3]),
    ]

    @Test(arguments: table)
    func commandLineTableAgrees(reliability: Double, losses: [Double]) throws {
        let profile = try #require(try Self.profiles("cmd_example_pfl.csv").first)
        for (confidence, loss) in zip([10.0, 60, 90], losses) {
            var inputs = Self.example()
            inputs.variability = .confidenceReliability(confidencePercent: confidence, reliabilityPercent: reliability)
            let prediction = try ITM.predict(inputs, over: profile)
            #expect(abs(prediction.lossDB - loss) <= 0.05 + 1e-9)
        }
    }
}
