import GeoFiles
import Geodesy
import Planning
import Terrain

/// Where the heights of a box may be had from an earlier reading of the same files.
public struct TerrainMemory {
    /// The earlier reading of a box; nil when there is none.
    public var find: (BoundingBox) -> TerrainRead?
    /// Keeps a reading for later.
    public var keep: (BoundingBox, TerrainRead) -> Void

    /// Describes a memory by how it is asked and filled.
    public init(find: @escaping (BoundingBox) -> TerrainRead?, keep: @escaping (BoundingBox, TerrainRead) -> Void) {
        (self.find, self.keep) = (find, keep)
    }
}

/// The terrain of a world, read and checked. Never throws: what cannot be used is a diagnostic, and the other rasters are used.
public struct TerrainReading: Sendable {
    /// The heights; nil when no raster gave one.
    public var grid: TerrainGrid?
    /// What the terrain is made of, and how much of the world stands on it.
    public var report: TerrainReport
    /// Of the source as a whole, of its rasters by name, then of the places that stand on unknown ground.
    public var diagnostics: [Diagnostic]

    /// Reads the heights under a world: the box of its villages, sites and candidate places, 0.05° wider so that generated candidates beside a road, and the way between two places,
    /// which bulges out of their box by some metres, stays inside.
    ///
    /// - Parameter memory: where the same reading may be had from an earlier run.
    public static func read(
        _ source: TerrainSource, world: World, reader: TerrainReader = TerrainReader(), memory: TerrainMemory? = nil
    ) -> TerrainReading {
        let places = world.villages.map(\.centre) + world.sites.map(\.place) + world.candidates.map(\.place)
        guard let box = BoundingBox(places.filter(\.isValid)) else {
            return TerrainReading(grid: nil, report: TerrainReport(source, world, nil), diagnostics: [])
        }
        let margin = 0.05
        let wider = BoundingBox(
            west: box.west - margin, south: box.south - margin, east: box.east + margin, north: box.north + margin)
        return read(source, world: world, box: wider, reader: reader, memory: memory)
    }

    private static func read(
        _ source: TerrainSource, world: World, box: BoundingBox, reader: TerrainReader, memory: TerrainMemory?
    ) -> TerrainReading {
        var log: [Diagnostic] = []
        do {
            let read: TerrainRead
            if let known = memory?.find(box) {
                read = known
            } else {
                read = try reader.read(
                    source.path, name: source.displayName, box: box, surface: source.surface, clutter: source.clutter)
                // A raster that could not be read may be readable the next time.
                if !(read.problems + read.clutterProblems).contains(where: \.isError) { memory?.keep(box, read) }
            }
            log += (read.problems + read.clutterProblems).map(Diagnostic.init)
            log += read.unknownClasses.map {
                Diagnostic(
                    .warning, .clutterClassUnknown, file: source.clutter?.name ?? "", field: "\($0.value)", value: "\($0.posts) cells",
                    consequence: .kept)
            }
            var report = TerrainReport(source, world, read.grid)
            report.rasters = read.rasters.map(TerrainReport.Raster.init)
            report.clutterRasters = read.clutterRasters.map(TerrainReport.Raster.init)
            report.overlaps = read.overlaps.map { .init(upper: $0.upper, lower: $0.lower) }
            if read.grid == nil {
                log.append(Diagnostic(.error, .terrainNone, file: source.displayName, consequence: .fileRejected))
            } else {
                (report.missingTiles, report.voidTiles) = unknownTiles(world, read)
                log += report.missingTiles.map { diagnostic(.terrainTileMissing, $0, source) }
                log += report.voidTiles.map { diagnostic(.terrainVoid, $0, source) }
            }
            return TerrainReading(grid: read.grid, report: report, diagnostics: log)
        } catch {
            // The path that failed may be that of the land cover.
            let isClutter = error.path == source.clutter?.path
            log.append(TableReading.diagnostic(for: error, file: isClutter ? source.clutter?.name ?? "" : source.displayName))
            guard isClutter else { return TerrainReading(grid: nil, report: TerrainReport(source, world, nil), diagnostics: log) }
            var bare = source
            bare.clutter = nil
            var reading = read(bare, world: world, box: box, reader: reader, memory: nil)
            reading.diagnostics = log + reading.diagnostics
            return reading
        }
    }

    private static func diagnostic(_ code: DiagnosticCode, _ tile: TerrainReport.Tile, _ source: TerrainSource) -> Diagnostic {
        Diagnostic(
            .warning, code, file: source.displayName, field: tile.tile, value: "\(tile.villages) villages, \(tile.sites) sites",
            consequence: .kept)
    }

