import Coverage
import Planning
import Scenarios

extension ReportSections {
    /// The plan: what it brings, how good it is, where to build, for how much, and what stays dark.
    var plan: ReportSection? {
        guard let plan = content.plan else { return nil }
        let lead: [ReportBlock] =
            content.isForOperator ? operatorLead(plan) : [.paragraph("\(PlanSentences(plan, words).goalSentence)")]
        guard plan.hasPlan else {
            return ReportSection(
                "plan", planTitle, lead + [.html("<div class=\"notice\"><p>\(PlanSentences(plan, words).status)</p></div>\n")])
        }
        return ReportSection(
            "plan", planTitle, lead,
            [planQuality(plan), planEffect(plan), planSites, planCosts(plan), planLinks, planMoney(plan), planNaive(plan), planLeft(plan)])
    }

    private var planTitle: String {
        content.proposals.contains { $0.existingSite == nil } || content.proposals.isEmpty
            ? say("Đề xuất xây dựng trạm BTS", "Proposed base stations")
            : say("Đề xuất nâng cấp trạm BTS", "Proposed upgrades")
    }

    private func operatorLead(_ plan: PlanDocument) -> [ReportBlock] {
        [
            .paragraph("\(PlanSentences(plan, words).goalSentence)"),
            .note(
                "\(say("Bản này chỉ nêu các vị trí giao cho nhà mạng nhận báo cáo hoặc chưa giao cho nhà mạng nào. Không nêu tổng chi phí, giá trị mục tiêu và cận của cả phương án, vì từ đó có thể suy ra thông tin về trạm của nhà mạng khác.", "Only places that are this operator's, or not assigned, are shown. What the whole plan costs, its objective and its bound are left out, since more about others' sites could be worked out from them."))"
            ),
        ]
    }

    /// Households in villages that become covered.
    func gainedHouseholds(_ plan: PlanDocument) -> Int { plan.households.after.covered &- plan.households.before.covered }

    /// The result in one sentence.
    func planResult(_ plan: PlanDocument) -> String {
        guard plan.hasPlan else { return "" }
        guard !plan.sites.isEmpty else {
            return words.say("Phương án không đề xuất trạm nào; hiện trạng không thay đổi.", "The plan proposes no site; nothing changes.")
        }
        let new = plan.sites.count { $0.existingSite == nil }
        let changed = plan.sites.count - new
        func dead(_ counts: GapSummary.Counts) -> String { count(counts.partial &+ counts.uncovered) }
        let (before, after) = (dead(plan.villages.before), dead(plan.villages.after))
        let works =
            changed > 0
            ? say(
                " và nâng cấp hoặc dùng chung \(count(changed)) trạm", " and \(words.numbers.counted(changed, "site")) upgraded or shared")
            : ""
        return say(
            "Phương án gồm \(count(new)) trạm xây mới\(works), tổng chi phí \(words.money(plan.costVND)), phủ sóng thêm cho \(count(gainedHouseholds(plan))) hộ; số thôn thiếu sóng giảm từ \(before) còn \(after).",
            "The plan has \(words.numbers.counted(new, "new site"))\(works), costs \(words.money(plan.costVND)) and newly covers \(words.numbers.counted(gainedHouseholds(plan), "household")); dead zones go from \(before) to \(after)."
        )
    }

    private func planQuality(_ plan: PlanDocument) -> ReportSection {
        let sentences = PlanSentences(plan, words)
        var blocks: [ReportBlock] = [.paragraph("\(sentences.status)")]
        if !content.isForOperator, let bound = sentences.bound { blocks.append(.paragraph("\(bound)")) }
        return ReportSection("plan-quality", say("Mức độ tối ưu", "How good the plan is"), blocks)
    }

    private func planEffect(_ plan: PlanDocument) -> ReportSection? {
        guard !content.isForOperator else { return nil }
        let pairs = [plan.villages, plan.households, plan.population]
        func row(_ grade: Grade, _ number: (GapSummary.Counts) -> Int) -> [HTML] {
            ["\(words.capital(words.say(grade.label)))"] + pairs.flatMap { [cell(number($0.before)), cell(number($0.after))] }
        }
        let heads = [say("Thôn", "Villages"), say("Hộ", "Households"), say("Dân", "People")].flatMap { thing -> [HTMLTable.Column] in
            [
                .init("\(thing): \(say("hiện trạng", "today"))", .number),
                .init("\(thing): \(say("khi có phương án", "with the plan"))", .number),
            ]
        }
        var blocks: [ReportBlock] = [
            .paragraph("\(planResult(plan))"),
            .table(
                id: "table-effect", caption: say("Hiện trạng và kết quả khi thực hiện phương án", "Today and with the plan"),
                HTMLTable(
                    [.init("\(say("Mức phủ sóng", "Grade"))", .head)] + heads,
                    [
                        row(.covered, \.covered), row(.partial, \.partial), row(.uncovered, \.uncovered), row(.unknown, \.unknown),
                    ])),
        ]
        if let map = ReportMap(content, kind: .planned) {
            blocks.append(
                .figure(
                    id: "map-plan",
                    caption: say("Vị trí đề xuất và mức phủ sóng khi thực hiện phương án", "Proposed sites, and villages with the plan"),
                    svg: map.document()))
        }
        return ReportSection("plan-effect", say("Kết quả", "What it brings"), blocks)
    }

