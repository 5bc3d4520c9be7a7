import Coverage
import Geodesy
import Geometry
import Planning

/// Turns places into options: mast, power, cover set by prediction or range disc, parent site and cost.
public struct OptionBuilder: Sendable {
    /// What a new site is made of, and what it costs.
    public var settings: PlanSettings
    /// What counts as signal.
    public var rule: CoverageRule
    /// The day of the plan, on which technologies must still count.
    public var asOf: CalendarDate
    /// Ground, air and equipment for cover sets by prediction; nil for range discs.
    public var environment: RadioEnvironment?
    /// Number of threads for predictions; fewer than 1 are 1.
    public var threads: Int

    /// Describes a builder.
    public init(settings: PlanSettings, rule: CoverageRule, asOf: CalendarDate, environment: RadioEnvironment? = nil, threads: Int = 1) {
        self.settings = settings
        self.rule = rule
        self.asOf = asOf
        self.environment = environment
        self.threads = threads
    }

    /// The technologies of a new site that count by the rule on the day, in the order of the settings.
    public var countedTechnologies: [Technology] {
        let counted = Set(rule.countedTechnologies(on: asOf))
        return settings.technologies.filter(counted.contains)
    }

    /// The radius that a new site is believed to reach by disc, in metres: the largest one among its technologies that count.
    public var discReachMeters: Double { countedTechnologies.compactMap { rule.discRadiiMeters[$0] }.max() ?? 0 }

    /// Whether a village needs sites of several of the operators among whom the plan assigns.
    public var assignsSeveral: Bool { !settings.operators.isEmpty && rule.minimumOperators > 1 }

    /// True when new sites in range of all the village's places without signal would close the village of the verdict.
    public func closes(_ verdict: VillageVerdict) -> Bool {
        let heard = PlanTargets.missing(verdict).map(\.heard)
        if assignsSeveral {
            let need = TargetClosing.need(heard, minimumOperators: rule.minimumOperators)
            return need.count <= Set(settings.operators).subtracting(need.heard).count
        }
        let builders = settings.operators.isEmpty ? [settings.operator.map { [$0] } ?? []] : settings.operators.map { [$0] }
        return builders.contains { builders in
            heard.allSatisfy { TargetClosing.closes(heard: $0, builders: builders, minimumOperators: rule.minimumOperators) }
        }
    }

    /// The options of some places, place by place, one for each ``OptionDesign``.
    ///
    /// Cover sets hold dead villages only, never unknown ones, and none that would still be heard by too few operators with the new site, unless the plan
    /// assigns several. A village is in it when all its places have signal then: those that existing sites serve, and all the others by the new one.
    ///
    /// - Throws: `NoCountedTechnology` when a new site could close nothing; `GeometryError` when an index cannot be built; `CostOverflow` when
    ///   a cost does not fit into 64 bits.
    public func options(_ places: [CandidatePlace], _ world: World, _ report: GapReport) throws -> [SiteOption] {
        var memory = ReachMemory()
        return try options(places, world, report, &memory)
    }

    /// The same, with what masts reach taken from a memory of the same villages, rule and ground, and added to it.
    public func options(_ places: [CandidatePlace], _ world: World, _ report: GapReport, _ memory: inout ReachMemory) throws -> [SiteOption]
    {
        // With a reach of 0 a place standing on its own village would still seem to cover it.
        guard environment == nil ? discReachMeters > 0 : !countedTechnologies.isEmpty else {
            throw NoCountedTechnology(technologies: settings.technologies, ruleID: rule.id, asOf: asOf)
        }
        let targets = PlanTargets(world, report)
        let costs = OptionCosts(world, settings, technologies: countedTechnologies, deadVillages: targets.villages)
        let designs = OptionDesign.all(places, world, settings, minimumOperators: rule.minimumOperators)
        let ids = OptionDesign.ids(designs)
        // Operators on one mast reach alike.
        var numbers: [[Double]: Int] = [:]
        var firsts: [OptionDesign] = []
        let shared = designs.map { design in
            let key = [Double(design.placeNumber), design.mastHeightMeters]
            if let known = numbers[key] { return known }
            numbers[key] = firsts.count
            firsts.append(design)
            return firsts.count - 1
        }
        let (azimuths, reached) = self.reached(from: firsts.map(mast), targets, world, &memory)
        let powers = places.map(costs.power)
        return try designs.indices.map { number in
            let design = designs[number]
            let enough =
                assignsSeveral ? reached[shared[number]] : reached[shared[number]].filter { targets.closes($0.target, design.operators) }
            let gain = Gain(enough, targets)
            let stands = design.place.existingSite != nil
            let parent = stands ? nil : costs.parent(of: design.place.place)
            // Chains are priced by the network, link by link.
            let cost = costs.parts(
                design, power: powers[design.placeNumber], kilometres: settings.backhaul == nil ? parent?.kilometres : nil)
            guard let total = cost.totalVND else { throw CostOverflow(candidateID: design.place.id) }
            return SiteOption(
                id: ids[number], design: design, power: powers[design.placeNumber], azimuthsDegrees: azimuths[shared[number]],
                covers: gain.covers, signals: gain.signals, reaches: gain.reaches, cost: cost, costVND: total, parent: parent?.site,
                hopKilometres: parent?.kilometres)
        }
    }

