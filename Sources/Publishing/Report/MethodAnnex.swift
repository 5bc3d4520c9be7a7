import Coverage
import Planning

extension ReportSections {
    /// How verdicts are made: the rule with its numbers and their source, the model, what is assumed.
    var method: ReportSection {
        ReportSection(
            "method", say("Phương pháp", "Method"), [],
            [
                ReportSection("method-rule", say("Quy tắc xét phủ sóng", "The rule"), ruleBlocks),
                ReportSection("method-coverage", say("Cách xác định vùng phủ", "How coverage is found"), [.list(coverageItems)]),
                ReportSection("method-assumed", say("Các giả định", "What is assumed"), [.list(assumedItems)]),
                content.plan == nil
                    ? nil : ReportSection("method-plan", say("Cách lập phương án", "How the plan is made"), [.list(planItems)]),
            ]
        ).annex()
    }

    private var ruleBlocks: [ReportBlock] {
        let stated = content.manifest.rule
        guard let rule = content.background.rule else {
            return [
                .paragraph(
                    "\(say("Quy tắc \(stated.id), phiên bản \(stated.version). Tệp quy tắc không còn ở chỗ cũ hoặc đã thay đổi sau lượt chạy, nên các con số của quy tắc không nêu được ở đây; mã băm của tệp đã dùng:", "Rule \(stated.id), version \(stated.version). Its file is not where it was, or has changed since the run, so that its numbers cannot be told here. Hash of the file that was used:")) <span class=\"hash\">\(stated.sha256)</span>"
                )
            ]
        }
        let technologies = rule.technologies.map { counted in
            counted.technology.rawValue + (counted.until.map { say(" (đến hết ngày \(words.day($0)))", " (until \(words.day($0)))") } ?? "")
        }
        let place: String =
            switch rule.environment {
            case .outdoor: say("ngoài trời", "outdoors")
            case .indoor:
                say(
                    "trong nhà (cộng \(words.plain(rule.indoorExtraBelow1GHzDB)) dB dưới 1 GHz, \(words.plain(rule.indoorExtraAbove1GHzDB)) dB trên 1 GHz)",
                    "indoors (\(words.plain(rule.indoorExtraBelow1GHzDB)) dB more below 1 GHz, \(words.plain(rule.indoorExtraAbove1GHzDB)) dB above)"
                )
            case .vehicle:
                say("trong xe (cộng \(words.plain(rule.vehicleExtraDB)) dB)", "in a vehicle (\(words.plain(rule.vehicleExtraDB)) dB more)")
            }
        let discs = rule.discRadiiMeters.sorted { $0.key < $1.key }.map { "\($0.key.rawValue): \(words.plain($0.value / 1000)) km" }
        var rows: [(String, HTML)] = [
            (say("Mã, phiên bản", "Id, version"), "\(rule.id), \(count(rule.version))"), (say("Tên", "Title"), "\(words.say(rule.title))"),
            (say("Công nghệ được tính", "Technologies that count"), "\(technologies.joined(separator: ", "))"),
            (say("Số nhà mạng tối thiểu", "Operators needed"), "\(count(rule.minimumOperators))"),
            (
                say("Ngưỡng mức thu", "Threshold"),
                "RSRP ≥ \(words.plain(rule.rsrpDBm)) dBm; \(say("tốt", "good")): ≥ \(words.plain(rule.goodRSRPDBm)) dBm"
            ),
            (say("Nơi dùng điện thoại", "Where the phone is"), "\(place), \(say("cao", "at")) \(words.plain(rule.receiverHeightMeters)) m"),
            (
                say("Xác suất, độ lệch chuẩn", "Probability, σ"),
                "\(words.plain(rule.probability * 100)) %, σ = \(words.plain(rule.planningSigmaDB)) dB"
            ),
            (say("Các mức", "Grades"), "\(rule.grades.map { words.say($0.label) }.joined(separator: ", "))"),
            (say("Bán kính thay vùng phủ", "Discs in place of footprints"), "\(discs.joined(separator: "; "))"),
        ]
        if let only = rule.onlyOperator { rows.append((say("Chỉ tính nhà mạng", "Only this operator"), "\(only.displayName)")) }
        if rule.looksAtExtent {
            rows.append(
                (
                    say("Phạm vi thôn khi chưa rõ cụm dân cư", "Extent where clusters are not known"),
                    "\(say("\(count(rule.assumedExtentPoints)) điểm trên vòng bán kính tối đa \(words.plain(rule.assumedExtentRingMeters)) m", "\(count(rule.assumedExtentPoints)) points on a ring of at most \(words.plain(rule.assumedExtentRingMeters)) m"))"
                ))
        }
        rows.append((say("Nguồn của các con số", "Source of the numbers"), "<span lang=\"en\">\(rule.source)</span>"))
        if !words.say(rule.note).isEmpty { rows.append((say("Ghi chú của quy tắc", "Note"), "\(words.say(rule.note))")) }
        rows.append((say("Mã băm của tệp", "Hash of the file"), "<span class=\"hash\">\(stated.sha256)</span>"))
        return [
            .table(
                id: "table-rule", caption: say("Quy tắc đã dùng", "The rule that was used"),
                HTMLTable(
                    [.init("\(say("Nội dung", "What"))", .head), .init("\(say("Giá trị", "Value"))")], rows.map { ["\($0.0)", $0.1] },
                    classes: "pairs"))
        ]
    }

