import CGDAL
import Foundation
import Geodesy
import Terrain
import Testing

@testable import GeoFiles

@Suite struct TerrainReaderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A valley in the middle of the real tile.
    static let box = BoundingBox(west: 105.3, south: 21.4, east: 105.5, north: 21.6)

    private func read(
        _ path: String? = nil, box: BoundingBox = box, surface: TerrainSurface = .dsm, budget: Int = TerrainReader.standardPostBudget
    ) throws -> TerrainRead {
        try TerrainReader(postBudget: budget).read(path ?? scratch.folder, name: "terrain", box: box, surface: surface)
    }

    private func grid(_ read: TerrainRead) throws -> TerrainGrid { try #require(read.grid, "\(read.problems)") }

    private func place(_ longitude: Double, _ latitude: Double) -> Coordinate { Coordinate(longitude: longitude, latitude: latitude) }

    /// The sample's tile as it stands in the file, through GDAL's plain API.
    private static func tileHeights() throws -> [Int16] {
        try GDALSession.run { _ in
            let dataset = try #require(GDALOpen(RasterWorkshop.tile, GA_ReadOnly))
            defer { GDALClose(dataset) }
            var values = [Int16](repeating: 0, count: 1201 * 1201)
            let result = values.withUnsafeMutableBytes {
                GDALRasterIO(GDALGetRasterBand(dataset, 1), GF_Read, 0, 0, 1201, 1201, $0.baseAddress, 1201, 1201, GDT_Int16, 0, 0)
            }
            try #require(result == CE_None)
            return values
        }
    }

    @Test func theRealTileIsCopiedPostByPost() throws {
        let result = try read(RasterWorkshop.tile, box: BoundingBox(west: 104, south: 20, east: 107, north: 23))
        let grid = try grid(result)
        #expect((grid.columns, grid.rows) == (1201, 1201))
        #expect((grid.west, grid.north) == (105, 22))
        #expect(grid.stepLongitude == 1.0 / 1200)
        let raw = try Self.tileHeights()
        let differences = zip(grid.heightsMeters, raw).count { $1 == -32_768 ? !$0.isNaN : $0 != Float($1) }
        #expect(differences == 0)
        #expect(raw.contains { $0 > 500 })
        // Places exactly on the tile's edges are known.
        for corner in [place(105, 22), place(106, 22), place(105, 21), place(106, 21)] {
            #expect(!grid.heightMeters(at: corner).isNaN)
        }
        let raster = try #require(result.rasters.first)
        #expect(raster.use == .copied && raster.driver == "GTiff" && raster.crs == "EPSG:4326")
        #expect(abs(raster.resolutionMeters - 89) < 1)
        #expect(raster.gridShare > 0.99)
        #expect(result.problems.isEmpty && result.overlaps.isEmpty)
    }

    @Test func aBoxGetsItsPostsAndOneMoreAround() throws {
        let grid = try grid(try read(RasterWorkshop.tile))
        #expect(abs(grid.west - (105.3 - 1.0 / 1200)) < 1e-9)
        #expect(abs(grid.boundingBox.north - (21.6 + 1.0 / 1200)) < 1e-9)
        #expect((grid.columns, grid.rows) == (243, 243))
        let raw = try Self.tileHeights()
        // 105.4, 21.5 is post (480, 600) of the tile.
        #expect(abs(grid.heightMeters(at: place(105.4, 21.5)) - Double(raw[600 * 1201 + 480])) < 1e-6)
    }

    @Test(arguments: [
        ["-t_srs", "EPSG:32648"], ["-t_srs", "EPSG:3405"], ["-t_srs", "EPSG:9216"], ["-t_srs", "EPSG:3857"],
        ["-t_srs", "EPSG:4756", "-tr", "0.00083", "0.00083"],
    ])
    func aTileCutAndReprojectedIsUsedAlone(system: [String]) throws {
        try RasterWorkshop.translate(RasterWorkshop.tile, scratch.path("cut.vrt"), ["-projwin", "105.2", "21.7", "105.6", "21.3"])
        let arguments = system + ["-r", "cubic", "-ot", "Float32"]
        try FileManager.default.createDirectory(atPath: scratch.path("own"), withIntermediateDirectories: true)
        try RasterWorkshop.warp(scratch.path("cut.vrt"), scratch.path("own/o-cua-toi.tif"), arguments)
        let result = try read(scratch.path("own"))
        let own = try grid(result)
        #expect(result.rasters.map(\.use) == [.warped])
        #expect(result.problems.isEmpty)
        let original = try grid(try read(RasterWorkshop.tile))
        // Resampled twice: equal to the original within what a slope of a tenth of a cell makes.
        var worst = 0.0
        var sum = 0.0
        for step in 0..<400 {
            let at = place(105.31 + Double(step % 20) * 0.009, 21.41 + Double(step / 20) * 0.009)
            let difference = abs(own.heightMeters(at: at) - original.heightMeters(at: at))
            #expect(!difference.isNaN)
            worst = max(worst, difference)
            sum += difference
        }
        #expect(sum / 400 < 3, "mean \(sum / 400) m")
        #expect(worst < 40, "worst \(worst) m")
    }

    @Test func aFolderThatIsALinkIsFollowed() throws {
        let tiles = (RasterWorkshop.tile as NSString).deletingLastPathComponent
        let link = "\(scratch.folder)/tiles"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: tiles)
        let found = try grid(read(link))
        let direct = try grid(read(tiles))
        #expect(found.heightsMeters == direct.heightsMeters)
    }
}
