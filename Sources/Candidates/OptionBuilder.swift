import Coverage
import Geodesy
import Geometry
import Planning

/// Turns places into options: mast, power, cover set by prediction or range disc, parent site and cost.
public struct OptionBuilder: Sendable {
    public var settings: PlanSettings
    public var rule: CoverageRule
    public var asOf: CalendarDate
    /// Ground, air and equipment for cover sets by prediction; nil for range discs.
    public var environment: RadioEnvironment?
    public var threads: Int

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

    /// True when a new site in range of all the village's places without signal would close the village of the verdict.
    public func closes(_ verdict: VillageVerdict) -> Bool {
        PlanTargets.missing(verdict).allSatisfy {
            TargetClosing.closes(heard: $0.heard, builder: settings.operator, minimumOperators: rule.minimumOperators)
        }
    }

    /// One option per place, in the order of the places.
    ///
    /// Cover sets hold dead villages only, never unknown ones, and none that would still be heard by too few operators with the new site. A
    /// village is in it when all its places have signal then: those that existing sites serve, and all the others by the new one.
    ///
    /// - Throws: `NoCountedTechnology` when a new site could close nothing; `GeometryError` when an index cannot be built; `CostOverflow` when
    ///   a cost does not fit into 64 bits.
    public func options(_ places: [CandidatePlace], _ world: World, _ report: GapReport) throws -> [SiteOption] {
        // With a reach of 0 a place standing on its own village would still seem to cover it.
        guard environment == nil ? discReachMeters > 0 : !countedTechnologies.isEmpty else {
            throw NoCountedTechnology(technologies: settings.technologies, ruleID: rule.id, asOf: asOf)
        }
        let targets = PlanTargets(world, report, builder: settings.operator)
        let centres = PointIndex(targets.villages.map { world.villages[$0].centre })
        let active = world.sites.indices.filter { world.sites[$0].status == .active && world.sites[$0].evidence == .declared }
        let parents = PointIndex(active.map { world.sites[$0].place })
        let reached = self.reached(from: places, targets)
        return try zip(places, reached).map { place, reached in
            let gain = Gain(reached.filter { targets.isClosable[$0.target] }, targets)
            let parent = parents.nearest(to: place.place)
            let power = place.power ?? nearestPower(place, centres, targets.villages, world)
            let height = place.mastHeightMeters ?? settings.mastHeightMeters
            let kilometres = parent.map { $0.distanceMeters / 1000 }
            // Chains are priced by the network, link by link.
            let cost = parts(place, height: height, power: power, kilometres: settings.backhaul == nil ? kilometres : nil)
            guard let total = cost.totalVND else { throw CostOverflow(candidateID: place.id) }
            return SiteOption(
                place: place, mastHeightMeters: height, power: power, covers: gain.covers, signals: gain.signals, reaches: gain.reaches,
                cost: cost, costVND: total, parent: parent.map { active[$0.index] }, hopKilometres: kilometres)
        }
    }

    /// Which target places each candidate would bring signal to.
    private func reached(from places: [CandidatePlace], _ targets: PlanTargets) -> [[Reached]] {
        guard let environment else {
            let reach = discReachMeters
            let index = PointIndex(targets.places)
            return places.map { index.within(radiusMeters: reach, of: $0.place).map { ($0.index, nil) } }
        }
        return ProposedReach(rule: rule, environment: environment, threads: threads)
            .covered(by: places.map(mast), targets.places).map { $0.map { ($0.place, $0.signal) } }
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
        let active = world.sites.indices.filter { world.sites[$0].status == .active && world.sites[$0].evidence == .declared }
        let parents = PointIndex(active.map { world.sites[$0].place })
        var sum: Int64 = 0
        for position in villages {
            let village = world.villages[position]
            let kilometres = parents.nearest(to: village.centre).map { $0.distanceMeters / 1000 }
            let power: PowerSource = village.electricity == .none ? .solar : .grid
            let cost = parts(
                CandidatePlace(id: village.id, place: village.centre), height: settings.mastHeightMeters, power: power,
                kilometres: kilometres)
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

    private func nearestPower(_ place: CandidatePlace, _ targets: PointIndex, _ dead: [Int], _ world: World) -> PowerSource {
        guard let nearest = targets.nearest(to: place.place) else { return .grid }
        return world.villages[dead[nearest.index]].electricity == .none ? .solar : .grid
    }

    private func parts(_ place: CandidatePlace, height: Double, power: PowerSource, kilometres: Double?) -> CostParts {
        if let stated = place.statedCostVND { return CostParts(statedVND: stated) }
        let line = Double(settings.costs.transmissionVNDPerKilometre) * (kilometres ?? 0)
        return CostParts(
            siteVND: settings.costs.siteCostVND(mastHeightMeters: height),
            powerVND: power == .solar ? settings.costs.solarSurchargeVND : 0,
            // Whole thousands: a straight line says nothing finer, and the optimiser's numbers stay exact.
            transmissionVND: Int64(exactly: (line / 1000).rounded() * 1000) ?? .max)
    }
}

/// A cost that does not fit into 64 bits.
public struct CostOverflow: Error, Hashable, Sendable, CustomStringConvertible {
    public var candidateID: String
    public var description: String { "candidate \(candidateID): its cost is too large; check cost_vnd and the cost table" }
}
