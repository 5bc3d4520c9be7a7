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
        /// On air.
        case active
        /// Decided or under construction, not on air yet.
        case planned
        /// Switched off or taken down.
        case off

        /// Reads what tables write; an empty cell is `active`.
        public init?(label: String) {
            // Punctuation alone folds to nothing too; only a dash stands for an empty cell, a question mark does not.
            guard !label.contains("?") else { return nil }
            switch NameFolding.key(label) {
            case "", "active", "onair", "on", "online", "hoatdong", "danghoatdong", "phatsong", "daphatsong", "dangphatsong", "1", "true":
                self = .active
            case "planned", "plan", "quyhoach", "kehoach", "dukien", "proposed", "dangxaydung", "chuaxaydung", "chuaphatsong",
                "chuahoatdong", "underconstruction":
                self = .planned
            case "off", "offline", "inactive", "ngung", "tamngung", "ngunghoatdong", "ngungphatsong", "dung", "tamdung", "dunghoatdong",
                "dungphatsong", "khonghoatdong", "thaodo", "dathaodo", "0", "false", "closed", "decommissioned":
                self = .off
            default: return nil
            }
        }
    }

    /// Stable key, unique in a project.
    public var id: String
    /// Whose site it is.
    public var `operator`: Operator
    /// Where it stands, WGS 84.
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
    /// Whether it is on air.
    public var status: Status
    /// True when other operators must not see the site.
    public var isConfidential: Bool
    /// True when the owner lets others use the mast.
    public var isShared: Bool
    /// Whether it is on fibre; nil when not given.
    public var hasFibre: Bool?
    /// How the site is known.
    public var evidence: Evidence
    /// Largest range in metres that may be believed for this site; nil when the rule's own radius holds.
    public var rangeCapMeters: Double?
    /// True when the site was made up for a sample.
    public var isSynthetic: Bool

    /// Makes a site from its parts.
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
