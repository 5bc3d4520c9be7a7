import Planning
import Terrain

/// What the rule says of all the places of a village together.
public struct ExtentVerdict: Hashable, Sendable, Codable {
    /// Where the places come from.
    public var origin: VillageExtent.Origin
    /// In the order of `VillageExtent.points`: the centre first.
    public var points: [PointVerdict]
    /// Households at each point; nil when not known.
    public var households: [Double]?
    /// Share of the places where a rounded centre might be, the stated one included, that are served as the stated one is, 0…1; nil where the
    /// coordinate is not rounded.
    public var roundingAgreement: Double?

    /// All places alive: covered. None: uncovered. Some: partial, whatever is unknown of the others. Unknown only where the places that are not
    /// known could make the difference.
    public var grade: Grade {
        let alive = points.contains { $0.life == .alive }
        let dead = points.contains { $0.life == .dead }
        if alive, dead { return .partial }
        if points.contains(where: { $0.life == .unknown }) { return .unknown }
        return alive ? .covered : .uncovered
    }

    /// Number of places looked at, the centre among them.
    public var clusters: Int { points.count }

    /// Number of places that have signal for certain.
    public var clustersCovered: Int { points.count { $0.life == .alive } }

    /// Share of the places that have signal, 0…1; nil where the grade is unknown. 1 means covered, 0 uncovered.
    public var shareClustersCovered: Double? {
        grade == .unknown ? nil : Double(clustersCovered) / Double(points.count)
    }

    /// Share of the village's households that live at places with signal, 0…1; nil where the grade or the households are not known.
    public var shareHouseholdsCovered: Double? {
        guard grade != .unknown, let households else { return nil }
        let all = households.reduce(0, +)
        guard all > 0 else { return nil }
        let covered = zip(points, households).reduce(0) { $1.0.life == .alive ? $0 + $1.1 : $0 }
        return clustersCovered == clusters ? 1 : covered / all
    }

    /// The same with signal at more of the places.
    public func covering(_ more: Set<Int>) -> ExtentVerdict {
        var after = self
        for point in points.indices where more.contains(point) { after.points[point].life = .alive }
        return after
    }
}
