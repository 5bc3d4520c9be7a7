import Coverage
import Geodesy
import Planning

/// One place of a village.
public struct VillagePoint: Hashable, Sendable {
    /// Position in `World.villages`.
    public var village: Int
    /// Position in the points of the village's extent; 0 is the centre.
    public var point: Int

    /// Describes a place.
    public init(village: Int, point: Int) {
        self.village = village
        self.point = point
    }
}

/// What a plan has to bring signal to: every place of an uncovered or partial village that is not known to have it.
///
/// A place whose signal is not known counts among them: it would have to be alive for certain before its village may be called covered.
struct PlanTargets: Sendable {
    /// Positions of the dead villages in `World.villages`, ascending.
    let villages: [Int]
    /// The places, village by village in that order.
    let points: [VillagePoint]
    /// Where each of them is.
    let places: [Coordinate]
    /// Who is heard there today.
    let heard: [[Operator]]
    /// How many operators the rule asks for.
    let minimumOperators: Int
    /// How many places each village waits for.
    let waiting: [Int: Int]

    init(_ world: World, _ report: GapReport) {
        let extents = VillageExtents(world, report.rule)
        var (points, places, heard): ([VillagePoint], [Coordinate], [[Operator]]) = ([], [], [])
        var (villages, waiting): ([Int], [Int: Int]) = ([], [:])
        for verdict in report.verdicts where verdict.grade.isDeadZone {
            villages.append(verdict.village)
            let extent = extents[verdict.village].points
            for missing in Self.missing(verdict) where extent.indices.contains(missing.point) {
                points.append(VillagePoint(village: verdict.village, point: missing.point))
                places.append(extent[missing.point])
                heard.append(missing.heard)
                waiting[verdict.village, default: 0] += 1
            }
        }
        (self.villages, self.points, self.places, self.heard, self.waiting) = (villages, points, places, heard, waiting)
        minimumOperators = report.rule.minimumOperators
    }

    /// Whether a new site of some operators in range would bring what the rule asks for at a place.
    func closes(_ target: Int, _ builders: [Operator]) -> Bool {
        TargetClosing.closes(heard: heard[target], builders: builders, minimumOperators: minimumOperators)
    }

    /// The places of a village without certain signal, and who is heard there.
    static func missing(_ verdict: VillageVerdict) -> [(point: Int, heard: [Operator])] {
        guard let extent = verdict.extent else { return [(0, verdict.operators)] }
        return extent.points.enumerated().filter { $1.life != .alive }.map { ($0, $1.operators) }
    }
}
