import Foundation
import Geodesy
import Planning
import Radio
import Testing

@testable import Coverage

@Suite struct FieldEvidenceTests {
    private static let day = Fixture.day("2026-10-05")

    private func measured(
        _ dBm: Double, _ longitude: Double = 105.1, carrier: Planning.Operator = .viettel, technology: Technology = .lte4G
    ) -> FieldMeasurement {
        FieldMeasurement(
            takenOn: Self.day, place: Coordinate(longitude: longitude, latitude: 21), operator: carrier, technology: technology,
            rsrpDBm: dBm, isSynthetic: true)
    }

    private func report(
        _ kind: FieldReport.Kind, _ carrier: Planning.Operator? = nil, village: Int = 0, on day: String = "2026-09-01",
        technologies: [Technology] = []
    ) -> FieldReport {
        FieldReport(village: village, date: Fixture.day(day), operator: carrier, technologies: technologies, kind: kind, source: "s")
    }

    private func says(_ measurements: [FieldMeasurement], _ reports: [FieldReport] = []) -> VillageEvidence.Says? {
        VillageEvidence(0, measurements, reports, Fixture.rule, asOf: Fixture.day("2026-11-01"))?.says
    }

    @Test func whatAllEvidenceTogetherSays() {
        #expect(says([]) == nil)
        #expect(says([measured(-100)]) == .signal)
        #expect(says([measured(-120)]) == .undecided, "others may be heard")
        #expect(says([measured(-100, technology: .gsm2G)]) == nil, "2G does not count any more")
        #expect(says([measured(-100), measured(-130), measured(-112)]) == .signal, "the median counts")
        #expect(says([], [report(.noSignal)]) == .noSignal)
        #expect(says([measured(-100)], [report(.noSignal)]) == .mixed)
        #expect(says([measured(-120)], [report(.noSignal)]) == .noSignal)
        #expect(says([], [report(.weak)]) == .mixed)
        #expect(says([], [report(.noSignal, .vnpt)]) == .undecided)
        #expect(says([], [report(.noSignal, on: "2022-01-01"), report(.signal, on: "2025-11-01")]) == .signal, "the newest counts")
        #expect(says([], [report(.noSignal, technologies: [.umts3G])]) == .undecided, "4G may be there")
        #expect(says([], [report(.noSignal, technologies: [.umts3G, .lte4G])]) == .noSignal, "5G is not there either")
        #expect(says([measured(-100)], [report(.noSignal, .viettel)]) == .mixed)
    }

    private static let world: World = {
        var world = World(
            villages: [.at(105.1, 21), .at(105.2, 21), .at(105.3, 21)],
            footprints: [.square("f", .viettel, .lte4G, around: 105.1, 21)])
        world.sitesCompleteIn = nil
        return world
    }()

    @Test func aMeasurementBelongsToTheVillageWhereItWasTaken() {
        var world = Self.world
        // 160 m beside the first centre, 5 km from any.
        world.evidence.measurements = [measured(-100, 105.1015), measured(-100, 105.15)]
        let join = EvidenceJoin(world, Fixture.rule, asOf: Fixture.day("2026-11-01"))
        #expect(join.villages.map(\.village) == [0] && join.elsewhere == [1])
        #expect(join[0]?.measurements == 1 && join[1] == nil)
    }

    @Test func theOrderOfRowsAndOtherVillagesDoNotMatter() {
        var random = SplitMix(state: 5)
        var world = Self.world
        world.evidence.measurements = (0..<60).map { number in
            measured(-90 - 40 * random.unit(), [105.1, 105.2, 105.3][number % 3], carrier: number % 2 == 0 ? .viettel : .vnpt)
        }
        world.evidence.reports = [report(.weak, .vnpt, village: 1), report(.noSignal, village: 2), report(.signal, .viettel, village: 1)]
        let all = EvidenceJoin(world, Fixture.rule, asOf: Fixture.day("2026-11-01"))
        var shuffled = world
        shuffled.evidence.measurements.shuffle(using: &random)
        shuffled.evidence.reports.reverse()
        #expect(EvidenceJoin(shuffled, Fixture.rule, asOf: Fixture.day("2026-11-01")).villages == all.villages)
        var fewer = world
        fewer.evidence.measurements.removeAll { $0.place.longitude == 105.3 }
        #expect(EvidenceJoin(fewer, Fixture.rule, asOf: Fixture.day("2026-11-01"))[0] == all[0])
    }

    @Test func conflictsAreListedByVillageAndOperator() throws {
        var world = Self.world
        world.evidence.measurements = [measured(-125, 105.1), measured(-95, 105.2, carrier: .vnpt)]
        world.evidence.reports = [report(.noSignal, village: 0), report(.noSignal, village: 2)]
        let gaps = try FootprintAnalysis(rule: Fixture.rule, asOf: Fixture.day("2026-11-01"), threads: 1).run(world)
        #expect(gaps.verdicts.map(\.grade) == [.covered, .uncovered, .uncovered])
        let conflicts = EvidenceConflict.all(gaps, EvidenceJoin(world, Fixture.rule, asOf: Fixture.day("2026-11-01")))
        #expect(conflicts.map(\.village) == [0, 0, 1])
        #expect(conflicts.map(\.kind) == [.notFound, .notFound, .notExpected])
        #expect(conflicts.map(\.operator) == [nil, .viettel, .vnpt])
        #expect(conflicts[1].basis == .footprint && conflicts[1].measuredDBm == -125 && conflicts[2].basis == nil)
    }

    // MARK: Calibration

