import Planning
import Scenarios
import Siting

/// What a plan aims at, how good it is proven to be, and why, in whole sentences.
struct PlanSentences {
    private let plan: PlanDocument
    private let words: ReportWords

    init(_ plan: PlanDocument, _ words: ReportWords) {
        self.plan = plan
        self.words = words
    }

    /// What the plan was asked for.
    var goal: String {
        if let sites = plan.sitesLimit {
            return words.say(
                "phủ sóng cho nhiều hộ nhất với tối đa \(words.count(sites)) trạm",
                "cover most households with at most \(words.numbers.counted(sites, "site"))")
        }
        if let budget = plan.budgetVND {
            return words.say(
                "phủ sóng cho nhiều hộ nhất trong ngân sách \(words.money(budget))",
                "cover most households within a budget of \(words.money(budget))")
        }
        if let share = plan.sharePercent {
            let percent = words.plain(share)
            return words.say(
                "phủ sóng ít nhất \(percent) % số hộ của các thôn thiếu sóng với chi phí thấp nhất",
                "cover at least \(percent) % of the dead zones' households at the least cost")
        }
        return words.say(
            "phủ sóng mọi thôn thiếu sóng có thể phủ tới, với chi phí thấp nhất",
            "cover every dead zone that can be reached, at the least cost")
    }

    /// The goal as a sentence.
    var goalSentence: String { words.say("Mục tiêu: \(goal).", "Goal: \(goal).") }

    /// The status, plainly. Without amounts it may be read by anyone.
    var status: String {
        switch plan.status {
        case .optimal:
            return plan.isMinimising
                ? words.say(
                    "Phương án đã được chứng minh là tối ưu: không phương án nào đạt cùng mục tiêu với chi phí thấp hơn.",
                    "The plan is proven optimal: no plan reaches the same goal for less.")
                : words.say(
                    "Phương án đã được chứng minh là tối ưu: không phương án nào trong cùng giới hạn phủ được nhiều hộ hơn.",
                    "The plan is proven optimal: no plan within the same limits covers more households.")
        case .feasible, .timeLimit:
            guard plan.hasPlan else {
                return words.say(
                    "Chưa lập được phương án nào: \(reason). Phần này vì vậy không có đề xuất.",
                    "No plan was found yet: \(reason). There is therefore nothing proposed here.")
            }
            let stopped = reason.isEmpty ? "" : words.say(" (\(reason))", " (\(reason))")
            return words.say(
                "Việc tìm kiếm đã dừng trước khi chứng minh xong\(stopped). Phương án dưới đây là phương án tốt nhất tìm được, hợp lệ với mọi điều kiện, nhưng chưa chắc là tốt nhất.",
                "The search stopped before the proof was complete\(stopped). The plan below is the best one found; it keeps every condition, and may not be the best there is."
            )
        case .infeasible:
            return words.say(
                "Không có phương án nào thoả mãn mọi điều kiện: \(reason). Phần này vì vậy không có đề xuất; cần nới điều kiện rồi lập lại.",
                "No plan keeps all conditions: \(reason). There is therefore nothing proposed here; loosen a condition and plan again.")
        }
    }

    /// What the bound says and who proved it; nil without a plan.
    var bound: String? {
        guard plan.hasPlan else { return nil }
        if plan.boundSource == "trivial", plan.status != .optimal {
            return words.say("Chưa có cận nào để đánh giá phương án.", "There is no bound yet to judge the plan by.")
        }
        let ceiling =
            plan.isMinimising
            ? words.say(
                "Cận dưới đã chứng minh: mọi phương án đạt mục tiêu này đều tốn ít nhất \(exact(plan.bound)).",
                "Proven lower bound: every plan that reaches this goal costs at least \(exact(plan.bound)).")
            : words.say(
                "Cận trên đã chứng minh: không phương án nào trong cùng giới hạn phủ thêm được quá \(exact(plan.bound)).",
                "Proven upper bound: no plan within the same limits newly covers more than \(exact(plan.bound)).")
        let value =
            plan.isMinimising
            ? words.say("Phương án này tốn \(exact(plan.objective)).", "This plan costs \(exact(plan.objective)).")
            : words.say("Phương án này phủ thêm \(exact(plan.objective)).", "This plan newly covers \(exact(plan.objective)).")
        // Of nothing, a share says nothing.
        let gap =
            plan.objective > 0
            ? words.say(
                "Chênh lệch so với cận: \(words.numbers.fixed(plan.gap * 100, decimals: 2)) %.",
                "Distance from the bound: \(words.numbers.fixed(plan.gap * 100, decimals: 2)) %.") : nil
        return [value, ceiling, gap, proof].compactMap { $0 }.joined(separator: " ")
    }

    /// Who proved optimality; nil where nobody did.
    private var proof: String? {
        guard plan.status == .optimal, let proof = plan.proof else { return nil }
        if proof == "own" {
            return words.say(
                "Chứng minh bằng cận của chính phần mềm, ai cũng tính lại được từ tệp bound.json.",
                "Proven by the program's own bound, which anyone can recompute from bound.json.")
        }
        return words.say(
            "Tính tối ưu do bộ giải \(proof) chứng minh; cận của phần mềm nêu bên cạnh để đối chiếu.",
            "Optimality is proven by the solver \(proof); the program's own bound stands beside it.")
    }

    /// An amount of what is optimised, to the last digit.
    private func exact(_ amount: Int64) -> String {
        plan.isMinimising
            ? words.say("\(words.count(amount)) đồng", "\(words.count(amount)) VND")
            : words.say("\(words.count(amount)) hộ", words.numbers.counted(amount, "household"))
    }

    /// Why the plan is not optimal or not there, with the villages concerned; empty when nothing is stated.
    private var reason: String {
        let label = plan.reasonCode.map { words.say($0.label) } ?? plan.reason ?? ""
        guard !plan.reasonVillageNames.isEmpty else { return label }
        return label + ": " + words.names(plan.reasonVillageNames, atMost: 20)
    }
}
