import Geodesy
import Radio

/// One question to a model: what it asks for beside the profile.
enum PathCase: Sendable {
    case p1812(P1812Inputs)
    case deltaBullington(Heights, effectiveEarthRadiusKm: Double, Polarization)
    case freeSpace(Heights)
    case itm(ITMInputs)
    case extendedHata(ExtendedHataInputs)

    /// Frequency and antennas.
    struct Heights: Sendable {
        var frequencyGHz: Double
        var transmitterMeters: Double
        var receiverMeters: Double
    }
}

/// The models that `profile` runs, and the columns by which each takes its cases.
enum CaseModel: String, CaseIterable, Sendable {
    case p1812
    case deltaBullington = "delta-bullington"
    case freeSpace = "free-space"
    case itm
    case extendedHata = "ehata"

    /// The column of the frequency: in MHz or in GHz, as the name says.
    func frequencyColumn(_ table: CaseTable) -> String {
        // NTIA writes units behind two underscores.
        if self == .itm, table.hasColumn(NTIAColumns.frequency) { return NTIAColumns.frequency }
        let (usual, other) = self == .p1812 ? ("f_GHz", "f_MHz") : ("f_MHz", "f_GHz")
        return !table.hasColumn(usual) && table.hasColumn(other) ? other : usual
    }

    private func heightColumns(_ table: CaseTable) -> (transmitter: String, receiver: String) {
        switch self {
        case .p1812: ("htg_m", "hrg_m")
        case .deltaBullington, .freeSpace: ("h_tx_agl_m", "h_rx_agl_m")
        case .itm:
            (
                table.hasColumn(NTIAColumns.transmitter) ? NTIAColumns.transmitter : "h_tx_m",
                table.hasColumn(NTIAColumns.receiver) ? NTIAColumns.receiver : "h_rx_m"
            )
        case .extendedHata: ("hb_m", "hm_m")
        }
    }

    /// Fails where a column without default is missing.
    /// - Parameter namesProfiles: false where profiles stand in one file in the order of the cases.
    func checkColumns(_ table: CaseTable, namesProfiles: Bool) throws(InputDefects) {
        let others: [String]
        switch self {
        case .p1812: others = ["lat_t", "lon_t", "lat_r", "lon_r"]
        case .deltaBullington, .freeSpace: others = []
        case .itm: others = ["climate", "N_0", "pol"]
        case .extendedHata: others = ["env"]
        }
        let heights = heightColumns(table)
        try table.require((namesProfiles ? ["profile"] : []) + [frequencyColumn(table), heights.transmitter, heights.receiver] + others)
    }

    /// Whether the clutter heights and zones of a profile count.
    var usesCover: Bool { self == .p1812 }

    /// Reads what one row asks.
    func pathCase(_ cells: inout CaseCells) -> PathCase {
        let column = frequencyColumn(cells.table)
        let frequency = cells.number(column)
        let columns = heightColumns(cells.table)
        let heights = PathCase.Heights(
            frequencyGHz: column == "f_GHz" ? frequency : frequency / 1000,
            transmitterMeters: cells.number(columns.transmitter), receiverMeters: cells.number(columns.receiver))
        switch self {
        // Not by way of GHz, which would cost the last digit.
        case .itm: return .itm(Self.itmInputs(&cells, heights, frequencyMHz: column == "f_GHz" ? 1000 * frequency : frequency))
        case .extendedHata:
            return .extendedHata(
                Self.extendedHataInputs(&cells, heights, frequencyMHz: column == "f_GHz" ? 1000 * frequency : frequency))
        case .p1812: return .p1812(Self.inputs(&cells, heights))
        case .deltaBullington:
            return .deltaBullington(heights, effectiveEarthRadiusKm: cells.number("ae_km", default: 8500), cells.polarization("pol"))
        case .freeSpace: return .freeSpace(heights)
        }
    }

    private static func inputs(_ cells: inout CaseCells, _ heights: PathCase.Heights) -> P1812Inputs {
        let transmitter = Coordinate(longitude: cells.number("lon_t"), latitude: cells.number("lat_t"))
        let receiver = Coordinate(longitude: cells.number("lon_r"), latitude: cells.number("lat_r"))
        let climate = RadioClimate(
            lapseRateNUnitsPerKm: cells.number("DN", default: 45), seaLevelRefractivityNUnits: cells.number("N0", default: 325))
        var inputs = P1812Inputs(
            frequencyGHz: heights.frequencyGHz, transmitterHeightMeters: heights.transmitterMeters,
            receiverHeightMeters: heights.receiverMeters, polarization: cells.polarization("pol"), transmitter: transmitter,
            receiver: receiver, climate: climate)
        inputs.timePercent = cells.number("p_pct", default: 50)
        inputs.locationPercent = cells.number("pL_pct", default: 50)
        inputs.locationSigmaDB = cells.number("sigmaL_dB", default: 0)
        inputs.transmitterCoastDistanceKm = cells.number("dct_km", default: 500)
        inputs.receiverCoastDistanceKm = cells.number("dcr_km", default: 500)
        return inputs
    }

    /// The column behind a quantity that a model names in its errors.
    func column(of quantity: String, in table: CaseTable) -> String {
        switch quantity {
        case "frequencyGHz", "frequencyMHz": frequencyColumn(table)
        case "timePercent": self == .itm ? "time" : "p_pct"
        case "locationPercent": self == .itm ? "location" : "pL_pct"
        case "situationPercent": "situation"
        case "confidencePercent": "confidence"
        case "reliabilityPercent": "reliability"
        case "locationSigmaDB": "sigmaL_dB"
        case "transmitterHeightMeters", "baseHeightMeters": heightColumns(table).transmitter
        case "receiverHeightMeters", "mobileHeightMeters": heightColumns(table).receiver
        case "relativePermittivity": "epsilon"
        case "conductivitySiemensPerMeter": "sigma"
        case "lapseRateNUnitsPerKm": "DN"
        case "seaLevelRefractivityNUnits": self == .itm ? "N_0" : "N0"
        case "transmitterCoastDistanceKm": "dct_km"
        case "receiverCoastDistanceKm": "dcr_km"
        case "transmitter": "lat_t"
        case "receiver": "lat_r"
        case "effectiveEarthRadiusKm": "ae_km"
        default: quantity
        }
    }
}
