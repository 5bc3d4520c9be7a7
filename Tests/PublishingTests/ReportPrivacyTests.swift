import Foundation
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

/// A report for an operator holds nothing of another's site that the operator may not see.
@Suite struct ReportPrivacyTests {
    @Test(arguments: Language.allCases) func noByteNamesAnotherOperatorsSite(_ language: Language) throws {
        try SmallProvince.withRun { _, run in
            let viettel = try ReportReading(run, language, for: .viettel).html
            for word in ["VNP-SECRET", "VNP-OWN", "F-VNP", "105.19", "105,19", "105.42", "105,42"] {
                #expect(!viettel.contains(word), "\(word)")
            }
            let vnpt = try ReportReading(run, language, for: .vnpt).html
            for word in ["VTT-SECRET", "F-VTT"] { #expect(!vnpt.contains(word), "\(word)") }
            let mobifone = try ReportReading(run, language, for: .mobifone).html
            for word in ["VTT-SECRET", "VNP-SECRET", "VNP-OWN"] { #expect(!mobifone.contains(word), "\(word)") }
            #expect(mobifone.contains("MobiFone"))
        }
    }

    /// Stronger than any search for words: whatever hidden sites are called and wherever they stand, not one byte changes, the map included.
    @Test func hiddenSitesChangeNoByte() throws {
        try SmallProvince.withRun { _, run in
            let before = try ReportReading(run, for: .viettel).html
            let path = "\(run)/sites.geojson"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let hidden = [("VNP-SECRET", "VNP-ELSEWHERE"), ("VNP-OWN", "VNP-OTHER"), ("105.19", "105.31"), ("105.42", "105.55")]
            for (word, _) in hidden { #expect(text.contains(word), "\(word)") }
            try hidden.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try ReportReading(run, for: .viettel).html == before)
            // The same change is seen by those who may see it.
            let seen = try ReportReading(run, for: .vnpt).html
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try ReportReading(run, for: .vnpt).html != seen)
        }
    }

    @Test func sumsThatGiveMoreAwayAreLeftOut() throws {
        try SmallProvince.withRun { run, folder in
            let report = try ReportReading(folder, for: .viettel)
            for table in [
                "table-operators", "table-reasons", "table-services", "table-costs", "table-effect", "table-grades", "table-outputs",
            ] {
                #expect(report.rows(table) == nil, "\(table)")
            }
            let total = HumanNumbers(language: .vietnamese).count(run.document.costVND)
            #expect(!report.html.contains(total), "the cost of the whole plan")
            #expect(try ReportReading(folder).html.contains(total))
        }
    }

    @Test func aCostThatTellsALineIsNotTold() throws {
        try SmallProvince.withRun { run, folder in
            // The line of C2 leads to VNPT's own site, which Viettel may not see.
            let hidden = run.document.sites.filter { $0.parent == "VNP-OWN" }
            #expect(!hidden.isEmpty)
            let report = try ReportReading(folder, for: .viettel)
            let rows = try #require(report.rows("table-sites"))
            for site in hidden {
                #expect(rows.first { $0[1] == site.name }?[7] == "không nêu")
                let parts = try #require(report.rows("table-cost-parts")?.first { $0[1] == site.name })
                #expect(parts.last == "không nêu")
            }
        }
    }

    @Test func anAssignedSiteIsSeenByItsOperatorAlone() throws {
        try SmallProvince.withRun(planOperator: "vnpt") { _, run in
            #expect(try ReportReading(run, for: .vnpt).rows("table-sites")?.count == 2)
            let other = try ReportReading(run, for: .viettel)
            #expect(other.rows("table-sites") == nil)
            #expect(!other.html.contains("Đồi 1"))
        }
    }

    @Test func itNamesTheOperatorAndWhatIsTold() throws {
        try SmallProvince.withRun { _, run in
            let report = try ReportReading(run, for: .viettel)
            #expect(report.html.contains("(bản dành cho Viettel)"))
            #expect(report.html.contains("VTT-SECRET") == false, "a site's id is told in no table of this report")
            #expect(report.rows("table-dead-zones")?.count == 2)
            let slip = try #require(Operator.declared("vietel"))
            #expect(throws: UnknownOperator.self) { try ReportReading(run, for: slip) }
        }
    }
}
