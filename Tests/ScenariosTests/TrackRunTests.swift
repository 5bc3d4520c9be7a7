import Coverage
import Foundation
import Ingest
import Planning
import Testing

@testable import Scenarios

@Suite struct TrackRunTests {
    static let lists = SampleFolder.data.appendingPathComponent("lists").path

    static func run(_ names: [String], area: String = "") throws -> TrackRun {
        let crosswalk = try TrackInputTests.crosswalk.get()
        return try TrackRun(
            try names.map { try TrackedList.read("\(lists)/\($0).yaml", crosswalk: crosswalk) }, area: area, crosswalk: crosswalk)
    }

    static let national = [
        "vn-2025-08-15", "vn-2021-01-01-baseline", "vn-2022-08-08-lom-song", "vn-2022-09-30-covered", "vn-2022-12-25-remaining",
        "vn-2024-09-01", "vn-2025-03-01",
    ]

    @Test func theNationalStoryReadsAsItWas() throws {
        let document = try Self.run(Self.national).document
        let open = document.lines.map { $0.points.map(\.open) }
        #expect(open == [[2418, 266, 266], [355], [761, 717, 355]])
        #expect(document.lines.map(\.id) == ["vn-2021", "vn-lom-song", "vn-2024"])
        let official = Dictionary(uniqueKeysWithValues: document.vintages.map { ($0.id, $0.official) })
        #expect(official["vn-2022-08-08-lom-song"]??.covered == 477)
        #expect(official["vn-2022-09-30-covered"]??.closed == 2152)
        #expect(official["vn-2022-09-30-covered"]??.alsoStated["uncovered"] == 226)
        #expect(official["vn-2024-09-01"]??.listed == 3310)
        #expect(official["vn-2024-09-01"]??.since == nil)
        #expect(official["vn-2025-03-01"]??.closed == 44)
        let last = try #require(official["vn-2025-08-15"] ?? nil)
        #expect(last.counts["uncoveredWithGrid"] == 238)
        #expect(last.counts["uncoveredWithoutGrid"] == 117)
        #expect(last.openChange == -362)
        #expect(document.warnings.contains { $0.contains("226") })
        #expect(document.vintages.map(\.asOf) == document.vintages.map(\.asOf).sorted())
    }

    @Test func eighteenOfTheProvincesVillagesAreNamed() throws {
        let run = try Self.run(["tuyen-quang-2026-01-12", "tuyen-quang-2023-12-31-answers"])
        let last = try #require(run.document.vintages.last)
        #expect(last.counted?.listed == 18)
        #expect(last.counted?.uncovered == 4)
        #expect(last.counted?.partial == 14)
        #expect(last.official?.open == 273)
        #expect(last.difference["open"] == -255)
        #expect(last.complete == false)
        // A list of some villages neither closes nor adds.
        #expect(last.counted?.closed == 0)
        #expect(last.counted?.added == 0)
        #expect(last.counted?.firstNamed == 18)
        #expect(run.ledger.vintages.flatMap(\.villages).allSatisfy { !$0.communes2025.isEmpty })
    }

    @Test func anAreaLeavesItsOwnRowsAndNumbers() throws {
        let all = Self.national + ["tuyen-quang-2026-01-12"]
        let document = try Self.run(all, area: "tỉnh Tuyên Quang").document
        #expect(document.lines.map { $0.points.map(\.open) } == [[273]])
        #expect(document.vintages.allSatisfy { $0.official == nil || $0.area == "Tuyên Quang" })
        #expect(document.vintages.last?.counted?.listed == 18)
    }

    @Test func anAreaThatNoListSpeaksOfIsAnError() throws {
        #expect(throws: InputError.self) { try Self.run(Self.national, area: "Cà Mau") }
    }

    @Test func oneListTwiceIsAnError() throws {
        #expect(throws: InputError.self) { try Self.run(["vn-2024-09-01", "vn-2024-09-01"]) }
    }

    @Test func sumsThatDoNotComeOutAreTold() throws {
        try SampleFolder.temporary { folder in
            let text = """
                schema: phusong.list/1
                id: wrong
                title: wrong
                asOf: 2022-09-30
                dateAccuracy: day
                counts: {listed: 100, covered: 60, uncovered: 39, uncoveredWithGrid: 30, uncoveredWithoutGrid: 8}
                source: made up
                """
            try text.write(toFile: "\(folder)/wrong.yaml", atomically: true, encoding: .utf8)
            let warnings = try TrackRun([try TrackedList.read("\(folder)/wrong.yaml", crosswalk: nil)], crosswalk: nil).document.warnings
            #expect(warnings.contains { $0.contains("= 99, not listed = 100") })
            #expect(warnings.contains { $0.contains("= 38, not uncovered = 39") })
        }
    }

    @Test func theOrderOfListsDoesNotCount() throws {
        #expect(try Self.run(Self.national).document == Self.run(Self.national.reversed()).document)
    }
}
