import CGDAL
import Foundation

/// The levels of a coverage raster as a picture that lies over a web map: classes of 10 dB in shades of blue, on a clear ground.
public struct CoveragePicture: Hashable, Sendable {
    /// One shade.
    public struct Shade: Hashable, Sendable {
        /// From here on, dBm; up to the next shade.
        public let fromDBm: Double
        /// `#rrggbb`.
        public let color: String
    }

    /// The shades, from the weakest. Below the first nothing is drawn. Source: the ramp Blues of ColorBrewer, its darker part left to marks.
    public static let shades = [
        Shade(fromDBm: -125, color: "#deebf7"), Shade(fromDBm: -115, color: "#c6dbef"), Shade(fromDBm: -105, color: "#9ecae1"),
        Shade(fromDBm: -95, color: "#6baed6"), Shade(fromDBm: -85, color: "#4292c6"),
    ]

    /// Width or height of the picture at most, pixels.
    public static let greatestSide = 1_600

    /// The band that holds levels, as `phusong raster` names it.
    static let levelBand = "rsrp_dbm"

    /// The bytes of a PNG file.
    public let png: Data
    /// Edges in metres of the spherical Mercator projection of web maps (EPSG:3857).
    public let westMeters, southMeters, eastMeters, northMeters: Double
    /// What the raster says of itself, by name.
    public let tags: [String: String]

    /// Reads a raster and draws it. Time and memory grow with the picture, not with the raster, where the raster has overviews.
    ///
    /// - Throws: `GeoFileError` when the file cannot be read, has no place on the Earth, or is no raster of levels.
    public init(_ path: String) throws(GeoFileError) {
        let file = try SourceFile(path)
        self = try GDALSession.run { messages throws(GeoFileError) in
            let remedy = "Give the GeoTIFF that `phusong raster` writes"
            guard let source = GDALDataset(openingRaster: CoverageRasterWriter.gdalPath(file.path), drivers: ["GTiff"]) else {
                throw GeoFileError(code: .corrupt, path: path, reason: "not a GeoTIFF (\(messages.lastWords))", remedy: remedy)
            }
            guard let band = GDALGetRasterBand(source.handle, 1), let name = GDALGetDescription(band),
                String(cString: name) == Self.levelBand
            else {
                throw GeoFileError(
                    code: .badLayer, path: path, reason: "its first band is not `\(Self.levelBand)`: no raster of levels", remedy: remedy)
            }
            func failure(_ deed: String) -> GeoFileError {
                GeoFileError(code: .corrupt, path: path, reason: "it cannot be \(deed) (\(messages.lastWords))", remedy: remedy)
            }
            guard let warped = Self.onWebMap(source) else { throw failure("laid over a web map") }
            guard let classes = Self.classes(warped) else { throw failure("read") }
            guard let png = Self.png(classes) else { throw failure("drawn as a PNG") }
            var numbers = [Double](repeating: 0, count: 6)
            guard GDALGetGeoTransform(warped.handle, &numbers) == CE_None else { throw failure("placed") }
            return Self(
                png: png, westMeters: numbers[0], southMeters: numbers[3] + Double(classes.rows) * numbers[5],
                eastMeters: numbers[0] + Double(classes.columns) * numbers[1], northMeters: numbers[3], tags: Self.tags(source))
        }
    }

    private init(
        png: Data, westMeters: Double, southMeters: Double, eastMeters: Double, northMeters: Double, tags: [String: String]
    ) {
        (self.png, self.tags) = (png, tags)
        (self.westMeters, self.southMeters, self.eastMeters, self.northMeters) = (westMeters, southMeters, eastMeters, northMeters)
    }

    /// Numbers of shades, row by row from the north: 0 where nothing is drawn.
    private struct Classes {
        var columns: Int
        var rows: Int
        var numbers: [UInt8]
    }

