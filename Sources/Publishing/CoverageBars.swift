import Coverage
import Foundation
import Planning
import Scenarios

/// Villages by grade in every run, as bars that are told apart by shade, pattern and numbers.
struct CoverageBars {
    private static let width = 900.0
    private static let left = 220.0
    private static let right = 860.0

    let comparison: Comparison
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }
    private func n(_ value: Double) -> String { SVGText.number(value) }

    /// The picture as one SVG document.
    func document() -> String {
        let rows = comparison.runs
        let height = 96 + 34 * Double(rows.count) + 16
        // Covered villages are nearly all of them: a bar from zero would show none of the difference.
        let most = max(1, rows.map { $0.villages.total - $0.villages.covered }.max() ?? 1)
        let across = ChartScale(values: 0...(Double(most) * 1.15), start: Self.left, end: Self.right)
        let title = say("Thôn chưa đủ sóng theo từng lượt chạy", "Villages without full signal, by run")
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(n(Self.width))\" height=\"\(n(height))\" viewBox=\"0 0 \(n(Self.width)) \(n(height))\" role=\"img\" xml:lang=\"\(language.rawValue)\" aria-labelledby=\"coverage-title\" font-family=\"\(SVGText.fonts)\">",
            "<title id=\"coverage-title\">\(SVGText.escaped(title))</title>",
            "<defs><pattern id=\"stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fdb863\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#b35806\" stroke-width=\"2\"/></pattern></defs>",
            "<rect width=\"\(n(Self.width))\" height=\"\(n(height))\" fill=\"#ffffff\"/>",
            SVGText.element(title, x: 24, y: 30, size: 18, fill: BurnDownDrawing.ink, isBold: true),
        ]
        let kinds: [(fill: String, label: String, count: (Comparison.RunRow) -> Int)] = [
            ("#542788", say("trắng sóng", "no signal"), { $0.villages.uncovered }),
            ("url(#stripes)", say("lõm sóng", "partly covered"), { $0.villages.partial }),
            ("#d9d9d9", say("chưa rõ", "unknown"), { $0.villages.unknown }),
        ]
        var legend = 24.0
        for kind in kinds {
            parts.append("<rect x=\"\(n(legend))\" y=\"46\" width=\"16\" height=\"14\" fill=\"\(kind.fill)\" stroke=\"#555555\"/>")
            parts.append(SVGText.element(kind.label, x: legend + 22, y: 58, size: 13, fill: BurnDownDrawing.ink))
            legend += 22 + SVGText.width(kind.label, size: 13) + 28
        }
        for (number, row) in rows.enumerated() {
            let y = 84 + 34 * Double(number)
            parts.append(
                SVGText.element(
                    SVGText.cut(row.run, size: 13, width: Self.left - 36), x: Self.left - 10, y: y + 16, size: 13,
                    fill: BurnDownDrawing.ink,
                    anchor: "end"))
            var x = Self.left
            for kind in kinds where kind.count(row) > 0 {
                let wide = Double(kind.count(row)) * across.pixelsPerUnit
                parts.append(
                    "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(wide))\" height=\"22\" fill=\"\(kind.fill)\" stroke=\"#555555\" stroke-width=\"0.5\"/>"
                )
                x += wide
            }
            let total = row.villages.total - row.villages.covered
            parts.append(
                SVGText.element(HumanNumbers(language: language).count(total), x: x + 8, y: y + 16, size: 13, fill: BurnDownDrawing.ink))
        }
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }
}
