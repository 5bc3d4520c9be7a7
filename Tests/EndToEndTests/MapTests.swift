import Foundation
import GeoFiles
import Scenarios
import Testing

/// `phusong map` as a user runs it. What the page does in a browser is tested in `Tests/BrowserTests`.
@Suite(.serialized) struct MapTests {
    private struct Summary: Decodable {
        struct Run: Decodable {
            var name: String
            var villages: [String: Int]
            var villagesAfter: [String: Int]?
            var sites: Int
            var proposedSites: Int?
            var sitesWithheld: Int
        }
        var schema: String
        var bytes: Int
        var sha256: String
        var isNational: Bool
        var provinces: Int
        var communes: Int
        var runs: [Run]
    }

    private func bytes(_ program: Program, _ name: String) -> Data { FileManager.default.contents(atPath: program.path(name)) ?? Data() }

    @Test func theNationalStoryIsOnOnePage() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("vietnam-2022"), "-o", "run", "--quiet").status == 0)
            let outcome = try program.run("map", "run", "-o", "pages/map.html", "--json", "--lang", "en")
            #expect(outcome.status == 0, "\(outcome.err)")
            let summary = try JSONDecoder().decode(Summary.self, from: outcome.outData)
            #expect(summary.schema == "phusong.map/1")
            #expect(summary.runs[0].villages == ["covered": 2152, "partial": 0, "uncovered": 266, "unknown": 0])
            #expect(summary.runs[0].villagesAfter == nil)
            #expect(summary.isNational && summary.provinces == 34 && summary.communes > 3000)
            let page = bytes(program, "pages/map.html")
            #expect(page.count == summary.bytes && Fingerprint.of(page) == summary.sha256)
            let text = String(decoding: page, as: UTF8.self)
            let namesBoth = text.contains("Quần đảo Hoàng Sa (Việt Nam)") && text.contains("Quần đảo Trường Sa (Việt Nam)")
            #expect(namesBoth)
            #expect(program.files("pages") == ["map.html"], "nothing half-written beside it")

            // The page stays as it is unless told otherwise; equal runs give equal bytes.
            let again = try program.run("map", "run", "-o", "pages/map.html")
            #expect(again.status == 73 && again.err.contains("--force"))
            #expect(try program.run("map", "run", "-o", "pages/map.html", "--force", "--lang", "en", "--quiet").status == 0)
            #expect(bytes(program, "pages/map.html") == page)
            // Without the shipped data there are no outlines, and still a map.
            let bare = try program.run("map", "run", "-o", "bare.html", "--data", "nowhere", "--json")
            #expect(bare.status == 0)
            #expect(try JSONDecoder().decode(Summary.self, from: bare.outData).provinces == 0)
        }
    }

    @Test func plansAreSwitchedOnOnePage() throws {
        try Program.inFreshFolder { program in
            let project = Program.sample("tuyen-quang", "project.yaml")
            for sites in ["2", "4"] {
                #expect(try program.run("plan", project, "--sites", sites, "-o", "plan-\(sites)", "--quiet").status == 0)
            }
            let outcome = try program.run("map", "plan-2", "plan-4", "-o", "map.html", "--json")
            let summary = try JSONDecoder().decode(Summary.self, from: outcome.outData)
            #expect(summary.runs.map(\.name) == ["plan-2", "plan-4"])
            #expect(summary.runs.map(\.proposedSites) == [2, 4])
            #expect(!summary.isNational)
            for (number, folder) in ["plan-2", "plan-4"].enumerated() {
                let plan = try RunStore.document(PlanDocument.self, "plan.json", in: program.path(folder))
                #expect(summary.runs[number].villagesAfter?["covered"] == plan.villages.after.covered)
                #expect(summary.runs[number].villages["uncovered"] == plan.villages.before.uncovered)
            }
            // Words for people, in both languages.
            let vietnamese = try program.run("map", "plan-2", "-o", "vi.html", "--lang", "vi")
            #expect(vietnamese.out.contains("trạm bảo mật không có trên bản đồ"))
            #expect(try program.run("map", "plan-2", "-o", "en.html", "--lang", "en").out.contains("confidential sites left out"))
            let viettel = try program.run("map", "plan-2", "-o", "viettel.html", "--for", "viettel", "--lang", "en")
            #expect(viettel.status == 0 && viettel.out.contains("Only what Viettel may see"))
            let page = String(decoding: bytes(program, "viettel.html"), as: UTF8.self)
            let sites = try VectorReader.read(program.path("plan-2/sites.geojson"))
            let (carrier, shared) = (try #require(sites.fieldIndex("operator")), try #require(sites.fieldIndex("shared")))
            let id = try #require(sites.fieldIndex("id"))
            let others = sites.features.filter { $0.values[carrier].text != "viettel" && $0.values[shared].text == "false" }
            #expect(others.count > 100)
            for name in others.compactMap({ $0.values[id].text }) {
                let isNamed = page.contains("\"\(name)\"")
                #expect(!isNamed, "\(name)")
            }
        }
    }

    @Test func theProgramFindsItsFilesWhereverItStands() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run", "--quiet").status == 0)
            let files = FileManager.default
            let binary = try #require(Program.binary)
            let folder = program.path("elsewhere/lib/phusong")
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try files.copyItem(atPath: binary.path, toPath: "\(folder)/phusong")
            func map(_ output: String) throws -> (Int32, String) {
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "\(folder)/phusong")
                process.arguments = ["map", "run", "-o", output, "--quiet"]
                process.currentDirectoryURL = program.folder
                let pipe = Pipe()
                process.standardError = pipe
                try process.run()
                let err = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                process.waitUntilExit()
                return (process.terminationStatus, err)
            }
            let (status, err) = try map("none.html")
            #expect(status == 66 && err.contains("phusong_Publishing.resources"))
            #expect(!files.fileExists(atPath: program.path("none.html")))
            try files.copyItem(
                at: binary.deletingLastPathComponent().appendingPathComponent("phusong_Publishing.resources"),
                to: URL(fileURLWithPath: "\(folder)/phusong_Publishing.resources"))
            #expect(try map("map.html").0 == 0)
            #expect(bytes(program, "map.html").count > 300_000)
        }
    }

    @Test func badInputHasItsExitCode() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", "run", "--quiet").status == 0)
            func refused(_ arguments: String..., status: Int32, says: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
                let outcome = try program.run(list: ["map"] + arguments)
                #expect(outcome.status == status && !outcome.wasKilled, "\(outcome.err)", sourceLocation: sourceLocation)
                #expect(outcome.err.contains(says), "\(outcome.err)", sourceLocation: sourceLocation)
            }
            try refused(status: 64, says: "<run>")
            try refused("run", "-o", "map.png", status: 64, says: ".html")
            try refused("run", "--for", "vietel", status: 64, says: "no operator `vietel`")
            try refused("run", "--for", "viettel", "--include-confidential", status: 64, says: "does not go with --for")
            try refused("nowhere", status: 66, says: "run.json")
            try refused("run", "--raster", "none.tif", "--include-confidential", status: 66, says: "none.tif")
            try "no raster".write(toFile: program.path("text.tif"), atomically: true, encoding: .utf8)
            try refused("run", "--raster", "text.tif", "--include-confidential", status: 65, says: "not a GeoTIFF")
            let terrain = Program.root.appendingPathComponent("GeoData/samples/tuyen-quang/terrain/N21E105.tif").path
            try refused("run", "--raster", terrain, "--include-confidential", status: 65, says: "rsrp_dbm")
            try "x".write(toFile: program.path("file"), atomically: true, encoding: .utf8)
            try refused("run", "-o", "file/map.html", status: 73, says: "not a folder")
            try "{".write(toFile: program.path("run/villages.geojson"), atomically: true, encoding: .utf8)
            try refused("run", status: 65, says: "villages.geojson")
            #expect(program.files(".").filter { $0.hasSuffix(".html") || $0.contains("partial") }.isEmpty)
        }
    }
}
