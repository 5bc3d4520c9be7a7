import Coverage
import Foundation
import Planning
import Publishing
import Scenarios

/// A link for people.
struct LinkText {
    let language: Language
    private let numbers: HumanNumbers

    init(language: Language) {
        self.language = language
        numbers = HumanNumbers(language: language)
    }

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    private func fixed(_ value: Double?, _ decimals: Int = 1) -> String {
        guard let value, value.isFinite else { return "–" }
        return numbers.fixed(value, decimals: decimals)
    }

    func text(_ run: LinkRun) -> String {
        let report = run.report
        var text = Terminal.bold("\(run.from.label) → \(run.to.label)") + "\n"
        text += say(
            "  quy tắc \(run.document.rule), tính đến \(run.document.asOf); ITU-R P.1812-8, 50 % thời gian\n\n",
            "  rule \(run.document.rule), as of \(run.document.asOf); ITU-R P.1812-8, 50 % of time\n\n")
        text += ends(run.document) + path(report, run.document.path)
        let views = [report] + (run.withoutClutter.map { [$0] } ?? [])
        if report.shape != nil { text += ground(views) + "\n" }
        text += (report.shape == nil ? "\n" : "") + carriers(views) + "\n"
        if let comparison = run.comparison { text += models(comparison) + "\n" }
        text += verdict(report)
        if let synthetic = run.loaded.project.synthetic { text += say("  mô phỏng: ", "  synthetic: ") + synthetic.text(language) + "\n" }
        return text + "\n"
    }

    private func ends(_ document: LinkDocument) -> String {
        var table = TextTable(
            [
                "", "", say("kinh độ", "longitude"), say("vĩ độ", "latitude"), say("mặt đất, m", "ground, m"),
                say("ăng-ten, m", "antenna, m"),
            ],
            [.left, .left, .right, .right, .right, .right])
        for (role, end) in [(say("từ", "from"), document.from), (say("đến", "to"), document.to)] {
            let kind: Bilingual =
                switch end.kind {
                case "site": Bilingual(vi: "trạm", en: "site")
                case "candidate": Bilingual(vi: "vị trí đề xuất", en: "candidate")
                case "village": Bilingual(vi: "thôn", en: "village")
                default: Bilingual(vi: "điểm", en: "place")
                }
            var name = end.kind == "point" ? kind.text(language) : "\(kind.text(language)) \(end.id)"
            if !end.name.isEmpty { name += ", \(end.name)" }
            if let carrier = end.operator { name += ", \(carrier.displayName)" }
            switch end.status {
            case .planned: name += say(" (chưa phát sóng)", " (not on air yet)")
            case .off: name += say(" (đã tắt)", " (switched off)")
            case .active, nil: break
            }
            table.add(role, name, fixed(end.lon, 5), fixed(end.lat, 5), fixed(end.groundMeters, 0), fixed(end.antennaHeightMeters))
        }
        return table.text()
    }

    private func path(_ report: LinkReport, _ path: LinkDocument.Path) -> String {
        var text = say(
            "  dài \(fixed(report.distanceMeters / 1000, 2)) km, phương vị \(fixed(report.azimuthDegrees))° (chiều về \(fixed(report.backAzimuthDegrees))°), \(path.samples) mẫu cách \(fixed(path.stepMeters, 0)) m, bán kính Trái Đất hiệu dụng \(fixed(report.effectiveEarthRadiusKilometers, 0)) km\n",
            "  \(fixed(report.distanceMeters / 1000, 2)) km, azimuth \(fixed(report.azimuthDegrees))° (back \(fixed(report.backAzimuthDegrees))°), \(path.samples) samples \(fixed(path.stepMeters, 0)) m apart, effective Earth radius \(fixed(report.effectiveEarthRadiusKilometers, 0)) km\n"
        )
        if report.surface == .dsm {
            text += say(
                "  độ cao là bề mặt: đã gồm tán cây, mái nhà\n", "  heights are a surface model: canopy and roofs are part of them\n")
        }
        if !report.isInRange {
            text += say(
                "  xa hơn tầm mà xếp loại thôn xét tới\n", "  farther than the range that verdicts look at\n")
        }
        for tile in report.missingTiles {
            text += say(
                "  Thiếu mảnh địa hình \(tile): không tính được mức thu trên đường này\n",
                "  Terrain tile \(tile) is missing: no level can be computed over this path\n")
        }
        return text
    }

    /// What tells the columns apart where there are two kinds of ground.
    private func kinds(_ views: [LinkReport]) -> [String] {
        guard views.count > 1 else { return views.map { _ in "" } }
        return views.map { $0.hasClutter ? say("có tán cây", "with clutter") : say("không tán cây", "without clutter") }
    }

