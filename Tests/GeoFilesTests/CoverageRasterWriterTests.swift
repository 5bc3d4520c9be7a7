import CGDAL
import Foundation
import Testing

@testable import GeoFiles

@Suite struct CoverageRasterWriterTests {
    static let frame = CoverageRasterFrame(
        west: 105, north: 22, stepLongitude: 1.0 / 1200, stepLatitude: 1.0 / 1200, columns: 1_100, rows: 700)
    static let bands = [
        CoverageRasterBand(name: "rsrp_dbm", unit: "dBm", tags: ["meaning": "level"]), CoverageRasterBand(name: "probability", unit: "1"),
    ]

    static func value(_ column: Int, _ row: Int) -> Float { (column + row) % 5 == 0 ? .nan : Float(-60 - (column * 3 + row * 7) % 60) }

    /// Writes the frame in tiles of a size.
    static func write(_ path: String, tile: Int) throws {
        let writer = try CoverageRasterWriter(path, frame: frame, bands: bands, values: .float32, noData: -9999, tags: ["layer": "all"])
        for band in 1...2 {
            for row in stride(from: 0, to: frame.rows, by: tile) {
                for column in stride(from: 0, to: frame.columns, by: tile) {
                    let columns = column..<min(frame.columns, column + tile)
                    let rows = row..<min(frame.rows, row + tile)
                    let values = rows.flatMap { row in columns.map { value($0, row) / Float(band) } }
                    try writer.write(values, band: band, columns: columns, rows: rows)
                }
            }
        }
        try writer.finish()
    }

    /// Cells of a band, and what it says.
    static func read(_ path: String, band: Int = 1, _ look: (GDALRasterBandH, GDALDatasetH) -> Void = { _, _ in }) throws -> [Float] {
        try GDALSession.run { messages in
            let dataset = try #require(GDALDataset(openingRaster: path, drivers: ["GTiff"]), "\(messages.lastWords)")
            let handle = try #require(dataset.handle)
            let raster = try #require(GDALGetRasterBand(handle, Int32(band)))
            let (columns, rows) = (GDALGetRasterXSize(handle), GDALGetRasterYSize(handle))
            var values = [Float](repeating: 0, count: Int(columns * rows))
            #expect(GDALRasterIO(raster, GF_Read, 0, 0, columns, rows, &values, columns, rows, GDT_Float32, 0, 0) == CE_None)
            look(raster, handle)
            return values
        }
    }

    @Test func valuesPlaceAndWordsReadBack() throws {
        let scratch = try Scratch()
        let path = scratch.path("a.tif")
        try Self.write(path, tile: 512)
        #expect(scratch.names == ["a.tif"])
        var facts: [String] = []
        var numbers = [Double](repeating: 0, count: 6)
        let levels = try Self.read(path) { band, dataset in
            func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
            facts = [
                text(GDALGetDescription(band)), text(GDALGetRasterUnitType(band)), text(GDALGetMetadataItem(band, "meaning", nil)),
                text(GDALGetMetadataItem(dataset, "layer", nil)), text(GDALGetMetadataItem(dataset, "LAYOUT", "IMAGE_STRUCTURE")),
                text(GDALGetMetadataItem(dataset, "COMPRESSION", "IMAGE_STRUCTURE")), "\(GDALGetRasterNoDataValue(band, nil))",
                "\(GDALGetOverviewCount(band))", text(OSRGetAuthorityCode(GDALGetSpatialRef(dataset), nil)),
            ]
            GDALGetGeoTransform(dataset, &numbers)
        }
        #expect(facts == ["rsrp_dbm", "dBm", "level", "all", "COG", "DEFLATE", "-9999.0", "2", "4326"])
        #expect(abs(numbers[0] - (105 - 0.5 / 1200)) < 1e-12 && abs(numbers[3] - (22 + 0.5 / 1200)) < 1e-12 && numbers[5] == -numbers[1])
        for row in 0..<Self.frame.rows {
            for column in 0..<Self.frame.columns {
                let expected = Self.value(column, row)
                let found = levels[row * Self.frame.columns + column]
                if found != (expected.isNaN ? -9999 : expected) { Issue.record("\(column), \(row): \(found)") }
            }
        }
        let halves = try Self.read(path, band: 2)
        #expect(halves[1] == Self.value(1, 0) / 2)
    }

    @Test func sameValuesGiveTheSameBytesWhateverTheTiles() throws {
        let scratch = try Scratch()
        for tile in [512, 1_100, 333] { try Self.write(scratch.path("\(tile).tif"), tile: tile) }
        let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path("512.tif")))
        #expect(first.count > 10_000)
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("1100.tif"))) == first)
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("333.tif"))) == first)
    }

    @Test func wholeNumbersKeepAllDigits() throws {
        let scratch = try Scratch()
        let frame = CoverageRasterFrame(west: 105, north: 22, stepLongitude: 0.01, stepLatitude: 0.01, columns: 3, rows: 2)
        let writer = try CoverageRasterWriter(
            scratch.path("n.tif"), frame: frame, bands: [CoverageRasterBand(name: "site_number", unit: "1")], values: .int32, noData: 0)
        try writer.write([0, 1, 16_777_217, 2, 3, 70_000] as [Int32], band: 1, columns: 0..<3, rows: 0..<2)
        try writer.finish()
        var numbers = [Int32](repeating: 0, count: 6)
        _ = try Self.read(scratch.path("n.tif")) { band, _ in
            #expect(GDALGetRasterDataType(band) == GDT_Int32)
            #expect(GDALRasterIO(band, GF_Read, 0, 0, 3, 2, &numbers, 3, 2, GDT_Int32, 0, 0) == CE_None)
        }
        #expect(numbers == [0, 1, 16_777_217, 2, 3, 70_000])
    }

    @Test func whatIsNotFinishedLeavesNothing() throws {
        let scratch = try Scratch()
        do {
            let writer = try CoverageRasterWriter(
                scratch.path("a.tif"), frame: Self.frame, bands: Self.bands, values: .float32, noData: -9999)
            try writer.write([Float(1)], band: 1, columns: 0..<1, rows: 0..<1)
            #expect(scratch.names.count == 1)
        }
        #expect(scratch.names == [])
    }

    @Test func aTileThatDoesNotFitIsRefused() throws {
        let scratch = try Scratch()
        let writer = try CoverageRasterWriter(scratch.path("a.tif"), frame: Self.frame, bands: Self.bands, values: .float32, noData: -9999)
        #expect(throws: GeoFileError.self) { try writer.write([Float(1), 2], band: 1, columns: 0..<1, rows: 0..<1) }
        #expect(throws: GeoFileError.self) {
            try writer.write([Float](repeating: 0, count: 2), band: 1, columns: 1_099..<1_101, rows: 0..<1)
        }
        #expect(throws: GeoFileError.self) { try writer.write([Float(1)], band: 3, columns: 0..<1, rows: 0..<1) }
    }

    @Test func aFolderThatIsNotThereIsAnError() throws {
        let scratch = try Scratch()
        #expect {
            _ = try CoverageRasterWriter(
                scratch.path("none/a.tif"), frame: Self.frame, bands: Self.bands, values: .float32, noData: -9999)
        } throws: {
            ($0 as? GeoFileError)?.code == .cannotCreate
        }
    }
}
