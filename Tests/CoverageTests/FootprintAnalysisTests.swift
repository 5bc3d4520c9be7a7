import Geodesy
import Geometry
import Planning
import Testing

@testable import Coverage

@Suite struct FootprintAnalysisTests {
    @Test func insideAFootprintIsCovered() throws {
        let world = World(villages: [.at(105, 21), .at(106, 21)], footprints: [.square("f", .viettel, .lte4G, around: 105, 21)])
        let report = try Fixture.analysis.run(world)
        #expect(report.verdicts.map(\.grade) == [.covered, .uncovered])
        #expect(report.verdicts[0].reason == .insideFootprint)
        #expect(report.verdicts[0].basis == .footprint)
        #expect(report.verdicts[0].operators == [.viettel])
        #expect(report.verdicts[1].reason == .noSiteInRange)
        #expect(report.verdicts[1].basis == .absence)
        #expect(report.deadZones == [1])
    }

    @Test func aHoleIsNotCovered() throws {
        let hole = [
            Coordinate(longitude: 104.99, latitude: 20.99), .init(longitude: 104.99, latitude: 21.01),
            .init(longitude: 105.01, latitude: 21.01), .init(longitude: 105.01, latitude: 20.99), .init(longitude: 104.99, latitude: 20.99),
        ]
        var footprint = Footprint.square("f", .viettel, .lte4G, around: 105, 21)
        footprint.area = MultiPolygon([Polygon(exterior: footprint.area.polygons[0].exterior, holes: [hole])])
        let world = World(villages: [.at(105, 21), .at(105.02, 21.02)], footprints: [footprint])
        #expect(try Fixture.analysis.run(world).verdicts.map(\.grade) == [.uncovered, .covered])
    }

    @Test func aRetiredTechnologyNoLongerCovers() throws {
        let world = World(villages: [.at(105, 21)], footprints: [.square("f", .vnpt, .gsm2G, around: 105, 21)])
        let before = FootprintAnalysis(rule: Fixture.rule, asOf: Fixture.day("2026-09-15"), threads: 1)
        let after = FootprintAnalysis(rule: Fixture.rule, asOf: Fixture.day("2026-09-16"), threads: 1)
        #expect(try before.run(world).verdicts[0].grade == .covered)
        let verdict = try after.run(world).verdicts[0]
        #expect(verdict.grade == .uncovered)
        #expect(verdict.reason == .onlyRetiredTechnology)
    }