    private func ground(_ views: [LinkReport]) -> String {
        var table = TextTable([""] + kinds(views), [.left] + views.map { _ in .left })
        func row(_ vi: String, _ en: String, _ value: (LinkReport, LinkReport.Shape) -> String) {
            table.rows.append([say(vi, en)] + views.map { view in view.shape.map { value(view, $0) } ?? "–" })
        }
        row("tầm nhìn thẳng", "line of sight") { $1.isLineOfSight ? say("có", "yes") : say("không", "no") }
        row("vật cản chính", "main obstacle") { _, shape in
            shape.obstruction.map { "\(fixed($0.heightMeters, 0)) m \(say("ở", "at")) km \(fixed($0.distanceMeters / 1000, 2))" }
                ?? say("không có", "none")
        }
        if views.contains(where: { $0.shape?.obstruction != nil }) {
            row("  kinh độ, vĩ độ", "  longitude, latitude") { _, shape in
                shape.obstruction.map { "\(fixed($0.place.longitude, 5)) \(fixed($0.place.latitude, 5))" } ?? "–"
            }
            row("  so với tia trực tiếp", "  against the direct ray") { _, shape in
                guard let clearance = shape.obstruction?.clearanceMeters else { return "–" }
                let amount = fixed(abs(clearance), 0)
                return clearance < 0 ? say("cao hơn \(amount) m", "\(amount) m above") : say("thấp hơn \(amount) m", "\(amount) m below")
            }
        }
        row("chân trời phía trạm, phía thu", "horizon of the mast, of the receiver") { _, shape in
            guard let near = shape.mastHorizonMeters, let far = shape.receiverHorizonMeters else { return "–" }
            return "km \(fixed(near / 1000, 2)), km \(fixed(far / 1000, 2))"
        }
        row("vùng Fresnel hẹp nhất", "least clear Fresnel zone") { view, shape in
            guard let fresnel = shape.fresnel else { return "–" }
            let amount = "\(fixed(100 * fresnel.ratio, 0)) % \(say("ở", "at")) km \(fixed(fresnel.distanceMeters / 1000, 2))"
            return "\(amount) (\(fixed(view.fresnelFrequencyMHz, 0)) MHz)"
        }
        row("góc ngẩng của tia, của sóng rời trạm", "elevation of the ray, of the departing wave") { _, shape in
            "\(fixed(shape.rayElevationDegrees, 2))°, \(fixed(shape.departureElevationDegrees, 2))°"
        }
        if views.contains(where: { $0.shape?.isBelowModelRange ?? false }) {
            row("dưới tầm của mô hình (250 m)", "below the model's range (250 m)") {
                $1.isBelowModelRange ? say("có", "yes") : say("không", "no")
            }
        }
        return table.text()
    }

    /// Quantities down, carriers across; with two kinds of ground one table for each carrier, or the lines grow too long to read.
    private func carriers(_ views: [LinkReport]) -> String {
        let own = views.first?.carriers ?? []
        func title(_ carrier: LinkCarrier) -> String { "\(carrier.technology.rawValue) \(fixed(carrier.frequencyMHz, 0)) MHz" }
        let isKnown = views.allSatisfy { $0.shape != nil }
        guard views.count > 1 else { return table([""] + own.map(title), own, isKnown: isKnown) }
        return own.map { carrier in
            let columns = views.compactMap { view in
                view.carriers.first { $0.technology == carrier.technology && $0.frequencyMHz == carrier.frequencyMHz }
            }
            return table([title(carrier)] + kinds(views), columns, isKnown: isKnown)
        }.joined(separator: "\n")
    }

    private func table(_ header: [String], _ columns: [LinkCarrier], isKnown: Bool) -> String {
        var table = TextTable(header, [.left] + columns.map { _ in .right })
        func row(_ vi: String, _ en: String, _ value: (LinkCarrier) -> String) {
            table.rows.append([say(vi, en)] + columns.map(value))
        }
        row("công suất mỗi RE, dBm", "power per resource element, dBm") { fixed($0.resourceElementPowerDBm) }
        row("suy hao phi-đơ, dB", "feeder loss, dB") { fixed($0.feederLossDB) }
        if isKnown {
            levels(row)
        } else {
            row("suy hao không gian tự do, dB", "free-space loss, dB") { fixed($0.freeSpaceLossDB) }
            row("RSRP nếu không vật cản, dBm", "RSRP through free space, dBm") { fixed($0.freeSpaceDBm) }
            row("RSRP theo mô hình không địa hình (RMa), dBm", "RSRP by a model without terrain (RMa), dBm") { fixed($0.fallbackDBm) }
            row("RSRP cần có, dBm", "RSRP needed, dBm") { fixed($0.requiredDBm) }
        }
        return table.text()
    }

