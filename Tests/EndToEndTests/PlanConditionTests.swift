import Foundation
import Testing

/// Conditions that cannot be kept, and figures that cannot be: a named reason and its exit code, never half a run.
@Suite struct PlanConditionTests {
    /// - Parameters:
    ///   - lines: of the project file beside its tables.
    ///   - status: exit code.
    ///   - says: a text on stdout or stderr.
    ///   - writes: whether a run is kept, which `verify` then agrees with.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var lines: String
        var arguments: [String]
        var status: Int32
        var says: String
        var writes: Bool
        var candidates = 3
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a group that no candidate helps", lines: "plan: {minimumShares: {commune: 100}}", arguments: ["--sites", "1"],
            status: 11, says: "no plan keeps all conditions together", writes: true),
        Case(
            name: "a share beyond all candidates", lines: "plan: {minimumShares: {commune: 100}}", arguments: ["--cover-all"], status: 11,
            says: "no candidates reach the minimum of a group", writes: true, candidates: 2),
        Case(
            name: "a negative cost", lines: "costs: {solarSurchargeVND: -5}", arguments: ["--cover-all"], status: 65,
            says: "costs.solarSurchargeVND", writes: false),
        Case(
            name: "costs whose sum is too large", lines: "costs: {siteVND: {45: 1000000000000000}}", arguments: ["--cover-all"], status: 65,
            says: "cost", writes: false, candidates: 12),
        Case(
            name: "an unknown must-cover id", lines: "plan: {mustCover: [v9]}", arguments: ["--cover-all"], status: 65, says: "v9",
            writes: false),
        Case(
            name: "a must-cover village that costs too much", lines: "plan: {mustCover: [v1]}", arguments: ["--budget", "1000"], status: 11,
            says: "cost more than the budget", writes: true),
        Case(
            name: "an operator without money", lines: "plan: {operators: [viettel], operatorBudgets: {viettel: 0}, mustCover: [v1]}",
            arguments: ["--cover-all"], status: 11, says: "no plan keeps all conditions together", writes: true),
        Case(
            name: "hops without ground", lines: "backhaul: {kinds: [microwave]}", arguments: ["--cover-all"], status: 0,
            says: "No link can join a site that would reach 3 villages", writes: true),
        Case(
            name: "hops without ground, strictly", lines: "backhaul: {kinds: [microwave]}", arguments: ["--cover-all", "--strict"],
            status: 11, says: "infeasible", writes: true),
        Case(
            name: "no candidates", lines: "", arguments: ["--cover-all"], status: 65, says: "candidates.csv: file has no rows",
            writes: false, candidates: 0),
        Case(
            name: "everything forbidden", lines: "forbidden: forbidden.geojson", arguments: ["--cover-all"], status: 0,
            says: "No candidate reaches 3 villages", writes: true),
        Case(
            name: "everything forbidden, strictly", lines: "forbidden: forbidden.geojson", arguments: ["--cover-all", "--strict"],
            status: 11,
            says: "infeasible", writes: true),
        Case(
            name: "a forbidden area that is not there", lines: "forbidden: nowhere.geojson", arguments: ["--cover-all"], status: 66,
            says: "nowhere.geojson", writes: false),
    ]

    @Test(arguments: cases)
    func endsWithItsReasonAndCode(_ each: Case) throws {
        try Program.inFreshFolder { program in
            let project = """
                schema: phusong.project/1
                name: conditions
                asOf: 2026-11-01
                villages: villages.csv
                sites: sites.csv
                candidates: candidates.csv
                coverage: {mode: footprints, rule: two-grade-2024}
                \(each.lines)
                """
            let villages = """
                id,name,lon,lat,households,electricity,commune_code,commune
                v1,A,105.00,22.00,40,grid,1,X
                v2,B,105.20,22.00,30,none,1,X
                v3,C,105.40,22.00,20,grid,2,Y
                """
            let rows = (0..<each.candidates).map { "c\($0 + 1),\(String(format: "%.2f", 105 + 0.2 * Double($0))),22.001" }
            let everywhere = """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",
                "coordinates":[[[100,20],[110,20],[110,24],[100,24],[100,20]]]}}]}
                """
            for (name, text) in [
                ("p.yaml", project), ("villages.csv", villages),
                ("sites.csv", "id,operator,lon,lat,technology\ns1,viettel,105.00,22.10,4G"),
                ("candidates.csv", (["id,lon,lat"] + rows).joined(separator: "\n")), ("forbidden.geojson", everywhere),
            ] { try (text + "\n").write(toFile: program.path(name), atomically: true, encoding: .utf8) }
            let outcome = try program.run(list: ["plan", "p.yaml"] + each.arguments + ["-o", "out", "--lang", "en"])
            #expect(outcome.status == each.status && !outcome.wasKilled, "\(outcome.out)\(outcome.err)")
            #expect((outcome.out + outcome.err).contains(each.says), "\(outcome.out)\(outcome.err)")
            #expect(program.files("out").isEmpty != each.writes)
            if each.writes { #expect(try program.run("verify", "out").status == 0) }
        }
    }
}
