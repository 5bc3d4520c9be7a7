import Foundation
import GeoFiles
import Terrain

/// Where a project's heights are, and what it says about them.
public struct TerrainSource: Hashable, Sendable {
    /// Absolute path of a folder of rasters, or of one raster.
    public var path: String
    /// The path as the project names it, used in every message.
    public var displayName: String
    /// What the heights stand for. SRTM and Copernicus are surface models.
    public var surface: TerrainSurface
    /// Land cover; used only over bare ground (`surface` = dtm).
    public var clutter: ClutterHeights.Source?

    /// Makes a source.
    public init(path: String, displayName: String, surface: TerrainSurface = .dsm, clutter: ClutterHeights.Source? = nil) {
        self.path = path
        self.displayName = displayName
        self.surface = surface
        self.clutter = clutter
    }

    /// One file that decides what is read.
    public struct File: Hashable, Sendable {
        /// `terrain` or `clutter`.
        public var role: String
        /// Absolute path.
        public var path: String
        /// The file as the project names it.
        public var displayName: String
    }

    /// Every readable file of the source, in order: rasters, and what belongs to them. Empty when the source is missing, which
    /// ``TerrainReading`` tells.
    public var files: [File] {
        func files(_ role: String, _ path: String, _ name: String) -> [File] {
            let found = (try? TerrainReader.files(path, name: name)) ?? []
            return found.filter { FileManager.default.isReadableFile(atPath: $0.path) }.map {
                File(role: role, path: $0.path, displayName: $0.name)
            }
        }
        let land = surface == .dtm ? clutter : nil
        return files("terrain", path, displayName) + (land.map { files("clutter", $0.path, $0.name) } ?? [])
    }
}
