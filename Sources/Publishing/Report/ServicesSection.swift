import Coverage
import Planning

extension ReportSections {
    /// Operators, technologies, newest service: not for an operator, who is not told of the others.
    var services: ReportSection? {
        guard !content.isForOperator, !content.summary.byServiceClass.isEmpty else { return nil }
        return ReportSection(
            "services", say("Nhà mạng, công nghệ, mức dịch vụ", "Operators, technologies, service"), [],
            [
                ReportSection("operators", say("Theo nhà mạng", "By operator"), operators),
                ReportSection("technologies", say("Theo công nghệ", "By technology"), technologies),
                ReportSection("service-classes", say("Theo dịch vụ mới nhất", "By newest service"), classes),
            ])
    }

    private var total: Int { content.summary.villages.total }

    private var operators: [ReportBlock] {
        [
            .table(
                id: "table-operators", caption: say("Thôn có sóng của từng nhà mạng", "Villages that hear each operator"),
                HTMLTable(
                    [
                        .init("\(say("Nhà mạng", "Operator"))", .head), .init("\(say("Thôn có sóng", "Villages heard in"))", .number),
                        .init("%", .number), .init("\(say("Thôn chỉ có nhà mạng này", "Villages with no other"))", .number),
                    ],
                    content.summary.byOperator.map {
                        [
                            "\($0.operator.displayName)", cell($0.villagesHeard), "\(words.numbers.percent($0.villagesHeard, of: total))",
                            cell($0.villagesHeardAlone),
                        ]
                    })),
            .note(
                "\(say("Một thôn có thể có sóng của nhiều nhà mạng. Chỉ tính công nghệ mà quy tắc công nhận, tại trung tâm thôn.", "A village may hear several operators. Only technologies that the rule counts, at the village's centre."))"
            ),
        ]
    }

    private var technologies: [ReportBlock] {
        [
            .table(
                id: "table-technologies", caption: say("Thôn có sóng theo công nghệ", "Villages that hear each technology"),
                HTMLTable(
                    [
                        .init("\(say("Công nghệ", "Technology"))", .head), .init("\(say("Số thôn", "Villages"))", .number),
                        .init("%", .number),
                        .init("\(say("Số hộ", "Households"))", .number),
                    ],
                    content.summary.byTechnology.map {
                        [
                            "\($0.technology.rawValue)", cell($0.villagesHeard), "\(words.numbers.percent($0.villagesHeard, of: total))",
                            cell($0.householdsHeard),
                        ]
                    }))
        ]
    }

    private var classes: [ReportBlock] {
        let rows = content.summary.byServiceClass
        var blocks: [ReportBlock] = [
            .table(
                id: "table-services", caption: say("Thôn theo dịch vụ mới nhất", "Villages by their newest service"),
                HTMLTable(
                    [
                        .init("\(say("Dịch vụ mới nhất", "Newest service"))", .head), .init("\(say("Số thôn", "Villages"))", .number),
                        .init("%", .number), .init("\(say("Số hộ", "Households"))", .number),
                    ],
                    rows.map {
                        [
                            "\(words.capital(words.say($0.serviceClass.label)))", cell($0.villages),
                            "\(words.numbers.percent($0.villages, of: total))", cell($0.households),
                        ]
                    },
                    foot: [
                        "\(say("Tổng số", "Total"))", cell(rows.reduce(0) { $0 + $1.villages }), "",
                        cell(rows.reduce(0) { $0 + $1.households }),
                    ]))
        ]
        let old = rows.filter { [.only2G, .only3G].contains($0.serviceClass) }.reduce(0) { $0 + $1.villages }
        if old > 0 {
            blocks.append(
                .paragraph(
                    "\(say("\(count(old)) thôn hiện chỉ có 2G hoặc 3G: các thôn này sẽ trở thành trắng sóng khi công nghệ cũ dừng nếu không được nâng cấp.", "Villages with nothing newer than 2G or 3G: \(count(old)). They go dark when the old technologies end, unless they are upgraded."))"
                ))
        }
        return blocks
    }
}
