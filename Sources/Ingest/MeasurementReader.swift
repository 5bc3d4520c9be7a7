import GeoFiles
import Planning

/// Reads tables of field measurements: time, place, operator, technology, RSRP.
enum MeasurementReader {
    static let columns: [Column] = [
        .longitude, .latitude, .coordinate, .time, .operatorName, .technology, .rsrpDBm, .bandMHz, .synthetic,
    ]
    /// What phones and scanners report, dBm: 3GPP TS 36.133 and 38.133 end at −156 and −31.
    static let plausibleDBm = -160.0...(-20.0)

    /// - Parameter asOf: the day of the project; what was measured later is told and left out.
    static func read(
        _ source: TableSource, operators: OperatorNames, asOf: CalendarDate?, into log: inout [Diagnostic]
    ) -> TableCount<FieldMeasurement> {
        guard var reading = TableReading(source, wanted: columns, needsPlace: true, into: &log) else { return .rejected }
        guard reading.requires([.time, .operatorName, .technology, .rsrpDBm], into: &log) else {
            return TableCount(rows: reading.features.count, items: [])
        }
        var measurements: [FieldMeasurement] = []
        for feature in reading.features {
            if let measurement = measurement(&reading, feature, operators, asOf) { measurements.append(measurement) }
        }
        return reading.finished(measurements, isNeeded: false, into: &log)
    }

    /// One measurement. Every cell is read before the row is judged, so that all its defects are told at once.
    private static func measurement(
        _ reading: inout TableReading, _ feature: Feature, _ operators: OperatorNames, _ asOf: CalendarDate?
    ) -> FieldMeasurement? {
        let place = reading.place(feature)
        let carrier = operators.read(&reading, feature)
        let technologies = reading.technologies(feature)
        if technologies.count > 1 {
            let words = technologies.map(\.rawValue).joined(separator: ";")
            reading.note(.error, .technologySeveral, feature, .technology, value: words, .rowDropped)
        }
        let day = reading.day(.time, feature, notAfter: asOf)
        let level = level(&reading, feature)
        let band = reading.number(.bandMHz, feature, in: 300...90_000)
        guard let place, let carrier, technologies.count == 1, let day, let level else { return nil }
        return FieldMeasurement(
            takenOn: day, place: place, operator: carrier, technology: technologies[0], rsrpDBm: level, bandMHz: band,
            isSynthetic: reading.flag(.synthetic, feature))
    }

    private static func level(_ reading: inout TableReading, _ feature: Feature) -> Double? {
        guard reading.rawText(.rsrpDBm, feature) != nil else {
            reading.note(.error, .valueMissing, feature, .rsrpDBm, .rowDropped)
            return nil
        }
        let before = reading.diagnostics.count
        let level = reading.number(.rsrpDBm, feature, in: plausibleDBm)
        // Without its level a measurement says nothing.
        for position in before..<reading.diagnostics.count { reading.diagnostics[position].consequence = .rowDropped }
        return level
    }
}

extension TableReading {
    /// The day of a row's time, not after another day; nil after noting why.
    mutating func day(_ column: Column, _ feature: Feature, notAfter asOf: CalendarDate?) -> CalendarDate? {
        guard let raw = rawText(column, feature) else {
            note(.error, .valueMissing, feature, column, .rowDropped)
            return nil
        }
        guard let day = DayText.day(raw) else {
            note(.error, .dateUnreadable, feature, column, value: raw, .rowDropped)
            return nil
        }
        if let asOf, day > asOf {
            note(.warning, .dateInFuture, feature, column, value: raw, .rowDropped)
            return nil
        }
        return day
    }
}
