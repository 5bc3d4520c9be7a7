import Coverage
import Planning

extension ReportSections {
    /// What is wrong with the data, by kind.
    var quality: ReportSection {
        let summary = content.summary
        let warnings = (content.plan?.warnings ?? summary.warnings).filter { $0.code != "synthetic" }
        let dropped = warnings.filter { $0.code == "rows-dropped" }.reduce(0) { $0 &+ $1.count }
        var blocks: [ReportBlock] = []
        if let synthetic = content.synthetic {
            blocks.append(
                .paragraph(
                    "<b>\(say("Dữ liệu mô phỏng:", "Synthetic data:"))</b> <span lang=\"\(synthetic.language.rawValue)\">\(synthetic.text)</span> \(say("Số thôn có thuộc tính mô phỏng: \(count(summary.syntheticVillages)).", "Villages with made-up attributes: \(count(summary.syntheticVillages))."))"
                ))
        }
        blocks.append(
            .paragraph(
                "\(warnings.isEmpty ? say("Không có cảnh báo nào về dữ liệu.", "There are no warnings about the data.") : say("Có \(count(warnings.count)) loại cảnh báo; \(count(dropped)) dòng dữ liệu bị loại khỏi phân tích. Lệnh “phusong check” liệt kê từng dòng.", "There are \(words.numbers.counted(warnings.count, "kind")) of warnings; \(words.numbers.counted(dropped, "row")) left out of the analysis. “phusong check” lists every row."))"
            ))
        if !warnings.isEmpty {
            blocks.append(
                .table(
                    id: "table-warnings", caption: say("Cảnh báo về dữ liệu", "Warnings about the data"),
                    HTMLTable(
                        [
                            .init("\(say("Mã", "Code"))", .head), .init("\(say("Tệp", "File"))"),
                            .init("\(say("Số lần", "Count"))", .number),
                            .init("\(say("Nội dung", "What"))"),
                        ],
                        warnings.map { ["\($0.code)", "\($0.file)", cell($0.count), meaning($0)] })))
        }
        if !summary.terrain.missingTiles.isEmpty {
            blocks.append(
                .table(
                    id: "table-tiles", caption: say("Mảnh địa hình còn thiếu", "Terrain that is missing"),
                    HTMLTable(
                        [
                            .init("\(say("Mảnh", "Tile"))", .head), .init("\(say("Tình trạng", "State"))"),
                            .init("\(say("Thôn chưa kết luận được", "Villages not judged"))", .number),
                        ],
                        summary.terrain.missingTiles.map {
                            [
                                "\($0.tile)", "\($0.hasHoles ? say("có chỗ khuyết", "has holes") : say("không có", "missing"))",
                                cell($0.villages),
                            ]
                        })))
        }
        return ReportSection("quality", say("Chất lượng dữ liệu", "Data quality"), blocks).annex()
    }

    /// What a warning says, in the report's language where the program knows it.
    private func meaning(_ warning: GapSummary.Warning) -> HTML {
        guard words.isVietnamese else { return "\(warning.message)" }
        if let code = DiagnosticCode(rawValue: warning.code) {
            let done = consequences.first { warning.message.hasSuffix("(\($0.key))") }?.value
            return "\(words.capital(code.title.vi))\(done.map { " (\($0))" } ?? "")"
        }
        if let text = Self.planWarnings[warning.code] { return "\(text)" }
        return "<span lang=\"en\">\(warning.message)</span>"
    }

    private var consequences: [String: String] {
        [
            "kept": "vẫn dùng", "repaired": "đã sửa", "field-ignored": "bỏ qua trường", "row-dropped": "bỏ dòng",
            "file-rejected": "không dùng tệp",
        ]
    }

    /// Warnings of the pipeline, which have no diagnostic code.
    private static let planWarnings = [
        "rows-dropped": "Số dòng bị loại khỏi phân tích",
        "assumed-extent": "Thôn chưa rõ cụm dân cư: dùng vòng điểm giả định quanh trung tâm",
        "eligible-until-known": "Thôn vẫn được xét vì thiếu thông tin để loại",
        "operators-left-out": "Trạm của nhà mạng khác không được xét vì quy tắc chỉ tính một nhà mạng",
        "predicted-cover": "Vùng phủ của trạm đề xuất theo dự báo P.1812; đường truyền qua nơi thiếu địa hình coi như không phủ",
        "disc-cover": "Trạm đề xuất được coi là phủ tròn theo bán kính của quy tắc, chưa xét địa hình",
        "villages-wait": "Thôn thiếu sóng ngoài đối tượng của phương án (plan.targets): chưa dựng trạm cho các thôn này",
        "chains": "Mọi trạm có chuỗi truyền dẫn về mạng trong số chặng cho phép",
        "no-parent": "Không có trạm hiện hữu để nối tới: chưa tính chi phí truyền dẫn",
        "hops-not-clear": "Tuyến tới trạm gần nhất không đi vi ba được: cần cáp quang hoặc nối tới trạm khác",
        "hops-not-checked": "Chưa kiểm tra độ thông thoáng của tuyến truyền dẫn",
        "no-high-spots": "Dự án không dùng địa hình nên không tìm điểm cao",
        "share-without-group": "Không thôn nào có thông tin về nhóm cần mức tối thiểu",
        "no-roads": "Chưa tính đường vào trạm vì dự án không nêu tệp đường",
    ]
}
