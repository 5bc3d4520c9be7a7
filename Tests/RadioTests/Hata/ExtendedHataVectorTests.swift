import Foundation
import Testing

@testable import Radio

@Suite("Extended Hata against public vectors") struct ExtendedHataVectorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let inputs: ExtendedHataInputs
        let profile: EvenProfile
        let lossDB: Double

        var testDescription: String { name }
    }

    static let all: Result<[Case], any Error> = Result {
        let table = try CSVTable("ehata/cases.csv")
        return try table.rows.map { row in
            func number(_ column: String) throws -> Double { try table.number(column, row) }
            let file = try table.text("pfl file name", row)
            let url = Bundle.module.bundleURL.appending(path: "Resources/ehata/profiles/\(file)")
            let numbers = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: { $0 == "," || $0.isNewline })
                .compactMap { Double($0) }
            let inputs = ExtendedHataInputs(
                frequencyMHz: try number("f"), baseHeightMeters: try number("hb"), mobileHeightMeters: try number("hm"),
                environment: HataEnvironment(code: Int(try number("env"))))
            // Stored from the mobile to the base station.
            return Case(
                name: try table.text("ID", row) + " " + (try table.text("Scenario Title", row)), inputs: inputs,
                profile: try EvenProfile(pfl: numbers).reversed, lossDB: try number("Path Loss(dB)"))
        }
    }

    @Test func allCasesAreThere() throws {
        #expect(try Self.all.get().count == 53)
    }

    @Test(arguments: (try? all.get()) ?? []) func lossAgreesToFourDecimals(_ reference: Case) throws {
        let prediction = try ExtendedHata.predict(reference.inputs, over: reference.profile)
        #expect(abs(prediction.lossDB - reference.lossDB) <= 0.5001e-4)
    }

    /// What NTIA's present release says where it differs: its own program, compiled unchanged.
    @Test(arguments: [("90023", 144.9166), ("90024", 166.2254), ("90025", 180.9423), ("90026", 180.9423), ("90032", 195.5141)])
    func presentReleaseHoldsTheRidgeCurves(id: String, lossDB: Double) throws {
        let reference = try #require(Self.all.get().first { $0.name.hasPrefix(id) })
        var inputs = reference.inputs
        inputs.ridge = .held
        let prediction = try ExtendedHata.predict(inputs, over: reference.profile)
        #expect(prediction.hasSingleRidge)
        #expect(abs(prediction.lossDB - lossDB) <= 1e-4)
    }
}
