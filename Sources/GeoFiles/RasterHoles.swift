import CGDAL
import Foundation

/// Cells that a file never stored. Where no value is declared for them GDAL reads 0, which would be sea level.
struct RasterHoles {
    private let raster: RasterFile
    /// Parts of a virtual raster that its sources fill, as cell edges from the upper left; nil for other formats.
    private let filled: [(x: ClosedRange<Double>, y: ClosedRange<Double>)]?

    /// Nil when the raster declares its voids in another way.
    init?(_ raster: RasterFile, declaresNoData: Bool) {
        guard !declaresNoData else { return nil }
        self.raster = raster
        filled = raster.driver == "VRT" ? Self.filledParts(raster) : nil
    }

    /// Marks the holes of a block as no data.
    func empty(_ block: inout RasterCells.Block) {
        if let filled {
            emptyAround(filled, &block)
        } else if raster.driver != "VRT" {
            visit(block.columns, block.rows, &block)
        }
        withExtendedLifetime(raster) {}
    }

    /// Asks the file, part by part down to its own blocks.
    private func visit(_ columns: Range<Int>, _ rows: Range<Int>, _ block: inout RasterCells.Block) {
        let status = GDALGetDataCoverageStatus(
            raster.band, Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(columns.count), Int32(rows.count), 0, nil)
        guard status & GDAL_DATA_COVERAGE_STATUS_EMPTY != 0 else { return }
        if status & GDAL_DATA_COVERAGE_STATUS_DATA == 0 {
            for row in rows {
                let start = (row - block.rows.lowerBound) * block.columns.count - block.columns.lowerBound
                for column in columns { block.values[start + column] = .nan }
            }
        } else if columns.count > 1 || rows.count > 1 {
            let (middle, centre) = (columns.lowerBound + (columns.count + 1) / 2, rows.lowerBound + (rows.count + 1) / 2)
            for part in [columns.lowerBound..<middle, middle..<columns.upperBound] where !part.isEmpty {
                for strip in [rows.lowerBound..<centre, centre..<rows.upperBound] where !strip.isEmpty { visit(part, strip, &block) }
            }
        }
    }

    private func emptyAround(_ parts: [(x: ClosedRange<Double>, y: ClosedRange<Double>)], _ block: inout RasterCells.Block) {
        var isFilled = [Bool](repeating: false, count: block.values.count)
        for part in parts {
            // A cell belongs to a part that holds its centre.
            let columns = Self.centres(part.x, block.columns)
            for row in Self.centres(part.y, block.rows) {
                let start = (row - block.rows.lowerBound) * block.columns.count - block.columns.lowerBound
                for column in columns { isFilled[start + column] = true }
            }
        }
        for index in isFilled.indices where !isFilled[index] { block.values[index] = .nan }
    }

    private static func centres(_ part: ClosedRange<Double>, _ cells: Range<Int>) -> Range<Int> {
        func cell(_ edge: Double) -> Int { Int(max(Double(cells.lowerBound), min(Double(cells.upperBound), (edge - 0.5).rounded(.up)))) }
        let first = cell(part.lowerBound)
        return first..<max(first, cell(part.upperBound))
    }

    /// GDAL's own answer for a window that is part full, part empty is "full" (3.6), so the description of the virtual raster is read.
    private static func filledParts(_ raster: RasterFile) -> [(x: ClosedRange<Double>, y: ClosedRange<Double>)]? {
        guard let list = GDALGetMetadata(raster.dataset.handle, "xml:VRT"), let text = list[0].map({ String(cString: $0) }),
            let start = text.range(of: "<VRTRasterBand"), let end = text.range(of: "</VRTRasterBand>")
        else { return nil }
        let band = text[start.lowerBound..<end.lowerBound]
        let rectangle = /<DstRect xOff="([^"]+)" yOff="([^"]+)" xSize="([^"]+)" ySize="([^"]+)"/
        let found = band.matches(of: rectangle).compactMap { match -> (x: ClosedRange<Double>, y: ClosedRange<Double>)? in
            guard let x = Double(match.1), let y = Double(match.2), let width = Double(match.3), let height = Double(match.4), width >= 0,
                height >= 0, x.isFinite, y.isFinite, width.isFinite, height.isFinite
            else { return nil }
            return (x...(x + width), y...(y + height))
        }
        // A source without a rectangle fills the whole raster.
        guard found.count == band.components(separatedBy: "<SourceFilename").count - 1 else { return nil }
        return found
    }
}
