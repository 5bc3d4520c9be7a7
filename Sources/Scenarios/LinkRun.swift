import Candidates
import Coverage
import Foundation
import Geodesy
import Ingest
import Planning
import Terrain

/// What may be said about a link beside its ends.
public struct LinkOptions: Hashable, Sendable {
    /// Only this band, MHz; nil = every carrier of the mast that counts.
    public var bandMHz: Double?
    /// Height of the receiver, metres; nil = the rule's for a village, the mast's for a site, and for a bare place its own or else the rule's.
    public var receiverHeightMeters: Double?
    /// Whether other models are asked too.
    public var comparesModels: Bool

    /// Describes what is asked; by default every carrier at the usual height, by P.1812 alone.
    public init(bandMHz: Double? = nil, receiverHeightMeters: Double? = nil, comparesModels: Bool = false) {
        self.bandMHz = bandMHz
        self.receiverHeightMeters = receiverHeightMeters
        self.comparesModels = comparesModels
    }
}

/// One path of a project in full.
public struct LinkRun: Sendable {
    /// The project that the link is of.
    public var loaded: LoadedProject
    /// The mast.
    public var from: LinkEnd
    /// The receiver.
    public var to: LinkEnd
    /// By the project's ground, clutter included where it has any.
    public var report: LinkReport
    /// The same over bare ground; nil where there is no clutter to leave out, or no level.
    public var withoutClutter: LinkReport?
    /// What other models say; nil where nobody asked.
    public var comparison: ModelComparison?
    /// The same for programs: `link.json`.
    public var document: LinkDocument

    /// Looks at the path between two ends.
    ///
    /// The terrain is read whatever the project's coverage mode, and also under a bare place that lies outside of what the project's own places
    /// span.
    ///
    /// - Throws: `LinkProblem` when an end is not found or there is nothing to compute; `InputError` when the project cannot be used.
    public init(_ loaded: LoadedProject, from start: String, to end: String, _ options: LinkOptions) throws {
        try loaded.throwIfUnusable()
        let world = loaded.read.world
        let from = try LinkEnd(start, .from, in: world)
        let to = try LinkEnd(end, .to, in: world)
        guard Geodesic.distanceMeters(from.place, to.place) >= 1 else { throw LinkProblem.samePlace }
        let environment = try Self.environment(loaded, from, to)
        var rule = loaded.rule.rule
        rule.receiverHeightMeters = options.receiverHeightMeters ?? Self.receiverHeightMeters(to, world, rule)
        let station = try Self.station(from, loaded, environment, options.bandMHz)

        report = LinkAnalysis(rule: rule, environment: environment).report(from: station, to: to.place)
        // Over unknown ground both would say the same.
        if let terrain = environment.terrain, terrain.clutterMeters != nil, report.shape != nil {
            var bare = environment
            bare.terrain = try TerrainGrid(
                west: terrain.west, north: terrain.north, stepLongitude: terrain.stepLongitude, stepLatitude: terrain.stepLatitude,
                columns: terrain.columns, rows: terrain.rows, heightsMeters: terrain.heightsMeters, surface: terrain.surface)
            withoutClutter = LinkAnalysis(rule: rule, environment: bare).report(from: station, to: to.place)
        }
        comparison = options.comparesModels ? ModelComparison(report, climate: environment.climate) : nil
        document = LinkDocument(loaded, from, to, report, withoutClutter, options)
        document.models = comparison?.opinions.map(LinkDocument.Opinion.init)
        self.loaded = loaded
        self.from = from
        self.to = to
    }

    private static func receiverHeightMeters(_ to: LinkEnd, _ world: World, _ rule: CoverageRule) -> Double {
        guard case .site(let index) = to.kind else { return to.antennaHeightMeters ?? rule.receiverHeightMeters }
        return world.sites[index].mastHeightMeters ?? Station.defaultMastHeightMeters
    }

    /// The project's ground, or one read for the link.
    private static func environment(_ loaded: LoadedProject, _ from: LinkEnd, _ to: LinkEnd) throws -> RadioEnvironment {
        func read(_ world: World) throws -> RadioEnvironment {
            let radio = RadioLoading(loaded.project, world)
            let broken = radio.diagnostics.filter { $0.severity == .error && $0.consequence == .fileRejected }
            if radio.environment.terrain == nil, !broken.isEmpty {
                throw InputError(broken.contains { $0.code == .fileMissing } ? .missing : .badData, broken)
            }
            return radio.environment
        }
        let environment = try loaded.environment ?? read(loaded.read.world)
        let beyond = [from, to].filter { end in
            end.kind == .point && (environment.terrain?.heightMeters(at: end.place).isNaN ?? false)
        }
        guard !beyond.isEmpty, loaded.project.terrain != nil else { return environment }
        var wider = loaded.read.world
        for end in beyond { wider.candidates.append(CandidatePlace(id: end.id, place: end.place)) }
        return try read(wider)
    }

    private static func station(
        _ end: LinkEnd, _ loaded: LoadedProject, _ environment: RadioEnvironment, _ bandMHz: Double?
    ) throws(LinkProblem) -> Station {
        let world = loaded.read.world
        let rule = loaded.rule.rule
        let counted = rule.countedTechnologies(on: loaded.project.asOf)
        /// The technologies that count and, where a band is asked for, use it.
        func speaking(_ technologies: [Technology]) throws(LinkProblem) -> [Technology] {
            let counting = technologies.filter(counted.contains)
            guard !counting.isEmpty else { throw .nothingCounts(id: end.id, rule: rule.id) }
            guard let bandMHz else { return counting }
            let using = counting.filter { $0.carriersMHz(siteBandsMHz: [bandMHz]) == [bandMHz] }
            guard !using.isEmpty else {
                throw .bandNotUsed(id: end.id, bandMHz: bandMHz, usableMHz: Set(counting.flatMap(\.usableBandsMHz)).sorted())
            }
            return using
        }

        let station: Station?
        switch end.kind {
        case .site(let index):
            var site = world.sites[index]
            let technologies = try speaking(site.technologies)
            if let bandMHz { site.bandsMHz = [bandMHz] }
            station = Station(index, site, technologies: technologies, environment: environment)
        case .candidate, .point, .village:
            var place = CandidatePlace(id: end.id, place: end.place, mastHeightMeters: end.antennaHeightMeters)
            if case .candidate(let index) = end.kind { place = world.candidates[index] }
            let builder = OptionBuilder(settings: loaded.project.plan, rule: rule, asOf: loaded.project.asOf)
            var mast = builder.mast(at: place)
            mast.technologies = try speaking(bandMHz == nil ? mast.technologies : counted)
            if let bandMHz { mast.bandsMHz = [bandMHz] }
            station = Station(mast, environment: environment)
        }
        guard let station else { throw .nothingCounts(id: end.id, rule: rule.id) }
        return station
    }
}
