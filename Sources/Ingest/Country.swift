import Geodesy

/// The extent inside which coordinates are believed.
enum Country {
    /// Viet Nam with Hoàng Sa and Trường Sa, and a margin of about 0.1° (extent of the 34 provinces' polygons: 102.14…117.83 E, 7.18…23.39 N).
    static let extent = BoundingBox(west: 102.0, south: 7.0, east: 118.0, north: 23.5)
}
