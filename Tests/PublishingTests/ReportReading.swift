import Foundation
import Planning

@testable import Publishing
@testable import Scenarios

/// Reads a report as a person would: tables by their ids, numbers as they are printed.
struct ReportReading {
    let html: String

    /// The report on a run.
    init(_ run: String, _ language: Language = .vietnamese, for carrier: Operator? = nil) throws {
        html = try ReportPublisher(
            run: run, language: language, for: carrier, dataFolder: SmallProvince.root.appendingPathComponent("GeoData").path
        ).html
    }

    init(html: String) { self.html = html }

    /// The body rows of a table, cell by cell; nil when there is no such table.
    func rows(_ id: String) -> [[String]]? { part(id, "tbody") }

    /// The sums under a table.
    func foot(_ id: String) -> [String]? { part(id, "tfoot")?.first }

    private func part(_ id: String, _ element: String) -> [[String]]? {
        guard let start = html.range(of: "<table id=\"\(id)\""),
            let end = html.range(of: "</table>", range: start.upperBound..<html.endIndex),
            let open = html.range(of: "<\(element)>", range: start.upperBound..<end.lowerBound),
            let close = html.range(of: "</\(element)>", range: open.upperBound..<end.lowerBound)
        else { return nil }
        return html[open.upperBound..<close.lowerBound].components(separatedBy: "<tr>").dropFirst().map { row in
            row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines()).map { Self.text(String($0.1)) }
        }
    }

    /// What a reader sees of markup.
    static func text(_ markup: String) -> String {
        var text = markup.replacing(/<[^>]*>/, with: "")
        for (mark, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: mark, with: letter)
        }
        return text
    }

    /// A whole number as it is printed in either language.
    static func number(_ text: String) -> Int? { Int(text.filter { $0 != "." && $0 != "," }) }

    /// All values of an attribute.
    func values(_ attribute: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
