import Planning
import Terrain

/// Why a village has its grade. The raw value is the stable code of every output.
public enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
    /// Inside a footprint that counts.
    case insideFootprint = "inside-footprint"
    /// Inside the range disc of a site that counts.
    case insideDisc = "inside-disc"
    /// Heard, but by fewer operators than the rule asks for.
    case tooFewOperators = "too-few-operators"
    /// Heard only by a technology that the rule does not count, or no longer.
    case onlyRetiredTechnology = "only-retired-technology"
    /// A site stands within range, but no footprint of its operator reaches the village.
    case outsideFootprints = "outside-footprints"
    /// Only a site that is not on air yet is within range.
    case onlyPlannedSite = "only-planned-site"
    /// No site that counts stands within its range.
    case noSiteInRange = "no-site-in-range"
    /// The predicted level reaches the rule's threshold with its probability.
    case predictedSignal = "predicted-signal"
    /// The ground between the best site and the village takes what would otherwise reach it.
    case behindTerrain = "behind-terrain"
    /// The best site is strong enough, but its antennas look elsewhere.
    case outsideBeam = "outside-beam"
    /// Too far from the best site, whatever stands between.
    case signalTooWeak = "signal-too-weak"
    /// A level by a model without terrain reaches the threshold, and the rule lets that grade.
    case fallbackSignal = "fallback-signal"
    /// A site might reach the village over ground of which there is no terrain.
    case terrainMissing = "terrain-missing"
    /// Not covered by what is known, and the site list is not declared complete here.
    case siteListIncomplete = "site-list-incomplete"
    /// The centre has signal, or may have it, and other places of the village have none.
    case partlyReached = "partly-reached"

    /// The words for people.
    public var label: Bilingual {
        switch self {
        case .insideFootprint: Bilingual(vi: "nằm trong vùng phủ", en: "inside a footprint")
        case .insideDisc: Bilingual(vi: "nằm trong bán kính phủ của trạm", en: "inside a site's range disc")
        case .tooFewOperators: Bilingual(vi: "ít nhà mạng hơn quy định", en: "heard by too few operators")
        case .onlyRetiredTechnology: Bilingual(vi: "chỉ có công nghệ không được tính", en: "only a technology that does not count")
        case .outsideFootprints: Bilingual(vi: "có trạm trong tầm nhưng ngoài vùng phủ", en: "a site is in range, no footprint reaches")
        case .onlyPlannedSite: Bilingual(vi: "chỉ có trạm chưa phát sóng", en: "only a planned site")
        case .noSiteInRange: Bilingual(vi: "không có trạm trong tầm", en: "no site in range")
        case .predictedSignal: Bilingual(vi: "mức thu dự báo đạt ngưỡng", en: "the predicted signal is strong enough")
        case .behindTerrain: Bilingual(vi: "bị núi che khuất trạm", en: "terrain hides the site")
        case .outsideBeam: Bilingual(vi: "ngoài hướng búp sóng của trạm", en: "outside the beams of the site")
        case .signalTooWeak: Bilingual(vi: "trạm ở quá xa, sóng yếu", en: "too far from the site")
        case .fallbackSignal:
            Bilingual(vi: "mức thu ước tính không theo địa hình đạt ngưỡng", en: "strong enough by a model without terrain")
        case .terrainMissing: Bilingual(vi: "thiếu dữ liệu địa hình", en: "terrain is missing on a path that might reach")
        case .siteListIncomplete: Bilingual(vi: "chưa đủ danh sách trạm", en: "site list not complete here")
        case .partlyReached: Bilingual(vi: "sóng không tới hết các cụm dân cư", en: "signal does not reach all parts of the village")
        }
    }
}

/// What a verdict rests on.
public enum Basis: String, CaseIterable, Hashable, Sendable, Codable {
    /// Polygons stated by operators.
    case footprint
    /// Range discs around sites, where the operator gives no polygons.
    case disc
    /// The level over the exact path, by P.1812 over terrain.
    case terrainPrediction = "terrain-prediction"
    /// A level by a model that knows no terrain, for want of it.
    case noTerrainFallback = "no-terrain-fallback"
    /// Nothing known covers the village: the verdict rests on the completeness of the lists.
    case absence
}

/// How far a verdict may be trusted.
public enum Confidence: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    /// Hardly: a guess, a level next to the threshold, sources that contradict each other, or data that may be missing.
    case low
    /// Fairly: one operator's statement, a site list declared complete, or a level some way off the threshold.
    case medium
    /// Well: statements of several operators, or a level at least one planning σ off the one needed.
    case high

    private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }

    /// Orders from low to high.
    public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }
}

