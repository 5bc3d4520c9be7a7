import Radio

extension CaseModel {
    /// Reads what a row asks of ITM. `confidence` and `reliability`, where either stands, take the place of time, location and situation.
    static func itmInputs(_ cells: inout CaseCells, _ heights: PathCase.Heights, frequencyMHz: Double) -> ITMInputs {
        var inputs = ITMInputs(
            frequencyMHz: frequencyMHz, transmitterHeightMeters: heights.transmitterMeters,
            receiverHeightMeters: heights.receiverMeters, polarization: itmPolarization(&cells),
            climate: cells.code(
                "climate", fallback: .continentalTemperate, remedy: "give a radio climate from 1 to 7 (ITM error 1002)",
                ITMClimate.init(rawValue:)),
            seaLevelRefractivityNUnits: cells.number("N_0"))
        inputs.relativePermittivity = cells.number("epsilon", default: 15)
        inputs.conductivitySiemensPerMeter = cells.number("sigma", default: 0.005)
        inputs.mode = cells.code(
            "mdvar", default: 12, fallback: ITMVariabilityMode(.mobile),
            remedy: "give 0 to 3, 10 to 13, 20 to 23 or 30 to 33 (ITM error 1014)", ITMVariabilityMode.init(mdvar:))
        if cells.has("confidence") || cells.has("reliability") {
            inputs.variability = .confidenceReliability(
                confidencePercent: cells.number("confidence", default: 50), reliabilityPercent: cells.number("reliability", default: 50))
        } else {
            inputs.variability = .timeLocationSituation(
                timePercent: cells.number("time", default: 50), locationPercent: cells.number("location", default: 50),
                situationPercent: cells.number("situation", default: 50))
        }
        return inputs
    }

    /// NTIA counts polarizations from 0; letters go too.
    private static func itmPolarization(_ cells: inout CaseCells) -> Polarization {
        switch cells.table.text(cells.row, "pol").lowercased() {
        case "h": .horizontal
        case "v": .vertical
        default:
            cells.code("pol", fallback: .vertical, remedy: "give 0 for horizontal or 1 for vertical (ITM error 1010)") {
                $0 == 0 ? .horizontal : $0 == 1 ? .vertical : nil
            }
        }
    }

    /// Reads what a row asks of the extended Hata model.
    static func extendedHataInputs(
        _ cells: inout CaseCells, _ heights: PathCase.Heights, frequencyMHz: Double
    ) -> ExtendedHataInputs {
        var inputs = ExtendedHataInputs(
            frequencyMHz: frequencyMHz, baseHeightMeters: heights.transmitterMeters, mobileHeightMeters: heights.receiverMeters,
            environment: cells.code(
                "env", fallback: .rural, remedy: "give 22 for suburban, 23 urban, 24 dense urban, another number for rural",
                { HataEnvironment(code: $0) }))
        inputs.reliabilityPercent = cells.number("reliability", default: 50)
        inputs.ridge = cells.choice("ridge", default: .extrapolated)
        return inputs
    }
}
