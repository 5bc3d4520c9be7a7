import Geodesy
import Planning

/// The extent inside which coordinates are believed.
enum Country {
    /// Viet Nam with Hoàng Sa and Trường Sa, and a margin of about 0.1° (extent of the 34 provinces' polygons: 102.14…117.83 E, 7.18…23.39 N).
    static let extent = BoundingBox(west: 102.0, south: 7.0, east: 118.0, north: 23.5)

    /// How far a polygon may reach out: a rectangle drawn around the country does, a vertex with a wrong digit goes farther.
    static let polygonExtent = BoundingBox(west: 99.0, south: 4.0, east: 121.0, north: 26.5)

    /// Why a place is not believed; nil when it is.
    static func defect(of place: Coordinate) -> DiagnosticCode? {
        guard place.longitude.isFinite, place.latitude.isFinite else { return .coordinateUnreadable }
        if extent.contains(place) { return nil }
        if extent.contains(Coordinate(longitude: place.latitude, latitude: place.longitude)) { return .coordinateSwapped }
        // No angle is as large: metres of a projected system, or a number that lost its decimal mark.
        return max(abs(place.longitude), abs(place.latitude)) > 1000 ? .coordinateProjected : .coordinateOutsideCountry
    }
}
