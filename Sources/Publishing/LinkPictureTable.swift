/// The table of figures at the right of a link's profile: label and value on one line where they fit, else under each other.
enum LinkPictureTable {
    private struct Row {
        let labels: [String]
        let values: [String]
        let isOneLine: Bool
        var height: Double { isOneLine ? 24 : 17 * Double(labels.count + values.count) + 8 }
    }

    private static func rows(_ facts: [LinkPicture.Fact], width: Double) -> [Row] {
        facts.map { fact in
            let wanted = SVGText.width(fact.label, size: 12) + 12 + SVGText.width(fact.value, size: 13, isBold: true)
            guard wanted > width else { return Row(labels: [fact.label], values: [fact.value], isOneLine: true) }
            return Row(
                labels: SVGText.lines(fact.label, size: 12, width: width),
                values: SVGText.lines(fact.value, size: 13, width: width, isBold: true), isOneLine: false)
        }
    }

    /// Height of the table in pixels.
    static func height(_ facts: [LinkPicture.Fact], width: Double) -> Double {
        rows(facts, width: width).reduce(0) { $0 + $1.height }
    }

    /// The table as SVG.
    static func drawing(_ facts: [LinkPicture.Fact], left: Double, top: Double, width: Double) -> [String] {
        typealias Paint = LinkPictureDrawing.Paint
        var parts: [String] = []
        var y = top
        for row in rows(facts, width: width) {
            if row.isOneLine {
                for label in row.labels { parts.append(SVGText.element(label, x: left, y: y + 16, size: 12, fill: Paint.quiet)) }
                for value in row.values {
                    parts.append(SVGText.element(value, x: left + width, y: y + 16, size: 13, fill: Paint.ink, anchor: "end", isBold: true))
                }
            } else {
                var line = y
                for label in row.labels {
                    line += 17
                    let cut = SVGText.cut(label, size: 12, width: width)
                    parts.append(SVGText.element(cut, x: left, y: line - 1, size: 12, fill: Paint.quiet))
                }
                for value in row.values {
                    line += 17
                    let cut = SVGText.cut(value, size: 13, width: width, isBold: true)
                    parts.append(SVGText.element(cut, x: left, y: line - 1, size: 13, fill: Paint.ink, isBold: true))
                }
            }
            y += row.height
            parts.append("<path d=\"M\(SVGText.number(left)) \(SVGText.number(y))h\(SVGText.number(width))\" stroke=\"\(Paint.grid)\"/>")
        }
        return parts
    }
}