    private func levels(_ row: (String, String, (LinkCarrier) -> String) -> Void) {
        row("độ lợi ăng-ten về hướng này, dBi", "antenna gain this way, dBi") { fixed($0.level?.gainDBi) }
        row("búp sóng, phương vị", "sector, azimuth") { carrier in
            carrier.level?.sectorAzimuthDegrees.map { "\(fixed($0, 0))°" } ?? say("vô hướng", "omni")
        }
        row("không gian tự do, dB", "free space, dB") { fixed($0.level?.parts?.freeSpaceDB) }
        row("L_bulla, dB", "L_bulla, dB") { fixed($0.level?.parts?.bullingtonDB) }
        row("L_bulls, dB", "L_bulls, dB") { fixed($0.level?.parts?.smoothBullingtonDB) }
        row("L_dsph, dB", "L_dsph, dB") { fixed($0.level?.parts?.sphericalEarthDB) }
        row("nhiễu xạ, dB", "diffraction, dB") { fixed($0.level?.parts?.diffractionDB) }
        row("tán xạ đối lưu, dB", "troposcatter, dB") { fixed($0.level?.parts?.troposcatterDB) }
        row("dẫn sóng khí quyển, dB", "ducting, dB") { fixed($0.level?.parts?.ductingDB) }
        row("suy hao đường truyền, dB", "path loss, dB") { fixed($0.level?.lossDB) }
        row("suy hao thêm trong nhà, dB", "extra loss indoors, dB") { fixed($0.extraLossDB) }
        row("RSRP, dBm", "RSRP, dBm") { fixed($0.level?.rsrpDBm) }
        row("RSRP cần có, dBm", "RSRP needed, dBm") { fixed($0.requiredDBm) }
        row("dư, dB", "margin, dB") { fixed($0.level?.marginDB) }
        row("xác suất đạt ngưỡng, %", "probability of the threshold, %") { fixed(($0.level?.probability).map { $0 * 100 }) }
        row("dư đường lên 1 RB, dB", "uplink margin 1 RB, dB") { fixed($0.level?.uplink.oneBlockDB) }
        row("dư đường lên 4 RB, dB", "uplink margin 4 RB, dB") { fixed($0.level?.uplink.fourBlocksDB) }
        row("kết luận", "verdict") { carrier in
            carrier.level?.isUsable ?? false ? say("có sóng", "covered") : say("không đủ sóng", "not covered")
        }
    }

    /// One row for each model on each carrier; what each warns of stands below.
    private func models(_ comparison: ModelComparison) -> String {
        var table = TextTable(
            [
                say("sóng mang", "carrier"), say("mô hình", "model"), say("địa hình", "terrain"), say("suy hao, dB", "loss, dB"),
                say("RSRP, dBm", "RSRP, dBm"), say("so với P.1812, dB", "against P.1812, dB"),
            ],
            [.left, .left, .left, .right, .right, .right])
        var notes: [String] = []
        for opinion in comparison.opinions {
            let reference = comparison.opinions.first {
                $0.model == .p1812 && $0.technology == opinion.technology && $0.frequencyMHz == opinion.frequencyMHz
            }?.lossDB
            let difference = opinion.model == .p1812 ? nil : reference.flatMap { known in opinion.lossDB.map { $0 - known } }
            table.add(
                "\(opinion.technology.rawValue) \(fixed(opinion.frequencyMHz, 0)) MHz", opinion.model.title,
                opinion.model.knowsTerrain ? say("có", "yes") : say("không", "no"), fixed(opinion.lossDB), fixed(opinion.rsrpDBm),
                fixed(difference))
            for warning in opinion.warnings {
                let note = "  \(opinion.model.title): \(warning.text(language))\n"
                if !notes.contains(note) { notes.append(note) }
            }
        }
        return table.text() + notes.joined()
    }

    private func verdict(_ report: LinkReport) -> String {
        switch report.isCovered {
        case nil: say("  Kết luận: chưa rõ, thiếu địa hình trên đường truyền\n", "  Verdict: unknown, terrain is missing on the path\n")
        case true?: say("  Kết luận: có sóng từ trạm này\n", "  Verdict: covered by this mast\n")
        case false?: say("  Kết luận: trạm này không phủ tới\n", "  Verdict: not covered by this mast\n")
        }
    }
}
