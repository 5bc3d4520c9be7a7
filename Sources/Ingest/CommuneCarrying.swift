import GeoFiles
import Geodesy
import Geometry
import Planning

/// Judges the commune codes of village tables, and carries former ones over to 2025.
struct CommuneCarrying {
    let crosswalk: CommuneCrosswalk
    private let communes: [Commune]
    private let index: AreaIndex?

    /// - Parameter communes: polygons with codes of 2025; they decide where a former ward was divided.
    init(_ crosswalk: CommuneCrosswalk, communes: [Commune]) {
        self.crosswalk = crosswalk
        self.communes = communes
        index = communes.isEmpty ? nil : try? AreaIndex(communes.map(\.area))
    }

    /// What is done with the codes of one table.
    struct Order {
        /// Rows whose code is carried over.
        var rows: Set<Int> = []
    }

    /// Judges a table's codes, and says so.
    func order(_ reading: inout TableReading, _ setting: CommuneCodeSetting?) -> Order {
        let cells = reading.features.compactMap { feature in
            reading.rawText(.communeCode, feature).map {
                CommuneCodeCell(row: feature.row, code: $0, communeName: reading.rawText(.communeName, feature) ?? "")
            }
        }
        guard !cells.isEmpty else { return Order() }
        let vintage = CommuneCodeVintage(cells, crosswalk: crosswalk)
        func tell(_ code: DiagnosticCode, row: Int? = nil, _ value: String, _ consequence: Diagnostic.Consequence) {
            reading.diagnostics.append(
                Diagnostic(
                    .warning, code, file: reading.file, row: row, field: reading.columns.title(.communeCode), value: value,
                    consequence: consequence))
        }
        let codes = Dictionary(cells.map { ($0.row, $0.code) }, uniquingKeysWith: { first, _ in first })
        for row in vintage.unknownRows { tell(.communeCodeUnknown, row: row, codes[row] ?? "", .kept) }
        let all = Set(cells.map(\.row)).subtracting(vintage.unknownRows)
        let certain = Set(vintage.formerRows)
        switch (vintage.verdict, setting) {
        case (.mixed, _):
            let minority =
                vintage.formerRows.count < vintage.currentRows.count + vintage.openRows.count ? vintage.formerRows : vintage.currentRows
            let rows = minority.prefix(20).map(String.init).joined(separator: ", ") + (minority.count > 20 ? " …" : "")
            let counts = "\(vintage.formerRows.count) of before, \(vintage.currentRows.count) of since, \(vintage.openRows.count) of either"
            tell(.communeCodesMixed, "\(counts); rows \(rows)", .kept)
            return setting == .auto || setting == .former ? Order(rows: certain) : Order()
        case (.one(.provinces63), .former), (.one(.provinces63), .auto): return Order(rows: all)
        case (.one(.provinces63), _):
            tell(.communeCodeFormer, "\(certain.count) of \(all.count) rows for certain", .kept)
            return Order()
        case (.one(.provinces34), .former):
            tell(.communeCodeCurrent, "\(all.count) rows", .kept)
            return Order()
        case (.undetermined, .former): return Order(rows: all)
        default: return Order()
        }
    }

    /// Gives a village its commune of 2025. Returns the former code when that was another one.
    func carry(_ village: inout Village, _ reading: inout TableReading, _ feature: Feature, _ order: Order) -> String? {
        guard order.rows.contains(feature.row) else { return nil }
        let former = village.communeCode
        let matches = crosswalk.communes2025(oldWardCode: former)
        guard let only = matches.count == 1 ? matches.first : matches.first(where: { holds($0.commune.code, village.centre) }) else {
            if !matches.isEmpty {
                let names = matches.map { "\($0.commune.code) \($0.commune.name)" }.joined(separator: ", ")
                reading.note(.warning, .communeDivided, feature, .communeCode, value: "\(former): \(names)", .fieldIgnored)
                village.communeCode = ""
            }
            return nil
        }
        village.communeCode = only.commune.code
        village.communeName = only.commune.name
        village.provinceCode = only.commune.provinceCode
        village.provinceName = only.commune.provinceName
        return CommuneCode.normalized(former) == only.commune.code ? nil : former
    }

    /// Whether the polygon of a commune of 2025 holds a place; false without polygons.
    func holds(_ code: String, _ place: Coordinate) -> Bool {
        index?.areas(containing: place).contains { communes[$0].code == code } ?? false
    }
}
