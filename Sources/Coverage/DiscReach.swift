import Geodesy
import Planning

/// What one site can be heard saying by its range discs.
struct DiscReach: Sendable {
    /// What a village within a technology's disc learns.
    private enum Word: Sendable {
        /// The disc stands for a footprint that is missing, and counts.
        case source
        case retired
        case planned
        /// The operator states footprints instead.
        case siteInRange
    }

    /// Position in `World.sites`.
    let site: Int
    /// The largest disc's radius, more than 0.
    let largestMeters: Double
    private let carrier: Operator
    private let isWeak: Bool
    private let words: [(technology: Technology, radiusMeters: Double, word: Word)]

    /// Nil for a site that nobody can hear: off air, or without any disc.
    init?(_ position: Int, _ site: Site, _ rule: CoverageRule, _ counted: Set<Technology>, _ claims: CoverageClaims) {
        guard site.status != .off else { return nil }
        var words: [(technology: Technology, radiusMeters: Double, word: Word)] = []
        var largest = 0.0
        for technology in site.technologies {
            let radius = rule.discRadiusMeters(of: site, technology)
            largest = max(largest, radius)
            let isCounted = counted.contains(technology)
            if site.status == .active {
                let usesDiscs = claims.usesDiscs(site.operator, technology)
                // Where footprints are the statement, only a technology that still counts makes its site one "in range".
                if usesDiscs {
                    words.append((technology, radius, isCounted ? .source : .retired))
                } else if isCounted {
                    words.append((technology, radius, .siteInRange))
                }
            } else if isCounted {
                words.append((technology, radius, .planned))
            }
        }
        guard largest > 0 else { return nil }
        (self.site, largestMeters, self.words) = (position, largest, words)
        (carrier, isWeak) = (site.operator, site.evidence == .crowdsourced)
    }

    /// Whether any of its discs stands for a footprint and counts.
    var countsAnything: Bool { words.contains { $0.word == .source } }

    /// The discs that stand for footprints and count.
    var discs: [RangeDisc] {
        words.filter { $0.word == .source && $0.radiusMeters > 0 }
            .map { RangeDisc(site: site, technology: $0.technology, radiusMeters: $0.radiusMeters) }
    }

    /// Tells a village at a distance what it hears.
    /// - Parameter sitePlaces: the places of `World.sites`.
    func speak(to place: Coordinate, atMeters meters: Double, _ sitePlaces: [Coordinate], _ heard: inout Heard) {
        for (technology, radius, word) in words where meters <= radius {
            switch word {
            case .source:
                let source = HeardSource(
                    carrier: carrier, technology: technology, site: site, basis: .disc,
                    isWeak: isWeak)
                heard.add(source, meters: meters) { Geodesic.distanceMeters(sitePlaces[$0], place) }
            case .retired: heard.addUncounted(technology)
            case .planned: heard.isPlannedInRange = true
            case .siteInRange: heard.isSiteInRange = true
            }
        }
    }
}
