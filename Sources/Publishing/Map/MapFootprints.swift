import Geodesy
import Geometry

/// The areas taken as covered: range discs by centre and radius, polygons as simplified outlines.
struct MapFootprints: Encodable {
    /// One entry per area: text numbers of operator and technology.
    var carrier: [Int] = []
    var technology: [Int] = []
    /// Centre and radius in metres of a disc; empty for a polygon.
    var disc: [[Double]] = []
    /// Rings of a polygon, each `[lon, lat, …]`, every pair after the first as the step from the one before; empty for a disc.
    var rings: [[[Int]]] = []

    /// Parts of a degree in which ``rings`` count.
    let unitsPerDegree: Int

    /// - Parameter tolerance: how far a drawn outline may leave the true one, degrees.
    init(_ table: MapTable, tolerance: Double, _ texts: inout MapTexts) {
        unitsPerDegree = OutlineTopology([], tolerance: tolerance).unitsPerDegree
        for row in table.rows {
            guard let area = row.area, let box = area.boundingBox else { continue }
            carrier.append(texts.number(table.text("operator", row)))
            technology.append(texts.number(table.text("technology", row)))
            if table.text("basis", row) == "disc", let radius = table.number("radius_m", row) {
                disc.append([Self.rounded((box.west + box.east) / 2), Self.rounded((box.south + box.north) / 2), radius])
                rings.append([])
            } else {
                let outline = OutlineTopology([area], tolerance: tolerance)
                disc.append([])
                rings.append(outline.arcs)
            }
        }
    }

    private static func rounded(_ degrees: Double) -> Double { (degrees * 1e5).rounded() / 1e5 }
}
