import Planning
import Scenarios

extension ReportSections {
    /// How the sites are joined to the network.
    var planLinks: ReportSection? {
        let joined = content.proposals.filter { $0.parent != nil || $0.link != nil }
        guard !joined.isEmpty else { return nil }
        let hasChains = joined.contains { $0.link != nil }
        let table = HTMLTable(
            [
                .init("\(say("TT", "Rank"))", .number), .init("\(say("Vị trí", "Place"))", .head), .init("\(say("Hình thức", "Kind"))"),
                .init("\(say("Nối tới", "To"))"), .init("\(say("Cự ly (km)", "km"))", .number),
                .init("\(say("Vi ba tới điểm này", "Microwave there"))"),
                .init(
                    "\(hasChains ? say("Chuỗi về mạng", "Chain to the network") : say("Điểm vi ba thông thoáng gần nhất", "Nearest clear hop"))"
                ),
            ],
            joined.map { site in
                let band = site.hopBandGHz.map { ", \(words.plain($0)) GHz" } ?? ""
                let clear = site.clearParent.map { "\($0)\(site.clearParentKm.map { " (\(words.plain($0)) km)" } ?? "")" }
                return [
                    cell(site.rank), "\(site.name)",
                    "\(site.link.map(words.link) ?? say("tuyến tới trạm gần nhất", "line to the nearest site"))",
                    "\(site.parent.map(siteName) ?? "–")", "\(site.hopKm.map(words.plain) ?? "–")",
                    "\(site.hopVerdict.map { words.hopVerdict($0) + band } ?? "–")",
                    "\(hasChains ? (site.chain.isEmpty ? "–" : site.chain.map(siteName).joined(separator: " → ")) : clear ?? "–")",
                ]
            }, classes: "small places")
        return ReportSection(
            "plan-links", say("Truyền dẫn", "Backhaul"),
            [
                .table(id: "table-links", caption: say("Truyền dẫn của các vị trí đề xuất", "How the proposed sites are joined"), table),
                .note(
                    "\(say("Tuyến vi ba thông thoáng: mặt đất thấp hơn 0,6 miền Fresnel thứ nhất với hệ số bán kính Trái Đất 4/3 và không chạm tia với hệ số 2/3; suy hao mưa theo ITU-R P.838 và P.530.", "A microwave hop is clear where the ground stays below 0.6 of the first Fresnel zone over 4/3 Earth and below the ray over 2/3 Earth; rain by ITU-R P.838 and P.530."))"
                ),
            ])
    }

    /// A proposed site by its name, an existing one by its id.
    private func siteName(_ id: String) -> String { content.proposals.first { $0.id == id }?.name ?? id }
}
