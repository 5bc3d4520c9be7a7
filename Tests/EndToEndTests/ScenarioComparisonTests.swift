import Foundation
import GeoFiles
import Scenarios
import Testing

/// Scenarios planned and set side by side, as a planner does.
@Suite(.serialized) struct ScenarioComparisonTests {
    private static func scenario(_ name: String, sample: String = "tuyen-quang") -> String {
        Program.sample(sample, "scenarios/\(name).yaml")
    }

    private func compare(_ program: Program, _ arguments: [String], output: String) throws -> Comparison {
        let outcome = try program.run(list: ["compare"] + arguments + ["--json", "-o", output])
        #expect(outcome.status == 0, "\(outcome.err)")
        return try JSONDecoder().decode(Comparison.self, from: outcome.outData)
    }

    @Test func sixScenariosInOneCommandAndAgainFromTheStore() throws {
        try Program.inFreshFolder { program in
            let files = ["budget-8bn", "new-masts-only", "tall-masts", "band-1800", "claims-believed", "without-3g"].map {
                Self.scenario($0)
            }
            let comparison = try compare(program, files, output: "first")
            #expect(comparison.runs.count == 6 && comparison.differences.count == 5)
            let plans = program.runs.filter { $0.hasPrefix("plan-") }
            #expect(plans.count == 6)
            // The numbers are the runs' own.
            var found: Set<String> = []
            for plan in plans {
                let document = try RunStore.document(PlanDocument.self, "plan.json", in: program.path("runs/\(plan)"))
                let row = try #require(comparison.runs.first { $0.project == document.project })
                found.insert(row.run)
                #expect(row.costVND == document.costVND && row.bound == document.bound && row.sites == document.sites.count)
                #expect(row.villages == document.villages.after && row.households == document.households.after)
                #expect(row.population == document.population.after && row.objective == document.objective)
            }
            #expect(found.count == 6)
            #expect(program.files("first") == ["compare.csv", "compare.html", "compare.json", "cost.svg", "coverage.svg", "diff.geojson"])
            for name in ["compare.html", "cost.svg", "coverage.svg"] {
                let text = try String(contentsOfFile: program.path("first/\(name)"), encoding: .utf8)
                #expect(!text.contains("src=\"http") && !text.contains("href=\"http"))
            }

            let before = try plans.map {
                try FileManager.default.attributesOfItem(atPath: program.path("runs/\($0)/run.json"))[.modificationDate] as? Date
            }
            let again = try program.run(list: ["compare"] + files + ["-o", "second"])
            #expect(again.status == 0 && again.out.contains("6 of 6 plans were taken as they stood"))
            #expect(
                try plans.map {
                    try FileManager.default.attributesOfItem(atPath: program.path("runs/\($0)/run.json"))[.modificationDate] as? Date
                } == before)
            for name in program.files("first") {
                #expect(
                    FileManager.default.contentsEqual(atPath: program.path("first/\(name)"), andPath: program.path("second/\(name)")),
                    "\(name)")
            }

