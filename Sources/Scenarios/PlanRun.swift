import Candidates
import Coverage
import Foundation
import Geometry
import Ingest
import Planning
import Radio
import Siting

/// A plan for one project: the gap analysis, the options, the chosen ones.
public struct PlanRun: Sendable {
    /// The analysis that the plan starts from.
    public var gaps: GapRun
    /// What is aimed at.
    public var goal: PlanGoal
    /// The places that were looked at.
    public var candidates: FoundCandidates
    /// What may be built at these places, with cover and cost; the solution and the answers speak of positions here.
    public var options: [SiteOption]
    /// The problem that the optimiser was given.
    public var assembly: SitingAssembly
    /// What it found.
    public var solution: SitingSolution
    /// The plan for people and programs: `plan.json`.
    public var document: PlanDocument
    /// Grades with the proposed sites on air, in the order of the verdicts.
    ///
    /// By all sites together: two that each reach some places of a village may cover it though neither does alone. The optimiser does not count
    /// on that, so that there may be more covered villages than its plan gains.
    public var gradesAfter: [Grade]
    /// The places of the villages with the proposed sites on air, in the same order; nil where the rule looks at the centres alone.
    public var extentsAfter: [ExtentVerdict?]

    /// What was taken from earlier runs.
    public var stageUses: [StageUse]

    /// Plans for a gap analysis.
    ///
    /// - Parameters:
    ///   - stages: where earlier runs have left what they computed, and this one leaves its own.
    ///   - shouldStop: asked between steps; true ends the search with the best plan so far.
    /// - Throws: `InputError` for unusable candidates or must-cover ids, `NoCountedTechnology`, `SitingError`, `GeometryError`,
    ///   `CostOverflow`.
    public init(
        _ gaps: GapRun, goal: PlanGoal, timeLimitSeconds: Double? = nil, threads: Int = 1, stages: StageStore? = nil,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    )
        throws
    {
        let loaded = gaps.loaded
        let project = loaded.project
        let world = loaded.read.world
        let aimed = gaps.report.deadZones.filter { project.plan.aims(at: world.villages[$0]) }
        candidates = try loaded.candidates(deadZones: aimed)
        let builder = OptionBuilder(
            settings: project.plan, rule: loaded.rule.rule, asOf: project.asOf, environment: loaded.environment, threads: threads)
        let stage = loaded.environment == nil ? nil : stages.map { ReachStage(gaps, $0) }
        var memory = stage?.memory() ?? ReachMemory()
        let options = try builder.options(candidates.places, world, gaps.report, &memory)
        stageUses = gaps.stageUses
        if let stage {
            stage.keep(memory)
            stageUses.append(StageUse(stage: .reach, reused: memory.reused, computed: memory.computed))
        }
        let weight = aimed.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
        let network = BackhaulNetwork(candidates.places, loaded)
        let assembly = try SitingAssembly(
            world, gaps.report, options, goal: goal.siting(totalWeight: weight), mustCover: project.plan.mustCover,
            minimumShares: project.plan.minimumShares, network: network, operators: project.plan.operators,
            operatorBudgets: project.plan.operatorBudgets, isAimedAt: { project.plan.aims(at: world.villages[$0]) })
        let limits = SitingLimits(timeLimitSeconds: timeLimitSeconds)
        let solution = try SitingSolver(limits: limits).solve(assembly.problem) { _ in shouldStop() ? .stop : .proceed }

        let newlyCovered = Set(solution.coveredTargets.map { assembly.targets[$0] })
        let reached = builder.live(solution.chosen.map { options[$0] }, gaps.report)
        let extents = gaps.report.verdicts.map { $0.extent?.covering(reached[$0.village] ?? []) }
        gradesAfter = zip(gaps.report.verdicts, extents).map { before, extent in
            if newlyCovered.contains(before.village) { return .covered }
            guard before.grade.isDeadZone else { return before.grade }
            // Without an extent the centre is the whole village: one that waits may be reached all the same.
            return extent?.grade ?? (reached[before.village]?.contains(0) ?? false ? .covered : before.grade)
        }
        extentsAfter = extents
        document = try PlanDocument(
            gaps: gaps, goal: goal, options: options, assembly: assembly, solution: solution, gradesAfter: gradesAfter,
            builder: builder, network: network, candidates: candidates)
        self.gaps = gaps
        self.goal = goal
        self.options = options
        self.assembly = assembly
        self.solution = solution
    }
}