    @Test func discsStandInOnlyWhereAnOperatorGivesNoFootprints() throws {
        // Viettel states a footprint elsewhere: its own site beside the village then covers nothing by a disc. VNPT states none.
        let village = Village.at(105, 21)
        let far = Footprint.square("f", .viettel, .lte4G, around: 107, 21)
        let site = Site(id: "s", operator: .viettel, place: village.centre, technologies: [.lte4G])
        let outside = try Fixture.analysis.run(World(villages: [village], sites: [site], footprints: [far])).verdicts[0]
        #expect(outside.grade == .uncovered)
        #expect(outside.reason == .outsideFootprints)
        var other = site
        other.operator = .vnpt
        let inside = try Fixture.analysis.run(World(villages: [village], sites: [other], footprints: [far]))
        #expect(inside.verdicts[0].grade == .covered)
        #expect(inside.verdicts[0].basis == .disc)
        #expect(inside.verdicts[0].confidence == .low)
        #expect(inside.discs == [RangeDisc(site: 0, technology: .lte4G, radiusMeters: 4000)])
        // Per technology: 3G discs stand even where 4G footprints exist.
        var threeG = site
        threeG.technologies = [.umts3G]
        #expect(
            try Fixture.analysis.run(World(villages: [village], sites: [threeG], footprints: [far])).verdicts[0].notes == [
                .only3G, .singleOperator,
            ])
    }

    @Test(arguments: [(3999.0, Grade.covered), (4001.0, .uncovered)])
    func aDiscEndsAtItsRadius(meters: Double, grade: Grade) throws {
        let village = Village.at(105, 21)
        for azimuth in stride(from: 0.0, to: 360, by: 30) {
            let place = Geodesic.destination(from: village.centre, azimuthDegrees: azimuth, distanceMeters: meters)
            let site = Site(id: "s", operator: .vnpt, place: place, technologies: [.lte4G])
            #expect(try Fixture.analysis.run(World(villages: [village], sites: [site])).verdicts[0].grade == grade)
        }
    }

    @Test func plannedAndSwitchedOffSitesCoverNobody() throws {
        let village = Village.at(105, 21)
        var site = Site(id: "s", operator: .vnpt, place: village.centre, technologies: [.lte4G], status: .planned)
        let planned = try Fixture.analysis.run(World(villages: [village], sites: [site])).verdicts[0]
        #expect(planned.grade == .uncovered)
        #expect(planned.reason == .onlyPlannedSite)
        #expect(planned.nearestSite == nil)
        site.status = .off
        #expect(try Fixture.analysis.run(World(villages: [village], sites: [site])).verdicts[0].reason == .noSiteInRange)
        // A footprint of a site that is off covers nobody either.
        var footprint = Footprint.square("f", .vnpt, .lte4G, around: 105, 21)
        footprint.siteID = "s"
        #expect(
            try Fixture.analysis.run(World(villages: [village], sites: [site], footprints: [footprint])).verdicts[0].grade == .uncovered)
    }

    @Test func aRetiredTechnologyPutsNoSiteInRange() throws {
        // 2G of an operator that states footprints elsewhere reaches 12 km by its disc, but 2G has ended.
        let village = Village.at(105, 21)
        let far = Footprint.square("f", .vnpt, .gsm2G, around: 107, 21)
        let old = Site(
            id: "old", operator: .vnpt, place: Geodesic.destination(from: village.centre, azimuthDegrees: 0, distanceMeters: 8000),
            technologies: [.gsm2G])
        let planned = Site(id: "new", operator: .mobifone, place: village.centre, technologies: [.lte4G], status: .planned)
        let analysis = FootprintAnalysis(rule: Fixture.rule, asOf: Fixture.day("2026-11-01"), threads: 1)
        #expect(try analysis.run(World(villages: [village], sites: [old], footprints: [far])).verdicts[0].reason == .noSiteInRange)
        #expect(
            try analysis.run(World(villages: [village], sites: [old, planned], footprints: [far])).verdicts[0].reason == .onlyPlannedSite)
    }

    @Test func outsideTheCompleteAreaAnAbsenceIsUnknown() throws {
        let complete = MultiPolygon.disc(center: Coordinate(longitude: 105, latitude: 21), radiusMeters: 5000, vertices: 32)
        let world = World(
            sitesCompleteIn: [complete], villages: [.at(105, 21), .at(106, 21), .at(107, 21)],
            footprints: [.square("f", .viettel, .lte4G, around: 107, 21)])
        let verdicts = try Fixture.analysis.run(world).verdicts
        #expect(verdicts.map(\.grade) == [.uncovered, .unknown, .covered])
        #expect(verdicts[1].reason == .siteListIncomplete)
        #expect(verdicts[1].confidence == .low)
    }

    @Test func anAbsenceIsTrustedOnlyWhereCompletenessIsDeclared() throws {
        let here = MultiPolygon.disc(center: Coordinate(longitude: 105, latitude: 21), radiusMeters: 5000, vertices: 32)
        let declared = try Fixture.analysis.run(World(sitesCompleteIn: [here], villages: [.at(105, 21)])).verdicts[0]
        let undeclared = try Fixture.analysis.run(World(villages: [.at(105, 21)])).verdicts[0]
        #expect(declared.grade == .uncovered && undeclared.grade == .uncovered)
        #expect(declared.confidence == .medium && undeclared.confidence == .low)
    }

    @Test func aRuleMayAskForTwoOperators() throws {
        var rule = Fixture.rule
        rule.minimumOperators = 2
        let analysis = FootprintAnalysis(rule: rule, asOf: Fixture.day("2025-01-01"), threads: 1)
        let one = Footprint.square("a", .viettel, .lte4G, around: 105, 21)
        let two = Footprint.square("b", .vnpt, .umts3G, around: 105, 21)
        #expect(try analysis.run(World(villages: [.at(105, 21)], footprints: [one])).verdicts[0].reason == .tooFewOperators)
        let verdict = try analysis.run(World(villages: [.at(105, 21)], footprints: [one, two])).verdicts[0]
        #expect(verdict.grade == .covered)
        #expect(verdict.confidence == .high)
    }

    @Test func theBestSiteIsOfTheNewestTechnologyThenTheNearest() throws {
        let village = Village.at(105, 21)
        func site(_ id: String, _ meters: Double, _ technology: Technology) -> Site {
            Site(
                id: id, operator: .vnpt, place: Geodesic.destination(from: village.centre, azimuthDegrees: 45, distanceMeters: meters),
                technologies: [technology])
        }
        let world = World(
            villages: [village], sites: [site("near-3g", 100, .umts3G), site("far-4g", 3000, .lte4G), site("mid-4g", 2000, .lte4G)])
        let verdict = try Fixture.analysis.run(world).verdicts[0]
        #expect(verdict.bestSite == 2)
        #expect(verdict.bestTechnology == .lte4G)
        #expect(verdict.nearestSite == 0)
        #expect(abs((verdict.nearestSiteMeters ?? 0) - 100) < 0.01)
    }

    @Test func crowdsourcedCellsAreCappedAndWeak() throws {
        let village = Village.at(105, 21)
        let place = Geodesic.destination(from: village.centre, azimuthDegrees: 0, distanceMeters: 2500)
        var site = Site(id: "s", operator: .vnpt, place: place, technologies: [.lte4G], evidence: .crowdsourced, rangeCapMeters: 2000)
        #expect(try Fixture.analysis.run(World(villages: [village], sites: [site])).verdicts[0].grade == .uncovered)
        site.rangeCapMeters = 3000
        let verdict = try Fixture.analysis.run(World(villages: [village], sites: [site])).verdicts[0]
        #expect(verdict.grade == .covered)
        #expect(verdict.notes.contains(.weakEvidence))
    }

    @Test func aRoundedCoordinateLowersConfidence() throws {
        var rounded = Village.at(105, 21)
        rounded.isCoordinateRounded = true
        let world = World(villages: [.at(105, 21), rounded], footprints: [.square("f", .viettel, .lte4G, around: 105, 21)])
        #expect(try Fixture.analysis.run(world).verdicts.map(\.confidence) == [.medium, .low])
    }

    @Test func anEmptyWorldIsGraded() throws {
        #expect(try Fixture.analysis.run(World()).verdicts.isEmpty)
        #expect(try Fixture.analysis.run(World(villages: [.at(105, 21)])).verdicts[0].grade == .uncovered)
    }
}

