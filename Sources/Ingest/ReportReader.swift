import GeoFiles
import Geodesy
import Geometry
import Planning

/// Reads what people say of villages: councils' answers, letters, calls.
///
/// A report names its village by id, by name and commune (of before or since 2025-07-01), or by place. A similar name is told with its score; a
/// name that means several villages, or none, leaves the report out.
struct ReportReader {
    /// The village before the own name: a column "Thôn" is about the village.
    static let columns: [Column] = [
        .longitude, .latitude, .coordinate, .villageID, .name, .communeName, .districtName, .provinceName, .date, .operatorName,
        .technology, .reportKind, .source, .synthetic,
    ]
    /// A report that gives only a place is about the nearest village, if it is no farther than this, metres: about the reach of a village's own
    /// houses. Ours.
    static let nearMeters = 1000.0

    private let villages: [Village]
    private let positions: [String: Int]
    private let index: PointIndex
    private let names: VillageNames
    private let operators: OperatorNames
    private let asOf: CalendarDate?

    init(_ villages: [Village], crosswalk: CommuneCrosswalk?, operators: OperatorNames, asOf: CalendarDate?) {
        self.villages = villages
        self.operators = operators
        self.asOf = asOf
        positions = Dictionary(villages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        index = PointIndex(villages.map(\.centre))
        names = VillageNames(villages, crosswalk: crosswalk)
    }

    func read(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<FieldReport> {
        guard var reading = TableReading(source, wanted: Self.columns, needsPlace: false, into: &log) else { return .rejected }
        guard reading.requires([.date, .reportKind], into: &log) else { return TableCount(rows: reading.features.count, items: []) }
        var reports: [FieldReport] = []
        for feature in reading.features {
            if let report = report(&reading, feature) { reports.append(report) }
        }
        return reading.finished(reports, isNeeded: false, into: &log)
    }

    private func report(_ reading: inout TableReading, _ feature: Feature) -> FieldReport? {
        let day = reading.day(.date, feature, notAfter: asOf)
        let kind = kind(&reading, feature)
        let carrier = reading.rawText(.operatorName, feature) == nil ? nil : operators.read(&reading, feature)
        let isCarrierLost = carrier == nil && reading.rawText(.operatorName, feature) != nil
        let technologies = reading.rawText(.technology, feature) == nil ? [] : reading.technologies(feature)
        let isTechnologyLost = technologies.isEmpty && reading.rawText(.technology, feature) != nil
        let village = village(&reading, feature)
        guard let day, let kind, let village, !isCarrierLost, !isTechnologyLost else { return nil }
        return FieldReport(
            village: village, date: day, operator: carrier, technologies: technologies, kind: kind,
            source: reading.text(.source, feature) ?? "", isSynthetic: reading.flag(.synthetic, feature))
    }

    private func kind(_ reading: inout TableReading, _ feature: Feature) -> FieldReport.Kind? {
        guard let raw = reading.rawText(.reportKind, feature) else {
            reading.note(.error, .valueMissing, feature, .reportKind, .rowDropped)
            return nil
        }
        switch NameFolding.key(raw) {
        case "nosignal", "none", "khongcosong", "khongsong", "matsong", "trangsong", "chuacosong", "chuaphusong", "dead": return .noSignal
        case "weak", "weaksignal", "songyeu", "yeu", "lomsong", "chapchon": return .weak
        case "signal", "cosong", "ok", "covered", "daphusong", "good", "songtot", "tot": return .signal
        default:
            reading.note(.error, .reportKindUnknown, feature, .reportKind, value: raw, .rowDropped)
            return nil
        }
    }

    private func village(_ reading: inout TableReading, _ feature: Feature) -> Int? {
        let stated = reading.text(.villageID, feature)
        if let stated, let position = positions[stated] { return position }
        // A column "Thôn" may hold ids or names.
        let column: Column = reading.rawText(.name, feature) == nil ? .villageID : .name
        if let name = reading.text(.name, feature) ?? stated {
            let commune = reading.text(.communeName, feature) ?? ""
            let pool = names.pool(
                commune: commune, district: reading.text(.districtName, feature) ?? "", province: reading.text(.provinceName, feature) ?? ""
            )
            switch PlaceNameChoice(PlaceNameKey(name), among: pool.map { names.keys[$0] }) {
            case .none:
                reading.note(.error, .reportVillageUnknown, feature, column, value: label(name, commune), .rowDropped)
                return nil
            case .ambiguous(let indices, _):
                let ids = indices.prefix(5).map { villages[pool[$0]].id }.joined(separator: ", ")
                reading.note(.error, .reportVillageAmbiguous, feature, column, value: "\(label(name, commune)): \(ids)", .rowDropped)
                return nil
            case .one(let index, let match):
                let village = pool[index]
                if match.isFuzzy {
                    let found = "\(villages[village].name) (\(villages[village].id)), \(Int((match.score * 100).rounded())) %"
                    reading.note(.warning, .reportVillageSimilar, feature, column, value: "\(label(name, commune)): \(found)", .kept)
                }
                return village
            }
        }
        guard let place = reading.place(feature) else { return nil }
        if let near = index.nearest(to: place), near.distanceMeters <= Self.nearMeters { return near.index }
        reading.note(
            .error, .reportVillageUnknown, feature, .longitude, value: "\(place.longitude), \(place.latitude)", .rowDropped)
        return nil
    }

    private func label(_ name: String, _ commune: String) -> String { commune.isEmpty ? name : "\(name), \(commune)" }
}

/// The names of a project's villages by commune, ready for matching.
struct VillageNames {
    let keys: [PlaceNameKey]
    private let byCommuneCode: [String: [Int]]
    private let byCommuneName: [String: [Int]]
    private let crosswalk: CommuneCrosswalk?

    init(_ villages: [Village], crosswalk: CommuneCrosswalk?) {
        keys = villages.map { PlaceNameKey($0.name) }
        byCommuneCode = Dictionary(grouping: villages.indices.filter { !villages[$0].communeCode.isEmpty }) { villages[$0].communeCode }
        byCommuneName = Dictionary(grouping: villages.indices.filter { !villages[$0].communeName.isEmpty }) {
            PlaceNameKey(villages[$0].communeName, kind: .commune).core
        }
        self.crosswalk = crosswalk
    }

    /// The villages among which a name is looked for, ascending: those of the commune, of before or since 2025-07-01; all where none is named.
    func pool(commune: String, district: String, province: String) -> [Int] {
        guard !commune.isEmpty else { return Array(keys.indices) }
        var found = Set<Int>()
        if let crosswalk {
            switch crosswalk.resolve(communeName: commune, districtName: district, provinceName: province, vintage: nil) {
            case .none: break
            case .one(let match): found.formUnion(byCommuneCode[match.commune.code] ?? [])
            case .ambiguous(let matches): for match in matches { found.formUnion(byCommuneCode[match.commune.code] ?? []) }
            }
        }
        if found.isEmpty { found.formUnion(byCommuneName[PlaceNameKey(commune, kind: .commune).core] ?? []) }
        return found.sorted()
    }
}
