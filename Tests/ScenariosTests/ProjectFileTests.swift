import Foundation
import GeoFiles
import Geodesy
import Ingest
import Planning
import Radio
import Testing

@testable import Scenarios

@Suite struct ProjectFileTests {
    private func read(_ text: String) throws -> Project {
        try SampleFolder.temporary { folder in
            let path = "\(folder)/project.yaml"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            return try ProjectFile.read(path)
        }
    }

    private static let good = """
        schema: phusong.project/1
        name: test
        asOf: 2026-11-01
        villages: villages.csv
        sites: sites.csv
        coverage: {mode: footprints, rule: two-grade-2024}
        """

    @Test func aShortProjectIsEnough() throws {
        let project = try read(Self.good)
        #expect(project.name == "test")
        #expect(project.inputs.villages.map(\.displayName) == ["villages.csv"])
        #expect(project.inputs.sitesCompleteIn == .notDeclared)
        #expect(project.plan.costs == .standard)
        #expect(project.seed == 1)
    }

    @Test func everyFormOfATableIsRead() throws {
        let project = try read(
            """
            schema: phusong.project/1
            name: test
            asOf: 2026-11-01
            area: {file: area.gpkg, layer: areas, where: {code: "08"}}
            villages: {file: thon.xlsx, layer: Sheet1, crs: VN-2000/105.5, columns: {name: "Tên thôn", lon: Y}}
            sites: {file: sites.csv, completeIn: {file: complete.geojson}}
            footprints: [viettel.gpkg, {file: vnpt.shp, crs: EPSG:4326}]
            clusters: [cum-1.csv, {file: cum-2.gpkg, layer: cum}]
            residential: {file: osm.gpkg, layer: residential}
            coverage: {mode: footprints, rule: r.yaml}
            operators: [VNSky]
            plan: {operator: VNSky, technologies: [4G, 3G], mastHeightMeters: 60, mustCover: [a, b]}
            costs: {siteVND: {60: 900_000_000, 30: 1}, transmissionVNDPerKilometre: 0}
            """)
        #expect(project.inputs.area?.filter == ["code": "08"])
        #expect(project.inputs.villages.first?.columns == ["name": "Tên thôn", "lon": "Y"])
        #expect(project.inputs.villages.first?.crs == "VN-2000/105.5")
        #expect(project.inputs.footprints.map(\.displayName) == ["viettel.gpkg", "vnpt.shp"])
        #expect(project.inputs.clusters.map(\.displayName) == ["cum-1.csv", "cum-2.gpkg"])
        #expect(project.inputs.residential?.layer == "residential")
        guard case .file(let complete) = project.inputs.sitesCompleteIn else {
            Issue.record("completeIn was not read")
            return
        }
        #expect(complete.displayName == "complete.geojson")
        #expect(project.plan.operator?.id == "vnsky")
        #expect(project.plan.technologies == [.umts3G, .lte4G])
        #expect(project.plan.mustCover == ["a", "b"])
        #expect(project.plan.costs.siteByMastHeight.map(\.mastHeightMeters) == [30, 60])
        #expect(project.plan.costs.siteCostVND(mastHeightMeters: 45) == 900_000_000)
    }

    @Test(
        arguments: [
            ("vilages: v.csv", DiagnosticCode.settingUnknown, "vilages"),
            ("coverage: {mode: footprint, rule: r}", .settingInvalid, "coverage.mode"),
            ("coverage: {mode: prediction, rule: r}", .settingMissing, "terrain"),
            ("coverage: {mode: both, rule: r}", .settingMissing, "terrain"),
            ("asOf: 30/09/2022", .settingInvalid, "asOf"),
            ("asOf: 2022-02-30", .settingInvalid, "asOf"),
            ("seed: -1", .settingInvalid, "seed"),
            ("costs: {siteVND: {45: -5}}", .settingInvalid, "costs.siteVND.45"),
            ("costs: {transmissionVNDPerKilometre: cheap}", .settingInvalid, "costs.transmissionVNDPerKilometre"),
            ("plan: {operator: vietel}", .settingInvalid, "plan.operator"),
            ("plan: {technologies: [6G]}", .settingInvalid, "plan.technologies"),
            ("plan: {mastHeightMeters: 4000}", .settingInvalid, "plan.mastHeightMeters"),
            ("sites: {file: s.csv, completeIn: area}", .settingInvalid, "sites.completeIn"),
            ("terrain: {folder: t, surface: dem}", .settingInvalid, "terrain.surface"),
            ("terrain: {surface: dsm}", .settingMissing, "terrain.folder"),
            ("terrain: {folder: t, file: t.tif, surface: dsm}", .settingInvalid, "terrain.file"),
            ("terrain: {folder: t, surfaces: dsm}", .settingUnknown, "terrain.surfaces"),
            ("clutter: cover.tif", .settingInvalid, "clutter"),
            ("radio: {deltaN: 45}", .settingMissing, "radio.n0"),
            ("radio: {deltaN: 160, n0: 365}", .settingInvalid, "radio.deltaN"),
            ("radio: {deltaN: 45, n0: 36.5}", .settingInvalid, "radio.n0"),
            ("schema: phusong.project/9", .settingInvalid, "schema"),
        ] as [(String, DiagnosticCode, String)])
    func defectsNameLineAndKey(line: String, code: DiagnosticCode, key: String) throws {
        let replaced = line.split(separator: ":")[0]
        let text = Self.good.split(separator: "\n").filter { !$0.hasPrefix("\(replaced):") }.joined(separator: "\n") + "\n\(line)\n"
        let error = try #require(throws: InputError.self) { try read(text) }
        #expect(error.kind == .badData)
        let found = try #require(error.diagnostics.first { $0.code == code && $0.field == key }, "\(error.diagnostics)")
        #expect(found.row == text.split(separator: "\n").count)
    }

