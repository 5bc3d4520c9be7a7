import Foundation
import Testing

/// `phusong report` as a user runs it, on the shipped samples.
@Suite struct ReportTests {
    private func html(_ program: Program, _ name: String) throws -> String {
        try String(contentsOfFile: program.path(name), encoding: .utf8)
    }

    private func json(_ path: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
    }

    /// Body rows of a table; empty when there is no such table.
    private func rows(_ html: String, _ id: String) -> [[String]] {
        guard let start = html.range(of: "<table id=\"\(id)\""),
            let open = html.range(of: "<tbody>", range: start.upperBound..<html.endIndex),
            let close = html.range(of: "</tbody>", range: open.upperBound..<html.endIndex)
        else { return [] }
        return html[open.upperBound..<close.lowerBound].components(separatedBy: "<tr>").dropFirst().map { row in
            row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines()).map { String($0.1).replacing(/<[^>]*>/, with: "") }
        }
    }

    private func number(_ text: String) -> Int? { Int(text.filter { $0 != "." && $0 != "," }) }

    @Test func theNationalStoryIsTold() throws {
        try Program.inFreshFolder { program in
            let gaps = try program.run("gaps", Program.sample("vietnam-2022"), "-o", program.path("run"), "--quiet")
            #expect(gaps.status == 0)
            for language in ["vi", "en"] {
                let outcome = try program.run("report", "run", "--lang", language, "-o", "\(language).html", "--quiet")
                #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
                let page = try html(program, "\(language).html")
                #expect(rows(page, "table-grades").map { number($0[1]) } == [2152, 0, 266, 0])
                #expect(rows(page, "table-dead-zones").count == 30)
                #expect(rows(page, "table-dead-zones-all").count == 266)
                #expect(rows(page, "table-provinces").count == 24)
                #expect(page.contains("Quần đảo Hoàng Sa") == (language == "vi"))
                #expect(page.contains("Trường Sa"))
            }
            let summary = try json(program.path("run/summary.json"))
            let dead = try #require(summary["byCommune"] as? [[String: Any]]).count { row in
                let villages = row["villages"] as? [String: Int] ?? [:]
                return (villages["partial"] ?? 0) + (villages["uncovered"] ?? 0) > 0
            }
            #expect(rows(try html(program, "vi.html"), "table-communes-all").count == dead)
        }
    }

    @Test func thePlanOfTheSampleEqualsItsDocument() throws {
        try Program.inFreshFolder { program in
            let plan = try program.run(
                "plan", Program.sample("tuyen-quang", "siting.yaml"), "--budget", "8345000000", "-o", program.path("run"), "--quiet")
            #expect(plan.status == 0)
            #expect(try program.run("report", "run", "--lang", "vi", "-o", "bao-cao.html", "--quiet").status == 0)
            let page = try html(program, "bao-cao.html")
            let document = try json(program.path("run/plan.json"))
            let sites = try #require(document["sites"] as? [[String: Any]])
            let table = rows(page, "table-sites")
            #expect(table.map { number($0[8]) } == sites.map { $0["costVND"] as? Int })
            #expect(table.map { number($0[10]) } == sites.map { $0["householdsGained"] as? Int })
            #expect(table.map { number($0[11]) } == sites.map { $0["householdsExclusive"] as? Int })
            #expect(rows(page, "table-costs").compactMap { number($0[1]) }.reduce(0, +) == document["costVND"] as? Int)
            let joined = sites.filter { $0["parent"] is String }
            #expect(rows(page, "table-links").count == joined.count && !joined.isEmpty)
            let after = try #require((document["villages"] as? [String: Any])?["after"] as? [String: Int])
            #expect(rows(page, "table-left").count + rows(page, "table-unreachable").count >= (after["partial"] ?? 0))
            try noOtherOperatorsSecretIsTold(program)
        }
    }

    /// The bytes of a report for each of the three operators, searched for the confidential sites of the others.
    private func noOtherOperatorsSecretIsTold(_ program: Program) throws {
        let layer = try json(program.path("run/sites.geojson"))
        let sites = try #require(layer["features"] as? [[String: Any]]).compactMap {
            feature -> (id: String, carrier: String, isSecret: Bool)? in
            let properties = feature["properties"] as? [String: Any] ?? [:]
            guard let id = properties["id"] as? String, let carrier = properties["operator"] as? String else { return nil }
            return (id, carrier, properties["confidential"] as? Bool ?? false)
        }
        for carrier in ["viettel", "vnpt", "mobifone"] {
            let secrets = sites.filter { $0.carrier != carrier && $0.isSecret }
            #expect(secrets.count > 5)
            for language in ["vi", "en"] {
                let name = "\(carrier)-\(language).html"
                #expect(try program.run("report", "run", "--for", carrier, "--lang", language, "-o", name, "--quiet").status == 0)
                let page = try html(program, name)
                let bytes = Data(page.utf8)
                // Nor any other site of another operator: none of the sample is shared.
                for site in sites where site.carrier != carrier {
                    #expect(bytes.range(of: Data(site.id.utf8)) == nil, "\(site.id) in \(name)")
                }
                #expect(!rows(page, "table-dead-zones").isEmpty)
            }
        }
    }

    @Test func whatIsWrongIsToldWithItsCode() throws {
        try Program.inFreshFolder { program in
            let project = Program.sample("tuyen-quang", "province-evidence.yaml")
            #expect(try program.run("gaps", project, "-o", program.path("run"), "--quiet").status == 0)
            #expect(try program.run("report", "run", "-o", "report.txt").status == 64)
            #expect(try program.run("report", "run", "--for", "vietel").status == 64)
            let none = try program.run("report", "elsewhere")
            #expect(none.status == 66 && none.err.contains("run.json"))
            #expect(program.files("").filter { $0.hasSuffix(".html") }.isEmpty)

            let first = try program.run("report", "run", "--json")
            #expect(first.status == 0)
            let told = try #require(try JSONSerialization.jsonObject(with: first.outData) as? [String: Any])
            #expect(told["schema"] as? String == "phusong.report/1")
            #expect((told["files"] as? [[String: String]])?.first?["file"] == "bao-cao.html")
            let before = try Data(contentsOf: URL(fileURLWithPath: program.path("bao-cao.html")))
            let taken = try program.run("report", "run")
            #expect(taken.status == 73 && taken.err.contains("--force"))
            #expect(try program.run("report", "run", "--force", "--quiet").status == 0)
            #expect(try Data(contentsOf: URL(fileURLWithPath: program.path("bao-cao.html"))) == before, "the same bytes again")
            let page = try html(program, "bao-cao.html")
            #expect(rows(page, "table-conflicts").count == 5)
            // Four rows of the council answers name no village of the sample.
            #expect(rows(page, "table-warnings").contains { $0[0] == "rows-dropped" && $0[2] == "4" })
        }
    }

    @Test func withoutABrowserNothingIsWritten() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", program.path("run"), "--quiet").status == 0)
            for arguments in [["report", "run", "-o", "a.pdf"], ["report", "run", "-o", "a.html", "--pdf"]] {
                let outcome = try program.run(list: arguments, environment: ["PATH": program.path("."), "PHUSONG_CHROMIUM": ""])
                #expect(outcome.status == 66)
                #expect(outcome.err.contains("chromium, chromium-browser, google-chrome"))
            }
            // A program that is no browser.
            let fake = try program.run("report", "run", "-o", "a.html", "--pdf", environment: ["PHUSONG_CHROMIUM": "/bin/false"])
            #expect(fake.status == 74)
            #expect(program.files("").filter { $0.hasPrefix("a.") || $0.contains("partial") }.isEmpty)
        }
    }

    @Test func aPDFIsPrintedWhereThereIsABrowser() throws {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard folders.contains(where: { FileManager.default.isExecutableFile(atPath: "\($0)/chromium") }) else { return }
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("tuyen-quang"), "-o", program.path("run"), "--quiet").status == 0)
            let outcome = try program.run("report", "run", "--lang", "vi", "-o", "bao-cao.html", "--pdf", "--quiet")
            #expect(outcome.status == 0, "\(outcome.err)")
            let sheets = try Data(contentsOf: URL(fileURLWithPath: program.path("bao-cao.pdf")))
            #expect(sheets.starts(with: Data("%PDF-".utf8)))
            #expect(sheets.range(of: Data("/CreationDate (D:20261101000000".utf8)) != nil)
            #expect(program.files("").filter { !$0.hasPrefix(".") } == ["bao-cao.html", "bao-cao.pdf", "run"])
        }
    }
}
