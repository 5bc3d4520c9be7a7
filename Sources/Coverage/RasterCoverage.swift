import Dispatch
import Geodesy
import Planning
import Radio
import Synchronization
import Terrain

/// Best-server maps over the posts of the terrain: the strongest cell of all masts at every post, layer by layer.
///
/// Sweeps find the few strongest masts of each post, exact paths to the post decide among them: its level is that of the path that a village
/// there would have, and only which mast serves may be missed, where the true one is not among the strongest by sweep.
///
/// Tiles are computed one after the other, masts in parallel; the values do not depend on the tiles nor on the number of threads. Memory is
/// the tile's values, at most `tileBudgetBytes`, and the windows in flight, at most `windowBudgetBytes` for each thread (one window where
/// already that is more); beside them stands the terrain. Complexity: one sweep for each mast and tile in its range.
public struct RasterCoverage: Sendable {
    /// Which maps are made; the first is that of everything asked for.
    public let layers: [RasterLayer]
    /// The posts.
    public let terrain: TerrainGrid
    /// What counts as signal.
    public let rule: CoverageRule
    /// Median that makes the rule's threshold likely enough, dBm: the level of class `basic`.
    public let basicDBm: Double
    /// The same for the rule's good level, dBm: the level of class `good`.
    public let goodDBm: Double
    /// Positions in `World.sites` of the sites in the maps, those on unknown ground included.
    public let sites: [Int]
    /// Of these, the ones that stand on unknown ground and are therefore in no map.
    public let sitesOnUnknownGround: [Int]
    /// Masts whose range ends beyond the frame, which is the terrain that was read.
    public let mastsReachingBeyondFrame: Int
    /// How far from a mast is looked at most, metres; a site's own cap may be nearer.
    public let radiusMeters: Double
    /// The parts in which the grid is computed, as posts of ``terrain``, in rows from the north-west; together they are the whole grid.
    public let tiles: [(columns: Range<Int>, rows: Range<Int>)]
    private let reception: ReceptionRule
    private let masts: [RasterMast]
    private let climate: RadioClimate
    private let windowBudgetBytes: Int

    /// Memory for the values of one tile.
    public static let standardTileBudgetBytes = 512 << 20
    /// Memory for the windows of one thread.
    public static let standardWindowBudgetBytes = 64 << 20

    /// Gathers the masts.
    ///
    /// - Parameters:
    ///   - layers: at least one.
    ///   - radiusMeters: how far from a mast is looked, > 0; nil = the environment's maximum range.
    /// - Returns: nil when the environment has no terrain.
    public init?(
        _ world: World, rule: CoverageRule, asOf: CalendarDate, environment: RadioEnvironment, layers: [RasterLayer],
        radiusMeters: Double? = nil, tileBudgetBytes: Int = standardTileBudgetBytes,
        windowBudgetBytes: Int = standardWindowBudgetBytes
    ) {
        guard let terrain = environment.terrain else { return nil }
        var environment = environment
        if let radiusMeters { environment.maximumRangeMeters = radiusMeters }
        let reception = ReceptionRule(rule)
        let gathered = RasterMasts(
            world, technologies: rule.countedTechnologies(on: asOf), layers: layers, rule: reception, environment: environment,
            radiusMeters: environment.maximumRangeMeters)
        self.layers = layers
        self.terrain = terrain
        self.rule = rule
        self.reception = reception
        basicDBm = reception.requiredDBm
        goodDBm = rule.goodRSRPDBm + reception.marginDB
        sites = gathered.sites
        sitesOnUnknownGround = gathered.sitesOnUnknownGround
        masts = gathered.masts
        self.radiusMeters = environment.maximumRangeMeters
        climate = environment.climate
        self.windowBudgetBytes = windowBudgetBytes
        tiles = RasterTile.split(
            columns: terrain.columns, rows: terrain.rows, layers: layers, budgetBytes: tileBudgetBytes)
        let box = terrain.boundingBox
        mastsReachingBeyondFrame = masts.count { mast in
            let reach = Self.reach(mast)
            return reach.west < box.west || reach.east > box.east || reach.south < box.south || reach.north > box.north
        }
    }

    /// Probability that the rule's threshold is reached where the median is as given, 0…1, to a thousandth; NaN for NaN.
    public func probability(_ rsrpDBm: Float) -> Float {
        rsrpDBm.isNaN ? .nan : Float((reception.probability(Double(rsrpDBm)) * 1_000).rounded() / 1_000)
    }

    /// Number of steps that all tiles take together: sweeps, then blocks of rows.
    public var stepCount: Int { tiles.indices.reduce(0) { $0 + jobs($1).count + Self.blocks(tiles[$1].rows) } }

    /// Number of sweeps among them.
    var sweepCount: Int { tiles.indices.reduce(0) { $0 + jobs($1).count } }

    /// Some cells of one mast: as many as fit into a thread's memory.
    private struct Job {
        let mast: Int
        let cells: Range<Int>
    }

    private static func reach(_ mast: RasterMast) -> BoundingBox {
        BoundingBox(
            west: mast.place.longitude, south: mast.place.latitude, east: mast.place.longitude, north: mast.place.latitude
        ).expanded(byMeters: mast.rangeMeters)
    }

