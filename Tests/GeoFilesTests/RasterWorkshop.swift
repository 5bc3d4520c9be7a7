import CGDAL
import Foundation

@testable import GeoFiles

/// Makes rasters for tests, with GDAL's own tools.
enum RasterWorkshop {
    /// The real tile of the sample: 1201 × 1201 posts of SRTM, 3″.
    static let tile = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("GeoData/samples/tuyen-quang/terrain/N21E105.tif").path

    struct Failed: Error {
        var words: String
    }

    private static func inGDAL(_ work: () -> GDALDatasetH?) throws {
        try GDALSession.run { messages in
            guard let made = work() else { throw Failed(words: messages.lastWords) }
            GDALClose(made)
        }
    }

    private static func withOpen(_ path: String, _ work: (GDALDatasetH) -> GDALDatasetH?) throws {
        try GDALSession.run { messages in
            guard let source = GDALOpen(path, GA_ReadOnly) else { throw Failed(words: messages.lastWords) }
            defer { GDALClose(source) }
            guard let made = work(source) else { throw Failed(words: messages.lastWords) }
            // First what was made: a virtual raster writes itself out by its source.
            GDALClose(made)
        }
    }

    /// `gdal_translate`.
    static func translate(_ from: String, _ to: String, _ arguments: [String]) throws {
        let list = GDALTextList(arguments)
        try withOpen(from) { source in
            let options = GDALTranslateOptionsNew(list.pointer, nil)
            defer { GDALTranslateOptionsFree(options) }
            return GDALTranslate(to, source, options, nil)
        }
    }

    /// `gdalwarp`.
    static func warp(_ from: String, _ to: String, _ arguments: [String]) throws {
        let list = GDALTextList(arguments)
        try withOpen(from) { source in
            let options = GDALWarpAppOptionsNew(list.pointer, nil)
            defer { GDALWarpAppOptionsFree(options) }
            var sources: [GDALDatasetH?] = [source]
            return sources.withUnsafeMutableBufferPointer { GDALWarp(to, nil, 1, $0.baseAddress, options, nil) }
        }
    }

    /// `gdalbuildvrt`.
    static func buildVRT(_ from: [String], _ to: String) throws {
        let names = GDALTextList(from)
        try inGDAL { GDALBuildVRT(to, Int32(from.count), nil, names.constant, nil, nil) }
    }

    /// What a made raster is like; the defaults are a sound one: a post every 0.002° from 105.0, 22.0.
    struct Recipe {
        var columns = 11
        var rows = 11
        var bands = 1
        var type = GDT_Float32
        var geoTransform: [Double]? = [104.999, 0.002, 0, 22.001, 0, -0.002]
        var crs: String? = "EPSG:4326"
        var noData: Double?
        var unit: String?
        var scale: Double?
        var offset: Double?
        var driver = "GTiff"
        var creation: [String] = []
        /// Rows that are written; the others stay holes in a sparse file.
        var writtenRows = 0..<Int.max
        /// Value at column and row; nil leaves the cells unwritten.
        var value: ((Int, Int) -> Double)? = { column, row in Double(100 + column + 10 * row) }
    }

    static func make(_ path: String, _ edit: (inout Recipe) -> Void = { _ in }) throws {
        var recipe = Recipe()
        edit(&recipe)
        let creation = GDALTextList(recipe.creation)
        try inGDAL {
            guard
                let made = GDALCreate(
                    GDALGetDriverByName(recipe.driver), path, Int32(recipe.columns), Int32(recipe.rows), Int32(recipe.bands), recipe.type,
                    creation.pointer)
            else { return nil }
            if var numbers = recipe.geoTransform { GDALSetGeoTransform(made, &numbers) }
            if let crs = recipe.crs {
                let system = OSRNewSpatialReference(nil)
                defer { OSRDestroySpatialReference(system) }
                OSRSetFromUserInput(system, crs)
                OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
                GDALSetSpatialRef(made, system)
            }
            for number in 1...recipe.bands {
                let band = GDALGetRasterBand(made, Int32(number))
                if let noData = recipe.noData { GDALSetRasterNoDataValue(band, noData) }
                if let unit = recipe.unit { GDALSetRasterUnitType(band, unit) }
                if let scale = recipe.scale { GDALSetRasterScale(band, scale) }
                if let offset = recipe.offset { GDALSetRasterOffset(band, offset) }
                guard let value = recipe.value else { continue }
                for row in recipe.writtenRows.clamped(to: 0..<recipe.rows) {
                    var line = (0..<recipe.columns).map { value($0, row) + Double(number - 1) * 1_000 }
                    _ = GDALRasterIO(
                        band, GF_Write, 0, Int32(row), Int32(recipe.columns), 1, &line, Int32(recipe.columns), 1, GDT_Float64, 0, 0)
                }
            }
            return made
        }
    }

    /// A tile of SRTM as NASA hands it out: 1201 × 1201 big-endian numbers, north first.
    static func hgt(_ path: String, value: (Int, Int) -> Int16) throws {
        var bytes = Data(capacity: 1201 * 1201 * 2)
        for row in 0..<1201 {
            for column in 0..<1201 {
                let bits = UInt16(bitPattern: value(column, row))
                bytes.append(UInt8(bits >> 8))
                bytes.append(UInt8(bits & 255))
            }
        }
        try bytes.write(to: URL(fileURLWithPath: path))
    }
}
