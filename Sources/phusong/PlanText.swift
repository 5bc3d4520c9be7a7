import Coverage
import Foundation
import Planning
import Scenarios
import Siting

/// A plan for people.
struct PlanText {
    let language: Language
    private let sitesShown = 20
    private let unreachableShown = 10

    init(language: Language) { self.language = language }

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    func text(_ plan: PlanDocument) -> String {
        let numbers = HumanNumbers(language: language)
        var text = Terminal.bold(plan.project) + "\n"
        text += "  " + goal(plan, numbers) + "\n  " + status(plan, numbers) + "\n\n"
        if plan.status == .infeasible { return text }
        text += say(
            "  \(numbers.count(plan.sites.count)) trạm mới, \(numbers.money(plan.costVND)); thôn trắng sóng \(numbers.count(dead(plan.villages.before))) → \(numbers.count(dead(plan.villages.after))); hộ được phủ thêm \(numbers.count(plan.households.after.covered - plan.households.before.covered))\n\n",
            "  \(numbers.count(plan.sites.count)) new sites, \(numbers.money(plan.costVND)); dead zones \(numbers.count(dead(plan.villages.before))) → \(numbers.count(dead(plan.villages.after))); households newly covered \(numbers.count(plan.households.after.covered - plan.households.before.covered))\n\n"
        )
        if !plan.sites.isEmpty {
            var table = TextTable(
                [
                    "#", say("vị trí", "place"), say("kinh độ", "lon"), say("vĩ độ", "lat"), say("cột (m)", "mast (m)"),
                    say("nguồn", "power"),
                    say("chi phí", "cost"), say("thôn", "villages"), say("hộ", "households"),
                ], [.right, .left, .right, .right, .right, .left, .right, .right, .right])
            for site in plan.sites.prefix(sitesShown) {
                table.add(
                    String(site.rank), site.name.isEmpty ? site.id : site.name, String(format: "%.5f", site.lon),
                    String(format: "%.5f", site.lat), numbers.fixed(site.mastHeightMeters, decimals: 0),
                    site.power == .grid ? say("điện lưới", "grid") : say("mặt trời", "solar"), numbers.money(site.costVND),
                    numbers.count(site.villagesGained.count), numbers.count(site.householdsGained))
            }
            text += table.text()
            if plan.sites.count > sitesShown {
                text += say("  … và \(plan.sites.count - sitesShown) trạm nữa\n", "  … and \(plan.sites.count - sitesShown) sites more\n")
            }
            text += "\n"
        }
        if !plan.unreachable.isEmpty {
            text += say(
                "  Không vị trí nào phủ tới được \(numbers.count(plan.unreachable.count)) thôn:\n",
                "  No candidate reaches \(numbers.count(plan.unreachable.count)) villages:\n")
            for village in plan.unreachable.prefix(unreachableShown) {
                let distance = village.nearestCandidateMeters.map {
                    say(", vị trí gần nhất cách ", ", nearest candidate ") + numbers.fixed($0 / 1000, decimals: 1) + " km"
                }
                text += "    \(village.name) (\(village.commune))\(distance ?? "")\n"
            }
            if plan.unreachable.count > unreachableShown { text += "    …\n" }
            text += "\n"
        }
        text += say(
            "  Trạm mới được coi là phủ tròn theo bán kính của quy tắc; chưa xét địa hình, chưa kiểm tra tuyến truyền dẫn.\n\n",
            "  New sites are believed to cover the rule's range disc; terrain and the clearance of hops are not looked at yet.\n\n")
        return text
    }

    private func dead(_ counts: GapSummary.Counts) -> Int { counts.partial + counts.uncovered }

    private func goal(_ plan: PlanDocument, _ numbers: HumanNumbers) -> String {
        if let sites = plan.sitesLimit {
            return say("nhiều hộ nhất với \(sites) trạm", "most households with \(sites) sites")
        }
        if let budget = plan.budgetVND {
            return say("nhiều hộ nhất với \(numbers.money(budget))", "most households for \(numbers.money(budget))")
        }
        return say("phủ mọi thôn phủ tới được, ít tiền nhất", "cover every reachable village at the least cost")
    }

    private func status(_ plan: PlanDocument, _ numbers: HumanNumbers) -> String {
        let isMoney = plan.goal == "cover-all"
        func amount(_ value: Int64) -> String {
            isMoney ? numbers.money(value) : say("\(numbers.count(value)) hộ", "\(numbers.count(value)) households")
        }
        switch plan.status {
        case .optimal:
            return say(
                "tối ưu đã chứng minh: \(amount(plan.objective)) (chứng minh: \(plan.proof ?? "–"); cận của chương trình: \(amount(plan.bound)))",
                "proven optimal: \(amount(plan.objective)) (proof: \(plan.proof ?? "–"); our own bound: \(amount(plan.bound)))")
        case .feasible, .timeLimit:
            let gap = numbers.fixed(plan.gap * 100, decimals: 2)
            return say(
                "phương án tốt nhất tìm được: \(amount(plan.objective)), cận \(amount(plan.bound)), cách biệt \(gap) %",
                "best plan found: \(amount(plan.objective)), bound \(amount(plan.bound)), gap \(gap) %")
        case .infeasible:
            let villages = plan.reasonVillages.prefix(10).joined(separator: ", ")
            let more = plan.reasonVillages.count > 10 ? " …" : ""
            return say("không khả thi: ", "infeasible: ") + (plan.reason ?? "") + (villages.isEmpty ? "" : " (\(villages)\(more))")
        }
    }
}
