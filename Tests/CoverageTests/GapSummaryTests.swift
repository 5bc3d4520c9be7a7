import Geodesy
import Planning
import Testing

@testable import Coverage

@Suite struct GapSummaryTests {
    private func summary() throws -> GapSummary {
        func village(_ id: String, _ commune: String, _ longitude: Double, _ households: Int?, _ electricity: Electricity) -> Village {
            Village(
                id: id, name: id, centre: Coordinate(longitude: longitude, latitude: 21), communeCode: commune,
                communeName: "xã \(commune)",
                provinceCode: "08", provinceName: "Tuyên Quang", households: households, population: households.map { $0 * 4 },
                electricity: electricity)
        }
        let world = World(
            villages: [
                village("a", "2", 105, 100, .grid), village("b", "1", 107, 49, .grid), village("c", "1", 107.5, 50, .grid),
                village("d", "1", 108, nil, .none),
            ], footprints: [.square("f", .viettel, .lte4G, around: 105, 21)])
        return GapSummary(project: "test", world: world, report: try Fixture.analysis.run(world), mode: "footprints", warnings: [])
    }

    @Test func countsBelongTogether() throws {
        let summary = try summary()
        #expect(summary.villages.total == 4)
        #expect(summary.villages.covered == 1)
        #expect(summary.villages.uncovered == 3)
        #expect(summary.households.total == 199)
        #expect(summary.households.uncovered == 99)
        #expect(summary.population.covered == 400)
    }

    @Test func rowsStandInOrderAndAddUp() throws {
        let summary = try summary()
        #expect(summary.byCommune.map(\.communeCode) == ["1", "2"])
        #expect(summary.byCommune.reduce(0) { $0 + $1.villages.uncovered } == summary.villages.uncovered)
        #expect(summary.byProvince.map(\.villages) == [summary.villages])
        #expect(summary.byReason.reduce(0) { $0 + $1.villages } == summary.villages.total)
        #expect(summary.byOperator.map(\.villagesHeardAlone) == [1])
    }

    @Test func smallVillagesAreThoseUnderFiftyHouseholds() throws {
        let rows = try summary().byElectricity
        #expect(rows.map(\.electricity) == [.grid, .none])
        #expect(rows[0].deadZonesUnder50Households == 1)
        #expect(rows[1].deadZonesUnder50Households == 0)
        #expect(rows[1].villages.uncovered == 1)
    }
}
