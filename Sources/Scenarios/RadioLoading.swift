import Coverage
import Foundation
import Geodesy
import Ingest
import Planning
import Radio
import Terrain

/// Ground, air and antennas of a project, read for prediction.
public struct RadioLoading: Sendable {
    public var environment: RadioEnvironment
    /// What the terrain is made of; nil when the project names none.
    public var terrain: TerrainReport?
    /// Every defect of terrain, land cover and antenna patterns.
    public var diagnostics: [Diagnostic]

    /// Reads what a project names. Broken rasters and patterns are diagnostics; the rest is used.
    public init(_ project: Project, _ world: World, antennas: AntennaLibrary? = nil) {
        let library = antennas ?? Self.antennas(project, world)
        diagnostics = library.diagnostics
        var grid: TerrainGrid?
        if let source = project.terrain {
            let reading = TerrainReading.read(source, world: world)
            grid = reading.grid
            terrain = reading.report
            diagnostics += reading.diagnostics
        }
        environment = RadioEnvironment(
            terrain: grid, climate: project.climate(in: world), antennas: library.known,
            maximumRangeMeters: project.maximumRangeMeters)
    }

    /// The antennas that the sites name.
    private static func antennas(_ project: Project, _ world: World) -> AntennaLibrary {
        AntennaLibrary(
            sites: world.sites, projectFolder: (project.path as NSString).deletingLastPathComponent,
            sitesFile: project.inputs.sites.first?.displayName ?? "sites")
    }
}
