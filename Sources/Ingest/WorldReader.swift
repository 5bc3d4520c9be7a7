import Geodesy
import Geometry
import Planning

/// What was read, and every defect met on the way.
public struct ReadWorld: Sendable {
    /// One file and what came of it.
    public struct FileCount: Hashable, Sendable, Codable {
        /// What the file is read as, such as `villages`.
        public var role: String
        /// The file as the project names it.
        public var file: String
        /// Rows in it, after the project's filter.
        public var rows: Int
        /// How many things came of them. More than rows where one row states several, such as a footprint of two technologies.
        public var used: Int
    }

    /// What could be used.
    public var world: World
    /// Every file that was named, in reading order.
    public var files: [FileCount]
    /// In reading order: by file, then by row.
    public var diagnostics: [Diagnostic]

    /// The errors among the diagnostics.
    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
    /// The warnings among the diagnostics.
    public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
}

/// Reads every input of a project. Never throws: a file that cannot be read is a diagnostic, and the good rows of the others survive.
public struct WorldReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads every file that the inputs name.
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

        let crosswalk = inputs.crosswalk.flatMap { CrosswalkReader.read($0, into: &log) }
        let carrying = crosswalk.map { CommuneCarrying($0, communes: world.communes) }
        var villageIDs = IDRegister()
        var origins: [Origin] = []
        for source in inputs.villages {
            let table = VillageReader.read(source, carrying: carrying, ids: &villageIDs, into: &log)
            world.villages += count("villages", source, table)
            origins += table.itemRows.map { Origin(file: source.displayName, row: $0) }
        }
        fillInCommunes(&world)
        fillInTraits(&world)
        notePlaces(world, origins, into: &log)
        readClusters(inputs, &world, &files, into: &log)

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
        if let source = inputs.forbidden { world.forbidden = count("forbidden", source, AreaReader.areas(source, into: &log)) }
        if let source = inputs.roads { world.roads = count("roads", source, RoadReader.read(source, into: &log)) }
        for source in inputs.measurements {
            world.evidence.measurements += count(
                "evidence.measurements", source, MeasurementReader.read(source, operators: operators, asOf: inputs.asOf, into: &log))
        }
        if !inputs.reports.isEmpty {
            let reader = ReportReader(world.villages, crosswalk: crosswalk, operators: operators, asOf: inputs.asOf)
            for source in inputs.reports {
                world.evidence.reports += count("evidence.reports", source, reader.read(source, into: &log))
            }
        }
        if case .notDeclared = inputs.sitesCompleteIn {
            log.append(
                Diagnostic(.warning, .completenessNotDeclared, file: "project", field: "sites.completeIn", consequence: .kept))
        }
        return ReadWorld(world: world, files: files, diagnostics: log)
    }

    /// Reads where the villages' people live, once the villages are known.
    private func readClusters(
        _ inputs: InputFiles, _ world: inout World, _ files: inout [ReadWorld.FileCount], into log: inout [Diagnostic]
    ) {
        guard !inputs.clusters.isEmpty || inputs.residential != nil else { return }
        let reader = ClusterReader(world.villages)
        var origins: [(file: String, row: Int)] = []
        for source in inputs.clusters {
            let table = reader.clusters(source, into: &log)
            files.append(.init(role: "clusters", file: source.displayName, rows: table.rows, used: table.items.count))
            world.clusters += table.items
            origins += table.itemRows.map { (source.displayName, $0) }
        }
        reader.noteHouseholds(world.clusters, origins, into: &log)
        if let source = inputs.residential {
            let table = reader.residential(source, into: &log)
            files.append(.init(role: "residential", file: source.displayName, rows: table.rows, used: table.items.count))
            world.clusters += table.items
        }
    }

    /// The row that a village came from.
    private struct Origin {
        var file: String
        var row: Int
    }

    /// Fills in the commune of villages that came without one.
    private func fillInCommunes(_ world: inout World) {
        guard !world.communes.isEmpty, world.villages.contains(where: { $0.communeCode.isEmpty }),
            let index = try? AreaIndex(world.communes.map(\.area))
        else { return }
        for position in world.villages.indices where world.villages[position].communeCode.isEmpty {
            guard let found = index.areas(containing: world.villages[position].centre).first else { continue }
            let commune = world.communes[found]
            world.villages[position].communeCode = commune.code
            if world.villages[position].communeName.isEmpty { world.villages[position].communeName = commune.name }
            if world.villages[position].provinceCode.isEmpty { world.villages[position].provinceCode = commune.provinceCode }
        }
    }

    /// Lets villages have what is known of their commune, where their own row says nothing.
    private func fillInTraits(_ world: inout World) {
        let known = Dictionary(
            world.communes.filter { !$0.traits.isEmpty }.map { ($0.code, $0.traits) }, uniquingKeysWith: { first, _ in first })
        guard !known.isEmpty else { return }
        for position in world.villages.indices {
            guard let traits = known[world.villages[position].communeCode] else { continue }
            world.villages[position].traits.merge(traits) { own, _ in own }
        }
    }

    /// Notes villages outside the area and places used twice.
    private func notePlaces(_ world: World, _ origins: [Origin], into log: inout [Diagnostic]) {
        let index = world.area.isEmpty ? nil : try? AreaIndex(world.area)
        var seen: [Coordinate: String] = [:]
        for (village, origin) in zip(world.villages, origins) {
            func note(_ code: DiagnosticCode, _ value: String) {
                log.append(Diagnostic(.warning, code, file: origin.file, row: origin.row, field: "id", value: value, consequence: .kept))
            }
            if let index, index.areas(containing: village.centre).isEmpty { note(.coordinateOutsideArea, village.id) }
            if let other = seen[village.centre] {
                note(.placeShared, "\(other), \(village.id)")
            } else {
                seen[village.centre] = village.id
            }
        }
    }
}
