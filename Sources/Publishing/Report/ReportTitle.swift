import Planning

/// The head of a report: room for the issuing body, the title, what it is about.
///
/// The layout follows that of Vietnamese administrative documents, but the national name and motto are not set: only an authority may put them
/// there, and this page does not claim to be one's document.
struct ReportTitle {
    let content: ReportContent
    private let words: ReportWords

    init(_ content: ReportContent) {
        self.content = content
        words = content.words
    }

    /// The report's name.
    var heading: String {
        content.plan == nil
            ? words.say("Báo cáo hiện trạng phủ sóng di động", "Report on mobile coverage")
            : words.say(
                "Báo cáo hiện trạng phủ sóng di động và đề xuất xây dựng trạm BTS", "Report on mobile coverage and proposed base stations")
    }

    var html: HTML {
        let dots = "……………………………"
        let subtitle: HTML =
            content.carrier.map { "<p class=\"centred\">(\(words.say("bản dành cho", "copy for")) \($0.displayName))</p>\n" } ?? ""
        return """
            <div class="masthead">
            <div>
            <p><b>\(words.say("CƠ QUAN, TỔ CHỨC BAN HÀNH", "ISSUING BODY"))</b></p>
            <p class="blank">\(dots)</p>
            <p>\(words.say("Số: ………… /BC-…………", "No. …………"))</p>
            </div>
            <div>
            <p class="blank">\(words.say("(Phần dành cho thể thức văn bản của cơ quan ban hành)", "(Room for the issuing body's own heading)"))</p>
            <p><i>\(words.say("…………, ngày …… tháng …… năm ……", "……………………, ………………… 20……"))</i></p>
            </div>
            </div>
            <h1>\(heading.uppercased())</h1>
            <p class="subtitle">\(content.manifest.project)</p>
            \(subtitle)\(facts)\(notice)
            """
    }

    private var facts: HTML {
        let rule = content.background.rule.map {
            "\($0.title.text(content.language)) (\($0.id), \(words.say("phiên bản", "version")) \($0.version))"
        }
        var rows: [(String, HTML)] = [
            (words.say("Dự án", "Project"), "\(content.manifest.project)"), (words.say("Địa bàn", "Area"), "\(area)"),
            (words.say("Số liệu tính đến ngày", "Figures as of"), "\(words.day(content.manifest.asOf))"),
            (
                words.say("Quy tắc xét phủ sóng", "Coverage rule"),
                "\(rule ?? "\(content.manifest.rule.id), \(words.say("phiên bản", "version")) \(content.manifest.rule.version)")"
            ),
        ]
        if let plan = content.plan {
            rows.append((words.say("Mục tiêu phương án", "Goal of the plan"), "\(PlanSentences(plan, words).goal)"))
        }
        if let carrier = content.carrier {
            rows.append((words.say("Phạm vi thông tin", "What is told"), "\(scope(carrier))"))
        }
        rows.append((words.say("Mã lượt chạy", "Run"), "<span class=\"hash\">\(content.manifest.inputHash)</span>"))
        rows.append((words.say("Phần mềm", "Program"), "PhuSong \(content.manifest.versions["phusong"] ?? "–")"))
        let lines = rows.map { "<tr><th scope=\"row\">\($0.0)</th><td>\($0.1)</td></tr>" as HTML }.markup(separator: "\n")
        let label = words.say("Thông tin chung", "General")
        return "<table class=\"facts\" id=\"facts\" aria-label=\"\(label)\">\n<tbody>\n\(lines)\n</tbody></table>\n"
    }

    private func scope(_ carrier: Operator) -> String {
        words.say(
            "Chỉ gồm trạm của \(carrier.displayName), trạm dùng chung không bảo mật, vị trí đề xuất cho \(carrier.displayName) hoặc chưa giao cho nhà mạng nào, và mọi thôn thiếu sóng",
            "\(carrier.displayName)'s own sites, shared sites that are not confidential, proposed sites that are \(carrier.displayName)'s or not assigned, and all dead zones"
        )
    }

    /// The province, or how many there are.
    private var area: String {
        let names = content.summary.byProvince.map(\.province).filter { !$0.isEmpty }
        if names.isEmpty { return words.say("không ghi trong dữ liệu", "not stated in the data") }
        if names.count <= 3 { return names.joined(separator: ", ") }
        return words.say("\(words.count(names.count)) tỉnh, thành phố", "\(words.count(names.count)) provinces and cities")
    }

    private var notice: HTML {
        var lines: [HTML] = [
            "\(words.say("Tài liệu này do phần mềm lập từ các tệp dữ liệu nêu ở phần phụ lục. Đây chưa phải là văn bản của cơ quan nhà nước; tài liệu chỉ có giá trị khi cơ quan có thẩm quyền xem xét, ký và ban hành.", "Made by a program from the files named in the annexes. It is no document of an authority, and has no force until a competent body has examined, signed and issued it."))"
        ]
        if let synthetic = content.synthetic {
            let text: HTML =
                synthetic.language == content.language
                ? "\(synthetic.text)" : "<span lang=\"\(synthetic.language.rawValue)\">\(synthetic.text)</span>"
            lines.append("<b>\(words.say("Có dữ liệu mô phỏng.", "Some of the data are synthetic."))</b> \(text)")
        }
        if content.confidentialSites > 0 {
            lines.append(
                "<b>\(words.say("Lưu hành nội bộ.", "For internal use."))</b> \(words.say("Bản đầy đủ này có thể nêu tên, vị trí của \(words.count(content.confidentialSites)) trạm mà nhà mạng đánh dấu bảo mật. Bản gửi cho từng nhà mạng phải được lập riêng.", "This full copy may name \(words.numbers.counted(content.confidentialSites, "site")) that operators mark as confidential. Copies for operators are made apart."))"
            )
        }
        return "<div class=\"notice\">\n\(lines.map { "<p>\($0)</p>" as HTML }.markup(separator: "\n"))\n</div>\n"
    }
}
