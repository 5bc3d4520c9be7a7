import Coverage
import Foundation
import GeoFiles
import Planning
import Siting
import Testing

@testable import Publishing
@testable import Scenarios

/// Every number of a report is a number of the run's documents.
@Suite struct ReportNumbersTests {
    private typealias Reading = ReportReading

    private func summary(_ run: String) throws -> GapSummary { try RunStore.document(GapSummary.self, "summary.json", in: run) }
    private func plan(_ run: String) throws -> PlanDocument { try RunStore.document(PlanDocument.self, "plan.json", in: run) }

    @Test(arguments: Language.allCases) func gradesAreThoseOfTheSummary(_ language: Language) throws {
        try SmallProvince.withRun { _, run in
            let report = try Reading(run, language)
            let summary = try summary(run)
            let rows = try #require(report.rows("table-grades"))
            let wanted = [summary.villages, summary.households, summary.population].map {
                [$0.covered, $0.partial, $0.uncovered, $0.unknown]
            }
            for (column, numbers) in zip([1, 3, 5], wanted) { #expect(rows.map { Reading.number($0[column]) } == numbers) }
            let foot = try #require(report.foot("table-grades"))
            #expect(
                [1, 3, 5].map { Reading.number(foot[$0]) }
                    == [summary.villages.total, summary.households.total, summary.population.total])
        }
    }

    @Test func communesAndReasonsAreThoseOfTheSummary() throws {
        try SmallProvince.withRun { _, run in
            let report = try Reading(run)
            let summary = try summary(run)
            let dead = summary.byCommune.filter { $0.villages.partial + $0.villages.uncovered > 0 }
            let rows = try #require(report.rows("table-communes"))
            #expect(rows.count == dead.count)
            for (row, commune) in zip(rows, dead) {
                let counts = commune.villages
                let wanted = [counts.total, counts.covered, counts.partial, counts.uncovered, counts.unknown]
                #expect(row[2..<7].compactMap { Reading.number($0) } == wanted)
                #expect(Reading.number(row[9]) == commune.households.partial + commune.households.uncovered)
            }
            let reasons = try #require(report.rows("table-reasons"))
            let wanted = summary.byReason.filter { $0.grade.isDeadZone || $0.grade == .unknown }
            #expect(reasons.map { $0[0].lowercased() } == wanted.map { $0.reason.label.vi.lowercased() })
            #expect(reasons.map { Reading.number($0[2]) } == wanted.map(\.villages))
        }
    }

    @Test func operatorsTechnologiesAndServicesAreThoseOfTheSummary() throws {
        try SmallProvince.withRun { _, run in
            let report = try Reading(run)
            let summary = try summary(run)
            #expect(report.rows("table-operators")?.map { Reading.number($0[1]) } == summary.byOperator.map(\.villagesHeard))
            #expect(report.rows("table-operators")?.map { Reading.number($0[3]) } == summary.byOperator.map(\.villagesHeardAlone))
            #expect(report.rows("table-technologies")?.map { Reading.number($0[3]) } == summary.byTechnology.map(\.householdsHeard))
            #expect(report.rows("table-services")?.map { Reading.number($0[1]) } == summary.byServiceClass.map(\.villages))
        }
    }

    @Test func electricityAndFundingAreThoseOfTheSummary() throws {
        try SmallProvince.withRun { _, run in
            let report = try Reading(run)
            let summary = try summary(run)
            let rows = try #require(report.rows("table-electricity"))
            for (row, kind) in zip(rows, Electricity.allCases) {
                let counted = summary.byElectricity.first { $0.electricity == kind }
                #expect(Reading.number(row[1]) == counted?.villages.uncovered ?? 0)
                #expect(Reading.number(row[2]) == counted?.villages.partial ?? 0)
                #expect(Reading.number(row[4]) == counted?.deadZonesUnder50Households ?? 0)
            }
            #expect(report.rows("table-funding")?.map { Reading.number($0[2]) } == summary.byFunding.map(\.villages))
            #expect(report.rows("table-funding")?.map { Reading.number($0[3]) } == summary.byFunding.map(\.households))
        }
    }

    @Test func deadZonesStandByRank() throws {
        try SmallProvince.withRun { _, run in
            let rows = try #require(try Reading(run).rows("table-dead-zones"))
            let table = try VectorReader.read("\(run)/dead-zones.csv")
            func column(_ name: String) throws -> [String] {
                let position = try #require(table.fieldIndex(name))
                return table.features.map { $0.values[position].text ?? "" }
            }
            for (position, name) in [(0, "rank"), (1, "name"), (4, "households"), (7, "reason_vi")] {
                let wanted = try column(name)
                #expect(rows.map { $0[position] } == wanted)
            }
        }
    }

