import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning

/// The area of a row.
extension TableReading {
    /// The polygons of a row: valid, or repaired with a note. Nil after noting why.
    mutating func area(_ feature: Feature) -> MultiPolygon? {
        guard let shape = feature.shape else {
            note(
                .error, feature.shapeDefect == nil ? .geometryEmpty : .geometryRejected, feature, value: feature.shapeDefect ?? "",
                .rowDropped)
            return nil
        }
        guard case .polygon(let area) = shape else {
            note(.error, shape == .empty ? .geometryEmpty : .geometryWrongKind, feature, nil, .rowDropped)
            return nil
        }
        guard !area.isEmpty else {
            note(.error, .geometryEmpty, feature, nil, .rowDropped)
            return nil
        }
        if let (code, place) = Self.strayPlace(of: area) {
            note(.error, code, feature, value: "\(place.longitude), \(place.latitude)", .rowDropped)
            return nil
        }
        do {
            guard let defect = try area.validityDefect() else { return area }
            let repaired = try area.repaired()
            guard !repaired.isEmpty else {
                note(.error, .geometryRejected, feature, value: defect.reason, .rowDropped)
                return nil
            }
            note(.warning, .geometryInvalid, feature, value: Self.repairText(defect, repaired), .repaired)
            return repaired
        } catch {
            note(.error, .geometryRejected, feature, value: "\(error)", .rowDropped)
            return nil
        }
    }

    /// A vertex that cannot be meant: one spike drawn by a wrong digit would claim half the country. Nil when all are near the country.
    private static func strayPlace(of area: MultiPolygon) -> (DiagnosticCode, Coordinate)? {
        let places = area.polygons.lazy.flatMap { $0.rings.joined() }
        if let stray = places.first(where: { !Country.polygonExtent.contains($0) }) {
            return (Country.defect(of: stray) ?? .coordinateOutsideCountry, stray)
        }
        guard area.boundingBox?.intersects(Country.extent) != true else { return nil }
        return places.first.map { (.coordinateOutsideCountry, $0) }
    }

    private static func repairText(_ defect: ValidityDefect, _ after: MultiPolygon) -> String {
        let squareKilometres = after.areaSquareMeters / 1e6
        let place = defect.place.map { String(format: " at %.5f, %.5f", $0.longitude, $0.latitude) } ?? ""
        return "\(defect.reason)\(place); area now \(String(format: "%.3f", squareKilometres)) km²"
    }
}
