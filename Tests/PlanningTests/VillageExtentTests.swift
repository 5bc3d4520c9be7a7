import Geodesy
import Testing

@testable import Planning

@Suite struct VillageExtentTests {
    private static let centre = Coordinate(longitude: 105, latitude: 21)

    private static func rule(ring: Double = 600, points: Int = 6, grades: [Grade] = [.covered, .partial, .uncovered]) -> CoverageRule {
        CoverageRule(
            id: "test", version: 1, title: Bilingual(vi: "", en: ""), source: "", note: Bilingual(vi: "", en: ""),
            technologies: [.init(technology: .lte4G)], grades: grades, discRadiiMeters: [.lte4G: 4000], assumedExtentPoints: points,
            assumedExtentRingMeters: ring)
    }

    private static func village(_ id: String, east meters: Double, households: Int? = nil, isRounded: Bool = false) -> Village {
        Village(
            id: id, name: id, centre: Geodesic.destination(from: centre, azimuthDegrees: 90, distanceMeters: meters),
            households: households,
            isCoordinateRounded: isRounded)
    }

    @Test(arguments: [(5000.0, 600.0), (1200, 600), (1000, 500), (300, 150), (0, 0)])
    func theRingReachesNoFartherThanHalfTheWayToTheNearestVillage(meters: Double, radius: Double) {
        let world = World(villages: [Self.village("a", east: 0), Self.village("b", east: meters)])
        for extent in [VillageExtents(world, Self.rule())[0], VillageExtents(world, Self.rule())[1]] {
            #expect(extent.origin == .assumed)
            #expect(extent.points.count == (radius > 0 ? 7 : 1))
            for point in extent.points.dropFirst() { #expect(abs(Geodesic.distanceMeters(extent.points[0], point) - radius) < 1e-6) }
            #expect(abs(extent.reachMeters - radius) < 1e-6)
        }
    }

    @Test func aLonelyVillageHasTheWholeRingBeginningInTheNorth() {
        let extent = VillageExtents(World(villages: [Self.village("a", east: 0)]), Self.rule(points: 4))[0]
        let azimuths = extent.points.dropFirst().map { Geodesic.inverse(Self.centre, $0).azimuthDegrees }
        for (azimuth, expected) in zip(azimuths, [0.0, 90, 180, 270]) {
            #expect(abs(((azimuth - expected + 540).truncatingRemainder(dividingBy: 360)) - 180) < 1e-6)
        }
        #expect(azimuths.count == 4)
    }

    @Test func withoutTheGradePartialTheCentreIsAll() {
        let world = World(
            villages: [Self.village("a", east: 0, isRounded: true)], clusters: [VillageCluster(village: 0, place: Self.centre)])
        #expect(VillageExtents(world, Self.rule(grades: [.covered, .uncovered]))[0] == VillageExtent(centre: Self.centre))
    }

    @Test func statedClustersComeBeforeResidentialAreasAndTheseBeforeTheRing() {
        let places = [500.0, 900].map { Geodesic.destination(from: Self.centre, azimuthDegrees: 0, distanceMeters: $0) }
        var world = World(villages: [Self.village("a", east: 0), Self.village("b", east: 9000)])
        world.clusters = [VillageCluster(village: 0, place: places[1], origin: .residential)]
        let residential = VillageExtents(world, Self.rule())
        #expect(residential[0].origin == .residential && residential[0].points == [Self.centre, places[1]])
        #expect(residential[1].origin == .assumed)
        world.clusters.append(VillageCluster(village: 0, place: places[0]))
        let stated = VillageExtents(world, Self.rule())[0]
        #expect(stated.origin == .clusters && stated.points == [Self.centre, places[0]])
        // A cluster at the centre is the centre.
        world.clusters = [VillageCluster(village: 0, place: Self.centre, households: 5)]
        #expect(VillageExtents(world, Self.rule())[0] == VillageExtent(origin: .clusters, points: [Self.centre], households: [5]))
    }

    /// What the village counts, what its two clusters count, and what stands at centre and clusters then.
    @Test(
        arguments: [
            (nil, nil, nil, nil), (30, nil, nil, [10, 10, 10]), (30, 12, nil, [9, 12, 9]), (30, 20, 10, [0, 20, 10]),
            (30, 40, nil, [0, 40, 0]), (nil, 20, 10, [0, 20, 10]), (nil, 20, nil, nil), (0, nil, nil, nil), (40, 20, 10, [10, 20, 10]),
        ] as [(Int?, Int?, Int?, [Double]?)])
    func householdsThatNobodyCountsShareTheRest(total: Int?, first: Int?, second: Int?, expected: [Double]?) {
        let places = [500.0, 900].map { Geodesic.destination(from: Self.centre, azimuthDegrees: 0, distanceMeters: $0) }
        let world = World(
            villages: [Self.village("a", east: 0, households: total)],
            clusters: [
                VillageCluster(village: 0, place: places[0], households: first),
                VillageCluster(village: 0, place: places[1], households: second),
            ])
        #expect(VillageExtents(world, Self.rule())[0].households == expected)
    }

    @Test func aRoundedCentreIsSampledInsideItsArcMinute() {
        let extents = VillageExtents(
            World(villages: [Self.village("a", east: 0, isRounded: true), Self.village("b", east: 9000)]), Self.rule())
        let samples = extents[0].roundingSamples
        #expect(samples.count == 8 && Set(samples).count == 8 && !samples.contains(Self.centre))
        for sample in samples {
            #expect(abs(sample.longitude - 105) < 0.5 / 60 && abs(sample.latitude - 21) < 0.5 / 60)
        }
        let sums = samples.reduce((0.0, 0.0)) { ($0.0 + $1.longitude - 105, $0.1 + $1.latitude - 21) }
        #expect(abs(sums.0) < 1e-9 && abs(sums.1) < 1e-9)
        #expect(extents[1].roundingSamples.isEmpty)
    }
}
