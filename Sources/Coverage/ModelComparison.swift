import Planning
import Radio

/// What other models say of a path whose report is known. Verdicts rest on P.1812 alone; these are second opinions.
public struct ModelComparison: Hashable, Sendable {
    /// The models that are asked, in the order of the tables.
    public enum Model: String, CaseIterable, Hashable, Sendable, Codable {
        /// ITU-R P.1812-8, over ground and clutter.
        case p1812
        /// Longley and Rice's Irregular Terrain Model, over bare ground.
        case itm
        /// NTIA's extended Hata, in open country with the corrections for the ground.
        case extendedHata = "ehata"
        /// Hata's formula and its extension by COST 231, in open country, by distance alone.
        case cost231 = "cost231"
        /// 3GPP TR 38.901 RMa, obstructed, by distance alone.
        case ruralMacro = "rma"

        /// As people call it.
        public var title: String {
            switch self {
            case .p1812: "ITU-R P.1812-8"
            case .itm: "ITM 1.4 (Longley–Rice)"
            case .extendedHata: "Extended Hata"
            case .cost231: "COST-231 Hata"
            case .ruralMacro: "3GPP RMa NLOS"
            }
        }

        /// Whether the ground of the path has a part in the answer.
        public var knowsTerrain: Bool {
            switch self {
            case .p1812, .itm, .extendedHata: true
            case .cost231, .ruralMacro: false
            }
        }
    }

    /// One model on one carrier.
    public struct Opinion: Hashable, Sendable {
        /// What the carrier sends.
        public var technology: Technology
        /// Frequency of the carrier, MHz.
        public var frequencyMHz: Double
        /// Which model says so.
        public var model: Model
        /// Median basic transmission loss, dB; nil where the model does not answer, and a warning says why.
        public var lossDB: Double?
        /// The level with that loss and the same antennas, dBm.
        public var rsrpDBm: Double?
        /// What lies outside of the model's range, or why it does not answer.
        public var warnings: [Bilingual]
    }

    /// Carriers in the order of the report, models in theirs.
    public var opinions: [Opinion]

    /// Asks every model about every carrier. Complexity: O(samples × carriers).
    ///
    /// ITM is taken for the continental subtropics over average ground, with the project's refractivity; where the ground of the path is not known, the
    /// models that need it do not answer.
    public init(_ report: LinkReport, climate: RadioClimate) {
        let ground: EvenProfile? =
            report.shape == nil || report.samples.count < 2
            ? nil
            : try? EvenProfile(
                stepMeters: report.distanceMeters / Double(report.samples.count - 1), heightsMeters: report.samples.map(\.groundMeters))
        opinions = report.carriers.flatMap { carrier in
            Model.allCases.map { model in
                let answer = Self.answer(model, report, carrier, ground, climate)
                return Opinion(
                    technology: carrier.technology, frequencyMHz: carrier.frequencyMHz, model: model, lossDB: answer.lossDB,
                    rsrpDBm: answer.lossDB.map { carrier.freeSpaceDBm + carrier.freeSpaceLossDB - $0 }, warnings: answer.warnings)
            }
        }
    }

    private typealias Answer = (lossDB: Double?, warnings: [Bilingual])

    private static func answer(
        _ model: Model, _ report: LinkReport, _ carrier: LinkCarrier, _ ground: EvenProfile?, _ climate: RadioClimate
    ) -> Answer {
        switch model {
        case .p1812:
            guard let level = carrier.level else { return (nil, [unknownGround]) }
            return (level.lossDB, report.shape?.isBelowModelRange == true ? [belowRange] : [])
        case .itm: return ground.map { itm(report, carrier, $0, climate) } ?? (nil, [unknownGround])
        case .extendedHata: return ground.map { extendedHata(report, carrier, $0) } ?? (nil, [unknownGround])
        case .cost231: return cost231(report, carrier)
        case .ruralMacro: return ruralMacro(report, carrier)
        }
    }

    private static func itm(_ report: LinkReport, _ carrier: LinkCarrier, _ ground: EvenProfile, _ climate: RadioClimate) -> Answer {
        let inputs = ITMInputs(
            frequencyMHz: carrier.frequencyMHz, transmitterHeightMeters: report.mastHeightMeters,
            receiverHeightMeters: report.receiverHeightMeters, polarization: .vertical, climate: .continentalSubtropical,
            seaLevelRefractivityNUnits: climate.seaLevelRefractivityNUnits)
        do {
            let prediction = try ITM.predict(inputs, over: ground)
            return (prediction.lossDB, prediction.warnings.sentences + (report.hasClutter ? [withoutClutter] : []))
        } catch {
            return (nil, [refused(error.description)])
        }
    }

    private static func extendedHata(_ report: LinkReport, _ carrier: LinkCarrier, _ ground: EvenProfile) -> Answer {
        var inputs = ExtendedHataInputs(
            frequencyMHz: carrier.frequencyMHz, baseHeightMeters: report.mastHeightMeters,
            mobileHeightMeters: report.receiverHeightMeters, environment: .rural)
        inputs.ridge = .held
        do {
            let prediction = try ExtendedHata.predict(inputs, over: ground)
            return (prediction.lossDB, prediction.warnings.sentences)
        } catch {
            return (nil, [refused(error.description)])
        }
    }

    private static func cost231(_ report: LinkReport, _ carrier: LinkCarrier) -> Answer {
        do {
            let prediction = try COST231Hata.lossDB(
                distanceMeters: report.distanceMeters, frequencyMHz: carrier.frequencyMHz, baseHeightMeters: report.mastHeightMeters,
                mobileHeightMeters: report.receiverHeightMeters, environment: .rural)
            return (prediction.lossDB, prediction.warnings.sentences + [withoutTerrain])
        } catch {
            return (nil, [refused(error.description)])
        }
    }

    private static func ruralMacro(_ report: LinkReport, _ carrier: LinkCarrier) -> Answer {
        do {
            let prediction = try RuralMacro.lossDB(
                distanceMeters: report.distanceMeters, frequencyMHz: carrier.frequencyMHz, mastHeightMeters: report.mastHeightMeters,
                terminalHeightMeters: report.receiverHeightMeters)
            return (prediction.lossDB, (prediction.isExtrapolated ? [extrapolated] : []) + [withoutTerrain])
        } catch {
            return (nil, [refused(error.description)])
        }
    }
}
