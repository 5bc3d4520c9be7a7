import Planning
import Scenarios

extension ReportSections {
    /// What more money would bring; nothing for an operator, since it speaks of everybody's sites.
    func planMoney(_ plan: PlanDocument) -> ReportSection? {
        guard !content.isForOperator, plan.greedyCurve.count > 1 else { return nil }
        var blocks: [ReportBlock] = []
        if let more = plan.answers.householdsPerFurtherBillionVND {
            blocks.append(
                .paragraph(
                    "\(say("Theo bài toán nới lỏng của cận, thêm một tỷ đồng ngân sách phủ thêm được khoảng \(words.numbers.fixed(more, decimals: 2)) hộ (giá bóng của ngân sách: một ước lượng, không phải giới hạn).", "By the relaxation behind the bound, a further billion VND brings about \(words.numbers.fixed(more, decimals: 2)) households (the shadow price of the budget: an estimate, not a limit)."))"
                ))
        }
        let short = plan.answers.candidates.filter { $0.reason == .overBudget && $0.shortVND > 0 }
            .sorted { ($0.shortVND, $1.weightGained, $0.id) < ($1.shortVND, $0.weightGained, $1.id) }.prefix(5)
        if !short.isEmpty {
            blocks.append(
                .table(
                    id: "table-short",
                    caption: say("Các vị trí tiếp theo nếu được bổ sung kinh phí", "What could be had next for a little more"),
                    HTMLTable(
                        [
                            .init("\(say("Vị trí", "Place"))", .head), .init("\(say("Hạng mục", "Work"))"),
                            .init("\(say("Còn thiếu (đồng)", "Missing (VND)"))", .number),
                            .init("\(say("Chi phí (đồng)", "Cost (VND)"))", .number), .init("\(say("Hộ phủ thêm", "Households"))", .number),
                        ],
                        short.map {
                            ["\($0.id)", "\(words.work($0.option))", cell($0.shortVND), cell($0.costVND), cell($0.weightGained)]
                        })))
        }
        blocks.append(
            .figure(
                id: "chart-money",
                caption: say(
                    "Số hộ phủ thêm theo chi phí, lần lượt thêm vị trí có hiệu quả cao nhất",
                    "Households newly covered by cost, the best place first"),
                svg: GainChart(plan: plan, gained: gainedHouseholds(plan), words: words).document()))
        return ReportSection("plan-money", say("Hiệu quả khi tăng kinh phí", "What more money brings"), blocks)
    }

    /// What a mast in every village would cost.
    func planNaive(_ plan: PlanDocument) -> ReportSection? {
        guard !content.isForOperator, let naive = plan.naive, naive.masts > 0 else { return nil }
        let percent = words.numbers.percent(Int(naive.savingVND), of: max(1, Int(naive.costVND)))
        let result =
            naive.savingVND >= 0
            ? say(
                "Phương án tiết kiệm \(count(naive.savingVND)) đồng (\(percent)).",
                "The plan saves \(count(naive.savingVND)) VND (\(percent)).")
            : say(
                "Phương án này tốn hơn \(count(naive.savingVND.magnitude)) đồng.",
                "The plan costs \(count(naive.savingVND.magnitude)) VND more.")
        return ReportSection(
            "plan-naive", say("So sánh với phương án dựng cột tại từng thôn", "Against a mast in each village"),
            [
                .paragraph(
                    "\(say("Nếu dựng một cột tại trung tâm mỗi thôn được phủ thêm thì cần \(count(naive.masts)) cột, tốn \(count(naive.costVND)) đồng. \(result)", "A mast in the centre of each village gained would be \(words.numbers.counted(naive.masts, "mast")) for \(count(naive.costVND)) VND. \(result)"))"
                )
            ])
    }

    /// What stays dark: out of reach, or not in the plan.
    func planLeft(_ plan: PlanDocument) -> ReportSection? {
        let unreachable = Set(plan.unreachable.map(\.id))
        let left = content.isForOperator ? [] : content.villagesAfter.filter { $0.grade.isDeadZone && !unreachable.contains($0.id) }
        guard !plan.unreachable.isEmpty || !left.isEmpty else { return nil }
        var blocks: [ReportBlock] = []
        if !plan.unreachable.isEmpty { blocks += unreachableBlocks(plan) }
        if !left.isEmpty {
            let answers = Dictionary(plan.answers.deadZones.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let ranks = Dictionary(content.deadZones.map { ($0.id, $0.rank ?? .max) }, uniquingKeysWith: { first, _ in first })
            blocks.append(
                .table(
                    id: "table-left", caption: say("Thôn thiếu sóng chưa có trong phương án", "Dead zones that are not in the plan"),
                    HTMLTable(
                        [
                            .init("\(say("Thôn, bản", "Village"))", .head), .init("\(say("Xã, phường", "Commune"))"),
                            .init("\(say("Số hộ", "Households"))", .number), .init("\(say("Vị trí rẻ nhất phủ tới", "Cheapest place"))"),
                            .init("\(say("Chi phí (đồng)", "Cost (VND)"))", .number),
                        ],
                        left.sorted { (ranks[$0.id] ?? .max, $0.id) < (ranks[$1.id] ?? .max, $1.id) }.map { village in
                            let answer = answers[village.id]
                            return [
                                "\(village.name)", "\(village.commune)", cell(village.households), "\(answer?.cheapestCandidate ?? "–")",
                                cell(answer?.cheapestCostVND),
                            ]
                        }, classes: "small")))
        }
        return ReportSection("plan-left", say("Thôn còn thiếu sóng", "What stays dark"), blocks)
    }

    private func unreachableBlocks(_ plan: PlanDocument) -> [ReportBlock] {
        var columns: [HTMLTable.Column] = [
            .init("\(say("Thôn, bản", "Village"))", .head), .init("\(say("Xã, phường", "Commune"))"),
            .init("\(say("Số hộ", "Households"))", .number),
        ]
        // The reason and the nearest place may rest on a mast that the operator may not see.
        if !content.isForOperator {
            columns += [
                .init("\(say("Lý do", "Reason"))"), .init("\(say("Vị trí gần nhất", "Nearest place"))"),
                .init("\(say("Cự ly (km)", "km"))", .number),
            ]
        }
        let rows = plan.unreachable.map { village -> [HTML] in
            var cells: [HTML] = ["\(village.name)", "\(village.commune)", cell(village.households)]
            if !content.isForOperator {
                cells += [
                    "\(words.unreachable(village.reason))", "\(village.nearestCandidate ?? "–")",
                    "\(village.nearestCandidateMeters.map { words.numbers.fixed($0 / 1000, decimals: 1) } ?? "–")",
                ]
            }
            return cells
        }
        var blocks: [ReportBlock] = [
            .table(
                id: "table-unreachable", caption: say("Thôn mà không vị trí riêng lẻ nào phủ tới", "Villages that no single place reaches"),
                HTMLTable(columns, rows, classes: "small"))
        ]
        let ids = Set(plan.unreachable.map(\.id))
        let together = content.villagesAfter.filter { $0.grade == .covered && ids.contains($0.id) }.map(\.name)
        if !together.isEmpty {
            blocks.append(
                .note(
                    "\(say("Trong số này, các trạm đề xuất cùng nhau vẫn phủ tới: \(words.names(together, atMost: 20)).", "Of these, the proposed sites cover together: \(words.names(together, atMost: 20))."))"
                ))
        }
        return blocks
    }
}