    private func jobs(_ tile: Int) -> [Job] {
        let (columns, rows) = tiles[tile]
        let box = BoundingBox(
            west: terrain.west + Double(columns.lowerBound) * terrain.stepLongitude,
            south: terrain.north - Double(rows.upperBound - 1) * terrain.stepLatitude,
            east: terrain.west + Double(columns.upperBound - 1) * terrain.stepLongitude,
            north: terrain.north - Double(rows.lowerBound) * terrain.stepLatitude)
        let spacing = terrain.sampleSpacingMeters
        var jobs: [Job] = []
        for (index, mast) in masts.enumerated() where Self.reach(mast).intersects(box) {
            let rings = mast.rangeMeters / spacing
            let bytes = max(1, Self.valuesPerSquaredRing * rings * rings * Double(MemoryLayout<Float>.size))
            let atOnce = max(1, min(mast.cells.count, Int(Double(windowBudgetBytes) / bytes)))
            for first in stride(from: 0, to: mast.cells.count, by: atOnce) {
                jobs.append(Job(mast: index, cells: first..<min(mast.cells.count, first + atOnce)))
            }
        }
        return jobs
    }

    /// A sweep holds its rings and its window.
    private static let valuesPerSquaredRing = 8.4

    /// A mast that cannot be swept.
    public struct SweepFailure: Error, Sendable {
        /// Positions in `World.sites` of the sites whose cells were being computed.
        public let sites: [Int]
        /// What the sweep did not take.
        public let cause: RadioInputError
    }

    /// Computes one tile.
    ///
    /// - Parameters:
    ///   - tile: position in ``tiles``.
    ///   - stepDone: called after each step, from any thread.
    /// - Throws: `SweepFailure` for the first mast whose height, carrier or range the sweep does not take.
    public func compute(_ tile: Int, threads: Int, stepDone: @Sendable () -> Void = {}) throws(SweepFailure) -> RasterTile {
        let jobs = jobs(tile)
        let mosaic = Mutex(
            RasterMosaic(
                columns: tiles[tile].columns, rows: tiles[tile].rows, contenders: layers.map(RasterMosaic.contenders)))
        let failed = Mutex<(job: Int, cause: RadioInputError)?>(nil)
        let next = Atomic(0)
        // The few masts of a small map share the threads that are left over.
        let threadsForEach = max(1, threads / max(1, jobs.count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, jobs.count))) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < jobs.count, failed.withLock({ $0 == nil }) else { return }
                let cells = masts[jobs[number].mast].cells[jobs[number].cells]
                do throws(RadioInputError) {
                    let windows = try sweep(jobs[number], threads: threadsForEach)
                    mosaic.withLock { mosaic in
                        for (cell, window) in zip(cells, windows) {
                            mosaic.take(window, mast: Int32(clamping: jobs[number].mast), layers: cell.layers)
                        }
                    }
                } catch {
                    // Numbers are handed out in order, so that the first that fails is among those that ran.
                    failed.withLock { failed in if number < failed?.job ?? .max { failed = (number, error) } }
                }
                stepDone()
            }
        }
        if let (job, cause) = failed.withLock({ $0 }) {
            throw SweepFailure(sites: masts[jobs[job].mast].cells[jobs[job].cells].map { Int($0.site) }, cause: cause)
        }
        return decided(mosaic.withLock { $0 }, tile, threads: threads, rowsDone: stepDone)
    }

    /// Rows that are decided at a time, and count as one sweep in the progress.
    private static let rowsAtOnce = 16

    private static func blocks(_ rows: Range<Int>) -> Int { (rows.count + rowsAtOnce - 1) / rowsAtOnce }

    /// Lets exact paths decide among the contenders, post by post.
    private func decided(
        _ mosaic: RasterMosaic, _ tile: Int, threads: Int, rowsDone: @Sendable () -> Void
    ) -> RasterTile {
        let (columns, rows) = tiles[tile]
        let blocks = Self.blocks(rows)
        typealias Decided = [(rsrpDBm: [Float], site: [Int32])]
        let found = Mutex([Decided](repeating: [], count: blocks))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, blocks))) { _ in
            var server = RasterServer(
                masts: masts,
                exact: ExactLevel(terrain: terrain, climate: climate, receiverHeightsMeters: [rule.receiverHeightMeters]))
            while true {
                let block = next.add(1, ordering: .relaxed).oldValue
                guard block < blocks else { return }
                let own = rows.dropFirst(block * Self.rowsAtOnce).prefix(Self.rowsAtOnce)
                var values: Decided = layers.map { _ in ([], []) }
                for row in own {
                    for column in columns {
                        server.move()
                        let place = Coordinate(
                            longitude: terrain.west + Double(column) * terrain.stepLongitude,
                            latitude: terrain.north - Double(row) * terrain.stepLatitude)
                        for layer in layers.indices {
                            let contenders = mosaic.contenders(layer: layer, row: row, column: column)
                            let best = server.best(of: contenders, layer: layer, at: place)
                            values[layer].rsrpDBm.append(best.rsrpDBm)
                            values[layer].site.append(best.site)
                        }
                    }
                }
                found.withLock { $0[block] = values }
                rowsDone()
            }
        }
        let parts = found.withLock { $0 }
        return RasterTile(
            columns: columns, rows: rows,
            layers: layers.indices.map { layer in
                RasterTile.Layer(rsrpDBm: parts.flatMap { $0[layer].rsrpDBm }, site: parts.flatMap { $0[layer].site })
            })
    }

    private func sweep(_ job: Job, threads: Int) throws(RadioInputError) -> [SignalWindow] {
        let mast = masts[job.mast]
        let sweep = try RadialSweep(
            terrain: terrain, climate: climate, receiverHeightsMeters: [rule.receiverHeightMeters], radiusMeters: mast.rangeMeters)
        return try sweep.window(from: mast.transmitter(job.cells), threads: threads)
    }
}
