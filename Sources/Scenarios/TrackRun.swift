import Coverage
import Ingest
import Planning

/// Lists of different days side by side: the ledger of their villages, and the document that tells it.
public struct TrackRun: Sendable {
    /// The lists by day and id.
    public let lists: [TrackedList]
    /// Their villages over time; only lists that name villages are in it.
    public let ledger: ListLedger
    /// `track.json`.
    public let document: TrackDocument
    /// What to know before numbers are compared.
    public let warnings: [Bilingual]
    /// Every defect of the village tables.
    public var diagnostics: [Diagnostic] { lists.flatMap(\.diagnostics) }

    /// Follows lists over time.
    ///
    /// - Parameters:
    ///   - area: a province of either vintage, or the area of a list; rows elsewhere are left out, as are official numbers of other areas.
    ///   - naming: how names are compared.
    /// - Throws: `InputError` when two lists have one id, or nothing speaks of the area.
    public init(_ inputs: [TrackedList], area: String = "", crosswalk: ListCrosswalk?, naming: ListNaming = .folding) throws(InputError) {
        var lists = inputs.sorted { ($0.list.asOf, $0.list.id) < ($1.list.asOf, $1.list.id) }
        for (list, next) in zip(lists, lists.dropFirst()) where list.list.id == next.list.id {
            throw InputError(
                .badData,
                [
                    Diagnostic(
                        .error, .idDuplicate, file: next.shownAs, field: "id", value: "\(next.list.id), \(list.shownAs)",
                        consequence: .fileRejected)
                ])
        }
        let filter = TrackArea(area, crosswalk: crosswalk)
        lists = lists.map(filter.restricted)
        guard area.isEmpty || lists.contains(where: { $0.list.officialOpen != nil || !($0.villages?.villages.isEmpty ?? true) }) else {
            throw InputError(
                .badData, [Diagnostic(.error, .noUsableRows, file: area, field: "area", consequence: .fileRejected)])
        }
        let ledger = ListLedger(
            lists.compactMap(\.villages), carryOver: { crosswalk?.communes2025(ofWard: $0) ?? [] }, naming: naming)
        let warnings = TrackWarnings(lists, ledger, hasCrosswalk: crosswalk != nil).all
        document = Self.document(lists, ledger, area, warnings)
        self.lists = lists
        self.ledger = ledger
        self.warnings = warnings
    }

    private static func document(_ lists: [TrackedList], _ ledger: ListLedger, _ area: String, _ warnings: [Bilingual]) -> TrackDocument {
        let tallies = Dictionary(zip(ledger.vintages.map(\.id), ledger.tallies), uniquingKeysWith: { first, _ in first })
        let vintages = lists.indices.map { position in
            vintage(lists[position], tallies[lists[position].list.id], before: previous(of: position, in: lists))
        }
        let kinds = Dictionary(grouping: ledger.histories.flatMap(\.steps).compactMap(\.match), by: { $0 })
        let matches = ListMatchKind.allCases.map { TrackDocument.MatchCount(kind: $0, count: kinds[$0]?.count ?? 0) }
        return TrackDocument(
            area: area, vintages: vintages, lines: lines(lists, vintages), matches: matches,
            villages: ledger.histories.count(where: \.wasEverOpen),
            warnings: warnings.map(\.en))
    }

    /// The list before in the same line that has official numbers.
    private static func previous(of position: Int, in lists: [TrackedList]) -> ListVintage? {
        lists[..<position].last { $0.list.line.id == lists[position].list.line.id && $0.list.officialOpen != nil }?.list
    }

    private static func vintage(_ tracked: TrackedList, _ tally: ListTally?, before: ListVintage?) -> TrackDocument.Vintage {
        let list = tracked.list
        var official: TrackDocument.Official?
        if !list.counts.isEmpty {
            func growth(_ old: Int?, _ new: Int?) -> Int? { old.flatMap { old in new.map { $0 - old } } }
            // A first list that counts no covered villages has covered none.
            let coveredBefore = before.flatMap {
                $0.counts["covered"] ?? ($0.counts["listed"] != nil && $0.counts["uncovered"] == nil ? 0 : nil)
            }
            official = .init(
                counts: list.counts, alsoStated: list.alsoStated, listed: list.counts["listed"], covered: list.counts["covered"],
                open: list.officialOpen, since: before?.id, added: growth(before?.counts["listed"], list.counts["listed"]),
                closed: growth(coveredBefore, list.counts["covered"]), openChange: growth(before?.officialOpen, list.officialOpen))
        }
        var difference: [String: Int] = [:]
        if let official, let tally {
            let pairs = [
                ("listed", tally.listed, official.listed), ("covered", tally.covered, official.covered),
                ("open", tally.open, official.open),
                ("partial", tally.partial, list.counts["partial"]), ("uncovered", tally.uncovered, list.counts["uncovered"]),
            ]
            for (name, counted, stated) in pairs { difference[name] = stated.map { counted - $0 } }
        }
        return TrackDocument.Vintage(
            id: list.id, title: list.title, kind: tracked.kind, line: list.line.id, area: list.area, asOf: list.asOf,
            dateAccuracy: list.dateAccuracy, administration: list.administration, complete: tracked.villages?.isComplete,
            official: official, counted: tally, difference: difference, source: list.source, note: list.note,
            syntheticRows: tracked.villages?.villages.count(where: \.isSynthetic) ?? 0)
    }

    private static func lines(_ lists: [TrackedList], _ vintages: [TrackDocument.Vintage]) -> [TrackDocument.Line] {
        var lines: [TrackDocument.Line] = []
        for (tracked, vintage) in zip(lists, vintages) {
            var points: [TrackDocument.Point] = []
            if let official = vintage.official, let open = official.open {
                points.append(
                    .init(
                        vintage: vintage.id, asOf: vintage.asOf, basis: .official, listed: official.listed, covered: official.covered,
                        open: open))
            }
            // A list that names only some of its villages has no number of its own to draw.
            if let counted = vintage.counted, tracked.kind == .run || vintage.complete == true {
                points.append(
                    .init(
                        vintage: vintage.id, asOf: vintage.asOf, basis: .counted, listed: counted.listed, covered: counted.covered,
                        open: counted.open))
            }
            guard !points.isEmpty else { continue }
            if let known = lines.firstIndex(where: { $0.id == vintage.line }) {
                lines[known].points += points
            } else {
                lines.append(.init(id: vintage.line, title: tracked.list.line.title, points: points))
            }
        }
        return lines
    }
}
