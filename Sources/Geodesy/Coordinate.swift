/// A place on the Earth in WGS 84, longitude first.
///
/// Any pair of numbers can be held, so that a reader can show what a file says; ``isValid`` tells whether it is a place.
public struct Coordinate: Hashable, Sendable, Codable {
    /// Degrees east of Greenwich, −180 to 180.
    public var longitude: Double
    /// Degrees north of the equator, −90 to 90 (geodetic latitude).
    public var latitude: Double

    /// Makes a coordinate from degrees; nothing is checked.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Whether both numbers are finite and within ±180° and ±90°.
    public var isValid: Bool {
        // NaN fails every comparison, infinity fails the range.
        abs(longitude) <= 180 && abs(latitude) <= 90
    }
}