    /// The squares with villages or sites on unknown ground: beyond every raster (or where none has a single height in the square, as in a
    /// virtual raster that lacks a tile), and in a hole of one.
    private static func unknownTiles(_ world: World, _ read: TerrainRead) -> (missing: [TerrainReport.Tile], void: [TerrainReport.Tile]) {
        guard let grid = read.grid else { return ([], []) }
        let boxes = read.rasters.filter { $0.use != .unused }.map(\.boundingBox)
        var missing: [TerrainTile: (villages: Int, sites: Int)] = [:]
        var void = missing
        var isEmpty: [TerrainTile: Bool] = [:]
        func note(_ place: Coordinate, _ villages: Int, _ sites: Int) {
            guard grid.heightMeters(at: place).isNaN else { return }
            let tile = TerrainTile(holding: place)
            let isBlank = isEmpty[tile] ?? hasNoHeight(tile, grid)
            isEmpty[tile] = isBlank
            if !isBlank, boxes.contains(where: { $0.contains(place) }) {
                void[tile, default: (0, 0)].villages += villages
                void[tile, default: (0, 0)].sites += sites
            } else {
                missing[tile, default: (0, 0)].villages += villages
                missing[tile, default: (0, 0)].sites += sites
            }
        }
        for village in world.villages { note(village.centre, 1, 0) }
        for site in world.sites { note(site.place, 0, 1) }
        func list(_ tiles: [TerrainTile: (villages: Int, sites: Int)]) -> [TerrainReport.Tile] {
            tiles.sorted { $0.key < $1.key }.map { .init(tile: $0.key.description, villages: $0.value.villages, sites: $0.value.sites) }
        }
        return (list(missing), list(void))
    }

    /// Whether no post inside a square degree, edges left out, has a height.
    private static func hasNoHeight(_ tile: TerrainTile, _ grid: TerrainGrid) -> Bool {
        func inside(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
            let first = max(0, min(Double(count), (low + 1e-6).rounded(.up)))
            return Int(first)..<Int(max(first, min(Double(count), (high - 1e-6).rounded(.up))))
        }
        let west = (Double(tile.west) - grid.west) / grid.stepLongitude
        let top = (grid.north - Double(tile.south + 1)) / grid.stepLatitude
        let columns = inside(west, west + 1 / grid.stepLongitude, grid.columns)
        let rows = inside(top, top + 1 / grid.stepLatitude, grid.rows)
        return !rows.contains { row in columns.contains { !grid.heightsMeters[row * grid.columns + $0].isNaN } }
    }
}

extension TerrainReport {
    init(_ source: TerrainSource, _ world: World, _ grid: TerrainGrid?) {
        func standing(_ places: [Coordinate]) -> Standing {
            guard let grid else { return Standing(total: places.count, onKnownGround: 0) }
            return Standing(total: places.count, onKnownGround: places.count { !grid.heightMeters(at: $0).isNaN })
        }
        self.source = source.displayName
        surface = source.surface
        villages = standing(world.villages.map(\.centre))
        sites = standing(world.sites.map(\.place))
        cover = villages.share
        self.grid = grid.map { grid in
            let box = grid.boundingBox
            return Grid(
                columns: grid.columns, rows: grid.rows, stepLongitudeDegrees: grid.stepLongitude, stepLatitudeDegrees: grid.stepLatitude,
                box: [box.west, box.south, box.east, box.north].map { ($0 * 1e7).rounded() / 1e7 },
                knownShare: Double(grid.heightsMeters.count { !$0.isNaN }) / Double(grid.heightsMeters.count))
        }
    }
}

extension Diagnostic {
    /// What a raster's defect is for people.
    init(_ problem: RasterProblem) {
        let (code, consequence): (DiagnosticCode, Consequence) =
            switch problem.kind {
            case .unreadable: (.rasterUnreadable, .fileRejected)
            case .notPlaced: (.rasterNotPlaced, .fileRejected)
            case .notHeights: (.rasterNotHeights, .fileRejected)
            case .elsewhere: (.rasterElsewhere, .fileRejected)
            case .withoutData: (.rasterWithoutData, .fileRejected)
            case .severalBands: (.rasterSeveralBands, .kept)
            case .absurdHeights: (.rasterAbsurdHeights, .repaired)
            case .unknownUnit: (.rasterUnitUnknown, .kept)
            case .coarse: (.rasterCoarse, .kept)
            case .coarsened: (.terrainCoarsened, .kept)
            }
        self.init(
            problem.isError ? .error : .warning, code, file: problem.file, value: problem.detail, consequence: consequence)
    }
}
