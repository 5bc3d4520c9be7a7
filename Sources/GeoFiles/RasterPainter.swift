import CGDAL
import Foundation
import Geodesy

/// Paints a raster over the posts of a lattice: known values replace what stands there, voids replace nothing.
struct RasterPainter {
    /// What came of one raster.
    struct Outcome {
        var isCopied = false
        /// Posts that were given a value.
        var paintedPosts = 0
        /// Cells of the raster in the area without data, absurd ones included.
        var voidCells = 0
        var absurdCells = 0
        /// Cells of the raster that were looked at.
        var cells = 0
    }

    let lattice: TerrainLattice
    let meaning: RasterCells.Meaning
    /// Most source cells held at a time. A raster of more is painted strip by strip, always the same strips.
    var cellsAtOnce = 1 << 25

    /// Paints one raster.
    ///
    /// - Throws: `RasterFile.Defect`; nothing was painted then.
    func paint(_ raster: RasterFile, onto posts: inout [Float], _ messages: GDALMessages) throws(RasterFile.Defect) -> Outcome {
        let cells = RasterCells(raster, meaning)
        let region = lattice.posts(in: raster.place.boundingBox)
        var outcome = Outcome()
        guard !region.columns.isEmpty, !region.rows.isEmpty else { return outcome }
        let coincidence = lattice.coincidence(raster)
        outcome.isCopied = coincidence != nil

        func window(_ rows: Range<Int>) -> (columns: Range<Int>, rows: Range<Int>) {
            if let coincidence {
                let columns = region.columns.lowerBound - coincidence.column..<region.columns.upperBound - coincidence.column
                let lines = rows.lowerBound - coincidence.row..<rows.upperBound - coincidence.row
                return (columns.clamped(to: 0..<raster.columns), lines.clamped(to: 0..<raster.rows))
            }
            // Two posts more: the kernel is as wide as the posts are apart where these are the wider ones.
            var around = box(region.columns, rows)
            around.west -= 2 * lattice.stepLongitude
            around.east += 2 * lattice.stepLongitude
            around.south -= 2 * lattice.stepLatitude
            around.north += 2 * lattice.stepLatitude
            return raster.place.window(of: around, columns: raster.columns, rows: raster.rows)
        }
        let whole = window(region.rows)
        let total = whole.columns.count * whole.rows.count
        let strips = stripes(region.rows, count: (total + cellsAtOnce - 1) / max(1, cellsAtOnce))
        // A file that breaks off half-way must not leave half of its heights: one of several strips is read through first.
        if strips.count > 1 {
            for strip in strips {
                let part = window(strip)
                _ = try cells.read(columns: part.columns, rows: part.rows, messages)
            }
        }
        for strip in strips {
            let part = window(strip)
            guard !part.columns.isEmpty, !part.rows.isEmpty else { continue }
            var block = try cells.read(columns: part.columns, rows: part.rows, messages)
            outcome.voidCells += block.voids
            outcome.absurdCells += block.absurd
            outcome.cells += block.values.count
            if let coincidence {
                outcome.paintedPosts += lay(block, coincidence, &posts)
            } else {
                let target = TargetStrip(columns: region.columns, rows: strip)
                let values = try warp(&block, of: raster, onto: target, messages)
                outcome.paintedPosts += lay(values, target, &posts)
            }
        }
        return outcome
    }

    /// A rectangle of the lattice.
    private struct TargetStrip {
        let columns: Range<Int>
        let rows: Range<Int>
        var count: Int { columns.count * rows.count }
    }

    private func stripes(_ rows: Range<Int>, count: Int) -> [Range<Int>] {
        let height = max(1, rows.count / max(1, count))
        return stride(from: rows.lowerBound, to: rows.upperBound, by: height).map { $0..<min(rows.upperBound, $0 + height) }
    }

    private func box(_ columns: Range<Int>, _ rows: Range<Int>) -> BoundingBox {
        BoundingBox(
            west: lattice.west + Double(columns.lowerBound) * lattice.stepLongitude,
            south: lattice.north - Double(rows.upperBound - 1) * lattice.stepLatitude,
            east: lattice.west + Double(columns.upperBound - 1) * lattice.stepLongitude,
            north: lattice.north - Double(rows.lowerBound) * lattice.stepLatitude)
    }

