import GeoFiles
import Geodesy
import Planning

/// Reads the CSV of OpenCelliD: cells whose places were estimated from phones' reports.
///
/// Every cell becomes a weak-evidence site: its place is a guess, and its range is capped, so that a crowd-sourced cell never claims a
/// whole valley. The file may come with its header line or, as the per-country downloads do, without.
struct OpenCellIDReader {
    /// The most that a crowd-sourced cell may cover, in metres. Ours: half of the 4 km disc of the default rules.
    static let rangeCapMeters = 2000.0

    /// The columns in the order of the download.
    private static let order = [
        "radio", "mcc", "net", "area", "cell", "unit", "lon", "lat", "range", "samples", "changeable", "created", "updated",
        "averagesignal",
    ]
    private static let needed = ["radio", "mcc", "net", "area", "cell", "lon", "lat", "range"]

    private let source: TableSource
    private let titles: [String]
    private let features: [Feature]
    private let oddities: [Diagnostic]
    private let positions: [String: Int]

    /// Nil when the table is none of OpenCelliD: it is known by its titles, or by its order when the file has no header.
    init?(_ table: FeatureTable, _ source: TableSource) {
        let folded = table.fieldNames.map { NameFolding.key($0) }
        let found = TableReading.oddities(of: table, file: source.displayName)
        if Self.needed.allSatisfy(folded.contains) {
            titles = table.fieldNames
            features = table.features
            oddities = found
        } else if let first = Self.recordTakenForTitles(table) {
            titles = Self.order
            features = [first] + table.features
            oddities = found.filter { $0.row ?? 0 > first.row }
        } else {
            return nil
        }
        self.source = source
        positions = Dictionary(titles.enumerated().map { (NameFolding.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first record of a file without a header. A cell without text was named by its position.
    private static func recordTakenForTitles(_ table: FeatureTable) -> Feature? {
        let cells = table.fieldNames
        guard table.driver == "CSV", cells.count == order.count, Technology(label: cells[0]) != nil, Int(cells[1]) != nil,
            Double(cells[6]) != nil, Double(cells[7]) != nil
        else { return nil }
        let values = cells.enumerated().map { $1 == "field_\($0 + 1)" ? FieldValue.null : .text($1) }
        return Feature(row: 1, id: 0, values: values, shape: nil)
    }

    func read(ids: inout IDRegister, into log: inout [Diagnostic]) -> TableCount<Site> {
        log += oddities
        guard let rows = RowFilter.rows(of: features, titles: titles, source, into: &log) else { return .rejected }
        var sites: [Site] = []
        for feature in rows {
            if let site = site(feature, &ids, into: &log) { sites.append(site) }
        }
        if sites.isEmpty {
            log.append(
                Diagnostic(
                    .error, rows.isEmpty ? .fileEmpty : .noUsableRows, file: source.displayName, consequence: .fileRejected))
        } else {
            log.append(Diagnostic(.warning, .weakEvidence, file: source.displayName, value: "\(sites.count)", consequence: .kept))
        }
        return TableCount(rows: rows.count, items: sites)
    }

    private func site(_ feature: Feature, _ ids: inout IDRegister, into log: inout [Diagnostic]) -> Site? {
        func text(_ column: String) -> String {
            guard let position = positions[column], position < feature.values.count else { return "" }
            return feature.values[position].text ?? ""
        }
        func drop(_ code: DiagnosticCode, _ field: String, _ value: String) {
            log.append(
                Diagnostic(
                    .error, code, file: source.displayName, row: feature.row, field: field, value: value, consequence: .rowDropped))
        }
        guard let technology = Technology(label: text("radio")) else {
            drop(.technologyUnknown, "radio", text("radio"))
            return nil
        }
        let net = text("net")
        let code = net.count == 1 ? "0\(net)" : net
        guard text("mcc") == "452", let carrier = Operator(label: "452\(code)") else {
            drop(.operatorUnknown, "net", "\(text("mcc"))-\(net)")
            return nil
        }
        guard let longitude = Double(text("lon")), let latitude = Double(text("lat")) else {
            drop(.coordinateUnreadable, "lon", "\(text("lon")), \(text("lat"))")
            return nil
        }
        let place = Coordinate(longitude: longitude, latitude: latitude)
        if let defect = Country.defect(of: place) {
            drop(defect, "lon", "\(longitude), \(latitude)")
            return nil
        }
        let id = "ocid-\(text("radio").lowercased())-\(text("mcc"))-\(code)-\(text("area"))-\(text("cell"))"
        guard ids.insert(id) else {
            drop(.idDuplicate, "cell", id)
            return nil
        }
        let range = Double(text("range")).flatMap { $0 > 0 ? $0 : nil } ?? Self.rangeCapMeters
        return Site(
            id: id, operator: carrier, place: place, technologies: [technology], evidence: .crowdsourced,
            rangeCapMeters: min(range, Self.rangeCapMeters))
    }
}