            // The way back is the way there reversed.
            let back = try compare(program, [files[1], files[0]], output: "back").differences[0]
            let there = comparison.differences[0]
            #expect(back.sitesAdded.map(\.id) == there.sitesRemoved.map(\.id) && back.sitesRemoved.map(\.id) == there.sitesAdded.map(\.id))
            #expect(
                back.villagesGained.map(\.id) == there.villagesLost.map(\.id)
                    && back.villagesLost.map(\.id) == there.villagesGained.map(\.id))
            #expect(Set(back.sitesMoved.map { [$0.from.id, $0.to.id] }) == Set(there.sitesMoved.map { [$0.to.id, $0.from.id] }))
            #expect(back.costDifferenceVND == -there.costDifferenceVND && back.householdsGained == there.householdsLost)
        }
    }

    @Test func aScenarioThatSaysNothingNewIsItsBase() throws {
        try Program.inFreshFolder { program in
            let base = Self.scenario("budget-8bn")
            #expect(try program.run("scenario", "new", "same.yaml", "--base", base).status == 0)
            // The base has a goal: the template states none of its own.
            #expect(try program.run("scenario", "check", "same.yaml").status == 0)
            let difference = try compare(program, [base, "same.yaml"], output: "c").differences[0]
            #expect(
                difference.sitesAdded.isEmpty && difference.sitesRemoved.isEmpty && difference.sitesChanged.isEmpty
                    && difference.sitesMoved.isEmpty)
            #expect(difference.villagesGained.isEmpty && difference.villagesLost.isEmpty && difference.villagesRegraded.isEmpty)
            #expect(difference.costDifferenceVND == 0)
        }
    }

    @Test func whatCannotBeComparedIsSaidBeforeAnythingIsPlanned() throws {
        try Program.inFreshFolder { program in
            let fine = Self.scenario("budget-8bn")
            let text = "schema: phusong.scenario/1\nname: x\nbase: \(Program.sample("tuyen-quang", "siting.yaml"))\n"
            try text.write(toFile: program.path("aimless.yaml"), atomically: true, encoding: .utf8)
            let aimless = try program.run("compare", fine, "aimless.yaml")
            #expect(aimless.status == 64 && aimless.err.contains("aimless.yaml") && aimless.err.contains("goal:"), "\(aimless.err)")
            let missing = try program.run("compare", fine, "nowhere.yaml")
            #expect(missing.status == 66 && missing.err.contains("nowhere.yaml"))
            // One file away is as far as anything is inherited.
            let new = try program.run("scenario", "new", "third.yaml", "--base", Self.scenario("half-budget"))
            #expect(new.status == 65 && new.err.contains("half-budget.yaml") && new.err.contains("budget-8bn.yaml"), "\(new.err)")
            // A matrix of one combination, and one without an aim.
            for (name, goal, words) in [("one.yaml", "goal: {sites: 1}\n", "needs two"), ("none.yaml", "", "none.yaml")] {
                let matrix =
                    "schema: phusong.matrix/1\nname: m\nbase: \(Program.sample("tuyen-quang", "siting.yaml"))\n\(goal)axes: [{name: a, values: [{name: x}]}]\n"
                try matrix.write(toFile: program.path(name), atomically: true, encoding: .utf8)
                let outcome = try program.run("compare", "--matrix", name)
                #expect([64, 65].contains(outcome.status) && outcome.err.contains(words), "\(outcome.status) \(outcome.err)")
                try? FileManager.default.removeItem(atPath: program.path("runs"))
                try FileManager.default.removeItem(atPath: program.path(name))
            }
            // What `plan` would refuse, `check` tells.
            try (text + "goal: {coverAll: true}\nchanges: [{name: old, set: {plan: {technologies: [2G]}, asOf: 2030-01-01}}]\n")
                .write(toFile: program.path("ended.yaml"), atomically: true, encoding: .utf8)
            let ended = try program.run("scenario", "check", "ended.yaml")
            #expect(ended.status == 65 && ended.out.contains("plan.technologies"), "\(ended.out)")
            #expect(program.runs.isEmpty && program.files(".").filter { !$0.hasPrefix(".") } == ["aimless.yaml", "ended.yaml"])
        }
    }

    @Test func moreMoneyNeverCoversLess() throws {
        try Program.inFreshFolder { program in
            let comparison = try compare(program, ["--matrix", Self.scenario("budgets-and-masts")], output: "c")
            #expect(comparison.runs.count == 6)
            for masts in ["30", "60"] {
                let sweep = comparison.runs.filter { $0.run.contains(masts) }
                #expect(sweep.count == 3)
                let gains = sweep.compactMap(\.objective)
                #expect(gains == gains.sorted() && Set(gains).count > 1, "\(gains)")
                #expect(zip(sweep.compactMap(\.bound), gains).allSatisfy { $0 >= $1 })
            }
            for band in comparison.frontier?.bands ?? [] {
                #expect(band.ceilings.map(\.households) == band.ceilings.map(\.households).sorted())
            }
        }
    }

    @Test func otherPeopleAreNotComparedUnlessAskedFor() throws {
        try Program.inFreshFolder { program in
            let files = [Self.scenario("half-budget"), Self.scenario("grid-first", sample: "vietnam-2022")]
            let refused = try program.run(list: ["compare"] + files + ["-o", "c"])
            #expect(refused.status == 65 && refused.err.contains("--allow-different-demand"), "\(refused.err)")
            #expect(!FileManager.default.fileExists(atPath: program.path("c")))
            #expect(try program.run(list: ["compare"] + files + ["-o", "c", "--allow-different-demand"]).status == 0)
        }
    }

    @Test func theNationalScenariosCloseTheGapInTurns() throws {
        try Program.inFreshFolder { program in
            let files = ["grid-first", "then-solar", "after-3g"].map { Self.scenario($0, sample: "vietnam-2022") }
            let runs = try compare(program, files, output: "c").runs
            // 118 of the 266 have grid electricity. Some of the others are in reach of their masts.
            #expect(runs[0].villages.covered >= 2152 + 118 && runs[0].villages.covered < 2418)
            #expect(runs[1].villages.covered == 2418 && runs[2].villages.covered == 2418)
            let costs = runs.compactMap(\.costVND)
            #expect(costs == costs.sorted())
            for run in program.runs.filter({ $0.hasPrefix("plan-") }) { #expect(try program.run("verify", "runs/\(run)").status == 0) }
        }
    }

    @Test func defectsOfAScenarioNameLineAndNearestKey() throws {
        try Program.inFreshFolder { program in
            let text =
                "schema: phusong.scenario/1\nname: x\nbase: \(Program.sample("tuyen-quang", "siting.yaml"))\nchanges:\n  - name: y\n    set: {plan: {mastHeightMetres: 60}}\n"
            try text.write(toFile: program.path("x.yaml"), atomically: true, encoding: .utf8)
            for command in [
                ["scenario", "check", "x.yaml"], ["scenario", "explain", "x.yaml"], ["plan", "x.yaml", "--cover-all"],
                ["compare", "x.yaml", "x.yaml"],
            ] {
                let outcome = try program.run(list: command)
                #expect(outcome.status == 65, "\(command) \(outcome.status)")
                let said = outcome.err + outcome.out
                #expect(said.contains("x.yaml") && said.contains("6") && said.contains("mastHeightMeters"), "\(said)")
            }
            #expect(program.runs.isEmpty)
        }
    }
}