    private var coverageItems: [HTML] {
        var items: [HTML] = []
        if content.summary.mode != "prediction" {
            items.append(
                "\(say("Theo vùng phủ: thôn có sóng khi nằm trong đa giác vùng phủ do nhà mạng cung cấp; nơi không có đa giác thì dùng vòng tròn theo bán kính của quy tắc.", "By footprints: a village is covered inside an operator's coverage polygon; where none is given, inside the rule's range disc."))"
            )
        }
        if content.summary.mode != "footprints" {
            items.append(
                "\(say("Theo dự báo: mức thu từ mọi trạm trong tầm, trên đúng đường truyền tới từng điểm dân cư, theo Khuyến nghị ITU-R P.1812-8 với 50 % thời gian và 50 % vị trí; dưới 250 m dùng truyền sóng tự do và nhiễu xạ Bullington.", "By prediction: the level of every site in range over the exact path to each place, by Recommendation ITU-R P.1812-8 for 50 % of time and places; under 250 m free space and Bullington diffraction."))"
            )
            items.append(
                "\(say("Địa hình lấy từ các tệp nêu ở phần dữ liệu vào; \(words.numbers.percent(Int((content.summary.terrain.covered * 10_000).rounded()), of: 10_000)) số thôn nằm trên địa hình đã biết.", "Terrain comes from the input files; \(words.numbers.percent(Int((content.summary.terrain.covered * 10_000).rounded()), of: 10_000)) of the villages stand on known ground."))"
            )
        }
        items.append(
            "\(say("Một thôn gồm trung tâm và các cụm dân cư. Mọi điểm có sóng: có sóng; không điểm nào: trắng sóng; còn lại: lõm sóng. Chưa rõ: khi dữ liệu còn thiếu có thể làm thay đổi kết luận.", "A village is its centre and its clusters: all with signal, covered; none, no signal; else partly covered. Unknown: where missing data could change the verdict."))"
        )
        return items
    }

    private var assumedItems: [HTML] {
        var items: [HTML] = []
        if content.summary.mode != "footprints" {
            items.append(
                "\(say("Thiết bị mà bảng trạm không nêu được coi là trạm macro: cột 45 m, 46 dBm trên mỗi sóng mang 10 MHz, độ tăng ích anten 15 dBi (dưới 1 GHz) và 17,5 dBi (trên 1 GHz), suy hao phi đơ 0,5 dB.", "Equipment that the table of sites does not state is a macro site: 45 m mast, 46 dBm per 10 MHz carrier, 15 dBi below 1 GHz and 17.5 dBi above, 0.5 dB of feeder loss."))"
            )
            if content.background.project?.statedClimate == nil {
                items.append(
                    "\(say("Khí quyển: ΔN 45, N0 365 từ vĩ độ 20,5° Bắc trở lên; ΔN 50, N0 376 ở phía nam.", "Air: ΔN 45 and N0 365 north of 20.5° N, ΔN 50 and N0 376 south of it."))"
                )
            }
        }
        items.append(
            "\(say("Các con số ngưỡng của quy tắc là của phần mềm này: văn bản tiêu chí 1603/BTTTT-CVT (2024) không được công bố.", "The rule's numbers are the program's own: the criteria letter 1603/BTTTT-CVT (2024) is not public."))"
        )
        items.append(
            "\(say("Hệ số ưu tiên và các đơn giá không ghi nguồn là giả định.", "Weights of priority, and prices without a stated source, are assumptions."))"
        )
        return items
    }

    private var planItems: [HTML] {
        var items: [HTML] = [
            "\(say("Đối tượng của phương án là thôn trắng sóng và lõm sóng; thôn chưa rõ không được đưa vào.", "The plan is for villages with no signal or partly covered, never for unknown ones."))",
            "\(say("Thuật toán: tập phủ thưa, rút gọn, tìm kiếm tham lam và cục bộ, cận Lagrange hoặc quy hoạch tuyến tính, rồi đóng chính xác bằng nhánh và cận hoặc bộ giải CBC hay HiGHS.", "Method: sparse cover sets, reductions, greedy and local search, a Lagrangian or linear bound, closed exactly by branch and bound or by CBC or HiGHS."))",
            "\(say("Lệnh “phusong verify” kiểm tra lại độc lập vùng phủ, chi phí, điều kiện và cận của phương án.", "“phusong verify” rechecks coverage, cost, conditions and bound on a path of its own."))",
        ]
        if let plan = content.plan, !content.isForOperator {
            items.append(
                "\(say("Đã xét \(count(plan.candidates)) vị trí; loại trước \(count(plan.rejectedCandidates.count)) vị trí vì nằm trong vùng cấm, quá dốc, xa đường hoặc quá gần vị trí tốt hơn.", "Places looked at: \(count(plan.candidates)); ruled out before: \(count(plan.rejectedCandidates.count)) (forbidden, too steep, far from a road, or too near a better one)."))"
            )
        }
        return items
    }
}
