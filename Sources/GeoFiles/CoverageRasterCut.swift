import CGDAL
import Geodesy

/// A coverage raster of this program, looked at and cut out as a Cloud-Optimized GeoTIFF of its own.
public struct CoverageRasterCut: Sendable {
    /// The file.
    public let path: String
    /// Its tags by name, such as `phusong_layer`.
    public let tags: [String: String]
    /// Descriptions of its bands in order.
    public let bands: [String]
    private let columns: Int
    private let rows: Int
    private let transform: [Double]

    /// Looks at a raster.
    /// - Throws: ``GeoFileError`` when it cannot be read, is not in WGS 84, or does not lie north-up.
    public init(_ path: String) throws(GeoFileError) {
        let file = try SourceFile(path)
        self.path = path
        let read = try GDALSession.run { messages throws(GeoFileError) in
            guard let dataset = GDALDataset(openingRaster: file.gdalPath, drivers: ["GTiff"]) else {
                throw GeoFileError(
                    code: .corrupt, path: path, reason: "not a GeoTIFF (\(messages.lastWords))", remedy: "Name what `phusong raster` wrote")
            }
            var numbers = [Double](repeating: 0, count: 6)
            let isWGS84 = GDALGetSpatialRef(dataset.handle).map { system in
                OSRGetAuthorityCode(system, nil).map { String(cString: $0) } == "4326"
            }
            guard GDALGetGeoTransform(dataset.handle, &numbers) == CE_None, isWGS84 == true, numbers[2] == 0, numbers[4] == 0,
                numbers[5] < 0
            else {
                throw GeoFileError(
                    code: .unknownReferenceSystem, path: path, reason: "the raster is not north-up in WGS 84",
                    remedy: "Name what `phusong raster` wrote")
            }
            var tags: [String: String] = [:]
            if let list = GDALGetMetadata(dataset.handle, nil) {
                for index in 0..<Int(CSLCount(list)) {
                    guard let pair = list[index].map({ String(cString: $0) }), let equals = pair.firstIndex(of: "=") else { continue }
                    tags[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
                }
            }
            let bands = (1...max(1, GDALGetRasterCount(dataset.handle))).map { number in
                GDALGetRasterBand(dataset.handle, number).flatMap { GDALGetDescription($0) }.map { String(cString: $0) } ?? ""
            }
            return (
                tags, bands, Int(GDALGetRasterXSize(dataset.handle)), Int(GDALGetRasterYSize(dataset.handle)), numbers
            )
        }
        (tags, bands, columns, rows, transform) = read
    }

    /// Writes the cells that a box touches, or all of them, with tags, units and no-data value, whole or not at all.
    ///
    /// Overviews take the nearest cell, so that the bands of one of their pixels belong to one place.
    /// - Throws: ``GeoFileError`` with code `badLayer` when the box lies outside the raster, or `writeFailed`.
    public func write(to target: String, box: BoundingBox?) throws(GeoFileError) {
        let window =
            box.map { box in
                let west = max(0, Int(((box.west - transform[0]) / transform[1]).rounded(.down)))
                let east = min(columns, Int(((box.east - transform[0]) / transform[1]).rounded(.up)))
                let north = max(0, Int(((box.north - transform[3]) / transform[5]).rounded(.down)))
                let south = min(rows, Int(((box.south - transform[3]) / transform[5]).rounded(.up)))
                return (west, north, east - west, south - north)
            } ?? (0, 0, columns, rows)
        guard window.2 > 0, window.3 > 0 else {
            throw GeoFileError(
                code: .badLayer, path: path, reason: "the raster does not reach what is exported", remedy: "Make one of this project")
        }
        let file = try AtomicFile(target)
        try file.write { temporary throws(GeoFileError) in
            try GDALSession.run(options: [(name: "GDAL_NUM_THREADS", value: "1")]) { messages throws(GeoFileError) in
                guard let source = GDALDataset(openingRaster: CoverageRasterWriter.gdalPath(path), drivers: ["GTiff"]) else {
                    throw file.failure(messages.lastWords)
                }
                let predictor = GDALGetRasterDataType(GDALGetRasterBand(source.handle, 1)) == GDT_Float32 ? "FLOATING_POINT" : "STANDARD"
                let words = GDALTextList(
                    ["-q", "-of", "COG", "-srcwin"] + [window.0, window.1, window.2, window.3].map(String.init)
                        + [
                            "COMPRESS=DEFLATE", "PREDICTOR=\(predictor)", "OVERVIEW_PREDICTOR=\(predictor)", "BLOCKSIZE=512",
                            "OVERVIEWS=IGNORE_EXISTING", "RESAMPLING=NEAREST", "BIGTIFF=IF_SAFER",
                        ].flatMap { ["-co", $0] })
                let options = GDALTranslateOptionsNew(words.pointer, nil)
                defer { GDALTranslateOptionsFree(options) }
                var isUsageWrong: Int32 = 0
                guard let made = GDALDataset(GDALTranslate(CoverageRasterWriter.gdalPath(temporary), source.handle, options, &isUsageWrong))
                else { throw file.failure(messages.lastWords) }
                made.close()
                if let failure = messages.failures.first { throw file.failure(failure) }
                guard let read = GDALDataset(openingRaster: CoverageRasterWriter.gdalPath(temporary), drivers: ["GTiff"]),
                    Int(GDALGetRasterXSize(read.handle)) == window.2, Int(GDALGetRasterYSize(read.handle)) == window.3
                else { throw file.failure(messages.lastWords) }
            }
        }
    }
}
