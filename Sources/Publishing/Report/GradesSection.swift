import Coverage
import Planning

extension ReportSections {
    /// Villages, households and people by grade, and by province where there are several.
    var grades: ReportSection {
        let summary = content.summary
        func row(_ label: String, _ number: (GapSummary.Counts) -> Int) -> [HTML] {
            [
                "\(label)", cell(number(summary.villages)),
                "\(words.numbers.percent(number(summary.villages), of: summary.villages.total))",
                cell(number(summary.households)), "\(words.numbers.percent(number(summary.households), of: summary.households.total))",
                cell(number(summary.population)),
            ]
        }
        let table = HTMLTable(
            [
                .init("\(say("Mức phủ sóng", "Grade"))", .head), .init("\(say("Số thôn", "Villages"))", .number), .init("%", .number),
                .init("\(say("Số hộ", "Households"))", .number), .init("%", .number), .init("\(say("Số dân", "People"))", .number),
            ],
            [
                row(words.capital(words.say(Grade.covered.label)), \.covered),
                row(words.capital(words.say(Grade.partial.label)), \.partial),
                row(words.capital(words.say(Grade.uncovered.label)), \.uncovered),
                row(words.capital(words.say(Grade.unknown.label)), \.unknown),
            ], foot: row(say("Tổng số", "Total"), \.total))
        var blocks: [ReportBlock] = [
            .table(id: "table-grades", caption: say("Thôn, hộ và dân theo mức phủ sóng", "Villages, households and people by grade"), table)
        ]
        if summary.notEligible > 0 {
            blocks.append(
                .note(
                    "\(say("Ngoài ra, \(count(summary.notEligible)) thôn không thuộc diện xét của quy tắc nên không có trong các bảng.", "Besides, the rule is not about \(words.numbers.counted(summary.notEligible, "village") + " of the tables"), which no table here counts."))"
                ))
        }
        return ReportSection("grades", say("Hiện trạng phủ sóng", "Coverage today"), blocks, [provinces])
    }

    private var provinces: ReportSection? {
        guard content.hasSeveralProvinces else { return nil }
        let summary = content.summary
        let rows = summary.byProvince.map { [("\($0.province)" as HTML)] + counts($0.villages, $0.households) }
        let table = HTMLTable(
            [.init("\(say("Tỉnh, thành phố", "Province"))", .head)] + countColumns, rows,
            foot: ["\(say("Tổng số", "Total"))"] + counts(summary.villages, summary.households), classes: "small")
        return ReportSection(
            "provinces", say("Theo tỉnh, thành phố", "By province"),
            [
                .table(
                    id: "table-provinces", caption: say("Thôn theo tỉnh, thành phố và mức phủ sóng", "Villages by province and grade"),
                    table)
            ])
    }

    /// Heads of the columns of ``counts(_:_:)``.
    var countColumns: [HTMLTable.Column] {
        [
            .init("\(say("Tổng số thôn", "Villages"))", .number), .init("\(say("Có sóng", "Covered"))", .number),
            .init("\(say("Lõm sóng", "Partly"))", .number), .init("\(say("Trắng sóng", "No signal"))", .number),
            .init("\(say("Chưa rõ", "Unknown"))", .number), .init("\(say("% có sóng", "% covered"))", .number),
            .init("\(say("Tổng số hộ", "Households"))", .number), .init("\(say("Hộ thiếu sóng", "Households in dead zones"))", .number),
        ]
    }

    /// Villages by grade, and households in dead zones.
    func counts(_ villages: GapSummary.Counts, _ households: GapSummary.Counts) -> [HTML] {
        [
            cell(villages.total), cell(villages.covered), cell(villages.partial), cell(villages.uncovered), cell(villages.unknown),
            "\(words.numbers.percent(villages.covered, of: villages.total))", cell(households.total),
            cell(households.partial + households.uncovered),
        ]
    }
}
