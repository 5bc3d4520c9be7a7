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

        let dead = naive.indices.filter { naive[$0].grade.isDeadZone }
        let facts = Facts(dead: dead, closable: dead.filter(canBeClosed), places: loaded.candidatePlaces(deadZones: dead), reached: reached)

        let network = BackhaulNetwork(facts.places.map { ($0, $0.mastHeightMeters ?? settings.mastHeightMeters) }, loaded)
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
            checkBound(plan, goal, certificate, facts, network, &result)
        }
        let unreachable = facts.unreachable.map { world.villages[$0].id }.sorted()
        result.add(.unreachable, unreachable == plan.unreachable.map(\.id).sorted(), "\(unreachable.count)")
    }

    // MARK: What can be reached

    private struct Facts {
        var dead: [Int]
        /// Dead villages that one new site can close by the rule.
        var closable: [Int]
        var places: [CandidatePlace]
        /// What each place reaches among the closable villages, ascending; in the order of the places.
        private(set) var reached: [[Int]]
        /// Dead villages that no place reaches.
        private(set) var unreachable: [Int]
        let isDead: Set<Int>

        init(dead: [Int], closable: [Int], places: [CandidatePlace], reached: (CandidatePlace, [Int]) -> [Int]) {
            (self.dead, self.closable, self.places) = (dead, closable, places)
            isDead = Set(dead)
            self.reached = places.map { reached($0, closable) }
            let near = Set(self.reached.joined())
            unreachable = dead.filter { !near.contains($0) }
        }
    }

    /// The villages among some that a mast at a place would cover: it brings signal to every place that has none.
    private func reached(from place: CandidatePlace, _ villages: [Int]) -> [Int] {
        let brings = self.brings(from: place)
        return villages.filter { village in missing(village).allSatisfy { brings(extents[village][$0]) } }
    }

    /// Whether a mast at a place brings signal to another one.
    private func brings(from place: CandidatePlace) -> (Coordinate) -> Bool {
        let rule = loaded.rule.rule
        let counted = Set(rule.countedTechnologies(on: loaded.project.asOf))
        let technologies = settings.technologies.filter(counted.contains)
        guard let environment = loaded.environment else {
            let reach = technologies.compactMap { rule.discRadiiMeters[$0] }.max() ?? 0
            return { Geodesic.distanceMeters(place.place, $0) <= reach }
        }
        let mast = ProposedMast(
            place: place.place, mastHeightMeters: place.mastHeightMeters ?? settings.mastHeightMeters, technologies: technologies,
            bandsMHz: settings.bandsMHz, azimuthsDegrees: settings.azimuthsDegrees)
        guard let station = Station(mast, environment: environment) else { return { _ in false } }
        let prediction = NaivePrediction(environment: environment, rule: rule)
        return { there in
            guard case .dBm(let level) = prediction.level(station, at: there) else { return false }
            return level >= prediction.requiredDBm
        }
    }

    /// The places of a village that are not known to have signal, by their numbers.
    private func missing(_ village: Int) -> [Int] { naive[village].places.indices.filter { naive[village].places[$0].isAlive != true } }

    /// Whether one more site satisfies the rule at every place of a village: an unassigned one counts as an operator that is not heard yet.
    private func canBeClosed(_ village: Int) -> Bool { missing(village).allSatisfy { canBeClosed(village, $0) } }

    private func canBeClosed(_ village: Int, _ place: Int) -> Bool {
        let heard = naive[village].places[place].operators
        let isNew = settings.operator.map { !heard.contains($0) } ?? true
        return heard.count + (isNew ? 1 : 0) >= loaded.rule.rule.minimumOperators
    }

    /// The grade of every village with all the sites of a plan on air.
    private func gradesAfter(_ sites: SiteFigures, _ facts: Facts) -> [Grade] {
        var after = naive
        for place in sites.places {
            let brings = self.brings(from: place)
            for village in facts.dead {
                for number in missing(village) where canBeClosed(village, number) && brings(extents[village][number]) {
                    after[village].places[number].isAlive = true
                }
            }
        }
        return after.indices.map { facts.isDead.contains($0) ? NaiveGrading.Result(after[$0].places).grade : naive[$0].grade }
    }

    // MARK: Sites

    private struct SiteFigures {
        var covered: Set<Int> = []
        /// Where the plan's sites stand.
        var places: [CandidatePlace] = []
        var costVND: Int64 = 0
        var isOverflow = false
    }

    private func checkSites(
        _ plan: PlanDocument, _ facts: Facts, _ chains: PlannedChains?, _ result: inout Verification
    ) -> SiteFigures {
        let placeByID = Dictionary(facts.places.indices.map { (facts.places[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        let declared = world.sites.filter { $0.status == .active && $0.evidence == .declared }
        var (wrongPlaces, wrongCosts, wrongGains): ([String], [String], [String]) = ([], [], [])
        var figures = SiteFigures()
        var seen: Set<String> = []
        for site in plan.sites {
            let here = Coordinate(longitude: site.lon, latitude: site.lat)
            guard seen.insert(site.id).inserted, let number = placeByID[site.id],
                Geodesic.distanceMeters(facts.places[number].place, here) < 0.01
            else {
                wrongPlaces.append(site.id)
                continue
            }
            let (place, reached) = (facts.places[number], facts.reached[number])
            let gained = reached.filter { !figures.covered.contains($0) }
            let households = gained.reduce(0) { $0 + (world.villages[$1].households ?? 0) }
            if Set(reached.map { world.villages[$0].id }) != Set(site.villagesCovered)
                || gained.map({ world.villages[$0].id }).sorted() != site.villagesGained.sorted() || households != site.householdsGained
            {
                wrongGains.append(site.id)
            }
            figures.covered.formUnion(reached)
            figures.places.append(place)
            let (sum, overflow) = figures.costVND.addingReportingOverflow(site.costVND)
            if overflow { figures.isOverflow = true } else { figures.costVND = sum }
            let link = chains?.costVND[site.id] ?? 0
            if cost(of: place, declared, facts.dead).map({ $0 &+ link }) != site.costVND || site.costParts.totalVND != site.costVND {
                wrongCosts.append(site.id)
            }
        }
        result.add(.places, wrongPlaces.isEmpty, Verification.named(wrongPlaces, of: plan.sites.count))
        result.add(.gains, wrongGains.isEmpty, Verification.named(wrongGains, of: plan.sites.count))
        result.add(.siteCosts, wrongCosts.isEmpty, Verification.named(wrongCosts, of: plan.sites.count))
        result.add(.totalCost, !figures.isOverflow && figures.costVND == plan.costVND, "\(figures.costVND) VND")
        return figures
    }

    /// The cost of a candidate, computed again from the table by its own path; nil when it does not fit into 64 bits.
    ///
    /// - Parameter withLine: whether a straight line to the nearest site is part of it; by default where the project asks for no chains.
    private func cost(of place: CandidatePlace, _ declared: [Site], _ dead: [Int], withLine: Bool? = nil) -> Int64? {
        if let stated = place.statedCostVND { return stated }
        let nearestVillage = dead.min {
            Geodesic.distanceMeters(place.place, world.villages[$0].centre)
                < Geodesic.distanceMeters(place.place, world.villages[$1].centre)
        }
        let isSolar = place.power.map { $0 == .solar } ?? (nearestVillage.map { world.villages[$0].electricity == .none } ?? false)
        let hasLine = withLine ?? (settings.backhaul == nil)
        let kilometres = !hasLine ? 0 : (declared.map { Geodesic.distanceMeters(place.place, $0.place) }.min() ?? 0) / 1000
        let line = (Double(settings.costs.transmissionVNDPerKilometre) * kilometres / 1000).rounded() * 1000
        guard let transmission = Int64(exactly: line) else { return nil }
        let mast = settings.costs.siteCostVND(mastHeightMeters: place.mastHeightMeters ?? settings.mastHeightMeters)
        let (withPower, first) = mast.addingReportingOverflow(isSolar ? settings.costs.solarSurchargeVND : 0)
        let (total, second) = withPower.addingReportingOverflow(transmission)
        return first || second ? nil : total
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

    private func checkGoal(_ plan: PlanDocument, _ goal: PlanGoal, _ facts: Facts, _ sites: SiteFigures, _ result: inout Verification) {
        let weight = sites.covered.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
        switch goal {
        case .sites(let limit):
            result.add(.limit, plan.sites.count <= limit, "\(plan.sites.count) ≤ \(limit)")
            result.add(.objective, weight == plan.objective, "\(weight)")
        case .budget(let budget):
            result.add(.limit, sites.costVND <= budget, "\(sites.costVND) ≤ \(budget) VND")
            result.add(.objective, weight == plan.objective, "\(weight)")
        case .coverAll(let isStrict):
            let missing = Set(facts.dead).subtracting(facts.unreachable)
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
    private func totalWeight(_ facts: Facts) -> Int64 { facts.dead.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight } }

    private func checkInfeasibility(_ plan: PlanDocument, _ goal: PlanGoal, _ facts: Facts, _ result: inout Verification) {
        let isEmpty = plan.sites.isEmpty && plan.costVND == 0 && plan.villages.after == plan.villages.before
        let unreachable = Set(facts.unreachable.map { world.villages[$0].id })
        let missedMust = settings.mustCover.filter(unreachable.contains)
        let reachable = facts.dead.filter { !facts.unreachable.contains($0) }.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
        let isShareTooLarge = goal.wantedWeight(of: totalWeight(facts)).map { reachable < $0 } ?? false
        let within = Set(facts.dead).subtracting(facts.unreachable)
        let isGroupTooLarge = shareGroups().contains { group in
            let most = group.villages.intersection(within).reduce(group.before) { $0 + world.villages[$1].targetWeight }
            return most < group.wanted
        }
        let isProven = isGroupTooLarge || (goal.isStrict && !unreachable.isEmpty) || !missedMust.isEmpty || isShareTooLarge
        let hasConditions = settings.backhaul != nil || !settings.minimumShares.isEmpty
        if isEmpty, !isProven, hasConditions || (!settings.mustCover.isEmpty && goal.word != "cover-all") {
            result.leaveOpen(.infeasibility, hasConditions ? "minimumShares, backhaul × \(goal.word)" : "must-cover × \(goal.word)")
        } else {
            result.add(.infeasibility, isEmpty && isProven, Verification.named(missedMust, of: unreachable.count))
        }
    }

    private func checkBound(
        _ plan: PlanDocument, _ goal: PlanGoal, _ certificate: BoundCertificate, _ facts: Facts, _ network: BackhaulNetwork?,
        _ result: inout Verification
    ) {
        let declared = world.sites.filter { $0.status == .active && $0.evidence == .declared }
        let positions = Dictionary(uniqueKeysWithValues: facts.dead.enumerated().map { ($1, $0) })
        let options = zip(facts.places, facts.reached).enumerated().map { number, pair in
            SitingOption(
                id: pair.0.id, costVND: cost(of: pair.0, declared, facts.dead) ?? -1, covers: pair.1.compactMap { positions[$0] },
                node: network != nil && pair.0.statedCostVND == nil ? number : nil)
        }
        let groups = shareGroups().filter { $0.wanted > $0.before }.map { group in
            GroupMinimum(
                id: group.id,
                members: facts.dead.filter(group.villages.contains).compactMap { village in
                    positions[village].map { .init(target: $0, amount: world.villages[village].targetWeight) }
                }, minimum: group.wanted - group.before)
        }
        let must = settings.mustCover.compactMap { id in
            facts.dead.first { world.villages[$0].id == id }.flatMap { positions[$0] }
        }
        let problem = SitingProblem(
            targetWeights: facts.dead.map { world.villages[$0].targetWeight }, targetIDs: facts.dead.map { world.villages[$0].id },
            options: options, goal: goal.siting(totalWeight: totalWeight(facts)), mustCover: must,
            conditions: SitingConditions(groups: groups, network: network?.siting))
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
                .proof, isOwn || plan.proof?.hasPrefix("cbc ") ?? false,
                "\(plan.proof ?? "–"); own bound \(plan.bound), objective \(plan.objective)")
        }
    }

    /// A group with a least share, from the naive grades.
    private struct ShareGroup {
        var id: String
        var name: String
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
                groups[id, default: ShareGroup(id: id, name: name)].villages.insert(village)
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
        for group in groups {
            let after = group.before + group.villages.intersection(sites.covered).reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
            let isStated = plan.shares.contains {
                $0.group == group.name && $0.households == group.total && $0.coveredBefore == group.before && $0.coveredAfter == after
            }
            if after < group.wanted || !isStated { wrong.append(group.name) }
        }
        result.add(.shares, wrong.isEmpty && plan.shares.count == groups.count, Verification.named(wrong.sorted(), of: groups.count))
    }

    /// What each site alone brings, who covers which dead zone, and what masts in the villages themselves would cost.
    private func checkAnswers(_ plan: PlanDocument, _ facts: Facts, _ sites: SiteFigures, _ result: inout Verification) {
        let numbers = Dictionary(facts.places.indices.map { (facts.places[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        let reached = plan.sites.map { site in Set(numbers[site.id].map { facts.reached[$0] } ?? []) }
        var wrong: [String] = []
        for (position, site) in plan.sites.enumerated() {
            let others = reached.indices.filter { $0 != position }.reduce(into: Set<Int>()) { $0.formUnion(reached[$1]) }
            let alone = reached[position].subtracting(others)
            let households = alone.reduce(0) { $0 + (world.villages[$1].households ?? 0) }
            if Set(site.villagesExclusive) != Set(alone.map { world.villages[$0].id }) || households != site.householdsExclusive {
                wrong.append(site.id)
            }
        }
        for (village, answer) in zip(facts.dead, plan.answers.deadZones) {
            let by = zip(plan.sites, reached).filter { $1.contains(village) }.map(\.0.id)
            if answer.id != world.villages[village].id || answer.coveredBy != by { wrong.append(answer.id) }
        }
        let declared = world.sites.filter { $0.status == .active && $0.evidence == .declared }
        let masts = sites.covered.sorted().map { village in
            cost(of: CandidatePlace(id: "", place: world.villages[village].centre), declared, [village], withLine: true)
        }
        let naive = masts.reduce(Int64(0) as Int64?) { sum, next in
            guard let sum, let next else { return nil }
            let (total, overflow) = sum.addingReportingOverflow(next)
            return overflow ? nil : total
        }
        if plan.naive?.costVND != naive { wrong.append("naive") }
        result.add(
            .answers, wrong.isEmpty && plan.answers.deadZones.count == facts.dead.count,
            Verification.named(wrong, of: plan.sites.count + facts.dead.count))
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
