import Coverage
import Geodesy
import Geometry
import Planning

/// What designs cost by the cost table, and where their power comes from.
struct OptionCosts: Sendable {
    private let world: World
    private let settings: PlanSettings
    private let technologies: [Technology]
    private let deadVillages: [Int]
    private let deadIndex: PointIndex
    /// Villages with grid electricity; nil where the table does not count lines from the grid.
    private let gridIndex: PointIndex?
    /// Nil where the table does not count tracks.
    private let roads: LineIndex?
    private let active: [Int]
    private let parents: PointIndex

    /// How far a road is looked for, metres.
    private static let roadMeters = 100_000.0

    init(_ world: World, _ settings: PlanSettings, technologies: [Technology], deadVillages: [Int]) {
        self.world = world
        self.settings = settings
        self.technologies = technologies
        self.deadVillages = deadVillages
        deadIndex = PointIndex(deadVillages.map { world.villages[$0].centre })
        let grid = world.villages.filter { $0.electricity == .grid }.map(\.centre)
        gridIndex = settings.costs.gridExtensionVNDPerKilometre == nil || grid.isEmpty ? nil : PointIndex(grid)
        roads = settings.costs.roadVNDPerKilometre > 0 && !world.roads.isEmpty ? LineIndex(world.roads) : nil
        active = world.sites.indices.filter { world.sites[$0].status == .active && world.sites[$0].evidence == .declared }
        parents = PointIndex(active.map { world.sites[$0].place })
    }

    /// The nearest site on air, and its distance.
    func parent(of place: Coordinate) -> (site: Int, kilometres: Double)? {
        parents.nearest(to: place).map { (active[$0.index], $0.distanceMeters / 1000) }
    }

    /// Whole thousands: a straight line says nothing finer, and the optimiser's numbers stay exact. Beyond 64 bits the largest number, so that the
    /// sum overflows and is reported.
    private func line(_ perKilometre: Int64, _ kilometres: Double) -> Int64 {
        Int64(exactly: (Double(perKilometre) * kilometres / 1000).rounded() * 1000) ?? .max
    }

    /// The power of a place: as stated; else, with lines from the grid counted, the cheaper of grid and sun over the horizon; else as the nearest
    /// dead village has it.
    func power(at place: CandidatePlace) -> PowerSource {
        if let stated = place.power { return stated }
        if gridIndex != nil {
            func total(_ power: PowerSource) -> Int64? { powerParts(power, at: place.place).totalVND }
            return (total(.grid) ?? .max) <= (total(.solar) ?? .max) ? .grid : .solar
        }
        guard let nearest = deadIndex.nearest(to: place.place) else { return .grid }
        return world.villages[deadVillages[nearest.index]].electricity == .none ? .solar : .grid
    }

    private func powerParts(_ power: PowerSource, at place: Coordinate) -> CostParts {
        let costs = settings.costs
        var parts = CostParts()
        switch power {
        case .solar: parts.powerVND = costs.solarSurchargeVND
        case .grid:
            if let rate = costs.gridExtensionVNDPerKilometre, let near = gridIndex?.nearest(to: place) {
                parts.gridVND = line(rate, near.distanceMeters / 1000)
            }
        }
        if let operation = costs.operation {
            parts.operationVND =
                operation.presentVND(ofYearlyVND: power == .solar ? operation.solarVNDPerYear : operation.gridVNDPerYear) ?? .max
        }
        return parts
    }

    /// The parts of a design's cost.
    ///
    /// - Parameter kilometres: of the line to the network; nil = none, or priced elsewhere.
    func parts(_ design: OptionDesign, power: PowerSource, kilometres: Double?) -> CostParts {
        let (place, costs) = (design.place, settings.costs)
        if let stated = place.statedCostVND { return CostParts(statedVND: stated) }
        if let site = place.existingSite.map({ world.sites[$0] }) {
            var parts = CostParts()
            let height = site.mastHeightMeters ?? Station.defaultMastHeightMeters
            let equipment = Self.product(costs.equipmentVND(technologies), max(1, design.operators.count))
            let raising = design.work == .raisedMast ? costs.raisingVND(fromMeters: height, toMeters: design.mastHeightMeters) : 0
            let (sum, overflow) = equipment.addingReportingOverflow(raising)
            parts.equipmentVND = overflow ? .max : sum
            if let operation = costs.operation {
                parts.operationVND = operation.presentVND(ofYearlyVND: operation.addedVNDPerYear) ?? .max
            }
            return parts
        }
        var parts = powerParts(power, at: place.place)
        parts.siteVND = costs.siteCostVND(mastHeightMeters: design.mastHeightMeters)
        parts.transmissionVND = line(costs.transmissionVNDPerKilometre, kilometres ?? 0)
        // The price of a site holds the equipment of its first operator.
        parts.equipmentVND =
            design.operators.count > 1 ? Self.product(costs.equipmentVND(technologies), design.operators.count - 1) : 0
        if let roads {
            let meters = place.distanceToRoadMeters ?? roads.nearestPlace(to: place.place, withinMeters: Self.roadMeters)?.distanceMeters
            parts.roadVND = line(costs.roadVNDPerKilometre, (meters ?? Self.roadMeters) / 1000)
        }
        return parts
    }

    /// A cost that does not fit is the greatest there is, and refused as such where it is summed up.
    private static func product(_ costVND: Int64, _ times: Int) -> Int64 {
        let (product, overflow) = costVND.multipliedReportingOverflow(by: Int64(times))
        return overflow ? .max : product
    }
}
