import Foundation
import GeoFiles
import Planning
import Siting
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct ComparisonTests {
    /// Runs a body with two plans of one project: one site, and all.
    private func withTwoRuns(_ body: (_ few: String, _ all: String) throws -> Void) throws {
        try SmallProvince.withRun { run, all in
            let few = try PlanRun(run.gaps, goal: .sites(1))
            let folder = "\(all)-few"
            try RunStore.commit(to: folder, overwrite: false) { staging in
                try RunPublisher.write(
                    few, parameters: few.goal.parameters, .init(threads: 1, startedAt: "2026-11-22T00:00:00Z", durationsSeconds: [:]),
                    to: staging)
            }
            try body(folder, all)
        }
    }

    @Test func whatChangesIsListed() throws {
        try withTwoRuns { few, all in
            let comparison = try Comparison.of([few, all])
            let difference = try #require(comparison.differences.first)
            #expect(difference.sitesAdded.map(\.id) == ["C2"])
            #expect(difference.sitesRemoved.isEmpty)
            #expect(difference.villagesGained.map(\.id) == ["v4"])
            #expect(difference.householdsGained == 10)
            #expect(comparison.runs.map(\.sites) == [1, 2])
            #expect(comparison.runs[1].costVND == comparison.runs[0].costVND.map { $0 + difference.costDifferenceVND })
            #expect(comparison.warnings.isEmpty)
        }
    }

    @Test func theReverseSwapsGainedAndLost() throws {
        try withTwoRuns { few, all in
            let there = try #require(try Comparison.of([few, all]).differences.first)
            let back = try #require(try Comparison.of([all, few]).differences.first)
            #expect(there.sitesAdded == back.sitesRemoved)
            #expect(there.villagesGained.map(\.id) == back.villagesLost.map(\.id))
            #expect(there.costDifferenceVND == -back.costDifferenceVND)
        }
    }

    @Test func aRunAgainstItselfIsEmpty() throws {
        try withTwoRuns { few, _ in
            let difference = try #require(try Comparison.of([few, few]).differences.first)
            #expect(difference.sitesAdded.isEmpty && difference.sitesRemoved.isEmpty && difference.sitesChanged.isEmpty)
            #expect(difference.villagesGained.isEmpty && difference.villagesLost.isEmpty)
            #expect(difference.costDifferenceVND == 0)
        }
    }

    @Test func filesCanBeReadBack() throws {
        try withTwoRuns { few, all in
            let comparison = try Comparison.of([few, all])
            let out = "\(all)-compare"
            try RunStore.commit(to: out, overwrite: false) { try ComparisonPublisher.write(comparison, to: $0) }
            #expect(try RunStore.document(Comparison.self, "compare.json", in: out) == comparison)
            try RFC7946.check("\(out)/diff.geojson")
            #expect(try VectorReader.read("\(out)/diff.geojson").features.count == 2)
            let table = try VectorReader.read("\(out)/compare.csv")
            #expect(table.features.count == 2)
            #expect(Set(table.features.map(\.values.count)) == [table.fieldNames.count])
        }
    }

    /// Changes a document of a run by its text.
    private func edit(_ path: String, _ from: String, _ to: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(from), "\(from)")
        try text.replacingOccurrences(of: from, with: to).write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Changes a field of the first site of a plan.
    private func editSite(_ run: String, _ change: (inout PlanDocument.ProposedSite) -> Void) throws {
        var plan = try RunStore.document(PlanDocument.self, "plan.json", in: run)
        change(&plan.sites[0])
        try RunStore.write(CanonicalJSON.data(plan), to: "\(run)/plan.json")
    }

    private func copy(_ run: String, _ name: String) throws -> String {
        let place = "\(run)-\(name)"
        try FileManager.default.copyItem(atPath: run, toPath: place)
        return place
    }

    @Test func aSiteThatIsBuiltOtherwiseIsChanged() throws {
        try withTwoRuns { _, all in
            let changes: [(String, Int, (inout PlanDocument.ProposedSite) -> Void)] = [
                ("near", 0, { $0.lat += 0.000_005 }), ("moved", 1, { $0.lat += 0.000_02 }),
                ("operators", 1, { $0.operators = [.viettel] }), ("technologies", 1, { $0.technologies = [] }),
                ("parent", 1, { $0.parent = "elsewhere" }), ("mast", 1, { $0.mastHeightMeters += 1 }),
            ]
            for (name, count, change) in changes {
                let other = try copy(all, name)
                try editSite(other, change)
                let difference = try #require(try Comparison.of([all, other]).differences.first)
                #expect(difference.sitesChanged.count == count, "\(name)")
                // It says what, and only that.
                let fields = ["moved": "place", "mast": "mast_height_m"]
                #expect(difference.sitesChanged.flatMap(\.changes).map(\.field) == (count == 0 ? [] : [fields[name] ?? name]))
                #expect(difference.sitesAdded.isEmpty && difference.sitesRemoved.isEmpty)
            }
        }
    }

    @Test func aPlaceOfAnotherNameIsTheSameSite() throws {
        try withTwoRuns { _, all in
            let other = try copy(all, "renamed")
            try editSite(other) { $0.id = "another-name" }
            for (from, to) in [(all, other), (other, all)] {
                let difference = try #require(try Comparison.of([from, to]).differences.first)
                #expect(difference.sitesAdded.isEmpty && difference.sitesRemoved.isEmpty && difference.sitesMoved.isEmpty)
                #expect(difference.sitesChanged.map { $0.changes.map(\.field) } == [["id"]])
            }
            let comparison = try Comparison.of([all, other])
            #expect(
                comparison.stability?.inAll == 2
                    && comparison.regret?.plans.allSatisfy { $0.cells.allSatisfy { $0.sitesMissing == 0 } } == true)
            #expect(!comparison.warnings.contains { $0.en.contains("either would do") })
            #expect(ComparisonPage(comparison, .vietnamese).document().contains("mã C1 → another-name"))
        }
    }

    @Test func theSameForTheSameMoneyIsATie() throws {
        try withTwoRuns { few, all in
            let other = try copy(all, "elsewhere")
            try editSite(other) { ($0.id, $0.lat) = ("elsewhere", $0.lat + 0.01) }
            let warnings = try Comparison.of([all, other]).warnings
            #expect(warnings.contains { $0.en.contains("either would do") && $0.vi.contains("cũng được") }, "\(warnings)")
            #expect(!(try Comparison.of([few, all]).warnings.contains { $0.en.contains("either would do") }))
            // By other prices it is another problem, and no tie.
            try edit("\(other)/candidates.geojson", "\"cost_vnd\": ", "\"cost_vnd\": 1")
            #expect(!(try Comparison.of([all, other]).warnings.contains { $0.en.contains("either would do") }))
        }
    }

    @Test func oneFolderGivenTwiceHasTwoNames() {
        #expect(RunNames.of(["a/x", "b/y"]) == ["x", "y"])
        #expect(RunNames.of(["a/x", "b/x"]) == ["a/x", "b/x"])
        #expect(RunNames.of(["x", "x", "x"]) == ["x", "x (2)", "x (3)"])
    }

    @Test func licencesOfTheDataThatComesAlongAreStated() throws {
        try SmallProvince.withRun { run, folder in
            #expect(try RunStore.document(Manifest.self, "run.json", in: folder).licences == nil)
            // A table of licences that knows one of the inputs.
            let input = try #require(run.gaps.loaded.fingerprints.first)
            let data = "\(folder)-data"
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            try "| `x` | what | somebody, CC BY 4.0 | 2026-01-01 | 1 | `\(input.sha256)` |\n".write(
                toFile: "\(data)/README.md", atomically: true, encoding: .utf8)
            let again = "\(folder)-again"
            try RunStore.commit(to: again, overwrite: false) { staging in
                try RunPublisher.write(
                    run.gaps, parameters: [:],
                    .init(threads: 1, startedAt: "2026-11-22T00:00:00Z", durationsSeconds: [:], dataFolder: data), to: staging)
            }
            let licences = try #require(try RunStore.document(Manifest.self, "run.json", in: again).licences)
            #expect(licences.map(\.sha256).allSatisfy { $0 == input.sha256 } && licences.first?.licence == "somebody, CC BY 4.0")
        }
    }

    @Test func otherPeopleAreListedWhereTheyAreAllowed() throws {
        try withTwoRuns { few, _ in
            let other = try copy(few, "people")
            try edit("\(other)/villages-after.geojson", "\"id\": \"v4\"", "\"id\": \"v9\"")
            let error = #expect(throws: DifferentDemand.self) { try Comparison.of([few, other]) }
            let said = error?.differences ?? []
            #expect(said.count == 2 && said[0].en.contains("v4") && said[1].en.contains("v9") && said[0].vi.contains("thiếu"))
            #expect(error?.text.vi.contains("--allow-different-demand") == true)
            let warnings = try Comparison.of([few, other], allowsDifferentDemand: true).warnings
            #expect(said.allSatisfy(warnings.contains), "\(warnings)")
        }
    }

    @Test func regretTakesTheNearestOptionOfThePlace() throws {
        try withTwoRuns { few, all in
            let plain = try #require(try Comparison.of([few, all]).regret)
            #expect(plain.plans.flatMap(\.cells).allSatisfy { $0.sitesMissing == 0 && $0.sitesOtherwise == 0 })
            // All sites are more than the one that the other aim allows; one site is not.
            #expect(
                plain.plans[1].cells.map(\.exceedsLimit) == [true, false] && plain.plans[0].cells.map(\.exceedsLimit) == [false, false])
            // The plan that exceeds the other's limit is not the one to choose, however little it regrets.
            #expect(plain.leastRegretPlan == plain.plans[0].run && plain.leastRegretPlans == [plain.plans[0].run])
            #expect(plain.plans[0].largestRegretHouseholds > plain.plans[1].largestRegretHouseholds)
            // A mast of another height is built otherwise, not missing; a place that is no candidate is.
            let taller = try copy(few, "taller")
            try editSite(taller) { ($0.mastHeightMeters, $0.option) = ($0.mastHeightMeters + 7, "new-mast-1m") }
            let regret = try #require(try Comparison.of([taller, all]).regret)
            #expect(regret.plans[0].cells.map(\.sitesOtherwise) == [1, 1] && regret.plans[0].cells.map(\.sitesMissing) == [0, 0])
            #expect(regret.plans[0].cells.map(\.households) == plain.plans[0].cells.map(\.households))
            let elsewhere = try copy(few, "elsewhere")
            try editSite(elsewhere) { ($0.id, $0.lat) = ("nowhere", $0.lat + 0.01) }
            let missing = try #require(try Comparison.of([elsewhere, all]).regret)
            #expect(missing.plans[0].cells.map(\.sitesMissing) == [1, 1] && missing.plans[0].cells.map(\.households) == [0, 0])
            // Of equals all are named.
            let twins = try #require(try Comparison.of([all, try copy(all, "twin")]).regret)
            #expect(twins.leastRegretPlans == twins.plans.map(\.run) && twins.leastRegretPlans.count == 2)
        }
    }

    @Test func aVillageRegradedWithoutSignalIsListed() throws {
        try withTwoRuns { few, _ in
            let other = try copy(few, "regraded")
            try edit("\(other)/villages-after.geojson", "\"uncovered\"", "\"unknown\"")
            let comparison = try Comparison.of([few, other])
            let difference = try #require(comparison.differences.first)
            #expect(difference.villagesRegraded.map(\.id) == ["v4"])
            #expect(difference.villagesRegraded.map(\.to) == [.unknown])
            #expect(difference.villagesGained.isEmpty && difference.villagesLost.isEmpty)
            #expect(ComparisonPublisher.layer(comparison).rows.map(\.id) == ["1-village-regraded-v4"])
            #expect(ComparisonPage(comparison, .english).document().contains("no signal → unknown"))
        }
    }

    @Test func otherInputsAreWarnedOf() throws {
        try withTwoRuns { few, _ in
            let base = try RunStore.document(Manifest.self, "run.json", in: few)
            for role in Set(base.inputs.map(\.role)) {
                let other = try copy(few, role)
                var manifest = base
                for index in manifest.inputs.indices where manifest.inputs[index].role == role { manifest.inputs[index].sha256 = "other" }
                try RunStore.write(CanonicalJSON.data(manifest), to: "\(other)/run.json")
                let warnings = try Comparison.of([few, other]).warnings
                #expect(
                    warnings.count == 1 && warnings[0].en.contains(role) && warnings[0].vi.contains("khác"),
                    "\(warnings)")
            }
            let other = try copy(few, "later")
            var manifest = base
            manifest.asOf = CalendarDate(year: 2027, month: 1, day: 1)
            try RunStore.write(CanonicalJSON.data(manifest), to: "\(other)/run.json")
            #expect(try Comparison.of([few, other]).warnings.count == 1)
        }
    }

    @Test func foldersOfOneNameAreToldApart() throws {
        try withTwoRuns { few, all in
            let other = "\(few)-twin/\((few as NSString).lastPathComponent)"
            try FileManager.default.createDirectory(atPath: "\(few)-twin", withIntermediateDirectories: false)
            try FileManager.default.copyItem(atPath: all, toPath: other)
            #expect(try Comparison.of([few, other]).runs.map(\.run) == [few, other])
            #expect(try Comparison.of([few, all]).runs.map(\.run) == ["run-few", "run"])
        }
    }

    @Test func sumsBeyond64BitsAreRefused() throws {
        try withTwoRuns { few, all in
            var plan = try RunStore.document(PlanDocument.self, "plan.json", in: few)
            plan.costVND = -2
            try RunStore.write(CanonicalJSON.data(plan), to: "\(few)/plan.json")
            plan = try RunStore.document(PlanDocument.self, "plan.json", in: all)
            plan.costVND = .max
            try RunStore.write(CanonicalJSON.data(plan), to: "\(all)/plan.json")
            #expect(try #require(throws: StoreError.self) { try Comparison.of([few, all]) }.kind == .badData)
            plan.costVND = 1
            plan.households.before.covered = .min
            plan.households.after.covered = 1
            try RunStore.write(CanonicalJSON.data(plan), to: "\(all)/plan.json")
            #expect(try #require(throws: StoreError.self) { try Comparison.of([few, all]) }.kind == .badData)
        }
    }

    @Test func aStoredProofIsNeverGivenUp() throws {
        try SmallProvince.withRun { run, _ in
            func plan(_ status: SitingStatus, _ goal: String, _ objective: Int64, _ bound: Int64) -> PlanDocument {
                var plan = run.document
                (plan.status, plan.goal, plan.objective, plan.bound) = (status, goal, objective, bound)
                return plan
            }
            let optimal = plan(.optimal, "sites", 10, 10)
            #expect(!plan(.timeLimit, "sites", 10, 12).isBetter(than: optimal))
            #expect(!optimal.isBetter(than: optimal))
            #expect(optimal.isBetter(than: plan(.feasible, "sites", 10, 10)))
            #expect(plan(.timeLimit, "sites", 9, 20).isBetter(than: plan(.timeLimit, "sites", 8, 10)))
            #expect(!plan(.timeLimit, "sites", 8, 10).isBetter(than: plan(.timeLimit, "sites", 9, 20)))
            #expect(plan(.timeLimit, "sites", 9, 11).isBetter(than: plan(.timeLimit, "sites", 9, 12)))
            #expect(plan(.timeLimit, "cover-all", 8, 5).isBetter(than: plan(.timeLimit, "cover-all", 9, 5)))
            #expect(!plan(.timeLimit, "cover-all", 9, 5).isBetter(than: plan(.timeLimit, "cover-all", 9, 5)))
            var none = plan(.timeLimit, "cover-all", 0, 0)
            none.sites = []
            #expect(!none.isBetter(than: plan(.timeLimit, "cover-all", 9, 5)))
            #expect(plan(.timeLimit, "cover-all", 9, 5).isBetter(than: none))
        }
    }

    @Test func aFolderThatIsNoRunIsNamed() throws {
        #expect(throws: StoreError.self) { try Comparison.of(["/no/such/run", "/no/such/run"]) }
    }
}
