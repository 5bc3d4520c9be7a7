import CGDAL
import Foundation
import Geodesy
import Terrain
import Testing

@testable import GeoFiles

/// How several rasters make one grid.
@Suite struct TerrainOrderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ box: BoundingBox = TerrainReaderTests.box, budget: Int = TerrainReader.standardPostBudget) throws -> TerrainRead {
        try TerrainReader(postBudget: budget).read(scratch.folder, name: "terrain", box: box, surface: .dsm)
    }

    private func height(_ read: TerrainRead, _ longitude: Double, _ latitude: Double) throws -> Double {
        try #require(read.grid, "\(read.problems)").heightMeters(at: Coordinate(longitude: longitude, latitude: latitude))
    }

    private func putTile() throws { try FileManager.default.copyItem(atPath: RasterWorkshop.tile, toPath: scratch.path("N21E105.tif")) }

    @Test(arguments: ["EPSG:32648", "VN-2000"])
    func aTileOfOnesOwnDroppedBesideTheStandardOneWins(system: String) throws {
        try putTile()
        let before = try read()
        // The same ground, 100 m higher, in another system.
        try RasterWorkshop.translate(
            RasterWorkshop.tile, scratch.path("A-cut.tif"),
            ["-projwin", "105.35", "21.55", "105.45", "21.45", "-ot", "Float32", "-scale", "0", "1000", "100", "1100"])
        try RasterWorkshop.warp(
            scratch.path("A-cut.tif"), scratch.path("A-mine.tif"),
            ["-t_srs", system == "VN-2000" ? "EPSG:3405" : system, "-r", "bilinear", "-dstnodata", "-9999"])
        try FileManager.default.removeItem(atPath: scratch.path("A-cut.tif"))
        let after = try read()
        #expect(after.rasters.map(\.name) == ["terrain/N21E105.tif", "terrain/A-mine.tif"])
        #expect(after.rasters.map(\.use) == [.copied, .warped])
        #expect(after.overlaps == [RasterOverlap(upper: "terrain/A-mine.tif", lower: "terrain/N21E105.tif")])
        #expect(after.problems.isEmpty, "\(after.problems)")
        // Inside the own tile 100 m more, outside nothing changed.
        let inside = try height(after, 105.4, 21.5) - height(before, 105.4, 21.5)
        #expect(abs(inside - 100) < 25, "\(inside)")
        #expect(try height(after, 105.32, 21.58) == height(before, 105.32, 21.58))
        // The corners of a turned tile are void and hide nothing.
        let grid = try #require(after.grid)
        #expect(!grid.heightsMeters.contains { $0.isNaN })
    }

    @Test func neighbouringTilesShareTheirEdge() throws {
        try RasterWorkshop.hgt(scratch.path("N21E105.hgt")) { column, row in Int16(column + row) }
        try RasterWorkshop.hgt(scratch.path("N21E106.hgt")) { column, row in Int16(1200 + column + row) }
        let result = try read(BoundingBox(west: 105.9, south: 21.2, east: 106.1, north: 21.3))
        #expect(result.rasters.map(\.driver) == ["SRTMHGT", "SRTMHGT"])
        #expect(result.overlaps.isEmpty, "a shared edge is none")
        #expect(try #require(result.grid).heightsMeters.allSatisfy { !$0.isNaN })
        let seam = try height(result, 106, 21.25)
        #expect(abs(seam - 2100) < 1e-6)
        #expect(abs(try height(result, 106 + 0.5 / 1200, 21.25) - 2100.5) < 1e-6)
    }

    @Test func theFormatOfATileDoesNotMatter() throws {
        try putTile()
        let whole = BoundingBox(west: 105, south: 21, east: 106, north: 22)
        let tif = try read(whole).grid
        try RasterWorkshop.translate(RasterWorkshop.tile, scratch.path("N21E105.hgt"), ["-of", "SRTMHGT"])
        try FileManager.default.removeItem(atPath: scratch.path("N21E105.tif"))
        let hgt = try read(whole)
        #expect(hgt.rasters.map(\.driver) == ["SRTMHGT"])
        #expect(Self.same(hgt.grid, tif))
        try Self.run("gzip", [scratch.path("N21E105.hgt")])
        let packed = try read(whole)
        #expect(packed.rasters.map(\.name) == ["terrain/N21E105.hgt.gz"], "\(packed.problems)")
        #expect(Self.same(packed.grid, tif))
        try Self.run("gunzip", [scratch.path("N21E105.hgt.gz")])
        try Self.run("python3", ["-m", "zipfile", "-c", scratch.path("N21E105.hgt.zip"), scratch.path("N21E105.hgt")])
        try FileManager.default.removeItem(atPath: scratch.path("N21E105.hgt"))
        let zipped = try read(whole)
        #expect(zipped.rasters.map(\.name) == ["terrain/N21E105.hgt.zip/N21E105.hgt"], "\(zipped.problems)")
        #expect(Self.same(zipped.grid, tif))
    }

    static func same(_ a: TerrainGrid?, _ b: TerrainGrid?) -> Bool {
        guard let a, let b, a.boundingBox == b.boundingBox, a.columns == b.columns else { return false }
        return zip(a.heightsMeters, b.heightsMeters).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
    }

    static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    @Test func aVirtualRasterOverTwoTilesIsOneRaster() throws {
        let tiles = try Scratch()
        try RasterWorkshop.hgt(tiles.path("N21E105.hgt")) { _, _ in 10 }
        try RasterWorkshop.hgt(tiles.path("N22E106.hgt")) { _, _ in 20 }
        try RasterWorkshop.buildVRT([tiles.path("N21E105.hgt"), tiles.path("N22E106.hgt")], scratch.path("all.vrt"))
        let result = try read(BoundingBox(west: 105.5, south: 21.5, east: 106.5, north: 22.5))
        #expect(result.rasters.map(\.driver) == ["VRT"])
        #expect(try height(result, 105.7, 21.7) == 10)
        #expect(try height(result, 106.2, 22.2) == 20)
        #expect(try height(result, 106.2, 21.7).isNaN, "no tile stands there")
        let files = try TerrainReader.files(scratch.folder, name: "terrain").map(\.name)
        #expect(files == ["terrain/N21E105.hgt", "terrain/N22E106.hgt", "terrain/all.vrt"])
    }

    @Test func aVirtualRasterWithoutNoDataHasHolesAndNoSea() throws {
        let tiles = try Scratch()
        try RasterWorkshop.make(tiles.path("a.tif"))
        try RasterWorkshop.make(tiles.path("b.tif")) { $0.geoTransform = [105.021, 0.002, 0, 21.979, 0, -0.002] }
        try RasterWorkshop.buildVRT([tiles.path("a.tif"), tiles.path("b.tif")], scratch.path("all.vrt"))
        let result = try read(BoundingBox(west: 105, south: 21.95, east: 105.05, north: 22))
        #expect(abs(try height(result, 105.01, 21.99) - 155) < 1e-6)
        #expect(try height(result, 105.03, 21.99).isNaN)
        #expect(try !#require(result.grid).heightsMeters.contains(0))
    }

    @Test func aFinerRasterSetsTheStepAndPostsStayPosts() throws {
        try putTile()
        try RasterWorkshop.make(scratch.path("lidar.tif")) {
            ($0.columns, $0.rows) = (400, 400)
            $0.crs = "EPSG:32648"
            $0.geoTransform = [541_000, 10, 0, 2_379_000, 0, -10]
            $0.value = { _, _ in 777 }
        }
        let box = BoundingBox(west: 105.35, south: 21.45, east: 105.45, north: 21.55)
        let result = try read(box)
        let grid = try #require(result.grid)
        #expect(abs(1 / grid.stepLongitude - 1200 * 9) < 1e-6, "89 m over 10 m, less a quarter, is nine parts")
        #expect(result.rasters.map(\.use) == [.warped, .warped])
        #expect(try height(result, 105.415, 21.495) == 777)
        // A post of the tile keeps its height.
        let alone = try TerrainReader().read(RasterWorkshop.tile, name: "t", box: box, surface: .dsm)
        for step in 0..<20 {
            let longitude = 105.3600 + Double(step) / 1200
            #expect(try abs(height(result, longitude, 21.54) - height(alone, longitude, 21.54)) < 1e-3)
        }
    }

    @Test func tooManyPostsMakeTheGridCoarser() throws {
        try putTile()
        let result = try read(BoundingBox(west: 105, south: 21, east: 106, north: 22), budget: 100_000)
        let grid = try #require(result.grid)
        #expect(grid.columns * grid.rows <= 100_000 && grid.columns * grid.rows > 60_000)
        #expect(result.problems.map(\.kind) == [.coarsened])
        #expect(result.rasters.map(\.use) == [.warped])
        let mean = grid.heightsMeters.filter { !$0.isNaN }.reduce(0.0) { $0 + Double($1) } / Double(grid.heightsMeters.count)
        let fine = try #require(try read(BoundingBox(west: 105, south: 21, east: 106, north: 22)).grid)
        let fineMean = fine.heightsMeters.filter { !$0.isNaN }.reduce(0.0) { $0 + Double($1) } / Double(fine.heightsMeters.count)
        #expect(abs(mean - fineMean) < 2, "\(mean) for \(fineMean)")
    }

    @Test func voidsOfALaterRasterEraseNothing() throws {
        try RasterWorkshop.make(scratch.path("a.tif"))
        try RasterWorkshop.make(scratch.path("b.tif")) {
            $0.noData = -9999
            $0.value = { column, _ in column < 5 ? -9999 : 500 }
        }
        let result = try read(BoundingBox(west: 105, south: 21.98, east: 105.02, north: 22))
        #expect(result.rasters.map(\.voidCells) == [0, 55])
        #expect(abs(try height(result, 105.004, 22) - 102) < 1e-6)
        #expect(abs(try height(result, 105.014, 22) - 500) < 1e-6)
        #expect(result.rasters.map(\.gridShare) == [1, 66.0 / 121])
    }

    @Test func theSameWhateverTheThreadsAndStrips() throws {
        try RasterWorkshop.translate(RasterWorkshop.tile, scratch.path("cut.tif"), ["-projwin", "105.3", "21.6", "105.5", "21.4"])
        try RasterWorkshop.warp(
            scratch.path("cut.tif"), scratch.path("own.tif"), ["-t_srs", "EPSG:3405", "-tr", "40", "40", "-r", "cubic"])
        let first = try read().grid
        for threads in ["2", "ALL_CPUS"] {
            CPLSetConfigOption("GDAL_NUM_THREADS", threads)
            defer { CPLSetConfigOption("GDAL_NUM_THREADS", nil) }
            #expect(Self.same(try read().grid, first))
        }
        #expect(try #require(first).heightsMeters.count { !$0.isNaN } > 50_000)
    }

    @Test func foldersBelowAreSearchedAndOtherFilesPassedOver() throws {
        try FileManager.default.createDirectory(atPath: scratch.path("srtm/1"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: scratch.path(".hidden"), withIntermediateDirectories: true)
        try RasterWorkshop.make(scratch.path("srtm/1/a.tif"))
        _ = try scratch.file(".hidden/b.tif", "no raster")
        _ = try scratch.file("README.txt", "tiles")
        _ = try scratch.file("srtm/a.tif.aux.xml", "<x/>")
        let result = try read(BoundingBox(west: 105, south: 21.98, east: 105.02, north: 22))
        #expect(result.rasters.map(\.name) == ["terrain/srtm/1/a.tif"])
        #expect(result.problems.isEmpty)
    }
}
