import CGDAL
import Foundation
import Geodesy
import Geometry

/// The ground where a raster reaches a value, as a valid area.
public struct CoverageRasterAreas: Sendable {
    /// One area and what simplifying did to it.
    public struct Area: Sendable {
        /// Valid by OGC Simple Features; may be empty.
        public var shape: MultiPolygon
        /// Area of the cells that reach the value, km².
        public var cellsKm2: Double
        /// Part of that ground which the shape leaves out, 0…1, measured by overlay.
        public var lostShare: Double
        /// Ground in the shape that is in none of these cells, over the cells' ground, 0…1.
        public var addedShare: Double
        /// Tolerance of the simplifying, in cells; 0 when the stairs of the cells were kept.
        public var toleranceCells: Double
    }

    /// Largest part of the ground that simplifying may leave out, or add.
    public var largestLostShare: Double

    /// Describes how much simplifying may change, as a part of the ground, 0…1.
    public init(largestLostShare: Double = 0.01) { self.largestLostShare = largestLostShare }

    /// Tolerances that are tried, in cells, boldest first.
    static let tolerancesCells = [0.75, 0.5, 0.25]

    /// Draws around the cells of a band whose value is at least a threshold. Complexity: O(cells); memory: a byte for each cell.
    ///
    /// - Parameters:
    ///   - path: a raster in WGS 84.
    ///   - band: counted from 1.
    ///   - holding: ground that the shape holds whatever simplifying does, such as that of a better class.
    /// - Throws: `GeoFileError` when the raster cannot be read or an outline not be made.
    public func area(_ path: String, band: Int, atLeast threshold: Double, holding: MultiPolygon? = nil) throws(GeoFileError) -> Area {
        let (cells, cellDegrees) = try outline(path, band, threshold)
        let whole = cells.areaSquareMeters
        guard whole > 0 else { return Area(shape: cells, cellsKm2: 0, lostShare: 0, addedShare: 0, toleranceCells: 0) }
        for tolerance in Self.tolerancesCells {
            guard let simple = try? simplified(cells, toleranceDegrees: tolerance * cellDegrees, holding),
                let common = try? simple.intersection(cells).areaSquareMeters
            else { continue }
            let lost = max(0, 1 - common / whole)
            let added = max(0, (simple.areaSquareMeters - common) / whole)
            if lost <= largestLostShare, added <= largestLostShare {
                return Area(shape: simple, cellsKm2: whole / 1e6, lostShare: lost, addedShare: added, toleranceCells: tolerance)
            }
        }
        let shape = holding.flatMap { try? Self.valid(cells.union($0)) } ?? cells
        return Area(
            shape: shape, cellsKm2: whole / 1e6, lostShare: 0, addedShare: max(0, shape.areaSquareMeters / whole - 1), toleranceCells: 0)
    }

    /// The stairs around the cells, and the narrower side of a cell.
    private func outline(_ path: String, _ band: Int, _ threshold: Double) throws(GeoFileError) -> (MultiPolygon, Double) {
        func failure(_ reason: String) -> GeoFileError {
            GeoFileError(code: .corrupt, path: path, reason: "no outline could be drawn (\(reason))", remedy: "Make the raster again")
        }
        return try GDALSession.run { messages throws(GeoFileError) in
            guard let source = GDALDataset(openingRaster: CoverageRasterWriter.gdalPath(path), drivers: ["GTiff"]),
                let values = GDALGetRasterBand(source.handle, Int32(band))
            else { throw failure(messages.lastWords) }
            let (columns, rows) = (GDALGetRasterXSize(source.handle), GDALGetRasterYSize(source.handle))
            var numbers = [Double](repeating: 0, count: 6)
            guard GDALGetGeoTransform(source.handle, &numbers) == CE_None,
                let classes = GDALDataset(GDALCreate(GDALGetDriverByName("MEM"), "", columns, rows, 1, GDT_Byte, nil)),
                GDALSetGeoTransform(classes.handle, &numbers) == CE_None,
                let reached = GDALGetRasterBand(classes.handle, 1)
            else { throw failure(messages.lastWords) }
            let noData = GDALGetRasterNoDataValue(values, nil)
            var line = [Float](repeating: 0, count: Int(columns))
            for row in 0..<rows {
                guard GDALRasterIO(values, GF_Read, 0, row, columns, 1, &line, columns, 1, GDT_Float32, 0, 0) == CE_None else {
                    throw failure(messages.lastWords)
                }
                var isReached = line.map { UInt8(Double($0) != noData && Double($0) >= threshold ? 1 : 0) }
                guard GDALRasterIO(reached, GF_Write, 0, row, columns, 1, &isReached, columns, 1, GDT_Byte, 0, 0) == CE_None else {
                    throw failure(messages.lastWords)
                }
            }
            guard let memory = GDALDataset(GDALCreate(GDALGetDriverByName("Memory"), "", 0, 0, 0, GDT_Unknown, nil)),
                let layer = GDALDatasetCreateLayer(memory.handle, "cells", nil, wkbPolygon, nil),
                // The band is its own mask: cells that are not reached get no outline.
                GDALPolygonize(reached, reached, layer, -1, nil, nil, nil) == CE_None
            else { throw failure(messages.lastWords) }
            var parts: [Polygon] = []
            OGR_L_ResetReading(layer)
            while let feature = OGR_L_GetNextFeature(layer) {
                defer { OGR_F_Destroy(feature) }
                guard let geometry = OGR_F_GetGeometryRef(feature), case .polygon(let area)? = OGRShape.read(geometry).shape else {
                    continue
                }
                parts += area.polygons
            }
            do {
                return (try Self.valid(MultiPolygon(parts)), min(abs(numbers[1]), abs(numbers[5])))
            } catch {
                throw failure("\(error)")
            }
        }
    }

    private func simplified(_ area: MultiPolygon, toleranceDegrees: Double, _ holding: MultiPolygon?) throws -> MultiPolygon? {
        try GDALSession.run { _ in
            guard let whole = Shape.polygon(area).makeOGRGeometry(asMultiple: true) else { return nil }
            defer { OGR_G_DestroyGeometry(whole) }
            guard let simple = OGR_G_SimplifyPreserveTopology(whole, toleranceDegrees) else { return nil }
            defer { OGR_G_DestroyGeometry(simple) }
            guard case .polygon(let shape)? = OGRShape.read(simple).shape else { return nil }
            let alone = try Self.valid(shape)
            return try holding.map { try Self.valid(alone.union($0)) } ?? alone
        }
    }

    /// Cells that meet at a corner make rings that touch themselves, which Simple Features do not allow.
    private static func valid(_ area: MultiPolygon) throws(GeometryError) -> MultiPolygon {
        try area.validityDefect() == nil ? area : area.repaired()
    }
}
