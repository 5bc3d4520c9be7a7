/// Viet Nam's national coordinate system VN-2000: zones of the provinces, and its projection.
///
/// Provinces draw maps in 3-degree transverse Mercator zones (scale 0.9999, false easting 500 km) around a central meridian of their own,
/// set by Circular 973/2001/TT-TCDC and its followers. Zones follow the provinces as they were until 2025-06-30.
public enum VN2000 {
    /// EPSG:6960, VN-2000 to WGS 84 (2): coordinate frame rotation, accuracy 1 m, between longitude and latitude in degrees.
    ///
    /// VN-2000 uses the WGS 84 ellipsoid. Heights are left alone.
    static let shiftToWGS84 = """
        +proj=pipeline \
        +step +proj=unitconvert +xy_in=deg +xy_out=rad \
        +step +proj=push +v_3 \
        +step +proj=cart +ellps=WGS84 \
        +step +proj=helmert +convention=coordinate_frame \
        +x=-191.90441429 +y=-39.30318279 +z=-111.45032835 +rx=-0.00928836 +ry=0.01975479 +rz=-0.00427372 +s=0.252906278 \
        +step +inv +proj=cart +ellps=WGS84 \
        +step +proj=pop +v_3 \
        +step +proj=unitconvert +xy_in=rad +xy_out=deg
        """

    /// EPSG code of the 3-degree zone with a central meridian; nil where EPSG has none.
    public static func epsgCode(centralMeridianDegrees: Double) -> Int? {
        codesByMeridian[centralMeridianDegrees]
    }

    private static let codesByMeridian: [Double: Int] = [
        102: 5896, 103: 9205, 104: 9206, 104.5: 9207, 104.75: 9208, 105: 5897, 105.5: 9209, 105.75: 9210, 106: 9211, 106.25: 9212,
        106.5: 9213, 107: 9214, 107.25: 9215, 107.5: 9216, 107.75: 5899, 108: 5898, 108.25: 9217, 108.5: 9218,
    ]

    /// The definition of a 3-degree zone: its EPSG code, or WKT for a meridian that EPSG does not list.
    static func definition(centralMeridianDegrees meridian: Double) -> String {
        if let code = epsgCode(centralMeridianDegrees: meridian) { return "EPSG:\(code)" }
        return """
            PROJCRS["VN-2000 / TM-3 \(meridian)",BASEGEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257223563]],\
            ID["EPSG",4756]],CONVERSION["TM-3 \(meridian)",METHOD["Transverse Mercator",ID["EPSG",9807]],\
            PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],\
            PARAMETER["Longitude of natural origin",\(meridian),ANGLEUNIT["degree",0.0174532925199433]],\
            PARAMETER["Scale factor at natural origin",0.9999,SCALEUNIT["unity",1]],\
            PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],\
            CS[Cartesian,2],AXIS["(E)",east],AXIS["(N)",north],LENGTHUNIT["metre",1]]
            """
    }

    /// The central meridian in a text such as `VN-2000/105.5`, `vn2000:105,5` or `VN2000 105°30'`; nil when the text is not of that kind.
    static func centralMeridian(inDefinition text: String) throws(GeodesyError) -> Double? {
        let folded = text.lowercased()
        guard let name = ["vn-2000", "vn_2000", "vn 2000", "vn2000"].first(where: folded.hasPrefix) else { return nil }
        var rest = folded.dropFirst(name.count).drop { $0.isWhitespace }
        guard let mark = rest.first else { return nil }
        // Names of the EPSG list ("VN-2000 / TM-3 106-00", "VN-2000 / UTM zone 48N") are PROJ's to find.
        if mark == "/" || mark == ":" { rest = rest.dropFirst().drop { $0.isWhitespace } }
        guard let first = rest.first, first.isNumber || first == "-" else { return nil }
        let parts = rest.replacing(",", with: ".").split { "°'’′ ".contains($0) }
        let degrees = parts.first.flatMap { Double($0) }
        let minutes = parts.count > 1 ? Double(parts[1]) : 0
        guard parts.count <= 2, let degrees, let minutes, (0..<60).contains(minutes), (102...118).contains(degrees) else {
            throw GeodesyError(
                code: .badCentralMeridian, subject: text, reason: "no central meridian between 102° and 118° E could be read",
                remedy: "Write it in degrees, such as VN-2000/105.5 or VN-2000/105°30'")
        }
        return degrees + minutes / 60
    }
}
