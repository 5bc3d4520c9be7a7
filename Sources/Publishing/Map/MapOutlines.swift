import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// The ground under the marks: provinces and communes around the runs, and on a national map the two archipelagos.
struct MapOutlines: Encodable {
    /// Areas of one kind, with names, as rings of shared pieces of line (see ``OutlineTopology``).
    struct Kind: Encodable {
        var names: [String] = []
        /// Where a name stands: longitude and latitude, or nothing.
        var labels: [[Double]] = []
        var unitsPerDegree = 1
        var arcs: [[Int]] = []
        /// Empty where only borders are drawn.
        var rings: [[[Int]]] = []
    }

    /// A group of islands far from the coast.
    struct Archipelago: Encodable {
        var name: Bilingual
        /// Where its name stands.
        var label: [Double]
        /// Middles of its islands and reefs.
        var islands: [[Double]]
    }

    var provinces = Kind()
    var communes = Kind()
    var archipelagos: [Archipelago] = []
    /// Where the outlines come from; empty where there are none.
    var source = ""

    /// The name, the place of the name and the commune code of each archipelago.
    private static let islands: [(name: Bilingual, label: [Double], code: String)] = [
        (
            Bilingual(vi: "Quần đảo Hoàng Sa (Việt Nam)", en: "Hoàng Sa archipelago (Viet Nam)"), [112, 16.5], "20333"
        ),
        (
            Bilingual(vi: "Quần đảo Trường Sa (Việt Nam)", en: "Trường Sa archipelago (Viet Nam)"), [114, 10], "22736"
        ),
    ]

    /// Latitude that the villages of a national map span at least, degrees: more than the largest province by far.
    private static let nationalSpanDegrees = 8.0

    static func isNational(_ box: BoundingBox) -> Bool { box.north - box.south >= nationalSpanDegrees }

    /// Reads what the data folder and the projects of the runs hold. What is not there is left out: a map without outlines is still a map.
    ///
    /// - Parameters:
    ///   - box: around the villages of all runs.
    ///   - communeFiles: outlines that the projects of the runs name; without any, those of the data folder.
    ///   - data: the folder of shipped data; nil when there is none.
    /// - Throws: `GeoFileError` when a file is there and cannot be read.
    init(around box: BoundingBox, communeFiles: [String], data: String?) throws {
        let span = Self.span(box)
        // A fine line for a district, a coarse one for the country: the page stays small.
        let tolerance = max(0.0003, span / 3_000)
        let near = Self.padded(box, by: 0.05 * span)
        let around = Self.padded(box, by: 0.5 * span)
        if let data {
            provinces = Self.kind(try Self.areas("\(data)/admin/provinces-34.geojson", within: around), tolerance, isGround: true)
            let files = communeFiles.isEmpty ? ["\(data)/admin/communes-2025.fgb"] : communeFiles
            communes = Self.kind(try files.flatMap { try Self.areas($0, within: near) }, tolerance, isGround: false)
            source = "Vietnamese Provinces Database (MIT)"
        } else {
            communes = Self.kind(try communeFiles.flatMap { try Self.areas($0, within: near) }, tolerance, isGround: false)
        }
        guard Self.isNational(box) else { return }
        let places = try data.map { try Self.islandPlaces("\($0)/admin/communes-2025.fgb") } ?? [:]
        archipelagos = Self.islands.map { Archipelago(name: $0.name, label: $0.label, islands: places[$0.code] ?? [$0.label]) }
    }

    /// The longer side of a box, degrees.
    static func span(_ box: BoundingBox) -> Double { max(box.east - box.west, box.north - box.south, 0.1) }

    private static func padded(_ box: BoundingBox, by degrees: Double) -> BoundingBox {
        BoundingBox(west: box.west - degrees, south: box.south - degrees, east: box.east + degrees, north: box.north + degrees)
    }

    private static func areas(_ path: String, within box: BoundingBox) throws -> [(name: String, area: MultiPolygon)] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let table = try VectorReader.read(path)
        let name = table.fieldIndex("name")
        return table.features.compactMap { feature in
            guard case .polygon(let area)? = feature.shape, let around = area.boundingBox, around.intersects(box) else { return nil }
            return (name.flatMap { feature.values[$0].text } ?? "", area)
        }
    }

    private static func kind(_ areas: [(name: String, area: MultiPolygon)], _ tolerance: Double, isGround: Bool) -> Kind {
        let topology = OutlineTopology(areas.map(\.area), tolerance: tolerance)
        return Kind(
            names: areas.map(\.name),
            labels: areas.map { area in
                // An area that GEOS cannot stand keeps its outline and goes without its name.
                guard let place = (try? largest(area.area).innerPlace()) ?? nil else { return [] }
                return [(place.longitude * 1e4).rounded() / 1e4, (place.latitude * 1e4).rounded() / 1e4]
            }, unitsPerDegree: topology.unitsPerDegree, arcs: topology.arcs, rings: isGround ? topology.rings : [])
    }

    /// The part of an area with most ground, without its holes: names stand on the mainland.
    private static func largest(_ area: MultiPolygon) -> MultiPolygon {
        func size(_ polygon: Polygon) -> Double {
            BoundingBox(polygon.exterior).map { ($0.east - $0.west) * ($0.north - $0.south) } ?? 0
        }
        return MultiPolygon(area.polygons.max { size($0) < size($1) }.map { [$0] } ?? [])
    }

    /// The middle of every island of the two archipelagos, by commune code.
    private static func islandPlaces(_ path: String) throws -> [String: [[Double]]] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        let table = try VectorReader.read(path)
        guard let code = table.fieldIndex("code") else { return [:] }
        var places: [String: [[Double]]] = [:]
        for feature in table.features {
            guard let text = feature.values[code].text, islands.contains(where: { $0.code == text }),
                case .polygon(let area)? = feature.shape
            else { continue }
            places[text] = area.polygons.compactMap { polygon in
                BoundingBox(polygon.exterior).map { box in
                    [((box.west + box.east) / 2 * 1e4).rounded() / 1e4, ((box.south + box.north) / 2 * 1e4).rounded() / 1e4]
                }
            }
        }
        return places
    }
}
