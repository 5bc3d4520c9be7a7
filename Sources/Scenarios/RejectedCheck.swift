import Candidates
import Coverage
import Planning
import Siting

/// Looks at what a plan says of the candidates that it does not build, one by one and from the recomputed facts, for `verify`.
struct RejectedCheck {
    let plan: PlanDocument
    let facts: PlanFacts
    /// Villages that the plan covers.
    let covered: Set<Int>
    /// The designs that it builds.
    let built: [Int]

    /// Ids of candidates that are not as the plan says, `candidates` where some are missing or too many.
    ///
    /// - Complexity: O(designs × villages).
    func wrong() -> [String] {
        let places = Set(built.map { facts.designs[$0].placeNumber })
        let aimed = Set(facts.aimed)
        let links = Dictionary(facts.network?.links.map { ($0.from, $0.costVND) } ?? [], uniquingKeysWith: min)
        var wrong: [String] = []
        var seen = Set(built)
        for candidate in plan.answers.candidates {
            guard let number = facts.numbers[.init(place: candidate.id, word: candidate.option, operators: candidate.operators)],
                seen.insert(number).inserted
            else {
                wrong.append(candidate.id)
                continue
            }
            let own = facts.reached[number].filter(aimed.contains)
            let isTaken = places.contains(facts.designs[number].placeNumber)
            var isRight = weight(of: own, with: number) == candidate.weightGained
            // The first of the reasons that holds is given.
            isRight = isRight && (candidate.reason == .coversNothing) == own.isEmpty
            isRight = isRight && (candidate.reason == .placeTaken) == (!own.isEmpty && isTaken)
            // On the node of a chosen site its link is counted, and not the cheapest.
            if !isTaken { isRight = isRight && costVND(number, links) == candidate.costVND }
            isRight = isRight && candidate.shortVND == (candidate.reason == .overBudget ? short(candidate) : 0)
            if !isRight { wrong.append(candidate.id) }
        }
        if seen.count != facts.designs.count { wrong.append("candidates") }
        return wrong
    }

    /// What a design would add to the plan.
    private func weight(of own: [Int], with number: Int) -> Int64 {
        own.filter { village in
            guard !covered.contains(village) else { return false }
            let others = built.filter { facts.reached[$0].contains(village) }
            return facts.isClosed(village, by: (others + [number]).map { facts.designs[$0].operators })
        }.reduce(0) { $0 &+ facts.loaded.read.world.villages[$1].targetWeight }
    }

    /// What is missing from the budget; nil where nothing is, or there is none.
    private func short(_ candidate: PlanDocument.Answers.Candidate) -> Int64? {
        guard let budget = plan.budgetVND else { return nil }
        let short = candidate.costVND &- (budget &- plan.costVND)
        return short > 0 ? short : nil
    }

    /// With the cheapest link that it could have, by place, where the network is to be joined.
    private func costVND(_ number: Int, _ links: [Int: Int64]) -> Int64? {
        guard let own = facts.cost.total(facts.designs[number]) else { return nil }
        let place = facts.designs[number].placeNumber
        return facts.network?.nodes[place].isJoined ?? true ? own : own &+ (links[place] ?? 0)
    }
}
