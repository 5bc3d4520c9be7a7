import Planning

extension ReportSections {
    /// The files that the report rests on, their hashes and licences.
    var sources: ReportSection {
        let manifest = content.manifest
        var blocks: [ReportBlock] = [
            .paragraph(
                "\(say("Mã băm SHA-256 của toàn bộ lượt chạy (phiên bản phần mềm, lệnh, tham số, quy tắc và mọi tệp vào). Cùng mã thì cùng kết quả:", "SHA-256 of the whole run (version, command, parameters, rule, all inputs). Equal hash, equal results:")) <span class=\"hash\" id=\"run-hash\">\(manifest.inputHash)</span>"
            ),
            .paragraph(
                "\(say("Lệnh: \(manifest.command). Giá trị khởi tạo (seed): \(manifest.seed).", "Command: \(manifest.command). Seed: \(manifest.seed)."))\(parameters)"
            ),
            .table(
                id: "table-inputs", caption: say("Tệp dữ liệu vào", "Input files"),
                HTMLTable(
                    [
                        .init("\(say("Vai trò", "Role"))"), .init("\(say("Tệp", "File"))", .head), .init("SHA-256"),
                        .init("\(say("Nguồn, giấy phép", "Source, licence"))"),
                    ],
                    manifest.inputs.map { input in
                        [
                            "\(input.role)", "\(input.file)", "<span class=\"hash\">\(input.sha256)</span>",
                            licence(input.sha256),
                        ]
                    } + [
                        [
                            "rule", "\(manifest.rule.id)", "<span class=\"hash\">\(manifest.rule.sha256)</span>",
                            licence(manifest.rule.sha256),
                        ]
                    ], classes: "small")),
        ]
        if !content.isForOperator {
            blocks.append(
                .table(
                    id: "table-outputs", caption: say("Tệp kết quả của lượt chạy", "Files of the run"),
                    HTMLTable(
                        [.init("\(say("Tệp", "File"))", .head), .init("SHA-256")],
                        manifest.outputs.map { ["\($0.file)", "<span class=\"hash\">\($0.sha256)</span>"] }, classes: "small")))
        }
        if let changes = manifest.scenarioChanges, !changes.isEmpty, !content.isForOperator {
            blocks.append(
                .table(
                    id: "table-changes", caption: say("Thay đổi của kịch bản so với dự án gốc", "What the scenario changes in its project"),
                    HTMLTable(
                        [
                            .init("\(say("Thay đổi", "Change"))", .head), .init("\(say("Khoá", "Key"))"),
                            .init("\(say("Trước", "Before"))"),
                            .init("\(say("Sau", "After"))"),
                        ], changes.map { ["\($0.name)", "\($0.key)", "\($0.before ?? "–")", "\($0.after ?? "–")"] })))
        }
        if !content.background.missing.isEmpty {
            blocks.append(
                .note(
                    "\(say("Các tệp sau không còn ở chỗ cũ hoặc đã thay đổi sau lượt chạy, nên báo cáo không lấy gì thêm từ đó: \(content.background.missing.joined(separator: ", ")).", "Not where they were, or changed since the run, so that nothing more was taken from them: \(content.background.missing.joined(separator: ", "))."))"
                ))
        }
        blocks.append(
            .list([
                "\(say("Phần mềm PhuSong: giấy phép Apache-2.0.", "The program PhuSong: Apache-2.0."))",
                "\(say("Tệp không ghi giấy phép ở bảng trên: đơn vị lập dự án chịu trách nhiệm về quyền sử dụng.", "Files without a licence above: whoever made the project answers for the right to use them."))",
            ]))
        return ReportSection("sources", say("Dữ liệu vào, mã băm, giấy phép", "Inputs, hashes, licences"), blocks).annex()
    }

    private var parameters: String {
        let stated = content.manifest.parameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
        return stated.isEmpty ? "" : say(" Tham số: ", " Parameters: ") + stated.joined(separator: ", ") + "."
    }

    private func licence(_ sha256: String) -> HTML { content.licences[sha256].map { "<span lang=\"en\">\($0)</span>" } ?? "–" }
}
