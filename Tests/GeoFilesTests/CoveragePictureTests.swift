import CGDAL
import Foundation
import Testing

@testable import GeoFiles

@Suite struct CoveragePictureTests {
    /// A raster of 4 × 4 cells of 0.01° whose rows, from the north, hold one level each.
    private func raster(_ levels: [Float], band: String = "rsrp_dbm", in scratch: Scratch) throws -> String {
        let path = scratch.path("levels.tif")
        let writer = try CoverageRasterWriter(
            path, frame: CoverageRasterFrame(west: 105, north: 22, stepLongitude: 0.01, stepLatitude: 0.01, columns: 4, rows: 4),
            bands: [CoverageRasterBand(name: band, unit: "dBm", tags: [:])], values: .float32, noData: -9999,
            tags: ["phusong_layer": "viettel"])
        try writer.write(levels.flatMap { [Float](repeating: $0, count: 4) }, band: 1, columns: 0..<4, rows: 0..<4)
        try writer.finish()
        return path
    }

    /// Colours of a column of the picture, from the north: `#rrggbb`, or nil where it is clear.
    private func colors(_ png: Data) throws -> [String?] {
        try GDALSession.run { _ in
            let file = try #require(GDALMemoryFile([UInt8](png), ending: "png"))
            let dataset = try #require(GDALDataset(openingRaster: file.path, drivers: ["PNG"]))
            let band = GDALGetRasterBand(dataset.handle, 1)
            let table = GDALGetRasterColorTable(band)
            let rows = Int(GDALGetRasterYSize(dataset.handle))
            return (0..<rows).map { row in
                var number: UInt8 = 0
                _ = GDALRasterIO(band, GF_Read, 1, Int32(row), 1, 1, &number, 1, 1, GDT_Byte, 0, 0)
                var entry = GDALColorEntry()
                _ = GDALGetColorEntryAsRGB(table, Int32(number), &entry)
                return entry.c4 == 0 ? nil : String(format: "#%02x%02x%02x", Int(entry.c1), Int(entry.c2), Int(entry.c3))
            }
        }
    }

    @Test func levelsBecomeShades() throws {
        let scratch = try Scratch()
        let picture = try CoveragePicture(try raster([-80, -100, -120, .nan], in: scratch))
        let seen = try colors(picture.png)
        #expect(seen.first == CoveragePicture.shades[4].color)
        #expect(seen.contains(CoveragePicture.shades[2].color))
        #expect(seen.contains(CoveragePicture.shades[0].color))
        #expect(seen.last == .some(nil))
        #expect(picture.tags["phusong_layer"] == "viettel")
        // Edges of the outer cells on the sphere of web maps: within a tenth of a cell where the picture begins, a cell where it ends.
        let metersPerDegree = 6_378_137 * Double.pi / 180
        func northing(_ latitude: Double) -> Double { 6_378_137 * log(tan((45 + latitude / 2) * .pi / 180)) }
        #expect(abs(picture.westMeters - 104.995 * metersPerDegree) < 110)
        #expect(abs(picture.eastMeters - 105.035 * metersPerDegree) < 1_113)
        #expect(abs(picture.northMeters - northing(22.005)) < 110)
        #expect(abs(picture.southMeters - northing(21.965)) < 1_200)
    }

    @Test func equalRastersGiveEqualPictures() throws {
        let scratch = try Scratch()
        let path = try raster([-80, -90, -100, -110], in: scratch)
        #expect(try CoveragePicture(path) == CoveragePicture(path))
    }

    @Test func anotherRasterIsRefused() throws {
        let scratch = try Scratch()
        let heights = try raster([1, 2, 3, 4], band: "height", in: scratch)
        #expect(throws: GeoFileError.self) { try CoveragePicture(heights) }
        let text = try scratch.file("text.tif", "no raster")
        #expect(try #require(throws: GeoFileError.self) { try CoveragePicture(text) }.code == .corrupt)
        #expect(try #require(throws: GeoFileError.self) { try CoveragePicture(scratch.path("none.tif")) }.code == .missing)
    }
}
