import Planning

/// Why a village has its grade. The raw value is the stable code of every output.
public enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
    /// Inside a footprint that counts.
    case insideFootprint = "inside-footprint"
    /// Inside the range disc of a site that counts.
    case insideDisc = "inside-disc"
    /// Heard, but by fewer operators than the rule asks for.
    case tooFewOperators = "too-few-operators"
    /// Covered only by a technology that no longer counts by the rule.
    case onlyRetiredTechnology = "only-retired-technology"
    /// A site stands within range, but no footprint of its operator reaches the village.
    case outsideFootprints = "outside-footprints"
    /// Only a site that is not on air yet is within range.
    case onlyPlannedSite = "only-planned-site"
    /// No site that counts stands within its range.
    case noSiteInRange = "no-site-in-range"
    /// Not covered by what is known, and the site list is not declared complete here.
    case siteListIncomplete = "site-list-incomplete"

    public var label: Bilingual {
        switch self {
        case .insideFootprint: Bilingual(vi: "nằm trong vùng phủ", en: "inside a footprint")
        case .insideDisc: Bilingual(vi: "nằm trong bán kính phủ của trạm", en: "inside a site's range disc")
        case .tooFewOperators: Bilingual(vi: "ít nhà mạng hơn quy định", en: "heard by too few operators")
        case .onlyRetiredTechnology: Bilingual(vi: "chỉ có công nghệ đã dừng", en: "only a retired technology")
        case .outsideFootprints: Bilingual(vi: "có trạm trong tầm nhưng ngoài vùng phủ", en: "a site is in range, no footprint reaches")
        case .onlyPlannedSite: Bilingual(vi: "chỉ có trạm chưa phát sóng", en: "only a planned site")
        case .noSiteInRange: Bilingual(vi: "không có trạm trong tầm", en: "no site in range")
        case .siteListIncomplete: Bilingual(vi: "chưa đủ danh sách trạm", en: "site list not complete here")
        }
    }
}

/// What a verdict rests on.
public enum Basis: String, CaseIterable, Hashable, Sendable, Codable {
    /// Polygons stated by operators.
    case footprint
    /// Range discs around sites, where the operator gives no polygons.
    case disc
    /// Nothing known covers the village: the verdict rests on the completeness of the lists.
    case absence
}

/// How far a verdict may be trusted.
public enum Confidence: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    case low
    case medium
    case high

    private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }
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
}

/// What one operator brings to a village.
public struct OperatorService: Hashable, Sendable {
    public var `operator`: Operator
    /// Its technologies heard that count, ascending.
    public var technologies: [Technology]
    /// Position in `World.sites` of its best serving site; nil when not known.
    public var bestSite: Int?
    /// `footprint` when any footprint of the operator holds the village, else `disc`.
    public var basis: Basis
}

/// The verdict on one village.
public struct VillageVerdict: Hashable, Sendable {
    /// Position of the village in `World.villages`.
    public var village: Int
    public var grade: Grade
    public var reason: Reason
    public var basis: Basis
    public var confidence: Confidence
    /// What each operator heard brings, ascending by operator.
    public var services: [OperatorService]
    /// Operators heard, ascending by id.
    public var operators: [Operator] { services.map(\.operator) }
    /// Technologies heard that count, ascending.
    public var technologies: [Technology]
    /// Position in `World.sites` of the best serving site: newest technology, then nearest; nil when not known.
    public var bestSite: Int?
    public var bestOperator: Operator?
    public var bestTechnology: Technology?
    /// The nearest site on air, whatever it covers.
    public var nearestSite: Int?
    public var nearestSiteMeters: Double?
    /// Predicted level; nil as long as nothing was predicted.
    public var signalDBm: Double?
    /// Probability of coverage, 0…1; nil as long as nothing was predicted.
    public var probability: Double?
    public var notes: [VerdictNote]
}
