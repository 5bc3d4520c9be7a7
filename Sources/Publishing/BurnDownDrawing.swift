import Foundation
import Planning

/// Lays a burn-down chart out and writes it as SVG: headline, plot, axis of time, legend, sources.
struct BurnDownDrawing {
    static let width = 1200.0
    static let margin = 24.0
    static let plotHeight = 400.0
    static let ink = "#1a1a1a"
    static let quiet = "#555555"
    /// Blues and PuOr, dark enough on white; none is told from another by colour alone.
    static let colours = ["#08519c", "#b35806", "#542788", "#1a1a1a", "#4292c6", "#7f3b08"]
    static let dashes = ["", "9 4", "3 3", "12 3 3 3", "6 6", "2 5"]

    let chart: BurnDownChart
    let left = 84.0
    let right = width - margin
    let top: Double
    let bottom: Double
    let height: Double
    let across: ChartScale
    let upward: ChartScale
    let legend: [BurnDownLegend.Entry]
    let sources: [String]

    init(_ chart: BurnDownChart) {
        self.chart = chart
        let points = chart.series.flatMap(\.points)
        let spans = points.map { BurnDownAxis.span($0.asOf, accuracy: $0.dateAccuracy) }
        let first = spans.map(\.lowerBound).min() ?? 0
        let last = max(spans.map(\.upperBound).max() ?? 1, first + 1)
        let room = max(20, (last - first) * 0.05)
        let greatest = max(1, points.map { max($0.open, $0.listed ?? 0) }.max() ?? 1)
        top = 16 + 26 + 18 * Double(chart.subtitles.count) + 16
        bottom = top + Self.plotHeight
        across = ChartScale(values: (first - room)...(last + room), start: left, end: right)
        upward = ChartScale(values: 0...(Double(greatest) * 1.08), start: bottom, end: top)
        legend = BurnDownLegend.entries(chart, left: left, right: right)
        sources = chart.sources.flatMap { SVGText.lines($0, size: 11, width: Self.width - 2 * Self.margin) }
            .map { SVGText.cut($0, size: 11, width: Self.width - 2 * Self.margin) }
        height = bottom + 48 + 22 * Double((legend.last?.row ?? -1) + 1) + 24 + 15 * Double(sources.count) + 30
    }

