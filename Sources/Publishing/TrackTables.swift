import Coverage
import Planning
import Scenarios

/// The tables of lists over time, as CSV: UTF-8, comma, a point for decimals.
enum TrackTables {
    /// One line for each list and basis of its numbers.
    static func burnDown(_ document: TrackDocument) -> String {
        var rows = [
            [
                "vintage", "as_of", "date_accuracy", "line", "area", "basis", "complete", "listed", "covered", "open", "added",
                "first_named", "closed",
                "closed_covered", "closed_delisted", "reopened", "still_open", "not_named", "ambiguous", "since", "source",
            ]
        ]
        for vintage in document.vintages {
            let head = [vintage.id, vintage.asOf.description, vintage.dateAccuracy, vintage.line, vintage.area]
            if let official = vintage.official {
                let change = [official.added, nil, official.closed, nil, nil, nil, nil, nil, nil].map(text)
                rows.append(
                    head + ["official", ""] + [official.listed, official.covered, official.open].map(text) + change
                        + [official.since ?? "", vintage.source])
            }
            if let counted = vintage.counted {
                let numbers = [
                    counted.listed, counted.covered, counted.open, counted.added, counted.firstNamed, counted.closed, counted.closedCovered,
                    counted.closedDelisted, counted.reopened, counted.stillOpen, counted.notNamed, counted.ambiguous,
                ]
                rows.append(head + ["counted", vintage.complete.map { "\($0)" } ?? ""] + numbers.map(text) + ["", vintage.source])
                let difference = ["listed", "covered", "open"].map { text(vintage.difference[$0]) }
                if !vintage.difference.isEmpty {
                    rows.append(head + ["difference", ""] + difference + [String](repeating: "", count: 10) + [vintage.source])
                }
            }
        }
        return csv(rows)
    }

    /// One line for each list and village that any list had without signal.
    static func villages(_ ledger: ListLedger) -> String {
        var rows = [
            [
                "village", "vintage", "as_of", "state", "status", "match", "score", "renamed", "moved", "name", "commune_code", "commune",
                "district", "province", "communes_2025", "households", "electricity", "reason", "covered_on", "source", "synthetic",
            ]
        ]
        for history in ledger.histories where history.wasEverOpen {
            for (vintage, step) in zip(ledger.vintages, history.steps) {
                guard let state = step.state else { continue }
                let row = step.row
                rows.append([
                    history.id, vintage.id, vintage.asOf.description, state.rawValue, row?.status.rawValue ?? "",
                    step.match?.rawValue ?? "",
                    step.score.map(score) ?? "", row == nil ? "" : "\(step.isRenamed)", row == nil ? "" : "\(step.isMoved)",
                    row?.name ?? "", row?.communeCode ?? "", row?.communeName ?? "", row?.districtName ?? "", row?.provinceName ?? "",
                    row?.communes2025.joined(separator: ";") ?? "", text(row?.households), row?.electricity.rawValue ?? "",
                    row?.reason ?? "", row?.coveredOn?.description ?? "", row?.source ?? "", row.map { "\($0.isSynthetic)" } ?? "",
                ])
            }
        }
        return csv(rows)
    }

    /// Matches that a person should look at.
    static func matches(_ ledger: ListLedger) -> String {
        var rows = [
            [
                "from", "to", "kind", "decision", "score", "village", "name_from", "commune_code_from", "commune_from", "district_from",
                "name_to", "commune_code_to", "commune_to", "district_to",
            ]
        ]
        for report in ledger.reports {
            func place(_ row: ListedVillage) -> [String] { [row.name, row.communeCode, row.communeName, row.districtName] }
            rows.append(
                [report.from, report.to, report.kind.rawValue, report.decision.rawValue, score(report.score), report.village]
                    + place(report.before) + place(report.after))
        }
        return csv(rows)
    }

    private static func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

    private static func score(_ value: Double) -> String { SVGText.number(value, decimals: 3) }

    private static func csv(_ rows: [[String]]) -> String {
        rows.map { cells in
            cells.map { cell in
                cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
                    ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
            }.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
    }
}
