import Candidates
import Coverage
import Geodesy
import Geometry
import Planning

/// What a design costs, computed again from the cost table by its own path: every distance by trying all villages and sites, every sum in 128 bits.
struct NaiveCost {
    let world: World
    let settings: PlanSettings
    let technologies: [Technology]
    let dead: [Int]
    private let declared: [Site]
    private let gridVillages: [Coordinate]
    private let roads: LineIndex?

    init(_ world: World, _ settings: PlanSettings, technologies: [Technology], dead: [Int]) {
        (self.world, self.settings, self.technologies, self.dead) = (world, settings, technologies, dead)
        declared = world.sites.filter { $0.status == .active && $0.evidence == .declared }
        gridVillages = world.villages.filter { $0.electricity == .grid }.map(\.centre)
        roads = settings.costs.roadVNDPerKilometre > 0 && !world.roads.isEmpty ? LineIndex(world.roads) : nil
    }

    private func kilometres(_ place: Coordinate, _ others: [Coordinate]) -> Double? {
        others.map { Geodesic.distanceMeters(place, $0) }.min().map { $0 / 1000 }
    }

    private func thousands(_ sum: Double) -> Int128? {
        let rounded = (sum / 1000).rounded() * 1000
        return rounded.isFinite && abs(rounded) < 1e30 ? Int128(rounded) : nil
    }

    /// The power of a place and what it costs over the horizon.
    private func power(_ place: CandidatePlace, forced: PowerSource?) -> (PowerSource, Int128)? {
        let costs = settings.costs
        func price(_ power: PowerSource) -> Int128? {
            var sum: Int128 = power == .solar ? Int128(costs.solarSurchargeVND) : 0
            if power == .grid, let rate = costs.gridExtensionVNDPerKilometre, let far = kilometres(place.place, gridVillages) {
                guard let line = thousands(Double(rate) * far) else { return nil }
                sum += line
            }
            guard let running = yearly({ power == .solar ? $0.solarVNDPerYear : $0.gridVNDPerYear }) else { return nil }
            return sum + running
        }
        func priced(_ power: PowerSource) -> (PowerSource, Int128)? { price(power).map { (power, $0) } }
        if let stated = forced ?? place.power { return priced(stated) }
        if costs.gridExtensionVNDPerKilometre != nil, !gridVillages.isEmpty {
            return [PowerSource.grid, .solar].compactMap(priced).min { $0.1 < $1.1 }
        }
        let nearest = dead.min {
            Geodesic.distanceMeters(place.place, world.villages[$0].centre)
                < Geodesic.distanceMeters(place.place, world.villages[$1].centre)
        }
        return priced(nearest.map { world.villages[$0].electricity == .none } ?? false ? .solar : .grid)
    }

    /// The yearly sum of each year brought to today, year by year.
    private func yearly(_ sum: (OperatingCost) -> Int64) -> Int128? {
        guard let operation = settings.costs.operation else { return 0 }
        var (value, factor) = (0.0, 1.0)
        for _ in 0..<operation.horizonYears {
            factor /= 1 + operation.discountRatePercent / 100
            value += Double(sum(operation)) * factor
        }
        return thousands(value)
    }

    /// The cost of a design with its straight line where one is part of it; nil when it does not fit into 64 bits.
    ///
    /// - Parameters:
    ///   - withLine: by default where the project asks for no chains.
    ///   - power: instead of the place's own.
    func total(_ design: OptionDesign, withLine: Bool? = nil, power forced: PowerSource? = nil) -> Int64? {
        let (place, costs) = (design.place, settings.costs)
        if let stated = place.statedCostVND { return stated }
        func equipment(_ sets: Int) -> Int128 { Int128(costs.equipmentVND(technologies)) * Int128(sets) }
        if let site = place.existingSite.map({ world.sites[$0] }) {
            guard let running = yearly(\.addedVNDPerYear) else { return nil }
            var sum = equipment(max(1, design.operators.count)) + running
            if design.work == .raisedMast {
                let old = site.mastHeightMeters ?? Station.defaultMastHeightMeters
                let more = costs.siteCostVND(mastHeightMeters: design.mastHeightMeters) - costs.siteCostVND(mastHeightMeters: old)
                sum += Int128(max(costs.leastRaisingVND, more))
            }
            return Int64(exactly: sum)
        }
        guard let (_, powered) = power(place, forced: forced) else { return nil }
        var sum =
            powered + Int128(costs.siteCostVND(mastHeightMeters: design.mastHeightMeters)) + equipment(max(0, design.operators.count - 1))
        if withLine ?? (settings.backhaul == nil) {
            let far = kilometres(place.place, declared.map(\.place)) ?? 0
            guard let line = thousands(Double(costs.transmissionVNDPerKilometre) * far) else { return nil }
            sum += line
        }
        if let roads {
            let meters = place.distanceToRoadMeters ?? roads.nearestPlace(to: place.place, withinMeters: 100_000)?.distanceMeters ?? 100_000
            guard let track = thousands(Double(costs.roadVNDPerKilometre) * meters / 1000) else { return nil }
            sum += track
        }
        return Int64(exactly: sum)
    }
}
