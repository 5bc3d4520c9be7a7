import Planning

/// Marks, dashes and names of the series.
enum BurnDownLegend {
    struct Entry: Hashable, Sendable {
        var number: Int
        var title: String
        var isHollow: Bool
        var x: Double
        var row: Int
    }

    /// The entries, broken into rows.
    static func entries(_ chart: BurnDownChart, left: Double, right: Double) -> [Entry] {
        var entries: [Entry] = []
        var (x, row) = (left, 0)
        for (number, series) in chart.series.enumerated() {
            let counted = chart.language == .vietnamese ? " (đếm từ các dòng)" : " (counted from rows)"
            let title = SVGText.cut(series.title + (series.isCounted ? counted : ""), size: 13, width: right - left - 60)
            let width = 52 + SVGText.width(title, size: 13) + 26
            if x > left, x + width > right { (x, row) = (left, row + 1) }
            entries.append(Entry(number: number, title: title, isHollow: series.isCounted, x: x, row: row))
            x += width
        }
        return entries
    }

    static func drawing(_ entry: Entry, y: Double) -> [String] {
        let colour = BurnDownDrawing.colours[entry.number % BurnDownDrawing.colours.count]
        return [
            "<path d=\"M\(SVGText.number(entry.x)) \(SVGText.number(y - 4))h42\" stroke=\"\(colour)\" stroke-width=\"2.5\"\(dash(entry.number))/>",
            mark(entry.number, isHollow: entry.isHollow, x: entry.x + 21, y: y - 4),
            SVGText.element(entry.title, x: entry.x + 50, y: y, size: 13, fill: BurnDownDrawing.ink),
        ]
    }

    static func dash(_ number: Int) -> String {
        let dash = BurnDownDrawing.dashes[number % BurnDownDrawing.dashes.count]
        return dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    }

    /// The mark of a series: another outline for each, filled or hollow.
    static func mark(_ number: Int, isHollow: Bool, x: Double, y: Double) -> String {
        let colour = BurnDownDrawing.colours[number % BurnDownDrawing.colours.count]
        let shape =
            switch number % 6 {
            case 0: "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z"
            case 1: "m-5.5 -5.5h11v11h-11z"
            case 2: "m0 -7l7 12h-14z"
            case 3: "m0 -7.5l7.5 7.5l-7.5 7.5l-7.5 -7.5z"
            case 4: "m0 7l7 -12h-14z"
            default: "m-2.5 -7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z"
            }
        let fill = isHollow ? "none" : colour
        return
            "<path class=\"mark\" d=\"M\(SVGText.number(x)) \(SVGText.number(y))\(shape)\" fill=\"\(fill)\" stroke=\"\(colour)\" stroke-width=\"2\"/>"
    }
}
