import Coverage
import Geodesy
import Planning

extension RunSnapshot {
    /// What changes from this run to another.
    ///
    /// - Throws: `StoreError` when sums go beyond 64 bits.
    func difference(to other: RunSnapshot) throws(StoreError) -> Comparison.Difference {
        let (mine, theirs) = (sitesByID, other.sitesByID)
        let (before, after) = (villagesByID, other.villagesByID)
        let regraded = Self.changes(before, after)
        let gained = regraded.filter { $0.to == .covered }
        let lost = regraded.filter { $0.from == .covered }
        let (cost, overflow) = (other.plan?.costVND ?? 0).subtractingReportingOverflow(plan?.costVND ?? 0)
        if overflow { throw other.tooLarge("costs") }
        // A site is the same by its id, or where it stands: another search may call a place otherwise.
        let kept = theirs.values.compactMap { site -> Pair? in
            let pair = mine[site.id].map { Pair(from: $0, to: site) }
            return pair.flatMap { $0.meters <= SamePlace.sameSiteMeters ? $0 : nil }
        }
        let keptIDs = Set(kept.map(\.to.id))
        let (removed, added) = (mine.values.filter { !keptIDs.contains($0.id) }, theirs.values.filter { !keptIDs.contains($0.id) })
        let renamed = Self.pairs(removed, added, within: SamePlace.meters) { _, _ in true }
        let (old, new) = (Set(renamed.map(\.from.id)), Set(renamed.map(\.to.id)))
        let moved = Self.pairs(
            removed.filter { !old.contains($0.id) }, added.filter { !new.contains($0.id) }, within: Self.farthestMoveMeters
        ) { !Set($0.villagesCovered).isDisjoint(with: $1.villagesCovered) }
        let (left, arrived) = (old.union(moved.map(\.from.id)), new.union(moved.map(\.to.id)))
        let same = kept + renamed
        return Comparison.Difference(
            from: name, to: other.name,
            sitesMoved: moved.map {
                .init(from: Self.change($0.from), to: Self.change($0.to), distanceKm: ($0.meters / 10).rounded() / 100)
            },
            sitesAdded: Self.changes(added.filter { !arrived.contains($0.id) }),
            sitesRemoved: Self.changes(removed.filter { !left.contains($0.id) }),
            sitesChanged: same.map { Self.change($0.to, Self.differences($0)) }.filter { !$0.changes.isEmpty }.sorted { $0.id < $1.id },
            villagesGained: gained, villagesLost: lost,
            villagesRegraded: regraded.filter { $0.from != .covered && $0.to != .covered },
            villagesOnlyInFrom: before.keys.filter { after[$0] == nil }.sorted(),
            villagesOnlyInTo: after.keys.filter { before[$0] == nil }.sorted(), householdsGained: try other.households(of: gained),
            householdsLost: try other.households(of: lost), costDifferenceVND: cost)
    }

    private var sitesByID: [String: PlanDocument.ProposedSite] {
        Dictionary((plan?.sites ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private var villagesByID: [String: VillageState] {
        Dictionary(villages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A site of one run and the one of the other that takes its place.
    private struct Pair {
        var from: PlanDocument.ProposedSite
        var to: PlanDocument.ProposedSite

        /// Rounded to the millimetre, so that both directions agree.
        var meters: Double {
            (Geodesic.distanceMeters(
                Coordinate(longitude: from.lon, latitude: from.lat), Coordinate(longitude: to.lon, latitude: to.lat)) * 1000).rounded()
                / 1000
        }
    }

    /// How far a site may stand from the one that it takes the place of, metres.
    private static let farthestMoveMeters = 5000.0

    /// What is to be built otherwise.
    private static func differences(_ pair: Pair) -> [Comparison.FieldChange] {
        var changes: [Comparison.FieldChange] = []
        func compare(_ field: String, _ value: (PlanDocument.ProposedSite) -> String) {
            let (before, after) = (value(pair.from), value(pair.to))
            if before != after { changes.append(.init(field: field, before: before, after: after)) }
        }
        compare("id") { $0.id }
        if pair.meters > SamePlace.meters { compare("place") { "\($0.lon), \($0.lat)" } }
        compare("option") { $0.option }
        compare("mast_height_m") { "\($0.mastHeightMeters)" }
        compare("operators") { $0.operators.map(\.id).sorted().joined(separator: ", ") }
        compare("technologies") { $0.technologies.map(\.rawValue).sorted().joined(separator: ", ") }
        compare("power") { $0.power.rawValue }
        compare("parent") { $0.parent ?? "" }
        compare("cost_vnd") { String($0.costVND) }
        return changes
    }

    private static func change(
        _ site: PlanDocument.ProposedSite, _ changes: [Comparison.FieldChange] = []
    ) -> Comparison.SiteChange {
        .init(id: site.id, lon: site.lon, lat: site.lat, costVND: site.costVND, changes: changes, synthetic: site.synthetic)
    }

    private static func changes(_ sites: [PlanDocument.ProposedSite]) -> [Comparison.SiteChange] {
        sites.map { change($0) }.sorted { $0.id < $1.id }
    }

    /// Pairs of a removed and an added site, the nearest first. The other way round gives the same pairs.
    private static func pairs(
        _ removed: [PlanDocument.ProposedSite], _ added: [PlanDocument.ProposedSite], within farthestMeters: Double,
        where fits: (PlanDocument.ProposedSite, PlanDocument.ProposedSite) -> Bool
    ) -> [Pair] {
        var pairs: [Pair] = []
        for old in removed {
            for new in added where fits(old, new) {
                let pair = Pair(from: old, to: new)
                if pair.meters <= farthestMeters { pairs.append(pair) }
            }
        }
        // Names in order of their texts, so that neither direction is preferred.
        func names(_ pair: Pair) -> (String, String) { (min(pair.from.id, pair.to.id), max(pair.from.id, pair.to.id)) }
        pairs.sort { $0.meters != $1.meters ? $0.meters < $1.meters : names($0) < names($1) }
        var (left, arrived): (Set<String>, Set<String>) = ([], [])
        return pairs.filter { pair in
            guard !left.contains(pair.from.id), !arrived.contains(pair.to.id) else { return false }
            left.insert(pair.from.id)
            arrived.insert(pair.to.id)
            return true
        }
    }

    /// Villages that both runs know and grade differently, by id.
    private static func changes(_ before: [String: VillageState], _ after: [String: VillageState]) -> [Comparison.VillageChange] {
        before.values.compactMap { old in
            guard let new = after[old.id], old.grade != new.grade else { return nil }
            return Comparison.VillageChange(
                id: new.id, name: new.name, commune: new.commune, lon: new.place.longitude, lat: new.place.latitude,
                households: new.households, from: old.grade, to: new.grade,
                coveredBy: old.grade == .covered ? old.account : new.grade == .covered ? new.account : "",
                whyNot: old.grade == .covered ? new.account : new.grade == .covered ? old.account : "", synthetic: new.isSynthetic)
        }.sorted { $0.id < $1.id }
    }

    private func households(of villages: [Comparison.VillageChange]) throws(StoreError) -> Int {
        var sum = 0
        for village in villages {
            let (next, overflow) = sum.addingReportingOverflow(village.households)
            if overflow { throw tooLarge("households") }
            sum = next
        }
        return sum
    }
}
