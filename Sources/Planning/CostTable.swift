/// What things cost, in VND, before any taxes.
///
/// The defaults come from the Tuyên Quang press figures of 2025: one mobile BTS costs 0.5 to 1.0 billion VND, a transmission line about
/// 0.5 billion VND per kilometre. The split over mast heights and the surcharge for solar power are ours: they stay inside that band.
public struct CostTable: Hashable, Sendable, Codable {
    /// Whole site (mast, equipment, power connection) by mast height in metres, ascending.
    public var siteByMastHeight: [MastCost]
    /// Surcharge of a solar power system in VND.
    public var solarSurchargeVND: Int64
    /// Transmission line to the nearest existing site in VND per kilometre of straight line.
    public var transmissionVNDPerKilometre: Int64
    /// Equipment on a mast that stands already, by technology; one that is not listed costs ``defaultEquipmentVND``.
    public var equipment: [EquipmentCost] = []
    /// The least that replacing a mast by a higher one costs, in VND. Ours, as is the default.
    public var leastRaisingVND: Int64 = 150_000_000
    /// Line from the nearest village with grid electricity in VND per kilometre of straight line; nil = not counted: then the nearest village decides
    /// on the power of a site.
    public var gridExtensionVNDPerKilometre: Int64?
    /// Access track from the nearest road in VND per kilometre of straight line; 0 = not counted.
    public var roadVNDPerKilometre: Int64 = 0
    /// What running a site costs over the years; nil = not counted.
    public var operation: OperatingCost?

    /// Equipment of one technology where the table lists none, in VND. Ours: no public Vietnamese figure is known.
    public static let defaultEquipmentVND: Int64 = 250_000_000

    /// The cost of a site with a mast of one height.
    public struct MastCost: Hashable, Sendable, Codable {
        /// Height above ground.
        public var mastHeightMeters: Double
        /// Cost of the whole site.
        public var costVND: Int64
        /// Makes a row of the table.
        public init(mastHeightMeters: Double, costVND: Int64) {
            self.mastHeightMeters = mastHeightMeters
            self.costVND = costVND
        }
    }

    /// The cost of the equipment of one technology.
    public struct EquipmentCost: Hashable, Sendable, Codable {
        /// What the equipment sends.
        public var technology: Technology
        /// What it costs on one mast for one operator, đồng.
        public var costVND: Int64
        /// Makes a row of the table.
        public init(technology: Technology, costVND: Int64) {
            self.technology = technology
            self.costVND = costVND
        }
    }

    /// Makes a table from its parts.
    public init(siteByMastHeight: [MastCost], solarSurchargeVND: Int64, transmissionVNDPerKilometre: Int64) {
        self.siteByMastHeight = siteByMastHeight
        self.solarSurchargeVND = solarSurchargeVND
        self.transmissionVNDPerKilometre = transmissionVNDPerKilometre
    }

    /// The defaults.
    public static let standard = CostTable(
        siteByMastHeight: [
            MastCost(mastHeightMeters: 30, costVND: 500_000_000),
            MastCost(mastHeightMeters: 45, costVND: 700_000_000),
            MastCost(mastHeightMeters: 60, costVND: 1_000_000_000),
        ],
        solarSurchargeVND: 200_000_000,
        transmissionVNDPerKilometre: 500_000_000)

    /// The cost of the lowest listed mast that is at least as high as asked; the highest one when none is.
    public func siteCostVND(mastHeightMeters: Double) -> Int64 {
        (siteByMastHeight.first { $0.mastHeightMeters >= mastHeightMeters } ?? siteByMastHeight.last)?.costVND ?? 0
    }

    /// Equipment of some technologies on a mast that stands already.
    public func equipmentVND(_ technologies: [Technology]) -> Int64 {
        technologies.reduce(0) { sum, technology in
            let (next, overflow) = sum.addingReportingOverflow(
                equipment.first { $0.technology == technology }?.costVND ?? Self.defaultEquipmentVND)
            return overflow ? .max : next
        }
    }

    /// The cost of replacing a mast by a higher one: what the higher site costs more, and at least ``leastRaisingVND``.
    public func raisingVND(fromMeters: Double, toMeters: Double) -> Int64 {
        max(leastRaisingVND, siteCostVND(mastHeightMeters: toMeters) - siteCostVND(mastHeightMeters: fromMeters))
    }
}
