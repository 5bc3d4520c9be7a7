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
        var body = "<h1>\(title)</h1>\n" + headline()
        if let frontier = comparison.frontier {
            body += section(
                say("Tiền và kết quả", "Money and what it buys"), picture(FrontierChart(frontier: frontier, language: language).document()))
        }
        body += section(
            say("Thôn chưa đủ sóng", "Villages without full signal"),
            picture(CoverageBars(comparison: comparison, language: language).document()))
        body += assumptions() + changes() + regret() + stability() + equity() + groups() + warnings()
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>\(title)</title>
            <style>
            body { font-family: \(SVGText.fonts); color: #1a1a1a; max-width: 1100px; margin: 0 auto; padding: 1rem; line-height: 1.45 }
            table { border-collapse: collapse; margin: .5rem 0 1rem; font-size: .9rem }
            th, td { border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left; vertical-align: top }
            th { background: #deebf7 } td.n, th.n { text-align: right; white-space: nowrap }
            .wide { overflow-x: auto } svg { max-width: 100%; height: auto }
            .best { font-weight: bold } .note { color: #555; font-size: .9rem }
            @media print { body { max-width: none } section { break-inside: avoid } }
            </style>
            </head>
            <body>
            \(body)</body>
            </html>

            """
    }

    private func text(_ text: String) -> String { SVGText.escaped(text) }
    private func picture(_ svg: String) -> String { "<div class=\"wide\">\(svg)</div>\n" }
    private func section(_ title: String, _ content: String) -> String { "<section>\n<h2>\(title)</h2>\n\(content)</section>\n" }

    /// - Parameter heads: a head and whether its column holds numbers.
    private func table(_ heads: [(String, Bool)], _ rows: [[String]]) -> String {
        let head = heads.map { "<th\($0.1 ? " class=\"n\"" : "")>\($0.0)</th>" }.joined()
        let lines = rows.map { row in
            "<tr>" + zip(row, heads).map { "<td\($1.1 ? " class=\"n\"" : "")>\($0)</td>" }.joined() + "</tr>"
        }
        return
            "<div class=\"wide\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(lines.joined(separator: "\n"))\n</tbody></table></div>\n"
    }

    private func headline() -> String {
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
                    text(run.run), text(run.project), numbers.count(run.villages.covered), numbers.count(run.villages.partial),
                    numbers.count(run.villages.uncovered), numbers.count(run.households.covered), numbers.count(run.population.covered),
                    run.sites.map { numbers.count($0) } ?? "–", run.hops.map { numbers.count($0) } ?? "–",
                    run.costVND.map(numbers.money) ?? "–", run.costPerHouseholdVND.map { numbers.count($0) } ?? "–", value(run.objective),
                    value(run.bound),
                ]
            })
    }

    /// What each scenario changes in its project.
    private func assumptions() -> String {
        let rows = comparison.runs.flatMap { run in
            run.changes.map {
                [text(run.run), text($0.name), text($0.key), text($0.before ?? "–"), text($0.after ?? say("bỏ", "taken out"))]
            }
        }
        guard !rows.isEmpty else { return "" }
        let heads = [say("lượt chạy", "run"), say("thay đổi", "change"), say("khoá", "key"), say("trước", "before"), say("sau", "after")]
        return section(say("Giả định", "Assumptions"), table(heads.map { ($0, false) }, rows))
    }

    private func changes() -> String {
        comparison.differences.map { difference in
            var rows: [[String]] = []
            func add(_ label: String, _ sites: [Comparison.SiteChange]) {
                if !sites.isEmpty { rows.append([label, numbers.count(sites.count), sites.map { text($0.id) }.joined(separator: ", ")]) }
            }
            func add(_ label: String, _ villages: [Comparison.VillageChange]) {
                guard !villages.isEmpty else { return }
                let names = villages.map { village in
                    let why = [village.coveredBy, village.whyNot].filter { !$0.isEmpty }.joined(separator: " / ")
                    return text(village.name) + (why.isEmpty ? "" : " <span class=\"note\">(\(text(why)))</span>")
                }
                rows.append([label, numbers.count(villages.count), names.joined(separator: ", ")])
            }
            if !difference.sitesMoved.isEmpty {
                rows.append([
                    say("trạm dời", "sites moved"), numbers.count(difference.sitesMoved.count),
                    difference.sitesMoved.map {
                        "\(text($0.from.id)) → \(text($0.to.id)) (\(numbers.fixed($0.distanceKm, decimals: 1)) km)"
                    }.joined(separator: ", "),
                ])
            }
            add(say("trạm thêm", "sites added"), difference.sitesAdded)
            add(say("trạm bớt", "sites removed"), difference.sitesRemoved)
            add(say("trạm đổi", "sites changed"), difference.sitesChanged)
            add(say("thôn được thêm", "villages gained"), difference.villagesGained)
            add(say("thôn mất", "villages lost"), difference.villagesLost)
            add(say("thôn đổi loại", "villages regraded"), difference.villagesRegraded)
            let content =
                rows.isEmpty
                ? "<p>\(say("Không có gì khác.", "Nothing differs."))</p>\n"
                : table([("", false), ("", true), (say("tên, và do đâu", "names, and the cause"), false)], rows)
            return section("\(text(difference.from)) → \(text(difference.to))", content)
        }.joined()
    }

    private func regret() -> String {
        guard let regret = comparison.regret else { return "" }
        let rows = regret.plans.map { plan in
            [plan.run == regret.leastRegretPlan ? "<span class=\"best\">\(text(plan.run))</span>" : text(plan.run)]
                + plan.cells.map { cell in
                    let missing =
                        cell.sitesMissing > 0 ? say(", thiếu \(cell.sitesMissing) trạm", ", \(cell.sitesMissing) sites missing") : ""
                    return
                        "\(numbers.count(cell.regretHouseholds)) <span class=\"note\">(\(numbers.count(cell.households))\(missing))</span>"
                } + [numbers.count(plan.largestRegretHouseholds)]
        }
        let heads =
            [(say("phương án của", "plan of"), false)] + regret.assumptions.map { (text($0), true) }
            + [(say("nhiều nhất", "largest"), true)]
        let note = say(
            "Số hộ mà phương án ở mỗi dòng phủ ít hơn phương án của chính giả định ở mỗi cột (trong ngoặc: số hộ phủ được). Chi phí các phương án có thể khác nhau.",
            "Households that the plan of each row covers fewer than the assumption's own plan in each column (in brackets: what it covers). The plans may cost differently."
        )
        return section(say("Hối tiếc", "Regret"), "<p class=\"note\">\(note)</p>\n" + table(heads, rows))
    }

    private func stability() -> String {
        guard let stability = comparison.stability else { return "" }
        let rows = stability.sites.prefix(60).map { site in
            [text(site.id), numbers.count(site.runs.count), site.runs.map(text).joined(separator: ", ")]
        }
        let lead = say(
            "Trong \(stability.plans) phương án: \(stability.inAll) vị trí có ở mọi phương án, \(stability.inSome) ở một số, \(stability.inOne) chỉ ở một.",
            "Of \(stability.plans) plans: \(stability.inAll) places are in all, \(stability.inSome) in some, \(stability.inOne) in one.")
        return section(
            say("Vị trí bền vững", "Places that stay"),
            "<p>\(lead)</p>\n" + table([(say("vị trí", "place"), false), (say("số lần", "times"), true), (say("ở", "in"), false)], rows))
    }

    private func equity() -> String {
        let rows = comparison.runs.map { run in
            [
                text(run.run), run.equity.leastCommune.map(text) ?? "–", run.equity.leastShare.map(percent) ?? "–",
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
            let heads = [(say("xã", "commune"), false)] + comparison.runs.map { (text($0.run), true) }
            let lines = worst.map { key in
                let found = comparison.runs.map { run in run.equity.communes.first { $0.commune == key } }
                return [text(found.compactMap { $0 }.first?.name ?? key)] + found.map { $0.map { percent($0.share) } ?? "–" }
            }
            content += table(heads, lines)
        }
        return section(say("Công bằng giữa các xã", "Fairness between communes"), content)
    }

    private func groups() -> String {
        let traits = Set(comparison.runs.flatMap { $0.priorityGroups.map(\.trait) }).sorted()
        guard !traits.isEmpty else { return "" }
        let heads = [(say("nhóm", "group"), false)] + comparison.runs.map { (text($0.run), true) }
        let rows = traits.map { trait in
            [text(trait)]
                + comparison.runs.map { run in
                    run.priorityGroups.first { $0.trait == trait }.map {
                        "\(numbers.count($0.villagesCovered)) / \(numbers.count($0.villages))"
                    } ?? "–"
                }
        }
        return section(say("Nhóm ưu tiên: thôn có sóng", "Priority groups: villages covered"), table(heads, rows))
    }

    private func warnings() -> String {
        guard !comparison.warnings.isEmpty else { return "" }
        let lines = comparison.warnings.map { "<li>\(text($0))</li>" }.joined(separator: "\n")
        return section(say("Khi đọc cần biết", "To bear in mind"), "<ul>\n\(lines)\n</ul>\n")
    }
}
