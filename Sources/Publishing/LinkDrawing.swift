import Coverage
import Planning
import Scenarios

/// Fills the picture of a link from what was computed.
struct LinkDrawing {
    let run: LinkRun
    let report: LinkReport
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    var picture: LinkPicture {
        let shape = report.shape
        return LinkPicture(
            title: "\(run.from.label) → \(run.to.label)", subtitles: subtitles, distanceMeters: report.distanceMeters,
            frequencyMHz: report.fresnelFrequencyMHz, distancesMeters: report.samples.map(\.distanceMeters),
            groundMeters: report.samples.map(\.groundMeters),
            clutterMeters: report.hasClutter ? report.samples.map(\.clutterMeters) : [],
            isSurfaceModel: report.surface == .dsm,
            transmitter: .init(
                name: run.from.label, groundMeters: report.samples.first?.groundMeters ?? .nan, antennaMeters: report.mastHeightMeters),
            receiver: .init(
                name: run.to.label, groundMeters: report.samples.last?.groundMeters ?? .nan, antennaMeters: report.receiverHeightMeters),
            effectiveEarthRadiusKilometers: report.effectiveEarthRadiusKilometers,
            obstacle: shape?.obstruction.map {
                .init(
                    distanceMeters: $0.distanceMeters, heightMeters: $0.heightMeters, clearanceMeters: $0.clearanceMeters,
                    place: "\(SVGText.number($0.place.longitude, decimals: 5)), \(SVGText.number($0.place.latitude, decimals: 5))")
            },
            transmitterHorizonMeters: shape?.mastHorizonMeters, receiverHorizonMeters: shape?.receiverHorizonMeters, facts: facts,
            language: language)
    }

    private var subtitles: [String] {
        let rule = run.loaded.rule.rule.id
        var lines = [
            say("ITU-R P.1812-8, 50 % thời gian; quy tắc \(rule)", "ITU-R P.1812-8, 50 % of time; rule \(rule)")
                + " · "
                + say("vùng Fresnel ở ", "Fresnel zone at ")
                + "\(SVGText.readable(report.fresnelFrequencyMHz, decimals: 0)) MHz"
        ]
        if run.withoutClutter != nil {
            lines.append(
                report.hasClutter
                    ? say("Có tính tán cây, nhà cửa trên mặt đất", "Canopy and buildings on the ground are counted")
                    : say("Không tính tán cây, nhà cửa", "Without canopy and buildings"))
        }
        if !report.missingTiles.isEmpty {
            let tiles = report.missingTiles.map(\.description).joined(separator: ", ")
            lines.append(
                say("Thiếu địa hình \(tiles): chưa tính được mức thu", "Terrain \(tiles) is missing: no level can be computed"))
        }
        if shape?.isBelowModelRange ?? false {
            lines.append(
                say(
                    "Dưới 250 m: chỉ tính không gian tự do và nhiễu xạ Bullington",
                    "Below 250 m: free space and Bullington diffraction alone"))
        }
        if run.loaded.project.synthetic != nil { lines.append(say("Dữ liệu có phần mô phỏng", "The data are partly synthetic")) }
        return lines
    }

    private var shape: LinkReport.Shape? { report.shape }

    private var facts: [LinkPicture.Fact] {
        guard let carrier = report.carriers.first else { return [] }
        func dB(_ value: Double, _ unit: String = "dB") -> String { "\(SVGText.readable(value, decimals: 1)) \(unit)" }
        var facts = [
            LinkPicture.Fact(
                say("Sóng mang", "Carrier"), "\(carrier.technology.rawValue), \(SVGText.readable(carrier.frequencyMHz, decimals: 0)) MHz")
        ]
        func add(_ vi: String, _ en: String, _ value: String) { facts.append(.init(say(vi, en), value)) }
        guard let level = carrier.level else {
            add("RSRP nếu không vật cản", "RSRP through free space", dB(carrier.freeSpaceDBm, "dBm"))
            if let fallback = carrier.fallbackDBm { add("RSRP theo RMa", "RSRP by RMa", dB(fallback, "dBm")) }
            add("RSRP cần có", "RSRP needed", dB(carrier.requiredDBm, "dBm"))
            add("Kết luận", "Verdict", say("chưa rõ", "unknown"))
            return facts
        }
        add("RSRP", "RSRP", dB(level.rsrpDBm, "dBm"))
        add("RSRP cần có", "RSRP needed", dB(carrier.requiredDBm, "dBm"))
        add("Dư", "Margin", dB(level.marginDB))
        add("Xác suất", "Probability", "\(SVGText.readable(100 * level.probability, decimals: 1)) %")
        add("Suy hao đường truyền", "Path loss", dB(level.lossDB))
        if let parts = level.parts {
            add("Không gian tự do", "Free space", dB(parts.freeSpaceDB))
            add("Nhiễu xạ", "Diffraction", dB(parts.diffractionDB))
        }
        add("Độ lợi ăng-ten", "Antenna gain", dB(level.gainDBi, "dBi"))
        add("Đường lên, 1 RB", "Uplink, 1 RB", dB(level.uplink.oneBlockDB))
        if let shape {
            add("Tầm nhìn thẳng", "Line of sight", shape.isLineOfSight ? say("có", "yes") : say("không", "no"))
            if let fresnel = shape.fresnel {
                add("Fresnel hẹp nhất", "Least Fresnel", "\(SVGText.readable(100 * fresnel.ratio, decimals: 0)) %")
            }
        }
        add("Kết luận", "Verdict", level.isUsable ? say("có sóng", "covered") : say("không đủ sóng", "not covered"))
        return facts
    }
}
