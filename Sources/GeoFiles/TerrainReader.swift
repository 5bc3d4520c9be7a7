import CGDAL
import Foundation
import Geodesy
import Terrain

/// Reads heights (and land cover) of one area from whatever rasters there are into one grid.
///
/// A source is a folder, searched with everything below it, or one file: GeoTIFF, SRTM `.hgt` (also `.hgt.gz` and `.zip`), VRT with local
/// files, and the other common formats of GDAL, in any coordinate reference system.
///
/// - **Grid.** Posts are WGS 84 cell centres. Step and phase are those of the finest raster in WGS 84; where another raster is finer by more
///   than a quarter, that step is divided by a whole number; without a raster in WGS 84 the step follows the finest cell. More posts than the
///   budget make the whole grid coarser, which is told. The grid spans the area asked for as far as the rasters reach. Between the outermost
///   cell centres and the outer edge of all data (half a cell) the ground is unknown: nothing is extrapolated beyond the last post.
/// - **Cells.** A raster whose cells are posts is copied as it is; any other is resampled by GDAL, bilinearly. The first band counts; scale,
///   offset and unit are applied. No data are: declared values, masked cells, cells that the file never stored, −32768 of undeclared Int16,
///   65535 of undeclared UInt16, NaN, and heights below −500 m or above 9,000 m (counted). Nothing is ever sea level by accident.
/// - **Order.** Standard one-degree tiles (named like `N21E105` and as large) are painted first, then all others: one's own raster wins over
///   a standard tile. In each group coarse comes first, fine last; rasters equally fine (to 1 %) go by name. A void never erases known ground.
/// - **Broken rasters** are problems; the others are used.
///
/// The result is the same whatever the number of threads and GDAL's own settings.
public struct TerrainReader: Sendable {
    /// Most posts of a grid: 200 million, 0.8 GB.
    public static let standardPostBudget = 200_000_000
    /// Cells wider than this hide ridges from radio, metres.
    public static let coarseMeters = 250.0

    private let postBudget: Int

    /// Makes a reader. `postBudget` is the greatest number of posts, at least 4.
    public init(postBudget: Int = standardPostBudget) { self.postBudget = max(4, postBudget) }

    /// Reads one source.
    ///
    /// - Parameters:
    ///   - path: folder or file.
    ///   - name: the same as people name it; it stands in every problem.
    ///   - box: the area of interest, WGS 84. Rasters outside it are not read.
    ///   - surface: what the heights stand for.
    ///   - clutter: land cover, used only over a model of the bare ground: a surface model holds canopy and roofs already.
    /// - Throws: ``GeoFileError`` when the path does not exist, is not local or may not be opened; for `clutter` too.
    public func read(
        _ path: String, name: String, box: BoundingBox, surface: TerrainSurface, clutter: ClutterHeights.Source? = nil
    ) throws(GeoFileError) -> TerrainRead {
        let candidates = try RasterCandidates.find(path, name: name)
        let land = surface == .dtm ? clutter : nil
        let landCandidates = try land.map { source throws(GeoFileError) in try RasterCandidates.find(source.path, name: source.name) } ?? []
        return GDALSession.run(options: Self.options) { messages in
            var result = TerrainRead()
            var stack = open(candidates, box, .heights, messages)
            var made: (lattice: TerrainLattice, coarsening: Int)?
            var heights: [Float] = []
            // A raster that breaks off decides nothing, not even the step: the grid is laid out anew without it.
            repeat {
                made = TerrainLattice.make(stack.used.map(\.file.place), box: box, budget: postBudget)
                heights = [Float](repeating: .nan, count: made?.lattice.posts ?? 0)
            } while made.map { !stack.paint($0.lattice, .heights, &heights, messages) } ?? false
            (result.rasters, result.problems) = (stack.rasters, stack.orderedProblems)
            guard let (lattice, coarsening) = made else { return result }
            result.overlaps = stack.overlaps(lattice)
            if coarsening > 1 {
                let meters = Int((lattice.stepLatitude * 111_000).rounded())
                result.problems.append(
                    RasterProblem(
                        kind: .coarsened, file: name,
                        detail: "the area would need more than \(postBudget) heights; one every \(meters) m was taken"))
            }
            guard heights.contains(where: { !$0.isNaN }) else { return result }

            var clutterMeters: [Float]?
            if let land {
                var cover = open(landCandidates, box, .classes, messages)
                var classes: [Float] = []
                repeat {
                    classes = [Float](repeating: .nan, count: lattice.posts)
                } while !cover.paint(lattice, .classes, &classes, messages)
                result.unknownClasses = land.heights.apply(to: &classes)
                (result.clutterRasters, result.clutterProblems) = (cover.rasters, cover.orderedProblems)
                if cover.rasters.contains(where: { $0.use != .unused }) { clutterMeters = classes }
            }
            // The counts fit by construction.
            result.grid = try? TerrainGrid(
                west: lattice.west, north: lattice.north, stepLongitude: lattice.stepLongitude, stepLatitude: lattice.stepLatitude,
                columns: lattice.columns, rows: lattice.rows, heightsMeters: heights, clutterMeters: clutterMeters, surface: surface)
            return result
        }
    }

    /// The files that decide what is read from a source, in order of names: its rasters and what lies beside or below them.
    ///
    /// - Throws: ``GeoFileError`` as ``read(_:name:box:surface:clutter:)`` does.
    public static func files(_ path: String, name: String) throws(GeoFileError) -> [(path: String, name: String)] {
        let candidates = try RasterCandidates.find(path, name: name)
        var found: [String: String] = [:]
        for candidate in candidates {
            // Entries of an archive share its file.
            found[candidate.path] = candidate.path == path ? name : candidate.name.prefixUpToArchive
        }
        GDALSession.run(options: options) { _ in
            for candidate in candidates where !candidate.isArchived {
                guard VirtualRaster.defect(candidate.path) == nil,
                    let dataset = GDALDataset(openingRaster: candidate.gdalPath, drivers: RasterFile.drivers),
                    let list = GDALGetFileList(dataset.handle)
                else { continue }
                defer {
                    CSLDestroy(list)
                    withExtendedLifetime(dataset) {}
                }
                for index in 0..<Int(CSLCount(list)) {
                    guard let part = list[index].map({ String(cString: $0) }), found[part] == nil, !part.hasPrefix("/vsi"),
                        FileManager.default.isReadableFile(atPath: part)
                    else { continue }
                    found[part] = ((candidate.name as NSString).deletingLastPathComponent as NSString).appendingPathComponent(
                        (part as NSString).lastPathComponent)
                }
            }
        }
        return found.map { (path: $0.key, name: $0.value) }.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    }

    private static let options = [
        // The only address that might be fetched, if anything asked: none.
        (name: "CPL_VSIL_CURL_ALLOWED_FILENAME", value: "none"), (name: "GDAL_NUM_THREADS", value: "1"),
        // A truncated file is an error, also where GDAL could read on.
        (name: "GTIFF_IGNORE_READ_ERRORS", value: "NO"),
    ]

    private func open(
        _ candidates: [RasterCandidate], _ box: BoundingBox, _ meaning: RasterCells.Meaning, _ messages: GDALMessages
    ) -> RasterStack {
        var stack = RasterStack()
        for candidate in candidates { stack.open(candidate, box, meaning, messages) }
        stack.order()
        return stack
    }
}

extension String {
    /// The part of a name up to and with an archive's ending.
    fileprivate var prefixUpToArchive: String {
        guard let end = range(of: ".zip/", options: .caseInsensitive) else { return self }
        return String(self[..<end.upperBound].dropLast())
    }
}
