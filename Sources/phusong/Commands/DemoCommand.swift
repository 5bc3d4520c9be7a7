import ArgumentParser
import Coverage
import Foundation
import Planning
import Scenarios

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The sample province, start to end, scenarios side by side, and the national 266.",
        discussion: """
            Example:
              phusong demo

            Checks, predicts and plans for 22 communes of Tuyên Quang, compares three scenarios there, then grades the 2,418 villages of the \
            national sample. Writes under runs/.
            Exit codes: 0 ok · 66 the samples were not found · 73 cannot create · 74 I/O
            """)

    @OptionGroup var compute: ComputeOptions
    @OptionGroup var common: CommonOptions

    /// `demo --json`.
    struct Document: Codable {
        var schema = "phusong.demo/1"
        var check: Check
        var gaps: GapSummary
        var plan: PlanDocument
        var comparison: Comparison
        var national: GapSummary
        var folders: [String]

        struct Check: Codable {
            var errors: Int
            var warnings: Int
        }
    }

    func run() throws {
        try Failure.reporting(common) {
            guard let data = DataFolder.find(common.data) else {
                throw StoreError(
                    .missing, path: common.data ?? "GeoData", reason: "the samples were not found",
                    remedy: "name their folder with --data or PHUSONG_DATA")
            }
            let isVietnamese = common.language == .vietnamese
            let interruption = Interruption()
            let output = try OutputOptions.parse([])
            let province = "\(data)/samples/tuyen-quang/project.yaml"
            let national = "\(data)/samples/vietnam-2022/project.yaml"
            func say(_ text: String) throws { if !common.json, !common.quiet { try Terminal.data(text) } }

            let step = GapsStep(compute: compute, output: output, common: common)
            let (gaps, gapsPlace) = try step.perform(province, interruption)
            let errors = gaps.loaded.diagnostics.count { $0.severity == .error }
            let warnings = gaps.loaded.diagnostics.count { $0.severity == .warning }
            try say(
                Terminal.bold("1. phusong check")
                    + (isVietnamese ? ": \(errors) lỗi, \(warnings) cảnh báo\n\n" : ": \(errors) errors, \(warnings) warnings\n\n"))
            try say(
                Terminal.bold("2. phusong gaps") + "\n"
                    + GapsText(language: common.language).text(gaps.summary, synthetic: gaps.loaded.project.synthetic))

            let planStep = PlanStep(goal: .sites(3), timeLimitSeconds: nil, compute: compute, output: output, common: common)
            let plan = try planStep.perform(province, interruption)
            try say(Terminal.bold("3. phusong plan --sites 3") + "\n" + PlanText(language: common.language).text(plan.document))

            let scenarios = ["budget-8bn", "new-masts-only", "band-1800"].map { "\(data)/samples/tuyen-quang/scenarios/\($0).yaml" }
            let compareStep = CompareStep(
                timeLimitSeconds: nil, allowsDifferentDemand: false, compute: compute, output: output, common: common)
            let compared = try compareStep.perform(scenarios, interruption)
            try say(Terminal.bold("4. phusong compare") + "\n" + compared.text(common.language) + "\n")

            let (country, countryPlace) = try step.perform(national, interruption)
            try say(
                Terminal.bold("5. phusong gaps") + "\n"
                    + GapsText(language: common.language).text(country.summary, synthetic: country.loaded.project.synthetic))
            let folders = [gapsPlace, plan.place, compared.place, countryPlace]
            if common.json {
                let document = Document(
                    check: .init(errors: errors, warnings: warnings), gaps: gaps.summary, plan: plan.document,
                    comparison: compared.comparison, national: country.summary,
                    folders: folders.map(\.folder))
                try Terminal.data(try CanonicalJSON.text(document))
            } else {
                for place in folders { try say(WrittenText(common.language).text(place)) }
            }
        }
    }
}
