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
        parts += MoneyAxes(across: across, upward: upward, language: words.language, textSize: 13).parts()
        var path = ""
        for point in points {
            let (x, y) = (across.position(point.money), upward.position(point.households))
            path += path.isEmpty ? "M\(n(x)) \(n(y))" : "H\(n(x))V\(n(y))"
        }
        parts.append("<path d=\"\(path)\" fill=\"none\" stroke=\"#08519c\" stroke-width=\"2\"/>")
        let (x, y) = (across.position(Double(plan.costVND) / 1e9), upward.position(Double(gained)))
        parts.append("<path d=\"M\(n(x)) \(n(y - 9))l9 9l-9 9l-9 -9Z\" fill=\"#b35806\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>")
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
