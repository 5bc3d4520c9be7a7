import Coverage
import Planning

extension ReportSections {
    /// What official lists, the field and a second source say of the same villages.
    var comparisons: ReportSection? {
        let parts = [lists, evidence, disagreements, measurements].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return ReportSection("comparisons", say("Đối chiếu với các nguồn khác", "Against other sources"), [], parts)
    }

    private var lists: ReportSection? {
        let lists = content.summary.lists
        guard !lists.isEmpty else { return nil }
        func official(_ list: GapSummary.ListRow, _ key: String) -> HTML { cell(list.official[key]) }
        let table = HTMLTable(
            [
                .init("\(say("Danh sách", "List"))", .head), .init("\(say("Ngày", "Day"))"), .init("\(say("Liệt kê", "Listed"))", .number),
                .init("\(say("Có sóng", "Covered"))", .number), .init("\(say("Lõm sóng", "Partly"))", .number),
                .init("\(say("Trắng sóng", "No signal"))", .number),
                .init("\(say("Báo cáo này: thiếu sóng", "This report: dead zones"))", .number),
            ],
            lists.map {
                [
                    "\($0.id)", "\(words.day($0.asOf))", cell($0.official["listed"] ?? $0.official["total"]), official($0, "covered"),
                    official($0, "partial"), official($0, "uncovered"), cell($0.computed.partial + $0.computed.uncovered),
                ]
            })
        return ReportSection(
            "lists", say("Danh sách đã công bố", "Published lists"),
            [
                .table(id: "table-lists", caption: say("Số liệu của các danh sách đã công bố", "Numbers of the published lists"), table),
                .note(
                    "\(say("Danh sách có thể lập cho phạm vi khác với dự án này, nên các con số không nhất thiết bằng nhau.", "A list may be about another area than this project, so that the numbers need not agree."))"
                ),
            ])
    }

    private var evidence: ReportSection? {
        guard let evidence = content.summary.evidence else { return nil }
        let lead = say(
            "Có \(count(evidence.measurements)) kết quả đo và \(count(evidence.reports)) phản ánh ở \(count(evidence.villages)) thôn; \(count(evidence.conflicts)) trường hợp trái với dự báo hoặc vùng phủ do nhà mạng công bố.",
            "There are \(words.numbers.counted(evidence.measurements, "measurement")) and \(words.numbers.counted(evidence.reports, "report")) on \(words.numbers.counted(evidence.villages, "village")); \(count(evidence.conflicts)) contradict the prediction or an operator's claim."
        )
        var blocks: [ReportBlock] = [.paragraph("\(lead)")]
        if !content.conflicts.isEmpty {
            blocks.append(
                .table(
                    id: "table-conflicts",
                    caption: say("Nơi thực địa trái với dự báo hoặc công bố", "Where the field contradicts prediction or claim"),
                    HTMLTable(
                        [
                            .init("\(say("Thôn, bản", "Village"))", .head), .init("\(say("Xã, phường", "Commune"))"),
                            .init("\(say("Nhà mạng", "Operator"))"), .init("\(say("Nội dung", "What"))"),
                            .init("\(say("Ngày mới nhất", "Newest"))"),
                        ],
                        content.conflicts.map {
                            [
                                "\($0.name)", "\($0.commune)", "\($0.carrier.isEmpty ? "–" : words.operatorName($0.carrier))", "\($0.kind)",
                                "\(CalendarDate($0.newest).map(words.day) ?? $0.newest)",
                            ]
                        })))
        }
        return ReportSection("evidence", say("Kết quả thực địa", "Field evidence"), blocks)
    }

    private var disagreements: ReportSection? {
        let all = content.summary.disagreements
        guard content.summary.mode == "both", !all.isEmpty else { return nil }
        let shown = all.prefix(Self.rowsInBody)
        var blocks: [ReportBlock] = [
            .paragraph(
                "\(say("Vùng phủ do nhà mạng công bố và dự báo cho kết quả khác nhau ở \(count(all.count)) thôn.", "Claimed footprints and prediction disagree on \(words.numbers.counted(all.count, "village"))."))"
            ),
            .table(
                id: "table-disagreements",
                caption: say("Thôn mà hai nguồn cho kết quả khác nhau", "Villages on which the sources disagree"),
                HTMLTable(
                    [
                        .init("\(say("Thôn, bản", "Village"))", .head), .init("\(say("Xã, phường", "Commune"))"),
                        .init("\(say("Theo vùng phủ", "By footprints"))"), .init("\(say("Theo dự báo", "By prediction"))"),
                        .init("dBm", .number),
                    ],
                    shown.map {
                        [
                            "\($0.name)", "\($0.commune)", "\(words.say($0.footprints.label))", "\(words.say($0.prediction.label))",
                            "\($0.signalDBm.map { words.plain($0) } ?? "–")",
                        ]
                    })),
        ]
        if all.count > shown.count {
            blocks.append(
                .note(
                    "\(say("Bảng nêu \(count(shown.count)) thôn đầu; đủ \(count(all.count)) thôn có trong tệp summary.json của lượt chạy.", "The first \(count(shown.count)); all \(count(all.count)) stand in the run's summary.json."))"
                ))
        }
        return ReportSection("disagreements", say("Vùng phủ và dự báo trái nhau", "Footprints against prediction"), blocks)
    }

    private var measurements: ReportSection? {
        guard !content.measureHere.isEmpty else { return nil }
        let shown = content.measureHere.prefix(10)
        return ReportSection(
            "measure-here", say("Địa điểm cần đo kiểm", "Where to measure"),
            [
                .paragraph(
                    "\(say("Nên đo kiểm tại \(count(content.summary.measureHere)) thôn trước khi quyết định đầu tư. Bảng nêu \(count(shown.count)) thôn mà một lần đo quyết định nhiều nhất; đủ danh sách có trong tệp measure-here.csv.", "Worth a measurement before money is spent: \(words.numbers.counted(content.summary.measureHere, "village")). The \(count(shown.count)) where one measurement decides most; all are in measure-here.csv."))"
                ),
                .table(
                    id: "table-measure", caption: say("Các thôn cần đo kiểm trước", "Where to measure first"),
                    HTMLTable(
                        [
                            .init("\(say("Thôn, bản", "Village"))", .head), .init("\(say("Xã, phường", "Commune"))"),
                            .init("\(say("Mức hiện nay", "Grade"))"), .init("\(say("Số hộ", "Households"))", .number),
                            .init("\(say("Yếu tố chưa chắc chắn", "What is in doubt"))"),
                        ],
                        shown.map {
                            [
                                "\($0.name)", "\($0.commune)", "\(Grade(rawValue: $0.grade).map { words.say($0.label) } ?? $0.grade)",
                                cell($0.households), "\($0.doubt)",
                            ]
                        })),
            ])
    }
}
