import Coverage
import Planning

extension ReportSections {
    /// The communes with dead zones, those with most first.
    var communes: ReportSection? {
        let dead = deadCommunes
        guard !dead.isEmpty else { return nil }
        let shown = inBody(dead)
        var blocks: [ReportBlock] = [
            .paragraph(
                "\(say("\(count(dead.count)) xã, phường có thôn thiếu sóng. Bảng xếp xã có nhiều hộ thiếu sóng nhất lên đầu.", "Communes with dead zones: \(count(dead.count)). Those with most households in dead zones come first."))"
            )
        ]
        if let extent = extent(of: dead.count, order: say("số hộ thiếu sóng", "households in dead zones"), annex: "annex-communes") {
            blocks.append(extent)
        }
        blocks.append(
            .table(
                id: "table-communes",
                caption: say("Thôn theo xã, phường và mức phủ sóng", "Villages by commune and grade"), communeTable(shown)))
        let bars = dead.prefix(15).map { row in
            BarChart.Row(label: row.name, values: [row.uncovered, row.partial])
        }
        blocks.append(
            .figure(
                id: "chart-communes",
                caption: say(
                    "\(count(bars.count)) xã, phường có nhiều hộ thiếu sóng nhất: số thôn thiếu sóng",
                    "The \(count(bars.count)) communes with most households in dead zones: dead zones"),
                svg: BarChart(
                    id: "chart-communes-title", title: say("Số thôn thiếu sóng theo xã, phường", "Dead zones by commune"),
                    series: gradeSeries, rows: Array(bars), words: words
                ).document()))
        return ReportSection("communes", say("Theo xã, phường", "By commune"), blocks)
    }

    /// All communes, where the body shows only the first ones.
    var communeAnnex: ReportSection? {
        guard deadCommunes.count > Self.wholeUpTo else { return nil }
        return ReportSection(
            "annex-communes", say("Danh sách xã, phường", "All communes"),
            [
                .table(
                    id: "table-communes-all",
                    caption: say(
                        "Mọi xã, phường có thôn thiếu sóng, xếp theo số hộ thiếu sóng",
                        "All communes with dead zones, by households in dead zones"),
                    communeTable(deadCommunes))
            ]
        ).annex()
    }

    /// Dark and pale, with stripes for the partly covered.
    var gradeSeries: [BarChart.Series] {
        [
            .init(label: words.say(Grade.uncovered.label), fill: ReportMap.uncoveredColour),
            .init(label: words.say(Grade.partial.label), fill: ReportMap.partialColour, isStriped: true),
        ]
    }

    /// A commune with dead zones. An operator is not told how many villages others cover there.
    struct DeadCommune {
        var code, name, province: String
        var uncovered, partial: Int
        var households: Int
        var row: GapSummary.CommuneRow?
    }

    var deadCommunes: [DeadCommune] {
        let all: [DeadCommune] =
            content.isForOperator
            ? Dictionary(grouping: content.deadZones) { [$0.communeCode, $0.commune, $0.province] }.values.map { group in
                DeadCommune(
                    code: group[0].communeCode, name: group[0].commune, province: group[0].province,
                    uncovered: group.count { $0.grade == .uncovered }, partial: group.count { $0.grade == .partial },
                    households: group.reduce(0) { $0 &+ ($1.households ?? 0) })
            }
            : content.summary.byCommune.filter { $0.villages.partial + $0.villages.uncovered > 0 }.map { row in
                DeadCommune(
                    code: row.communeCode, name: row.commune, province: row.province, uncovered: row.villages.uncovered,
                    partial: row.villages.partial, households: row.households.partial + row.households.uncovered, row: row)
            }
        return all.sorted {
            ($1.households, $1.uncovered + $1.partial, $0.code, $0.name, $0.province)
                < ($0.households, $0.uncovered + $0.partial, $1.code, $1.name, $1.province)
        }
    }

    private func communeTable(_ communes: [DeadCommune]) -> HTMLTable {
        let several = content.hasSeveralProvinces
        var columns: [HTMLTable.Column] = [
            .init("\(say("Mã xã", "Code"))"), .init("\(say("Xã, phường", "Commune"))", .head),
        ]
        if several { columns.append(.init("\(say("Tỉnh", "Province"))")) }
        columns +=
            content.isForOperator
            ? [
                .init("\(say("Trắng sóng", "No signal"))", .number), .init("\(say("Lõm sóng", "Partly"))", .number),
                .init("\(say("Hộ thiếu sóng", "Households in dead zones"))", .number),
            ] : countColumns
        return HTMLTable(
            columns,
            communes.map { commune in
                let head: [HTML] = ["\(commune.code)", "\(commune.name)"] + (several ? ["\(commune.province)"] : [])
                guard let row = commune.row else {
                    return head + [cell(commune.uncovered), cell(commune.partial), cell(commune.households)]
                }
                return head + counts(row.villages, row.households)
            }, classes: "small")
    }
}
