import Planning

extension ReportSections {
    /// The dead zones by rank; the first ones here, all in an annex.
    var deadZones: ReportSection? {
        guard !content.deadZones.isEmpty else { return nil }
        var blocks: [ReportBlock] = []
        if let extent = extent(of: content.deadZones.count, order: say("thứ tự ưu tiên", "priority"), annex: "annex-dead-zones") {
            blocks.append(extent)
        }
        blocks.append(
            .table(
                id: "table-dead-zones", caption: say("Thôn thiếu sóng theo thứ tự ưu tiên", "Dead zones by priority"),
                deadZoneTable(inBody(content.deadZones))))
        return ReportSection("dead-zones", say("Danh sách thôn thiếu sóng", "Dead zones"), blocks)
    }

    /// All dead zones, where the body shows only the first ones.
    var deadZoneAnnex: ReportSection? {
        guard content.deadZones.count > Self.wholeUpTo else { return nil }
        return ReportSection(
            "annex-dead-zones", say("Danh sách đầy đủ thôn thiếu sóng", "All dead zones"),
            [
                .table(
                    id: "table-dead-zones-all", caption: say("Mọi thôn thiếu sóng theo thứ tự ưu tiên", "All dead zones by priority"),
                    deadZoneTable(content.deadZones))
            ]
        ).annex()
    }

    private func deadZoneTable(_ villages: [ReportVillage]) -> HTMLTable {
        let hasReasons = content.deadZones.contains { !$0.reason.isEmpty }
        let several = content.hasSeveralProvinces
        var columns: [HTMLTable.Column] = [
            .init("\(say("TT", "Rank"))", .number), .init("\(say("Thôn, bản", "Village"))", .head),
            .init("\(say("Xã, phường", "Commune"))"),
        ]
        if several { columns.append(.init("\(say("Tỉnh", "Province"))")) }
        columns += [
            .init("\(say("Mức", "Grade"))", .short), .init("\(say("Số hộ", "House­holds"))", .number), .init("\(say("Điện lưới", "Grid"))"),
            .init("\(say("Điểm", "Points"))", .number),
        ]
        if hasReasons { columns.append(.init("\(say("Nguyên nhân", "Reason"))")) }
        return HTMLTable(
            columns,
            villages.map { village in
                var cells: [HTML] = [cell(village.rank), "\(village.name)", "\(village.commune)"]
                if several { cells.append("\(village.province)") }
                cells += [
                    "\(words.say(village.grade.label))", cell(village.households), "\(grid(village.electricity))",
                    "\(village.priority.map(words.plain) ?? "–")",
                ]
                if hasReasons { cells.append("\(village.reason)") }
                return cells
            }, classes: "small")
    }

    private func grid(_ electricity: Electricity) -> String {
        switch electricity {
        case .grid: say("có", "yes")
        case .none: say("chưa có", "no")
        case .unknown: say("chưa rõ", "unknown")
        }
    }
}
