import Coverage
import Planning

extension ReportSections {
    /// Why villages are dark: not for an operator, since it rests on everybody's sites.
    var reasons: ReportSection? {
        let rows = content.summary.byReason.filter { $0.grade.isDeadZone || $0.grade == .unknown }
        guard !rows.isEmpty else { return nil }
        let total = rows.reduce(0) { $0 + $1.villages }
        let table = HTMLTable(
            [
                .init("\(say("Nguyên nhân", "Reason"))", .head), .init("\(say("Mức phủ sóng", "Grade"))"),
                .init("\(say("Số thôn", "Villages"))", .number), .init("%", .number),
            ],
            rows.map {
                [
                    "\(words.capital(words.say($0.reason.label)))", "\(words.say($0.grade.label))", cell($0.villages),
                    "\(words.numbers.percent($0.villages, of: total))",
                ]
            }, foot: ["\(say("Tổng số", "Total"))", "", cell(total), ""])
        var bars: [BarChart.Row] = []
        for reason in Reason.allCases {
            let (dark, partly) = (villages(reason, .uncovered), villages(reason, .partial))
            if dark + partly > 0 { bars.append(.init(label: words.capital(words.say(reason.label)), values: [dark, partly])) }
        }
        var blocks: [ReportBlock] = [
            .table(
                id: "table-reasons",
                caption: say("Nguyên nhân thiếu sóng hoặc chưa kết luận được", "Why villages are dead zones or unknown"), table)
        ]
        if !bars.isEmpty {
            blocks.append(
                .figure(
                    id: "chart-reasons", caption: say("Thôn thiếu sóng theo nguyên nhân", "Dead zones by reason"),
                    svg: BarChart(
                        id: "chart-reasons-title", title: say("Thôn thiếu sóng theo nguyên nhân", "Dead zones by reason"),
                        series: gradeSeries,
                        rows: bars.sorted { ($1.values.reduce(0, +), $0.label) < ($0.values.reduce(0, +), $1.label) }, words: words
                    ).document()))
        }
        return ReportSection("reasons", say("Nguyên nhân thiếu sóng", "Why there is no signal"), blocks)
    }

    private func villages(_ reason: Reason, _ grade: Grade) -> Int {
        content.summary.byReason.first { $0.reason == reason && $0.grade == grade }?.villages ?? 0
    }
}
