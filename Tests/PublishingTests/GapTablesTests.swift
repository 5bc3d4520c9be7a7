import Coverage
import Foundation
import GeoFiles
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct GapTablesTests {
    @Test func everyTableOfTheWorkbookAddsUpToTheSummary() throws {
        try SmallProvince.withRun { (run, _) throws in
            let (tables, summary) = (GapTables.all(run.gaps), run.gaps.summary)
            #expect(Set(tables.map(\.name)).count == tables.count)
            func sum(_ name: String, _ column: String) throws -> Int64 {
                let table = try #require(tables.first { $0.name == name })
                let position = try #require(table.fields.firstIndex { $0.name == column })
                return table.rows.reduce(0) { sum, row in
                    if case .integer(let value) = row.values[position] { sum + value } else { sum }
                }
            }
            for name in ["by-commune", "by-former-district"] {
                #expect(try sum(name, "villages_total") == summary.villages.total)
                #expect(try sum(name, "households_uncovered") == summary.households.uncovered)
            }
            for name in ["by-service-class", "by-reason"] { #expect(try sum(name, "villages") == summary.villages.total) }
            let dead = summary.villages.uncovered + summary.villages.partial
            #expect(try sum("by-funding", "villages") == dead)
            #expect(try #require(tables.first { $0.name == "dead-zones" }).rows.count == dead)
        }
    }

    @Test func theWorkbookAndTheTablesAreInTheRunFolder() throws {
        try SmallProvince.withRun { (run, folder) throws in
            let dead = try VectorReader.read("\(folder)/dead-zones.csv")
            #expect(dead.features.count == 2)
            #expect(dead.fieldNames.starts(with: ["rank", "id", "name"]) && dead.fieldNames.contains("reason_vi"))
            let sheet = try VectorReader.read("\(folder)/tables.xlsx", layer: "by-service-class")
            #expect(sheet.features.count == run.gaps.summary.byServiceClass.count)
        }
    }

    @Test func theParagraphSaysTheNumbersInEachLanguage() throws {
        try SmallProvince.withRun { (run, folder) throws in
            let summary = run.gaps.summary
            let (vi, en) = (GapParagraph(summary, .vietnamese).text, GapParagraph(summary, .english).text)
            #expect(try String(contentsOfFile: "\(folder)/summary.vi.txt", encoding: .utf8) == vi)
            #expect(vi.contains("\(summary.villages.uncovered) thôn trắng sóng") && vi.contains("01/11/2026"))
            #expect(en.contains("\(summary.villages.uncovered) have no signal") && en.contains("2026-11-01"))
            #expect(!vi.contains("  ") && vi.hasSuffix("\n") && !vi.contains("villages"))
        }
    }
}
