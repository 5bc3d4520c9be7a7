/// What counts as signal: a versioned file, never a constant in code.
public struct CoverageRule: Hashable, Sendable, Codable {
    /// A technology that counts, and until when.
    public struct CountedTechnology: Hashable, Sendable, Codable {
        /// The technology.
        public var technology: Technology
        /// Last day on which it counts; nil = no end known.
        public var until: CalendarDate?
        /// Makes an entry.
        public init(technology: Technology, until: CalendarDate? = nil) {
            self.technology = technology
            self.until = until
        }
    }

    /// Where the phone is held.
    public enum Environment: String, Hashable, Sendable, Codable, CaseIterable {
        /// Under the open sky.
        case outdoor
        /// Inside a house, with its extra loss.
        case indoor
        /// Inside a car, with its extra loss.
        case vehicle
    }

    /// Name by which projects call it.
    public var id: String
    /// Counts up when the rule changes.
    public var version: Int
    /// What it is called.
    public var title: Bilingual
    /// Where the rule comes from, and which of its numbers are ours.
    public var source: String
    /// What a reader of results should know about it.
    public var note: Bilingual
    /// The technologies that count, each once.
    public var technologies: [CountedTechnology]
    /// How many different operators must be heard, at least 1.
    public var minimumOperators: Int
    /// Reference signal received power that counts as signal, dBm.
    public var rsrpDBm: Double
    /// Power from which the signal is called good, dBm.
    public var goodRSRPDBm: Double
    /// Height of the phone above ground in metres.
    public var receiverHeightMeters: Double
    /// Where the phone is held.
    public var environment: Environment
    /// Extra loss indoors below 1 GHz, dB.
    public var indoorExtraBelow1GHzDB: Double
    /// Extra loss indoors above 1 GHz, dB.
    public var indoorExtraAbove1GHzDB: Double
    /// Extra loss in a car, dB. Default 9: the mean of 3GPP TR 38.901, clause 7.4.3.2, for windows without metal.
    public var vehicleExtraDB = 9.0
    /// Only what this operator brings counts; nil = every operator.
    public var onlyOperator: Operator?
    /// Which villages the rule is about.
    public var eligibility = Eligibility.all
    /// Probability with which the level must be reached, 0…1.
    public var probability: Double
    /// Planning σ in dB: location variability and model error together.
    public var planningSigmaDB: Double
    /// Grades that the rule tells apart. With `partial` among them a village is covered when all of its places have signal, uncovered when none
    /// has, partial in between; without it the centre alone decides.
    public var grades: [Grade]
    /// True when a level computed without terrain may grade a village.
    public var gradeByFallback: Bool
    /// Range disc per technology in metres, used where an operator gives no footprint.
    public var discRadiiMeters: [Technology: Double]
    /// Assumed extent of a village without known clusters: number of points on a ring.
    public var assumedExtentPoints: Int
    /// Largest radius of that ring in metres.
    public var assumedExtentRingMeters: Double

    /// Makes a rule; what is left out has the defaults of the design.
    public init(
        id: String, version: Int, title: Bilingual, source: String, note: Bilingual, technologies: [CountedTechnology],
        minimumOperators: Int = 1, rsrpDBm: Double = -115, goodRSRPDBm: Double = -105, receiverHeightMeters: Double = 1.5,
        environment: Environment = .outdoor, indoorExtraBelow1GHzDB: Double = 12, indoorExtraAbove1GHzDB: Double = 14,
        probability: Double = 0.9, planningSigmaDB: Double = 8, grades: [Grade] = [.covered, .uncovered],
        gradeByFallback: Bool = false, discRadiiMeters: [Technology: Double], assumedExtentPoints: Int = 6,
        assumedExtentRingMeters: Double = 600
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.source = source
        self.note = note
        self.technologies = technologies
        self.minimumOperators = minimumOperators
        self.rsrpDBm = rsrpDBm
        self.goodRSRPDBm = goodRSRPDBm
        self.receiverHeightMeters = receiverHeightMeters
        self.environment = environment
        self.indoorExtraBelow1GHzDB = indoorExtraBelow1GHzDB
        self.indoorExtraAbove1GHzDB = indoorExtraAbove1GHzDB
        self.probability = probability
        self.planningSigmaDB = planningSigmaDB
        self.grades = grades
        self.gradeByFallback = gradeByFallback
        self.discRadiiMeters = discRadiiMeters
        self.assumedExtentPoints = assumedExtentPoints
        self.assumedExtentRingMeters = assumedExtentRingMeters
    }

    /// Whether a village is more than its centre: only a rule that knows the grade `partial` looks at the places around it.
    public var looksAtExtent: Bool { grades.contains(.partial) }
    /// Whether an operator's service counts.
    public func counts(_ carrier: Operator) -> Bool { onlyOperator.map { $0 == carrier } ?? true }

    /// The technologies that count on a day, ascending.
    public func countedTechnologies(on day: CalendarDate) -> [Technology] {
        technologies.filter { $0.until.map { day <= $0 } ?? true }.map(\.technology).sorted()
    }
}
