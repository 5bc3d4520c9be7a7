import Foundation
import Testing

/// One's own rasters in the terrain folder, and none.
@Suite struct PredictionTerrainTests {
    private static let gdal =
        ["/usr/bin", "/usr/local/bin"] + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)

    private static func tool(_ name: String) -> String? {
        gdal.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static let hasTools = tool("gdalwarp") != nil && tool("gdal_translate") != nil

    private func run(_ tool: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.tool(tool)))
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// Cuts the sample's tile between two meridians and brings it into another system.
    private func cut(_ west: Double, _ east: Double, to system: String, _ path: String) throws {
        try run("gdal_translate", "-q", "-projwin", "\(west)", "22.001", "\(east)", "20.999", PredictionSample.tile, path + ".cut.tif")
        try run(
            "gdalwarp", "-q", "-t_srs", system, "-tr", "30", "30", "-r", "bilinear", "-dstnodata", "-32768", path + ".cut.tif", path)
        try FileManager.default.removeItem(atPath: path + ".cut.tif")
    }

    static let ownSystem =
        "+proj=tmerc +lat_0=0 +lon_0=106 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278 +units=m +no_defs"

    /// The halves share one kilometre, as cut sheets do that were made for being laid side by side.
    @Test(
        .enabled(if: hasTools, "gdal-bin is installed"),
        arguments: [("EPSG:32648", "EPSG:3405"), ("EPSG:3405", ownSystem)])
    func halfATileLeavesTheRestUnknownAndTheOtherHalfBringsItBack(first: String, second: String) throws {
        try Program.inFreshFolder { program in
            let whole = try PredictionRun(program, Program.sample("tuyen-quang"), "whole")
            let sample = try PredictionSample(program, "own", hasTile: false)
            try cut(104.999, 105.3, to: first, program.path("own/terrain/phia-tay.tif"))

            let half = try sample.gaps("half")
            #expect((0.2...0.8).contains(half.summary.terrain.covered))
            #expect(half.summary.terrain.missingTiles.map(\.tile) == ["N21E105"])
            for village in half.villages {
                let before = try whole.village(village.id)
                // A covered village stays so, for more sites can only help; a dark one might hear one from the other half.
                if village.longitude > 105.305 {
                    #expect(village.grade == "unknown" && village.missingTile == "N21E105" && village.reason == "terrain-missing")
                    #expect(village.confidence == "low")
                } else if village.grade == "covered", village.longitude < 105.295, before.grade == "covered" {
                    #expect(village.missingTile == nil)
                } else if village.grade != "covered" {
                    #expect(village.grade == "unknown" && village.missingTile == "N21E105")
                }
            }
            let kept = half.villages.filter { $0.longitude < 105.295 }
            #expect(kept.count > 150)
            let agreeing = kept.filter { village in
                whole.villages.contains { $0.id == village.id && $0.grade == village.grade }
            }
            #expect(Double(agreeing.count) > 0.94 * Double(kept.count))
            let dark = half.ids("covered").intersection(whole.ids("uncovered"))
            #expect(dark.count <= 2, "resampling moves few verdicts")

            // The other half, in another system and under its own name: no other step.
            try cut(105.29, 106.001, to: second, program.path("own/terrain/dong-bac.tif"))
            let both = try sample.gaps("both")
            #expect(both.summary.terrain.covered == 1 && both.summary.terrain.missingTiles.isEmpty)
            #expect(both.summary.villages.unknown == 0)
            let moved = both.ids("covered").symmetricDifference(whole.ids("covered"))
            #expect(moved.count <= 3, "\(moved)")
            let changes = both.villages.compactMap { village -> Double? in
                guard let now = village.signalDBm, let before = whole.villages.first(where: { $0.id == village.id })?.signalDBm else {
                    return nil
                }
                return abs(now - before)
            }.sorted()
            #expect(changes.count == 453 && changes[226] < 0.5, "median change \(changes[226]) dB")
            #expect(program.files("own/terrain") == ["dong-bac.tif", "phia-tay.tif"], "nothing is left beside the rasters")
        }
    }

    /// Two sheets that end where the other begins: nothing is unknown between them.
    @Test(.enabled(if: hasTools, "gdal-bin is installed"))
    func sheetsThatTouchLeaveNoSeam() throws {
        try Program.inFreshFolder { program in
            let sample = try PredictionSample(program, "own", hasTile: false)
            try cut(104.999, 105.3, to: "EPSG:32648", program.path("own/terrain/west.tif"))
            try cut(105.3, 106.001, to: "EPSG:3405", program.path("own/terrain/east.tif"))
            let run = try sample.gaps("gaps")
            #expect(run.summary.terrain.covered == 1)
            // Reprojected sheets leave a strip of up to a cell on either side of their common edge.
            withKnownIssue("a strip of one or two posts stays unknown along the common edge, and every path across it") {
                #expect(run.summary.villages.unknown == 0)
            }
        }
    }

    @Test func aWallInAnOwnRasterHidesTheVillageBehindIt() throws {
        try Program.inFreshFolder { program in
            let before = try PredictionRun(program, Program.sample("tuyen-quang"), "before")
            // The covered village farthest from any site: a wall around it encloses no mast.
            let village = try #require(
                before.villages.filter { $0.grade == "covered" }.max { ($0.nearestSiteMeters ?? 0) < ($1.nearestSiteMeters ?? 0) })
            #expect((village.nearestSiteMeters ?? 0) > 3000)
            let sample = try PredictionSample(program, "walled")
            let cell = PredictionSample.cellDegrees
            let (west, south) = (105 - cell / 2, 21 - cell / 2)
            let column = ((village.longitude - west) / cell).rounded(.down)
            let row = ((village.latitude - south) / cell).rounded(.down)
            let reach = 15
            try sample.writeGrid(
                "terrain/tuong", west: west + (column - Double(reach)) * cell, south: south + (row - Double(reach)) * cell,
                columns: 2 * reach + 1, rows: 2 * reach + 1, cellDegrees: cell
            ) { max(abs($0 - reach), abs($1 - reach)) >= reach - 3 ? 1800 : nil }

            let after = try sample.gaps("after")
            let hidden = try after.village(village.id)
            #expect(hidden.grade == "uncovered" && hidden.reason == "behind-terrain" && hidden.isLineOfSight == false)
            #expect(hidden.obstacleHeightMeters == 1800)
            let (longitude, latitude) = (try #require(hidden.obstacleLongitude), try #require(hidden.obstacleLatitude))
            #expect(max(abs(longitude - village.longitude), abs(latitude - village.latitude)) < 17 * cell, "the obstacle is the wall")
            #expect((hidden.signalDBm ?? 0) < (village.signalDBm ?? 0) - 20)
            // Whoever hears less has the wall on the way or stands behind it; far away nothing moves.
            for one in after.villages where abs(one.longitude - village.longitude) > 0.4 || abs(one.latitude - village.latitude) > 0.4 {
                let same = try before.village(one.id)
                #expect(one.grade == same.grade)
            }
            let check = try program.run("check", "walled")
            #expect(check.status == 0 && check.out.contains("terrain/tuong.asc lies over terrain/N21E105.tif"))
        }
    }

    // MARK: Nothing to predict over

    private func expectRefused(_ program: Program, _ sample: String, status: Int32, _ code: String, remedy: String) throws {
        let check = try program.run("check", sample, "--json")
        #expect(check.status == status && !check.wasKilled)
        #expect(check.out.contains("\"\(code)\""), "\(check.out.prefix(2000))")
        for command in [["gaps", sample, "-o", "out"], ["plan", sample, "--cover-all", "-o", "out"]] {
            let outcome = try program.run(list: command)
            #expect(outcome.status == status && !outcome.wasKilled, "\(command[0]): \(outcome.status)")
            #expect(outcome.err.contains("terrain: ") && outcome.err.contains(remedy), "\(outcome.err)")
            #expect(!outcome.err.contains(program.folder.path), "names of files are the project's")
        }
        #expect(program.files(".").filter { !$0.hasPrefix(sample) } == [], "nothing half written")
    }

    @Test func anEmptyTerrainFolderIsBadData() throws {
        try Program.inFreshFolder { program in
            _ = try PredictionSample(program, "empty", hasTile: false)
            try expectRefused(program, "empty", status: 65, "terrain-none", remedy: "put tiles of the area into the terrain folder")
        }
    }

    @Test func aMissingTerrainFolderIsAMissingFile() throws {
        try Program.inFreshFolder { program in
            _ = try PredictionSample(program, "missing", hasTile: false)
            try FileManager.default.removeItem(atPath: program.path("missing/terrain"))
            try expectRefused(program, "missing", status: 66, "file-missing", remedy: "check the path in the project file")
        }
    }

    @Test func aRasterOfAnotherCountryIsNoTerrain() throws {
        try Program.inFreshFolder { program in
            let sample = try PredictionSample(program, "elsewhere", hasTile: false)
            try sample.writeGrid("terrain/alps", west: 10, south: 46, columns: 60, rows: 60, cellDegrees: 0.01) { _, _ in 2000 }
            try expectRefused(program, "elsewhere", status: 65, "raster-elsewhere", remedy: "put tiles of the area into the terrain folder")
            try FileManager.default.copyItem(atPath: PredictionSample.tile, toPath: program.path("elsewhere/terrain/N21E105.tif"))
            let check = try program.run("check", "elsewhere", "--json")
            #expect(check.status == 0 && check.out.contains("raster-elsewhere"))
            let run = try sample.gaps("gaps")
            #expect(run.summary.villages.partial == 33)
        }
    }

    @Test func aCorruptRasterBesideAGoodOneIsToldAndLeftOut() throws {
        try Program.inFreshFolder { program in
            let sample = try PredictionSample(program, "broken")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: PredictionSample.tile))
            try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: program.path("broken/terrain/N21E105-new.tif")))
            let check = try program.run("check", "broken", "--json")
            #expect(check.status == 65 && check.out.contains("raster-unreadable") && check.out.contains("N21E105-new.tif"))
            let run = try sample.gaps("gaps")
            #expect(run.summary.villages == .init(total: 453, covered: 420, partial: 33, uncovered: 0, unknown: 0))
            #expect(run.summary.warnings.contains { $0.code == "raster-unreadable" })
        }
    }
}
