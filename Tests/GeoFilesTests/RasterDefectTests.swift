import CGDAL
import Foundation
import Geodesy
import Terrain
import Testing

@testable import GeoFiles

/// Rasters with a defect: told by name, never a crash, never sea level; a good neighbour is used.
@Suite struct RasterDefectTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static let box = BoundingBox(west: 105, south: 21.98, east: 105.02, north: 22)

    private func read(box: BoundingBox = box) throws -> TerrainRead {
        try TerrainReader().read(scratch.folder, name: "terrain", box: box, surface: .dsm)
    }

    private func height(_ read: TerrainRead, column: Int, row: Int) throws -> Double {
        let place = Coordinate(longitude: 105 + Double(column) / 500, latitude: 22 - Double(row) / 500)
        return try #require(read.grid, "\(read.problems)").heightMeters(at: place)
    }

    enum Defect: String, CaseIterable {
        case textNamedTif, zeroByte, truncated, header, corruptStrip, emptyArchive, brokenArchive, noCRS, noPlace, degreesAsMetres, picture
        case complexNumbers, remoteVRT, vrtWithoutItsSource, localSystem
    }

    private func make(_ defect: Defect) throws -> RasterProblem.Kind {
        let path = scratch.path("bad.tif")
        switch defect {
        case .textNamedTif:
            _ = try scratch.file("bad.tif", "this is no raster\n")
            return .unreadable
        case .zeroByte:
            _ = try scratch.file("bad.tif", "")
            return .unreadable
        case .truncated:
            try RasterWorkshop.translate(RasterWorkshop.tile, scratch.path("whole.tif"), ["-co", "TILED=NO"])
            let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("whole.tif")))
            try FileManager.default.removeItem(atPath: scratch.path("whole.tif"))
            _ = try scratch.file("bad.tif", bytes.prefix(20_000))
            return .unreadable
        case .header:
            _ = try scratch.file("bad.tif", Data(contentsOf: URL(fileURLWithPath: RasterWorkshop.tile)).prefix(6))
            return .unreadable
        case .corruptStrip:
            try RasterWorkshop.make(path) { $0.creation = ["COMPRESS=DEFLATE"] }
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let start = try #require(bytes.firstRange(of: [0x78, 0x9C]) ?? bytes.firstRange(of: [0x78, 0x5E]))
            for index in start.lowerBound + 2..<start.lowerBound + 20 { bytes[index] = 0xFF }
            _ = try scratch.file("bad.tif", bytes)
            return .unreadable
        case .emptyArchive:
            _ = try scratch.file("bad.zip", "")
            return .unreadable
        case .brokenArchive:
            _ = try scratch.file("bad.hgt.gz", "not packed at all")
            return .unreadable
        case .noCRS:
            try RasterWorkshop.make(path) { $0.crs = nil }
            return .notPlaced
        case .localSystem:
            try RasterWorkshop.make(path) { $0.crs = "LOCAL_CS[\"site grid\",UNIT[\"metre\",1]]" }
            return .notPlaced
        case .noPlace:
            try RasterWorkshop.make(path) { $0.geoTransform = nil }
            return .notPlaced
        case .degreesAsMetres:
            try RasterWorkshop.make(path) { $0.geoTransform = [541_000, 10, 0, 2_379_000, 0, -10] }
            return .notPlaced
        case .picture:
            try RasterWorkshop.make(path) {
                ($0.bands, $0.type, $0.creation) = (3, GDT_Byte, ["PHOTOMETRIC=RGB"])
            }
            return .notHeights
        case .complexNumbers:
            try RasterWorkshop.make(path) { $0.type = GDT_CFloat32 }
            return .notHeights
        case .remoteVRT:
            _ = try scratch.file(
                "bad.vrt",
                """
                <VRTDataset rasterXSize="1" rasterYSize="1"><SRS>EPSG:4326</SRS><GeoTransform>105,1,0,22,0,-1</GeoTransform>
                <VRTRasterBand dataType="Int16" band="1"><SimpleSource><SourceFilename>/vsicurl/http://127.0.0.1:9/a.tif</SourceFilename>
                <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>
                """)
            return .unreadable
        case .vrtWithoutItsSource:
            try RasterWorkshop.make(path)
            try RasterWorkshop.buildVRT([path], scratch.path("bad.vrt"))
            try FileManager.default.removeItem(atPath: path)
            return .unreadable
        }
    }

    @Test(arguments: Defect.allCases)
    func isToldAndTheGoodOneIsUsed(defect: Defect) throws {
        let kind = try make(defect)
        let alone = try read(box: BoundingBox(west: 105, south: 21, east: 106, north: 22))
        #expect(alone.grid == nil)
        #expect(alone.problems.map(\.kind) == [kind], "\(alone.problems)")
        try RasterWorkshop.make(scratch.path("good.tif"))
        let result = try read()
        #expect(result.problems.filter { $0.file != "terrain/good.tif" }.map(\.kind) == [kind])
        let problem = try #require(result.problems.first)
        #expect(problem.file.hasPrefix("terrain/bad.") && problem.isError && !problem.detail.isEmpty)
        #expect(!problem.detail.contains(scratch.folder), "\(problem.detail)")
        #expect(abs(try height(result, column: 3, row: 4) - 143) < 1e-6)
    }

    /// What odd but usable rasters give at column 3, row 4 (sound: 143) and what is told.
    @Test func oddRastersAreReadByWhatTheySay() throws {
        func expect(
            _ expected: Double, _ kinds: [RasterProblem.Kind], voids: Int = 0, _ edit: (inout RasterWorkshop.Recipe) -> Void,
            line: SourceLocation = #_sourceLocation
        ) throws {
            try RasterWorkshop.make(scratch.path("odd.tif"), edit)
            defer { try? FileManager.default.removeItem(atPath: scratch.path("odd.tif")) }
            let result = try read()
            let found = try height(result, column: 3, row: 4)
            #expect(found == expected || (found.isNaN && expected.isNaN) || abs(found - expected) < 1e-3, "\(found)", sourceLocation: line)
            #expect(result.problems.map(\.kind) == kinds, "\(result.problems)", sourceLocation: line)
            #expect(result.rasters.first?.voidCells == voids, sourceLocation: line)
        }
        func hole(_ value: Double) -> (Int, Int) -> Double {
            { column, row in column == 3 && row == 4 ? value : Double(100 + column + 10 * row) }
        }
        try expect(143, []) { _ in }
        try expect(.nan, [], voids: 1) { ($0.noData, $0.value) = (-1, hole(-1)) }
        try expect(.nan, [], voids: 1) { $0.value = hole(.nan) }
        try expect(.nan, [], voids: 1) { $0.value = hole(.infinity) }
        try expect(.nan, [], voids: 1) { ($0.type, $0.value) = (GDT_Int16, hole(-32_768)) }
        try expect(.nan, [], voids: 1) { ($0.type, $0.value) = (GDT_UInt16, hole(65_535)) }
        try expect(143, []) { $0.type = GDT_UInt16 }
        try expect(.nan, [], voids: 1) {
            ($0.type, $0.noData, $0.value) = (GDT_Float64, -1.7976931348623157e308, hole(-1.7976931348623157e308))
        }
        try expect(.nan, [.absurdHeights], voids: 1) { $0.value = hole(-9999) }
        try expect(.nan, [.absurdHeights], voids: 1) { $0.value = hole(9001) }
        try expect(-499, []) { $0.value = hole(-499) }
        try expect(143 * 0.3048, []) { $0.unit = "ft" }
        try expect(143 * 1200 / 3937, []) { $0.unit = "US survey foot" }
        try expect(143, [.unknownUnit]) { $0.unit = "fathom" }
        try expect(143 * 0.1 + 50, []) { ($0.scale, $0.offset) = (0.1, 50) }
        try expect(143, [.severalBands]) { $0.bands = 2 }
        try expect(143, []) {
            $0.geoTransform = [104.999, 0.002, 0, 21.979, 0, 0.002]
            $0.value = { column, row in Double(100 + column + 10 * (10 - row)) }
        }
        try expect(.nan, [], voids: 77) { ($0.creation, $0.writtenRows) = (["SPARSE_OK=TRUE", "BLOCKYSIZE=1"], 7..<11) }
        // Never written, no-data not declared: not sea level.
        try RasterWorkshop.make(scratch.path("sparse.tif")) { ($0.value, $0.creation) = (nil, ["SPARSE_OK=TRUE"]) }
        let sparse = try read()
        #expect(sparse.grid == nil)
        #expect(sparse.problems.map(\.kind) == [.withoutData])
    }

    @Test func aTurnedRasterIsWarped() throws {
        // 45° counter-clockwise about a place to the west; heights rise eastwards.
        let step = 0.002 / 2.0.squareRoot()
        try RasterWorkshop.make(scratch.path("turned.tif")) {
            ($0.columns, $0.rows) = (30, 30)
            $0.geoTransform = [104.99, step, step, 21.99, step, -step]
            $0.value = { column, row in 1000 * (104.99 + (Double(column) + 0.5 + Double(row) + 0.5) * step - 104) }
        }
        let result = try read()
        #expect(result.rasters.map(\.use) == [.warped])
        #expect(abs(try height(result, column: 5, row: 5) - 1010) < 0.05)
    }

    @Test func aRasterOfAnotherCountryIsLeftOut() throws {
        try RasterWorkshop.make(scratch.path("laos.tif")) { $0.geoTransform = [101.999, 0.002, 0, 19.001, 0, -0.002] }
        let result = try read()
        #expect(result.grid == nil)
        #expect(result.problems.map(\.kind) == [.elsewhere])
        #expect(result.rasters.map(\.use) == [.unused])
    }

    @Test func hugeCellsAreTold() throws {
        try RasterWorkshop.make(scratch.path("gebco.tif")) {
            $0.geoTransform = [104, 0.2, 0, 23, 0, -0.2]
        }
        let result = try read()
        #expect(result.problems.map(\.kind) == [.coarse])
        #expect(result.grid != nil)
    }

    @Test func aMissingSourceIsAnError() throws {
        let error = try #require(throws: GeoFileError.self) {
            try TerrainReader().read(scratch.path("nowhere"), name: "nowhere", box: Self.box, surface: .dsm)
        }
        #expect(error.code == .missing)
        #expect(try read().problems.isEmpty, "an empty folder has no defect of its own")
        #expect(try read().grid == nil)
    }
}