/// A remark that a planner must see beside the grade.
public enum VerdictNote: String, CaseIterable, Hashable, Sendable, Codable {
    /// 3G is the only technology that counts here; it ends in 2028.
    case only3G = "only-3g"
    /// One operator only.
    case singleOperator = "single-operator"
    /// The coordinate is known only to the arc-minute.
    case roundedCoordinate = "rounded-coordinate"
    /// Rests on crowd-sourced cells.
    case weakEvidence = "weak-evidence"
    /// Nearer to the site than the model is made for (250 m): free space and diffraction alone.
    case belowModelRange = "below-model-range"
    /// The village hears its best site with the rule's probability, but the site would not hear a call from it with the same.
    case uplinkLimited = "uplink-limited"
    /// Footprints and prediction give different grades.
    case sourcesDisagree = "sources-disagree"
    /// Where the village's people live is not known: a ring around its centre stands for them.
    case assumedExtent = "assumed-extent"
}

/// What one operator brings to a village.
public struct OperatorService: Hashable, Sendable, Codable {
    /// Whose service it is.
    public var `operator`: Operator
    /// Its technologies heard that count, ascending.
    public var technologies: [Technology]
    /// Position in `World.sites` of its best serving site; nil when not known.
    public var bestSite: Int?
    /// `footprint` when any footprint of the operator holds the village, else `disc`; `terrainPrediction` when predicted.
    public var basis: Basis
    /// Predicted level of its best site, dBm; nil when nothing was predicted.
    public var signalDBm: Double? = nil
    /// Probability that the level reaches the rule's threshold, 0…1.
    public var probability: Double? = nil
}

/// The verdict on one village: its grade by all its places, everything else by its centre.
public struct VillageVerdict: Hashable, Sendable, Codable {
    /// Position of the village in `World.villages`.
    public var village: Int
    /// How well the village is served, by all its places.
    public var grade: Grade
    /// Why it has that grade.
    public var reason: Reason
    /// What the verdict rests on.
    public var basis: Basis
    /// How far it may be trusted.
    public var confidence: Confidence
    /// What each operator heard brings, ascending by operator.
    public var services: [OperatorService]
    /// Operators heard, ascending by id.
    public var operators: [Operator] { services.map(\.operator) }
    /// Technologies heard that count, ascending.
    public var technologies: [Technology]
    /// Position in `World.sites` of the best serving site: the strongest by prediction; by footprints the one of the newest technology, then the
    /// nearest. Nil when not known.
    public var bestSite: Int?
    /// The operator that serves best or, where none does, comes nearest to it; nil when nothing is heard or computed.
    public var bestOperator: Operator?
    /// The technology by which it does.
    public var bestTechnology: Technology?
    /// The nearest site on air, whatever it covers.
    public var nearestSite: Int?
    /// From the centre to that site, metres; nil when no site is on air.
    public var nearestSiteMeters: Double?
    /// Predicted level of the best site, dBm; nil when nothing was predicted.
    public var signalDBm: Double?
    /// Probability of coverage, 0…1; nil when nothing was predicted.
    public var probability: Double?
    /// The path from the best site; nil when none was computed over terrain.
    public var prediction: PredictedSignal? = nil
    /// The terrain tiles that could change the grade, ascending: those that are missing, or that have a hole where a path crosses them.
    public var missingTiles: [TerrainTile] = []
    /// Technologies that reach the centre of a village that is not covered there and that the rule does not count, or no longer, ascending.
    public var uncountedTechnologies: [Technology] = []
    /// What the places of the village say; nil where the rule looks at the centre alone.
    public var extent: ExtentVerdict? = nil
    /// What each source says by itself, where both were asked.
    public var sources: Sources? = nil
    /// What must be seen beside the grade, each once, in the order of the enumeration.
    public var notes: [VerdictNote]

    /// How much of the village lacks signal, 0…1: of its households where they are known by place, else of its places; 0 where nothing is known.
    public var shareWithoutSignal: Double {
        switch grade {
        case .covered, .unknown: 0
        case .uncovered: 1
        case .partial: 1 - (extent?.shareHouseholdsCovered ?? extent?.shareClustersCovered ?? 0)
        }
    }

    /// The newest technology that counts here, as a class of its own where it is about to end.
    public var serviceClass: ServiceClass { ServiceClass(technologies) }

    /// The grades by footprints alone and by prediction alone.
    public struct Sources: Hashable, Sendable, Codable {
        /// Grade by footprints and range discs alone.
        public var footprints: Grade
        /// Grade by prediction alone.
        public var prediction: Grade
        /// The prediction's best level, dBm, and its site, whether or not that is what serves the village.
        public var predictedDBm: Double?
        /// Position in `World.sites` of the site with that level; nil when no path could be computed.
        public var predictedSite: Int?

        /// Whether both know an answer, and not the same.
        public var disagree: Bool { footprints != .unknown && prediction != .unknown && footprints != prediction }
    }
}
