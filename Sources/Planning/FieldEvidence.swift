import Geodesy

/// A level that somebody measured in the field with a phone or a scanner, outdoors unless said otherwise.
public struct FieldMeasurement: Hashable, Sendable {
    /// The day on which it was taken.
    public var takenOn: CalendarDate
    /// Where it was taken, WGS 84.
    public var place: Coordinate
    /// Whose signal was measured.
    public var `operator`: Operator
    /// What was measured.
    public var technology: Technology
    /// Reference signal received power, dBm. For 2G and 3G the level of the cell's reference channel, as their phones report it.
    public var rsrpDBm: Double
    /// Carrier frequency, MHz; nil when not known.
    public var bandMHz: Double?
    /// True when the row was made up.
    public var isSynthetic: Bool

    /// Describes a measurement.
    public init(
        takenOn: CalendarDate, place: Coordinate, operator: Operator, technology: Technology, rsrpDBm: Double, bandMHz: Double? = nil,
        isSynthetic: Bool = false
    ) {
        self.takenOn = takenOn
        self.place = place
        self.operator = `operator`
        self.technology = technology
        self.rsrpDBm = rsrpDBm
        self.bandMHz = bandMHz
        self.isSynthetic = isSynthetic
    }
}

/// What people say of a village: an answer of a council to voters, a letter of a commune, a call to an operator.
public struct FieldReport: Hashable, Sendable {
    /// What is said.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// None at all.
        case noSignal = "no-signal"
        /// Signal in parts of the village, or at times.
        case weak
        /// There is signal.
        case signal

        /// The word for people.
        public var label: Bilingual {
            switch self {
            case .noSignal: Bilingual(vi: "không có sóng", en: "no signal")
            case .weak: Bilingual(vi: "sóng yếu", en: "weak signal")
            case .signal: Bilingual(vi: "có sóng", en: "signal")
            }
        }
    }

    /// Position of the village in `World.villages`.
    public var village: Int
    /// The day, as exactly as it is stated.
    public var date: CalendarDate
    /// Whose signal; nil when any operator's is meant.
    public var `operator`: Operator?
    /// Which technologies; empty when any is meant.
    public var technologies: [Technology]
    /// What is said of the signal.
    public var kind: Kind
    /// Who says so.
    public var source: String
    /// True when the row was made up.
    public var isSynthetic: Bool

    /// Describes a report.
    public init(
        village: Int, date: CalendarDate, operator: Operator? = nil, technologies: [Technology] = [], kind: Kind, source: String = "",
        isSynthetic: Bool = false
    ) {
        self.village = village
        self.date = date
        self.operator = `operator`
        self.technologies = technologies
        self.kind = kind
        self.source = source
        self.isSynthetic = isSynthetic
    }
}

/// What is known from the field, in the order of the inputs.
public struct FieldEvidence: Hashable, Sendable {
    /// Levels measured in the field.
    public var measurements: [FieldMeasurement]
    /// What people say of villages.
    public var reports: [FieldReport]

    /// Describes evidence; without arguments there is none.
    public init(measurements: [FieldMeasurement] = [], reports: [FieldReport] = []) {
        self.measurements = measurements
        self.reports = reports
    }

    /// Whether there is neither a measurement nor a report.
    public var isEmpty: Bool { measurements.isEmpty && reports.isEmpty }
}