    /// The azimuths of each mast, turned to the villages where the plan asks for it, and the target places that it would bring signal to.
    private func reached(
        from masts: [ProposedMast], _ targets: PlanTargets, _ world: World, _ memory: inout ReachMemory
    ) -> (azimuthsDegrees: [[Double]], reached: [[Reached]]) {
        guard let environment else {
            let reach = discReachMeters
            let index = PointIndex(targets.places)
            return (
                masts.map(\.azimuthsDegrees),
                masts.map { index.within(radiusMeters: reach, of: $0.place).map { ($0.index, nil) } }
            )
        }
        let reach = ProposedReach(rule: rule, environment: environment, threads: threads)
        let found = memory.reaches(masts.map { .init(mast: $0, isTurned: settings.turnsSectors) }) { keys in
            var masts = keys.map(\.mast)
            if settings.turnsSectors {
                // A village is worth the same however many places it waits for; one that the plan is not about turns nobody's sectors.
                let weights = targets.points.map {
                    settings.turningWeight(of: world.villages[$0.village]) / Double(targets.waiting[$0.village] ?? 1)
                }
                let azimuths = reach.turned(masts, to: targets.places, weights: weights)
                for number in masts.indices { masts[number].azimuthsDegrees = azimuths[number] }
            }
            return zip(masts, reach.covered(by: masts, targets.places)).map { .init(azimuthsDegrees: $0.azimuthsDegrees, reached: $1) }
        }
        return (found.map(\.azimuthsDegrees), found.map { $0.reached.map { ($0.place, $0.signal) } })
    }

    /// The places without signal that chosen options together bring to what the rule asks for, by village; with options of several operators they add up.
    public func live(_ chosen: [SiteOption], _ report: GapReport) -> [Int: Set<Int>] {
        var builders: [VillagePoint: [[Operator]]] = [:]
        for option in chosen { for point in option.reaches { builders[point, default: []].append(option.design.operators) } }
        var live: [Int: Set<Int>] = [:]
        for verdict in report.verdicts where verdict.grade.isDeadZone {
            for missing in PlanTargets.missing(verdict) {
                guard let groups = builders[VillagePoint(village: verdict.village, point: missing.point)] else { continue }
                // One that is assigned to nobody stands for an operator that is not heard yet.
                let named = groups.flatMap { $0 }
                if [groups.contains([]) ? [] : named, named].contains(where: {
                    TargetClosing.closes(heard: missing.heard, builders: $0, minimumOperators: rule.minimumOperators)
                }) {
                    live[verdict.village, default: []].insert(missing.point)
                }
            }
        }
        return live
    }

    /// A place of ``PlanTargets`` that a candidate reaches, and its level there where it is predicted.
    private typealias Reached = (target: Int, signal: PredictedSignal?)

    /// What the places that a candidate reaches amount to.
    private struct Gain {
        var covers: [Int] = []
        var signals: [PredictedSignal?] = []
        var reaches: [VillagePoint]

        init(_ reached: [Reached], _ targets: PlanTargets) {
            let reached = reached.sorted { $0.target < $1.target }
            reaches = reached.map { targets.points[$0.target] }
            var counts: [Int: Int] = [:]
            var atCentre: [Int: PredictedSignal] = [:]
            for (target, signal) in reached {
                let point = targets.points[target]
                counts[point.village, default: 0] += 1
                if point.point == 0, let signal { atCentre[point.village] = signal }
            }
            for village in targets.villages where counts[village] == targets.waiting[village] {
                covers.append(village)
                signals.append(atCentre[village])
            }
        }
    }

    /// What a mast of the default height in the centre of each of some villages would cost, each with its own line to the nearest site: the plan that
    /// needs no planner. Nil when the sum does not fit into 64 bits.
    ///
    /// - Parameter villages: positions in `World.villages`.
    public func costVND(ofMastsIn villages: [Int], _ world: World) -> Int64? {
        let costs = OptionCosts(world, settings, technologies: countedTechnologies, deadVillages: villages)
        var sum: Int64 = 0
        for position in villages {
            let village = world.villages[position]
            let power: PowerSource = village.electricity == .none ? .solar : .grid
            let mast = OptionDesign(
                placeNumber: 0, place: CandidatePlace(id: village.id, place: village.centre), work: .newMast,
                mastHeightMeters: settings.mastHeightMeters, operators: [])
            let cost = costs.parts(mast, power: power, kilometres: costs.parent(of: village.centre)?.kilometres)
            guard let one = cost.totalVND else { return nil }
            let (next, overflow) = sum.addingReportingOverflow(one)
            if overflow { return nil }
            sum = next
        }
        return sum
    }

    /// The mast that would stand at a place.
    public func mast(at place: CandidatePlace) -> ProposedMast {
        ProposedMast(
            place: place.place, mastHeightMeters: place.mastHeightMeters ?? settings.mastHeightMeters, technologies: countedTechnologies,
            bandsMHz: settings.bandsMHz, azimuthsDegrees: settings.azimuthsDegrees)
    }

    /// The mast of a design, its sectors as the settings have them.
    private func mast(_ design: OptionDesign) -> ProposedMast {
        var mast = mast(at: design.place)
        mast.mastHeightMeters = design.mastHeightMeters
        return mast
    }
}

/// A cost that does not fit into 64 bits.
public struct CostOverflow: Error, Hashable, Sendable, CustomStringConvertible {
    /// Id of the candidate place.
    public var candidateID: String
    /// One line: the candidate, what is wrong with it, the remedy.
    public var description: String { "candidate \(candidateID): its cost is too large; check cost_vnd and the cost table" }
}
