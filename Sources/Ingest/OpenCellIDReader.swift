import GeoFiles
import Geodesy
import Planning

/// Reads the CSV of OpenCelliD: cells whose places were estimated from phones' reports.
///
/// Every cell becomes a weak-evidence site: its place is a guess, and its range is capped, so that a crowd-sourced cell never claims a
/// whole valley. The file may come with its header line or, as the per-country downloads do, without.
enum OpenCellIDReader {
    /// The most that a crowd-sourced cell may cover, in metres. Ours: half of the 4 km disc of the default rules.
    static let rangeCapMeters = 2000.0

    /// The columns in the order of the download.
    private static let order = [
        "radio", "mcc", "net", "area", "cell", "unit", "lon", "lat", "range", "samples", "changeable", "created", "updated",
        "averagesignal",
    ]

    static func recognises(_ table: FeatureTable) -> Bool { positions(table) != nil }

    /// Where the columns stand: by title, or by order when the file has no header.
    private static func positions(_ table: FeatureTable) -> [String: Int]? {
        let titles = table.fieldNames.map { NameFolding.key($0) }
        if ["radio", "mcc", "cell", "lon", "lat", "range"].allSatisfy(titles.contains) {
            return Dictionary(titles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        guard titles.count == order.count, let first = table.features.first,
            first.values[0].text.flatMap({ Technology(label: $0) }) != nil, first.values[1].text == "452"
        else { return nil }
        return Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func read(
        _ source: TableSource, _ table: FeatureTable, ids: inout IDRegister, into log: inout [Diagnostic]
    ) -> TableCount<Site> {
        guard let positions = positions(table) else { return TableCount(rows: 0, items: []) }
        let file = source.displayName
        var sites: [Site] = []
        for feature in table.features {
            func text(_ column: String) -> String {
                guard let position = positions[column], position < feature.values.count else { return "" }
                return feature.values[position].text ?? ""
            }
            func note(_ code: DiagnosticCode, _ field: String, _ value: String) {
                log.append(
                    Diagnostic(.error, code, file: file, row: feature.row, field: field, value: value, consequence: .rowDropped))
            }
            guard let technology = Technology(label: text("radio")) else {
                note(.technologyUnknown, "radio", text("radio"))
                continue
            }
            let net = text("net")
            let code = net.count == 1 ? "0\(net)" : net
            guard text("mcc") == "452", let carrier = Operator(label: "452\(code)") else {
                note(.operatorUnknown, "net", "\(text("mcc"))-\(net)")
                continue
            }
            guard let longitude = Double(text("lon")), let latitude = Double(text("lat")) else {
                note(.coordinateUnreadable, "lon", "\(text("lon")), \(text("lat"))")
                continue
            }
            let place = Coordinate(longitude: longitude, latitude: latitude)
            guard Country.extent.contains(place) else {
                note(.coordinateOutsideCountry, "lon", "\(longitude), \(latitude)")
                continue
            }
            let id = "ocid-\(text("radio").lowercased())-\(text("mcc"))-\(code)-\(text("area"))-\(text("cell"))"
            guard ids.insert(id) else {
                note(.idDuplicate, "cell", id)
                continue
            }
            let range = Double(text("range")).flatMap { $0 > 0 ? $0 : nil } ?? rangeCapMeters
            sites.append(
                Site(
                    id: id, operator: carrier, place: place, technologies: [technology], evidence: .crowdsourced,
                    rangeCapMeters: min(range, rangeCapMeters)))
        }
        if !sites.isEmpty {
            log.append(Diagnostic(.warning, .weakEvidence, file: file, value: "\(sites.count)", consequence: .kept))
        } else if !table.features.isEmpty {
            log.append(Diagnostic(.error, .noUsableRows, file: file, consequence: .fileRejected))
        }
        return TableCount(rows: table.features.count, items: sites)
    }
}
