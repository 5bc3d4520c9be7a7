import Candidates
import Coverage
import Foundation
import Planning
import Publishing
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
        guard plan.hasPlan else { return text }
        text += "  " + result(plan, numbers) + "\n\n"
        if let nothing = nothing(plan) { text += "  " + nothing + "\n\n" }
        if !plan.sites.isEmpty {
            // Said only where there is something to tell apart.
            let hasWorks = plan.sites.contains { $0.existingSite != nil }
            let hasBuilders = Set(plan.sites.map(\.operators)).count > 1
            var heads = [("#", TextTable.Alignment.right), (say("vị trí", "place"), .left)]
            if hasWorks { heads.append((say("việc làm", "work"), .left)) }
            if hasBuilders { heads.append((say("nhà mạng", "operators"), .left)) }
            heads += [
                (say("kinh độ", "lon"), .right), (say("vĩ độ", "lat"), .right), (say("cột (m)", "mast (m)"), .right),
                (say("nguồn", "power"), .left), (say("chi phí", "cost"), .right), (say("thôn", "villages"), .right),
                (say("hộ", "households"), .right), (say("hộ chỉ nhờ trạm này", "only by it"), .right),
            ]
            var table = TextTable(heads.map(\.0), heads.map(\.1))
            for site in plan.sites.prefix(sitesShown) {
                var cells = [String(site.rank), site.name.isEmpty ? site.id : site.name]
                if hasWorks { cells.append(work(site)) }
                if hasBuilders { cells.append(site.operators.map(\.id).joined(separator: " + ")) }
                cells += [
                    String(format: "%.5f", site.lon), String(format: "%.5f", site.lat), numbers.fixed(site.mastHeightMeters, decimals: 0),
                    site.power == .grid ? say("điện lưới", "grid") : say("mặt trời", "solar"), numbers.money(site.costVND),
                    numbers.count(site.villagesGained.count), numbers.count(site.householdsGained), numbers.count(site.householdsExclusive),
                ]
                table.add(cells)
            }
            text += table.text()
            if plan.sites.count > sitesShown {
                let rest = plan.sites.count - sitesShown
                text += say("  … và \(numbers.count(rest)) trạm nữa\n", "  … and \(numbers.counted(rest, "site")) more\n")
            }
            text += "\n"
        }
        text += worth(plan, numbers)
        text += unreachable(
            plan.unreachable.filter { !["too-few-operators", "no-chain"].contains($0.reason) }, numbers,
            say("Không vị trí nào phủ tới được", "No candidate reaches"))
        text += unreachable(
            plan.unreachable.filter { $0.reason == "no-chain" }, numbers,
            say("Không nối được truyền dẫn cho vị trí nào phủ tới", "No link can join a site that would reach"))
        text += unreachable(
            plan.unreachable.filter { $0.reason == "too-few-operators" }, numbers,
            say("Một trạm mới chưa đủ số nhà mạng theo quy tắc cho", "One new site brings too few operators by the rule to"))
        if plan.warnings.contains(where: { $0.code == "no-parent" }) {
            text += say(
                "  Không có trạm hiện hữu để nối tới: chưa tính chi phí truyền dẫn.\n",
                "  No existing site to connect to: transmission cost is not counted.\n")
        }
        text +=
            plan.warnings.contains { $0.code == "predicted-cover" }
            ? say(
                "  Vùng phủ của trạm mới theo dự báo P.1812 trên địa hình.\n",
                "  What new sites cover is predicted by P.1812 over terrain.\n") + hops(plan, numbers) + "\n"
            : say(
                "  Trạm mới được coi là phủ tròn theo bán kính của quy tắc; chưa xét địa hình, chưa kiểm tra tuyến truyền dẫn.\n\n",
                "  New sites are believed to cover the rule's range disc; terrain and the clearance of hops are not looked at yet.\n\n")
        return text
    }

    /// What is done at a place.
    private func work(_ site: PlanDocument.ProposedSite) -> String {
        if site.option.hasPrefix(OptionDesign.Work.upgrade.rawValue) { return say("nâng cấp", "upgrade") }
        if site.option.hasPrefix(OptionDesign.Work.raisedMast.rawValue) { return say("nâng cột", "higher mast") }
        if site.option.hasPrefix(OptionDesign.Work.sharedMast.rawValue) { return say("dùng chung cột", "shared mast") }
        return say("cột mới", "new mast")
    }

    /// What the plan saves, and what more money would bring.
    private func worth(_ plan: PlanDocument, _ numbers: HumanNumbers) -> String {
        var text = ""
        if let naive = plan.naive, naive.masts > 0, naive.savingVND > 0 {
            let percent = numbers.fixed(100 * Double(naive.savingVND) / Double(max(1, naive.costVND)), decimals: 1) + " %"
            text += say(
                "  Dựng cột ở từng thôn (\(numbers.count(naive.masts)) thôn) tốn \(numbers.money(naive.costVND)): phương án này tiết kiệm \(numbers.money(naive.savingVND)) (\(percent)).\n",
                "  A mast in each of these \(numbers.counted(naive.masts, "village")) would cost \(numbers.money(naive.costVND)): the plan saves \(numbers.money(naive.savingVND)) (\(percent)).\n"
            )
        }
        if let least = plan.shares.min(by: {
            Int128($0.coveredAfter) * Int128(max(1, $1.households)) < Int128($1.coveredAfter) * Int128(max(1, $0.households))
        }) {
            func share(_ part: Int64) -> String { numbers.percent(Int(part), of: Int(least.households)) }
            text += say(
                "  Nhóm được phủ ít nhất: \(least.group), \(share(least.coveredBefore)) → \(share(least.coveredAfter)) số hộ (tối thiểu \(numbers.fixed(least.minimumPercent, decimals: 1)) %).\n",
                "  The group with the least coverage: \(least.group), \(share(least.coveredBefore)) → \(share(least.coveredAfter)) of its households (at least \(numbers.fixed(least.minimumPercent, decimals: 1)) % wanted).\n"
            )
        }
        if let more = plan.answers.householdsPerFurtherBillionVND {
            let about = numbers.fixed(more, decimals: 1)
            text += say(
                "  Thêm một tỷ đồng phủ thêm được khoảng \(about) hộ (ước lượng theo cận).\n",
                "  A further billion VND would bring about \(about) households (an estimate from the bound).\n")
        }
        return text.isEmpty ? "" : text + "\n"
    }

    private func result(_ plan: PlanDocument, _ numbers: HumanNumbers) -> String {
        let (before, after) = (numbers.count(dead(plan.villages.before)), numbers.count(dead(plan.villages.after)))
        let households = numbers.count(plan.households.after.covered - plan.households.before.covered)
        let money = numbers.money(plan.costVND)
        let changed = plan.sites.count { $0.existingSite != nil }
        if changed > 0 {
            let new = plan.sites.count - changed
            return say(
                "\(numbers.count(new)) trạm mới, \(numbers.count(changed)) trạm nâng cấp hoặc dùng chung, \(money); thôn thiếu sóng \(before) → \(after); hộ được phủ thêm \(households)",
                "\(numbers.counted(new, "new site")), \(numbers.counted(changed, "site")) upgraded or shared, \(money); dead zones \(before) → \(after); households newly covered \(households)"
            )
        }
        return say(
            "\(numbers.count(plan.sites.count)) trạm mới, \(money); thôn thiếu sóng \(before) → \(after); hộ được phủ thêm \(households)",
            "\(numbers.counted(plan.sites.count, "new site")), \(money); dead zones \(before) → \(after); households newly covered \(households)"
        )
    }

    /// Which lines can be microwave hops.
    private func hops(_ plan: PlanDocument, _ numbers: HumanNumbers) -> String {
        let linked = plan.sites.compactMap(\.link)
        if !linked.isEmpty {
            func count(_ kind: BackhaulKind) -> String { numbers.count(linked.count { $0 == kind }) }
            let longest = plan.sites.map(\.chain.count).max() ?? 0
            let relays = plan.sites.count { $0.villagesGained.isEmpty }
            return say(
                "  Truyền dẫn: \(count(.microwave)) tuyến vi ba, \(count(.fibre)) tuyến cáp quang, \(count(.satellite)) trạm vệ tinh; chuỗi dài nhất \(longest) chặng; \(numbers.count(relays)) trạm chỉ chuyển tiếp.\n",
                "  Backhaul: microwave \(count(.microwave)), fibre \(count(.fibre)), satellite \(count(.satellite)); the longest chain has \(numbers.counted(longest, "link")); relays alone: \(numbers.count(relays)).\n"
            )
        }
        let hops = plan.sites.compactMap(\.hop)
        guard !hops.isEmpty else { return "" }
        let (direct, other) = (hops.count { $0.verdict == .clear }, hops.count { $0.verdict != .clear && $0.clearParent != nil })
        return say(
            "  Tuyến vi ba thông thoáng tới trạm gần nhất: \(direct)/\(hops.count); tới một trạm khác: \(other); còn lại cần cáp quang: \(hops.count - direct - other).\n",
            "  A microwave hop is clear to the nearest site for \(direct) of \(hops.count), to another site for \(other); \(hops.count - direct - other) need fibre.\n"
        )
    }

    /// Why a plan proposes nothing although villages are without signal; nil when it proposes something, or nothing is needed.
    private func nothing(_ plan: PlanDocument) -> String? {
        guard plan.sites.isEmpty, dead(plan.villages.before) > 0 else { return nil }
        if plan.greedyCurve.isEmpty || plan.isMinimising {
            return say("Không vị trí nào phủ thêm được hộ nào.", "No candidate brings anything.")
        }
        if plan.sitesLimit != nil { return say("Số trạm này không cho phép xây gì.", "This number of sites allows nothing.") }
        return say("Ngân sách này không đủ cho vị trí có ích nào.", "Nothing useful is affordable within this budget.")
    }

    private func unreachable(_ villages: [PlanDocument.Unreachable], _ numbers: HumanNumbers, _ lead: String) -> String {
        guard !villages.isEmpty else { return "" }
        var text = "  \(lead) " + say("\(numbers.count(villages.count)) thôn", numbers.counted(villages.count, "village")) + ":\n"
        for village in villages.prefix(unreachableShown) {
            let distance = village.nearestCandidateMeters.map {
                say(", vị trí gần nhất cách ", ", nearest candidate ") + numbers.fixed($0 / 1000, decimals: 1) + " km"
            }
            text += "    \(village.name)\(village.commune.isEmpty ? "" : " (\(village.commune))")\(distance ?? "")\n"
        }
        if villages.count > unreachableShown { text += "    …\n" }
        return text + "\n"
    }

    private func dead(_ counts: GapSummary.Counts) -> Int { counts.partial + counts.uncovered }

    private func goal(_ plan: PlanDocument, _ numbers: HumanNumbers) -> String {
        if let sites = plan.sitesLimit {
            return say("nhiều hộ nhất với \(numbers.count(sites)) trạm", "most households with \(numbers.counted(sites, "site"))")
        }
        if let budget = plan.budgetVND {
            return say("nhiều hộ nhất với \(numbers.money(budget))", "most households for \(numbers.money(budget))")
        }
        if let share = plan.sharePercent {
            let percent = numbers.fixed(share, decimals: share == share.rounded() ? 0 : 2) + " %"
            return say(
                "phủ \(percent) số hộ của các thôn thiếu sóng, ít tiền nhất",
                "cover \(percent) of the dead zones' households at the least cost")
        }
        return say("phủ mọi thôn phủ tới được, ít tiền nhất", "cover every reachable village at the least cost")
    }

    /// Who has proven it: this program, or a solver by name and version.
    private func proof(_ plan: PlanDocument) -> String {
        plan.proof == "own" ? say("chương trình tự chứng minh", "own") : plan.proof ?? "–"
    }

    private func status(_ plan: PlanDocument, _ numbers: HumanNumbers) -> String {
        let isMoney = plan.isMinimising
        func amount(_ value: Int64) -> String {
            isMoney ? numbers.money(value) : say("\(numbers.count(value)) hộ", numbers.counted(value, "household"))
        }
        switch plan.status {
        case .optimal:
            return say(
                "tối ưu đã chứng minh: \(amount(plan.objective)) (chứng minh: \(proof(plan)); cận của chương trình: \(amount(plan.bound)))",
                "proven optimal: \(amount(plan.objective)) (proof: \(proof(plan)); our own bound: \(amount(plan.bound)))")
        case .feasible, .timeLimit:
            guard plan.hasPlan else { return say("chưa có phương án nào: ", "no plan yet: ") + reason(plan) }
            let why = plan.reasonCode == nil ? "" : " (\(reason(plan)))"
            let found = say("phương án tốt nhất tìm được: ", "best plan found: ") + amount(plan.objective)
            // Such a bound only says that nobody has looked yet.
            if plan.boundSource == "trivial" { return found + say(", chưa có cận", ", no bound yet") + why }
            let gap = numbers.fixed(plan.gap * 100, decimals: 2)
            return found + say(", cận \(amount(plan.bound)), cách biệt \(gap) %", ", bound \(amount(plan.bound)), gap \(gap) %") + why
        case .infeasible:
            return say("không khả thi: ", "infeasible: ") + reason(plan)
        }
    }

    /// The reason in the reader's language, with the names of the villages concerned.
    private func reason(_ plan: PlanDocument) -> String {
        let shown = 10
        let names = plan.reasonVillageNames.prefix(shown).joined(separator: ", ") + (plan.reasonVillageNames.count > shown ? " …" : "")
        let label = plan.reasonCode?.label.text(language) ?? plan.reason ?? ""
        return label + (names.isEmpty ? "" : ": \(names)")
    }
}
