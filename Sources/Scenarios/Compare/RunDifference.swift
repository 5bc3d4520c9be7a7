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
        let moves = Self.moves(mine.values.filter { theirs[$0.id] == nil }, theirs.values.filter { mine[$0.id] == nil })
        let (left, arrived) = (Set(moves.map(\.from.id)), Set(moves.map(\.to.id)))
        return Comparison.Difference(
            from: name, to: other.name, sitesMoved: moves,
            sitesAdded: Self.changes(theirs.values.filter { mine[$0.id] == nil && !arrived.contains($0.id) }),
            sitesRemoved: Self.changes(mine.values.filter { theirs[$0.id] == nil && !left.contains($0.id) }),
            sitesChanged: Self.changes(theirs.values.filter { site in mine[site.id].map { Self.differ($0, site) } ?? false }),
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

    /// Whether something else is to be built. Two programs may round a coordinate differently: up to a metre is the same place.
    private static func differ(_ old: PlanDocument.ProposedSite, _ new: PlanDocument.ProposedSite) -> Bool {
        let meters = Geodesic.distanceMeters(
            Coordinate(longitude: old.lon, latitude: old.lat), Coordinate(longitude: new.lon, latitude: new.lat))
        return meters > 1 || old.costVND != new.costVND || old.option != new.option || old.power != new.power
            || old.mastHeightMeters != new.mastHeightMeters || old.operators != new.operators || old.technologies != new.technologies
            || old.parent != new.parent
    }

    private static func change(_ site: PlanDocument.ProposedSite) -> Comparison.SiteChange {
        .init(id: site.id, lon: site.lon, lat: site.lat, costVND: site.costVND, synthetic: site.synthetic)
    }

    private static func changes(_ sites: [PlanDocument.ProposedSite]) -> [Comparison.SiteChange] {
        sites.map(change).sorted { $0.id < $1.id }
    }

    /// How far a site may stand from the one that it takes the place of, metres.
    private static let farthestMoveMeters = 5000.0

    /// Pairs of a removed and an added site that serve some of the same villages, the nearest pairs first. The other way round gives the same pairs.
    private static func moves(_ removed: [PlanDocument.ProposedSite], _ added: [PlanDocument.ProposedSite]) -> [Comparison.SiteMove] {
        var pairs: [(from: PlanDocument.ProposedSite, to: PlanDocument.ProposedSite, meters: Double)] = []
        for old in removed {
            for new in added where !Set(old.villagesCovered).isDisjoint(with: new.villagesCovered) {
                let meters = Geodesic.distanceMeters(
                    Coordinate(longitude: old.lon, latitude: old.lat), Coordinate(longitude: new.lon, latitude: new.lat))
                if meters <= farthestMoveMeters { pairs.append((old, new, (meters * 1000).rounded() / 1000)) }
            }
        }
        // Names in order of their texts, so that neither direction is preferred.
        func names(_ pair: (from: PlanDocument.ProposedSite, to: PlanDocument.ProposedSite, meters: Double)) -> (String, String) {
            (min(pair.from.id, pair.to.id), max(pair.from.id, pair.to.id))
        }
        pairs.sort { $0.meters != $1.meters ? $0.meters < $1.meters : names($0) < names($1) }
        var (left, arrived): (Set<String>, Set<String>) = ([], [])
        return pairs.compactMap { pair in
            guard !left.contains(pair.from.id), !arrived.contains(pair.to.id) else { return nil }
            left.insert(pair.from.id)
            arrived.insert(pair.to.id)
            return Comparison.SiteMove(
                from: change(pair.from), to: change(pair.to), distanceKm: (pair.meters / 10).rounded() / 100)
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
