import Foundation
import Scenarios
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct LinkTests {
    struct Village: Decodable {
        enum CodingKeys: String, CodingKey {
            case id, name, grade, reason
            case bestSite = "best_site"
            case signalDBm = "signal_dbm"
            case isLineOfSight = "line_of_sight"
        }

        var id, name, grade, reason: String
        var bestSite: String?
        var signalDBm: Double?
        var isLineOfSight: Bool?
    }

    private struct Layer: Decodable {
        struct Feature: Decodable { var properties: Village }
        var features: [Feature]
    }

    private static let sample = Program.sample("tuyen-quang")

    /// The sample's villages, as `gaps` grades them.
    private func villages(_ program: Program) throws -> [Village] {
        let outcome = try program.run("gaps", Self.sample, "-o", "gaps", "--quiet")
        try #require(outcome.status == 0)
        let data = try #require(FileManager.default.contents(atPath: program.path("gaps/villages.geojson")))
        return try JSONDecoder().decode(Layer.self, from: data).features.map(\.properties)
    }

    @Test func aDeadVillageIsExplainedWithFilesThatReadBack() throws {
        try Program.inFreshFolder { program in
            let dead = try #require(try villages(program).first { $0.reason == "behind-terrain" && $0.isLineOfSight == false })
            let site = try #require(dead.bestSite)
            let outcome = try program.run("link", Self.sample, site, dead.id, "-o", "out", "--json")
            #expect(outcome.status == 0 && outcome.err.isEmpty)
            #expect(program.files("out") == ["link.json", "link.png", "link.svg", "profile.csv", "run.json"])
            #expect(FileManager.default.contents(atPath: program.path("out/link.json")) == outcome.outData)

            let document = try JSONDecoder().decode(LinkDocument.self, from: outcome.outData)
            #expect(document.schema == "phusong.link/1" && document.from.id == site && document.to.id == dead.id)
            #expect(document.result.covered == false && document.result.lineOfSight == false && document.result.obstruction != nil)
            let level = try #require(document.result.carriers.first?.rsrpDBm)
            #expect(abs(level - (dead.signalDBm ?? 0)) < 0.006)

            let svg = try #require(FileManager.default.contents(atPath: program.path("out/link.svg")))
            #expect(XMLParser(data: svg).parse())
            #expect(String(decoding: svg, as: UTF8.self).contains(dead.name))
            let png = try #require(FileManager.default.contents(atPath: program.path("out/link.png")))
            #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && png.count > 10_000)

            let rows = try String(contentsOfFile: program.path("out/profile.csv"), encoding: .utf8).split(separator: "\n")
            #expect(rows.first == "distance_m,lon,lat,ground_m,clutter_m,earth_bulge_m,ray_m,fresnel_radius_m")
            #expect(rows.count == document.path.samples + 1)
            for row in rows.dropFirst() {
                let cells = row.split(separator: ",", omittingEmptySubsequences: false).compactMap { Double($0) }
                #expect(cells.count == 8)
            }
        }
    }

    @Test func theTableSpeaksBothLanguagesAndGivesTheVerdictsLevel() throws {
        try Program.inFreshFolder { program in
            let heard = try #require(try villages(program).first { $0.grade == "covered" && $0.isLineOfSight == true })
            let site = try #require(heard.bestSite)
            let english = try program.run("link", Self.sample, site, heard.id, "--lang", "en")
            let vietnamese = try program.run("link", Self.sample, site, heard.id, "--lang", "vi")
            #expect(english.status == 0 && vietnamese.status == 0)
            let level = String(format: "%.1f", try #require(heard.signalDBm))
            #expect(english.out.contains("Verdict: covered by this mast") && english.out.contains(level.dropLast(2)))
            #expect(vietnamese.out.contains("Kết luận: có sóng từ trạm này"))
            // The pictures have words: each language has its own folder.
            #expect(program.runs.count == 2 && program.runs.allSatisfy { $0.hasPrefix("link-") })
            let again = try program.run("link", Self.sample, site, heard.id, "--lang", "en")
            #expect(again.status == 0 && again.out.contains("is there already"))
        }
    }

    @Test func nothingIsOverwrittenUnasked() throws {
        try Program.inFreshFolder { program in
            let command = ["link", Self.sample, "105.28,21.97,45", "105.2818,21.9894", "-o", "out"]
            let first = try program.run(list: command)
            let before = FileManager.default.contents(atPath: program.path("out/link.svg"))
            let second = try program.run(list: command)
            let forced = try program.run(list: command + ["--force", "--quiet"])
            #expect([first, second, forced].map(\.status) == [0, 73, 0])
            #expect(before != nil && forced.out.isEmpty)
            #expect(FileManager.default.contents(atPath: program.path("out/link.svg")) == before)
        }
    }

    @Test func unknownGroundExitsWithZeroAndNamesTheTile() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("link", Self.sample, "105.3,21.9,60", "105.4,22.1", "-o", "gap", "--lang", "en")
            #expect(outcome.status == 0)
            #expect(outcome.out.contains("Terrain tile N22E105 is missing") && outcome.out.contains("Verdict: unknown"))
            let svg = try String(contentsOfFile: program.path("gap/link.svg"), encoding: .utf8)
            #expect(XMLParser(data: Data(svg.utf8)).parse() && svg.contains("N22E105"))
            let rows = try String(contentsOfFile: program.path("gap/profile.csv"), encoding: .utf8).split(separator: "\n")
            #expect(rows.last?.contains(",,") == true)
        }
    }

    @Test(arguments: [
        (["no-such-site", "105.3,21.9"], Int32(65), "no-such-site"), (["105.3,21.9", "no-such-village"], 65, "no-such-village"),
        (["21.9,105.3", "105.4,21.9"], 64, "105.3,21.9"), (["105.3,21.9", "105.3,21.9"], 65, "one place"),
        (["105.3,21.9,45", "105.4,21.9", "--band", "12"], 64, "--band"),
        (["105.3,21.9,45", "105.4,21.9", "--receiver-height", "0"], 64, "--receiver-height"), (["105.3,21.9"], 64, "to"),
    ])
    func wrongEndsEndWithACodeAndASentence(arguments: [String], status: Int32, says: String) throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run(list: ["link", Self.sample] + arguments + ["--lang", "en"])
            #expect(outcome.status == status && !outcome.wasKilled)
            #expect(outcome.err.contains(says) && outcome.out.isEmpty)
            #expect(program.runs.isEmpty)
        }
    }

    @Test func theExamplesOfTheHelpRun() throws {
        try Program.inFreshFolder { program in
            let help = try program.run("link", "--help")
            #expect(help.status == 0 && help.out.contains("Exit codes"))
            let examples = help.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0.hasPrefix("phusong link GeoData") }
            #expect(examples.count == 3)
            for example in examples {
                let words = example.split(separator: " ").dropFirst().map {
                    $0.hasPrefix("GeoData") ? Program.root.appendingPathComponent(String($0)).path : String($0)
                }
                let outcome = try program.run(list: words)
                #expect(outcome.status == 0, "\(example): \(outcome.err)")
            }
        }
    }
}
