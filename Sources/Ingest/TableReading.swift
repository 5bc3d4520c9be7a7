import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning

/// One table being read: rows in, values out, every defect noted.
struct TableReading {
    let table: FeatureTable
    /// The rows that pass the project's filter.
    let features: [Feature]
    let file: String
    let columns: ColumnMap
    /// From the table's own numbers to WGS 84; nil when they are WGS 84 already or come as geometry.
    private let transformation: CoordinateTransformation?
    private let isGeographic: Bool
    var diagnostics: [Diagnostic]

    /// Opens a table and finds its columns.
    ///
    /// Returns nil after noting why in `diagnostics`.
    init?(_ source: TableSource, wanted: [Column], needsPlace: Bool, into log: inout [Diagnostic]) {
        file = source.displayName
        var notes: [Diagnostic] = []
        let read: FeatureTable
        do {
            read = try VectorReader.read(source.path, layer: source.layer, statedCRS: source.crs)
        } catch {
            log.append(Self.diagnostic(for: error, file: source.displayName))
            return nil
        }
        for defect in read.encodingDefects {
            notes.append(
                Diagnostic(.warning, .wrongEncoding, file: file, row: defect.row, field: defect.field, consequence: .repaired))
        }
        for (title, _) in source.filter where !read.fieldNames.contains(title) {
            notes.append(Diagnostic(.error, .columnUnknown, file: file, field: title, consequence: .fileRejected))
        }
        for defect in read.rowDefects {
            notes.append(Diagnostic(.warning, .rowUneven, file: file, row: defect.row, value: defect.reason, consequence: .kept))
        }
        features = Self.filter(read, by: source.filter)
        columns = ColumnMap(read, file: file, wanted: wanted, stated: source.columns, into: &notes)
        table = read

        let hasGeometry = features.contains { $0.shape != nil }
        var crs = CoordinateReferenceSystem.wgs84
        if let stated = source.crs {
            do {
                crs = try CoordinateReferenceSystem(stated)
            } catch {
                log += notes
                log.append(Diagnostic(.error, .crsUnknown, file: file, field: "crs", value: stated, consequence: .fileRejected))
                return nil
            }
        }
        isGeographic = crs.isGeographic
        if !hasGeometry, source.crs != nil, crs != .wgs84 {
            do {
                transformation = try CoordinateTransformation(from: crs, to: .wgs84)
            } catch {
                log += notes
                log.append(
                    Diagnostic(.error, .crsUnknown, file: file, field: "crs", value: "\(error)", consequence: .fileRejected))
                return nil
            }
        } else {
            transformation = nil
        }
        if hasGeometry {
            if let conflict = read.crsConflict {
                notes.append(Diagnostic(.warning, .crsConflict, file: file, field: "crs", value: conflict, consequence: .kept))
            } else if read.declaredCRS == nil, source.crs == nil {
                notes.append(Diagnostic(.warning, .crsMissing, file: file, value: "EPSG:4326", consequence: .kept))
            }
        } else if needsPlace, !columns.has(.coordinate), !(columns.has(.longitude) && columns.has(.latitude)) {
            let missing = columns.has(.longitude) ? Column.latitude : .longitude
            notes.append(
                Diagnostic(
                    .error, .columnMissing, file: file, field: missing.rawValue,
                    value: read.fieldNames.joined(separator: ", "), consequence: .fileRejected))
            log += notes
            return nil
        }
        if features.isEmpty {
            notes.append(Diagnostic(.error, .fileEmpty, file: file, consequence: .fileRejected))
        }
        diagnostics = notes
    }

    private static func filter(_ table: FeatureTable, by filter: [String: String]) -> [Feature] {
        guard !filter.isEmpty else { return table.features }
        let wanted = filter.compactMap { title, value in table.fieldIndex(title).map { ($0, value) } }
        return table.features.filter { feature in
            wanted.allSatisfy { position, value in position < feature.values.count && feature.values[position].text == value }
        }
    }

