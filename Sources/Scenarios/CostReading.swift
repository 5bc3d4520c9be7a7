import Ingest
import Planning

/// Reads what things cost: `costs: ../../costs/viet-nam.yaml`, or a mapping with `file:` and figures of its own in the place of the file's.
enum CostReading {
    static let schema = "phusong.costs/1"

    private static let keys = [
        "siteVND", "equipmentVND", "raisingVND", "solarSurchargeVND", "gridExtensionVNDPerKilometre", "roadVNDPerKilometre",
        "transmissionVNDPerKilometre",
        "operation",
    ]
    private static let most: Int64 = 1_000_000_000_000_000

    /// The table, and the file that it came from; nil where the project names none.
    ///
    /// - Throws: `InputError` with every defect of the cost file.
    static func costs(_ root: SettingsMapping) throws(InputError) -> (table: CostTable, file: TableSource?) {
        if root.has("costs"), !root.isMapping("costs") {
            guard let path = root.string("costs") else { return (.standard, nil) }
            let source = TableSource(path: root.resolve(path, of: "costs"), displayName: path)
            return (try table(of: source), source)
        }
        guard let costs = root.mapping("costs", keys: ["file"] + keys) else { return (.standard, nil) }
        let source = costs.string("file").map { TableSource(path: costs.resolve($0, of: "file"), displayName: $0) }
        var table = CostTable.standard
        if let source { table = try Self.table(of: source) }
        read(costs, into: &table)
        return (table, source)
    }

    private static func table(of source: TableSource) throws(InputError) -> CostTable {
        let file = try SettingsFile(path: source.path, displayName: source.displayName)
        let root = file.root(keys: ["schema", "source"] + keys)
        if let found = root.string("schema", required: true), found != schema { root.invalid("schema", "`\(found)` is not \(schema)") }
        // A figure without a source is a rumour.
        _ = root.string("source", required: true)
        var table = CostTable.standard
        read(root, into: &table)
        try file.throwErrors()
        return table
    }

    private static func read(_ costs: SettingsMapping, into table: inout CostTable) {
        if let heights = costs.mapping("siteVND", keys: []) {
            var rows: [CostTable.MastCost] = []
            for key in heights.presentKeys {
                guard let height = Double(key), (1...400).contains(height) else {
                    heights.invalid(key, "a mast height in metres (1 to 400) is expected")
                    continue
                }
                guard let cost = heights.integer(key, in: 0...most, required: true) else { continue }
                rows.append(.init(mastHeightMeters: height, costVND: cost))
            }
            if rows.isEmpty { costs.invalid("siteVND", "give at least one mast height") }
            table.siteByMastHeight = rows.sorted { $0.mastHeightMeters < $1.mastHeightMeters }
        }
        if let equipment = costs.mapping("equipmentVND", keys: Technology.allCases.map(\.rawValue)) {
            table.equipment = Technology.allCases.compactMap { technology in
                equipment.integer(technology.rawValue, in: 0...most).map { .init(technology: technology, costVND: $0) }
            }
        }
        let perKilometre: ClosedRange<Int64> = 0...1_000_000_000_000
        table.leastRaisingVND = costs.integer("raisingVND", in: 0...most) ?? table.leastRaisingVND
        table.solarSurchargeVND = costs.integer("solarSurchargeVND", in: 0...most) ?? table.solarSurchargeVND
        table.transmissionVNDPerKilometre =
            costs.integer("transmissionVNDPerKilometre", in: perKilometre) ?? table.transmissionVNDPerKilometre
        table.gridExtensionVNDPerKilometre =
            costs.integer("gridExtensionVNDPerKilometre", in: perKilometre) ?? table.gridExtensionVNDPerKilometre
        table.roadVNDPerKilometre = costs.integer("roadVNDPerKilometre", in: perKilometre) ?? table.roadVNDPerKilometre
        let operationKeys = ["gridVNDPerYear", "solarVNDPerYear", "addedVNDPerYear", "horizonYears", "discountRatePercent"]
        if let operation = costs.mapping("operation", keys: operationKeys) {
            var cost = table.operation ?? OperatingCost()
            cost.gridVNDPerYear = operation.integer("gridVNDPerYear", in: 0...most) ?? cost.gridVNDPerYear
            cost.solarVNDPerYear = operation.integer("solarVNDPerYear", in: 0...most) ?? cost.solarVNDPerYear
            cost.addedVNDPerYear = operation.integer("addedVNDPerYear", in: 0...most) ?? cost.addedVNDPerYear
            cost.horizonYears = operation.integer("horizonYears", in: 1...50).map { Int($0) } ?? cost.horizonYears
            cost.discountRatePercent = operation.number("discountRatePercent", in: 0...100) ?? cost.discountRatePercent
            table.operation = cost
        }
    }
}
