import Coverage
import Planning

extension ReportSections {
    /// Electricity, who pays, and what makes dead zones urgent.
    var conditions: ReportSection? {
        guard !content.deadZones.isEmpty else { return nil }
        return ReportSection(
            "conditions", say("Điện lưới, nguồn vốn, mức ưu tiên", "Electricity, funding, priority"), [], [electricity, funding, priority])
    }

    private func dead(_ kind: Electricity) -> [ReportVillage] { content.deadZones.filter { $0.electricity == kind } }

    private var electricity: ReportSection {
        let rows = Electricity.allCases.map { kind -> [HTML] in
            let villages = dead(kind)
            return [
                "\(words.capital(words.say(kind.label)))", cell(villages.count { $0.grade == .uncovered }),
                cell(villages.count { $0.grade == .partial }), cell(villages.reduce(0) { $0 &+ ($1.households ?? 0) }),
                cell(villages.count { $0.households.map { $0 < 50 } ?? false }),
            ]
        }
        return ReportSection(
            "electricity", say("Điện lưới", "Electricity"),
            [
                .table(
                    id: "table-electricity", caption: say("Thôn thiếu sóng theo tình trạng điện", "Dead zones by electricity"),
                    HTMLTable(
                        [
                            .init("\(say("Tình trạng điện", "Electricity"))", .head), .init("\(say("Trắng sóng", "No signal"))", .number),
                            .init("\(say("Lõm sóng", "Partly"))", .number), .init("\(say("Số hộ", "Households"))", .number),
                            .init("\(say("Thôn dưới 50 hộ", "Under 50 households"))", .number),
                        ], rows)),
                .note(
                    "\(say("Nơi chưa có điện lưới, trạm phải dùng điện mặt trời hoặc kéo đường dây, nên chi phí cao hơn.", "Without the grid a site needs solar power or a line of its own, which costs more."))"
                ),
            ])
    }

    private var funding: ReportSection? {
        guard content.deadZones.contains(where: { $0.funding != nil }) else { return nil }
        let rows = Funding.allCases.flatMap { funding in
            Electricity.allCases.compactMap { electricity -> [HTML]? in
                let villages = content.deadZones.filter { $0.funding == funding && $0.electricity == electricity }
                guard !villages.isEmpty else { return nil }
                return [
                    "\(words.capital(words.say(funding.label)))", "\(words.say(electricity.label))", cell(villages.count),
                    cell(villages.reduce(0) { $0 &+ ($1.households ?? 0) }),
                ]
            }
        }
        var blocks: [ReportBlock] = [
            .table(
                id: "table-funding", caption: say("Thôn thiếu sóng theo nguồn vốn", "Dead zones by who is to pay"),
                HTMLTable(
                    [
                        .init("\(say("Nguồn vốn", "Funding"))", .head), .init("\(say("Tình trạng điện", "Electricity"))"),
                        .init("\(say("Số thôn", "Villages"))", .number), .init("\(say("Số hộ", "Households"))", .number),
                    ], rows))
        ]
        let traits = (content.background.project?.funding ?? .standard).fundPaysFor.map { words.say($0.label) }.joined(separator: ", ")
        blocks.append(
            .note(
                "\(say("Quỹ chi cho thôn thuộc một trong các diện: \(traits). Thôn chưa có thông tin về các diện này được ghi là chưa rõ.", "The fund pays for villages that are one of: \(traits). Where that is not known of a village, it is put down as not known."))"
            ))
        return ReportSection("funding", say("Nguồn vốn", "Funding"), blocks)
    }

    private var priority: ReportSection? {
        let scored = content.deadZones.filter { $0.priority != nil }
        guard !scored.isEmpty else { return nil }
        var blocks: [ReportBlock] = []
        if let weights = content.background.project?.priority {
            let traits = weights.traits.sorted { $0.key < $1.key }.filter { $0.value != 0 }
            let rows: [[HTML]] =
                [["\(say("Mỗi hộ", "Each household"))", "\(words.plain(weights.household))", cell(scored.count)]]
                + traits.map { trait, points in
                    [
                        "\(words.capital(words.say(trait.label)))", "\(words.plain(points))",
                        cell(scored.count { $0.priorityParts.contains { $0.trait == trait } }),
                    ]
                }
            blocks.append(
                .table(
                    id: "table-priority",
                    caption: say("Điểm ưu tiên và số thôn thiếu sóng được tính", "Points of priority, and dead zones that have them"),
                    HTMLTable(
                        [
                            .init("\(say("Yếu tố", "What counts"))", .head), .init("\(say("Điểm", "Points"))", .number),
                            .init("\(say("Số thôn", "Villages"))", .number),
                        ], rows)))
        }
        blocks.append(
            .note(
                "\(say("Thứ tự ưu tiên là tổng các điểm. Hệ số là giả định của dự án; chưa có văn bản công khai nào quy định.", "The order of priority is the sum of the points. The weights are the project's own; no public text gives any."))"
            ))
        return ReportSection("priority", say("Mức ưu tiên", "Priority"), blocks)
    }
}
