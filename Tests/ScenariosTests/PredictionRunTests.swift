import Coverage
import Foundation
import Geodesy
import Planning
import Terrain
import Testing

@testable import Scenarios

/// The 22 communes of Tuyên Quang that lie on the shipped terrain tile, by prediction.
@Suite struct PredictionRunTests {
    static let gaps = Result { try GapRun(LoadedProject(path: SampleFolder.province, rules: SampleFolder.rules), threads: 2) }

    @Test func sevenToEightPercentArePartlyCovered() throws {
        let summary = try Self.gaps.get().summary
        #expect(summary.mode == "prediction")
        #expect(summary.byCommune.count == 22)
        #expect(summary.villages.total == 453)
        let share = Double(summary.villages.partial) / Double(summary.villages.total)
        #expect(share > 0.07 && share < 0.08)
        #expect(summary.villages.unknown == 0)
        #expect(summary.villages.uncovered == 0)
        #expect(summary.warnings.contains { $0.code == "assumed-extent" && $0.count == 453 })
        #expect(summary.terrain == .init(covered: 1))
    }

    @Test func everyVerdictSaysWhereItComesFrom() throws {
        let run = try Self.gaps.get()
        for verdict in run.report.verdicts {
            let signal = try #require(verdict.prediction)
            #expect(verdict.basis == .terrainPrediction)
            #expect(verdict.signalDBm == signal.rsrpDBm)
            #expect(verdict.probability == signal.probability)
            #expect((verdict.extent?.points.first?.life == .alive) == (signal.probability >= 0.9))
            #expect(signal.site.map { run.loaded.read.world.sites[$0].status } == .active)
            if verdict.reason == .behindTerrain {
                let ridge = try #require(signal.obstruction)
                #expect(ridge.distanceMeters > 0 && ridge.distanceMeters < signal.distanceMeters)
                #expect(ridge.clearanceMeters < 0)
            }
        }
    }

    @Test func theWholeProvinceNamesTheTilesThatAreMissing() throws {
        let summary = try GapRun(LoadedProject(path: SampleFolder.wholeProvince, rules: SampleFolder.rules), threads: 2).summary
        #expect(summary.villages.total == 2087)
        #expect(summary.terrain.covered > 0.25 && summary.terrain.covered < 0.26)
        #expect(summary.terrain.missingTiles.map(\.tile) == ["N22E104", "N22E105", "N23E104", "N23E105"])
        #expect(summary.terrain.missingTiles.allSatisfy { $0.villages > 0 && $0.villages <= summary.villages.unknown && !$0.hasHoles })
        #expect(summary.terrain.missingTiles.reduce(0) { $0 + $1.villages } >= summary.villages.unknown)
        #expect(summary.villages.uncovered + summary.villages.partial + summary.villages.covered + summary.villages.unknown == 2087)
    }

    /// How a project and its rule are bent before both ways grade it.
    enum Bend: String, CaseIterable {
        case plain, twoOperators, indoor, both, bothTwoOperators, fallback, holes
    }

    @Test(arguments: Bend.allCases) func theSlowPlainWayGivesTheSameGrades(bend: Bend) throws {
        var loaded = try Self.gaps.get().loaded
        // The slow way takes its time for every place; the plain bend looks at all of them.
        if bend != .plain { loaded.rule.rule.assumedExtentPoints = 2 }
        switch bend {
        case .plain: break
        case .twoOperators: loaded.rule.rule.minimumOperators = 2
        case .indoor: loaded.rule.rule.environment = .indoor
        case .both: loaded.project.mode = .both
        case .bothTwoOperators:
            loaded.project.mode = .both
            loaded.rule.rule.minimumOperators = 2
        case .fallback, .holes:
            loaded.rule.rule.gradeByFallback = bend == .fallback
            // The eastern half of the tile is unknown.
            let whole = try #require(loaded.environment?.terrain)
            var heights = whole.heightsMeters
            for row in 0..<whole.rows {
                for column in (whole.columns / 2)..<whole.columns { heights[row * whole.columns + column] = .nan }
            }
            loaded.radio?.environment.terrain = try TerrainGrid(
                west: whole.west, north: whole.north, stepLongitude: whole.stepLongitude, stepLatitude: whole.stepLatitude,
                columns: whole.columns, rows: whole.rows, heightsMeters: heights, surface: .dsm)
        }
        let run = try GapRun(loaded, threads: 2)
        let naive = NaiveGrading(loaded).villages()
        #expect(naive.map(\.grade) == run.report.verdicts.map(\.grade))
        #expect(naive.map { $0.places.map(\.isAlive) } == run.report.verdicts.map { ($0.extent?.points ?? []).map(\.isAlive) })
        #expect(naive.map(\.operators) == run.report.verdicts.map { Set($0.operators) })
        if bend == .holes {
            #expect(run.summary.villages.unknown > 50)
            #expect(run.summary.terrain.missingTiles.map(\.tile) == ["N21E105"] && run.summary.terrain.missingTiles.allSatisfy(\.hasHoles))
        }
        if bend == .fallback { #expect(run.summary.byReason.contains { $0.reason == .fallbackSignal }) }
    }

    @Test func plansCloseThePredictedGaps() throws {
        let gaps = try Self.gaps.get()
        let run = try PlanRun(gaps, goal: .coverAll(strict: false), threads: 2)
        #expect(run.document.status == .optimal)
        #expect(run.document.warnings.contains { $0.code == "predicted-cover" })
        // Each proposed mast, put up as a site, makes the prediction itself find its villages covered.
        var loaded = gaps.loaded
        for site in run.document.sites {
            loaded.read.world.sites.append(
                Site(
                    id: site.id, operator: .viettel, place: Coordinate(longitude: site.lon, latitude: site.lat),
                    technologies: site.technologies, bandsMHz: site.bandsMHz, mastHeightMeters: site.mastHeightMeters,
                    azimuthsDegrees: site.azimuthsDegrees))
        }
        let after = try GapRun(loaded, threads: 2)
        #expect(after.report.verdicts.map(\.grade) == run.gradesAfter)
        #expect(run.document.villages.after.partial == run.document.unreachable.count)
    }

    @Test func threadsDoNotChangeAPrediction() throws {
        let loaded = try Self.gaps.get().loaded
        let one = try PlanRun(GapRun(loaded, threads: 1), goal: .sites(3), threads: 1)
        let two = try PlanRun(GapRun(loaded, threads: 2), goal: .sites(3), threads: 2)
        #expect(one.gaps.report.verdicts == two.gaps.report.verdicts)
        #expect(try CanonicalJSON.data(one.document) == CanonicalJSON.data(two.document))
    }

    @Test func bothSourcesTogetherListWhereTheyDisagree() throws {
        var loaded = try Self.gaps.get().loaded
        loaded.project.mode = .both
        let summary = try GapRun(loaded, threads: 2).summary
        // Without polygons, discs are the other source: each village within 4 km that the prediction leaves dark is one.
        #expect(!summary.disagreements.isEmpty)
        #expect(summary.disagreements.allSatisfy { $0.footprints != $0.prediction })
        #expect(summary.villages == (try Self.gaps.get().summary.villages))
    }
}

extension PointVerdict {
    /// As the slow way says it.
    fileprivate var isAlive: Bool? { life == .unknown ? nil : life == .alive }
}
