import Foundation
import Testing

/// What a fixture of `Resources/bad-rasters` is expected to give. Their villages and sites are sound: every finding is about terrain.
struct BadRaster: Sendable, CustomTestStringConvertible {
    /// Its name in the folder: the defect.
    var fixture: String
    /// Exit code of `check`.
    var check: Int32
    /// Villages on known ground, of three.
    var onKnownGround: Int
    /// Every finding in order: severity, code, file.
    var findings: [String]

    init(_ fixture: String, check: Int32, onKnownGround: Int, _ findings: [String]) {
        self.fixture = fixture
        self.check = check
        self.onKnownGround = onKnownGround
        self.findings = findings
    }

    var testDescription: String { fixture }

    static let all: [BadRaster] = [
        .init("clutter-class-unknown", check: 0, onKnownGround: 3, ["W clutter-class-unknown cover.tif"]),
        .init("clutter-missing", check: 66, onKnownGround: 3, ["E file-missing cover.tif"]),
        .init("clutter-on-a-surface-model", check: 0, onKnownGround: 3, ["W clutter-not-used project.yaml"]),
        .init(
            "raster-all-no-data", check: 65, onKnownGround: 0, ["W raster-without-data terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-another-country", check: 65, onKnownGround: 0, ["W raster-elsewhere terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-good", check: 0, onKnownGround: 3, []),
        .init("raster-huge-cells", check: 0, onKnownGround: 3, ["W raster-coarse terrain/bad.tif"]),
        .init(
            "raster-metres-called-degrees", check: 65, onKnownGround: 0, ["E raster-not-placed terrain/bad.tif", "E terrain-none terrain"]),
        .init(
            "raster-not-a-number", check: 65, onKnownGround: 0, ["W raster-without-data terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-on-a-network", check: 65, onKnownGround: 0, ["E raster-unreadable terrain/bad.vrt", "E terrain-none terrain"]),
        .init("raster-picture", check: 65, onKnownGround: 0, ["E raster-not-heights terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-text-named-tif", check: 65, onKnownGround: 0, ["E raster-unreadable terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-truncated", check: 65, onKnownGround: 0, ["E raster-unreadable terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-truncated-beside-a-good-one", check: 65, onKnownGround: 3, ["E raster-unreadable terrain/bad.tif"]),
        .init("raster-two-bands", check: 0, onKnownGround: 3, ["W raster-several-bands terrain/bad.tif"]),
        .init(
            "raster-undeclared-no-data", check: 65, onKnownGround: 0,
            ["W raster-absurd-heights terrain/bad.tif", "W raster-without-data terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-unit-unknown", check: 0, onKnownGround: 3, ["W raster-unit-unknown terrain/bad.tif"]),
        .init("raster-with-a-hole", check: 0, onKnownGround: 2, ["W terrain-void terrain"]),
        .init("raster-without-crs", check: 65, onKnownGround: 0, ["E raster-not-placed terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-without-place", check: 65, onKnownGround: 0, ["E raster-not-placed terrain/bad.tif", "E terrain-none terrain"]),
        .init("raster-zero-byte", check: 65, onKnownGround: 0, ["E raster-unreadable terrain/bad.tif", "E terrain-none terrain"]),
        .init("terrain-folder-missing", check: 66, onKnownGround: 0, ["E file-missing terrain"]),
        .init("terrain-surface-not-said", check: 0, onKnownGround: 3, ["W terrain-surface-assumed project.yaml"]),
        .init("terrain-without-rasters", check: 65, onKnownGround: 0, ["E terrain-none terrain"]),
        .init("tile-missing", check: 0, onKnownGround: 2, ["W terrain-tile-missing terrain"]),
    ]
}

/// Every fixture of `Resources/bad-rasters` gives its diagnostics and exit code, never a crash.
@Suite struct BadRasterTests {
    static let folder = Bundle.module.bundleURL.appendingPathComponent("Resources/bad-rasters")

    private struct Report: Decodable {
        struct Finding: Decodable {
            var severity, code, file, value, message, remedy: String
        }
        struct Terrain: Decodable {
            struct Standing: Decodable { var total, onKnownGround: Int }
            struct Tile: Decodable {
                var tile: String
                var villages: Int
            }
            var villages: Standing
            var cover: Double
            var missingTiles, voidTiles: [Tile]
        }
        var findings: [Finding]
        var terrain: Terrain?
    }

    @Test func everyFixtureHasItsExpectationAndTheOtherWayRound() throws {
        let fixtures = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(fixtures) == Set(BadRaster.all.map(\.fixture)))
        #expect(BadRaster.all.count == fixtures.count)
    }

    private func check(_ fixture: String, _ program: Program) throws -> (status: Int32, report: Report) {
        let check = try program.run("check", Self.folder.appendingPathComponent(fixture).path, "--json")
        #expect(!check.wasKilled, "check crashed: \(check.err)")
        return (check.status, try JSONDecoder().decode(Report.self, from: check.outData))
    }

    @Test(arguments: BadRaster.all)
    func givesItsDiagnosticAndExitCode(raster: BadRaster) throws {
        try Program.inFreshFolder { program in
            let (status, report) = try check(raster.fixture, program)
            #expect(status == raster.check)
            let told = report.findings.filter { $0.code != "equipment-assumed" }
            #expect(told.map { "\($0.severity == "error" ? "E" : "W") \($0.code) \($0.file)" } == raster.findings)
            for finding in report.findings {
                #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
                #expect(!(finding.file + finding.value).contains(Self.folder.path), "\(finding.value)")
            }
            let terrain = try #require(report.terrain)
            #expect(terrain.villages.onKnownGround == raster.onKnownGround && terrain.villages.total == 3)
            #expect(abs(terrain.cover - Double(raster.onKnownGround) / 3) < 1e-9)
            #expect(program.files(".").isEmpty, "check writes nothing")
        }
    }

    @Test func missingTilesAndHolesAreNamed() throws {
        try Program.inFreshFolder { program in
            let missing = try check("tile-missing", program).report.terrain
            #expect(missing?.missingTiles.map(\.tile) == ["N23E105"] && missing?.voidTiles.isEmpty == true)
            let hole = try check("raster-with-a-hole", program).report.terrain
            #expect(hole?.voidTiles.map(\.tile) == ["N22E105"] && hole?.missingTiles.isEmpty == true)
            let text = try program.run("check", Self.folder.appendingPathComponent("tile-missing").path, "--lang", "vi")
            #expect(text.out.contains("thiếu mảnh N23E105: 1 thôn, 0 trạm"))
        }
    }

    @Test func theSampleNamesTheTilesItLacks() throws {
        try Program.inFreshFolder { program in
            let check = try program.run("check", Program.sample("tuyen-quang"), "--json")
            let terrain = try #require(try JSONDecoder().decode(Report.self, from: check.outData).terrain)
            #expect(Set(terrain.missingTiles.map(\.tile)).isSubset(of: ["N22E104", "N22E105", "N23E104", "N23E105"]))
            let without = terrain.missingTiles.reduce(0) { $0 + $1.villages }
            #expect(terrain.villages.onKnownGround + without == terrain.villages.total)
            #expect(terrain.villages.onKnownGround > 400)
        }
    }
}
