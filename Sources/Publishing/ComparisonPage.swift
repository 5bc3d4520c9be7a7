import Foundation
import Planning
import Scenarios
import Siting

/// A comparison as one page that needs nothing from outside.
struct ComparisonPage {
    let comparison: Comparison
    let language: Language
    private let numbers: HumanNumbers

    init(_ comparison: Comparison, _ language: Language) {
        (self.comparison, self.language) = (comparison, language)
        numbers = HumanNumbers(language: language)
    }

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }
    private func percent(_ share: Double) -> String { numbers.fixed(share * 100, decimals: 1) + " %" }

    func document() -> String {
        let title = say("So sánh phương án phủ sóng", "Coverage plans compared")
        var body: HTML = "<h1>\(title)</h1>\n\(headline())"
        if let frontier = comparison.frontier {
            body += section(
                say("Tiền và kết quả", "Money and what it buys"),
                HTMLPage.picture(FrontierChart(frontier: frontier, language: language).document()))
        }
        body += section(
            say("Thôn chưa đủ sóng", "Villages without full signal"),
            HTMLPage.picture(CoverageBars(comparison: comparison, language: language).document()))
        for part in [assumptions(), changes(), regret(), stability(), equity(), groups(), warnings()] { body += part }
        return HTMLPage(title: title, language: language, style: Self.style, body: body).document()
    }

    private static let style =
        "body { font-family: \(SVGText.fonts); color: #1a1a1a; max-width: 1100px; margin: 0 auto; padding: 1rem; line-height: 1.45 }\n"
        + HTMLPage.commonStyle
            + """
            .best { font-weight: bold }
            @media print {
              @page { size: A4 landscape; margin: 12mm }
              body { max-width: none; padding: 0 }
              .wide { overflow: visible }
              table { font-size: 7.5pt; width: 100% }
              th, td { padding: 1mm 1.5mm; white-space: normal; overflow-wrap: break-word }
              th { overflow-wrap: anywhere }
              td:first-child { min-width: 16mm }
              td .note { font-size: inherit }
              h2 { break-after: avoid }
              tr, svg { break-inside: avoid }
              svg { max-height: 120mm }
            }
            """

    private func section(_ title: String, _ content: HTML) -> HTML { HTMLPage.section(.text(title), content) }

    /// - Parameter heads: a head and whether its column holds numbers.
    private func table(_ heads: [(String, Bool)], _ rows: [[HTML]]) -> HTML {
        HTMLTable(heads.map { .init(.text($0.0), $0.1 ? .number : .text) }, rows).html
    }

    private func table(_ heads: [(String, Bool)], _ rows: [[String]]) -> HTML { table(heads, rows.map { $0.map(HTML.text) }) }

    private func headline() -> HTML {
        table(
            [
                (say("Lượt chạy", "Run"), false), (say("Dự án hoặc kịch bản", "Project or scenario"), false),
                (say("Thôn có sóng", "Villages covered"), true), (say("Lõm sóng", "Partly"), true), (say("Trắng sóng", "No signal"), true),
                (say("Hộ có sóng", "Households covered"), true), (say("Người có sóng", "People covered"), true),
                (say("Trạm", "Sites"), true), (say("Vi ba", "Hops"), true), (say("Chi phí", "Cost"), true),
                (say("Đồng mỗi hộ", "VND per household"), true), (say("Giá trị", "Objective"), true), (say("Cận", "Bound"), true),
            ],
            comparison.runs.map { run in
                let isMoney = run.goal == "cover-all" || run.goal == "share"
                func value(_ number: Int64?) -> String { number.map { isMoney ? numbers.money($0) : numbers.count($0) } ?? "–" }
                return [
                    run.run, run.project, numbers.count(run.villages.covered), numbers.count(run.villages.partial),
                    numbers.count(run.villages.uncovered), numbers.count(run.households.covered), numbers.count(run.population.covered),
                    run.sites.map { numbers.count($0) } ?? "–", run.hops.map { numbers.count($0) } ?? "–",
                    run.status == .infeasible ? say("không khả thi", "infeasible") : run.costVND.map(numbers.money) ?? "–",
                    run.costPerHouseholdVND.map { numbers.count($0) } ?? "–", value(run.objective),
                    value(run.bound),
                ]
            })
    }

    /// What each scenario changes in its project.
    private func assumptions() -> HTML {
        let rows = comparison.runs.flatMap { run in
            run.changes.map {
                [run.run, $0.name, $0.key, $0.before ?? "–", $0.after ?? say("bỏ", "taken out")]
            }
        }
        guard !rows.isEmpty else { return "" }
        let heads = [say("lượt chạy", "run"), say("thay đổi", "change"), say("khoá", "key"), say("trước", "before"), say("sau", "after")]
        return section(say("Giả định", "Assumptions"), table(heads.map { ($0, false) }, rows))
    }

    private func changes() -> HTML {
        comparison.differences.map { difference -> HTML in
            var rows: [[HTML]] = []
            func add(_ label: String, _ sites: [Comparison.SiteChange]) {
                guard !sites.isEmpty else { return }
                let names = sites.map { site -> HTML in
                    let what = site.changes.map { SiteChangeText(language: language).text($0) }.joined(separator: "; ")
                    return what.isEmpty ? "\(site.id)" : "\(site.id) <span class=\"note\">(\(what))</span>"
                }
                rows.append(["\(label)", "\(numbers.count(sites.count))", names.markup(separator: ", ")])
            }
            func add(_ label: String, _ villages: [Comparison.VillageChange]) {
                guard !villages.isEmpty else { return }
                let names = villages.map { village -> HTML in
                    var why = [village.coveredBy, village.whyNot].filter { !$0.isEmpty }.map { PlanGoalText.account($0, language) }
                    // Covered in one of the two says itself what became of it.
                    if village.from != .covered, village.to != .covered {
                        why.append([village.from, village.to].map { $0.label.text(language) }.joined(separator: " → "))
                    }
                    return why.isEmpty
                        ? "\(village.name)" : "\(village.name) <span class=\"note\">(\(why.joined(separator: " / ")))</span>"
                }
                rows.append(["\(label)", "\(numbers.count(villages.count))", names.markup(separator: ", ")])
            }
            if !difference.sitesMoved.isEmpty {
                rows.append([
                    "\(say("trạm dời", "sites moved"))", "\(numbers.count(difference.sitesMoved.count))",
                    .text(
                        difference.sitesMoved.map {
                            "\($0.from.id) → \($0.to.id) (\(numbers.fixed($0.distanceKm, decimals: 1)) km)"
                        }.joined(separator: ", ")),
                ])
            }
            add(say("trạm thêm", "sites added"), difference.sitesAdded)
            add(say("trạm bớt", "sites removed"), difference.sitesRemoved)
            add(say("trạm đổi", "sites changed"), difference.sitesChanged)
            add(say("thôn được thêm", "villages gained"), difference.villagesGained)
            add(say("thôn mất", "villages lost"), difference.villagesLost)
            add(say("thôn đổi loại", "villages regraded"), difference.villagesRegraded)
            let content: HTML =
                rows.isEmpty
                ? "<p>\(say("Không có gì khác.", "Nothing differs."))</p>\n"
                : table([("", false), ("", true), (say("tên, và do đâu", "names, and the cause"), false)], rows)
            return section("\(difference.from) → \(difference.to)", content)
        }.markup()
    }

    private func regret() -> HTML {
        guard let regret = comparison.regret else { return "" }
        let rows = regret.plans.map { plan -> [HTML] in
            [regret.leastRegretPlans.contains(plan.run) ? "<span class=\"best\">\(plan.run)</span>" : "\(plan.run)"]
                + plan.cells.map { cell -> HTML in
                    var notes = [numbers.count(cell.households)]
                    if cell.sitesMissing > 0 { notes.append(say("thiếu \(cell.sitesMissing) trạm", "\(cell.sitesMissing) sites missing")) }
                    if cell.sitesOtherwise > 0 {
                        notes.append(say("\(cell.sitesOtherwise) trạm xây dựng khác đi", "\(cell.sitesOtherwise) built otherwise"))
                    }
                    if cell.exceedsLimit { notes.append(say("vượt mức cho phép", "over the limit")) }
                    return
                        "\(numbers.count(cell.regretHouseholds)) <span class=\"note\">(\(notes.joined(separator: ", ")))</span>"
                } + ["\(numbers.count(plan.largestRegretHouseholds))"]
        }
        let heads =
            [(say("phương án của", "plan of"), false)] + regret.assumptions.map { ($0, true) }
            + [(say("nhiều nhất", "largest"), true)]
        let note = say(
            "Số hộ mà phương án ở mỗi dòng phủ ít hơn phương án của chính giả định ở mỗi cột (trong ngoặc: số hộ phủ được). Trạm được tìm theo vị trí; xây dựng khác đi: theo giả định đó, ở vị trí ấy chỉ có cột hoặc nhà mạng khác; vượt mức cho phép: tốn hơn ngân sách (chưa kể truyền dẫn) hoặc nhiều trạm hơn mức giả định đó cho phép.",
            "Households that the plan of each row covers fewer than the assumption's own plan in each column (in brackets: what it covers). Sites are looked up by their place; built otherwise: the place has only another mast or operator under that assumption; over the limit: dearer than its budget, links not counted, or more sites than it allows."
        )
        return section(say("Hối tiếc", "Regret"), "<p class=\"note\">\(note)</p>\n\(table(heads, rows))")
    }

    private func stability() -> HTML {
        guard let stability = comparison.stability else { return "" }
        let rows = stability.sites.prefix(60).map { site in
            [site.id, numbers.count(site.runs.count), site.runs.joined(separator: ", ")]
        }
        let lead = say(
            "Trong \(stability.plans) phương án: \(stability.inAll) vị trí có ở mọi phương án, \(stability.inSome) ở một số, \(stability.inOne) chỉ ở một.",
            "Of \(stability.plans) plans: \(stability.inAll) places are in all, \(stability.inSome) in some, \(stability.inOne) in one.")
        return section(
            say("Vị trí bền vững", "Places that stay"),
            "<p>\(lead)</p>\n\(table([(say("vị trí", "place"), false), (say("số lần", "times"), true), (say("ở", "in"), false)], rows))")
    }

    private func equity() -> HTML {
        let rows = comparison.runs.map { run in
            [
                run.run, run.equity.leastCommune ?? "–", run.equity.leastShare.map(percent) ?? "–",
                numbers.fixed(run.equity.gini, decimals: 4),
            ]
        }
        var content = table(
            [
                (say("lượt chạy", "run"), false), (say("xã được phủ ít nhất", "commune with least"), false),
                (say("số hộ có sóng", "households covered"), true), ("Gini", true),
            ], rows)
        // By the least share anywhere: the communes that the argument is about.
        var least: [String: Double] = [:]
        for run in comparison.runs {
            for commune in run.equity.communes { least[commune.commune] = min(least[commune.commune] ?? 1, commune.share) }
        }
        let worst = least.filter { $0.value < 1 }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(30).map(\.key)
        if !worst.isEmpty {
            let heads = [(say("xã", "commune"), false)] + comparison.runs.map { ($0.run, true) }
            let lines = worst.map { key in
                let found = comparison.runs.map { run in run.equity.communes.first { $0.commune == key } }
                return [found.compactMap { $0 }.first?.name ?? key] + found.map { $0.map { percent($0.share) } ?? "–" }
            }
            content += table(heads, lines)
        }
        return section(say("Công bằng giữa các xã", "Fairness between communes"), content)
    }

    private func groups() -> HTML {
        let traits = Set(comparison.runs.flatMap { $0.priorityGroups.map(\.trait) }).sorted()
        guard !traits.isEmpty else { return "" }
        let heads = [(say("nhóm", "group"), false)] + comparison.runs.map { ($0.run, true) }
        let rows = traits.map { trait in
            [VillageTrait(rawValue: trait)?.label.text(language) ?? trait]
                + comparison.runs.map { run in
                    run.priorityGroups.first { $0.trait == trait }.map {
                        "\(numbers.count($0.villagesCovered)) / \(numbers.count($0.villages))"
                    } ?? "–"
                }
        }
        return section(say("Nhóm ưu tiên: thôn có sóng", "Priority groups: villages covered"), table(heads, rows))
    }

    private func warnings() -> HTML {
        guard !comparison.warnings.isEmpty else { return "" }
        let lines = comparison.warnings.map { "<li>\($0.text(language))</li>" as HTML }.markup(separator: "\n")
        return section(say("Khi đọc cần biết", "To bear in mind"), "<ul>\n\(lines)\n</ul>\n")
    }
}
