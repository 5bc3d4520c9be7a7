import CGDAL
import Foundation

/// Reads cells of a raster's first band as numbers with one meaning: NaN where there is no data.
struct RasterCells {
    /// What a value of the band stands for.
    enum Meaning {
        /// Metres above sea level, after scale, offset and unit.
        case heights
        /// A class number, taken as it is.
        case classes
    }

    /// A block of cells, and what was found in it.
    struct Block {
        var columns: Range<Int>
        var rows: Range<Int>
        /// Row-major, NaN = no data.
        var values: [Float]
        var voids = 0
        var absurd = 0
    }

    /// Heights that ground on the Earth has, with room: the Dead Sea's shore lies at −430 m, Everest at 8,849 m.
    static let plausibleMeters: ClosedRange<Float> = -500...9_000

    let raster: RasterFile
    let meaning: Meaning
    private let noData: Float?
    private let scale: Double
    private let offset: Double
    private let masks: Bool
    private let holes: RasterHoles?

    init(_ raster: RasterFile, _ meaning: Meaning) {
        self.raster = raster
        self.meaning = meaning
        let band = raster.band
        var isSet: Int32 = 0
        let declared = GDALGetRasterNoDataValue(band, &isSet)
        let type = GDALGetRasterDataType(band)
        if isSet != 0 {
            // Float cannot hold every Double: a reader of GDAL's gives the largest Float instead, and so does this.
            noData = Float(max(-Double(Float.greatestFiniteMagnitude), min(Double(Float.greatestFiniteMagnitude), declared)))
        } else {
            noData = meaning == .heights && type == GDT_Int16 ? -32_768 : meaning == .heights && type == GDT_UInt16 ? 65_535 : nil
        }
        let flags = GDALGetMaskFlags(band)
        masks = flags & (GMF_PER_DATASET | GMF_ALPHA) != 0
        holes = RasterHoles(raster, declaresNoData: isSet != 0 || masks)
        if meaning == .heights {
            let unit = RasterUnit(raster).metersPerUnit
            var ok: Int32 = 0
            let givenScale = GDALGetRasterScale(band, &ok)
            let stated = ok != 0 && givenScale != 0 && givenScale.isFinite ? givenScale : 1
            let givenOffset = GDALGetRasterOffset(band, &ok)
            scale = stated * unit
            offset = ok != 0 && givenOffset.isFinite ? givenOffset * unit : 0
        } else {
            (scale, offset) = (1, 0)
        }
    }

    /// Reads and cleans a block.
    ///
    /// - Throws: `RasterFile.Defect` when the file breaks off.
    func read(columns: Range<Int>, rows: Range<Int>, _ messages: GDALMessages) throws(RasterFile.Defect) -> Block {
        let count = columns.count * rows.count
        var block = Block(columns: columns, rows: rows, values: [Float](repeating: 0, count: count))
        guard count > 0 else { return block }
        let before = messages.failures.count
        func broken() -> RasterFile.Defect {
            let words = messages.failures.dropFirst(before).first ?? messages.lastWords
            return RasterFile.Defect(
                kind: .unreadable,
                detail: "it breaks off or is damaged (\((words as NSString).lastPathComponent)). Copy or download it again")
        }
        let (x, y, width, height) = (Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(columns.count), Int32(rows.count))
        let result = block.values.withUnsafeMutableBytes {
            GDALRasterIO(raster.band, GF_Read, x, y, width, height, $0.baseAddress, width, height, GDT_Float32, 0, 0)
        }
        guard result == CE_None, messages.failures.count == before else { throw broken() }
        if masks, let mask = GDALGetMaskBand(raster.band) {
            var known = [UInt8](repeating: 0, count: count)
            let result = known.withUnsafeMutableBytes {
                GDALRasterIO(mask, GF_Read, x, y, width, height, $0.baseAddress, width, height, GDT_Byte, 0, 0)
            }
            guard result == CE_None else { throw broken() }
            for index in 0..<count where known[index] == 0 { block.values[index] = .nan }
        }
        block.absurd = clean(&block.values)
        holes?.empty(&block)
        block.voids = block.values.count(where: \.isNaN)
        return block
    }

    /// Returns the number of absurd cells.
    private func clean(_ values: inout [Float]) -> Int {
        var absurd = 0
        let isPlain = scale == 1 && offset == 0
        values.withUnsafeMutableBufferPointer { cells in
            for index in cells.indices {
                let raw = cells[index]
                guard raw.isFinite, raw != noData else {
                    cells[index] = .nan
                    continue
                }
                guard meaning == .heights else { continue }
                let meters = isPlain ? raw : Float(Double(raw) * scale + offset)
                if Self.plausibleMeters.contains(meters) {
                    cells[index] = meters
                } else {
                    cells[index] = .nan
                    absurd += 1
                }
            }
        }
        return absurd
    }
}
