import Coverage
import Foundation
import Geodesy
import Ingest
import Planning
import Terrain
import Testing

@testable import Scenarios

@Suite struct LinkRunTests {
    /// The sample's project and rule over a small made-up world: a plain at 100 m from 105° E to 105.4° E with a wall at 105.2° E.
    private func loaded(clutterMeters: Float? = nil, knownTo east: Double = 180) throws -> LoadedProject {
        var loaded = try LoadedProject(path: SampleFolder.province, rules: SampleFolder.rules)
        loaded.read.world = World(
            villages: [
                Village(id: "v1", name: "Khuổi Phìn", centre: .init(longitude: 105.15, latitude: 21)),
                Village(id: "v2", name: "Bản Chang", centre: .init(longitude: 105.22, latitude: 21)),
                Village(id: "v3", name: "Bản Chang", centre: .init(longitude: 105.3, latitude: 21)),
            ],
            sites: [
                Site(
                    id: "TQ-01", operator: .viettel, place: .init(longitude: 105.1, latitude: 21), technologies: [.lte4G],
                    bandsMHz: [700, 1800], mastHeightMeters: 45),
                Site(
                    id: "TQ-02", operator: .vnpt, place: .init(longitude: 105.12, latitude: 21.01), technologies: [.gsm2G],
                    bandsMHz: [900]),
            ],
            candidates: [CandidatePlace(id: "C1", name: "Đồi Cao", place: .init(longitude: 105.18, latitude: 21.01), mastHeightMeters: 60)])
        let step = 1.0 / 1200
        let (columns, rows) = (481, 241)
        var heights: [Float] = []
        for _ in 0..<rows {
            for column in 0..<columns {
                let longitude = 105 + Double(column) * step
                heights.append(longitude > east ? .nan : abs(longitude - 105.2) < 0.003 ? 700 : 100)
            }
        }
        loaded.radio?.environment.terrain = try TerrainGrid(
            west: 105, north: 21.1, stepLongitude: step, stepLatitude: step, columns: columns, rows: rows, heightsMeters: heights,
            clutterMeters: clutterMeters.map { [Float](repeating: $0, count: columns * rows) }, surface: clutterMeters == nil ? .dsm : .dtm)
        return loaded
    }

    private func run(
        _ from: String, _ to: String, _ options: LinkOptions = .init(), clutterMeters: Float? = nil, knownTo east: Double = 180
    ) throws -> LinkRun {
        try LinkRun(try loaded(clutterMeters: clutterMeters, knownTo: east), from: from, to: to, options)
    }

    private func problem(_ from: String, _ to: String, _ options: LinkOptions = .init()) throws -> LinkProblem? {
        do {
            _ = try run(from, to, options)
            return nil
        } catch let problem as LinkProblem { return problem }
    }

    @Test(arguments: [
        ("TQ-01", "site"), ("tq01", "site"), ("C1", "candidate"), ("doi cao", "candidate"), ("105.1,21.0", "point"),
        (" 105.1 , 21,60 ", "point"),
    ])
    func mastIsFoundByIdNameOrPlace(text: String, kind: String) throws {
        let end = try LinkEnd(text, .from, in: try loaded().read.world)
        #expect(end.kind.code == kind)
    }

    @Test func heightsComeFromSiteCandidateRuleOrText() throws {
        let village = try run("TQ-01", "v1")
        #expect(village.report.mastHeightMeters == 45 && village.report.receiverHeightMeters == 1.5)
        #expect(try run("C1", "v1").report.mastHeightMeters == 60)
        let free = try run("105.1,21,30", "105.15,21,10")
        #expect(free.report.mastHeightMeters == 30 && free.report.receiverHeightMeters == 10)
        #expect(try run("TQ-01", "TQ-02").report.receiverHeightMeters == Station.defaultMastHeightMeters)
        #expect(try run("TQ-01", "TQ-02", .init(receiverHeightMeters: 3)).report.receiverHeightMeters == 3)
    }

    @Test func anUnknownIdNamesTheNearestAndWhatIsExpected() throws {
        let near = try #require(try problem("TQ-01", "khuoi phinn"))
        #expect(near == .unknown(.to, "khuoi phinn", nearest: "Khuổi Phìn"))
        #expect(near.text.en.contains("did you mean `Khuổi Phìn`?") && near.text.vi.contains("có phải `Khuổi Phìn`?") && !near.isUsage)
        let far = try #require(try problem("zzzzzz", "v1"))
        #expect(far == .unknown(.from, "zzzzzz", nearest: nil) && far.text.en.contains("lon,lat"))
    }

    @Test func anAmbiguousNameListsIdsAndAVillageIsNoMast() throws {
        #expect(try problem("TQ-01", "bản chang") == .ambiguous(.to, "bản chang", ["v2", "v3"]))
        #expect(try problem("v1", "v2") == .villageAsMast("v1"))
    }

    @Test func badPlacesAreUsage() throws {
        #expect(try problem("TQ-01", "21.0,105.15") == .swapped(.to, "21.0,105.15", "105.15,21.0"))
        for text in ["105.15,", "105.15,21,1,1", "1e9,1e9", "105..1,21"] {
            #expect(try problem("TQ-01", text) == .badPlace(.to, text), "\(text)")
        }
        #expect(try problem("105.1,21,0.2", "v1") == .badHeight(.from, 0.2))
        #expect(try problem("105.1,21,nan", "v1")?.isUsage == false)
        #expect(try problem("TQ-01", "21.0,105.15")?.isUsage == true)
        #expect(try problem("TQ-01", "105.1,21") == .samePlace)
    }

