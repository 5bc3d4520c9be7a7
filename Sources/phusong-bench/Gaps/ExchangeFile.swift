import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning

/// The very data of a benchmark as a GeoPackage in a temporary folder, for another program to read. Removed by ``remove()``.
struct ExchangeFile: Sendable {
    let path: String
    private let folder: String

    /// Writes the layers `villages` and `footprints`. A GeoPackage keeps the order of rows and every bit of a coordinate.
    init(_ world: World) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
        path = folder.appendingPathComponent("synthetic.gpkg").path
        let villages = world.villages.map { OutputRow(id: $0.id, values: [], shape: .point($0.centre)) }
        let footprints = world.footprints.map { OutputRow(id: $0.id, values: [], shape: .polygon($0.area)) }
        do {
            try VectorWriter.write(
                [
                    OutputLayer(name: "villages", fields: [], rows: villages, geometry: .point),
                    OutputLayer(name: "footprints", fields: [], rows: footprints, geometry: .polygon),
                ], to: path, format: .gpkg)
        } catch {
            remove()
            throw error
        }
    }

    /// Reads both layers back.
    func read() throws -> (places: [Coordinate], areas: [MultiPolygon]) {
        let places = try VectorReader.read(path, layer: "villages").features.compactMap { feature -> Coordinate? in
            if case .point(let place) = feature.shape { place } else { nil }
        }
        let areas = try VectorReader.read(path, layer: "footprints").features.compactMap { feature -> MultiPolygon? in
            if case .polygon(let area) = feature.shape { area } else { nil }
        }
        return (places, areas)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
