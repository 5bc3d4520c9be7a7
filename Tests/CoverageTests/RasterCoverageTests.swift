import Geodesy
import Geometry
import Planning
import Radio
import Terrain
import Testing

@testable import Coverage

@Suite struct RasterCoverageTests {
    private static let day = Fixture.day("2026-11-01")

    private func coverage(
        _ world: World, _ terrain: TerrainGrid, layers: [RasterLayer] = [RasterLayer()], radius: Double = 4_000,
        tileBudget: Int = RasterCoverage.standardTileBudgetBytes, windowBudget: Int = RasterCoverage.standardWindowBudgetBytes
    ) throws -> RasterCoverage {
        try #require(
            RasterCoverage(
                world, rule: Fixture.rule, asOf: Self.day,
                environment: RadioEnvironment(terrain: terrain, climate: .northernMountains), layers: layers, radiusMeters: radius,
                tileBudgetBytes: tileBudget, windowBudgetBytes: windowBudget))
    }

    private func site(
        _ id: String, _ longitude: Double, _ latitude: Double = 21, carrier: Planning.Operator = .viettel,
        technologies: [Technology] = [.lte4G], azimuths: [Double] = [], status: Site.Status = .active, range: Double? = nil
    ) -> Site {
        Site(
            id: id, operator: carrier, place: Coordinate(longitude: longitude, latitude: latitude), technologies: technologies,
            bandsMHz: [1800, 2100], mastHeightMeters: 45, azimuthsDegrees: azimuths, status: status,
            evidence: range == nil ? .declared : .crowdsourced, rangeCapMeters: range)
    }

    private func hills() throws -> TerrainGrid {
        try Ground.grid { place in
            Float(300 + 200 * (((place.longitude - 105) * 40).rounded(.down).truncatingRemainder(dividingBy: 2)) + place.latitude)
        }
    }

    private func place(_ coverage: RasterCoverage, _ column: Int, _ row: Int) -> Coordinate {
        Coordinate(
            longitude: coverage.terrain.west + Double(column) * coverage.terrain.stepLongitude,
            latitude: coverage.terrain.north - Double(row) * coverage.terrain.stepLatitude)
    }

    @Test func everyPostHasTheLevelOfTheExactPathToItsStrongestSite() throws {
        let world = World(sites: [
            site("a", 105.2, azimuths: [0, 120, 240]), site("b", 105.23, 21.01, carrier: .vnpt),
            site("c", 105.2, 21.03, carrier: .mobifone),
        ])
        let coverage = try coverage(world, hills())
        let layer = try coverage.compute(0, threads: 2).layers[0]
        // The same posts as villages, path by path.
        var exact = world
        var posts: [Int] = []
        for row in stride(from: 70, to: 170, by: 7) {
            for column in stride(from: 200, to: 330, by: 5) {
                posts.append(row * coverage.terrain.columns + column)
                let centre = place(coverage, column, row)
                exact.villages.append(.at(centre.longitude, centre.latitude))
            }
        }
        let report = try PredictionAnalysis(
            rule: Fixture.rule, asOf: Self.day,
            environment: RadioEnvironment(terrain: coverage.terrain, climate: .northernMountains, maximumRangeMeters: 4_000), threads: 2
        ).run(exact)
        var errors: [Double] = []
        for (post, verdict) in zip(posts, report.verdicts) {
            guard let level = verdict.signalDBm, verdict.basis == .terrainPrediction else { continue }
            #expect(!layer.rsrpDBm[post].isNaN)
            errors.append(abs(Double(layer.rsrpDBm[post]) - level))
        }
        #expect(errors.count > 200)
        // The same paths, to the hundredth of a decibel that a map states.
        #expect(errors.allSatisfy { $0 <= 0.0051 }, "\(errors.sorted().suffix(5))")
    }

    @Test func tilesThreadsAndMemoryChangeNothing() throws {
        var random = SplitMix(state: 11)
        let world = World(
            sites: (0..<12).map { number in
                site(
                    "s\(number)", 105.05 + 0.3 * random.unit(), 20.95 + 0.1 * random.unit(), carrier: [.viettel, .vnpt][number % 2],
                    technologies: [.umts3G, .lte4G], azimuths: [10, 130, 250])
            })
        // 1100 × 530 posts: three tiles across, two down.
        let step = 1.0 / 2400
        let wide = try TerrainGrid(
            west: 105, north: 21.1, stepLongitude: step, stepLatitude: step, columns: 1_100, rows: 530,
            heightsMeters: (0..<1_100 * 530).map { Float(100 + ($0 * 7919) % 60) }, surface: .dsm)
        let layers = [
            RasterLayer(), RasterLayer(carrier: .viettel, technology: .lte4G), RasterLayer(carrier: .vnpt, technology: .umts3G),
        ]
        let whole = try coverage(world, wide, layers: layers, radius: 2_000)
        let parts = try coverage(world, wide, layers: layers, radius: 2_000, tileBudget: 1, windowBudget: 1)
        #expect(whole.tiles.count == 1 && parts.tiles.count == 6 && parts.sweepCount > whole.sweepCount)
        let expected = try whole.compute(0, threads: 1)
        #expect(expected.layers.allSatisfy { $0.site.contains { $0 >= 0 } })
        func same(_ tile: RasterTile) -> Bool {
            expected.layers.indices.allSatisfy { layer in
                tile.rows.allSatisfy { row in
                    tile.columns.allSatisfy { column in
                        let there = row * 1_100 + column
                        let here = (row - tile.rows.lowerBound) * tile.columns.count + column - tile.columns.lowerBound
                        return tile.layers[layer].site[here] == expected.layers[layer].site[there]
                            && tile.layers[layer].rsrpDBm[here].bitPattern == expected.layers[layer].rsrpDBm[there].bitPattern
                    }
                }
            }
        }
        #expect(same(try whole.compute(0, threads: 3)))
        for index in parts.tiles.indices { #expect(same(try parts.compute(index, threads: 1 + index % 3))) }
    }

    @Test func thousandsOfEqualSitesOnOneMastAreSweptOnce() throws {
        let world = World(sites: (0..<3_000).map { site("s\($0)", 105.2) })
        let coverage = try coverage(world, Ground.flat(), radius: 1_500)
        #expect(coverage.sweepCount == 1 && coverage.sites.count == 3_000)
        #expect(Set(try coverage.compute(0, threads: 2).layers[0].site) == [-1, 0])
    }

    @Test func thousandsOfDifferentSitesOnOneMastFitIntoTheBudget() throws {
        let world = World(sites: (0..<2_000).map { site("s\($0)", 105.2, azimuths: [Double($0) * 0.18]) })
        let coverage = try coverage(world, Ground.flat(), radius: 1_000, windowBudget: 1 << 20)
        // 25 × 25 posts of 4 bytes a cell and two carriers a site.
        #expect(coverage.sweepCount > 5)
        let layer = try coverage.compute(0, threads: 2).layers[0]
        #expect(Set(layer.site).count > 50 && layer.rsrpDBm.contains { !$0.isNaN })
    }

    @Test func aSiteOnUnknownGroundIsNamedAndInNoMap() throws {
        let world = World(sites: [site("lost", 105.3), site("known", 105.2)])
        let coverage = try coverage(world, Ground.half())
        #expect(coverage.sites == [0, 1] && coverage.sitesOnUnknownGround == [0])
        #expect(Set(try coverage.compute(0, threads: 1).layers[0].site) == [-1, 1])
    }

    @Test func aRangeOfItsOwnEndsTheMapOfASite() throws {
        let world = World(sites: [site("s", 105.2, range: 1_000)])
        let coverage = try coverage(world, Ground.flat())
        let layer = try coverage.compute(0, threads: 1).layers[0]
        var farthest = 0.0
        for row in 0..<coverage.terrain.rows {
            for column in 0..<coverage.terrain.columns where !layer.rsrpDBm[row * coverage.terrain.columns + column].isNaN {
                farthest = max(farthest, Geodesic.distanceMeters(world.sites[0].place, place(coverage, column, row)))
            }
        }
        #expect(farthest <= 1_000 && farthest > 900)
    }

    @Test func onlySitesOnAirWithATechnologyThatCountsAreInTheMap() throws {
        let world = World(sites: [
            site("off", 105.1, status: .off), site("planned", 105.15, status: .planned), site("old", 105.2, technologies: [.gsm2G]),
            site("vnpt", 105.25, carrier: .vnpt), site("viettel", 105.3),
        ])
        #expect(try coverage(world, Ground.flat()).sites == [3, 4])
        #expect(try coverage(world, Ground.flat(), layers: [RasterLayer(carrier: .viettel)]).sites == [4])
        #expect(try coverage(world, Ground.flat(), layers: [RasterLayer(technology: .nr5G)]).sites == [])
    }

    @Test func aRadiusBeyondTheTerrainIsCountedAndEndsAtItsEdge() throws {
        let world = World(sites: [site("inside", 105.2), site("edge", 105.001)])
        let coverage = try coverage(world, Ground.flat())
        #expect(coverage.mastsReachingBeyondFrame == 1)
        #expect(try coverage.compute(0, threads: 1).layers[0].site.contains(1))
        // Far beyond the terrain on all sides.
        #expect(try self.coverage(world, Ground.flat(), radius: 100_000).mastsReachingBeyondFrame == 2)
    }

    @Test func withoutTerrainThereIsNoMap() {
        let environment = RadioEnvironment(terrain: nil, climate: .northernMountains)
        #expect(
            RasterCoverage(
                World(sites: [site("s", 105.2)]), rule: Fixture.rule, asOf: Self.day, environment: environment, layers: [RasterLayer()])
                == nil)
    }

    @Test func layersAreNamedForFiles() {
        #expect(RasterLayer().id == "all")
        #expect(RasterLayer(carrier: .viettel, technology: .lte4G).id == "viettel-4g")
        #expect(RasterLayer(technology: .nr5G).id == "5g")
    }
}