    @Test func bandChoosesTheCarrier() throws {
        #expect(Set(try run("TQ-01", "v1").report.carriers.map(\.frequencyMHz)) == [700, 1800])
        #expect(try run("TQ-01", "v1", .init(bandMHz: 1800)).report.carriers.map(\.frequencyMHz) == [1800])
        #expect(try run("105.1,21", "v1", .init(bandMHz: 2600)).report.carriers.allSatisfy { $0.frequencyMHz == 2600 })
        #expect(
            try problem("TQ-01", "v1", .init(bandMHz: 433))
                == .bandNotUsed(id: "TQ-01", bandMHz: 433, usableMHz: Technology.lte4G.usableBandsMHz))
        // 2G no longer counts on the sample's day.
        guard case .nothingCounts(id: "TQ-02", rule: _) = try problem("TQ-02", "v1") else {
            Issue.record("2G counts")
            return
        }
    }

    @Test func levelIsTheVerdicts() throws {
        let loaded = try loaded()
        let report = try PredictionAnalysis(
            rule: loaded.rule.rule, asOf: loaded.project.asOf, environment: try #require(loaded.environment), threads: 1
        ).run(loaded.read.world)
        for verdict in report.verdicts {
            let link = try LinkRun(loaded, from: "TQ-01", to: loaded.read.world.villages[verdict.village].id, .init())
            let best = try #require(link.report.carriers.first?.level)
            #expect(best.rsrpDBm == verdict.signalDBm)
            #expect(abs((best.parts?.totalDB ?? 0) - best.lossDB) < 0.01)
            #expect(link.document.result.covered == (verdict.grade == .covered))
        }
        #expect(Set(report.verdicts.map(\.grade)) == [.covered, .uncovered])
    }

    @Test func unknownGroundIsNamedAndLeavesNulls() throws {
        let link = try run("TQ-01", "v3", knownTo: 105.25)
        #expect(link.document.path.missingTiles == ["N21E105"])
        let view = link.document.result
        #expect(view.covered == nil && view.lineOfSight == nil && view.carriers.allSatisfy { $0.rsrpDBm == nil && $0.lossDB == nil })
        #expect(view.carriers.allSatisfy { $0.noTerrainDBm != nil && $0.freeSpaceDBm < 0 })
        let text = try CanonicalJSON.text(link.document)
        #expect(text.contains("\"rsrpDBm\" : null") && text.contains("\"resultWithoutClutter\" : null"))
    }

    @Test func clutterOnBareGroundIsShownBothWays() throws {
        let link = try run("TQ-01", "v1", clutterMeters: 15)
        let bare = try #require(link.document.resultWithoutClutter)
        #expect(link.document.result.clutter && !bare.clutter)
        let (with, without) = (link.document.result.carriers[0], bare.carriers[0])
        #expect(try #require(with.rsrpDBm) < #require(without.rsrpDBm) - 1)
        #expect(without.rsrpDBm == (try run("TQ-01", "v1").document.result.carriers[0].rsrpDBm))
        #expect(try run("TQ-01", "v1").withoutClutter == nil)
    }

    @Test func documentSurvivesItsOwnJSON() throws {
        let document = try run("TQ-01", "v2").document
        let data = try CanonicalJSON.data(document)
        #expect(try JSONDecoder().decode(LinkDocument.self, from: data) == document)
        #expect(document.schema == "phusong.link/1" && document.from.operator == .viettel && document.result.obstruction != nil)
        #expect(try CanonicalJSON.data(try run("TQ-01", "v2").document) == data)
    }

    @Test func terrainIsReadWhateverTheMode() throws {
        var project = try LoadedProject(path: SampleFolder.province, rules: SampleFolder.rules)
        let predicted = try LinkRun(project, from: "105.28,21.97,45", to: "105.2818,21.9894", .init())
        #expect(predicted.report.shape != nil)
        project.project.mode = .footprints
        project.radio = nil
        #expect(try LinkRun(project, from: "105.28,21.97,45", to: "105.2818,21.9894", .init()).document == predicted.document)
    }

    @Test func withoutAnyTerrainTheTilesAreNamed() throws {
        let project = try LoadedProject(path: SampleFolder.national, rules: SampleFolder.rules)
        let link = try LinkRun(project, from: "105.5,21.5", to: "105.6,21.55", .init())
        #expect(link.document.path.missingTiles == ["N21E105"] && link.document.path.surface == nil)
        #expect(link.document.from.groundMeters == nil)
    }

    @Test func aPlaceBeyondTheProjectsOwnIsReadFromTheSameTile() throws {
        let project = try LoadedProject(path: SampleFolder.province, rules: SampleFolder.rules)
        let terrain = try #require(project.environment?.terrain)
        let outside = Coordinate(longitude: 105.002, latitude: 21.004)
        // Worth testing only while the sample's own places do not reach into this corner of the tile.
        try #require(terrain.heightMeters(at: outside).isNaN)
        let link = try LinkRun(project, from: "105.002,21.004", to: "105.01,21.01", .init())
        #expect(link.report.shape != nil && link.document.path.missingTiles.isEmpty)
    }
}
