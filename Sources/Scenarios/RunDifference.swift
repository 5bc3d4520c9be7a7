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
        return Comparison.Difference(
            from: name, to: other.name, sitesAdded: Self.changes(theirs.values.filter { mine[$0.id] == nil }),
            sitesRemoved: Self.changes(mine.values.filter { theirs[$0.id] == nil }),
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

    private static func changes(_ sites: [PlanDocument.ProposedSite]) -> [Comparison.SiteChange] {
        sites.map { .init(id: $0.id, lon: $0.lon, lat: $0.lat, costVND: $0.costVND, synthetic: $0.synthetic) }.sorted { $0.id < $1.id }
    }

    /// Villages that both runs know and grade differently, by id.
    private static func changes(_ before: [String: VillageState], _ after: [String: VillageState]) -> [Comparison.VillageChange] {
        before.values.compactMap { old in
            guard let new = after[old.id], old.grade != new.grade else { return nil }
            return Comparison.VillageChange(
                id: new.id, name: new.name, commune: new.commune, lon: new.place.longitude, lat: new.place.latitude,
                households: new.households, from: old.grade, to: new.grade, synthetic: new.isSynthetic)
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