@Suite struct FootprintAnalysisPropertyTests {
    @Test(arguments: 1...6) func threadsDoNotChangeTheResult(seed: UInt64) throws {
        let world = Fixture.randomWorld(seed: seed)
        let one = try FootprintAnalysis(rule: Fixture.rule, asOf: Fixture.day("2025-01-01"), threads: 1).run(world)
        for threads in [2, 3, 8] {
            let many = try FootprintAnalysis(rule: Fixture.rule, asOf: Fixture.day("2025-01-01"), threads: threads).run(world)
            #expect(one.verdicts == many.verdicts)
        }
        // Both grades must occur, or the comparison says nothing.
        #expect(Set(one.verdicts.map(\.grade)) == [.covered, .uncovered])
    }

    @Test(arguments: 1...6) func addingASiteNeverUncovers(seed: UInt64) throws {
        var world = Fixture.randomWorld(seed: seed)
        let before = try Fixture.analysis.run(world)
        world.sites.append(Site(id: "new", operator: .mobifone, place: world.villages[before.deadZones[0]].centre, technologies: [.lte4G]))
        let after = try Fixture.analysis.run(world)
        for (old, new) in zip(before.verdicts, after.verdicts) where old.grade == .covered { #expect(new.grade == .covered) }
        #expect(after.deadZones.count < before.deadZones.count)
    }

    @Test(arguments: 1...6) func theOrderOfTheInputDoesNotChangeTheGrades(seed: UInt64) throws {
        let world = Fixture.randomWorld(seed: seed)
        var reversed = world
        reversed.footprints.reverse()
        reversed.sites.reverse()
        #expect(try Fixture.analysis.run(world).verdicts.map(\.grade) == Fixture.analysis.run(reversed).verdicts.map(\.grade))
    }
}
