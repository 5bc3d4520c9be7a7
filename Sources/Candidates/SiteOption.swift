import Coverage
import Planning

/// The parts of what a proposed site costs, in VND.
public struct CostParts: Hashable, Sendable, Codable {
    /// Mast, equipment, power connection.
    public var siteVND: Int64
    /// Surcharge for solar power.
    public var powerVND: Int64
    /// Transmission line to the parent site.
    public var transmissionVND: Int64
    /// Equipment added to a mast that stands already, with the raising of the mast.
    public var equipmentVND: Int64
    /// Line from the grid.
    public var gridVND: Int64
    /// Access track from the road.
    public var roadVND: Int64
    /// Running it over the horizon, in today's money.
    public var operationVND: Int64
    /// The planner's own figure; when it is not zero the other parts are zero.
    public var statedVND: Int64

    /// Describes costs, in đồng; each part is 0 unless given.
    public init(
        siteVND: Int64 = 0, powerVND: Int64 = 0, transmissionVND: Int64 = 0, equipmentVND: Int64 = 0, gridVND: Int64 = 0,
        roadVND: Int64 = 0, operationVND: Int64 = 0, statedVND: Int64 = 0
    ) {
        self.siteVND = siteVND
        self.powerVND = powerVND
        self.transmissionVND = transmissionVND
        self.equipmentVND = equipmentVND
        self.gridVND = gridVND
        self.roadVND = roadVND
        self.operationVND = operationVND
        self.statedVND = statedVND
    }

    /// The sum, nil when it does not fit into 64 bits.
    public var totalVND: Int64? {
        var sum: Int64 = 0
        for part in [siteVND, powerVND, transmissionVND, equipmentVND, gridVND, roadVND, operationVND, statedVND] {
            let (next, overflow) = sum.addingReportingOverflow(part)
            if overflow { return nil }
            sum = next
        }
        return sum
    }
}

/// One site that may be built, with what it covers and costs.
public struct SiteOption: Hashable, Sendable {
    /// Name for the optimiser, each once: see ``OptionDesign/ids(_:)``.
    public var id: String
    /// What is built, and where.
    public var design: OptionDesign
    /// Where its electricity comes from.
    public var power: PowerSource
    /// Sector azimuths in degrees.
    public var azimuthsDegrees: [Double]
    /// Positions in `World.villages` of the dead villages that it would cover together with what stands already, ascending. Where the plan assigns
    /// several operators a village may need more than one such site.
    public var covers: [Int]
    /// The level that each of them would have at its centre, in the same order; nil where cover sets are range discs, or the centre has signal
    /// already.
    public var signals: [PredictedSignal?] = []
    /// The places without signal, of these villages and of others, that it brings signal to: by itself enough for the rule, or one operator's part of
    /// it; ascending.
    public var reaches: [VillagePoint] = []
    /// What it costs, part by part; without its connection where chains join sites to the network.
    public var cost: CostParts
    /// The sum of these parts, đồng.
    public var costVND: Int64
    /// Position in `World.sites` of the existing site that the transmission line leads to; nil when the world has no site, or the mast stands already.
    public var parent: Int?
    /// Straight-line distance to the parent in kilometres.
    public var hopKilometres: Double?

    /// Where it is built.
    public var place: CandidatePlace { design.place }
    /// Height of the mast above the ground, metres.
    public var mastHeightMeters: Double { design.mastHeightMeters }
}
