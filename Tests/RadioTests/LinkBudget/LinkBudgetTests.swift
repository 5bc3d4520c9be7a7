import Foundation
import Radio
import Testing

/// The design page's numbers.
@Suite struct LinkBudgetTests {
    let budget = LinkBudget.macroSite

    @Test(arguments: [(10.0, 18.2), (20.0, 15.2), (5.0, 21.2), (1.4, 27.4)])
    func resourceElements(megahertz: Double, dBm: Double) {
        #expect(abs(LinkBudget.resourceElementPowerDBm(carrierPowerDBm: 46, bandwidthMHz: megahertz) - dBm) < 0.05)
    }

    @Test(arguments: zip([1.4, 3, 5, 10, 15, 20], [72.0, 180, 300, 600, 900, 1_200]))
    func subcarriersAreTheStandards(megahertz: Double, count: Double) {
        #expect(LinkBudget.subcarriers(bandwidthMHz: megahertz) == count)
    }

    /// The design page prints 137.4 and 139.9 for the second pair: 147.7 and 150.2 less a margin rounded up to 10.3.
    @Test(arguments: [(700.0, 147.7, 137.4), (900, 147.7, 137.4), (1_800, 150.2, 139.9), (2_600, 150.2, 139.9)])
    func pathLossThatMayBe(megahertz: Double, median: Double, reliable: Double) {
        #expect(abs(budget.maximumPathLossDB(frequencyMHz: megahertz, thresholdDBm: -115) - median) < 0.05)
        let margin = CoverageProbability.marginDB(probability: 0.9, sigmaDB: 8)
        #expect(abs(budget.maximumPathLossDB(frequencyMHz: megahertz, thresholdDBm: -115, marginDB: margin) - reliable) < 0.1)
    }

    @Test func theGreatestLossGivesExactlyTheThreshold() {
        let loss = budget.maximumPathLossDB(frequencyMHz: 900, thresholdDBm: -115, marginDB: 3, extraLossDB: 12)
        #expect(abs(budget.rsrpDBm(gainDBi: 15, lossDB: loss, extraLossDB: 12) - (-115 + 3)) < 1e-9)
    }

    @Test func gainAndIndoorLossChangeAtOneGigahertz() {
        #expect([999.9, 1_000].map { budget.antennaGainDBi(frequencyMHz: $0) } == [15, 17.5])
        #expect([999.9, 1_000].map { budget.indoorLossDB(frequencyMHz: $0) } == [12, 14])
    }

    @Test func everyTermGoesItsWay() {
        let level = budget.rsrpDBm(gainDBi: 15, lossDB: 120)
        let byHand = 46 - 10 * log10(600.0) + 15 - 0.5 - 120
        #expect(abs(level - byHand) < 1e-12)
        #expect(abs(budget.with(carrierPowerDBm: 43).rsrpDBm(gainDBi: 15, lossDB: 120) - (level - 3)) < 1e-12)
        #expect(budget.with(carrierPowerDBm: nil) == budget)
        #expect(abs(budget.rsrpDBm(gainDBi: 10, lossDB: 120) - (level - 5)) < 1e-12)
        #expect(abs(budget.rsrpDBm(gainDBi: 15, lossDB: 120, extraLossDB: 14) - (level - 14)) < 1e-12)
    }

    @Test func survivesJSON() throws {
        let budget = LinkBudget(carrierPowerDBm: 43, bandwidthMHz: 20, feederLossDB: 2)
        let data = try JSONEncoder().encode(budget)
        let back = try JSONDecoder().decode(LinkBudget.self, from: data)
        #expect(back == budget)
    }
}
