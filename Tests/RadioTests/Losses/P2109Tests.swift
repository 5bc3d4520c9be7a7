import Foundation
import Radio
import Testing

/// Reference: ITU-R Study Group 3's workbook for P.2108 and P.2109 as quoted by eeveetza/p2109 at 8694c2e (`validate_p2109.m`), every twelfth row or so of four
/// curves; values printed to 0.001 dB. The formulas and Table 1 are the same in P.2109-1 and P.2109-2.
@Suite struct P2109Tests {
    @Test func workbook() throws {
        let rows = try LossFixture.numbers("p2109/workbook.csv")
        #expect(rows.count == 48)
        for row in rows {
            let building = try #require(P2109.Building(rawValue: Int(row[2])))
            let loss = try P2109.lossDB(
                frequencyMHz: row[0] * 1_000, building: building, probability: row[3] / 100, elevationDegrees: row[1])
            #expect(abs(loss - row[4]) < 0.002, "\(row)")
        }
    }

    /// Figure 1 of the Recommendation: 14.3 and 31.0 dB at 1 GHz, by hand from the table.
    @Test func medianAtOneGigahertz() throws {
        func sum(_ first: Double, _ second: Double) -> Double {
            10 * log10(pow(10, first / 10) + pow(10, second / 10) + pow(10, -0.3))
        }
        let traditional = try P2109.medianLossDB(frequencyMHz: 1_000, building: .traditional)
        #expect(abs(traditional - sum(12.64, 9.1)) < 1e-12)
        let efficient = try P2109.medianLossDB(frequencyMHz: 1_000, building: .thermallyEfficient)
        #expect(abs(efficient - sum(28.19, 27.8)) < 1e-12)
    }

    @Test(arguments: P2109.Building.allCases, [80.0, 700, 1_800, 3_700, 100_000])
    func moreCertaintyCostsMore(building: P2109.Building, megahertz: Double) throws {
        var last = -Double.infinity
        for probability in stride(from: 0.05, through: 0.95, by: 0.05) {
            let loss = try P2109.lossDB(frequencyMHz: megahertz, building: building, probability: probability)
            #expect(loss > last)
            last = loss
        }
        let up = try P2109.lossDB(frequencyMHz: megahertz, building: building, probability: 0.5, elevationDegrees: 30)
        let down = try P2109.lossDB(frequencyMHz: megahertz, building: building, probability: 0.5, elevationDegrees: -30)
        let level = try P2109.medianLossDB(frequencyMHz: megahertz, building: building)
        #expect(up == down && up > level)
    }

    @Test(arguments: [
        ("frequencyMHz", 79.0, 0.5, 0.0), ("frequencyMHz", 100_001, 0.5, 0), ("frequencyMHz", .nan, 0.5, 0), ("probability", 900, 0, 0),
        ("probability", 900, 1, 0), ("probability", 900, .nan, 0), ("elevationDegrees", 900, 0.5, 91), ("elevationDegrees", 900, 0.5, .nan),
    ])
    func outsideTheRangeIsRefused(quantity: String, megahertz: Double, probability: Double, elevation: Double) {
        let error = #expect(throws: LossModelError.self) {
            _ = try P2109.lossDB(
                frequencyMHz: megahertz, building: .traditional, probability: probability, elevationDegrees: elevation)
        }
        #expect(error?.quantity == quantity)
    }
}
