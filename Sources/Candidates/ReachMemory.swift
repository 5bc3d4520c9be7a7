import Coverage
import Planning

/// What masts would reach, remembered by the mast: the places, weights, rule and ground must be the same.
///
/// Whoever keeps one between runs names it by the hash of all of these.
public struct ReachMemory: Sendable {
    /// A mast before its sectors are turned.
    struct Key: Hashable, Codable, Sendable {
        var mast: ProposedMast
        /// Whether the sectors are turned to the villages.
        var isTurned: Bool
    }

    /// What became of it.
    struct Reach: Codable, Sendable {
        /// After turning.
        var azimuthsDegrees: [Double]
        var reached: [ProposedReach.Reached]
    }

    private var known: [Key: Reach] = [:]
    /// Masts whose reach was remembered.
    public private(set) var reused = 0
    /// Masts whose reach had to be computed.
    public private(set) var computed = 0

    /// An empty memory.
    public init() {}

    /// The reach of some masts in order; what is not known is computed by `work`, all at once.
    mutating func reaches(_ keys: [Key], _ work: ([Key]) -> [Reach]) -> [Reach] {
        var missing: [Key] = []
        var asked: Set<Key> = []
        for key in keys where known[key] == nil && asked.insert(key).inserted { missing.append(key) }
        for (key, reach) in zip(missing, work(missing)) { known[key] = reach }
        computed += missing.count
        reused += Set(keys).count - missing.count
        return keys.compactMap { known[$0] }
    }
}

extension ReachMemory: Codable {
    private struct Row: Codable {
        var key: Key
        var reach: Reach
    }

    /// Reads what was kept; nothing counts as reused or computed yet.
    public init(from decoder: any Decoder) throws {
        for row in try [Row](from: decoder) { known[row.key] = row.reach }
    }

    /// Rows in the order of their masts, so that the same memory has the same bytes.
    public func encode(to encoder: any Encoder) throws {
        let rows = known.map { Row(key: $0.key, reach: $0.value) }
        func order(_ key: Key) -> [Double] {
            [key.mast.place.longitude, key.mast.place.latitude, key.mast.mastHeightMeters, key.isTurned ? 1 : 0]
                + key.mast.bandsMHz + [-1] + key.mast.azimuthsDegrees + [-1]
                + key.mast.technologies.map { Double(Technology.allCases.firstIndex(of: $0) ?? 0) }
        }
        try rows.sorted { order($0.key).lexicographicallyPrecedes(order($1.key)) }.encode(to: encoder)
    }
}
