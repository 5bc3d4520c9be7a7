import Foundation
import GeoFiles
import Planning

/// Reads tables of base stations as operators and provinces keep them.
enum SiteReader {
    static let columns: [Column] = [
        .longitude, .latitude, .coordinate, .id, .operatorName, .technology, .bandMHz, .powerDBm, .mastHeightMeters, .azimuthDegrees,
        .tiltDegrees, .antenna, .status, .confidential, .shared, .fibre, .synthetic,
    ]

    static func read(
        _ source: TableSource, operators: OperatorNames, ids: inout IDRegister, into log: inout [Diagnostic]
    ) -> TableCount<Site> {
        guard let table = TableReading.open(source, into: &log) else { return .rejected }
        if let cells = OpenCellIDReader(table, source) { return cells.read(ids: &ids, into: &log) }
        guard var reading = TableReading(table, source, wanted: columns, needsPlace: true, into: &log) else { return .rejected }
        guard reading.requires([.operatorName, .technology], into: &log) else {
            return TableCount(rows: reading.features.count, items: [])
        }
        var sites: [Site] = []
        sites.reserveCapacity(reading.features.count)
        for feature in reading.features {
            if let site = site(&reading, feature, operators, &ids) { sites.append(site) }
        }
        return reading.finished(sites, into: &log)
    }

    /// One site. Every cell is read before the row is judged, so that all its defects are told at once.
    private static func site(
        _ reading: inout TableReading, _ feature: Feature, _ operators: OperatorNames, _ ids: inout IDRegister
    ) -> Site? {
        let givenPlace = reading.place(feature)
        let givenCarrier = operators.read(&reading, feature)
        let technologies = reading.technologies(feature)
        let givenStatus = status(&reading, feature)
        let givenID = reading.text(.id, feature)
        let bands = reading.numbers(.bandMHz, feature, in: 300...90_000)
        let power = reading.number(.powerDBm, feature, in: -30...80)
        let height = reading.number(.mastHeightMeters, feature, in: 1...400)
        let azimuths = reading.numbers(.azimuthDegrees, feature, in: 0...360)
        let tilt = reading.number(.tiltDegrees, feature, in: -30...60)
        let antenna = reading.text(.antenna, feature) ?? ""
        guard let place = givenPlace, let carrier = givenCarrier, let status = givenStatus, !technologies.isEmpty else { return nil }
        let id: String
        if let givenID {
            guard ids.insert(givenID) else {
                reading.note(.error, .idDuplicate, feature, .id, value: givenID, .rowDropped)
                return nil
            }
            id = givenID
        } else {
            // A key from operator and place is stable when rows move; a row number would not be. Rows of one mast get ordinals.
            let stem = String(format: "%@@%.5f,%.5f", carrier.id, place.longitude, place.latitude)
            id = ids.insert(stem) ? stem : ids.next(stem)
            reading.note(.warning, .idMissing, feature, .id, value: id, .repaired)
        }
        var fibre: Bool?
        if let raw = reading.rawText(.fibre, feature) {
            fibre = VillageTrait.isStated(raw)
            if fibre == nil { reading.note(.warning, .traitUnknown, feature, .fibre, value: raw, .fieldIgnored) }
        }
        var site = Site(
            id: id, operator: carrier, place: place, technologies: technologies, bandsMHz: bands, powerDBm: power,
            mastHeightMeters: height, azimuthsDegrees: azimuths, tiltDegrees: tilt, antenna: antenna, status: status,
            isConfidential: reading.flag(.confidential, feature), isShared: reading.flag(.shared, feature),
            isSynthetic: reading.flag(.synthetic, feature))
        site.hasFibre = fibre
        return site
    }

    /// The status of a row; nil after noting that it is not understood. To guess "on air" would invent coverage.
    private static func status(_ reading: inout TableReading, _ feature: Feature) -> Site.Status? {
        guard let raw = reading.rawText(.status, feature) else { return .active }
        if let known = Site.Status(label: raw) { return known }
        reading.note(.error, .statusUnknown, feature, .status, value: raw, .rowDropped)
        return nil
    }
}
