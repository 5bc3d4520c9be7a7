import Candidates
import Planning
import Scenarios

extension ReportSections {
    /// What the money is for.
    func planCosts(_ plan: PlanDocument) -> ReportSection? {
        guard !content.proposals.isEmpty else { return nil }
        var blocks: [ReportBlock] = []
        if !content.isForOperator {
            let sums = costParts.map { part in (part, plan.sites.reduce(Int64(0)) { $0 &+ part.amount($1.costParts) }) }
            blocks.append(
                .table(
                    id: "table-costs", caption: say("Chi phí của phương án theo khoản mục", "What the plan's cost is made of"),
                    HTMLTable(
                        [
                            .init("\(say("Khoản mục", "Part"))", .head), .init("\(say("Số tiền (đồng)", "Amount (VND)"))", .number),
                            .init("%", .number),
                        ],
                        sums.map { part, sum in
                            ["\(words.say(part.label))", "\(count(sum))", "\(words.numbers.percent(Int(sum), of: Int(plan.costVND)))"]
                        },
                        foot: ["\(say("Tổng số", "Total"))", "\(count(plan.costVND))", ""])))
        }
        blocks.append(
            .referring {
                "<p>\(say("Chi phí từng vị trí theo khoản mục:", "The cost of each site by part:")) \($0.annex("annex-costs")).</p>\n"
            })
        if let costs = content.background.project?.plan.costs { blocks += prices(costs) }
        return ReportSection("plan-costs", say("Chi phí", "Cost"), blocks)
    }

    /// The cost of each site by part.
    var costAnnex: ReportSection? {
        guard content.plan?.hasPlan ?? false, !content.proposals.isEmpty else { return nil }
        let parts = costParts
        let table = HTMLTable(
            [.init("\(say("TT", "Rank"))", .number), .init("\(say("Vị trí", "Place"))", .head)]
                + parts.map { .init("\(words.say($0.label))", .number) } + [.init("\(say("Cộng", "Sum"))", .number)],
            content.proposals.map { site in
                [cell(site.rank), "\(site.name)"]
                    + parts.map { part in
                        site.costVND == nil && part == .transmission ? cost(nil) : millions(site.costParts[part] ?? 0)
                    } + [site.costVND.map(millions) ?? cost(nil)]
            }, classes: "small places")
        return ReportSection(
            "annex-costs", say("Chi phí từng vị trí theo khoản mục", "Cost of each site by part"),
            [
                .table(
                    id: "table-cost-parts",
                    caption: say("Chi phí từng vị trí theo khoản mục (triệu đồng)", "Cost of each site by part (million VND)"), table)
            ]
        ).annex(isWide: true)
    }

    /// The parts that anything costs.
    private var costParts: [ReportCostPart] {
        ReportCostPart.allCases.filter { part in content.proposals.contains { $0.costParts[part] != nil } }
    }

    /// Millions to the last đồng.
    private func millions(_ amount: Int64) -> HTML {
        let (whole, rest) = amount.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var text = (amount < 0 ? "−" : "") + count(whole)
        if rest > 0 {
            var digits = String(rest)
            digits = String(repeating: "0", count: 6 - digits.count) + digits
            while digits.hasSuffix("0") { digits.removeLast() }
            text += (words.isVietnamese ? "," : ".") + digits
        }
        return "\(text)"
    }

    private func prices(_ costs: CostTable) -> [ReportBlock] {
        func vnd(_ amount: Int64) -> HTML { "\(count(amount))" }
        var rows: [[HTML]] = costs.siteByMastHeight.map {
            [
                "\(say("Trạm mới, cột \(words.plain($0.mastHeightMeters)) m", "New site, mast of \(words.plain($0.mastHeightMeters)) m"))",
                vnd($0.costVND),
            ]
        }
        rows += costs.equipment.map {
            ["\(say("Thiết bị \($0.technology.rawValue) lắp thêm", "Equipment of \($0.technology.rawValue) added"))", vnd($0.costVND)]
        }
        rows.append(["\(say("Hệ thống điện mặt trời", "Solar power"))", vnd(costs.solarSurchargeVND)])
        rows.append(["\(say("Truyền dẫn cáp, mỗi km", "Transmission line, per km"))", vnd(costs.transmissionVNDPerKilometre)])
        if let grid = costs.gridExtensionVNDPerKilometre {
            rows.append(["\(say("Đường dây điện, mỗi km", "Power line, per km"))", vnd(grid)])
        }
        if costs.roadVNDPerKilometre > 0 {
            rows.append(["\(say("Đường vào trạm, mỗi km", "Access track, per km"))", vnd(costs.roadVNDPerKilometre)])
        }
        if let backhaul = content.background.project?.plan.backhaul {
            rows.append(["\(say("Một chặng vi ba (hai đầu)", "One microwave hop, both ends"))", vnd(backhaul.microwaveHopVND)])
            if backhaul.kinds.contains(.satellite) {
                rows.append(["\(say("Một trạm vệ tinh", "One satellite terminal"))", vnd(backhaul.satelliteVND)])
            }
        }
        if let operation = costs.operation {
            rows.append([
                "\(say("Vận hành trạm điện lưới, mỗi năm", "Running a site on the grid, per year"))", vnd(operation.gridVNDPerYear),
            ])
            rows.append([
                "\(say("Vận hành trạm điện mặt trời, mỗi năm", "Running a solar site, per year"))", vnd(operation.solarVNDPerYear),
            ])
            rows.append(["\(say("Vận hành phần lắp thêm, mỗi năm", "Running added equipment, per year"))", vnd(operation.addedVNDPerYear)])
        }
        let horizon = costs.operation.map {
            say(
                " Chi phí vận hành tính cho \(words.count($0.horizonYears)) năm, chiết khấu \(words.plain($0.discountRatePercent)) %/năm.",
                " Running costs are for \(words.count($0.horizonYears)) years at a discount rate of \(words.plain($0.discountRatePercent)) % a year."
            )
        }
        return [
            .table(
                id: "table-prices", caption: say("Đơn giá đã dùng (đồng, chưa gồm thuế)", "Prices used (VND, before taxes)"),
                HTMLTable([.init("\(say("Khoản", "Item"))", .head), .init("\(say("Đơn giá (đồng)", "Price (VND)"))", .number)], rows)),
            .note(
                "\(say("Chỉ mức 0,5 đến 1,0 tỷ đồng cho một trạm và khoảng 0,5 tỷ đồng cho mỗi km truyền dẫn là có nguồn báo chí (Tuyên Quang, 2025); các đơn giá mặc định còn lại là giả định và cần thay bằng giá hợp đồng.", "Only 0.5 to 1.0 billion VND for a site and about 0.5 billion for a kilometre of transmission are reported (press of Tuyên Quang, 2025); the other default prices are assumptions, to be replaced by contract prices.") + (horizon ?? ""))"
            ),
        ]
    }
}
