import Candidates
import Coverage
import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Siting

/// Rechecks a plan against the recomputed gaps: places, gains, costs, limits, bound, layers.
struct PlanVerification {
    let loaded: LoadedProject
    let naive: [NaiveGrading.Result]
    /// The places of every village, as ``NaiveGrading`` found them.
    let extents: [[Coordinate]]
    let manifest: Manifest
    let folder: String

    private var world: World { loaded.read.world }
    private var settings: PlanSettings { loaded.project.plan }

    func check(into result: inout Verification) throws {
        let plan = try RunStore.document(PlanDocument.self, "plan.json", in: folder)
        let certificate = try RunStore.document(BoundCertificate.self, "bound.json", in: folder)
        guard let goal = PlanGoal(parameters: manifest.parameters) else {
            result.add(.goal, false, "run.json")
            return
        }
        result.add(
            .goal,
            plan.goal == goal.word && plan.budgetVND == goal.budgetVND && plan.sitesLimit == goal.sitesLimit
                && plan.sharePercent == goal.sharePercent
                && plan.strict == goal.isStrict,
            goal.word)

        let facts = try PlanFacts(loaded, naive, extents, folder: folder)
        let network = facts.network
        let chains = network.map { PlannedChains(plan, facts.places, $0, world) }
        let sites = checkSites(plan, facts, chains, &result)
        checkHops(plan, &result)
        if let chains { result.add(.chains, chains.wrong.isEmpty, Verification.named(chains.wrong, of: plan.sites.count)) }
        checkLayers(plan, gradesAfter(sites, facts), &result)
        if plan.status == .infeasible {
            checkInfeasibility(plan, goal, facts, &result)
        } else {
            checkGoal(plan, goal, facts, sites, &result)
            let must = settings.mustCover.filter { id in
                guard let village = world.villages.firstIndex(where: { $0.id == id }) else { return true }
                return naive[village].grade != .covered && !sites.covered.contains(village)
            }
            // A search that was stopped before it had any plan covers nothing yet, and says so.
            if plan.hasPlan {
                result.add(.mustCover, must.isEmpty, Verification.named(must, of: settings.mustCover.count))
            }
            if plan.hasPlan { checkShares(plan, sites, &result) }
            if plan.hasPlan { checkOperatorBudgets(plan, &result) }
            checkBound(plan, goal, certificate, facts, network, &result)
        }
        let unreachable = facts.unreachable.map { world.villages[$0].id }.sorted()
        result.add(.unreachable, unreachable == plan.unreachable.map(\.id).sorted(), "\(unreachable.count)")
    }

    /// The grade of every village with all the sites of a plan on air.
    private func gradesAfter(_ sites: SiteFigures, _ facts: PlanFacts) -> [Grade] {
        var after = naive
        let masts = sites.designs.map { (brings: facts.brings($0), operators: facts.designs[$0].operators) }
        for village in facts.dead {
            for number in facts.missing(village) {
                let groups = masts.filter { $0.brings(extents[village][number]) }.map(\.operators)
                if facts.isAlive(village, number, by: groups) { after[village].places[number].isAlive = true }
            }
        }
        return after.indices.map { facts.isDead.contains($0) ? NaiveGrading.Result(after[$0].places).grade : naive[$0].grade }
    }

    // MARK: Sites

    private struct SiteFigures {
        var covered: Set<Int> = []
        /// The designs that the plan builds, by rank.
        var designs: [Int] = []
        var costVND: Int64 = 0
        var isOverflow = false
    }

