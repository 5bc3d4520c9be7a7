import Planning

/// The pairs of operator and technology for which the operator handed in footprints.
///
/// Where polygons exist they are the operator's statement; discs stand in only where there are none, for every such pair separately.
struct CoverageClaims {
    private struct Pair: Hashable {
        var carrier: Operator
        var technology: Technology
    }

    private let pairsWithFootprints: Set<Pair>

    init(_ footprints: [Footprint]) {
        pairsWithFootprints = Set(footprints.map { Pair(carrier: $0.operator, technology: $0.technology) })
    }

    func usesDiscs(_ carrier: Operator, _ technology: Technology) -> Bool {
        !pairsWithFootprints.contains(Pair(carrier: carrier, technology: technology))
    }
}

/// A range disc that stands in for a missing footprint.
public struct RangeDisc: Hashable, Sendable, Codable {
    /// Position of the site in `World.sites`.
    public var site: Int
    /// The technology it stands for: it counts by the rule, and its operator gives no footprints of it.
    public var technology: Technology
    /// Distance from the site up to which the technology is believed, metres, > 0.
    public var radiusMeters: Double
}

extension CoverageRule {
    /// Radius within which a site's technology is believed, in metres: the rule's, or the site's own cap when that is smaller.
    public func discRadiusMeters(of site: Site, _ technology: Technology) -> Double {
        min(discRadiiMeters[technology] ?? 0, site.rangeCapMeters ?? .infinity)
    }
}
