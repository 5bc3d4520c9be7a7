import Geodesy

/// How layers are written, beyond what they hold.
public struct VectorOptions: Sendable {
    /// Digits of degrees after the point in GeoJSON, 0 to 7 (7 is a centimetre).
    public var coordinateDecimals = 7
    /// The time of last change inside a GeoPackage, ISO 8601 in UTC; fixed, so that bytes do not depend on the clock.
    public var timestamp = "1970-01-01T00:00:00Z"
    /// The system that coordinates are written in, where the format takes another than WGS 84 (``VectorFormat/takesReferenceSystem``).
    public var system = CoordinateReferenceSystem.wgs84
    /// Styles that QGIS applies when it opens the GeoPackage.
    public var styles: [GeoPackageStyle] = []
    /// Whether a CSV file begins with a byte order mark, which Excel needs to take it for UTF-8.
    public var isCSVMarked = false
    /// How KML looks; nil for a folder by layer without styles.
    public var kml: KMLPresentation?
    /// Name of a set of vector tiles.
    public var tileName = "phusong"
    /// Zoom levels of vector tiles.
    public var tileZooms = 4...12

    /// The usual ones.
    public init() {}
}

/// A style of one layer, kept inside a GeoPackage in the table `layer_styles` as QGIS reads it.
public struct GeoPackageStyle: Hashable, Sendable {
    /// The layer that it is for.
    public var layer: String
    /// Its name, at most 30 letters.
    public var name: String
    /// What it shows, in a few words.
    public var description: String
    /// QGIS's own style document.
    public var qml: String
    /// The same as a Styled Layer Descriptor of OGC, for other programs.
    public var sld: String

    /// Makes a style.
    public init(layer: String, name: String, description: String, qml: String, sld: String) {
        self.layer = layer
        self.name = name
        self.description = description
        self.qml = qml
        self.sld = sld
    }
}
