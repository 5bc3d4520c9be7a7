import CGDAL
import Foundation

/// Writes a Cloud-Optimized GeoTIFF tile by tile: memory does not grow with the raster.
///
/// The tiles go into a plain GeoTIFF beside the target, from which ``finish()`` makes the COG. Overviews take the nearest cell, so that level,
/// probability and server in one of their pixels belong to one place. The same values give the same bytes. One thread at a time.
public final class CoverageRasterWriter {
    /// What cells hold.
    public enum Values: Hashable, Sendable {
        /// Levels, probabilities and the like; 32 bits.
        case float32
        /// Whole numbers, such as the number of a site; 32 bits.
        case int32

        var type: GDALDataType { self == .float32 ? GDT_Float32 : GDT_Int32 }
    }

    /// Path of the finished raster, as it was given.
    public let path: String
    private let file: AtomicFile
    private let frame: CoverageRasterFrame
    private let values: Values
    private let noData: Double
    private let scratch: String
    private var dataset: GDALDataset?

    /// Starts a raster in a folder that exists.
    ///
    /// - Parameters:
    ///   - bands: at least one.
    ///   - noData: the value of cells without one; NaN given to ``write(_:band:columns:rows:)-(Array<Float>,_,_,_)`` becomes it.
    ///   - tags: of the file as a whole, by name.
    /// - Throws: `GeoFileError` with code `cannotCreate` or `writeFailed`.
    public init(
        _ path: String, frame: CoverageRasterFrame, bands: [CoverageRasterBand], values: Values, noData: Double,
        tags: [String: String] = [:]
    ) throws(GeoFileError) {
        let file = try AtomicFile(path)
        self.path = path
        self.file = file
        self.frame = frame
        self.values = values
        self.noData = noData
        let scratch = file.temporary + ".scratch.tif"
        self.scratch = scratch
        dataset = try GDALSession.run { messages throws(GeoFileError) in
            let options = GDALTextList(["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "SPARSE_OK=YES", "BIGTIFF=IF_SAFER"])
            defer { withExtendedLifetime(options) {} }
            guard frame.columns > 0, frame.rows > 0, let columns = Int32(exactly: frame.columns), let rows = Int32(exactly: frame.rows),
                let made = GDALDataset(
                    GDALCreate(
                        GDALGetDriverByName("GTiff"), Self.gdalPath(scratch), columns, rows, Int32(bands.count), values.type,
                        options.pointer))
            else { throw file.failure(messages.lastWords) }
            var numbers = frame.geoTransform
            let isPlaced = RasterSystem.withWGS84 { GDALSetSpatialRef(made.handle, $0) } == CE_None
            guard isPlaced, GDALSetGeoTransform(made.handle, &numbers) == CE_None else { throw file.failure(messages.lastWords) }
            for (name, value) in tags.sorted(by: { $0.key < $1.key }) { GDALSetMetadataItem(made.handle, name, value, nil) }
            for (index, band) in bands.enumerated() {
                let handle = GDALGetRasterBand(made.handle, Int32(index + 1))
                GDALSetDescription(handle, band.name)
                GDALSetRasterUnitType(handle, band.unit)
                GDALSetRasterNoDataValue(handle, noData)
                for (name, value) in band.tags.sorted(by: { $0.key < $1.key }) { GDALSetMetadataItem(handle, name, value, nil) }
            }
            return made
        }
    }

    deinit {
        // What was not finished leaves nothing behind, and what a full disk makes GDAL say now was told already.
        GDALSession.run { _ in dataset?.close() }
        unlink(scratch)
    }

    /// Writes a rectangle of one band, counted from 1; NaN becomes no data.
    /// - Throws: `GeoFileError` with code `writeFailed`.
    public func write(_ values: [Float], band: Int, columns: Range<Int>, rows: Range<Int>) throws(GeoFileError) {
        let noData = Float(noData)
        try write(values.map { $0.isNaN ? noData : $0 }, GDT_Float32, band, columns, rows)
    }

    /// The same for whole numbers.
    /// - Throws: `GeoFileError` with code `writeFailed`.
    public func write(_ values: [Int32], band: Int, columns: Range<Int>, rows: Range<Int>) throws(GeoFileError) {
        try write(values, GDT_Int32, band, columns, rows)
    }

    private func write<Value>(
        _ values: [Value], _ type: GDALDataType, _ band: Int, _ columns: Range<Int>, _ rows: Range<Int>
    ) throws(GeoFileError) {
        guard values.count == columns.count * rows.count, columns.lowerBound >= 0, rows.lowerBound >= 0,
            columns.upperBound <= frame.columns,
            rows.upperBound <= frame.rows
        else { throw file.failure("a tile of \(values.count) values does not fit \(columns) × \(rows)") }
        var values = values
        try GDALSession.run { messages throws(GeoFileError) in
            guard let dataset, let handle = GDALGetRasterBand(dataset.handle, Int32(band)) else { throw file.failure("it is closed") }
            let outcome = values.withUnsafeMutableBytes { bytes in
                GDALRasterIO(
                    handle, GF_Write, Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(columns.count), Int32(rows.count),
                    bytes.baseAddress, Int32(columns.count), Int32(rows.count), type, 0, 0)
            }
            guard outcome == CE_None, messages.failures.isEmpty else { throw file.failure(messages.lastWords) }
        }
    }

    /// Makes the COG, reads its size back and puts it in place.
    /// - Throws: `GeoFileError` with code `writeFailed`; nothing is left behind.
    public func finish() throws(GeoFileError) {
        defer { unlink(scratch) }
        try GDALSession.run { messages throws(GeoFileError) in
            dataset?.close()
            dataset = nil
            if let failure = messages.failures.first { throw file.failure(failure) }
        }
        try file.write { temporary throws(GeoFileError) in
            defer { for ending in [".ovr.tmp", ".msk.ovr.tmp", ".aux.xml"] { unlink(temporary + ending) } }
            try GDALSession.run { messages throws(GeoFileError) in
                guard let source = GDALDataset(openingRaster: Self.gdalPath(scratch), drivers: ["GTiff"]) else {
                    throw file.failure(messages.lastWords)
                }
                guard let driver = GDALGetDriverByName("COG") else { throw file.failure("GDAL was built without the driver COG") }
                let options = GDALTextList(Self.options(values))
                defer { withExtendedLifetime(options) {} }
                guard
                    let made = GDALDataset(
                        GDALCreateCopy(driver, Self.gdalPath(temporary), source.handle, 1, options.pointer, nil, nil))
                else { throw file.failure(messages.lastWords) }
                made.close()
                if let failure = messages.failures.first { throw file.failure(failure) }
                guard let read = GDALDataset(openingRaster: Self.gdalPath(temporary), drivers: ["GTiff"]),
                    Int(GDALGetRasterXSize(read.handle)) == frame.columns, Int(GDALGetRasterYSize(read.handle)) == frame.rows
                else { throw file.failure(messages.lastWords) }
            }
        }
    }

    /// DEFLATE is what every reader of GeoTIFF knows; ZSTD would be a fifth smaller and is missing in many.
    private static func options(_ values: Values) -> [String] {
        [
            "COMPRESS=DEFLATE", "PREDICTOR=\(values == .float32 ? "FLOATING_POINT" : "STANDARD")",
            "OVERVIEW_PREDICTOR=\(values == .float32 ? "FLOATING_POINT" : "STANDARD")", "BLOCKSIZE=512", "OVERVIEWS=IGNORE_EXISTING",
            "RESAMPLING=NEAREST", "BIGTIFF=IF_SAFER",
        ]
    }

    static func gdalPath(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }
}