    private var planSites: ReportSection {
        guard !content.proposals.isEmpty else {
            return ReportSection(
                "plan-sites", say("Vị trí đề xuất", "Proposed sites"),
                [.paragraph("\(say("Phương án không đề xuất vị trí nào.", "The plan proposes no site."))")])
        }
        var blocks: [ReportBlock] = []
        if let extent = extent(of: content.proposals.count, order: say("hiệu quả phủ sóng", "what they bring"), annex: "annex-sites") {
            blocks.append(extent)
        }
        blocks.append(
            .table(
                id: "table-sites", caption: say("Vị trí đề xuất, xếp theo hiệu quả phủ sóng", "Proposed sites, by what they bring"),
                siteTable(inBody(content.proposals))))
        if content.isForOperator, let map = ReportMap(content, kind: .planned) {
            blocks.append(.figure(id: "map-plan", caption: say("Vị trí đề xuất", "Proposed sites"), svg: map.document()))
        }
        blocks.append(
            .referring {
                let text = say(
                    "“Thôn” và “hộ”: phủ thêm so với các trạm xếp trước. “Chỉ nhờ trạm này”: hộ sẽ mất sóng nếu bỏ trạm. Toạ độ WGS 84. Tên các thôn:",
                    "Villages and households: beyond what sites of a better rank cover. “Only by it”: what would be lost without it. Coordinates are WGS 84. The villages by name:"
                )
                return "<p class=\"note\">\(text) \($0.annex("annex-gained")).</p>\n"
            })
        return ReportSection("plan-sites", say("Vị trí đề xuất", "Proposed sites"), blocks)
    }

    /// All proposed sites, where the body shows only the first ones.
    var siteAnnex: ReportSection? {
        guard content.plan?.hasPlan ?? false, content.proposals.count > Self.wholeUpTo else { return nil }
        return ReportSection(
            "annex-sites", say("Danh sách đầy đủ vị trí đề xuất", "All proposed sites"),
            [
                .table(
                    id: "table-sites-all", caption: say("Mọi vị trí đề xuất, xếp theo hiệu quả phủ sóng", "All proposed sites"),
                    siteTable(content.proposals))
            ]
        ).annex()
    }

    private func siteTable(_ sites: [ReportSite]) -> HTMLTable {
        let hasBuilders = content.proposals.contains { !$0.operators.isEmpty }
        var columns: [HTMLTable.Column] = [
            .init("\(say("TT", "Rank"))", .number), .init("\(say("Vị trí", "Place"))", .head), .init("\(say("Hạng mục", "Work"))"),
        ]
        if hasBuilders { columns.append(.init("\(say("Nhà mạng", "Operator"))")) }
        columns += [
            .init("\(say("Kinh độ", "Lon"))", .number), .init("\(say("Vĩ độ", "Lat"))", .number),
            .init("\(say("Cột (m)", "Mast (m)"))", .number),
            .init("\(say("Nguồn điện", "Power"))", .short), .init("\(say("Chi phí (đồng)", "Cost (VND)"))", .number),
            .init("\(say("Thôn", "Villages"))", .number), .init("\(say("Hộ", "House­holds"))", .number),
            .init("\(say("Hộ chỉ nhờ trạm này", "Only by it"))", .number),
        ]
        return HTMLTable(
            columns,
            sites.map { site in
                var cells: [HTML] = [cell(site.rank), "\(site.name)", "\(words.work(site.option))"]
                if hasBuilders {
                    cells.append(
                        "\(site.operators.isEmpty ? say("chưa giao", "none") : site.operators.map(words.operatorName).joined(separator: " + "))"
                    )
                }
                cells += [
                    "\(words.numbers.fixed(site.place.longitude, decimals: 5))", "\(words.numbers.fixed(site.place.latitude, decimals: 5))",
                    "\(words.plain(site.mastHeightMeters))", "\(site.isSolar ? say("mặt trời", "solar") : say("điện lưới", "grid"))",
                    cost(site.costVND), cell(site.villagesGained.count), cell(site.householdsGained), cell(site.householdsExclusive),
                ]
                return cells
            }, classes: "small places")
    }

    /// A cost, or that it is not told.
    func cost(_ amount: Int64?) -> HTML {
        amount.map { "\(count($0))" } ?? (content.isForOperator ? "\(say("không nêu", "not told"))" : "–")
    }

    /// The villages that each site gains, by name.
    var gainedAnnex: ReportSection? {
        guard content.plan?.hasPlan ?? false, !content.proposals.isEmpty else { return nil }
        return ReportSection(
            "annex-gained", say("Thôn được phủ thêm theo từng vị trí", "Villages gained by each site"),
            [
                .table(
                    id: "table-gained",
                    caption: say("Thôn được phủ thêm theo từng vị trí đề xuất", "Villages gained by each proposed site"),
                    HTMLTable(
                        [
                            .init("\(say("TT", "Rank"))", .number), .init("\(say("Vị trí", "Place"))", .head),
                            .init("\(say("Công nghệ, băng tần", "Technology, band"))"), .init("\(say("Hướng anten", "Azimuths"))"),
                            .init("\(say("Thôn được phủ thêm", "Villages gained"))"),
                        ],
                        content.proposals.map { site in
                            [
                                cell(site.rank), "\(site.name)",
                                "\(site.technologies.joined(separator: ", ")); \(site.bandsMHz.joined(separator: ", ")) MHz",
                                "\(site.azimuthsDegrees.map { $0 + "°" }.joined(separator: ", "))",
                                "\(site.villagesGained.isEmpty ? say("(chỉ chuyển tiếp)", "(relay alone)") : site.villagesGained.map(content.name).joined(separator: ", "))",
                            ]
                        }, classes: "small places"))
            ]
        ).annex()
    }
}