    static func diagnostic(for error: GeoFileError, file: String) -> Diagnostic {
        let code: DiagnosticCode =
            switch error.code {
            case .missing: .fileMissing
            case .layerNotFound, .ambiguousLayer: .layerMissing
            case .emptyFile: .fileEmpty
            case .badEncoding: .wrongEncoding
            case .unknownReferenceSystem: .crsUnknown
            default: .fileUnreadable
            }
        return Diagnostic(
            .error, code, file: file, row: error.row, field: error.field ?? "", value: error.reason, consequence: .fileRejected)
    }

    // MARK: Values of a row

    mutating func note(
        _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ feature: Feature, _ column: Column? = nil, value: String = "",
        _ consequence: Diagnostic.Consequence
    ) {
        diagnostics.append(
            Diagnostic(
                severity, code, file: file, row: feature.row, field: column.map(columns.title) ?? "", value: value,
                consequence: consequence))
    }

    /// The trimmed text of a cell, nil when there is none.
    func rawText(_ column: Column, _ feature: Feature) -> String? {
        guard let position = columns.position(column), position < feature.values.count,
            let text = feature.values[position].text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty
        else { return nil }
        return text
    }

    /// As `rawText`, in NFC; a decomposed text is noted once per cell.
    mutating func text(_ column: Column, _ feature: Feature) -> String? {
        guard let raw = rawText(column, feature) else { return nil }
        let composed = raw.precomposedStringWithCanonicalMapping
        if !composed.unicodeScalars.elementsEqual(raw.unicodeScalars) {
            note(.warning, .nameNotNFC, feature, column, value: composed, .repaired)
        }
        return composed
    }

    /// A number inside `range`; anything else is noted and the field ignored.
    mutating func number(_ column: Column, _ feature: Feature, in range: ClosedRange<Double>) -> Double? {
        guard let raw = rawText(column, feature) else { return nil }
        guard let reading = NumberText.read(raw) else {
            note(.error, .numberUnreadable, feature, column, value: raw, .fieldIgnored)
            return nil
        }
        if reading.value < 0, range.lowerBound >= 0 {
            note(.error, .numberNegative, feature, column, value: raw, .fieldIgnored)
            return nil
        }
        guard range.contains(reading.value) else {
            note(.error, .numberOutOfRange, feature, column, value: raw, .fieldIgnored)
            return nil
        }
        return reading.value
    }

    /// A count of people or households: at least 0 and below a hundred million; fractions are rounded.
    mutating func count(_ column: Column, _ feature: Feature) -> Int? {
        number(column, feature, in: 0...1e8).map { Int($0.rounded()) }
    }

    /// Money in whole VND.
    mutating func money(_ column: Column, _ feature: Feature) -> Int64? {
        number(column, feature, in: 0...1e15).map { Int64($0.rounded()) }
    }