    func document() -> String {
        let size = "width=\"\(n(Self.width))\" height=\"\(n(height))\" viewBox=\"0 0 \(n(Self.width)) \(n(height))\""
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) role=\"img\" xml:lang=\"\(chart.language.rawValue)\" "
                + "aria-labelledby=\"burn-down-title burn-down-desc\" font-family=\"\(SVGText.fonts)\">",
            "<title id=\"burn-down-title\">\(SVGText.escaped(chart.title))</title>",
            "<desc id=\"burn-down-desc\">\(SVGText.escaped(summary))</desc>",
            "<rect width=\"\(n(Self.width))\" height=\"\(n(height))\" fill=\"#ffffff\"/>",
            SVGText.element(chart.title, x: Self.margin, y: 34, size: 20, fill: Self.ink, isBold: true),
        ]
        for (line, text) in chart.subtitles.enumerated() {
            parts.append(SVGText.element(text, x: Self.margin, y: 54 + 18 * Double(line), size: 13, fill: Self.quiet))
        }
        parts += axes + plot
        for entry in legend { parts += BurnDownLegend.drawing(entry, y: bottom + 62 + 22 * Double(entry.row)) }
        parts += footer
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }

    private func n(_ value: Double) -> String { SVGText.number(value, decimals: 0) }

    /// What the picture says, for those who cannot see it.
    private var summary: String {
        chart.series.map { series in
            let points = series.points.map { "\(BurnDownChart.day($0.asOf, chart.language)): \($0.open)" }
            return "\(series.title): \(points.joined(separator: "; "))"
        }.joined(separator: ". ")
    }

    // MARK: Axes

    private var axes: [String] {
        var parts: [String] = []
        for value in upward.ticks(step: max(1, upward.step(atMost: 7))) {
            let y = SVGText.number(upward.position(value))
            parts.append("<path d=\"M\(SVGText.number(left)) \(y)H\(SVGText.number(right))\" stroke=\"#dddddd\"/>")
            parts.append(
                SVGText.element(count(Int(value)), x: left - 8, y: upward.position(value) + 4, size: 12, fill: Self.quiet, anchor: "end"))
        }
        let years = chart.series.flatMap(\.points).map(\.asOf.year)
        for tick in BurnDownAxis.ticks(across.values, from: (years.min() ?? 2021) - 1, to: (years.max() ?? 2021) + 2) {
            let x = across.position(BurnDownAxis.number(tick))
            parts.append("<path class=\"tick\" d=\"M\(SVGText.number(x)) \(SVGText.number(bottom))v6\" stroke=\"\(Self.quiet)\"/>")
            parts.append(SVGText.element(label(tick), x: x, y: bottom + 21, size: 12, fill: Self.quiet, anchor: "middle"))
        }
        parts.append(
            "<path d=\"M\(SVGText.number(left)) \(SVGText.number(top))V\(SVGText.number(bottom))H\(SVGText.number(right))\" fill=\"none\" "
                + "stroke=\"\(Self.quiet)\"/>")
        return parts
    }

    private func label(_ tick: CalendarDate) -> String {
        if chart.language == .vietnamese { return String(format: "%02d/%04d", tick.month, tick.year) }
        return String(format: "%04d-%02d", tick.year, tick.month)
    }

    private func count(_ value: Int) -> String { HumanNumbers(language: chart.language).count(value) }

    // MARK: Series

    private var plot: [String] {
        var labels = BurnDownLabels(frame: .init(left: left, top: top - 4, right: right, bottom: bottom))
        var lines: [String] = []
        var marks: [String] = []
        var words: [String] = []
        for series in chart.series {
            for point in series.points {
                let x = across.position(BurnDownAxis.number(point.asOf))
                labels.keep(x: x, y: upward.position(Double(point.open)), radius: 8)
                if let listed = point.listed { labels.keep(x: x, y: upward.position(Double(listed)), radius: 6) }
            }
        }
        for (number, series) in chart.series.enumerated() {
            let colour = Self.colours[number % Self.colours.count]
            let places = series.points.map {
                (x: across.position(BurnDownAxis.number($0.asOf)), y: upward.position(Double($0.open)))
            }
            if places.count > 1 {
                let path = places.enumerated().map {
                    "\($0.offset == 0 ? "M" : "L")\(SVGText.number($0.element.x)) \(SVGText.number($0.element.y))"
                }
                lines.append(
                    "<path class=\"series\" d=\"\(path.joined())\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.5\"\(BurnDownLegend.dash(number))/>"
                )
            }
            for (point, place) in zip(series.points, places) {
                lines += spread(point, place, colour)
                marks.append(BurnDownLegend.mark(number, isHollow: series.isCounted, x: place.x, y: place.y))
                words += text(count(point.open), 14, colour, isBold: true, place, &labels)
                if let listed = point.listed, listed != point.open {
                    words += text(count(listed), 12, colour, isBold: false, (place.x, upward.position(Double(listed))), &labels)
                }
            }
        }
        return lines + marks + words
    }

    /// The days that a date may mean, and the stick up to what is listed.
    private func spread(_ point: BurnDownChart.Point, _ place: (x: Double, y: Double), _ colour: String) -> [String] {
        var parts: [String] = []
        let span = BurnDownAxis.span(point.asOf, accuracy: point.dateAccuracy)
        if span.lowerBound < span.upperBound {
            let (start, end) = (SVGText.number(across.position(span.lowerBound)), SVGText.number(across.position(span.upperBound)))
            parts.append(
                "<path class=\"whisker\" d=\"M\(start) \(SVGText.number(place.y))H\(end)\" stroke=\"\(colour)\" stroke-width=\"1.2\"/>")
        }
        if let listed = point.listed, listed != point.open {
            let high = SVGText.number(upward.position(Double(listed)))
            let (x, y) = (SVGText.number(place.x), SVGText.number(place.y))
            parts.append(
                "<path class=\"stick\" d=\"M\(x) \(y)V\(high)\" stroke=\"\(colour)\" stroke-width=\"1\" stroke-dasharray=\"1 3\"/>")
            parts.append(
                "<path class=\"listed\" d=\"M\(SVGText.number(place.x - 7)) \(high)h14\" stroke=\"\(colour)\" stroke-width=\"2.5\"/>")
        }
        return parts
    }

    private func text(
        _ text: String, _ size: Int, _ colour: String, isBold: Bool, _ place: (x: Double, y: Double), _ labels: inout BurnDownLabels
    ) -> [String] {
        let width = SVGText.width(text, size: Double(size), isBold: isBold)
        guard let found = labels.place(width, size: Double(size), nearX: place.x, y: place.y) else { return [] }
        return [SVGText.element(text, x: found.x, y: found.y, size: size, fill: colour, isBold: isBold, hasHalo: true)]
    }

    // MARK: Foot

    private var footer: [String] {
        let isVietnamese = chart.language == .vietnamese
        var y = bottom + 62 + 22 * Double((legend.last?.row ?? -1) + 1) + 6
        let how =
            isVietnamese
            ? "Ký hiệu: số thôn còn chờ; vạch ngang phía trên: số thôn trong danh sách; nét ngang mảnh: khoảng ngày có thể. Nguồn:"
            : "Mark: villages that wait; bar above: villages on the list; thin line across: the days that the date may mean. Sources:"
        var parts = [SVGText.element(how, x: Self.margin, y: y, size: 12, fill: Self.quiet)]
        for source in sources {
            y += 15
            parts.append(SVGText.element(source, x: Self.margin, y: y, size: 11, fill: Self.quiet))
        }
        return parts
    }
}
