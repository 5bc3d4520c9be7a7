import Synchronization

extension VN2000 {
    /// A place on a VN-2000 map.
    public struct GridPoint: Hashable, Sendable {
        /// Metres east, 500 km on the central meridian.
        public let eastingMeters: Double
        /// Metres north of the equator.
        public let northingMeters: Double
    }

    /// The VN-2000 map coordinates of a WGS 84 place.
    /// - Parameter centralMeridianDegrees: 102 to 118, such as 105.5; see ``zones``.
    /// - Throws: ``GeodesyError`` with code `badCentralMeridian` or `coordinateOutsideDomain`.
    public static func project(_ place: Coordinate, centralMeridianDegrees: Double) throws(GeodesyError) -> GridPoint {
        let point = try move(place.longitude, place.latitude, .toMap(try definition(checking: centralMeridianDegrees)))
        return GridPoint(eastingMeters: point.x, northingMeters: point.y)
    }

    /// The VN-2000 map coordinates of a WGS 84 place in a zone named by EPSG code, such as 9209.
    /// - Throws: ``GeodesyError`` when the code is unknown or the place is outside its domain.
    public static func project(_ place: Coordinate, epsg: Int) throws(GeodesyError) -> GridPoint {
        let point = try move(place.longitude, place.latitude, .toMap("EPSG:\(epsg)"))
        return GridPoint(eastingMeters: point.x, northingMeters: point.y)
    }

    /// The WGS 84 place of VN-2000 map coordinates.
    /// - Parameter centralMeridianDegrees: 102 to 118.
    /// - Throws: ``GeodesyError`` with code `badCentralMeridian` or `coordinateOutsideDomain`.
    public static func unproject(
        eastingMeters: Double, northingMeters: Double, centralMeridianDegrees: Double
    ) throws(GeodesyError) -> Coordinate {
        let point = try move(eastingMeters, northingMeters, .fromMap(try definition(checking: centralMeridianDegrees)))
        return Coordinate(longitude: point.x, latitude: point.y)
    }

    /// The WGS 84 place of VN-2000 map coordinates in a zone named by EPSG code.
    /// - Throws: ``GeodesyError`` when the code is unknown or the point is outside its domain.
    public static func unproject(eastingMeters: Double, northingMeters: Double, epsg: Int) throws(GeodesyError) -> Coordinate {
        let point = try move(eastingMeters, northingMeters, .fromMap("EPSG:\(epsg)"))
        return Coordinate(longitude: point.x, latitude: point.y)
    }

    private static func definition(checking meridian: Double) throws(GeodesyError) -> String {
        guard (102...118).contains(meridian) else {
            throw GeodesyError(
                code: .badCentralMeridian, subject: "central meridian \(meridian)", reason: "not between 102° and 118° E",
                remedy: "Take the former province's meridian, such as 105.5")
        }
        return definition(centralMeridianDegrees: meridian)
    }

    private enum Way: Hashable {
        case toMap(String)
        case fromMap(String)
    }

    /// Transformations made so far. Making one costs milliseconds; PROJ's objects bear one thread at a time, hence the lock.
    private final class Prepared: @unchecked Sendable {
        private let lock = Mutex(())
        private var ways: [Way: CoordinateTransformation] = [:]

        func move(_ x: Double, _ y: Double, _ way: Way) -> Result<PlanePoint, GeodesyError> {
            lock.withLock { _ in
                Result { () throws(GeodesyError) -> PlanePoint in
                    let transformation = try transformation(for: way)
                    let point = try transformation.transform(x: x, y: y)
                    return PlanePoint(x: point.x, y: point.y)
                }
            }
        }

        private func transformation(for way: Way) throws(GeodesyError) -> CoordinateTransformation {
            if let known = ways[way] { return known }
            let made =
                switch way {
                case .toMap(let map): try CoordinateTransformation(from: .wgs84, to: CoordinateReferenceSystem(map))
                case .fromMap(let map): try CoordinateTransformation(from: CoordinateReferenceSystem(map), to: .wgs84)
                }
            ways[way] = made
            return made
        }
    }

    private static let prepared = Prepared()

    private static func move(_ x: Double, _ y: Double, _ way: Way) throws(GeodesyError) -> PlanePoint {
        try prepared.move(x, y, way).get()
    }
}
