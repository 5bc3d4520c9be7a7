import Testing

@testable import Planning

@Suite struct OperatingCostTests {
    @Test(arguments: [0, 1, 8, 37.5, 100] as [Double], [1, 7, 50])
    func thePresentValueIsTheSumOfDiscountedYears(rate: Double, years: Int) throws {
        let cost = OperatingCost(horizonYears: years, discountRatePercent: rate)
        var (sum, factor) = (0.0, 1.0)
        for _ in 0..<years {
            factor /= 1 + rate / 100
            sum += 60_000_000 * factor
        }
        let present = try #require(cost.presentVND(ofYearlyVND: 60_000_000))
        #expect(abs(Double(present) - sum) <= 500.5 && present % 1000 == 0)
    }

    @Test func whatDoesNotFitIsNil() {
        #expect(OperatingCost(horizonYears: 50, discountRatePercent: 0).presentVND(ofYearlyVND: .max) == nil)
        #expect(OperatingCost().presentVND(ofYearlyVND: 0) == 0)
    }

    @Test func equipmentAndRaisingHaveDefaults() {
        var table = CostTable.standard
        #expect(table.equipmentVND([.lte4G, .nr5G]) == 2 * CostTable.defaultEquipmentVND && table.equipmentVND([]) == 0)
        table.equipment = [.init(technology: .lte4G, costVND: 7)]
        #expect(table.equipmentVND([.lte4G]) == 7 && table.equipmentVND([.nr5G]) == CostTable.defaultEquipmentVND)
        // 42 m is priced as 45 m: work on the mast is not free for that.
        #expect(table.raisingVND(fromMeters: 42, toMeters: 45) == table.leastRaisingVND)
        #expect(table.raisingVND(fromMeters: 30, toMeters: 60) == 500_000_000)
    }
}
