import Candidates
import Coverage
import Foundation
import Geodesy
import Geometry
import Planning
import Siting

/// What `phusong verify` found.
public struct Verification: Codable, Hashable, Sendable {
    public struct Check: Codable, Hashable, Sendable {
        public enum Result: String, Codable, Hashable, Sendable { case passed, failed }
        public var name: String
        public var result: Result
        public var detail: String
    }

    public var schema = "phusong.verify/1"
    public var run: String
    public var command: String
    public var passed: Bool
    public var checks: [Check]

    private mutating func add(_ name: String, _ isRight: Bool, _ detail: String) {
        checks.append(Check(name: name, result: isRight ? .passed : .failed, detail: detail))
        if !isRight { passed = false }
    }
}

extension Verification {
    /// Rechecks a run from its inputs: every distance and every polygon test again, one by one, without index, optimiser or stored result.
    ///
    /// Complexity: O(villages × (polygons + sites)), bounding boxes first.
    ///
    /// - Parameter projectFile: where the project stands now, when it is not where the run's manifest says.
    /// - Throws: `StoreError` when the folder is no run; `InputError` when its inputs are gone or defective.
    public static func run(_ folder: String, projectFile: String?, rules: RuleStore) throws -> Verification {
        let manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        var result = Verification(run: folder, command: manifest.command, passed: true, checks: [])
        result.checkOutputs(manifest, folder)

        let loaded = try LoadedProject(path: projectFile ?? manifest.projectFile, ruleOverride: manifest.ruleFile, rules: rules)
        try loaded.throwIfUnusable()
        let before = Set(manifest.inputs)
        let changed = loaded.fingerprints.filter { !before.contains($0) }.map(\.file)
        let isSameRule = loaded.rule.sha256 == manifest.rule.sha256
        result.add(
            "inputs are the ones that the run was made from", changed.isEmpty && loaded.fingerprints.count == before.count && isSameRule,
            changed.isEmpty
                ? (isSameRule ? "\(before.count) files" : "the rule has changed") : "changed: \(changed.joined(separator: ", "))")

        let summary = try RunStore.document(GapSummary.self, "summary.json", in: folder)
        let grades = NaiveGrading(loaded).grades()
        result.checkSummary(summary, loaded, grades)
        guard manifest.command == "plan" else { return result }
        let plan = try RunStore.document(PlanDocument.self, "plan.json", in: folder)
        let certificate = try RunStore.document(BoundCertificate.self, "bound.json", in: folder)
        guard let goal = PlanGoal(parameters: manifest.parameters) else {
            result.add("the goal is known", false, "run.json does not say what the plan aimed at")
            return result
        }
        try result.checkPlan(plan, goal, certificate, loaded, grades)
        return result
    }

    private mutating func checkOutputs(_ manifest: Manifest, _ folder: String) {
        let wrong = manifest.outputs.filter { Fingerprint.ofFile("\(folder)/\($0.file)") != $0.sha256 }.map(\.file)
        add(
            "files are as the run wrote them", wrong.isEmpty && !manifest.outputs.isEmpty,
            wrong.isEmpty ? "\(manifest.outputs.count) files" : "changed or missing: \(wrong.joined(separator: ", "))")
    }

    private mutating func checkSummary(_ summary: GapSummary, _ loaded: LoadedProject, _ grades: [Grade]) {
        var counts = GapSummary.Counts()
        for grade in grades { counts.add(1, grade) }
        add(
            "village counts by grade", counts == summary.villages,
            "recomputed \(counts.covered) covered, \(counts.uncovered) uncovered, \(counts.unknown) unknown of \(counts.total)")
    }

