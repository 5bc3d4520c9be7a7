import Foundation
import GeoFiles
import Geometry
import Scenarios
import Testing

@Suite(.serialized) struct RasterTests {
    private static let sample = Program.sample("tuyen-quang")

    private func document(_ outcome: Program.Outcome) throws -> RasterDocument {
        try JSONDecoder().decode(RasterDocument.self, from: outcome.outData)
    }

    /// A tool of GDAL on the path.
    private static func tool(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private func output(_ tool: String, _ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        let (into, out) = (Pipe(), Pipe())
        process.standardInput = into
        process.standardOutput = out
        try process.run()
        let writing = Thread {
            try? into.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? into.fileHandleForWriting.close()
        }
        writing.start()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return text
    }

    @Test func mapsTablesAndAreasComeTogether() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(
                "raster", Self.sample, "-o", "c.tif", "--radius-km", "2", "--by-operator", "--areas", "--json")
            #expect(outcome.status == 0 && outcome.err.isEmpty, "\(outcome.err)")
            let document = try document(outcome)
            #expect(document.schema == "phusong.raster/1")
            #expect(FileManager.default.contents(atPath: program.path("c.json")) == outcome.outData)
            #expect(program.files("") == (document.files.map(\.file) + ["c.json"]).sorted())
            for file in document.files { #expect(Fingerprint.ofFile(program.path(file.file)) == file.sha256) }
            #expect(document.layers.map(\.id).prefix(4) == ["all", "mobifone-3g", "mobifone-4g", "mobifone-5g"])
            let all = try #require(document.layers.first)
            #expect(all.basicShare > 0.2 && all.basicShare < 1 && all.goodKm2 <= all.basicKm2 && all.basicKm2 <= all.levelKm2)
            for layer in document.layers.dropFirst() { #expect(layer.basicKm2 < all.basicKm2 && layer.basicKm2 > 0) }

            #expect(document.serviceAreas.count == 2 * document.layers.count)
            for ending in ["geojson", "gpkg"] {
                let table = try VectorReader.read(program.path("c-service-areas.\(ending)"))
                var shapes: [MultiPolygon] = []
                #expect(table.features.count == document.serviceAreas.count)
                for feature in table.features {
                    guard case .polygon(let area)? = feature.shape else {
                        Issue.record("a service area without a polygon")
                        continue
                    }
                    // GeoJSON rounds to a tenth of a metre, which may make two corners one.
                    if ending == "gpkg" { #expect(try area.validityDefect() == nil) }
                    #expect(area.areaSquareMeters > 0)
                    shapes.append(area)
                }
                if ending == "gpkg" {
                    for pair in stride(from: 0, to: shapes.count, by: 2) {
                        let common = try shapes[pair].intersection(shapes[pair + 1]).areaSquareMeters
                        #expect(common > 0.999_999 * shapes[pair + 1].areaSquareMeters, "`basic` holds `good`")
                    }
                }
            }
            for area in document.serviceAreas { #expect(area.lostShare <= 0.01 && area.addedShare <= 0.01) }
            let table = try String(contentsOfFile: program.path("c-sites.csv"), encoding: .utf8)
            #expect(table.hasPrefix("site_number,id,operator,"))
            #expect(table.split(separator: "\n").count == document.sites.used + 1)
        }
    }

    @Test func theNumberOfThreadsChangesNoByte() throws {
        try Program.inFreshFolder { program in
            var sums: [[RasterDocument.File]] = []
            for threads in ["1", "2", "5"] {
                let outcome = try program.run(
                    "raster", Self.sample, "-o", "c.tif", "--radius-km", "1.5", "--areas", "--json", "--force", "--threads", threads)
                #expect(outcome.status == 0)
                sums.append(try document(outcome).files)
            }
            #expect(sums[0] == sums[1] && sums[0] == sums[2] && sums[0].count == 5)
        }
    }

    @Test(.enabled(if: tool("gdalinfo") != nil, "gdal-bin is installed")) func readersSeeACloudOptimizedTIFF() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("raster", Self.sample, "-o", "c.tif", "--radius-km", "1", "--quiet").status == 0)
            let tool = try #require(Self.tool("gdalinfo"))
            let levels = try output(tool, [program.path("c.tif")])
            for words in [
                "LAYOUT=COG", "Description = rsrp_dbm", "Unit Type: dBm", "NoData Value=-9999", "Overviews: ", "COMPRESSION=DEFLATE",
            ] {
                #expect(levels.contains(words), "\(words)")
            }
            let sites = try output(tool, [program.path("c-site.tif")])
            for words in ["LAYOUT=COG", "Type=Int32", "Description = site_number", "NoData Value=0"] { #expect(sites.contains(words)) }
        }
    }

    /// Verdicts come from exact paths, the map from a sweep: they may differ only where the level is near the one that is needed.
    @Test(.enabled(if: tool("gdallocationinfo") != nil, "gdal-bin is installed")) func villagesAndMapAgree() throws {
        struct Layer: Decodable {
            struct Feature: Decodable {
                struct Geometry: Decodable { var coordinates: [Double] }
                struct Village: Decodable {
                    enum CodingKeys: String, CodingKey {
                        case id, grade
                        case signalDBm = "signal_dbm"
                    }
                    var id, grade: String
                    var signalDBm: Double?
                }
                var geometry: Geometry
                var properties: Village
            }
            var features: [Feature]
        }
        try Program.inFreshFolder { program in
            // Short ranges for both: what is far costs most and decides little.
            let near =
                "schema: phusong.scenario/1\nname: near\nbase: \(Self.sample)\n"
                + "changes: [{name: near, set: {coverage: {maxRangeKm: 8}}}]\n"
            try near.write(toFile: program.path("near.yaml"), atomically: true, encoding: .utf8)
            let outcome = try program.run("raster", "near.yaml", "-o", "c.tif", "--json")
            let document = try document(outcome)
            #expect(try program.run("gaps", "near.yaml", "-o", "gaps", "--quiet").status == 0)
            let data = try #require(FileManager.default.contents(atPath: program.path("gaps/villages.geojson")))
            let villages = try JSONDecoder().decode(Layer.self, from: data).features
            let places = villages.map { "\($0.geometry.coordinates[0]) \($0.geometry.coordinates[1])\n" }.joined()
            let levels = try output(
                try #require(Self.tool("gdallocationinfo")), ["-valonly", "-wgs84", "-b", "1", program.path("c.tif")], input: places
            ).split(separator: "\n").compactMap { Double($0) }
            try #require(levels.count == villages.count)
            var (same, different) = (0, 0)
            for (village, level) in zip(villages, levels) {
                let feature = village.properties
                let isServed = level >= document.rule.basicMedianDBm
                // The level is that of the centre; the grade looks at the village's other places too.
                guard feature.grade != "unknown", let signal = feature.signalDBm else { continue }
                if isServed == (signal >= document.rule.basicMedianDBm) {
                    same += 1
                } else {
                    different += 1
                    // A village stands up to 65 m from the middle of its cell, perhaps on the other side of a crest.
                    #expect(abs(signal - document.rule.basicMedianDBm) < 15, "\(feature.id): \(signal) against \(level)")
                }
            }
            #expect(same > 400 && different * 30 <= same, "\(same) alike, \(different) not")
        }
    }

    @Test(arguments: [
        (["-o", "c.png"], 64, "ends in .tif"), (["--radius-km", "0.1"], 64, "0.5 to 200"), (["--radius-km", "nan"], 64, "0.5 to 200"),
        (["--technology", "6G"], 64, "2G, 3G, 4G or 5G"), (["--operator", "Nobody"], 65, "choose one of mobifone"),
        (["--technology", "2G"], 65, "does not count"), (["-o", "/dev/null/c.tif"], 73, "is a file, not a folder"),
        (["--rule", "nothing-like-it"], 66, "nothing-like-it"),
    ])
    func whatCannotBeIsSaidAndLeavesNothing(arguments: [String], status: Int32, words: String) throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(list: ["raster", Self.sample] + arguments)
            #expect(outcome.status == status && outcome.err.contains(words), "\(outcome.status): \(outcome.err)")
            #expect(outcome.out.isEmpty && program.files("") == [])
        }
    }

    @Test func aProjectOfFootprintsHasNoLevels() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("raster", Program.sample("vietnam-2022"))
            #expect(outcome.status == 65 && outcome.err.contains("names no terrain"))
            #expect(program.files("") == [])
        }
    }

    @Test func sitesOnUnknownGroundAreNamedAndAllOfThemAreAnError() throws {
        try Program.inFreshFolder { program in
            let terrain = Program.root.appendingPathComponent("GeoData/samples/tuyen-quang/terrain").path
            func project(_ sites: String) throws {
                let villages = "id,name,lon,lat\nv1,Bản Một,105.3,21.8\n"
                try villages.write(toFile: program.path("villages.csv"), atomically: true, encoding: .utf8)
                let header = "id,operator,lon,lat,technology,band_mhz,mast_height_m\n"
                try (header + sites).write(toFile: program.path("sites.csv"), atomically: true, encoding: .utf8)
                let text = """
                    schema: phusong.project/1
                    name: Gap
                    asOf: 2026-11-01
                    villages: villages.csv
                    sites: sites.csv
                    terrain: {folder: \(terrain), surface: dsm}
                    coverage: {mode: prediction, rule: two-grade-2024}
                    """
                try text.write(toFile: program.path("p.yaml"), atomically: true, encoding: .utf8)
            }
            // The tile ends at 22° N.
            try project("lost,viettel,105.3,22.01,4G,900,45\n")
            let lost = try program.run("raster", "p.yaml", "-o", "c.tif")
            #expect(lost.status == 65 && lost.err.contains("height is not known"), "\(lost.err)")
            try project("lost,viettel,105.3,22.01,4G,900,45\nfound,vnpt,105.31,21.81,4G,900,45\n")
            let found = try program.run("raster", "p.yaml", "-o", "c.tif", "--radius-km", "3", "--json")
            #expect(found.status == 0, "\(found.err)")
            let document = try document(found)
            #expect(document.sites.onUnknownGround == ["lost"] && document.sites.used == 1)
            #expect(document.warnings.contains { $0.code == "sites-on-unknown-ground" && $0.message.contains("lost") })
            #expect(abs(document.layers[0].levelKm2 - .pi * 9) < 0.5)
            // An empty table, and one whose sites do not count.
            try project("old,viettel,105.3,21.81,2G,900,45\n")
            let old = try program.run("raster", "p.yaml", "-o", "d.tif")
            #expect(old.status == 65 && old.err.contains("no site on air"), "\(old.err)")
            #expect(!program.files("").contains { $0.hasPrefix("d") || $0.hasPrefix(".d") })
        }
    }

    @Test func filesThatStandThereAreKeptUnlessForced() throws {
        try Program.inFreshFolder { program in
            try "mine".write(toFile: program.path("c-site.tif"), atomically: true, encoding: .utf8)
            let taken = try program.run("raster", Self.sample, "-o", "c.tif", "--radius-km", "0.5")
            #expect(taken.status == 73 && taken.err.contains("--force") && program.files("") == ["c-site.tif"])
            #expect(try program.run("raster", Self.sample, "-o", "c.tif", "--radius-km", "0.5", "--force", "--quiet").status == 0)
            #expect(program.files("") == ["c-site.tif", "c-sites.csv", "c.json", "c.tif"])
        }
    }

    @Test func aFileThatCannotGrowIsAnErrorAndLeavesNothing() throws {
        try Program.inFreshFolder { program in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            // Without the signal, writing beyond the limit fails like writing to a full disk.
            process.arguments = [
                "-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\"", try #require(Program.binary).path, "raster", Self.sample, "-o",
                "c.tif", "--radius-km", "1",
            ]
            process.currentDirectoryURL = program.folder
            var variables = ProcessInfo.processInfo.environment
            variables["PHUSONG_DATA"] = Program.root.appendingPathComponent("GeoData").path
            process.environment = variables
            let errors = Pipe()
            process.standardError = errors
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 74 && words.contains("nothing was left behind"), "\(process.terminationStatus): \(words)")
            #expect(program.files("") == [])
        }
    }

    @Test func interruptedThereIsAllOrNothing() throws {
        try Program.inFreshFolder { program in
            func run(interruptAfter seconds: Double?) throws -> Int32 {
                let process = Process()
                process.executableURL = Program.binary
                process.arguments = ["raster", Self.sample, "-o", "c.tif", "--radius-km", "1.5", "--quiet"]
                process.currentDirectoryURL = program.folder
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                if let seconds {
                    Thread.sleep(forTimeInterval: seconds)
                    process.interrupt()
                }
                process.waitUntilExit()
                return process.terminationReason == .uncaughtSignal ? -1 : process.terminationStatus
            }
            let start = ContinuousClock.now
            #expect(try run(interruptAfter: nil) == 0)
            let whole = (ContinuousClock.now - start) / .seconds(1)
            let all = program.files("")
            #expect(all == ["c-site.tif", "c-sites.csv", "c.json", "c.tif"])
            var hits = 0
            for moment in 1...8 {
                for file in program.files("") { try FileManager.default.removeItem(atPath: program.path(file)) }
                let status = try run(interruptAfter: whole * Double(moment) / 9)
                #expect([0, 130, -1].contains(status))
                #expect(program.files("") == [] || program.files("") == all, "\(program.files(""))")
                if status == 130 { hits += 1 }
            }
            #expect(hits > 0, "no signal came while the program was working")
        }
    }
}
