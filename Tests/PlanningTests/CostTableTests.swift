import Planning
import Testing

@Suite struct CostTableTests {
    @Test(arguments: [
        (1.0, Int64(500_000_000)), (30, 500_000_000), (30.1, 700_000_000), (45, 700_000_000), (46, 1_000_000_000), (60, 1_000_000_000),
        (100, 1_000_000_000),
    ])
    func lowestMastThatIsHighEnough(height: Double, cost: Int64) {
        #expect(CostTable.standard.siteCostVND(mastHeightMeters: height) == cost)
    }

    /// The press figures of 2025: 0.5 to 1.0 billion VND for a site, half a billion for a kilometre of line.
    @Test func defaultsStayInsideTheSourcesBand() {
        let costs = CostTable.standard.siteByMastHeight.map(\.costVND)
        #expect(costs.allSatisfy { (500_000_000...1_000_000_000).contains($0) })
        #expect(costs == costs.sorted())
        #expect(CostTable.standard.transmissionVNDPerKilometre == 500_000_000)
    }

    @Test func anEmptyTableCostsNothing() {
        let table = CostTable(siteByMastHeight: [], solarSurchargeVND: 0, transmissionVNDPerKilometre: 0)
        #expect(table.siteCostVND(mastHeightMeters: 45) == 0)
    }
}
