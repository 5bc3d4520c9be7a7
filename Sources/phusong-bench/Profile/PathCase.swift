import Geodesy
import Radio

/// One question to a model: what it asks for beside the profile.
enum PathCase: Sendable {
    case p1812(P1812Inputs)
    case deltaBullington(Heights, effectiveEarthRadiusKm: Double, Polarization)
    case freeSpace(Heights)

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

    /// The column of the frequency: in MHz or in GHz, as the name says.
    private func frequencyColumn(_ table: CaseTable) -> String {
        let (usual, other) = self == .p1812 ? ("f_GHz", "f_MHz") : ("f_MHz", "f_GHz")
        return !table.hasColumn(usual) && table.hasColumn(other) ? other : usual
    }

    private var heightColumns: (transmitter: String, receiver: String) {
        self == .p1812 ? ("htg_m", "hrg_m") : ("h_tx_agl_m", "h_rx_agl_m")
    }

    /// Fails where a column without default is missing.
    func checkColumns(_ table: CaseTable) throws(InputDefects) {
        let places = self == .p1812 ? ["lat_t", "lon_t", "lat_r", "lon_r"] : []
        try table.require(["profile", frequencyColumn(table), heightColumns.transmitter, heightColumns.receiver] + places)
    }

    /// Whether the clutter heights and zones of a profile count.
    var usesCover: Bool { self == .p1812 }

    /// Reads what one row asks.
    func pathCase(_ cells: inout CaseCells) -> PathCase {
        let column = frequencyColumn(cells.table)
        let frequency = cells.number(column)
        let heights = PathCase.Heights(
            frequencyGHz: column == "f_MHz" ? frequency / 1000 : frequency,
            transmitterMeters: cells.number(heightColumns.transmitter), receiverMeters: cells.number(heightColumns.receiver))
        switch self {
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
        case "frequencyGHz": frequencyColumn(table)
        case "timePercent": "p_pct"
        case "locationPercent": "pL_pct"
        case "locationSigmaDB": "sigmaL_dB"
        case "transmitterHeightMeters": heightColumns.transmitter
        case "receiverHeightMeters": heightColumns.receiver
        case "lapseRateNUnitsPerKm": "DN"
        case "seaLevelRefractivityNUnits": "N0"
        case "transmitterCoastDistanceKm": "dct_km"
        case "receiverCoastDistanceKm": "dcr_km"
        case "transmitter": "lat_t"
        case "receiver": "lat_r"
        case "effectiveEarthRadiusKm": "ae_km"
        default: quantity
        }
    }
}
