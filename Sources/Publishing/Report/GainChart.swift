import Foundation
import Planning
import Scenarios

/// Households newly covered against money, place by place as the greedy path takes them, and where the plan stands.
struct GainChart {
    let plan: PlanDocument
    /// Households that the plan newly covers.
    let gained: Int
    let words: ReportWords

    private static let (width, height): (Double, Double) = (900, 400)
    private static let (left, right, top, bottom): (Double, Double, Double, Double) = (90, 870, 44, 330)

    /// The picture.
    func document() -> String {
        func n(_ value: Double) -> String { SVGText.number(value, decimals: 1) }
        var points: [(money: Double, households: Double)] = [(0, 0)]
        for point in plan.greedyCurve {
            points.append((Double(point.costVND) / 1e9, Double(point.weightTotal)))
        }
        let money = max(points.map(\.money).max() ?? 0, Double(plan.costVND) / 1e9)
        let households = max(points.map(\.households).max() ?? 0, Double(gained))
        let across = ChartScale(values: 0...max(0.001, money * 1.06), start: Self.left, end: Self.right)
        let upward = ChartScale(values: 0...max(1, households * 1.1), start: Self.bottom, end: Self.top)
        let title = words.say("Số hộ phủ thêm theo chi phí", "Households newly covered by cost")
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(n(Self.width))\" height=\"\(n(Self.height))\" viewBox=\"0 0 \(n(Self.width)) \(n(Self.height))\" role=\"img\" xml:lang=\"\(words.language.rawValue)\" aria-labelledby=\"chart-money-title\" font-family=\"\(SVGText.fonts)\">",
            "<title id=\"chart-money-title\">\(SVGText.escaped("\(title): \(words.count(gained)), \(words.money(plan.costVND))"))</title>",
        ]
        let up = upward.step(atMost: 6)
        for tick in upward.ticks(step: up) {
            let y = upward.position(tick)
            parts.append("<line x1=\"\(n(Self.left))\" y1=\"\(n(y))\" x2=\"\(n(Self.right))\" y2=\"\(n(y))\" stroke=\"#dddddd\"/>")
            parts.append(
                SVGText.element(
                    words.count(Int(tick.rounded())), x: Self.left - 8, y: y + 5, size: 13, fill: BurnDownDrawing.quiet, anchor: "end"))
        }
        let step = across.step(atMost: 8)
        for tick in across.ticks(step: step) {
            let x = across.position(tick)
            parts.append("<line x1=\"\(n(x))\" y1=\"\(n(Self.bottom))\" x2=\"\(n(x))\" y2=\"\(n(Self.bottom + 5))\" stroke=\"#555555\"/>")
            parts.append(
                SVGText.element(
                    words.numbers.fixed(tick, decimals: ChartScale.decimals(step: step)), x: x, y: Self.bottom + 22, size: 13,
                    fill: BurnDownDrawing.quiet, anchor: "middle"))
        }
        parts.append(
            "<line x1=\"\(n(Self.left))\" y1=\"\(n(Self.bottom))\" x2=\"\(n(Self.right))\" y2=\"\(n(Self.bottom))\" stroke=\"#555555\"/>")
        var path = ""
        for point in points {
            let (x, y) = (across.position(point.money), upward.position(point.households))
            path += path.isEmpty ? "M\(n(x)) \(n(y))" : "H\(n(x))V\(n(y))"
        }
        parts.append("<path d=\"\(path)\" fill=\"none\" stroke=\"#08519c\" stroke-width=\"2\"/>")
        let (x, y) = (across.position(Double(plan.costVND) / 1e9), upward.position(Double(gained)))
        parts.append("<path d=\"M\(n(x)) \(n(y - 9))l9 9l-9 9l-9 -9Z\" fill=\"#b35806\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>")
        parts.append(SVGText.element(words.say("hộ", "households"), x: Self.left, y: Self.top - 12, size: 14, fill: BurnDownDrawing.ink))
        parts.append(
            SVGText.element(
                words.say("tỷ đồng", "billion VND"), x: Self.right, y: Self.bottom + 44, size: 14, fill: BurnDownDrawing.ink, anchor: "end")
        )
        parts.append(
            "<path d=\"M\(n(Self.left)) \(n(Self.bottom + 58))h30\" stroke=\"#08519c\" stroke-width=\"2\"/>"
                + SVGText.element(
                    words.say("lần lượt thêm vị trí hiệu quả nhất", "adding the best place each time"), x: Self.left + 38,
                    y: Self.bottom + 63, size: 14,
                    fill: BurnDownDrawing.ink))
        let label =
            Self.left + 60 + SVGText.width(words.say("lần lượt thêm vị trí hiệu quả nhất", "adding the best place each time"), size: 14)
        parts.append(
            "<path d=\"M\(n(label)) \(n(Self.bottom + 50))l8 8l-8 8l-8 -8Z\" fill=\"#b35806\"/>"
                + SVGText.element(
                    words.say("phương án này", "this plan"), x: label + 16, y: Self.bottom + 63, size: 14, fill: BurnDownDrawing.ink))
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }
}
