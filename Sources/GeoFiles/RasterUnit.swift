import CGDAL

/// The unit of a raster's values: the band's own, else that of the vertical system, else metres.
struct RasterUnit {
    let metersPerUnit: Double
    /// A unit that nobody knows; metres are assumed.
    let unknown: String?

    private static let meters: [String: Double] = [
        "": 1, "m": 1, "metre": 1, "meter": 1, "metres": 1, "meters": 1, "masl": 1, "m a.s.l.": 1, "mét": 1,
        "ft": 0.3048, "foot": 0.3048, "feet": 0.3048, "international foot": 0.3048,
        "us-ft": 1200.0 / 3937, "us survey foot": 1200.0 / 3937, "us survey feet": 1200.0 / 3937, "ftus": 1200.0 / 3937,
        "us_ft": 1200.0 / 3937, "foot_us": 1200.0 / 3937,
        "dm": 0.1, "decimetre": 0.1, "decimeter": 0.1, "cm": 0.01, "centimetre": 0.01, "centimeter": 0.01, "centimeters": 0.01,
        "mm": 0.001, "millimetre": 0.001, "millimeter": 0.001, "km": 1_000, "kilometre": 1_000, "kilometer": 1_000,
    ]

    init(_ raster: RasterFile) {
        let text = GDALGetRasterUnitType(raster.band).map { String(cString: $0) } ?? ""
        let key = text.lowercased().filter { $0 != "\0" }
        if key.isEmpty, let factor = raster.system.metersPerHeightUnit, factor > 0 {
            (metersPerUnit, unknown) = (factor, nil)
        } else if let factor = Self.meters[key] {
            (metersPerUnit, unknown) = (factor, nil)
        } else {
            (metersPerUnit, unknown) = (1, text)
        }
    }
}
