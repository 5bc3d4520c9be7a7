import Planning
import Radio

/// Why a village has its grade, as one sentence with its evidence: which site, how far, what stands between, how strong it would be without it.
public struct ReasonSentence: Sendable {
    private let world: World
    private let requiredDBm: Double

    /// - Parameter rule: the rule of the report.
    public init(_ world: World, rule: CoverageRule) {
        self.world = world
        requiredDBm = ReceptionRule(rule).requiredDBm
    }

    /// The sentence for one verdict, without a full stop's worth of what the columns say already (name, grade).
    public func text(_ verdict: VillageVerdict) -> Bilingual {
        let village = world.villages[verdict.village]
        let main = evidence(verdict)
        guard verdict.grade.isDeadZone, village.electricity == .none else { return main }
        return Bilingual(vi: main.vi + " Thôn chưa có điện lưới.", en: main.en + " The village has no grid electricity.")
    }

    private func evidence(_ verdict: VillageVerdict) -> Bilingual {
        switch verdict.reason {
        case .behindTerrain: return verdict.prediction.flatMap(ridge) ?? plain(verdict)
        case .outsideBeam, .signalTooWeak: return verdict.prediction.flatMap { level($0, verdict.reason) } ?? plain(verdict)
        case .predictedSignal: return verdict.prediction.flatMap(heard) ?? plain(verdict)
        case .tooFewOperators:
            let names = verdict.operators.map(\.id).joined(separator: ", ")
            return Bilingual(
                vi: "Chỉ có sóng của \(names), chưa đủ số nhà mạng theo quy tắc.",
                en: "Only \(names) can be heard, fewer than the rule asks for.")
        case .onlyRetiredTechnology:
            let names = verdict.uncountedTechnologies.map(\.rawValue).joined(separator: ", ")
            return Bilingual(
                vi: "Chỉ có sóng \(names), là công nghệ mà quy tắc không tính hoặc không còn tính.",
                en: "Only \(names) can be heard, which the rule does not count, or no longer.")
        case .outsideFootprints, .noSiteInRange, .onlyPlannedSite: return nearest(verdict)
        case .partlyReached: return partly(verdict)
        case .terrainMissing:
            let tiles = verdict.missingTiles.map(\.description).joined(separator: ", ")
            return Bilingual(
                vi: "Chưa kết luận được: thiếu địa hình \(tiles) trên đường truyền từ trạm có thể phủ tới.",
                en: "Not decided: terrain \(tiles) is missing on the path from a site that might reach.")
        case .siteListIncomplete:
            return Bilingual(
                vi: "Chưa kết luận được: danh sách trạm ở đây chưa được khai là đầy đủ.",
                en: "Not decided: the list of sites is not declared complete here.")
        default: return plain(verdict)
        }
    }

    private func plain(_ verdict: VillageVerdict) -> Bilingual {
        let label = verdict.reason.label
        func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
        return Bilingual(vi: sentence(label.vi), en: sentence(label.en))
    }

    /// How much of the village is without signal, and what its centre hears.
    private func partly(_ verdict: VillageVerdict) -> Bilingual {
        guard let extent = verdict.extent else { return plain(verdict) }
        let (all, heard) = (extent.clusters, extent.clustersCovered)
        let centre = verdict.prediction.flatMap(self.heard)
        return Bilingual(
            vi: "\(heard) trong \(all) điểm dân cư có sóng." + (centre.map { " Tại trung tâm: \($0.vi)" } ?? ""),
            en: "\(heard) of \(all) places of the village have signal." + (centre.map { " At its centre: \($0.en)" } ?? ""))
    }

    private func id(_ site: Int?) -> String? { site.map { world.sites[$0].id } }