    private func checkSites(
        _ plan: PlanDocument, _ facts: PlanFacts, _ chains: PlannedChains?, _ result: inout Verification
    ) -> SiteFigures {
        var (wrongPlaces, wrongCosts, wrongGains): ([String], [String], [String]) = ([], [], [])
        var figures = SiteFigures()
        var seen: Set<String> = []
        var groups: [Int: [[Planning.Operator]]] = [:]
        let aimed = Set(facts.aimed)
        for site in plan.sites {
            let here = Coordinate(longitude: site.lon, latitude: site.lat)
            guard seen.insert(site.id).inserted,
                let number = facts.numbers[.init(place: site.id, word: site.option, operators: site.operators)],
                Geodesic.distanceMeters(facts.designs[number].place.place, here) < 0.01,
                facts.designs[number].mastHeightMeters == site.mastHeightMeters, facts.azimuths[number] == site.azimuthsDegrees
            else {
                wrongPlaces.append(site.id)
                continue
            }
            let reached = facts.reached[number]
            figures.designs.append(number)
            for village in reached { groups[village, default: []].append(facts.designs[number].operators) }
            let gained = reached.filter { aimed.contains($0) && !figures.covered.contains($0) && facts.isClosed($0, by: groups[$0] ?? []) }
            let households = gained.reduce(0) { $0 + (world.villages[$1].households ?? 0) }
            if Set(reached.map { world.villages[$0].id }) != Set(site.villagesCovered)
                || gained.map({ world.villages[$0].id }).sorted() != site.villagesGained.sorted() || households != site.householdsGained
            {
                wrongGains.append(site.id)
            }
            figures.covered.formUnion(gained)
            let (sum, overflow) = figures.costVND.addingReportingOverflow(site.costVND)
            if overflow { figures.isOverflow = true } else { figures.costVND = sum }
            let link = chains?.costVND[site.id] ?? 0
            if facts.cost.total(facts.designs[number]).map({ $0 &+ link }) != site.costVND || site.costParts.totalVND != site.costVND {
                wrongCosts.append(site.id)
            }
        }
        result.add(.places, wrongPlaces.isEmpty, Verification.named(wrongPlaces, of: plan.sites.count))
        result.add(.gains, wrongGains.isEmpty, Verification.named(wrongGains, of: plan.sites.count))
        result.add(.siteCosts, wrongCosts.isEmpty, Verification.named(wrongCosts, of: plan.sites.count))
        result.add(.totalCost, !figures.isOverflow && figures.costVND == plan.costVND, "\(figures.costVND) VND")
        return figures
    }

    /// The room of every hop that the plan states.
    private func checkHops(_ plan: PlanDocument, _ result: inout Verification) {
        guard let environment = loaded.environment else { return }
        let naive = NaivePrediction(environment: environment, rule: loaded.rule.rule)
        // With chains the parent may be another proposed site.
        var masts: [String: (place: Coordinate, heightMeters: Double)] = [:]
        for site in plan.sites { masts[site.id] = (Coordinate(longitude: site.lon, latitude: site.lat), site.mastHeightMeters) }
        for site in world.sites { masts[site.id] = (site.place, site.mastHeightMeters ?? Station.defaultMastHeightMeters) }
        let wrong = plan.sites.filter { site in
            guard let hop = site.hop else { return settings.backhaul == nil ? site.parent != nil : site.link == .microwave }
            let here = Coordinate(longitude: site.lon, latitude: site.lat)
            func room(_ id: String?, _ band: Double?) -> Double? {
                guard let other = id.flatMap({ masts[$0] }), let band else { return nil }
                return naive.hopRoomMeters(from: here, site.mastHeightMeters, to: other.place, other.heightMeters, frequencyGHz: band)
            }
            if let stated = site.hopClearanceMeters {
                guard let found = room(site.parent, hop.bandGHz), abs(found - stated) < 0.2 else { return true }
                if (hop.verdict == .clear || hop.verdict == .rain) != (stated >= 0) { return true }
            } else if hop.verdict == .clear || hop.verdict == .blocked {
                return true
            }
            return hop.clearParent.map { (room($0, hop.clearParentBandGHz) ?? -1) < -0.05 } ?? false
        }
        result.add(.hops, wrong.isEmpty, Verification.named(wrong.map(\.id), of: plan.sites.count))
    }

    // MARK: Goal, infeasibility, bound

    private func checkGoal(_ plan: PlanDocument, _ goal: PlanGoal, _ facts: PlanFacts, _ sites: SiteFigures, _ result: inout Verification) {
        let weight = sites.covered.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
        switch goal {
        case .sites(let limit):
            result.add(.limit, plan.sites.count <= limit, "\(plan.sites.count) ≤ \(limit)")
            result.add(.objective, weight == plan.objective, "\(weight)")
        case .budget(let budget):
            result.add(.limit, sites.costVND <= budget, "\(sites.costVND) ≤ \(budget) VND")
            result.add(.objective, weight == plan.objective, "\(weight)")
        case .coverAll(let isStrict):
            let missing = Set(facts.aimed).subtracting(facts.unreachable)
            // A search that was stopped before it had any plan covers nothing yet, and says so.
            if plan.hasPlan {
                result.add(.reachable, sites.covered == missing, "\(sites.covered.count) / \(missing.count)")
            }
            result.add(.objective, sites.costVND == plan.objective, "\(sites.costVND) VND")
            if isStrict { result.add(.infeasibility, facts.unreachable.isEmpty, "strict: \(facts.unreachable.count)") }
        case .share:
            let wanted = goal.wantedWeight(of: totalWeight(facts)) ?? 0
            if plan.hasPlan { result.add(.limit, weight >= wanted, "\(weight) ≥ \(wanted)") }
            result.add(.objective, sites.costVND == plan.objective, "\(sites.costVND) VND")
        }
        checkAnswers(plan, facts, sites, &result)
    }