    private mutating func checkPlan(
        _ plan: PlanDocument, _ goal: PlanGoal, _ certificate: BoundCertificate, _ loaded: LoadedProject, _ grades: [Grade]
    ) throws {
        let world = loaded.read.world
        let settings = loaded.project.plan
        let counted = Set(loaded.rule.rule.countedTechnologies(on: loaded.project.asOf))
        let reach = settings.technologies.filter(counted.contains).compactMap { loaded.rule.rule.discRadiiMeters[$0] }.max() ?? 0
        let dead = world.villages.indices.filter { grades[$0].isDeadZone }

        // The candidates once more: given ones by id, generated ones by the same rule over the recomputed dead villages.
        let places: [CandidatePlace]
        if loaded.project.inputs.candidates != nil {
            places = world.candidates
        } else {
            places = CandidateGeneration(roadWithinMeters: settings.roadWithinMeters).places(world, deadZones: dead)
        }
        let placeByID = Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let declared = world.sites.filter { $0.status == .active && $0.evidence == .declared }

        var wrongPlaces: [String] = []
        var wrongCosts: [String] = []
        var wrongGains: [String] = []
        var covered: Set<Int> = []
        var total: Int64 = 0
        for site in plan.sites {
            let here = Coordinate(longitude: site.lon, latitude: site.lat)
            guard let place = placeByID[site.id], Geodesic.distanceMeters(place.place, here) < 0.01 else {
                wrongPlaces.append(site.id)
                continue
            }
            let reached = dead.filter { Geodesic.distanceMeters(here, world.villages[$0].centre) <= reach }
            let ids = reached.map { world.villages[$0].id }
            let gained = reached.filter { !covered.contains($0) }
            if ids != site.villagesCovered || gained.map({ world.villages[$0].id }) != site.villagesGained.sortedLike(ids) {
                wrongGains.append(site.id)
            }
            covered.formUnion(reached)
            total += site.costVND
            if cost(of: place, declared, dead, world, settings) != site.costVND || site.costParts.totalVND != site.costVND {
                wrongCosts.append(site.id)
            }
        }
        add("proposed sites stand at candidate places", wrongPlaces.isEmpty, named(wrongPlaces, of: plan.sites.count))
        add("villages gained by each site", wrongGains.isEmpty, named(wrongGains, of: plan.sites.count))
        add("cost of each site from the cost table", wrongCosts.isEmpty, named(wrongCosts, of: plan.sites.count))
        add("total cost", total == plan.costVND, "\(total) VND")

        let weight = covered.reduce(Int64(0)) { $0 + world.villages[$1].targetWeight }
        checkGoal(plan, goal, covered: covered, dead: dead, places: places, world: world, reach: reach, weight: weight, cost: total)
        let missed = settings.mustCover.filter { id in
            guard let index = world.villages.firstIndex(where: { $0.id == id }) else { return true }
            return grades[index] != .covered && !covered.contains(index)
        }
        if plan.status != .infeasible {
            add("must-cover villages are covered", missed.isEmpty, named(missed, of: settings.mustCover.count))
        }
        try checkBound(plan, goal, certificate, loaded, dead, places, reach, declared)
        checkAfter(plan, grades, covered)
    }

    private mutating func checkGoal(
        _ plan: PlanDocument, _ goal: PlanGoal, covered: Set<Int>, dead: [Int], places: [CandidatePlace], world: World, reach: Double,
        weight: Int64, cost: Int64
    ) {
        switch goal {
        case .sites(let limit):
            add("number of sites", plan.sites.count <= limit, "\(plan.sites.count) of at most \(limit)")
            add("objective: households newly covered", weight == plan.objective || plan.status == .infeasible, "recomputed \(weight)")
        case .budget(let budget):
            add("budget", cost <= budget, "\(cost) of at most \(budget) VND")
            add("objective: households newly covered", weight == plan.objective || plan.status == .infeasible, "recomputed \(weight)")
        case .coverAll:
            let reachable = dead.filter { village in
                places.contains { Geodesic.distanceMeters($0.place, world.villages[village].centre) <= reach }
            }
            let unreachable = Set(dead).subtracting(reachable).map { world.villages[$0].id }.sorted()
            if plan.status != .infeasible {
                add("every reachable village is covered", covered == Set(reachable), "\(covered.count) of \(reachable.count)")
            }
            add("unreachable villages", unreachable == plan.unreachable.map(\.id).sorted(), "\(unreachable.count)")
            add("objective: cost", cost == plan.objective || plan.status == .infeasible, "recomputed \(cost) VND")
        }
    }

