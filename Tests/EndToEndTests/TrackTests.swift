import Foundation
import Testing

/// `phusong track`, run as a user runs it.
@Suite struct TrackTests {
    struct Document: Decodable {
        struct Tally: Decodable { var listed, covered, open, added, closed, reopened, stillOpen, ambiguous, fuzzy: Int }
        struct Vintage: Decodable {
            var id, kind: String
            var counted: Tally?
        }
        struct Line: Decodable {
            struct Point: Decodable { var open: Int }
            var id: String
            var points: [Point]
        }
        var schema: String
        var vintages: [Vintage]
        var lines: [Line]
        var warnings: [String]
    }

    static let lists = Program.root.appendingPathComponent("GeoData/lists").path

    static var national: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: lists).filter { $0.hasPrefix("vn-") && $0.hasSuffix(".yaml") }.sorted()
                .map { "\(lists)/\($0)" }
        }
    }

    static let files = ["burn-down.csv", "burn-down.svg", "matches.csv", "track.json", "villages.csv"]

    /// Two lists in wards and communes: real villages of Tuyên Quang, what became of them is made up.
    private func write(_ program: Program) throws {
        for (id, day, rows) in [
            ("a", "2024-06-30", "Bản Giòng,02239\nThôm Luông,02239\nKhuổi Phìn,02227\nKhuổi Hop,02239"),
            ("b", "2025-12-31", "Bản Giòng,02239\nKHUOI PHIN,02245\nKhuổi Họ,02239\nNà Lầu,01012"),
        ] {
            let yaml = """
                schema: phusong.list/1
                id: \(id)
                title: {vi: "danh sách \(id)", en: "list \(id)"}
                area: Tuyên Quang
                asOf: \(day)
                dateAccuracy: day
                counts: {uncovered: 4}
                villages: {file: \(id).csv, status: uncovered}
                source: made up
                """
            try yaml.write(toFile: program.path("\(id).yaml"), atomically: true, encoding: .utf8)
            let table = "name,commune_code,synthetic\n" + rows.split(separator: "\n").map { "\($0),true\n" }.joined()
            try table.write(toFile: program.path("\(id).csv"), atomically: true, encoding: .utf8)
        }
    }

    @Test func theNationalListsTellTheStory() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(list: ["track"] + Self.national + ["--lang", "en"])
            #expect(outcome.status == 0)
            #expect(outcome.err.isEmpty)
            #expect(outcome.out.contains("2021-01-01 2,418 → 2022-09-30 266 (2,152 of 2,418 covered)"))
            #expect(outcome.out.contains("2022-08-08 355 (477 of 832 covered)"))
            #expect(outcome.out.contains("2024-09-01 761 (2,549 of 3,310 covered)"))
            #expect(outcome.out.contains("2025-03-01 717"))
            #expect(outcome.out.contains("(238 with grid electricity + 117 without)"))
            #expect(outcome.out.contains("the source also says uncovered = 226"))
            let vietnamese = try program.run(list: ["track"] + Self.national + ["--lang", "vi", "-o", "vi"])
            #expect(vietnamese.out.contains("đã phủ 2.152/2.418"))
            #expect(program.files("vi") == Self.files)
            let svg = try String(contentsOfFile: program.path("vi/burn-down.svg"), encoding: .utf8)
            #expect(svg.contains("còn chờ phủ sóng"))
        }
    }

    @Test func wardsAndCommunesAreFollowed() throws {
        try Program.inFreshFolder { program in
            try write(program)
            let outcome = try program.run("track", "b.yaml", "a.yaml", "--json", "-o", "out")
            #expect(outcome.status == 0, "\(outcome.err)")
            let document = try JSONDecoder().decode(Document.self, from: outcome.outData)
            #expect(document.schema == "phusong.track/1")
            #expect(document.vintages.map(\.id) == ["a", "b"])
            let last = try #require(document.vintages.last?.counted)
            #expect(last.open == 4)
            #expect(last.stillOpen == 3)
            #expect(last.added == 1)
            #expect(last.closed == 1)
            #expect(last.fuzzy == 1)
            #expect(document.warnings.contains("b: 4 rows are made up"))
            #expect(FileManager.default.contents(atPath: program.path("out/track.json")) == outcome.outData)
            let matches = try String(contentsOfFile: program.path("out/matches.csv"), encoding: .utf8)
            #expect(matches.contains("a,b,fuzzy,chosen,0.875,02239-khuoi-hop-1,Khuổi Hop,"))
            let villages = try String(contentsOfFile: program.path("out/villages.csv"), encoding: .utf8)
            #expect(villages.contains("02227-khuoi-phin-1,b,2025-12-31,still-open,uncovered,carried,1.000"))
        }
    }

    @Test func theSameListsGiveTheSameBytes() throws {
        try Program.inFreshFolder { program in
            try write(program)
            #expect(try program.run("track", "a.yaml", "b.yaml", "-o", "one").status == 0)
            #expect(try program.run("track", "b.yaml", "a.yaml", "-o", "two").status == 0)
            for file in Self.files {
                #expect(
                    FileManager.default.contents(atPath: program.path("one/\(file)"))
                        == FileManager.default.contents(atPath: program.path("two/\(file)")), "\(file)")
            }
            // The default folder is named by what it holds.
            #expect(try program.run("track", "a.yaml").status == 0)
            #expect(try program.run("track", "a.yaml").status == 0)
            #expect(program.runs.count == 1)
        }
    }

    @Test func onlyForceReplacesAFolder() throws {
        try Program.inFreshFolder { program in
            try write(program)
            #expect(try program.run("track", "a.yaml", "-o", "out").status == 0)
            #expect(try program.run("track", "b.yaml", "-o", "out").status == 73)
            #expect(try program.run("track", "b.yaml", "-o", "out", "--force").status == 0)
            try "x".write(toFile: program.path("out/mine.txt"), atomically: true, encoding: .utf8)
            #expect(try program.run("track", "a.yaml", "-o", "out", "--force").status == 73)
        }
    }

    @Test func aRunIsAListToo() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("gaps", Program.sample("vietnam-2022"), "-o", "gaps").status == 0)
            let outcome = try program.run("track", "gaps", "\(Self.lists)/vn-2022-12-25-remaining.yaml", "--json")
            #expect(outcome.status == 0, "\(outcome.err)")
            let document = try JSONDecoder().decode(Document.self, from: outcome.outData)
            #expect(document.vintages.map(\.kind) == ["run", "counts"])
            #expect(document.vintages[0].counted?.listed == 2418)
            #expect(document.vintages[0].counted?.covered == 2152)
            #expect(document.lines.map { $0.points.map(\.open) } == [[266], [266]])
        }
    }

    @Test func defectsAreToldAndGoodRowsUsed() throws {
        try Program.inFreshFolder { program in
            try write(program)
            try "name,commune_code,status\nBản Giòng,02239,white\nTổng cộng,,\n".write(
                toFile: program.path("a.csv"), atomically: true, encoding: .utf8)
            let outcome = try program.run("track", "a.yaml", "--lang", "en")
            #expect(outcome.status == 0)
            #expect(outcome.err.contains("a.csv, row 3"))
            #expect(outcome.err.contains("total"))
            #expect(try program.run("track", "a.yaml", "--quiet", "-o", "q").err.isEmpty)
        }
    }

    /// Arguments, and the exit code that they end with.
    static let wrongUses: [(arguments: [String], status: Int32)] = [
        (["track"], 64), (["track", "a.yaml", "--area", "!!"], 64), (["track", "none.yaml"], 66), (["track", "a.yaml", "a.yaml"], 65),
        (["track", "a.yaml", "--area", "Cà Mau"], 65), (["track", "a.yaml", "--crosswalk", "none.csv"], 66), (["track", "."], 66),
        (["track", "a.yaml", "--crosswalk", "a.csv"], 65), (["track", "a.csv"], 65),
    ]

    @Test(arguments: wrongUses) func wrongUseAndBadDataHaveTheirCodes(arguments: [String], status: Int32) throws {
        try Program.inFreshFolder { program in
            try write(program)
            let outcome = try program.run(list: arguments)
            #expect(outcome.status == status, "\(arguments): \(outcome.err)")
            #expect(!outcome.err.isEmpty)
            #expect(outcome.out.isEmpty)
            #expect(program.runs.isEmpty)
        }
    }

    @Test func theCommandExplainsItself() throws {
        try Program.inFreshFolder { program in
            let help = try program.run("track", "--help")
            #expect(help.status == 0)
            for word in ["Examples", "phusong track", "Exit codes", "--json", "--quiet", "--crosswalk", "--area", "--force"] {
                #expect(help.out.contains(word), "\(word)")
            }
        }
    }
}