    /// Several values in one cell, separated by `;`, `,`, `/`, `|` or `+`.
    func list(_ column: Column, _ feature: Feature) -> [String] {
        (rawText(column, feature) ?? "").split { ";,/|+".contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Several numbers in one cell; unreadable ones are noted.
    mutating func numbers(_ column: Column, _ feature: Feature, in range: ClosedRange<Double>) -> [Double] {
        var values: [Double] = []
        for item in list(column, feature) {
            guard let value = NumberText.read(item)?.value else {
                note(.error, .numberUnreadable, feature, column, value: item, .fieldIgnored)
                continue
            }
            guard range.contains(value) else {
                note(.error, .numberOutOfRange, feature, column, value: item, .fieldIgnored)
                continue
            }
            values.append(value)
        }
        return values
    }

    /// Yes or no; anything that is not clearly yes is no.
    func flag(_ column: Column, _ feature: Feature) -> Bool {
        guard let raw = rawText(column, feature) else { return false }
        return ["true", "1", "yes", "y", "co", "x", "dung"].contains(NameFolding.key(raw))
    }

    // MARK: Places

    /// Where a row stands, checked against the country's extent. Nil after noting why.
    mutating func place(_ feature: Feature) -> Coordinate? {
        if let shape = feature.shape { return place(of: shape, feature) }
        if let defect = feature.shapeDefect, !(columns.has(.longitude) && columns.has(.latitude)) {
            note(.error, .coordinateUnreadable, feature, value: defect, .rowDropped)
            return nil
        }
        if let combined = rawText(.coordinate, feature), rawText(.longitude, feature) == nil {
            return place(fromCell: combined, feature)
        }
        let longitudeText = rawText(.longitude, feature)
        let latitudeText = rawText(.latitude, feature)
        guard let longitudeText, let latitudeText else {
            // Two numbers in one cell happen in the lon column too: "105,34808/22,62924".
            if let only = longitudeText ?? latitudeText, CoordinateCell.split(only) != nil { return place(fromCell: only, feature) }
            let missing: Column = longitudeText == nil ? .longitude : .latitude
            note(.error, .coordinateMissing, feature, columns.has(missing) ? missing : .coordinate, .rowDropped)
            return nil
        }
        guard let x = CoordinateCell.number(longitudeText) else {
            note(.error, .coordinateUnreadable, feature, .longitude, value: longitudeText, .rowDropped)
            return nil
        }
        guard let y = CoordinateCell.number(latitudeText) else {
            note(.error, .coordinateUnreadable, feature, .latitude, value: latitudeText, .rowDropped)
            return nil
        }
        if x.hadDecimalComma { note(.warning, .coordinateDecimalComma, feature, .longitude, value: longitudeText, .repaired) }
        if y.hadDecimalComma { note(.warning, .coordinateDecimalComma, feature, .latitude, value: latitudeText, .repaired) }
        return checked(x: x.value, y: y.value, feature, .longitude, isSwapCertain: false)
    }

    private mutating func place(of shape: Shape, _ feature: Feature) -> Coordinate? {
        switch shape {
        case .point(let coordinate):
            return inCountry(coordinate, feature, nil)
        case .multiPoint(let coordinates) where coordinates.count == 1:
            return inCountry(coordinates[0], feature, nil)
        case .empty:
            note(.error, .geometryEmpty, feature, nil, .rowDropped)
        default:
            note(.error, .geometryWrongKind, feature, nil, .rowDropped)
        }
        return nil
    }

    private mutating func place(fromCell text: String, _ feature: Feature) -> Coordinate? {
        let column: Column = columns.has(.coordinate) ? .coordinate : .longitude
        guard let pair = CoordinateCell.split(text) else {
            note(.error, .coordinateUnreadable, feature, column, value: text, .rowDropped)
            return nil
        }
        if pair.hadDecimalComma { note(.warning, .coordinateDecimalComma, feature, column, value: text, .repaired) }
        // A single cell has no titles that say which number is which: "lat, lon" is as common as "lon, lat", and never ambiguous here.
        return checked(x: pair.first, y: pair.second, feature, column, isSwapCertain: true)
    }

    private mutating func checked(x: Double, y: Double, _ feature: Feature, _ column: Column, isSwapCertain: Bool) -> Coordinate? {
        var (x, y) = (x, y)
        if isGeographic {
            let direct = Coordinate(longitude: x, latitude: y)
            let swapped = Coordinate(longitude: y, latitude: x)
            if abs(x) > 180 || abs(y) > 90, !Country.extent.contains(swapped) {
                note(
                    .error, abs(x) > 1000 || abs(y) > 1000 ? .coordinateProjected : .coordinateUnreadable, feature, column,
                    value: "\(x), \(y)", .rowDropped)
                return nil
            }
            if !Country.extent.contains(direct), Country.extent.contains(swapped) {
                if isSwapCertain { return transformed(x: y, y: x, feature, column) }
                note(.error, .coordinateSwapped, feature, column, value: "\(x), \(y)", .rowDropped)
                return nil
            }
        } else if (800_000...2_700_000).contains(x), (100_000...900_000).contains(y) {
            // Vietnamese surveyors call the northing X. In a projected system the two cannot be mistaken for each other here.
            note(.warning, .coordinateSwapped, feature, column, value: "\(x), \(y)", .repaired)
            swap(&x, &y)
        }
        return transformed(x: x, y: y, feature, column)
    }

    private mutating func transformed(x: Double, y: Double, _ feature: Feature, _ column: Column) -> Coordinate? {
        guard let transformation else { return inCountry(Coordinate(longitude: x, latitude: y), feature, column) }
        guard let moved = try? transformation.transform(x: x, y: y) else {
            note(.error, .coordinateUnreadable, feature, column, value: "\(x), \(y)", .rowDropped)
            return nil
        }
        return inCountry(Coordinate(longitude: moved.x, latitude: moved.y), feature, column)
    }

    private mutating func inCountry(_ coordinate: Coordinate, _ feature: Feature, _ column: Column?) -> Coordinate? {
        let value = "\(coordinate.longitude), \(coordinate.latitude)"
        guard coordinate.longitude.isFinite, coordinate.latitude.isFinite else {
            note(.error, .coordinateUnreadable, feature, column, value: value, .rowDropped)
            return nil
        }
        guard !Country.extent.contains(coordinate) else { return coordinate }
        let isSwapped = Country.extent.contains(Coordinate(longitude: coordinate.latitude, latitude: coordinate.longitude))
        let isProjected = abs(coordinate.longitude) > 180 || abs(coordinate.latitude) > 90
        let code: DiagnosticCode = isSwapped ? .coordinateSwapped : isProjected ? .coordinateProjected : .coordinateOutsideCountry
        note(.error, code, feature, column, value: value, .rowDropped)
        return nil
    }

    // MARK: Areas

    /// The polygons of a row: valid, or repaired with a note. Nil after noting why.
    mutating func area(_ feature: Feature) -> MultiPolygon? {
        guard let shape = feature.shape else {
            note(.error, .geometryEmpty, feature, value: feature.shapeDefect ?? "", .rowDropped)
            return nil
        }
        guard case .polygon(let area) = shape else {
            note(.error, shape == .empty ? .geometryEmpty : .geometryWrongKind, feature, nil, .rowDropped)
            return nil
        }
        guard let box = area.boundingBox, !area.isEmpty else {
            note(.error, .geometryEmpty, feature, nil, .rowDropped)
            return nil
        }
        guard box.intersects(Country.extent) else {
            let corner = Coordinate(longitude: box.south, latitude: box.west)
            let isProjected = abs(box.east) > 180 || abs(box.north) > 90
            let code: DiagnosticCode =
                Country.extent.contains(corner) ? .coordinateSwapped : isProjected ? .coordinateProjected : .coordinateOutsideCountry
            note(.error, code, feature, value: "\(box.west), \(box.south)", .rowDropped)
            return nil
        }
        do {
            guard let defect = try area.validityDefect() else { return area }
            let repaired = try area.repaired()
            guard !repaired.isEmpty else {
                note(.error, .geometryRejected, feature, value: defect.reason, .rowDropped)
                return nil
            }
            note(.warning, .geometryInvalid, feature, value: Self.repairText(defect, area, repaired), .repaired)
            return repaired
        } catch {
            note(.error, .geometryRejected, feature, value: "\(error)", .rowDropped)
            return nil
        }
    }

    private static func repairText(_ defect: ValidityDefect, _ before: MultiPolygon, _ after: MultiPolygon) -> String {
        let squareKilometres = after.areaSquareMeters / 1e6
        let place = defect.place.map { String(format: " at %.5f, %.5f", $0.longitude, $0.latitude) } ?? ""
        return "\(defect.reason)\(place); area now \(String(format: "%.3f", squareKilometres)) km²"
    }
}
