import Geodesy
import Geometry
import Planning

/// Field evidence joined to the villages of a world.
///
/// A measurement belongs to the village with the nearest centre, when it was taken among the village's places or no more than 200 m beyond them;
/// a report to the village that it names. Neither their order nor other villages' evidence matters. O((m + n) log n) for m pieces and n villages.
public struct EvidenceJoin: Sendable {
    /// How far beyond a village's outermost place a measurement still is one of the village, metres. Ours: a house at its edge.
    public static let beyondMeters = 200.0

    /// The villages of which anything is known, ascending by their position.
    public let villages: [VillageEvidence]
    /// Measurements that lie in no village, by their position.
    public let elsewhere: [Int]
    private let positions: [Int: Int]

    /// Joins the evidence of a world. Technologies that no longer count on the day `asOf` say nothing.
    public init(_ world: World, _ rule: CoverageRule, asOf: CalendarDate) {
        let evidence = world.evidence
        guard !evidence.isEmpty, !world.villages.isEmpty else {
            (villages, elsewhere, positions) = ([], Array(evidence.measurements.indices), [:])
            return
        }
        let extents = VillageExtents(world, rule)
        let index = PointIndex(world.villages.map(\.centre))
        var measured: [Int: [FieldMeasurement]] = [:]
        var elsewhere: [Int] = []
        for (position, measurement) in evidence.measurements.enumerated() {
            if let near = index.nearest(to: measurement.place),
                near.distanceMeters <= extents[near.index].reachMeters + Self.beyondMeters
            {
                measured[near.index, default: []].append(measurement)
            } else {
                elsewhere.append(position)
            }
        }
        let reports = Dictionary(grouping: evidence.reports, by: \.village)
        villages = Set(measured.keys).union(reports.keys).sorted().compactMap {
            VillageEvidence($0, measured[$0] ?? [], reports[$0] ?? [], rule, asOf: asOf)
        }
        self.elsewhere = elsewhere
        positions = Dictionary(villages.enumerated().map { ($1.village, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the field says of the village at a position of `World.villages`; nil where nobody says anything.
    public subscript(village: Int) -> VillageEvidence? { positions[village].map { villages[$0] } }
}
