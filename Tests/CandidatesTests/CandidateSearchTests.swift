import Geodesy
import Geometry
import Planning
import Terrain
import Testing

@testable import Candidates

@Suite struct CandidateSearchTests {
    private static let origin = Coordinate(longitude: 105, latitude: 21)

    private static func east(_ meters: Double) -> Coordinate {
        Geodesic.destination(from: origin, azimuthDegrees: 90, distanceMeters: meters)
    }

    /// Villages so many metres east of the origin, all of them dead; a road through the first.
    private static func world(_ meters: [Double]) -> World {
        World(
            villages: meters.map { Village(id: "v\(Int($0))", name: "v", centre: east($0)) },
            sites: [
                Site(id: "near", operator: .viettel, place: east(500), technologies: [.gsm2G]),
                Site(id: "far", operator: .viettel, place: east(90_000), technologies: [.gsm2G]),
                Site(id: "off", operator: .viettel, place: east(600), technologies: [.gsm2G], status: .off),
            ],
            candidates: [CandidatePlace(id: "t", place: east(100))],
            roads: [[origin, Geodesic.destination(from: origin, azimuthDegrees: 0, distanceMeters: 1000)]])
    }

    private static func find(_ world: World, _ candidates: CandidateSettings?, hasTable: Bool = false) throws -> FoundCandidates {
        var settings = PlanSettings(roadWithinMeters: 0)
        settings.candidates = candidates
        return try CandidateSearch(world, settings: settings, hasTable: hasTable, terrain: nil).find(
            deadZones: Array(world.villages.indices))
    }

    @Test func aTableStandsAloneUnlessMoreIsAskedFor() throws {
        let world = Self.world([0, 5000])
        #expect(try Self.find(world, nil, hasTable: true).places.map(\.id) == ["t"])
        #expect(try Self.find(world, nil).places.map(\.id) == ["c-v0", "c-v5000"])
        let all = try Self.find(world, CandidateSettings(spacingMeters: 0), hasTable: true)
        #expect(all.places.map(\.id) == ["t", "c-v0", "c-v5000", "at-near"] && all.rejected.isEmpty)
        #expect(all.places[3].existingSite == 0 && all.places[3].power == .grid)
    }

    @Test func everyPlaceLeftOutHasItsReason() throws {
        var world = Self.world([0, 200, 5000, 9000])
        world.forbidden = [MultiPolygon.disc(center: Self.east(9000), radiusMeters: 500, vertices: 32)]
        let found = try Self.find(world, CandidateSettings(sources: [.villages], spacingMeters: 300, maximumRoadMeters: 6000))
        #expect(found.places.map(\.id) == ["c-v0", "c-v5000"])
        #expect(found.rejected.map { "\($0.place.id) \($0.reason.rawValue)" } == ["c-v200 too-close", "c-v9000 forbidden"])
        let near = try Self.find(world, CandidateSettings(sources: [.villages], spacingMeters: 0, maximumRoadMeters: 1000))
        #expect(near.rejected.map { "\($0.place.id) \($0.reason.rawValue)" } == ["c-v5000 too-far-from-road", "c-v9000 forbidden"])
        // The planner's own places keep no distance, but no law.
        let table = try Self.find(world, CandidateSettings(sources: [.villages], spacingMeters: 300), hasTable: true)
        #expect(table.places.map(\.id) == ["t", "c-v5000"])
        world.forbidden = [MultiPolygon.disc(center: Self.east(0), radiusMeters: 150, vertices: 32)]
        #expect(try Self.find(world, nil, hasTable: true).rejected.map(\.reason) == [.forbidden])
    }

    @Test func highGroundIsTakenWhereItSeesTheVillage() throws {
        let terrain = try HighSpotsTests.hills([(80, 90), (120, 110)])
        let world = World(villages: [Village(id: "v", name: "v", centre: HighSpotsTests.centre, households: 5)])
        var settings = PlanSettings()
        settings.candidates = CandidateSettings(sources: [.highSpots], highSpotsPerVillage: 1)
        func find(_ terrain: TerrainGrid?) throws -> [CandidatePlace] {
            try CandidateSearch(world, settings: settings, hasTable: false, terrain: terrain).find(deadZones: [0]).places
        }
        #expect(try find(terrain).map(\.id) == ["h-v-1"] && find(nil).isEmpty)
        settings.candidates?.highSpotsPerVillage = 5
        let both = try find(terrain)
        #expect(Set(both.map(\.place)) == [HighSpotsTests.place(80, 90), HighSpotsTests.place(120, 110)])
        settings.candidates?.maximumSlopeDegrees = 1
        // A summit of the model is a point: level by central differences.
        #expect(try find(terrain).count == 2)
        // Behind a wall nothing sees the village.
        let walled = try HighSpotsTests.grid { column, row in
            abs(column - 100) == 6 || abs(row - 100) == 6
                ? 600 : 100 + max(0, 150 - 30 * (Double(abs(column - 80)) + Double(abs(row - 90))))
        }
        #expect(try find(walled).allSatisfy { $0.place != HighSpotsTests.place(80, 90) })
    }

    @Test func idsAreUniqueWhateverTheInputsAreCalled() throws {
        var world = Self.world([0])
        world.candidates = [CandidatePlace(id: "c-v0", place: Self.east(4000)), CandidatePlace(id: "at-near", place: Self.east(4500))]
        let ids = try Self.find(world, CandidateSettings(spacingMeters: 0), hasTable: true).places.map(\.id)
        #expect(ids == ["c-v0", "at-near", "c-v0-2", "at-near-2"])
    }
}
