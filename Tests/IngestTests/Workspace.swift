import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning

@testable import Ingest

/// A folder of a test's own, gone with it.
final class Workspace: Sendable {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/ingest-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A table with a text.
    func table(
        _ name: String, _ text: String, crs: String? = nil, columns: [String: String] = [:], filter: [String: String] = [:]
    ) throws -> TableSource {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        return source(name, crs: crs, columns: columns, filter: filter)
    }

    /// A table in another format, written by the program's own writer.
    func table(_ name: String, _ layers: [OutputLayer], _ format: VectorFormat, layer: String? = nil) throws -> TableSource {
        try VectorWriter.write(layers, to: "\(folder)/\(name)", format: format)
        return source(name, layer: layer)
    }

    /// A table whose file stands already.
    func source(
        _ name: String, layer: String? = nil, crs: String? = nil, columns: [String: String] = [:], filter: [String: String] = [:]
    ) -> TableSource {
        TableSource(path: "\(folder)/\(name)", displayName: name, layer: layer, crs: crs, columns: columns, filter: filter)
    }
}

/// The folder of the committed fixtures.
let resources = Bundle.module.bundlePath + "/Resources"

/// What one table of villages gives.
func villages(_ sources: TableSource...) -> ReadWorld { WorldReader().read(InputFiles(villages: sources)).withoutCompleteness }

/// What one table of sites gives.
func sites(_ sources: TableSource..., operators: [Operator] = []) -> ReadWorld {
    WorldReader().read(InputFiles(sites: sources, operators: operators)).withoutCompleteness
}

/// What tables of footprints give.
func footprints(_ sources: TableSource...) -> ReadWorld {
    WorldReader().read(InputFiles(footprints: sources)).withoutCompleteness
}

extension ReadWorld {
    /// Without the one warning that every input of these tests would carry.
    var withoutCompleteness: ReadWorld {
        var world = self
        world.diagnostics.removeAll { $0.code == .completenessNotDeclared }
        return world
    }

    /// Defects in short: `code row field`.
    var defects: [String] {
        diagnostics.map { "\($0.code.rawValue) \($0.row.map(String.init) ?? "-") \($0.field)".trimmingCharacters(in: .whitespaces) }
    }
}

/// A square footprint around a place, half a tenth of a degree to each side.
func square(_ longitude: Double, _ latitude: Double, half: Double = 0.05) -> Shape {
    let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    return .polygon(
        MultiPolygon(exterior: corners.map { Coordinate(longitude: longitude + $0.0 * half, latitude: latitude + $0.1 * half) }))
}
