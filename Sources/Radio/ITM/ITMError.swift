/// Why ITM will not answer. Every return code of NTIA's point-to-point model has its case.
public enum ITMError: Error, Hashable, Sendable, CustomStringConvertible {
    case transmitterHeight(meters: Double)
    case receiverHeight(meters: Double)
    /// A number that is no climate; only where numbers are read.
    case climate(code: Int)
    case time(percent: Double)
    case location(percent: Double)
    case situation(percent: Double)
    case confidence(percent: Double)
    case reliability(percent: Double)
    case refractivity(nUnits: Double)
    case frequency(megahertz: Double)
    /// A number that is no polarization; only where numbers are read.
    case polarization(code: Int)
    case permittivity(relative: Double)
    case conductivity(siemensPerMeter: Double)
    case groundImpedance(real: Double, imaginary: Double)
    /// A number that is no mode of variability; only where numbers are read.
    case variabilityMode(mdvar: Int)
    case effectiveEarth(radiusMeters: Double)
    case surfaceRefractivityTooSmall(nUnits: Double)
    case surfaceRefractivityTooLarge(nUnits: Double)

    /// NTIA's return code.
    public var code: Int {
        switch self {
        case .transmitterHeight: 1000
        case .receiverHeight: 1001
        case .climate: 1002
        case .time: 1003
        case .location: 1004
        case .situation: 1005
        case .confidence: 1006
        case .reliability: 1007
        case .refractivity: 1008
        case .frequency: 1009
        case .polarization: 1010
        case .permittivity: 1011
        case .conductivity: 1012
        case .groundImpedance: 1013
        case .variabilityMode: 1014
        case .effectiveEarth: 1016
        case .surfaceRefractivityTooSmall: 1021
        case .surfaceRefractivityTooLarge: 1022
        }
    }

    /// The quantity with its unit, as the inputs call it, what was given, and what would be right.
    public var parts: (field: String, value: String, remedy: String) {
        func percent(_ field: String, _ value: Double) -> (String, String, String) {
            (field, "\(value)", "give a percentage above 0 and below 100")
        }
        return switch self {
        case .transmitterHeight(let value): ("transmitterHeightMeters", "\(value)", "give metres above ground from 0.5 to 3000")
        case .receiverHeight(let value): ("receiverHeightMeters", "\(value)", "give metres above ground from 0.5 to 3000")
        case .climate(let code): ("climate", "\(code)", "give a radio climate from 1 to 7")
        case .time(let value): percent("timePercent", value)
        case .location(let value): percent("locationPercent", value)
        case .situation(let value): percent("situationPercent", value)
        case .confidence(let value): percent("confidencePercent", value)
        case .reliability(let value): percent("reliabilityPercent", value)
        case .refractivity(let value): ("seaLevelRefractivityNUnits", "\(value)", "give N-units from 250 to 400")
        case .frequency(let value): ("frequencyMHz", "\(value)", "give MHz from 20 to 20000")
        case .polarization(let code): ("polarization", "\(code)", "give 0 for horizontal or 1 for vertical")
        case .permittivity(let value): ("relativePermittivity", "\(value)", "give 1 or more")
        case .conductivity(let value): ("conductivitySiemensPerMeter", "\(value)", "give S/m above 0")
        case .groundImpedance(let real, let imaginary):
            (
                "conductivitySiemensPerMeter", "giving a ground impedance of \(real) + \(imaginary)i, more imaginary than real",
                "give a permittivity and conductivity that belong together, such as 15 and 0.005 S/m"
            )
        case .variabilityMode(let code): ("mdvar", "\(code)", "give 0 to 3, 10 to 13, 20 to 23 or 30 to 33")
        case .effectiveEarth(let radius):
            ("seaLevelRefractivityNUnits", "giving an effective Earth radius of \(radius) m", "give a refractivity nearer to 301")
        case .surfaceRefractivityTooSmall(let value):
            ("seaLevelRefractivityNUnits", "giving \(value) N-units at the ground, below 150", "give a greater one for ground so high")
        case .surfaceRefractivityTooLarge(let value):
            ("seaLevelRefractivityNUnits", "giving \(value) N-units at the ground, above 400", "give a smaller one")
        }
    }

    /// One line: quantity, value, remedy, NTIA's code.
    public var description: String {
        let parts = parts
        return "\(parts.field) is \(parts.value); \(parts.remedy) (ITM error \(code))"
    }
}
