import Coverage
import Foundation
import Geodesy
import Ingest
import Planning
import Radio
import Terrain

/// Ground, air and antennas of a project, read for prediction.
public struct RadioLoading: Sendable {
    /// What predictions are made with; its terrain is nil when the project names none, or none could be read.
    public var environment: RadioEnvironment
    /// What the terrain is made of; nil when the project names none.
    public var terrain: TerrainReport?
    /// Every defect of terrain, land cover and antenna patterns.
    public var diagnostics: [Diagnostic]
    /// The antenna patterns that the sites name.
    public var antennaFiles: [(name: String, path: String)]

    /// Whether the heights were there from an earlier run.
    public private(set) var isTerrainReused = false

    /// Reads what a project names. Broken rasters and patterns are diagnostics; the rest is used.
    ///
    /// - Parameter stages: where an earlier reading of the same rasters may be found.
    public init(_ project: Project, _ world: World, stages: StageStore? = nil) {
        let library = Self.antennas(project, world)
        diagnostics = library.diagnostics
        antennaFiles = library.files
        if project.mode != .footprints { diagnostics += Self.assumptions(project, world) }
        var grid: TerrainGrid?
        if let source = project.terrain {
            let memory = stages.flatMap { TerrainStage(source, $0) }
            let reading = TerrainReading.read(source, world: world, memory: memory?.memory)
            isTerrainReused = memory?.isReused ?? false
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
            sites: world.sites, projectFolder: project.folder,
            sitesFile: project.inputs.sites.first?.displayName ?? "sites")
    }

    /// What a prediction assumes where the site table is silent, and bands that no technology of the site uses.
    private static func assumptions(_ project: Project, _ world: World) -> [Diagnostic] {
        let file = project.inputs.sites.first?.displayName ?? "sites"
        let sites = world.sites.filter { $0.status != .off }
        var found: [Diagnostic] = []
        func assumed(_ field: String, _ value: String, _ count: Int) {
            guard count > 0 else { return }
            found.append(
                Diagnostic(
                    .warning, .equipmentAssumed, file: file, field: field, value: "\(count) of \(sites.count) sites: \(value)",
                    consequence: .kept))
        }
        assumed("mast_height_m", "\(Int(Station.defaultMastHeightMeters)) m", sites.count { $0.mastHeightMeters == nil })
        assumed("power_dbm", "\(Int(LinkBudget.macroSite.carrierPowerDBm)) dBm", sites.count { $0.powerDBm == nil })
        assumed("band_mhz", "2G 900, 3G 2100, 4G 1800, 5G 2600 MHz", sites.count(where: \.bandsMHz.isEmpty))
        for site in sites where !site.bandsMHz.isEmpty {
            for technology in site.technologies where !technology.usesAny(of: site.bandsMHz) {
                let bands = site.bandsMHz.map { String(Int($0)) }.joined(separator: ";")
                found.append(
                    Diagnostic(
                        .warning, .bandNotUsable, file: file, field: "band_mhz",
                        value: "\(site.id): \(bands) → \(technology.rawValue) \(Int(technology.assumedBandMHz)) MHz",
                        consequence: .fieldIgnored))
            }
        }
        return found
    }
}
