import Geodesy
import Geometry
import Planning

/// What was read, and every defect met on the way.
public struct ReadWorld: Sendable {
    /// One file and what came of it.
    public struct FileCount: Hashable, Sendable, Codable {
        /// What the file is read as, such as `villages`.
        public var role: String
        public var file: String
        public var rows: Int
        public var used: Int
    }

    public var world: World
    public var files: [FileCount]
    /// In reading order: by file, then by row.
    public var diagnostics: [Diagnostic]

    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
    public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
}

/// Reads every input of a project. Never throws: a file that cannot be read is a diagnostic, and the good rows of the others survive.
public struct WorldReader: Sendable {
    public init() {}

    public func read(_ inputs: InputFiles) -> ReadWorld {
        var world = World()
        var files: [ReadWorld.FileCount] = []
        var log: [Diagnostic] = []
        func count<Item>(_ role: String, _ source: TableSource, _ table: TableCount<Item>) -> [Item] {
            files.append(.init(role: role, file: source.displayName, rows: table.rows, used: table.items.count))
            return table.items
        }

        if let source = inputs.area { world.area = count("area", source, AreaReader.areas(source, into: &log)) }
        switch inputs.sitesCompleteIn {
        case .notDeclared:
            break
        case .area:
            world.sitesCompleteIn = world.area
        case .file(let source):
            world.sitesCompleteIn = count("sites.completeIn", source, AreaReader.areas(source, into: &log))
        }
        if let source = inputs.communes {
            world.communes = count("communes", source, AreaReader.communes(source, into: &log))
        }

        var villageIDs = IDRegister()
        for source in inputs.villages {
            world.villages += count("villages", source, VillageReader.read(source, ids: &villageIDs, into: &log))
        }
        locate(&world, villagesFile: inputs.villages.first?.displayName ?? "", into: &log)

        let operators = OperatorNames(declared: inputs.operators)
        var siteIDs = IDRegister()
        for source in inputs.sites {
            world.sites += count("sites", source, SiteReader.read(source, operators: operators, ids: &siteIDs, into: &log))
        }
        let knownSites = Set(world.sites.map(\.id))
        var footprintIDs = IDRegister()
        for source in inputs.footprints {
            world.footprints += count(
                "footprints", source,
                FootprintReader.read(source, operators: operators, siteIDs: knownSites, ids: &footprintIDs, into: &log))
        }
        if let source = inputs.candidates {
            world.candidates = count(
                "candidates", source, CandidateReader.read(source, villageIDs: Set(world.villages.map(\.id)), into: &log))
        }
        if let source = inputs.roads { world.roads = count("roads", source, AreaReader.roads(source, into: &log)) }
        if case .notDeclared = inputs.sitesCompleteIn {
            log.append(
                Diagnostic(.warning, .completenessNotDeclared, file: "project", field: "sites.completeIn", consequence: .kept))
        }
        return ReadWorld(world: world, files: files, diagnostics: log)
    }

    /// Fills in the commune of villages that came without one, and notes villages outside the area and places used twice.
    private func locate(_ world: inout World, villagesFile: String, into log: inout [Diagnostic]) {
        if !world.communes.isEmpty, world.villages.contains(where: { $0.communeCode.isEmpty }),
            let index = try? AreaIndex(world.communes.map(\.area))
        {
            for position in world.villages.indices where world.villages[position].communeCode.isEmpty {
                guard let found = index.areas(containing: world.villages[position].centre).first else { continue }
                let commune = world.communes[found]
                world.villages[position].communeCode = commune.code
                if world.villages[position].communeName.isEmpty { world.villages[position].communeName = commune.name }
                if world.villages[position].provinceCode.isEmpty { world.villages[position].provinceCode = commune.provinceCode }
            }
        }
        if !world.area.isEmpty, let index = try? AreaIndex(world.area) {
            for village in world.villages where index.areas(containing: village.centre).isEmpty {
                log.append(
                    Diagnostic(
                        .warning, .coordinateOutsideArea, file: villagesFile, field: "id", value: village.id, consequence: .kept))
            }
        }
        var seen: [Coordinate: String] = [:]
        for village in world.villages {
            if let other = seen[village.centre] {
                log.append(
                    Diagnostic(
                        .warning, .placeShared, file: villagesFile, field: "id", value: "\(other), \(village.id)", consequence: .kept))
            } else {
                seen[village.centre] = village.id
            }
        }
    }
}
