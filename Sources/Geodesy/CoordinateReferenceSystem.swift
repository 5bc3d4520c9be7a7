import CPROJ

/// A coordinate reference system, checked to be one that PROJ understands.
///
/// Two values are equal when their canonical definitions are.
public struct CoordinateReferenceSystem: Hashable, Sendable, CustomStringConvertible {
    /// The canonical definition: `AUTHORITY:CODE` where the system has one, else the text it was made from.
    public let definition: String
    /// The system's own name, such as `VN-2000 / TM-3 106-00`.
    public let name: String
    /// Whether coordinates are longitude and latitude in degrees rather than metres.
    public let isGeographic: Bool
    /// Whether the datum is VN-2000, so that the way to WGS 84 is the official EPSG:6960.
    public let isVN2000: Bool

    /// WGS 84 longitude and latitude in degrees (EPSG:4326; always longitude first in this program).
    public static let wgs84 = CoordinateReferenceSystem(
        definition: "EPSG:4326", name: "WGS 84", isGeographic: true, isVN2000: false)

    private init(definition: String, name: String, isGeographic: Bool, isVN2000: Bool) {
        self.definition = definition
        self.name = name
        self.isGeographic = isGeographic
        self.isVN2000 = isVN2000
    }

    /// Reads a definition: `EPSG:9211`, `9211`, `OGC:CRS84`, a name that EPSG lists, WKT, a PROJ string, or VN-2000 by its central
    /// meridian: `VN-2000/105.5`, `vn2000:105°30'`, `vn2000:105,5`.
    ///
    /// - Throws: ``GeodesyError`` with code `unknownReferenceSystem` or `badCentralMeridian`.
    public init(_ definition: String) throws(GeodesyError) {
        let text = definition.trimmingWhitespace()
        if text.uppercased() == "EPSG:4326" || text == "4326" {
            self = .wgs84
            return
        }
        let canonical: String
        if let meridian = try VN2000.centralMeridian(inDefinition: text) {
            canonical = VN2000.definition(centralMeridianDegrees: meridian)
        } else if !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
            canonical = "EPSG:\(text)"
        } else if text.hasPrefix("+"), !text.contains("+type=crs") {
            // Without this PROJ reads the string as a bare operation, which has no datum.
            canonical = text + " +type=crs"
        } else {
            canonical = text
        }
        let context = try ProjContext()
        guard let object = context.create(canonical), proj_is_crs(object.handle) != 0 else {
            throw GeodesyError(
                code: .unknownReferenceSystem, subject: text.isEmpty ? "an empty definition" : text.firstLine(limit: 80),
                reason: "no known coordinate reference system (\(context.takeMessage()))",
                remedy: "Write an EPSG code such as EPSG:4326, or VN-2000 by central meridian such as VN-2000/105.5")
        }
        self.init(object, text: canonical)
    }

    private init(_ object: ProjObject, text: String) {
        let base = object.unbound
        let geodetic = ProjObject(proj_crs_get_geodetic_crs(object.context.handle, base.handle), in: object.context)
        if let authority = proj_get_id_auth_name(object.handle, 0), let code = proj_get_id_code(object.handle, 0) {
            definition = "\(String(cString: authority)):\(String(cString: code))"
        } else {
            definition = text
        }
        name = base.name
        isGeographic = base.type == PJ_TYPE_GEOGRAPHIC_2D_CRS || base.type == PJ_TYPE_GEOGRAPHIC_3D_CRS
        isVN2000 = geodetic.map(Self.hasVN2000Datum) ?? false
    }

    /// The definition.
    public var description: String { definition }

    /// Whether the coordinates already are WGS 84 longitude and latitude.
    public var isWGS84: Bool { definition == "EPSG:4326" || definition == "OGC:CRS84" }

    /// Whether two definitions mean the same system, whatever their names and axis order.
    /// - Throws: ``GeodesyError`` when PROJ is unusable.
    public func isEquivalent(to other: CoordinateReferenceSystem) throws(GeodesyError) -> Bool {
        if self == other || (isWGS84 && other.isWGS84) { return true }
        let context = try ProjContext()
        guard let mine = context.create(definition), let theirs = context.create(other.definition) else { return false }
        return proj_is_equivalent_to_with_ctx(
            context.handle, mine.unbound.handle, theirs.unbound.handle, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
    }

    /// VN-2000 by name: files from ArcGIS, MapInfo and QGIS carry the datum without its code.
    private static func hasVN2000Datum(_ geodetic: ProjObject) -> Bool {
        let datum = ProjObject(proj_crs_get_datum_forced(geodetic.context.handle, geodetic.handle), in: geodetic.context)
        return [geodetic.name, datum?.name ?? ""].contains { name in
            let folded = name.lowercased().filter { $0.isLetter || $0.isNumber }
            return folded.contains("vn2000") || folded.contains("vietnam2000")
        }
    }
}

extension ProjObject {
    /// The horizontal system itself, without a datum shift that its author bound to it (`TOWGS84`) and without heights.
    var unbound: ProjObject {
        switch type {
        case PJ_TYPE_BOUND_CRS: ProjObject(proj_get_source_crs(context.handle, handle), in: context)?.unbound ?? self
        case PJ_TYPE_COMPOUND_CRS: ProjObject(proj_crs_get_sub_crs(context.handle, handle, 0), in: context)?.unbound ?? self
        default: self
        }
    }
}

extension String {
    /// Without white space at both ends.
    func trimmingWhitespace() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }

    /// Enough of a long definition to recognise it in a message.
    func firstLine(limit: Int) -> String {
        let line = prefix { !$0.isNewline }
        return line.count <= limit && line.count == count ? String(line) : line.prefix(limit) + "…"
    }
}