extension PlanDocument.Hop {
    /// The hop of an option to its parent, with its room; nil without ground, or without a parent.
    static func found(_ option: SiteOption, _ hops: HopFinder?, _ world: World) -> (hop: Self, roomMeters: Double?)? {
        guard let hops, let parent = option.parent else { return nil }
        let (place, height) = (option.place.place, option.mastHeightMeters)
        let hop = hops.hop(from: place, mastHeightMeters: height, to: parent)
        let clear =
            hop.verdict == .clear ? HopFinder.Found(site: parent, hop: hop) : hops.nearestClear(from: place, mastHeightMeters: height)
        func tenth(_ number: Double) -> Double { (number * 10).rounded() / 10 }
        let document = Self(
            verdict: hop.verdict, bandGHz: hop.band?.frequencyGHz, rainMarginDB: hop.rainMarginDB.map(tenth),
            clearParent: clear.map { world.sites[$0.site].id }, clearParentKm: clear.map { ($0.hop.distanceKm * 1000).rounded() / 1000 },
            clearParentBandGHz: clear?.hop.band?.frequencyGHz)
        return (document, hop.roomMeters.map(tenth))
    }
}

extension PlanDocument {
    init(
        gaps: GapRun, goal: PlanGoal, options: [SiteOption], assembly: SitingAssembly, solution: SitingSolution, gradesAfter: [Grade],
        builder: OptionBuilder, network: BackhaulNetwork?, candidates found: FoundCandidates
    ) throws {
        let loaded = gaps.loaded
        let world = loaded.read.world
        let settings = loaded.project.plan
        func village(_ target: Int) -> Village { world.villages[assembly.targets[target]] }

        schema = "phusong.plan/1"
        project = loaded.project.name
        asOf = loaded.project.asOf
        self.goal = goal.word
        status = solution.status
        hasPlan = solution.hasPlan
        objective = solution.objective
        bound = solution.bound
        boundSource = solution.boundSource
        gap = solution.gap
        reasonVillages = solution.reasonTargets.map { village($0).id }
        reasonVillageNames = solution.reasonTargets.map { village($0).name }
        costVND = solution.costVND
        strict = goal.isStrict

        let answers = PlanAnswers(assembly.problem.charged(solution.links), plan: solution.chosen)
        let terrain = loaded.environment?.terrain
        let chains = network.map {
            let budget = settings.backhaul?.hopBudget ?? HopBudget()
            return Chains($0, solution, options, found.places, world, hops: HopFinder(world, terrain: terrain, budget: budget))
        }
        self.answers = Answers(answers, solution, assembly, options, world)
        let gainedVillages = solution.coveredTargets.map { assembly.targets[$0] }
        let hops = HopFinder(world, terrain: terrain)
        sites = zip(solution.chosen, solution.gains).enumerated().map { rank, pair in
            let alone = answers.chosen[rank].exclusiveTargets.map(village)
            let option = options[pair.0]
            let chain = chains?.of(option)
            let hop = chains == nil ? Hop.found(option, hops, world) : chain?.hop
            let gained = pair.1.map(village)
            return ProposedSite(
                id: option.place.id, name: option.place.name, rank: rank + 1, lon: option.place.place.longitude,
                lat: option.place.place.latitude, option: option.design.word, operators: option.design.operators,
                technologies: builder.countedTechnologies, bandsMHz: settings.bandsMHz,
                mastHeightMeters: option.mastHeightMeters, azimuthsDegrees: option.azimuthsDegrees, power: option.power,
                costVND: option.costVND + (chain?.costVND ?? 0), costParts: chain.map { option.cost.joined(by: $0.costVND) } ?? option.cost,
                existingSite: option.place.existingSite.map { world.sites[$0].id },
                parent: chains == nil ? option.parent.map { world.sites[$0].id } : chain?.ids.first,
                hopKm: (chains == nil ? option.hopKilometres : chain?.kilometres).map { ($0 * 1000).rounded() / 1000 },
                hopClearanceMeters: hop?.roomMeters, link: chain?.kind, chain: chain?.ids ?? [], hop: hop?.hop,
                villagesGained: gained.map(\.id), householdsGained: gained.reduce(0) { $0 + ($1.households ?? 0) },
                villagesExclusive: alone.map(\.id), householdsExclusive: alone.reduce(0) { $0 + ($1.households ?? 0) },
                villagesCovered: option.covers.map { world.villages[$0].id }, synthetic: option.place.isSynthetic)
        }

        let closable = Set(gaps.report.verdicts.lazy.filter(builder.closes).map(\.village))
        let unjoined = network == nil ? [] : Set(options.flatMap(\.covers))
        let candidateIndex = PointIndex(options.map(\.place.place))
        unreachable = solution.unreachableTargets.map { target in
            let missed = village(target)
            let nearest = candidateIndex.nearest(to: missed.centre)
            return Unreachable(
                id: missed.id, name: missed.name, commune: missed.communeName, households: missed.households,
                reason: !closable.contains(assembly.targets[target])
                    ? "too-few-operators"
                    : unjoined.contains(assembly.targets[target])
                        ? "no-chain" : loaded.environment == nil ? "no-candidate-in-range" : "no-candidate-reaches",
                nearestCandidate: nearest.map { options[$0.index].place.id },
                nearestCandidateMeters: nearest.map { $0.distanceMeters.rounded() })
        }

        var after = (villages: GapSummary.Counts(), households: GapSummary.Counts(), population: GapSummary.Counts())
        for (verdict, grade) in zip(gaps.report.verdicts, gradesAfter) {
            let village = world.villages[verdict.village]
            after.villages.add(1, grade)
            after.households.add(village.households ?? 0, grade)
            after.population.add(village.population ?? 0, grade)
        }
        villages = Villages(before: gaps.summary.villages, after: after.villages)
        households = Villages(before: gaps.summary.households, after: after.households)
        population = Villages(before: gaps.summary.population, after: after.population)
        greedyCurve = solution.curve.map {
            CurvePoint(
                site: options[$0.option].place.id, weightGained: $0.gainedWeight, weightTotal: $0.cumulativeWeight,
                costVND: $0.cumulativeCostVND)
        }
        solver = solution.facts
        candidates = found.places.count
        rejectedCandidates = found.rejected.map { RejectedPlace(id: $0.place.id, reason: $0.reason) }
        mustCover = settings.mustCover.isEmpty ? nil : settings.mustCover
        operatorBudgetsVND =
            settings.operatorBudgets.isEmpty
            ? nil : Dictionary(settings.operatorBudgets.map { ($0.key.id, $0.value) }, uniquingKeysWith: { first, _ in first })
        seed = loaded.project.seed
        var notes = gaps.summary.warnings
        notes.append(
            loaded.environment == nil
                ? .init(
                    code: "disc-cover", file: loaded.rule.rule.id, count: options.count,
                    message:
                        "new sites are believed to reach \(Int(builder.discReachMeters)) m in every direction: terrain is not looked at")
                : .init(
                    code: "predicted-cover", file: loaded.rule.rule.id, count: options.count,
                    message: "new sites cover the villages that P.1812 predicts; a path over missing terrain counts as not covered"))
        let blocked = sites.count { $0.hop.map { $0.verdict != .clear } ?? false }
        let orphans = sites.count { $0.parent == nil && $0.existingSite == nil }
        if let settings = loaded.project.plan.backhaul {
            notes.append(
                .init(
                    code: "chains", file: "plan", count: sites.count { $0.link != nil },
                    message: "every site has a chain of at most \(settings.maximumHops) links to the network; the bound leaves no chain out"
                ))
        } else if orphans > 0 {
            notes.append(
                .init(
                    code: "no-parent", file: "plan", count: orphans,
                    message: "no existing site to connect to: transmission cost is not counted"))
        } else if loaded.environment != nil {
            notes.append(
                .init(
                    code: "hops-not-clear", file: "plan", count: blocked,
                    message: "lines to the nearest site cannot be microwave hops: they need fibre, or a hop to the clear parent named"))
        } else {
            notes.append(
                .init(
                    code: "hops-not-checked", file: "plan", count: sites.count,
                    message: "parent sites are the nearest ones by straight line: the clearance of the hop is not checked"))
        }
        let waiting = gaps.report.deadZones.count - assembly.targets.count
        if waiting > 0 {
            notes.append(
                .init(
                    code: "villages-wait", file: "plan.targets", count: waiting,
                    message: "dead zones that the plan is not about: nothing is built for them"))
        }
        if settings.candidates?.sources.contains(.highSpots) ?? false, loaded.environment == nil {
            notes.append(
                .init(
                    code: "no-high-spots", file: "plan.candidates", count: 0,
                    message: "high spots are looked for over terrain, which this project does not use"))
        }
        for share in settings.minimumShares where share.groups(world, gaps.report).isEmpty {
            notes.append(
                .init(
                    code: "share-without-group", file: "plan.minimumShares", count: 0,
                    message: "no village states its \(share.grouping.word): the least share asks for nothing"))
        }
        if settings.costs.roadVNDPerKilometre > 0, world.roads.isEmpty {
            notes.append(
                .init(
                    code: "no-roads", file: "costs", count: sites.count,
                    message: "tracks are not counted: the project names no roads"))
        }
        warnings = notes
        let covered = Set(gainedVillages)
        shares = settings.minimumShares.flatMap { share in
            share.groups(world, gaps.report).filter { !$0.deadZones.isEmpty }.map { group in
                Share(
                    by: share.grouping.word, group: group.name, minimumPercent: Double(share.basisPoints) / 100,
                    households: group.households, coveredBefore: group.covered,
                    coveredAfter: group.covered
                        + group.deadZones.filter(covered.contains).reduce(Int64(0)) { $0 + world.villages[$1].targetWeight })
            }
        }
        proof = solution.proof
        reason = solution.reason
        reasonCode = solution.reasonCode
        budgetVND = goal.budgetVND
        sitesLimit = goal.sitesLimit
        sharePercent = goal.sharePercent
        naive = builder.costVND(ofMastsIn: gainedVillages, world).map {
            Naive(masts: gainedVillages.count, costVND: $0, savingVND: $0 - solution.costVND)
        }
    }
}
