import Geodesy
import Terrain
import Testing

@Suite struct ProfileSamplingTests {
    /// A plane in degrees: bilinear interpolation gives it back exactly, so that every sample tells where it was taken.
    private func plane(columns: Int = 1201, rows: Int = 1201, gapColumn: Int? = nil) throws -> TerrainGrid {
        let step = 1.0 / 1200
        var heights = [Float]()
        heights.reserveCapacity(columns * rows)
        for row in 0..<rows { for column in 0..<columns { heights.append(column == gapColumn ? .nan : Float(row + 2 * column)) } }
        return try TerrainGrid(
            west: 105, north: 22, stepLongitude: step, stepLatitude: step, columns: columns, rows: rows, heightsMeters: heights,
            surface: .dsm)
    }

    @Test(arguments: [
        (Coordinate(longitude: 105.1, latitude: 21.1), Coordinate(longitude: 105.4, latitude: 21.3)),
        (Coordinate(longitude: 105.02, latitude: 21.98), Coordinate(longitude: 105.97, latitude: 21.03)),
        (Coordinate(longitude: 105.9, latitude: 21.5), Coordinate(longitude: 105.1, latitude: 21.5)),
        (Coordinate(longitude: 105.5, latitude: 21.5), Coordinate(longitude: 105.5001, latitude: 21.5001)),
    ]) func samplesLieOnTheGeodesicAtEqualSteps(start: Coordinate, end: Coordinate) throws {
        let grid = try plane()
        var profile = TerrainProfile()
        grid.sample(from: start, to: end, into: &profile)
        let inverse = Geodesic.inverse(start, end)
        #expect(profile.count >= 5)
        #expect(profile.stepMeters <= grid.sampleSpacingMeters)
        #expect(abs(profile.stepMeters * Double(profile.count - 1) - inverse.distanceMeters) < 1e-6)
        #expect(profile.firstGap == nil)
        for index in 0..<profile.count {
            let exact = Geodesic.destination(
                from: start, azimuthDegrees: inverse.azimuthDegrees, distanceMeters: profile.stepMeters * Double(index))
            let expected = (22 - exact.latitude) * 1200 + 2 * (exact.longitude - 105) * 1200
            // One centimetre is about 3e-4 of this plane's units.
            #expect(abs(profile.heightsMeters[index] - expected) < 3e-4)
        }
    }

    @Test func oneProfileServesManyPathsOfAnyLength() throws {
        let grid = try plane()
        var profile = TerrainProfile()
        let start = Coordinate(longitude: 105.1, latitude: 21.1)
        grid.sample(from: start, to: Coordinate(longitude: 105.9, latitude: 21.9), into: &profile)
        grid.sample(from: start, to: start, into: &profile)
        #expect(profile.count == 5 && profile.distanceMeters == 0)
        #expect(profile.heightsMeters[..<5].allSatisfy { abs($0 - profile.heightsMeters[0]) < 1e-6 })
    }

    @Test func aGapIsFoundWhereItIsCrossedAndNowhereElse() throws {
        let grid = try plane(gapColumn: 600)
        var profile = TerrainProfile()
        let west = Coordinate(longitude: 105.1, latitude: 21.5)
        grid.sample(from: west, to: Coordinate(longitude: 105.9, latitude: 21.5), into: &profile)
        let gap = try #require(profile.firstGap)
        #expect(
            abs(Double(gap) * profile.stepMeters - Geodesic.distanceMeters(west, Coordinate(longitude: 105.4992, latitude: 21.5))) < 200)
        grid.sample(from: west, to: Coordinate(longitude: 105.4, latitude: 21.9), into: &profile)
        #expect(profile.firstGap == nil)
    }

    @Test func groundBeyondTheGridIsUnknownAndItsEdgeIsKnown() throws {
        let grid = try plane()
        var profile = TerrainProfile()
        grid.sample(from: Coordinate(longitude: 105.5, latitude: 21.9), to: Coordinate(longitude: 105.5, latitude: 22.1), into: &profile)
        let gap = try #require(profile.firstGap)
        #expect(abs(Double(gap) / Double(profile.count - 1) - 0.5) < 0.02)
        #expect(grid.heightMeters(at: Coordinate(longitude: 106, latitude: 22)) == 2400)
        #expect(grid.heightMeters(at: Coordinate(longitude: 105, latitude: 21)) == 1200)
        #expect(grid.heightMeters(at: Coordinate(longitude: 106.001, latitude: 21.5)).isNaN)
    }

    @Test func aSurfaceModelTakesNoClutter() {
        #expect(throws: TerrainError.self) {
            try TerrainGrid(
                west: 0, north: 0, stepLongitude: 1, stepLatitude: 1, columns: 2, rows: 2, heightsMeters: [0, 0, 0, 0],
                clutterMeters: [0, 0, 0, 0], surface: .dsm)
        }
    }
}
