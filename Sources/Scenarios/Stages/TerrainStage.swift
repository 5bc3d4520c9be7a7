import Foundation
import GeoFiles
import Geodesy
import Ingest

/// The heights under a project, kept between runs: by the hashes of all rasters and the box that was read.
final class TerrainStage {
    private let stages: StageStore
    private let parts: [String]
    /// Whether a reading was found.
    private(set) var isReused = false

    /// Nil when a raster cannot be hashed: then there is nothing to name a reading by.
    init?(_ source: TerrainSource, _ stages: StageStore) {
        self.stages = stages
        var parts = [source.path, source.displayName, source.surface.rawValue]
        for (value, meters) in (source.clutter?.heights.metersByClass ?? [:]).sorted(by: { $0.key < $1.key }) {
            parts.append("\(value) \(meters)")
        }
        for file in source.files {
            guard let hash = Fingerprint.ofFile(file.path) else { return nil }
            parts.append("\(file.role) \(file.path) \(file.displayName) \(hash)")
        }
        self.parts = parts
    }

    /// What a reader asks.
    var memory: TerrainMemory {
        TerrainMemory(
            find: { box in
                let read = self.stages.bytes("terrain", self.key(box)).flatMap(TerrainRead.init(bytes:))
                self.isReused = read != nil
                return read
            },
            keep: { box, read in
                if let bytes = try? read.bytes() { self.stages.keep(bytes, "terrain", self.key(box)) }
            })
    }

    private func key(_ box: BoundingBox) -> String {
        StageStore.key(["terrain"] + parts + [box.west, box.south, box.east, box.north].map { "\($0)" })
    }
}
