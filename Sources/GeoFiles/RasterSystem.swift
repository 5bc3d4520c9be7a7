import CGDAL

/// The flat coordinate reference system of a raster, and the unit of its heights where the system names one.
final class RasterSystem {
    /// The system without heights; owned.
    let handle: OGRSpatialReferenceH
    /// `AUTHORITY:CODE`, else the system's name.
    let label: String
    /// Whether it is longitude and latitude on WGS 84.
    let isWGS84: Bool
    /// Metres in one unit of height, for systems that have heights.
    let metersPerHeightUnit: Double?

    /// Nil when the raster names no system that places it on the Earth.
    init?(_ dataset: GDALDataset) {
        guard let declared = dataset.handle.flatMap({ GDALGetSpatialRef($0) }), OSRIsLocal(declared) == 0,
            let flat = OSRClone(declared)
        else { return nil }
        if OSRIsCompound(declared) != 0 {
            var name: UnsafeMutablePointer<CChar>?
            metersPerHeightUnit = OSRGetTargetLinearUnits(declared, "VERT_CS", &name)
            _ = OSRStripVertical(flat)
        } else {
            metersPerHeightUnit = nil
        }
        _ = OSRDemoteTo2D(flat, nil)
        handle = flat
        if let authority = OSRGetAuthorityName(flat, nil), let code = OSRGetAuthorityCode(flat, nil) {
            label = "\(String(cString: authority)):\(String(cString: code))"
        } else {
            label = OSRGetName(flat).map { String(cString: $0) } ?? "an unnamed system"
        }
        isWGS84 = Self.withWGS84 { wgs84 in
            let options = GDALTextList([
                "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
            ])
            defer { withExtendedLifetime(options) {} }
            return OSRIsGeographic(flat) != 0 && OSRIsSameEx(flat, wgs84, options.constant) != 0
        }
    }

    deinit { OSRDestroySpatialReference(handle) }

    /// WGS 84 with longitude first, for the time of a piece of work.
    static func withWGS84<Result>(_ work: (OGRSpatialReferenceH?) -> Result) -> Result {
        let system = OSRNewSpatialReference(nil)
        defer { OSRDestroySpatialReference(system) }
        _ = OSRImportFromEPSG(system, 4326)
        OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
        return work(system)
    }
}