    /// Which ridge stands between, and what the site would bring without it.
    private func ridge(_ signal: PredictedSignal) -> Bilingual? {
        guard let site = id(signal.site), let ridge = signal.obstruction else { return nil }
        let free =
            signal.rsrpDBm + signal.pathLossDB
            - FreeSpace.lossDB(distanceMeters: signal.distanceMeters, frequencyMHz: signal.frequencyMHz)
        let before = max(0, signal.distanceMeters - ridge.distanceMeters)
        func text(_ n: Numbers) -> (String, String) {
            (
                "Trạm \(site) cách \(n.km(signal.distanceMeters)) bị núi cao \(n.meters(ridge.heightMeters)) (cách thôn \(n.km(before))) che, "
                    + "đỉnh nhô \(n.meters(-ridge.clearanceMeters)) trên tia thẳng; còn \(n.dBm(signal.rsrpDBm)), cần \(n.dBm(requiredDBm)), "
                    + "nếu không bị che sẽ là \(n.dBm(free)).",
                "Site \(site), \(n.km(signal.distanceMeters)) away, is hidden by ground \(n.meters(ridge.heightMeters)) high "
                    + "(\(n.km(before)) before the village) that stands \(n.meters(-ridge.clearanceMeters)) above the direct ray; "
                    + "\(n.dBm(signal.rsrpDBm)) arrive, \(n.dBm(requiredDBm)) are needed, \(n.dBm(free)) would arrive without it."
            )
        }
        return Bilingual(vi: text(Numbers(decimal: ",")).0, en: text(Numbers(decimal: ".")).1)
    }

    private func level(_ signal: PredictedSignal, _ reason: Reason) -> Bilingual? {
        guard let site = id(signal.site) else { return nil }
        func text(_ n: Numbers) -> (String, String) {
            let isBeam = reason == .outsideBeam
            let short = n.dB(requiredDBm - signal.rsrpDBm)
            return (
                "Trạm tốt nhất \(site) cách \(n.km(signal.distanceMeters)) chỉ cho \(n.dBm(signal.rsrpDBm)), cần \(n.dBm(requiredDBm))"
                    + (isBeam
                        ? ", còn thiếu \(short); ăng-ten hướng đi nơi khác."
                        : ", còn thiếu \(short); trạm ở quá xa hoặc công suất chưa đủ."),
                "The best site, \(site), \(n.km(signal.distanceMeters)) away, brings \(n.dBm(signal.rsrpDBm)); \(n.dBm(requiredDBm)) are needed"
                    + (isBeam ? ", \(short) more; its antennas look elsewhere." : ", \(short) more; it is too far away or too weak.")
            )
        }
        return Bilingual(vi: text(Numbers(decimal: ",")).0, en: text(Numbers(decimal: ".")).1)
    }

    private func heard(_ signal: PredictedSignal) -> Bilingual? {
        guard let site = id(signal.site) else { return nil }
        func text(_ n: Numbers) -> (String, String) {
            (
                "Trạm \(site) cách \(n.km(signal.distanceMeters)) cho \(n.dBm(signal.rsrpDBm)), cần \(n.dBm(requiredDBm)).",
                "Site \(site), \(n.km(signal.distanceMeters)) away, brings \(n.dBm(signal.rsrpDBm)); \(n.dBm(requiredDBm)) are needed."
            )
        }
        return Bilingual(vi: text(Numbers(decimal: ",")).0, en: text(Numbers(decimal: ".")).1)
    }

    private func nearest(_ verdict: VillageVerdict) -> Bilingual {
        let label = plain(verdict)
        guard let site = id(verdict.nearestSite), let meters = verdict.nearestSiteMeters else { return label }
        return Bilingual(
            vi: label.vi + " Trạm gần nhất: \(site), cách \(Numbers(decimal: ",").km(meters)).",
            en: label.en + " The nearest site, \(site), is \(Numbers(decimal: ".").km(meters)) away.")
    }

    /// Numbers in the way of a language.
    private struct Numbers {
        let decimal: String

        private func fixed(_ number: Double, _ decimals: Int) -> String {
            var scale = 1
            for _ in 0..<decimals { scale *= 10 }
            guard number.isFinite, number.magnitude < 1e12 else { return "–" }
            let whole = Int((number * Double(scale)).rounded())
            let sign = whole < 0 ? "−" : ""
            guard decimals > 0 else { return sign + String(whole.magnitude) }
            let fraction = String(Int(whole.magnitude) % scale)
            return sign + "\(Int(whole.magnitude) / scale)\(decimal)" + String(repeating: "0", count: decimals - fraction.count) + fraction
        }

        func km(_ meters: Double) -> String { fixed(meters / 1_000, 1) + " km" }
        func meters(_ meters: Double) -> String { fixed(meters, 0) + " m" }
        func dB(_ difference: Double) -> String { fixed(difference, 1) + " dB" }
        func dBm(_ level: Double) -> String { fixed(level, 1) + " dBm" }
    }
}
