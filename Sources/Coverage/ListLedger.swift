import Planning

/// Villages followed through lists of different days: who came, who left, who waits.
///
/// Lists are taken by day and id, rows in canonical order: neither the order of files nor of rows counts.
public struct ListLedger: Hashable, Sendable {
    /// The lists by day and id.
    public private(set) var vintages: [ListedVintage]
    /// Every village that any list names, by id.
    public private(set) var histories: [ListHistory] = []
    /// What each list's rows add up to.
    public private(set) var tallies: [ListTally] = []
    /// Matches that a person should look at, in the order of lists.
    public private(set) var reports: [ListMatchReport] = []

    /// Follows the villages of lists.
    ///
    /// - Parameters:
    ///   - carryOver: the 2025 communes that a ward of before may be now; asked for rows of the 63 provinces with a code and no
    ///     `communes2025`.
    ///   - naming: how names are compared.
    ///
    /// Complexity: O(n log n) in the rows for each list, and the square of a commune's rows where names are similar only.
    public init(_ lists: [ListedVintage], carryOver: (String) -> [String] = { _ in [] }, naming: ListNaming = .folding) {
        vintages = lists.sorted { ($0.asOf, $0.id) < ($1.asOf, $1.id) }
        for list in vintages.indices {
            let administration = vintages[list].administration
            let rows = vintages[list].villages.map { row in
                var row = row
                guard row.communes2025.isEmpty, !row.communeCode.isEmpty else { return row }
                row.communes2025 = administration == .provinces34 ? [row.communeCode] : carryOver(row.communeCode)
                return row
            }
            vintages[list].villages = rows.map { (ListRowOrder($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var ids = ListVillageIDs()
        for list in vintages.indices { follow(list, naming, &ids) }
        histories.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    // MARK: One list after the other

    private mutating func follow(_ list: Int, _ naming: ListNaming, _ ids: inout ListVillageIDs) {
        let vintage = vintages[list]
        let olds = histories.indices.compactMap { thread -> ListPairing.Old? in
            guard let last = histories[thread].steps.lastIndex(where: { $0.row != nil }), let row = histories[thread].steps[last].row
            else { return nil }
            return .init(thread: thread, row: row, administration: vintages[last].administration, isRecent: last == list - 1)
        }
        let pairing = ListPairing(olds: olds, news: vintage.villages, administration: vintage.administration, naming: naming)
        var tally = ListTally()
        var byThread: [Int: ListPairing.Pair] = [:]
        for pair in pairing.pairs { byThread[olds[pair.old].thread] = pair }

        for thread in histories.indices {
            var step = ListHistory.Step()
            if let pair = byThread[thread] {
                let (before, after) = (olds[pair.old].row, vintage.villages[pair.new])
                step = .init(row: after, match: pair.kind, score: pair.score)
                step.isRenamed = naming.key(before.name) != naming.key(after.name)
                step.isMoved = pair.kind == .moved || Self.isMoved(before, after)
            }
            step.state = state(of: histories[thread], step.row, list)
            histories[thread].steps.append(step)
        }
        let matched = Set(pairing.pairs.map(\.new))
        for new in vintage.villages.indices where !matched.contains(new) {
            let row = vintage.villages[new]
            var history = ListHistory(id: ids.next(row), steps: [ListHistory.Step](repeating: .init(), count: list))
            history.steps.append(.init(state: state(of: history, row, list), row: row))
            histories.append(history)
        }
        for history in histories { tally.count(history.steps[list]) }
        let refused = Dictionary(grouping: pairing.refused, by: \.new)
        tally.ambiguous = refused.values.count { $0.contains { $0.decision == .ambiguous } }
        tally.possibleMoves = refused.values.count { $0.contains { $0.decision == .possibleMove } }
        tallies.append(tally)
        report(pairing, list)
    }

    private static func isMoved(_ before: ListedVillage, _ after: ListedVillage) -> Bool {
        guard !before.communes2025.isEmpty, !after.communes2025.isEmpty else { return false }
        return Set(before.communes2025).isDisjoint(with: after.communes2025)
    }

    private func state(of history: ListHistory, _ row: ListedVillage?, _ list: Int) -> ListState? {
        let isComplete = vintages[list].isComplete
        let known = history.steps.last { $0.state != nil }?.state
        let wasOpen = known.map { [.baseline, .added, .firstNamed, .stillOpen, .reopened, .notNamed].contains($0) } ?? false
        guard let row else {
            guard let known else { return nil }
            if wasOpen { return isComplete ? .closedDelisted : .notNamed }
            return known == .covered && !isComplete ? .covered : .absent
        }
        if row.status.isOpen {
            if known != nil { return wasOpen ? .stillOpen : .reopened }
            return list == 0 ? .baseline : vintages[..<list].contains(where: \.isComplete) ? .added : .firstNamed
        }
        return wasOpen ? .closedCovered : .covered
    }

    private mutating func report(_ pairing: ListPairing, _ list: Int) {
        let told = (pairing.pairs + pairing.refused).filter { $0.decision != nil || [.unitWord, .fuzzy, .moved].contains($0.kind) }
        for pair in told.sorted(by: { ($0.new, $0.old) < ($1.new, $1.old) }) {
            let old = pairing.olds[pair.old]
            let from = histories[old.thread].steps[..<list].lastIndex { $0.row != nil }
            reports.append(
                ListMatchReport(
                    from: from.map { vintages[$0].id } ?? "", to: vintages[list].id, kind: pair.kind, decision: pair.decision ?? .chosen,
                    score: pair.score, village: histories[old.thread].id, before: old.row, after: pairing.news[pair.new]))
        }
    }
}

extension ListTally {
    /// Counts what a list says of one village.
    mutating func count(_ step: ListHistory.Step) {
        if let row = step.row {
            listed += 1
            switch row.status {
            case .covered: covered += 1
            case .partial: partial += 1
            case .uncovered: uncovered += 1
            }
            open += row.status.isOpen ? 1 : 0
        }
        switch step.state {
        case .added: added += 1
        case .firstNamed: firstNamed += 1
        case .stillOpen: stillOpen += 1
        case .reopened: reopened += 1
        case .closedCovered: closedCovered += 1
        case .closedDelisted: closedDelisted += 1
        case .notNamed: notNamed += 1
        case .baseline, .covered, .absent, nil: break
        }
        closed = closedCovered + closedDelisted
        renamed += step.isRenamed ? 1 : 0
        moved += step.isMoved ? 1 : 0
        fuzzy += step.match == .fuzzy ? 1 : 0
    }
}
