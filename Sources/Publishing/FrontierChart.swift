import Foundation
import Planning
import Scenarios

/// Cost against households newly covered: the plans, those that no other beats, and the proven ceiling.
struct FrontierChart {
    private static let (width, height): (Double, Double) = (900, 470)
    private static let (left, right, top, bottom): (Double, Double, Double, Double) = (84, 872, 74, 400)
    private static let colours = BurnDownDrawing.colours

    let frontier: Comparison.Frontier
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }
    private func n(_ value: Double) -> String { SVGText.number(value) }

    /// The picture as one SVG document.
    func document() -> String {
        let points = frontier.bands.flatMap(\.points)
        let ceilings = frontier.bands.flatMap(\.ceilings)
        let billions = points.map { Double($0.costVND) / 1e9 } + ceilings.map { Double($0.costVND) / 1e9 }
        let households = points.map { Double($0.households) } + ceilings.map { Double($0.households) }
        let across = ChartScale(values: 0...max(1, (billions.max() ?? 1) * 1.12), start: Self.left, end: Self.right)
        let upward = ChartScale(values: 0...max(1, (households.max() ?? 1) * 1.12), start: Self.bottom, end: Self.top)
        let title = say("Tiền và số hộ được phủ thêm", "Money and households newly covered")
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(n(Self.width))\" height=\"\(n(Self.height))\" viewBox=\"0 0 \(n(Self.width)) \(n(Self.height))\" role=\"img\" xml:lang=\"\(language.rawValue)\" aria-labelledby=\"cost-title\" font-family=\"\(SVGText.fonts)\">",
            "<title id=\"cost-title\">\(SVGText.escaped(title))</title>",
            "<rect width=\"\(n(Self.width))\" height=\"\(n(Self.height))\" fill=\"#ffffff\"/>",
            SVGText.element(title, x: 24, y: 30, size: 18, fill: BurnDownDrawing.ink, isBold: true),
            SVGText.element(
                say(
                    "● không phương án nào cùng bài toán tốt hơn   ○ có phương án tốt hơn   ┄ cận trên đã chứng minh",
                    "● no plan of the same problem beats it   ○ another one does   ┄ proven ceiling"), x: 24, y: 52, size: 13,
                fill: BurnDownDrawing.quiet),
        ]
        parts += MoneyAxes(across: across, upward: upward, language: language, textSize: 12).parts()
        var labels: [(x: Double, y: Double, text: String)] = []
        for (number, band) in frontier.bands.enumerated() {
            let colour = Self.colours[number % Self.colours.count]
            if let ceiling = steps(band.ceilings, across, upward, colour) { parts.append(ceiling) }
            // Steps: between two plans the money buys what the cheaper one brings.
            var steps = ""
            for point in band.points where point.isEfficient {
                let (x, y) = (n(across.position(Double(point.costVND) / 1e9)), n(upward.position(Double(point.households))))
                steps += steps.isEmpty ? "M\(x) \(y)" : "H\(x)V\(y)"
            }
            if steps.contains("H") {
                parts.append("<path d=\"\(steps)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\"/>")
            }
            for point in band.points {
                let (x, y) = (across.position(Double(point.costVND) / 1e9), upward.position(Double(point.households)))
                parts.append(
                    "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"5\" fill=\"\(point.isEfficient ? colour : "#ffffff")\" stroke=\"\(colour)\" stroke-width=\"2\"/>"
                )
                labels.append((x, y, point.run))
            }
        }
        parts += placed(labels)
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }

    /// What no plan covers, for any money up to each budget.
    private func steps(_ ceilings: [Comparison.Frontier.Ceiling], _ across: ChartScale, _ upward: ChartScale, _ colour: String) -> String? {
        guard !ceilings.isEmpty else { return nil }
        var path = ""
        var x = Self.left
        for ceiling in ceilings {
            let (y, end) = (upward.position(Double(ceiling.households)), across.position(Double(ceiling.costVND) / 1e9))
            path += path.isEmpty ? "M\(n(x)) \(n(y))H\(n(end))" : "V\(n(y))H\(n(end))"
            x = end
        }
        return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"/>"
    }

    /// Labels beside their points, moved down where they would lie over one that is there already.
    private func placed(_ labels: [(x: Double, y: Double, text: String)]) -> [String] {
        var boxes: [(x: Double, y: Double, width: Double)] = []
        return labels.sorted { ($0.y, $0.x) < ($1.y, $1.x) }.map { label in
            let width = SVGText.width(label.text, size: 12)
            let isRight = label.x + 10 + width <= Self.width - 8
            let x = isRight ? label.x + 10 : label.x - 10 - width
            var y = label.y + 4
            while boxes.contains(where: { abs($0.y - y) < 14 && x < $0.x + $0.width && $0.x < x + width }) { y += 14 }
            boxes.append((x, y, width))
            return SVGText.element(label.text, x: x, y: y, size: 12, fill: BurnDownDrawing.ink, hasHalo: true)
        }
    }
}
