import Geodesy
import Planning

/// One source that reaches a village and counts.
struct HeardSource: Sendable {
    var carrier: Operator
    var technology: Technology
    /// Position in `World.sites`; nil when the footprint names no site.
    var site: Int?
    var basis: Basis
    var isWeak: Bool
}

/// All that one village hears, kept as far as the verdict needs it. The order in which sources come does not matter.
struct Heard: Sendable {
    /// What one operator brings.
    struct Service: Sendable {
        let carrier: Operator
        /// Ascending.
        fileprivate(set) var technologies: [Technology]
        fileprivate(set) var best: BestSource
        fileprivate(set) var isFootprint: Bool

        var stated: OperatorService {
            OperatorService(
                operator: carrier, technologies: technologies, bestSite: best.source.site, basis: isFootprint ? .footprint : .disc)
        }
    }

    /// Ascending by operator.
    private(set) var services: [Service] = []
    /// Technologies that count, ascending.
    private(set) var technologies: [Technology] = []
    private(set) var best: BestSource?
    /// Any source that counts is a footprint.
    private(set) var isFootprint = false
    /// Every source that counts is weak evidence.
    private(set) var isWeak = true
    /// Technologies that reach it and do not count, ascending.
    private(set) var uncounted: [Technology] = []
    /// Within the disc of a site that is planned.
    var isPlannedInRange = false
    /// Within the disc of a site on air whose operator states footprints instead.
    var isSiteInRange = false

    /// Takes in a source.
    /// - Parameters:
    ///   - meters: from the source's site to the village, when known already.
    ///   - distance: the same from any site, by its position; asked only when two sources must be told apart by it.
    mutating func add(_ source: HeardSource, meters: Double? = nil, distance: (Int) -> Double) {
        var rival = BestSource(source: source, meters: meters)
        if source.basis == .footprint { isFootprint = true }
        if !source.isWeak { isWeak = false }
        Self.insert(source.technology, into: &technologies)
        if best == nil { best = rival } else { best?.meet(&rival, distance) }
        if let known = services.firstIndex(where: { $0.carrier == source.carrier }) {
            Self.insert(source.technology, into: &services[known].technologies)
            services[known].best.meet(&rival, distance)
            if source.basis == .footprint { services[known].isFootprint = true }
        } else {
            let service = Service(
                carrier: source.carrier, technologies: [source.technology], best: rival, isFootprint: source.basis == .footprint)
            services.insert(service, at: services.firstIndex { $0.carrier > source.carrier } ?? services.count)
        }
    }

    /// Takes in a technology that reaches the village and does not count.
    mutating func addUncounted(_ technology: Technology) { Self.insert(technology, into: &uncounted) }

    /// Keeps a handful of different values ascending; at this size hashing would cost more than looking.
    private static func insert(_ value: Technology, into values: inout [Technology]) {
        guard !values.contains(value) else { return }
        values.insert(value, at: values.firstIndex { $0 > value } ?? values.count)
    }
}
