import Foundation

/// Bars across a page, each made of parts that differ in shade and pattern, with their sum at the end.
struct BarChart {
    struct Series {
        var label: String
        var fill: String
        var isStriped = false
    }

    struct Row {
        var label: String
        /// One for each series, at least 0.
        var values: [Int]
    }

    /// Of the title, unique in a document.
    var id: String
    /// For those who do not see the picture.
    var title: String
    var series: [Series]
    var rows: [Row]
    var words: ReportWords

    private static let width = 900.0

    /// The picture.
    func document() -> String {
        func n(_ value: Double) -> String { SVGText.number(value, decimals: 1) }
        let left = min(420, 30 + (rows.map { SVGText.width($0.label, size: 14) }.max() ?? 0))
        let height = 44 + 30 * Double(rows.count) + 8
        let most = max(1, rows.map { $0.values.reduce(0, +) }.max() ?? 1)
        let scale = ChartScale(values: 0...Double(most), start: left, end: Self.width - 70)
        let summary = rows.map { row in "\(row.label) \(words.count(row.values.reduce(0, +)))" }.joined(separator: ", ")
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(n(Self.width))\" height=\"\(n(height))\" viewBox=\"0 0 \(n(Self.width)) \(n(height))\" role=\"img\" xml:lang=\"\(words.language.rawValue)\" aria-labelledby=\"\(id)\" font-family=\"\(SVGText.fonts)\">",
            "<title id=\"\(id)\">\(SVGText.escaped("\(title): \(summary)"))</title>",
            "<defs><pattern id=\"\(id)-stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fdb863\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#b35806\" stroke-width=\"2\"/></pattern></defs>",
        ]
        func fill(_ series: Series) -> String { series.isStriped ? "url(#\(id)-stripes)" : series.fill }
        var x = left
        for one in series {
            parts.append(
                "<rect x=\"\(n(x))\" y=\"10\" width=\"16\" height=\"14\" fill=\"\(fill(one))\" stroke=\"#555555\" stroke-width=\"0.5\"/>")
            parts.append(SVGText.element(one.label, x: x + 22, y: 22, size: 14, fill: BurnDownDrawing.ink))
            x += 22 + SVGText.width(one.label, size: 14) + 28
        }
        for (number, row) in rows.enumerated() {
            let y = 40 + 30 * Double(number)
            parts.append(
                SVGText.element(
                    SVGText.cut(row.label, size: 14, width: left - 20), x: left - 10, y: y + 16, size: 14, fill: BurnDownDrawing.ink,
                    anchor: "end"))
            var start = left
            for (one, value) in zip(series, row.values) where value > 0 {
                let wide = Double(value) * scale.pixelsPerUnit
                parts.append(
                    "<rect x=\"\(n(start))\" y=\"\(n(y))\" width=\"\(n(wide))\" height=\"22\" fill=\"\(fill(one))\" stroke=\"#555555\" stroke-width=\"0.5\"/>"
                )
                start += wide
            }
            parts.append(
                SVGText.element(words.count(row.values.reduce(0, +)), x: start + 8, y: y + 16, size: 14, fill: BurnDownDrawing.ink))
        }
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }
}
