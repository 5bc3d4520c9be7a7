import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// Writes a comparison: `compare.json`, `compare.csv`, `diff.geojson`, charts and a page.
public enum ComparisonPublisher {
    /// Writes all files into a staging folder.
    ///
    /// - Throws: `GeoFileError` or `StoreError` when something cannot be written.
    public static func write(_ comparison: Comparison, to folder: String, _ language: Language = .english) throws {
        try RunStore.write(CanonicalJSON.data(comparison), to: "\(folder)/compare.json")
        try RunStore.write(Data(table(comparison).utf8), to: "\(folder)/compare.csv")
        try VectorWriter.write([layer(comparison)], to: "\(folder)/diff.geojson", format: .geojson)
        func write(_ text: String, _ name: String) throws { try RunStore.write(Data(text.utf8), to: "\(folder)/\(name)") }
        if let frontier = comparison.frontier { try write(FrontierChart(frontier: frontier, language: language).document(), "cost.svg") }
        try write(CoverageBars(comparison: comparison, language: language).document(), "coverage.svg")
        try write(ComparisonPage(comparison, language).document(), "compare.html")
    }

    /// The headline numbers, one line per run.
    static func table(_ comparison: Comparison) -> String {
        var lines = [
            "run,command,rule,as_of,goal,status,villages_total,villages_covered,villages_partial,villages_uncovered,villages_unknown,"
                + "households_covered,population_covered,sites,cost_vnd,objective,bound,cost_per_household_vnd,hops,least_commune,least_commune_share,gini,"
                + "largest_regret_households"
        ]
        func cell(_ value: (some BinaryInteger)?) -> String { value.map { "\($0)" } ?? "" }
        func quoted(_ text: String) -> String {
            text.contains { ",\"\n".contains($0) } ? "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\"" : text
        }
        for run in comparison.runs {
            let counts = run.villages
            let cells = [
                quoted(run.run), run.command, quoted(run.rule), run.asOf.description, run.goal ?? "", run.status?.rawValue ?? "",
                cell(counts.total), cell(counts.covered), cell(counts.partial), cell(counts.uncovered), cell(counts.unknown),
                cell(run.households.covered), cell(run.population.covered), cell(run.sites), cell(run.costVND), cell(run.objective),
                cell(run.bound), cell(run.costPerHouseholdVND), cell(run.hops), quoted(run.equity.leastCommune ?? ""),
                run.equity.leastShare.map { "\($0)" } ?? "", "\(run.equity.gini)",
                cell(comparison.regret?.plans.first { $0.run == run.run }?.largestRegretHouseholds),
            ]
            lines.append(cells.joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let fields: [OutputField] = [
        OutputField(name: "id", type: .text), OutputField(name: "object", type: .text), OutputField(name: "object_id", type: .text),
        OutputField(name: "change", type: .text),
        OutputField(name: "run_from", type: .text), OutputField(name: "run_to", type: .text), OutputField(name: "name", type: .text),
        OutputField(name: "commune", type: .text),
        OutputField(name: "grade_from", type: .text), OutputField(name: "grade_to", type: .text),
        OutputField(name: "households", type: .integer),
        OutputField(name: "cost_vnd", type: .integer), OutputField(name: "covered_by", type: .text),
        OutputField(name: "why_not", type: .text), OutputField(name: "moved_from", type: .text), OutputField(name: "moved_km", type: .real),
        OutputField(name: "differs", type: .text),
        OutputField(name: "synthetic", type: .boolean),
    ]

    /// Sites added, removed and changed, villages gained, lost and regraded, as points.
    static func layer(_ comparison: Comparison) -> OutputLayer {
        var rows: [OutputRow] = []
        for (number, difference) in comparison.differences.enumerated() {
            func add(_ sites: [Comparison.SiteChange], _ change: String) {
                for site in sites {
                    let id = "\(number + 1)-site-\(change)-\(site.id)"
                    rows.append(
                        OutputRow(
                            id: id,
                            values: [
                                .text(id), .text("site"), .text(site.id), .text(change), .text(difference.from), .text(difference.to),
                                .null,
                                .null, .null, .null, .null, .integer(site.costVND), .null, .null, .null, .null,
                                .optional(
                                    site.changes.isEmpty
                                        ? nil : site.changes.map { "\($0.field): \($0.before) > \($0.after)" }.joined(separator: "; ")),
                                .boolean(site.synthetic),
                            ],
                            shape: .point(Coordinate(longitude: site.lon, latitude: site.lat))))
                }
            }
            func add(_ villages: [Comparison.VillageChange], _ change: String) {
                for village in villages {
                    let id = "\(number + 1)-village-\(change)-\(village.id)"
                    rows.append(
                        OutputRow(
                            id: id,
                            values: [
                                .text(id), .text("village"), .text(village.id), .text(change), .text(difference.from), .text(difference.to),
                                .text(village.name), .text(village.commune), .text(village.from.rawValue), .text(village.to.rawValue),
                                .integer(Int64(village.households)), .null, .optional(village.coveredBy.isEmpty ? nil : village.coveredBy),
                                .optional(village.whyNot.isEmpty ? nil : village.whyNot), .null, .null, .null, .boolean(village.synthetic),
                            ],
                            shape: .point(Coordinate(longitude: village.lon, latitude: village.lat))))
                }
            }
            for move in difference.sitesMoved {
                let id = "\(number + 1)-site-moved-\(move.to.id)"
                rows.append(
                    OutputRow(
                        id: id,
                        values: [
                            .text(id), .text("site"), .text(move.to.id), .text("moved"), .text(difference.from), .text(difference.to),
                            .null,
                            .null, .null, .null, .null, .integer(move.to.costVND), .null, .null, .text(move.from.id),
                            .real(move.distanceKm), .null, .boolean(move.to.synthetic),
                        ],
                        shape: .point(Coordinate(longitude: move.to.lon, latitude: move.to.lat))))
            }
            add(difference.sitesAdded, "added")
            add(difference.sitesRemoved, "removed")
            add(difference.sitesChanged, "changed")
            add(difference.villagesGained, "gained")
            add(difference.villagesLost, "lost")
            add(difference.villagesRegraded, "regraded")
        }
        return OutputLayer(name: "diff", title: "What changes between runs", fields: fields, rows: rows)
    }
}
