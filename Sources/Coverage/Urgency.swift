import Planning

/// The dead zones of a report by priority, with who is to pay.
public struct Urgency: Sendable {
    /// One dead zone.
    public struct Entry: Sendable {
        /// Position in the report's verdicts.
        public var verdict: Int
        /// 1 for the most urgent.
        public var rank: Int
        /// How urgent, part by part.
        public var priority: Priority
        /// Who is to pay.
        public var funding: Funding
    }

    /// The most urgent first; among equals the order of the villages.
    public let ranked: [Entry]
    private let positions: [Int: Int]

    /// Ranks the dead zones of a report. O(n log n).
    public init(_ report: GapReport, _ world: World, weights: PriorityWeights, funding: FundingRule) {
        var entries = report.verdicts.indices.filter { report.verdicts[$0].grade.isDeadZone }.map { position in
            let verdict = report.verdicts[position]
            let village = world.villages[verdict.village]
            return Entry(
                verdict: position, rank: 0,
                priority: Priority(village, shareWithoutSignal: verdict.shareWithoutSignal, weights: weights),
                funding: funding.funding(of: village))
        }
        entries.sort { ($1.priority.score, $0.verdict) < ($0.priority.score, $1.verdict) }
        for index in entries.indices { entries[index].rank = index + 1 }
        ranked = entries
        positions = Dictionary(entries.enumerated().map { ($1.verdict, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of one verdict; nil where it is no gap.
    public func entry(_ verdict: Int) -> Entry? { positions[verdict].map { ranked[$0] } }
}
