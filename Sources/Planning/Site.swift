import Geodesy

/// A base station (trạm BTS) of one operator at one place, with the technologies it carries.
public struct Site: Hashable, Sendable {
    /// How a site is known.
    public enum Evidence: String, Hashable, Sendable, Codable {
        /// Listed by an operator or the province.
        case declared
        /// Estimated from phones' reports (OpenCelliD): the place is a guess, the range is capped.
        case crowdsourced
    }

    /// Whether the site is on air.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case active
        case planned
        case off

        /// Reads what tables write; an empty cell is `active`.
        public init?(label: String) {
            switch NameFolding.key(label) {
            case "", "active", "onair", "on", "hoatdong", "danghoatdong", "phatsong", "daphatsong", "1", "true": self = .active
            case "planned", "plan", "quyhoach", "kehoach", "dukien", "proposed": self = .planned
            case "off", "inactive", "ngung", "ngunghoatdong", "dung", "0", "false", "closed", "decommissioned": self = .off
            default: return nil
            }
        }
    }

    public var id: String
    public var `operator`: Operator
    public var place: Coordinate
    /// Technologies in ascending order, never empty.
    public var technologies: [Technology]
    /// Carrier bands in MHz, in the order of the input.
    public var bandsMHz: [Double]
    /// Power per 10 MHz carrier in dBm; nil when not given (46 is assumed by the radio rule).
    public var powerDBm: Double?
    /// Height of the antenna above ground in metres; nil when not given.
    public var mastHeightMeters: Double?
    /// Boresight azimuths in degrees from north, clockwise; empty means omnidirectional.
    public var azimuthsDegrees: [Double]
    /// Tilt below the horizon in degrees.
    public var tiltDegrees: Double?
    /// Antenna name or pattern file, empty when not given.
    public var antenna: String
    public var status: Status
    /// True when other operators must not see the site.
    public var isConfidential: Bool
    /// True when the owner lets others use the mast.
    public var isShared: Bool
    public var evidence: Evidence
    /// Largest range in metres that may be believed for this site; nil when the rule's own radius holds.
    public var rangeCapMeters: Double?
    public var isSynthetic: Bool

    public init(
        id: String, operator: Operator, place: Coordinate, technologies: [Technology], bandsMHz: [Double] = [],
        powerDBm: Double? = nil, mastHeightMeters: Double? = nil, azimuthsDegrees: [Double] = [], tiltDegrees: Double? = nil,
        antenna: String = "", status: Status = .active, isConfidential: Bool = false, isShared: Bool = false,
        evidence: Evidence = .declared, rangeCapMeters: Double? = nil, isSynthetic: Bool = false
    ) {
        self.id = id
        self.operator = `operator`
        self.place = place
        self.technologies = technologies
        self.bandsMHz = bandsMHz
        self.powerDBm = powerDBm
        self.mastHeightMeters = mastHeightMeters
        self.azimuthsDegrees = azimuthsDegrees
        self.tiltDegrees = tiltDegrees
        self.antenna = antenna
        self.status = status
        self.isConfidential = isConfidential
        self.isShared = isShared
        self.evidence = evidence
        self.rangeCapMeters = rangeCapMeters
        self.isSynthetic = isSynthetic
    }
}
