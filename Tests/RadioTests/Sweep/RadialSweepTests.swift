import Geodesy
import Terrain
import Testing

@testable import Radio

@Suite struct RadialSweepTests {
    private let site = Coordinate(longitude: 105.16, latitude: 21.66)
    private let cells = [
        SweepCell(
            frequencyMHz: 900, conductedPowerDBm: 17.7,
            sectors: [Sector(antenna: .sector(maximumGainDBi: 15), azimuthDegrees: 40, electricalTiltDegrees: 3)]),
        SweepCell(frequencyMHz: 2_600, conductedPowerDBm: 15, sectors: [Sector(antenna: .omni(maximumGainDBi: 17.5))]),
    ]

    private var mast: SweepTransmitter { SweepTransmitter(place: site, antennaHeightMeters: 45, cells: cells) }

    private func sweep(_ grid: TerrainGrid, radius: Double = 6_000, heights: [Double] = [1.5, 10]) throws -> RadialSweep {
        try RadialSweep(terrain: grid, climate: .northernMountains, receiverHeightsMeters: heights, radiusMeters: radius)
    }

    @Test func threadsChangeNothing() throws {
        let sweep = try sweep(SweepGround.mountains.grid(withClutter: true, seed: 3))
        let one = try sweep.window(from: mast)
        for threads in [2, 5] {
            let many = try sweep.window(from: mast, threads: threads)
            #expect(many.map { $0.valuesDBm.map(\.bitPattern) } == one.map { $0.valuesDBm.map(\.bitPattern) })
        }
    }

    /// A limit of nothing gives every cell a path of its own; a limit in between changes only cells whose samples differ.
    @Test func refinedCellsHaveTheirExactPaths() throws {
        let grid = try SweepGround.mountains.grid(seed: 7)
        let sweep = try sweep(grid)
        let (rough, some, all) = try (
            sweep.window(from: mast), sweep.window(from: mast, refiningAboveDB: 6, threads: 2),
            sweep.window(from: mast, refiningAboveDB: -1)
        )
        var exact = sweep.exactLevel
        var (refined, kept) = (0, 0)
        let window = rough[0]
        for post in stride(from: 0, to: window.rows * window.columns, by: 7) where !window.valuesDBm[post].isNaN {
            let place = Coordinate(
                longitude: grid.west + Double(window.firstColumn + post % window.columns) * grid.stepLongitude,
                latitude: grid.north - Double(window.firstRow + post / window.columns) * grid.stepLatitude)
            exact.values(from: mast, at: place) { layer, value in
                #expect(all[layer].valuesDBm[post] == value)
                let middle = some[layer].valuesDBm[post]
                #expect(middle == value || middle == rough[layer].valuesDBm[post])
                if middle != rough[layer].valuesDBm[post] { refined += 1 } else { kept += 1 }
            }
        }
        #expect(refined > 300 && kept > 300, "\(refined) refined, \(kept) kept")
    }