    private func lay(_ block: RasterCells.Block, _ origin: (column: Int, row: Int), _ posts: inout [Float]) -> Int {
        lay(
            block.values,
            TargetStrip(
                columns: block.columns.lowerBound + origin.column..<block.columns.upperBound + origin.column,
                rows: block.rows.lowerBound + origin.row..<block.rows.upperBound + origin.row), &posts)
    }

    private func lay(_ values: [Float], _ target: TargetStrip, _ posts: inout [Float]) -> Int {
        var painted = 0
        var index = 0
        for row in target.rows {
            let start = row * lattice.columns
            for column in target.columns {
                let value = values[index]
                index += 1
                if !value.isNaN {
                    posts[start + column] = value
                    painted += 1
                }
            }
        }
        return painted
    }

    /// Resamples cleaned cells onto posts by GDAL: heights bilinearly (with the kernel that GDAL widens where the posts are farther apart than
    /// the cells), classes by the nearest cell.
    private func warp(
        _ block: inout RasterCells.Block, of raster: RasterFile, onto target: TargetStrip, _ messages: GDALMessages
    ) throws(RasterFile.Defect) -> [Float] {
        let g = raster.geoTransform
        let (x, y) = (Double(block.columns.lowerBound), Double(block.rows.lowerBound))
        let from = [g[0] + x * g[1] + y * g[2], g[1], g[2], g[3] + x * g[4] + y * g[5], g[4], g[5]]
        let corner = box(target.columns, target.rows)
        let to = [
            corner.west - lattice.stepLongitude / 2, lattice.stepLongitude, 0, corner.north + lattice.stepLatitude / 2, 0,
            -lattice.stepLatitude,
        ]
        var values = [Float](repeating: .nan, count: target.count)
        let (width, height) = (block.columns.count, block.rows.count)
        let before = messages.failures.count
        let isDone = block.values.withUnsafeMutableBufferPointer { source in
            values.withUnsafeMutableBufferPointer { result in
                RasterSystem.withWGS84 { wgs84 in
                    guard let input = GDALDataset(lending: source, width, height, from, raster.system.handle),
                        let output = GDALDataset(lending: result, target.columns.count, target.rows.count, to, wgs84)
                    else { return false }
                    return Self.warp(input, output, meaning)
                }
            }
        }
        guard isDone, messages.failures.count == before else {
            throw RasterFile.Defect(
                kind: .unreadable,
                detail: "it cannot be brought to longitude and latitude (\(messages.lastWords)). Reproject it to EPSG:4326")
        }
        return values
    }

    private static func warp(_ input: GDALDataset, _ output: GDALDataset, _ meaning: RasterCells.Meaning) -> Bool {
        // One thread and all of the block at once: the same bytes whatever this machine's settings.
        let arguments = GDALTextList([
            "-r", meaning == .heights ? "bilinear" : "near", "-srcnodata", "nan", "-dstnodata", "nan", "-et", "0.01", "-ovr", "NONE",
            "-wo", "NUM_THREADS=1", "-wm", "2000",
        ])
        guard let options = GDALWarpAppOptionsNew(arguments.pointer, nil) else { return false }
        defer {
            GDALWarpAppOptionsFree(options)
            withExtendedLifetime((input, output)) {}
        }
        var sources: [GDALDatasetH?] = [input.handle]
        var isMisused: Int32 = 0
        let result = sources.withUnsafeMutableBufferPointer { GDALWarp(nil, output.handle, 1, $0.baseAddress, options, &isMisused) }
        return result != nil && isMisused == 0
    }
}

extension GDALDataset {
    /// A data set over somebody's memory, to be gone before that memory is.
    fileprivate convenience init?(
        lending cells: UnsafeMutableBufferPointer<Float>, _ columns: Int, _ rows: Int, _ geoTransform: [Double],
        _ system: OGRSpatialReferenceH?
    ) {
        guard let address = cells.baseAddress, let driver = GDALGetDriverByName("MEM"),
            let made = GDALCreate(driver, "", Int32(columns), Int32(rows), 0, GDT_Float32, nil)
        else { return nil }
        self.init(made)
        let options = GDALTextList(["DATAPOINTER=0x" + String(UInt(bitPattern: address), radix: 16)])
        defer { withExtendedLifetime(options) {} }
        var numbers = geoTransform
        guard GDALAddBand(made, GDT_Float32, options.pointer) == CE_None, GDALSetSpatialRef(made, system) == CE_None,
            GDALSetGeoTransform(made, &numbers) == CE_None,
            GDALSetRasterNoDataValue(GDALGetRasterBand(made, 1), .nan) == CE_None
        else { return nil }
    }
}
