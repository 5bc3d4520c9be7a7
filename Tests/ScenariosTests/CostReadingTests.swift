import Foundation
import Ingest
import Planning
import Testing

@testable import Scenarios

@Suite struct CostReadingTests {
    private static func costs(_ line: String, file: String? = nil) throws -> (table: CostTable, file: TableSource?) {
        try SampleFolder.temporary { folder in
            try "\(line)\n".write(toFile: folder + "/p.yaml", atomically: true, encoding: .utf8)
            if let file { try file.write(toFile: folder + "/c.yaml", atomically: true, encoding: .utf8) }
            let settings = try SettingsFile(path: folder + "/p.yaml", displayName: "p.yaml")
            let costs = try CostReading.costs(settings.root(keys: ["costs"]))
            try settings.throwErrors()
            return costs
        }
    }

    private static let header = "schema: phusong.costs/1\nsource: a contract\n"

    @Test func theShippedTableHoldsTheReportedFigures() throws {
        let path = SampleFolder.data.appendingPathComponent("costs/viet-nam-2026.yaml").path
        let (table, file) = try Self.costs("costs: \(path)")
        #expect(file?.path == path && table.siteByMastHeight == CostTable.standard.siteByMastHeight)
        #expect(table.transmissionVNDPerKilometre == 500_000_000 && table.solarSurchargeVND == CostTable.standard.solarSurchargeVND)
        #expect(
            table.equipmentVND([.lte4G]) == CostTable.defaultEquipmentVND && table.leastRaisingVND == CostTable.standard.leastRaisingVND)
        #expect(table.gridExtensionVNDPerKilometre != nil && table.roadVNDPerKilometre > 0 && table.operation?.horizonYears == 10)
    }

    @Test func aProjectChangesSingleFigures() throws {
        let (table, file) = try Self.costs(
            "costs: {file: c.yaml, solarSurchargeVND: 5, operation: {horizonYears: 3}}",
            file: Self.header + "siteVND: {40: 9}\nsolarSurchargeVND: 7\noperation: {gridVNDPerYear: 11}\n")
        #expect(file?.displayName == "c.yaml" && table.solarSurchargeVND == 5 && table.siteCostVND(mastHeightMeters: 30) == 9)
        #expect(table.operation == OperatingCost(gridVNDPerYear: 11, horizonYears: 3))
    }

    @Test(arguments: [
        ("siteVND: {40: 9}\n", "schema"), ("schema: phusong.costs/1\n", "source"), (header + "siteVnd: {40: 9}\n", "siteVnd"),
        (header + "siteVND: {tall: 9}\n", "siteVND.tall"), (header + "solarSurchargeVND: -1\n", "solarSurchargeVND"),
        (header + "operation: {discountRatePercent: 101}\n", "operation.discountRatePercent"),
        (header + "equipmentVND: {6G: 1}\n", "equipmentVND"),
    ])
    func defectsOfTheFileNameTheirKey(file: String, key: String) throws {
        do {
            _ = try Self.costs("costs: c.yaml", file: file)
            Issue.record("\(file) was taken")
        } catch let error as InputError {
            #expect(error.diagnostics.contains { $0.file == "c.yaml" && $0.field.hasPrefix(key) }, "\(error.diagnostics)")
        }
    }
}