    private mutating func checkBound(
        _ plan: PlanDocument, _ goal: PlanGoal, _ certificate: BoundCertificate, _ loaded: LoadedProject, _ dead: [Int],
        _ places: [CandidatePlace], _ reach: Double, _ declared: [Site]
    ) throws {
        guard plan.status != .infeasible else { return }
        let world = loaded.read.world
        let positions = Dictionary(uniqueKeysWithValues: dead.enumerated().map { ($1, $0) })
        let options = places.map { place in
            SitingOption(
                id: place.id, costVND: cost(of: place, declared, dead, world, loaded.project.plan) ?? -1,
                covers: dead.filter { Geodesic.distanceMeters(place.place, world.villages[$0].centre) <= reach }.compactMap {
                    positions[$0]
                })
        }
        let must = loaded.project.plan.mustCover.compactMap { id in
            dead.first { world.villages[$0].id == id }.flatMap { positions[$0] }
        }
        let problem = SitingProblem(
            targetWeights: dead.map { world.villages[$0].targetWeight }, targetIDs: dead.map { world.villages[$0].id }, options: options,
            goal: goal.siting, mustCover: must)
        let own = try? certificate.bound(problem)
        add(
            "bound recomputed from the stored multipliers", own == plan.bound,
            own.map { "own bound \($0), plan says \(plan.bound)" } ?? "the stored multipliers do not fit the problem")
        let isMaximising = plan.goal != "cover-all"
        let isRightSide = isMaximising ? plan.bound >= plan.objective : plan.bound <= plan.objective
        add("bound is on its right side", isRightSide, "bound \(plan.bound), objective \(plan.objective)")
        if plan.status == .optimal {
            let isClosed = plan.bound == plan.objective
            add(
                "optimal carries a proof", plan.proof != nil && (plan.proof != "own" || isClosed),
                "proof \(plan.proof ?? "none"); our own bound \(plan.bound) beside objective \(plan.objective)")
        }
    }

    private mutating func checkAfter(_ plan: PlanDocument, _ grades: [Grade], _ covered: Set<Int>) {
        var after = GapSummary.Counts()
        for (village, grade) in grades.enumerated() { after.add(1, covered.contains(village) ? .covered : grade) }
        add(
            "grades after the plan", after == plan.villages.after, "recomputed \(after.uncovered) uncovered after, \(after.covered) covered"
        )
    }

    /// The cost of a candidate, computed again from the table by its own path.
    private func cost(
        of place: CandidatePlace, _ declared: [Site], _ dead: [Int], _ world: World, _ settings: PlanSettings
    ) -> Int64? {
        if let stated = place.statedCostVND { return stated }
        let nearestVillage = dead.min {
            Geodesic.distanceMeters(place.place, world.villages[$0].centre)
                < Geodesic.distanceMeters(place.place, world.villages[$1].centre)
        }
        let isSolar = place.power.map { $0 == .solar } ?? (nearestVillage.map { world.villages[$0].electricity == .none } ?? false)
        let kilometres = (declared.map { Geodesic.distanceMeters(place.place, $0.place) }.min() ?? 0) / 1000
        let line = (Double(settings.costs.transmissionVNDPerKilometre) * kilometres / 1000).rounded() * 1000
        guard let transmission = Int64(exactly: line) else { return nil }
        let mast = settings.costs.siteCostVND(mastHeightMeters: place.mastHeightMeters ?? settings.mastHeightMeters)
        return mast + (isSolar ? settings.costs.solarSurchargeVND : 0) + transmission
    }

    private func named(_ ids: [String], of total: Int) -> String {
        ids.isEmpty ? "\(total) checked" : "wrong: \(ids.prefix(5).joined(separator: ", "))\(ids.count > 5 ? " …" : "")"
    }
}

extension [String] {
    /// The same texts in the order of another list, so that two orders of one set compare equal.
    fileprivate func sortedLike(_ order: [String]) -> [String] {
        let members = Set(self)
        let kept = order.filter(members.contains)
        return kept.count == members.count ? kept : self
    }
}
