import Coverage
import GeoFiles
import Geometry
import Planning
import Scenarios

/// The ground that operators serve, as areas: one feature for each map and class. `basic` holds `good`.
enum ServiceAreaLayer {
    static let fields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "operator", type: .text), OutputField(name: "technology", type: .text),
        OutputField(name: "class", type: .text), OutputField(name: "min_rsrp_dbm", type: .real),
        OutputField(name: "min_median_dbm", type: .real), OutputField(name: "probability", type: .real),
        OutputField(name: "area_km2", type: .real), OutputField(name: "cells_km2", type: .real),
        OutputField(name: "lost_share", type: .real), OutputField(name: "added_share", type: .real),
        OutputField(name: "synthetic", type: .boolean),
    ]

    /// One area as a feature, and as the document tells it.
    static func feature(
        _ layer: RasterLayer, grade: String, rsrpDBm: Double, medianDBm: Double, _ area: CoverageRasterAreas.Area, _ run: RasterRun
    ) -> (OutputRow, RasterDocument.ServiceArea) {
        func rounded(_ value: Double, _ digits: Double) -> Double { (value * digits).rounded() / digits }
        let id = "\(layer.id)-\(grade)"
        let shown = RasterDocument.ServiceArea(
            id: id, layer: layer.id, grade: grade, cellsKm2: rounded(area.cellsKm2, 1e3),
            shapeKm2: rounded(area.shape.areaSquareMeters / 1e6, 1e3), parts: area.shape.polygons.count,
            vertices: area.shape.vertexCount, lostShare: rounded(area.lostShare, 1e6), addedShare: rounded(area.addedShare, 1e6),
            toleranceCells: area.toleranceCells)
        let row = OutputRow(
            id: id,
            values: [
                .text(id), layer.carrier.map { .text($0.id) } ?? .null, layer.technology.map { .text($0.rawValue) } ?? .null, .text(grade),
                .real(rsrpDBm), .real(rounded(medianDBm, 1e3)), .real(run.coverage.rule.probability), .real(shown.shapeKm2),
                .real(shown.cellsKm2), .real(shown.lostShare), .real(shown.addedShare), .boolean(run.loaded.project.synthetic != nil),
            ],
            shape: area.shape.isEmpty ? .empty : .polygon(area.shape))
        return (row, shown)
    }

    static func layer(_ rows: [OutputRow]) -> OutputLayer {
        OutputLayer(name: "service-areas", title: "Service areas", fields: fields, rows: rows, geometry: .polygon)
    }
}