    /// Household weight of all dead zones.
    private func totalWeight(_ facts: PlanFacts) -> Int64 { facts.aimed.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight } }

    private func checkInfeasibility(_ plan: PlanDocument, _ goal: PlanGoal, _ facts: PlanFacts, _ result: inout Verification) {
        let isEmpty = plan.sites.isEmpty && plan.costVND == 0 && plan.villages.after == plan.villages.before
        let unreachable = Set(facts.unreachable.map { world.villages[$0].id })
        let missedMust = settings.mustCover.filter(unreachable.contains)
        let reachable = facts.aimed.filter { !facts.unreachable.contains($0) }.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
        let isShareTooLarge = goal.wantedWeight(of: totalWeight(facts)).map { reachable < $0 } ?? false
        let within = Set(facts.aimed).subtracting(facts.unreachable)
        let isGroupTooLarge = shareGroups().contains { group in
            let most = group.villages.intersection(within).reduce(group.before) { $0 + world.villages[$1].targetWeight }
            return most < group.wanted
        }
        let isProven = isGroupTooLarge || (goal.isStrict && !unreachable.isEmpty) || !missedMust.isEmpty || isShareTooLarge
        let hasConditions = settings.backhaul != nil || !settings.minimumShares.isEmpty || !settings.operators.isEmpty
        if isEmpty, !isProven, hasConditions || (!settings.mustCover.isEmpty && goal.word != "cover-all") {
            result.leaveOpen(.infeasibility, hasConditions ? "minimumShares, backhaul × \(goal.word)" : "must-cover × \(goal.word)")
        } else {
            result.add(.infeasibility, isEmpty && isProven, Verification.named(missedMust, of: unreachable.count))
        }
    }

    private func checkBound(
        _ plan: PlanDocument, _ goal: PlanGoal, _ certificate: BoundCertificate, _ facts: PlanFacts, _ network: BackhaulNetwork?,
        _ result: inout Verification
    ) {
        let positions = Dictionary(uniqueKeysWithValues: facts.aimed.enumerated().map { ($1, $0) })
        let counts = Dictionary(facts.designs.map { ($0.placeNumber, 1) }, uniquingKeysWith: +)
        let options = facts.designs.enumerated().map { number, design in
            let place = design.placeNumber
            return SitingOption(
                id: facts.ids[number], costVND: facts.cost.total(design) ?? -1, covers: facts.reached[number].compactMap { positions[$0] },
                place: counts[place] ?? 0 > 1 ? place : nil,
                operators: design.operators.compactMap { settings.operators.firstIndex(of: $0) }.sorted(),
                node: network.flatMap { $0.nodes[place].isJoined ? nil : place })
        }
        var needs: [OperatorNeed]?
        if facts.assignsSeveral {
            needs = facts.aimed.map { village in
                let heard = facts.missing(village).map { Set(naive[village].places[$0].operators) }
                let everywhere = heard.dropFirst().reduce(heard.first ?? []) { $0.intersection($1) }
                return OperatorNeed(
                    count: max(1, facts.minimumOperators - everywhere.count),
                    heard: everywhere.compactMap { settings.operators.firstIndex(of: $0) }.sorted())
            }
        }
        let budgets = settings.operators.enumerated().compactMap { number, carrier in
            settings.operatorBudgets[carrier].map { OperatorBudget(operator: number, budgetVND: $0) }
        }
        let groups = shareGroups().filter { $0.wanted > $0.before }.map { group in
            GroupMinimum(
                id: group.id,
                members: facts.aimed.filter(group.villages.contains).compactMap { village in
                    positions[village].map { .init(target: $0, amount: world.villages[village].targetWeight) }
                }, minimum: group.wanted - group.before)
        }
        let must = settings.mustCover.compactMap { id in
            facts.aimed.first { world.villages[$0].id == id }.flatMap { positions[$0] }
        }
        let problem = SitingProblem(
            targetWeights: facts.aimed.map { world.villages[$0].targetWeight }, targetIDs: facts.aimed.map { world.villages[$0].id },
            options: options, goal: goal.siting(totalWeight: totalWeight(facts)), mustCover: must,
            conditions: SitingConditions(groups: groups, operatorBudgets: budgets, operatorNeeds: needs, network: network?.siting))
        let own = try? certificate.bound(problem)
        result.add(.bound, own == plan.bound, own.map { "\($0), plan.json: \(plan.bound)" } ?? "bound.json")
        // Before any plan exists there is no objective for the bound to stand beside.
        if plan.hasPlan {
            result.add(
                .boundSide, plan.isMinimising ? plan.bound <= plan.objective : plan.bound >= plan.objective,
                "\(plan.bound), \(plan.objective)")
        }
        if plan.status == .optimal {
            let isOwn = plan.proof == "own" && plan.bound == plan.objective
            result.add(
                .proof, isOwn || ["cbc ", "highs "].contains { plan.proof?.hasPrefix($0) ?? false },
                "\(plan.proof ?? "–"); own bound \(plan.bound), objective \(plan.objective)")
        }
    }

    /// A group with a least share, from the naive grades.
    private struct ShareGroup {
        var id: String
        var by: String
        var name: String
        var minimumPercent: Double
        var villages: Set<Int> = []
        var total: Int64 = 0
        var before: Int64 = 0
        var wanted: Int64 = 0
    }

    private func shareGroups() -> [ShareGroup] {
        settings.minimumShares.flatMap { share in
            var groups: [String: ShareGroup] = [:]
            for village in world.villages.indices where naive[village].grade != .unknown {
                let place = world.villages[village]
                var (id, name) = (share.grouping.word, share.grouping.word)
                switch share.grouping {
                case .commune:
                    name = place.communeName.isEmpty ? place.communeCode : place.communeName
                    if name.isEmpty { continue }
                    id = "commune " + (place.communeCode.isEmpty ? "\(place.provinceName)/\(name)" : place.communeCode)
                case .trait(let trait): if place.traits[trait] != true { continue }
                }
                groups[
                    id,
                    default: ShareGroup(
                        id: id, by: share.grouping.word, name: name, minimumPercent: Double(share.basisPoints) / 100)
                ].villages.insert(village)
                groups[id]?.total += place.targetWeight
                if naive[village].grade == .covered { groups[id]?.before += place.targetWeight }
            }
            return groups.values.map { group in
                var group = group
                // Rounded up: half a household is not covered.
                group.wanted = Int64((Int128(group.total) * Int128(share.basisPoints) + 9_999) / 10_000)
                return group
            }
        }
    }

    /// Every group has its least share with the plan, and the plan says so.
    private func checkShares(_ plan: PlanDocument, _ sites: SiteFigures, _ result: inout Verification) {
        guard !settings.minimumShares.isEmpty else { return }
        var wrong: [String] = []
        let groups = shareGroups().filter { group in group.villages.contains { naive[$0].grade.isDeadZone } }
        // Communes of one name are told apart by their numbers: each entry of the plan stands for one group.
        var stated = plan.shares
        for group in groups {
            let after = group.before + group.villages.intersection(sites.covered).reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
            let place = stated.firstIndex {
                $0.by == group.by && $0.group == group.name && $0.minimumPercent == group.minimumPercent && $0.households == group.total
                    && $0.coveredBefore == group.before && $0.coveredAfter == after
            }
            if let place { stated.remove(at: place) }
            if after < group.wanted || place == nil { wrong.append(group.name) }
        }
        result.add(.shares, wrong.isEmpty && plan.shares.count == groups.count, Verification.named(wrong.sorted(), of: groups.count))
    }

    /// No operator pays more than it may; who builds together pays in equal parts.
    private func checkOperatorBudgets(_ plan: PlanDocument, _ result: inout Verification) {
        guard !settings.operatorBudgets.isEmpty else { return }
        let wrong = settings.operatorBudgets.filter { carrier, budget in
            let sixtieths = plan.sites.filter { $0.operators.contains(carrier) }.reduce(Int128(0)) {
                $0 + Int128($1.costVND) * 60 / Int128($1.operators.count)
            }
            return sixtieths > Int128(budget) * 60
        }
        result.add(.operatorBudgets, wrong.isEmpty, Verification.named(wrong.keys.map(\.id).sorted(), of: settings.operatorBudgets.count))
    }

    /// What each site alone brings, who covers which dead zone, and what masts in the villages themselves would cost.
    private func checkAnswers(_ plan: PlanDocument, _ facts: PlanFacts, _ sites: SiteFigures, _ result: inout Verification) {
        // Places that could not be told are a failure of their own.
        guard sites.designs.count == plan.sites.count else { return }
        let reached = sites.designs.map { Set(facts.reached[$0]) }
        var wrong: [String] = []
        for (position, site) in plan.sites.enumerated() {
            let alone = reached[position].filter { village in
                let others = reached.indices.filter { $0 != position && reached[$0].contains(village) }
                return sites.covered.contains(village)
                    && !facts.isClosed(village, by: others.map { facts.designs[sites.designs[$0]].operators })
            }
            let households = alone.reduce(0) { $0 + (world.villages[$1].households ?? 0) }
            if Set(site.villagesExclusive) != Set(alone.map { world.villages[$0].id }) || households != site.householdsExclusive {
                wrong.append(site.id)
            }
        }
        for (village, answer) in zip(facts.aimed, plan.answers.deadZones) {
            let by = zip(plan.sites, reached).filter { $1.contains(village) }.map(\.0.id)
            if answer.id != world.villages[village].id || answer.coveredBy != by { wrong.append(answer.id) }
        }
        let masts = sites.covered.sorted().map { position in
            let village = world.villages[position]
            let mast = OptionDesign(
                placeNumber: 0, place: CandidatePlace(id: "", place: village.centre), work: .newMast,
                mastHeightMeters: settings.mastHeightMeters, operators: [])
            return facts.cost.total(mast, withLine: true, power: village.electricity == .none ? .solar : .grid)
        }
        let naive = masts.reduce(Int64(0) as Int64?) { sum, next in
            guard let sum, let next else { return nil }
            let (total, overflow) = sum.addingReportingOverflow(next)
            return overflow ? nil : total
        }
        if plan.naive?.costVND != naive { wrong.append("naive") }
        let rejected = RejectedCheck(plan: plan, facts: facts, covered: sites.covered, built: sites.designs).wrong()
        result.add(
            .answers, wrong.isEmpty && rejected.isEmpty && plan.answers.deadZones.count == facts.aimed.count,
            Verification.named(wrong + rejected, of: plan.sites.count + facts.aimed.count + plan.answers.candidates.count))
    }

    // MARK: Layers

    private func checkLayers(_ plan: PlanDocument, _ after: [Grade], _ result: inout Verification) {
        let written = (try? GradeLayer.read("\(folder)/villages-after.geojson")) ?? [:]
        let wrong = zip(world.villages, after).filter { written[$0.id] != $1.rawValue }.map(\.0.id)
        let tally = GradeTally(world, after)
        let isSummedUp =
            tally.villages == plan.villages.after && tally.households == plan.households.after && tally.population == plan.population.after
        result.add(
            .gradesAfter, wrong.isEmpty && written.count == after.count && isSummedUp, Verification.named(wrong, of: after.count))

        guard let table = try? VectorReader.read("\(folder)/plan.geojson") else {
            result.add(.planLayer, false, "plan.geojson")
            return
        }
        func text(_ feature: Feature, _ field: String) -> String { table.fieldIndex(field).flatMap { feature.values[$0].text } ?? "" }
        var different: [String] = []
        for (feature, site) in zip(table.features, plan.sites) {
            var isSame =
                text(feature, "id") == site.id && text(feature, "rank") == "\(site.rank)" && text(feature, "cost_vnd") == "\(site.costVND)"
            isSame = isSame && text(feature, "villages_gained") == site.villagesGained.joined(separator: ";")
            isSame = isSame && text(feature, "villages_gained_count") == "\(site.villagesGained.count)"
            isSame = isSame && text(feature, "households_gained") == "\(site.householdsGained)"
            if case .point(let place)? = feature.shape {
                isSame = isSame && Geodesic.distanceMeters(place, Coordinate(longitude: site.lon, latitude: site.lat)) < 0.02
            } else {
                isSame = false
            }
            if !isSame { different.append(site.id) }
        }
        result.add(
            .planLayer, different.isEmpty && table.features.count == plan.sites.count, Verification.named(different, of: plan.sites.count))
    }
}
