import Planning

/// Axes of households against money, under the lines of a chart.
struct MoneyAxes {
    /// Billions of đồng, from left to right.
    let across: ChartScale
    /// Households, from the bottom up.
    let upward: ChartScale
    let language: Language
    /// Of the numbers at the ticks, pixels.
    let textSize: Int

    /// Lines and texts in the order in which they are drawn.
    func parts() -> [String] {
        func n(_ value: Double) -> String { SVGText.number(value, decimals: 1) }
        func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String) -> String {
            "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" stroke=\"\(colour)\"/>"
        }
        let numbers = HumanNumbers(language: language)
        let (left, right, bottom, top) = (across.start, across.end, upward.start, upward.end)
        var parts: [String] = []
        for tick in upward.ticks(step: upward.step(atMost: 6)) {
            let y = upward.position(tick)
            parts.append(line(left, y, right, y, "#dddddd"))
            parts.append(
                SVGText.element(
                    numbers.count(Int(tick.rounded())), x: left - 8, y: y + 4, size: textSize, fill: BurnDownDrawing.quiet, anchor: "end"))
        }
        let step = across.step(atMost: 8)
        for tick in across.ticks(step: step) {
            let x = across.position(tick)
            parts.append(line(x, bottom, x, bottom + 5, "#555555"))
            parts.append(
                SVGText.element(
                    numbers.fixed(tick, decimals: ChartScale.decimals(step: step)), x: x, y: bottom + 22, size: textSize,
                    fill: BurnDownDrawing.quiet, anchor: "middle"))
        }
        parts.append(line(left, bottom, right, bottom, "#555555"))
        let (money, households) = language == .vietnamese ? ("tỷ đồng", "hộ") : ("billion VND", "households")
        parts.append(SVGText.element(money, x: right, y: bottom + 44, size: textSize + 1, fill: BurnDownDrawing.ink, anchor: "end"))
        parts.append(SVGText.element(households, x: left, y: top - 10, size: textSize + 1, fill: BurnDownDrawing.ink))
        return parts
    }
}