    /// The raster in the projection of web maps, no larger than needed. The nearest cell counts, so that no level is made up.
    private static func onWebMap(_ source: GDALDataset) -> GDALDataset? {
        var arguments = ["-of", "MEM", "-t_srs", "EPSG:3857", "-r", "near", "-dstnodata", "-9999"]
        let (columns, rows) = (Int(GDALGetRasterXSize(source.handle)), Int(GDALGetRasterYSize(source.handle)))
        if max(columns, rows) > greatestSide {
            arguments += columns >= rows ? ["-ts", "\(greatestSide)", "0"] : ["-ts", "0", "\(greatestSide)"]
        }
        let list = GDALTextList(arguments)
        defer { withExtendedLifetime(list) {} }
        guard let options = GDALWarpAppOptionsNew(list.pointer, nil) else { return nil }
        defer { GDALWarpAppOptionsFree(options) }
        var sources: [GDALDatasetH?] = [source.handle]
        return GDALDataset(GDALWarp("", nil, 1, &sources, options, nil))
    }

    private static func classes(_ dataset: GDALDataset) -> Classes? {
        let (columns, rows) = (Int(GDALGetRasterXSize(dataset.handle)), Int(GDALGetRasterYSize(dataset.handle)))
        var levels = [Float](repeating: 0, count: columns * rows)
        let outcome = levels.withUnsafeMutableBytes {
            GDALRasterIO(
                GDALGetRasterBand(dataset.handle, 1), GF_Read, 0, 0, Int32(columns), Int32(rows), $0.baseAddress, Int32(columns),
                Int32(rows), GDT_Float32, 0, 0)
        }
        guard outcome == CE_None else { return nil }
        return Classes(
            columns: columns, rows: rows,
            numbers: levels.map { level in
                // No data is −9999, below every shade.
                UInt8(shades.lastIndex { Double(level) >= $0.fromDBm }.map { $0 + 1 } ?? 0)
            })
    }

    private static func png(_ classes: Classes) -> Data? {
        var numbers = classes.numbers
        guard
            let made = GDALDataset(
                GDALCreate(GDALGetDriverByName("MEM"), "", Int32(classes.columns), Int32(classes.rows), 1, GDT_Byte, nil))
        else { return nil }
        let band = GDALGetRasterBand(made.handle, 1)
        let table = GDALCreateColorTable(GPI_RGB)
        defer { GDALDestroyColorTable(table) }
        var clear = GDALColorEntry(c1: 255, c2: 255, c3: 255, c4: 0)
        GDALSetColorEntry(table, 0, &clear)
        for (number, shade) in shades.enumerated() {
            let rgb = Int(shade.color.dropFirst(), radix: 16) ?? 0
            var entry = GDALColorEntry(c1: Int16(rgb >> 16), c2: Int16(rgb >> 8 & 255), c3: Int16(rgb & 255), c4: 255)
            GDALSetColorEntry(table, Int32(number + 1), &entry)
        }
        GDALSetRasterColorTable(band, table)
        let outcome = numbers.withUnsafeMutableBytes {
            GDALRasterIO(
                band, GF_Write, 0, 0, Int32(classes.columns), Int32(classes.rows), $0.baseAddress, Int32(classes.columns),
                Int32(classes.rows), GDT_Byte, 0, 0)
        }
        guard outcome == CE_None else { return nil }
        let path = "/vsimem/phusong-\(UUID().uuidString).png"
        let options = GDALTextList(["ZLEVEL=9"])
        defer {
            withExtendedLifetime(options) {}
            VSIUnlink(path)
            VSIUnlink(path + ".aux.xml")
        }
        guard let file = GDALDataset(GDALCreateCopy(GDALGetDriverByName("PNG"), path, made.handle, 0, options.pointer, nil, nil)) else {
            return nil
        }
        file.close()
        var count: UInt64 = 0
        guard let bytes = VSIGetMemFileBuffer(path, &count, 0) else { return nil }
        return Data(bytes: bytes, count: Int(count))
    }

    private static func tags(_ dataset: GDALDataset) -> [String: String] {
        guard let list = GDALGetMetadata(dataset.handle, nil) else { return [:] }
        var tags: [String: String] = [:]
        for number in 0..<Int(CSLCount(list)) {
            guard let line = list[number].map({ String(cString: $0) }), let equals = line.firstIndex(of: "=") else { continue }
            tags[String(line[..<equals])] = String(line[line.index(after: equals)...])
        }
        return tags
    }
}