    @Test(arguments: Language.allCases) func thePlanIsThatOfItsDocument(_ language: Language) throws {
        try SmallProvince.withRun { _, run in
            let report = try Reading(run, language)
            let plan = try plan(run)
            let rows = try #require(report.rows("table-sites"))
            #expect(rows.map { Reading.number($0[0]) } == plan.sites.map(\.rank))
            #expect(rows.map { $0[1] } == plan.sites.map(\.name))
            #expect(rows.map { Double($0[3].replacingOccurrences(of: ",", with: ".")) } == plan.sites.map(\.lon))
            #expect(rows.map { Reading.number($0[7]).map(Int64.init) } == plan.sites.map(\.costVND))
            #expect(rows.map { Reading.number($0[8]) } == plan.sites.map(\.villagesGained.count))
            #expect(rows.map { Reading.number($0[9]) } == plan.sites.map(\.householdsGained))
            #expect(rows.map { Reading.number($0[10]) } == plan.sites.map(\.householdsExclusive))
            let parts = try #require(report.rows("table-costs")).map { Reading.number($0[1]) ?? 0 }
            #expect(Int64(parts.reduce(0, +)) == plan.costVND)
            #expect(report.foot("table-costs").flatMap { Reading.number($0[1]) } == Int(plan.costVND))
            let effect = try #require(report.rows("table-effect"))
            #expect(Reading.number(effect[0][1]) == plan.villages.before.covered)
            #expect(Reading.number(effect[0][2]) == plan.villages.after.covered)
            #expect(Reading.number(effect[2][4]) == plan.households.after.uncovered)
            #expect(Reading.number(effect[0][6]) == plan.population.after.covered)
        }
    }

    @Test func thePartsOfACostAreExactMillions() throws {
        try SmallProvince.withRun { _, run in
            let plan = try plan(run)
            let rows = try #require(try Reading(run).rows("table-cost-parts"))
            for (row, site) in zip(rows, plan.sites) {
                let million = Double(site.costVND) / 1e6
                #expect(
                    Double((row.last ?? "").replacingOccurrences(of: ".", with: "").replacingOccurrences(of: ",", with: ".")) == million)
            }
        }
    }

    @Test func theHashesAreThoseOfTheManifest() throws {
        try SmallProvince.withRun { _, run in
            let manifest = try RunStore.document(Manifest.self, "run.json", in: run)
            let report = try Reading(run)
            #expect(report.html.contains(manifest.inputHash))
            let rows = try #require(report.rows("table-inputs"))
            #expect(rows.dropLast().map { $0[2] } == manifest.inputs.map(\.sha256))
            #expect(rows.last?[2] == manifest.rule.sha256)
            // The shipped rule is known by its hash; the project's own files are nobody's.
            #expect(rows.last?[3].contains("Apache-2.0") ?? false)
            #expect(rows.first?[3] == "–")
        }
    }

    @Test func theRuleIsToldOnlyWhileItsFileIsTheOneUsed() throws {
        try SmallProvince.withRun { _, run in
            #expect(try Reading(run).rows("table-rule")?.contains { $0[1].contains("−115 dBm") } ?? false)
            var manifest = try RunStore.document(Manifest.self, "run.json", in: run)
            manifest.rule.sha256 = "another"
            try RunStore.write(CanonicalJSON.data(manifest), to: "\(run)/run.json")
            let report = try Reading(run)
            #expect(report.rows("table-rule") == nil)
            #expect(report.html.contains("đã thay đổi sau lượt chạy"))
        }
    }

    /// Changes the plan of a run.
    private func edited(_ run: String, _ change: (inout PlanDocument) -> Void) throws -> ReportReading {
        var plan = try plan(run)
        change(&plan)
        try RunStore.write(CanonicalJSON.data(plan), to: "\(run)/plan.json")
        return try ReportReading(run)
    }

    @Test func anInfeasiblePlanSaysSo() throws {
        try SmallProvince.withRun { _, run in
            let report = try edited(run) {
                ($0.status, $0.hasPlan, $0.sites) = (.infeasible, false, [])
                ($0.reasonCode, $0.reasonVillageNames) = (.mustCoverUnreachable, ["Nà Tạng"])
            }
            #expect(report.html.contains("Không có phương án nào thoả mãn mọi điều kiện"))
            #expect(report.html.contains("không vị trí nào phủ tới các thôn bắt buộc: Nà Tạng"))
            #expect(report.rows("table-sites") == nil && report.rows("table-effect") == nil)
        }
    }

    @Test func aPlanStoppedAtALimitIsNotCalledOptimal() throws {
        try SmallProvince.withRun { _, run in
            let report = try edited(run) {
                ($0.status, $0.reasonCode, $0.proof) = (.timeLimit, .stoppedByTimeLimit, nil)
                $0.bound = $0.objective - 1
            }
            #expect(!report.html.contains("đã được chứng minh là tối ưu"))
            #expect(report.html.contains("dừng trước khi chứng minh xong (dừng vì hết thời gian)"))
            #expect(report.rows("table-sites") != nil)
        }
    }
}
