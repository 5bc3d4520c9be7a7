import GeoFiles
import Planning

/// Reads village tables.
enum VillageReader {
    static let columns: [Column] =
        [
            .longitude, .latitude, .coordinate, .id, .name, .communeCode, .communeName, .provinceCode, .provinceName, .households,
            .population, .electricity, .coordinateRounded, .synthetic, .districtName,
        ] + Column.traits

    /// The villages of one table, with the row of each.
    ///
    /// A village without an id gets the key of the design: commune code, folded name, ordinal. The ordinal runs on over all files.
    ///
    /// - Parameter carrying: judges the commune codes, and carries former ones over where the project asks; nil without a crosswalk.
    static func read(
        _ source: TableSource, carrying: CommuneCarrying? = nil, ids: inout IDRegister, into log: inout [Diagnostic]
    ) -> TableCount<Village> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: true, into: &log) else { return .rejected }
        if !reading.columns.has(.name), !reading.columns.has(.id) {
            reading.diagnostics.append(reading.columnMissing(.name))
            log += reading.diagnostics
            return TableCount(rows: reading.features.count, items: [])
        }
        var villages: [Village] = []
        var rows: [Int] = []
        villages.reserveCapacity(reading.features.count)
        rows.reserveCapacity(reading.features.count)
        let order = carrying?.order(&reading, source.codes)
        var carried: Set<String> = []
        var carriedRows = 0
        var naming = carrying.map { CommuneNaming($0, source.codes) }
        var copies = RepeatedVillages()
        for feature in reading.features {
            let village = village(&reading, feature, &ids) { village, reading in
                if let order, let former = carrying?.carry(&village, &reading, feature, order) {
                    carried.insert(former)
                    carriedRows += 1
                }
                naming?.name(&village, &reading, feature)
                return copies.isNew(&village, &reading, feature)
            }
            guard let village else { continue }
            villages.append(village)
            rows.append(feature.row)
        }
        if carriedRows > 0 {
            reading.diagnostics.append(
                Diagnostic(
                    .warning, .communeCodeCarried, file: reading.file, field: reading.columns.title(.communeCode),
                    value: "\(carriedRows) rows, \(carried.count) former communes", consequence: .repaired))
        }
        if let naming, naming.rowsNamed > 0 {
            reading.diagnostics.append(
                Diagnostic(
                    .warning, .communeCodeFound, file: reading.file, field: reading.columns.title(.communeName),
                    value: "\(naming.rowsNamed) rows", consequence: .repaired))
        }
        return reading.finished(villages, rows: rows, into: &log)
    }

    /// One village. Every cell is read before the row is judged, so that all its defects are told at once.
    ///
    /// - Parameter settle: settles the commune before the id is made of it; false drops the row.
    private static func village(
        _ reading: inout TableReading, _ feature: Feature, _ ids: inout IDRegister,
        settle: (inout Village, inout TableReading) -> Bool
    ) -> Village? {
        let centre = reading.place(feature)
        let givenID = reading.text(.id, feature)
        let givenName = reading.text(.name, feature)
        var village = Village(
            id: "", name: "", centre: centre ?? .init(longitude: 0, latitude: 0),
            communeCode: reading.text(.communeCode, feature) ?? "",
            communeName: reading.text(.communeName, feature) ?? "",
            provinceCode: reading.text(.provinceCode, feature) ?? "",
            provinceName: reading.text(.provinceName, feature) ?? "",
            households: reading.count(.households, feature),
            population: reading.count(.population, feature),
            electricity: electricity(&reading, feature),
            isCoordinateRounded: reading.flag(.coordinateRounded, feature),
            isSynthetic: reading.flag(.synthetic, feature))
        village.formerDistrict = reading.text(.districtName, feature) ?? ""
        village.traits = reading.traits(feature)
        guard let name = givenName ?? givenID else {
            reading.note(.error, .nameMissing, feature, .name, .rowDropped)
            return nil
        }
        guard centre != nil else { return nil }
        village.name = name
        if givenName == nil { reading.note(.warning, .nameMissing, feature, .name, value: name, .repaired) }
        if let givenID { village.id = givenID }
        guard settle(&village, &reading) else { return nil }
        if let givenID {
            guard ids.insert(givenID) else {
                reading.note(.error, .idDuplicate, feature, .id, value: givenID, .rowDropped)
                return nil
            }
        } else {
            let slug = NameFolding.slug(name)
            village.id = ids.next(village.communeCode.isEmpty ? slug : "\(village.communeCode)-\(slug)")
            if reading.columns.has(.id) { reading.note(.warning, .idMissing, feature, .id, value: village.id, .repaired) }
        }
        return village
    }

    private static func electricity(_ reading: inout TableReading, _ feature: Feature) -> Electricity {
        guard let raw = reading.rawText(.electricity, feature) else { return .unknown }
        if let value = Electricity(label: raw) { return value }
        reading.note(.warning, .electricityUnknown, feature, .electricity, value: raw, .fieldIgnored)
        return .unknown
    }
}