    @Test(arguments: ["prediction", "both"])
    func terrainIsReadForPredictions(mode: String) throws {
        let text = Self.good.replacingOccurrences(of: "mode: footprints", with: "mode: \(mode)")
        let project = try read(text + "\nterrain: {folder: dem, surface: dtm}\nclutter: {file: cover.tif, classes: {10: 12, 50: 20}}\n")
        #expect(project.mode.rawValue == mode)
        #expect(project.terrain?.displayName == "dem" && project.terrain?.surface == .dtm)
        #expect(project.terrain?.clutter?.heights.metersByClass == [10: 12, 50: 20])
        #expect(project.diagnostics.isEmpty)
        let plain = try read(text + "\nterrain: {file: dem.vrt, surface: dtm}\nclutter: cover.tif\n")
        #expect(plain.terrain?.clutter?.heights == .worldCover)
    }

    @Test func aSurfaceModelIsAssumedAndTakesNoClutter() throws {
        let text = Self.good.replacingOccurrences(of: "mode: footprints", with: "mode: prediction")
        let project = try read(text + "\nterrain: {folder: dem}\nclutter: cover.tif\n")
        #expect(project.terrain?.surface == .dsm && project.terrain?.clutter == nil)
        #expect(project.diagnostics.map(\.code) == [.terrainSurfaceAssumed, .clutterNotUsed])
    }

    @Test func footprintsDoNotNeedTheTerrainThatIsNamed() throws {
        let project = try read(Self.good + "\nterrain: {folder: dem, surface: dsm}\n")
        #expect(project.terrain?.displayName == "dem")
        #expect(project.diagnostics.map(\.code) == [.settingNotUsedYet])
    }

    @Test func theAirIsAsStatedElseByLatitude() throws {
        var world = World()
        world.villages = [Village(id: "v", name: "v", centre: Coordinate(longitude: 105, latitude: 20.5))]
        #expect(try read(Self.good).climate(in: world) == .northernMountains)
        world.villages[0].centre.latitude = 20.49
        #expect(try read(Self.good).climate(in: world) == .lowlands)
        let stated = try read(Self.good + "\nradio: {deltaN: 60, n0: 380}\n")
        #expect(stated.climate(in: world) == RadioClimate(lapseRateNUnitsPerKm: 60, seaLevelRefractivityNUnits: 380))
    }

    @Test func theNearestKeyIsNamed() throws {
        let error = try #require(throws: InputError.self) { try read(Self.good + "\nfootprint: f.gpkg\n") }
        #expect(error.diagnostics.contains { $0.value.contains("`footprints`") })
    }

    @Test(arguments: ["schema", "name", "asOf", "villages", "coverage"])
    func aMissingKeyIsNamed(key: String) throws {
        let text = Self.good.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n")
        let error = try #require(throws: InputError.self) { try read(text) }
        #expect(error.diagnostics.contains { $0.code == .settingMissing && $0.field == key })
    }

    @Test func aMissingFileIsMissing() throws {
        let error = try #require(throws: InputError.self) { try ProjectFile.read("/no/such/project.yaml") }
        #expect(error.kind == .missing)
    }

    @Test(arguments: ["", "- a\n- b\n", "a: [1\n", "just words"])
    func whatIsNoMappingIsRejected(text: String) throws {
        let error = try #require(throws: InputError.self) { try read(text) }
        #expect(error.kind == .badData)
        #expect(error.diagnostics.first?.code == .settingInvalid)
    }

    @Test func theTemplateOfANewProjectCanBeRead() throws {
        try SampleFolder.temporary { folder in
            for (name, text) in ProjectTemplate.files(name: "Tỉnh \"Mới\" \\ 1") {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            let project = try ProjectFile.read(folder)
            #expect(project.name == "Tỉnh \"Mới\" \\ 1")
            #expect(project.plan.costs == .standard)
        }
    }
}
