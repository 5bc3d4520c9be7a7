import GeoFiles
import Geodesy
import Geometry
import Planning

/// Where a row stands.
extension TableReading {
    /// Where a row stands, checked against the country's extent. Nil after noting why.
    mutating func place(_ feature: Feature) -> Coordinate? {
        if let shape = feature.shape { return place(of: shape, feature) }
        if let defect = feature.shapeDefect, !(columns.has(.longitude) && columns.has(.latitude)) {
            note(.error, .coordinateUnreadable, feature, value: defect, .rowDropped)
            return nil
        }
        let longitudeText = rawText(.longitude, feature)
        let latitudeText = rawText(.latitude, feature)
        if let combined = rawText(.coordinate, feature), longitudeText == nil || latitudeText == nil {
            return place(fromCell: combined, .coordinate, feature)
        }
        guard columns.has(.longitude) || columns.has(.latitude) || columns.has(.coordinate) else {
            note(.error, .geometryEmpty, feature, nil, .rowDropped)
            return nil
        }
        guard let longitudeText, let latitudeText else {
            // Two numbers in one cell happen in the lon column too: "105,34808/22,62924".
            let column: Column = longitudeText == nil ? .latitude : .longitude
            if let only = longitudeText ?? latitudeText, CoordinateCell.split(only) != nil {
                return place(fromCell: only, column, feature)
            }
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

    private mutating func place(fromCell text: String, _ column: Column, _ feature: Feature) -> Coordinate? {
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
            if isSwapCertain, !Country.extent.contains(Coordinate(longitude: x, latitude: y)),
                Country.extent.contains(Coordinate(longitude: y, latitude: x))
            {
                swap(&x, &y)
            }
        } else if (800_000...2_700_000).contains(x), (100_000...900_000).contains(y) {
            // Vietnamese surveyors call the northing X. In a projected system the two cannot be mistaken for each other here.
            note(.warning, .coordinateSwapped, feature, column, value: "\(x), \(y)", .repaired)
            swap(&x, &y)
        }
        // Numbers that are no degrees at all are judged as they stand: a transformation would only hide them.
        guard let transformation, !isGeographic || (abs(x) <= 180 && abs(y) <= 90) else {
            return inCountry(Coordinate(longitude: x, latitude: y), feature, column)
        }
        guard let moved = try? transformation.transform(x: x, y: y) else {
            note(.error, .coordinateOutsideCountry, feature, column, value: "\(x), \(y)", .rowDropped)
            return nil
        }
        return inCountry(Coordinate(longitude: moved.x, latitude: moved.y), feature, column)
    }

    private mutating func inCountry(_ coordinate: Coordinate, _ feature: Feature, _ column: Column?) -> Coordinate? {
        guard let code = Country.defect(of: coordinate) else { return coordinate }
        note(.error, code, feature, column, value: "\(coordinate.longitude), \(coordinate.latitude)", .rowDropped)
        return nil
    }
}