    /// Every cell inside the radius has a value near that of its own path, every other none.
    @Test(arguments: [SweepGround.hills, .plain, .islands]) func cellsAreNearTheirExactPaths(ground: SweepGround) throws {
        let grid = try ground.grid(seed: 5)
        let sweep = try sweep(grid)
        let windows = try sweep.window(from: mast)
        #expect(windows.count == 4)
        var exact = sweep.exactLevel
        var errors: [Float] = []
        let window = windows[0]
        for row in 0..<window.rows {
            for column in 0..<window.columns {
                let place = Coordinate(
                    longitude: grid.west + Double(window.firstColumn + column) * grid.stepLongitude,
                    latitude: grid.north - Double(window.firstRow + row) * grid.stepLatitude)
                let post = row * window.columns + column
                let distance = Geodesic.distanceMeters(site, place)
                let isWithin = distance <= 6_000
                #expect(windows.allSatisfy { $0.valuesDBm[post].isNaN != isWithin })
                guard isWithin, (row + column).isMultiple(of: 3) else { continue }
                exact.values(from: mast, at: place, .levelDBm) { layer, value in
                    let difference = abs(value - windows[layer].valuesDBm[post])
                    errors.append(difference)
                    if distance < 15 * sweep.spacingMeters { #expect(difference == 0) }
                }
            }
        }
        errors.sort()
        #expect(errors.count > 10_000)
        #expect(errors[errors.count / 2] < 0.8)
        #expect(errors[errors.count * 95 / 100] < 12)
    }

    @Test func theWindowHoldsAllCellsInReachAndNoMore() throws {
        let grid = try SweepGround.hills.grid(seed: 5)
        let window = try sweep(grid, radius: 3_000).window(from: mast)[0]
        let known = window.valuesDBm.count { !$0.isNaN }
        let spacing = (grid.stepLongitude * 103_500, grid.stepLatitude * 110_700)
        let expected = Double.pi * 9e6 / (spacing.0 * spacing.1)
        #expect(abs(Double(known) / expected - 1) < 0.01)
        #expect(window.valuesDBm.count == window.columns * window.rows)
        // The site's own post has a value.
        let column = Int(((site.longitude - grid.west) / grid.stepLongitude).rounded()) - window.firstColumn
        let row = Int(((grid.north - site.latitude) / grid.stepLatitude).rounded()) - window.firstRow
        #expect(window.valuesDBm[row * window.columns + column] > -90)
    }

    /// Ground that is not known hides what lies behind it, and only that.
    @Test func gapsHideWhatLiesBehind() throws {
        let whole = try SweepGround.hills.grid(seed: 6)
        var heights = whole.heightsMeters
        let column = Int((site.longitude - whole.west) / whole.stepLongitude)
        let row = Int((whole.north - site.latitude) / whole.stepLatitude)
        // A hole some 2 km to the east.
        for r in (row - 4)...(row + 4) { for c in (column + 22)...(column + 26) { heights[r * whole.columns + c] = .nan } }
        let holed = try TerrainGrid(
            west: whole.west, north: whole.north, stepLongitude: whole.stepLongitude, stepLatitude: whole.stepLatitude,
            columns: whole.columns, rows: whole.rows, heightsMeters: heights, surface: .dtm)
        let full = try sweep(whole).window(from: mast)[0]
        let part = try sweep(holed).window(from: mast)[0]
        func value(_ window: SignalWindow, _ r: Int, _ c: Int) -> Float {
            window.valuesDBm[(r - window.firstRow) * window.columns + c - window.firstColumn]
        }
        #expect(value(part, row, column + 50).isNaN)
        #expect(!value(full, row, column + 50).isNaN)
        #expect(value(part, row, column - 50) == value(full, row, column - 50))
        #expect(value(part, row, column + 18) == value(full, row, column + 18))
        // Beside the shadow of the hole every cell whose own path is known has a value.
        var exact = try sweep(holed).exactLevel
        for r in stride(from: row - 40, through: row + 40, by: 1) {
            let place = Coordinate(
                longitude: whole.west + Double(column + 40) * whole.stepLongitude, latitude: whole.north - Double(r) * whole.stepLatitude)
            exact.values(from: mast, at: place, .levelDBm) { layer, exactValue in
                if layer == 0, !exactValue.isNaN {
                    let ours = value(part, r, column + 40)
                    // All radials round it may cross the hole although its own path just passes.
                    #expect(!ours.isNaN || abs(r - row) < 12)
                }
            }
        }
    }

    @Test func aRadiusBeyondTheTerrainLeavesTheRestUnknown() throws {
        let grid = try SweepGround.hills.grid(posts: 120, seed: 5)
        let place = Coordinate(longitude: 105.05, latitude: 21.55)
        let sweep = try sweep(grid, radius: 12_000)
        let field = try sweep.polar(from: SweepTransmitter(place: place, antennaHeightMeters: 45, cells: cells))
        #expect(field[0, 0, field.lastRing, 0].isNaN)
        #expect(!field[0, 0, 10, 0].isNaN)
        let window = try sweep.window(from: SweepTransmitter(place: place, antennaHeightMeters: 45, cells: cells))[0]
        #expect((window.columns, window.rows) == (120, 120))
        #expect(window.valuesDBm.count { !$0.isNaN } > 13_500)
    }

    @Test func wrongInputIsNamed() throws {
        let grid = try SweepGround.hills.grid(posts: 60, seed: 5)
        #expect(throws: RadioInputError.self) { try sweep(grid, heights: []) }
        #expect(throws: RadioInputError.self) { try sweep(grid, heights: [-1]) }
        for radius in [0, -5, .nan, .infinity, 1e9] { #expect(throws: RadioInputError.self) { try sweep(grid, radius: radius) } }
        let made = try sweep(grid)
        var wrong = mast
        wrong.place = Coordinate(longitude: 110, latitude: 21.5)
        wrong.antennaHeightMeters = .nan
        wrong.cells = [SweepCell(frequencyMHz: 7_000, conductedPowerDBm: .nan, sectors: [])]
        let error = #expect(throws: RadioInputError.self) { try made.polar(from: wrong) }
        #expect(
            error?.defects.map(\.field) == ["antennaHeightMeters", "place", "frequencyMHz", "conductedPowerDBm", "sectors"])
        wrong = SweepTransmitter(place: Coordinate(longitude: 105.02, latitude: 21.52), antennaHeightMeters: 45, cells: [])
        #expect(throws: RadioInputError.self) { try made.window(from: wrong) }
    }
}
