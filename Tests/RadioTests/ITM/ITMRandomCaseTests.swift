import Foundation
import Testing

@testable import Radio

/// Random paths of all climates and modes, answered by NTIA's own program: loss, warnings, regime and return code.
@Suite("ITM against random cases") struct ITMRandomCaseTests {
    @Test func everyCaseAgrees() throws {
        let url = Bundle.module.bundleURL.appending(path: "Resources/itm/random_cases.csv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        var regimes: Set<ITMPrediction.Regime> = []
        var warnings: ITMWarnings = []
        var failures = 0
        for (index, line) in lines.enumerated() {
            let cells = line.split(separator: ",").compactMap { Double($0) }
            var inputs = ITMInputs(
                frequencyMHz: cells[4], transmitterHeightMeters: cells[0], receiverHeightMeters: cells[1],
                polarization: cells[5] == 1 ? .vertical : .horizontal, climate: try #require(ITMClimate(rawValue: Int(cells[2]))),
                seaLevelRefractivityNUnits: cells[3])
            inputs.relativePermittivity = cells[6]
            inputs.conductivitySiemensPerMeter = cells[7]
            inputs.mode = try #require(ITMVariabilityMode(mdvar: Int(cells[8])))
            inputs.variability = .timeLocationSituation(
                timePercent: cells[9], locationPercent: cells[10], situationPercent: cells[11])
            let profile = try EvenProfile(pfl: Array(cells[16...]))
            do {
                let prediction = try ITM.predict(inputs, over: profile)
                #expect(cells[12] <= 1, "case \(index) has an answer")
                #expect(abs(prediction.lossDB - cells[14]) < 1e-6, "case \(index)")
                #expect(prediction.warnings.rawValue == Int(cells[13]), "case \(index)")
                #expect(prediction.warnings.texts.count == prediction.warnings.rawValue.nonzeroBitCount)
                #expect(prediction.regime.rawValue == Int(cells[15]), "case \(index)")
                regimes.insert(prediction.regime)
                warnings.formUnion(prediction.warnings)
            } catch {
                #expect(error.code == Int(cells[12]), "case \(index): \(error)")
                failures += 1
            }
        }
        #expect(lines.count == 160)
        #expect(regimes.count == 3)
        #expect(failures > 0)
        #expect(warnings.rawValue.nonzeroBitCount >= 10)
    }
}