    private func planted(bias: Double, sigma: Double, pairs: Int) throws -> (World, RadioEnvironment, CoverageRule) {
        var rule = Fixture.rule
        rule.grades = [.covered, .uncovered]
        let environment = RadioEnvironment(terrain: try Ground.flat(), climate: .northernMountains)
        let site = Site(
            id: "s", operator: .viettel, place: Coordinate(longitude: 105.1, latitude: 21), technologies: [.lte4G], bandsMHz: [900],
            mastHeightMeters: 45)
        var random = SplitMix(state: 11)
        let places = (0..<pairs).map { _ in
            Coordinate(longitude: 105.12 + 0.1 * random.unit(), latitude: 20.97 + 0.06 * random.unit())
        }
        let world = World(villages: places.map { Village(id: "\($0)", name: "v", centre: $0) }, sites: [site])
        let levels = try PredictionAnalysis(rule: rule, asOf: Self.day, environment: environment, threads: 1).run(world).verdicts
            .map(\.signalDBm)
        var measuredWorld = world
        measuredWorld.evidence.measurements = try zip(places, levels).map { place, level in
            // The sum of twelve uniform numbers is as good as normal here.
            let noise = (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() }
            return FieldMeasurement(
                takenOn: Self.day, place: place, operator: .viettel, technology: .lte4G,
                rsrpDBm: try #require(level) + bias + sigma * noise, isSynthetic: true)
        }
        return (measuredWorld, environment, rule)
    }

    @Test func aPlantedBiasIsFound() throws {
        let (world, environment, rule) = try planted(bias: -6, sigma: 5, pairs: 120)
        let found = EvidenceCalibration(world, rule, asOf: Self.day, environment: environment, threads: 2)
        let row = try #require(found.rows.first)
        #expect(found.rows.count == 1 && row.pairs == 120 && found.unpaired == 0 && row.isApplicable)
        #expect(row.cellClass == .init(technology: .lte4G, frequencyMHz: 900))
        #expect(abs(row.biasDB + 6) < 3 * 5 / 120.0.squareRoot() && abs(row.medianDB + 6) < 2 && abs(row.sigmaDB - 5) < 1)
        #expect(abs(try #require(found.pooledSigmaDB) - row.sigmaDB) < 1e-9)
        let single = EvidenceCalibration(world, rule, asOf: Self.day, environment: environment, threads: 1)
        #expect(single == found)
    }

    @Test func anAppliedBiasMovesEveryLevelByItself() throws {
        let (world, environment, rule) = try planted(bias: 4, sigma: 1, pairs: 30)
        let analysis = PredictionAnalysis(rule: rule, asOf: Self.day, environment: environment, threads: 1)
        var corrected = environment
        corrected.calibration = EvidenceCalibration(world, rule, asOf: Self.day, environment: environment, threads: 1)
        let bias = try #require(corrected.calibration?.rows.first?.biasDB)
        let before = try analysis.run(world).verdicts
        let after = try PredictionAnalysis(rule: rule, asOf: Self.day, environment: corrected, threads: 1).run(world).verdicts
        for (first, second) in zip(before, after) {
            #expect(abs(try #require(second.signalDBm) - #require(first.signalDBm) - bias) < 1e-9)
        }
    }

    @Test func tooFewPairsAreShownAndNotApplied() throws {
        let (world, environment, rule) = try planted(bias: 4, sigma: 1, pairs: EvidenceCalibration.minimumPairs - 1)
        let found = EvidenceCalibration(world, rule, asOf: Self.day, environment: environment, threads: 1)
        #expect(found.rows.count == 1 && found.rows[0].isApplicable == false && found.pooledSigmaDB == nil)
        #expect(found.biasDB(found.rows[0].cellClass) == 0)
    }

    // MARK: Where to measure

    @Test func theLevelNearestToTheThresholdIsMeasuredFirst() throws {
        let environment = RadioEnvironment(terrain: try Ground.flat(), climate: .northernMountains)
        let site = Site(
            id: "s", operator: .viettel, place: Coordinate(longitude: 105.05, latitude: 21), technologies: [.lte4G], bandsMHz: [1800],
            mastHeightMeters: 45)
        var world = World(
            villages: stride(from: 105.06, to: 105.39, by: 0.01).map {
                var village = Village.at($0, 21)
                village.households = 100
                return village
            }, sites: [site])
        let gaps = try PredictionAnalysis(rule: Fixture.rule, asOf: Self.day, environment: environment, threads: 1).run(world)
        let none = EvidenceJoin(world, Fixture.rule, asOf: Self.day)
        let list = MeasureHere.ranked(gaps, world, none)
        #expect(!list.isEmpty && list.map(\.rank) == Array(1...list.count))
        let margins = try list.map { abs(try #require(gaps.verdicts[$0.verdict].marginSigma(gaps.rule))) }
        #expect(margins == margins.sorted() && margins.allSatisfy { $0 < 1.29 })
        #expect(list.allSatisfy { $0.flipProbability >= 0.1 && $0.flipProbability <= 0.5 && $0.doubt == .nearThreshold })
        #expect(list.allSatisfy { abs($0.householdsAtStake - 100 * $0.flipProbability) < 1e-9 })
        // The margin has the sign of the grade.
        for verdict in gaps.verdicts {
            if let margin = verdict.marginSigma(gaps.rule) { #expect((margin >= 0) == (verdict.grade == .covered)) }
        }
        // What was measured needs no measurement.
        let first = list[0].verdict
        world.evidence.measurements = [measured(-90, world.villages[first].centre.longitude)]
        let some = EvidenceJoin(world, Fixture.rule, asOf: Self.day)
        #expect(!MeasureHere.ranked(gaps, world, some).map(\.verdict).contains(first))
    }
}
