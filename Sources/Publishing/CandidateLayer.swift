import Candidates
import GeoFiles
import Planning
import Scenarios
import Siting

/// Everything that was looked at for a plan: what could be built where, what it would bring and cost, and why it is or is not in the plan.
public enum CandidateLayer {
    static let fields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "candidate", type: .text), OutputField(name: "name", type: .text),
        OutputField(name: "option", type: .text), OutputField(name: "operators", type: .text),
        OutputField(name: "mast_height_m", type: .real), OutputField(name: "azimuths_deg", type: .text),
        OutputField(name: "power", type: .text), OutputField(name: "cost_vnd", type: .integer),
        OutputField(name: "villages_covered", type: .text), OutputField(name: "villages_covered_count", type: .integer),
        OutputField(name: "households_covered", type: .integer),
        OutputField(name: "chosen", type: .boolean), OutputField(name: "reason", type: .text),
        OutputField(name: "reason_vi", type: .text), OutputField(name: "reason_en", type: .text),
        OutputField(name: "existing_site", type: .text), OutputField(name: "near_village", type: .text),
        OutputField(name: "road_m", type: .real), OutputField(name: "synthetic", type: .boolean),
    ]

    /// One feature per option, then one per place that was left out. With chains the cost is that before the link.
    public static func candidates(_ run: PlanRun) -> OutputLayer {
        let world = run.gaps.loaded.read.world
        let chosen = Set(run.solution.chosen)
        let answers = Dictionary(
            run.document.answers.candidates.map { (key($0.id, $0.option, $0.operators), $0.reason) },
            uniquingKeysWith: { first, _ in first })
        let options = run.options.enumerated().map { number, option in
            let reason = chosen.contains(number) ? nil : answers[key(option.place.id, option.design.word, option.design.operators)]
            let households = option.covers.reduce(0) { $0 + (world.villages[$1].households ?? 0) }
            return OutputRow(
                id: option.id,
                values: [
                    .text(option.id), .text(option.place.id), .text(option.place.name), .text(option.design.word),
                    .joined(option.design.operators.map(\.id)), .real(option.mastHeightMeters),
                    .joined(option.azimuthsDegrees.map(SiteLayer.plain)), .text(option.power.rawValue), .integer(option.costVND),
                    .joined(option.covers.map { world.villages[$0].id }), .integer(Int64(option.covers.count)), .integer(Int64(households)),
                    .boolean(chosen.contains(number)),
                    .optional(reason?.rawValue), .optional(reason?.words.vi), .optional(reason?.words.en),
                ] + place(option.place, world), shape: .point(option.place.place))
        }
        let rejected = run.candidates.rejected.map { rejected in
            OutputRow(
                id: rejected.place.id,
                values: [
                    .text(rejected.place.id), .text(rejected.place.id), .text(rejected.place.name), .null, .null,
                    .optional(rejected.place.mastHeightMeters), .null, .null, .null, .null, .null, .null, .boolean(false),
                    .text(rejected.reason.rawValue), .text(rejected.reason.words.vi), .text(rejected.reason.words.en),
                ] + place(rejected.place, world), shape: .point(rejected.place.place))
        }
        return OutputLayer(name: "candidates", title: "Candidates", fields: fields, rows: options + rejected)
    }

    private static func key(_ id: String, _ option: String, _ operators: [Operator]) -> [String] { [id, option] + operators.map(\.id) }

    private static func place(_ place: CandidatePlace, _ world: World) -> [FieldValue] {
        [
            .optional(place.existingSite.map { world.sites[$0].id }), .optional(place.nearVillageID.isEmpty ? nil : place.nearVillageID),
            .optional(place.distanceToRoadMeters.map { $0.rounded() }), .boolean(place.isSynthetic),
        ]
    }
}

extension FoundCandidates.Rejection {
    /// The words for people.
    public var words: (vi: String, en: String) {
        switch self {
        case .forbidden: ("nằm trong vùng cấm xây dựng", "lies in a forbidden area")
        case .tooSteep: ("mặt đất dốc quá giới hạn", "the ground is steeper than the limit")
        case .tooFarFromRoad: ("xa đường hơn giới hạn", "no road is as near as the limit")
        case .tooClose: ("có vị trí tốt hơn ở quá gần", "a better place is nearer than the spacing")
        }
    }
}
