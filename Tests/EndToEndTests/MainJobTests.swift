import Foundation
import GeoFiles
import Testing

@Suite struct MainJobTests {
    struct Summary: Decodable {
        struct Counts: Decodable, Equatable {
            var total, covered, partial, uncovered, unknown: Int
        }
        struct Warning: Decodable { var code: String }
        var schema: String
        var rule: String
        var villages, households, population: Counts
        var warnings: [Warning]
    }

    struct Plan: Decodable {
        struct Site: Decodable {
            var id: String
            var lon, lat: Double
            var costVND: Int64
            var villagesGained: [String]
        }
        struct Pair: Decodable { var before, after: Summary.Counts }
        struct Missed: Decodable { var id: String }
        var schema, status, boundSource: String
        var objective, bound, costVND: Int64
        var proof: String?
        var sites: [Site]
        var unreachable: [Missed]
        var villages: Pair
    }

    @Test func theNationalGapsAre266() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("gaps", Program.sample("vietnam-2022"), "--json")
            #expect(outcome.status == 0)
            #expect(outcome.err.isEmpty)
            let summary = try JSONDecoder().decode(Summary.self, from: outcome.outData)
            #expect(summary.schema == "phusong.gaps/1")
            #expect(summary.villages == .init(total: 2418, covered: 2152, partial: 0, uncovered: 266, unknown: 0))
            #expect(summary.warnings.contains { $0.code == "synthetic" })
            let run = try #require(program.runs.first)
            #expect(run.hasPrefix("gaps-"))
            #expect(
                program.files("runs/\(run)") == [
                    "by-commune.csv", "dead-zones.csv", "dead-zones.geojson", "footprints.geojson", "run.json", "sites.geojson",
                    "summary.en.txt", "summary.json", "summary.vi.txt", "tables.xlsx", "villages.geojson",
                ])
            #expect(try VectorReader.read(program.path("runs/\(run)/dead-zones.geojson")).features.count == 266)
            #expect(FileManager.default.contents(atPath: program.path("runs/\(run)/summary.json")) == outcome.outData)
        }
    }

    @Test func aSecondRunLeavesTheFirstAlone() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang")).status == 0)
            let run = try #require(program.runs.first)
            let before = FileManager.default.contents(atPath: program.path("runs/\(run)/run.json"))
            let again = try program.run("gaps", Program.sample("tuyen-quang"), "--threads", "1")
            #expect(again.status == 0)
            #expect(again.out.contains("there already"))
            #expect(program.runs == [run])
            #expect(FileManager.default.contents(atPath: program.path("runs/\(run)/run.json")) == before)
        }
    }

    @Test func threadsDoNotChangeTheBytes() throws {
        try Program.inFreshFolder { program in
            let one = try program.run("gaps", Program.sample("vietnam-2022"), "-o", "one", "--threads", "1")
            let two = try program.run("gaps", Program.sample("vietnam-2022"), "-o", "two", "--threads", "2")
            #expect([one.status, two.status] == [0, 0])
            for file in program.files("one") where file != "run.json" {
                #expect(
                    FileManager.default.contents(atPath: program.path("one/\(file)"))
                        == FileManager.default.contents(atPath: program.path("two/\(file)")), "\(file)")
            }
        }
    }

    @Test(arguments: [["--sites", "10"], ["--budget", "20_000_000_000"], ["--cover-all"]])
    func plansAreProvenAndVerified(goal: [String]) throws {
        try Program.inFreshFolder { program in
            let outcome =
                try goal.count == 2
                ? program.run("plan", Program.sample("tuyen-quang"), goal[0], goal[1], "-o", "plan", "--json")
                : program.run("plan", Program.sample("tuyen-quang"), goal[0], "-o", "plan", "--json")
            #expect(outcome.status == 0)
            let plan = try JSONDecoder().decode(Plan.self, from: outcome.outData)
            #expect(plan.schema == "phusong.plan/1")
            #expect(plan.status == "optimal")
            #expect(plan.proof != nil)
            #expect(plan.sites.reduce(0) { $0 + $1.costVND } == plan.costVND)
            // Two sites may cover together what neither does alone.
            #expect(plan.villages.after.covered - plan.villages.before.covered >= plan.sites.flatMap(\.villagesGained).count)
            switch goal[0] {
            case "--sites": #expect(plan.sites.count <= 10 && plan.bound >= plan.objective)
            case "--budget": #expect(plan.costVND <= 20_000_000_000 && plan.bound >= plan.objective)
            default:
                #expect(plan.bound <= plan.objective && plan.unreachable.count == 1)
                #expect(plan.villages.after.uncovered + plan.villages.after.partial <= plan.unreachable.count)
            }
            let verified = try program.run("verify", "plan")
            #expect(verified.status == 0, "\(verified.out)\(verified.err)")
            for layer in ["plan.geojson", "villages-after.geojson"] {
                #expect(try !VectorReader.read(program.path("plan/\(layer)")).features.isEmpty)
            }
        }
    }

    @Test func aTamperedRunIsRefused() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("plan", Program.sample("tuyen-quang"), "--sites", "3", "-o", "plan").status == 0)
            let path = program.path("plan/plan.json")
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "\"status\" : \"optimal\"", with: "\"status\" : \"feasible\"")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let outcome = try program.run("verify", "plan")
            #expect(outcome.status == 65)
            #expect(outcome.out.contains("FAIL"))
        }
    }

    @Test func strictCoverAllIsInfeasible() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(
                "plan", Program.sample("tuyen-quang", "province-discs.yaml"), "--cover-all", "--strict", "--json", "-o", "plan")
            #expect(outcome.status == 11)
            #expect(try JSONDecoder().decode(Plan.self, from: outcome.outData).status == "infeasible")
            #expect(try program.run("verify", "plan").status == 0)
        }
    }

    @Test func runsAreComparedAndExported() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("plan", Program.sample("tuyen-quang"), "--sites", "3", "-o", "three").status == 0)
            #expect(try program.run("plan", Program.sample("tuyen-quang"), "--cover-all", "-o", "all").status == 0)
            let compared = try program.run("compare", "three", "all", "-o", "compare")
            #expect(compared.status == 0, "\(compared.err)")
            #expect(
                program.files("compare") == ["compare.csv", "compare.html", "compare.json", "cost.svg", "coverage.svg", "diff.geojson"])
            #expect(try !VectorReader.read(program.path("compare/diff.geojson")).features.isEmpty)
            let exported = try program.run("export", "all", "--for", "Viettel", "--format", "gpkg,geojson", "-o", "viettel")
            #expect(exported.status == 0, "\(exported.err)")
            let package = program.path("viettel/viettel.gpkg")
            #expect(
                Set(try VectorReader.layerNames(package)) == [
                    "villages", "dead_zones", "sites", "footprints", "proposed_sites", "links", "layer_styles",
                ])
            let sites = try VectorReader.read(package, layer: "sites")
            let carrier = try #require(sites.fieldIndex("operator"))
            #expect(!sites.features.isEmpty)
            #expect(sites.features.allSatisfy { $0.values[carrier].text == "viettel" })
        }
    }

    @Test func demoTellsTheStory() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("demo")
            #expect(outcome.status == 0, "\(outcome.err)")
            for word in ["453", "2,418", "2,152", "266", "proven optimal", "the program proves the geometry, not the list"] {
                #expect(outcome.out.contains(word), "\(word)")
            }
            // Two analyses, one plan, three scenarios and their comparison.
            #expect(program.runs.count == 7)
            // And again, in Vietnamese, over what stands there.
            let again = try program.run("demo", "--lang", "vi")
            #expect(again.status == 0, "\(again.err)")
            #expect(again.out.contains("trắng sóng"))
            // The page of a comparison is in one language.
            #expect(program.runs.count == 8)
        }
    }

    @Test func failOnGaps() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("gaps", Program.sample("vietnam-2022"), "--fail-on-gaps", "--quiet")
            #expect(outcome.status == 10)
        }
    }
}
