import Planning

/// What the marks of a map mean, in lines under it.
struct MapLegend {
    let drawing: String
    let height: Double

    init(_ content: ReportContent, kind: ReportMap.Kind, marks: MapMarks, villages: [ReportVillage], top: Double, width: Double) {
        let words = content.words
        var entries: [(mark: (Double, Double) -> String, text: String)] = []
        for grade in [Grade.uncovered, .partial, .unknown, .covered] {
            let number = villages.count { $0.grade == grade }
            if number > 0 {
                entries.append(
                    (
                        { marks.sample(grade, x: $0, y: $1) },
                        "\(words.say("thôn", "village")) \(words.say(grade.label)) (\(words.count(number)))"
                    ))
            }
        }
        if kind == .planned {
            if content.proposals.contains(where: { $0.existingSite == nil }) {
                entries.append(
                    ({ marks.site(x: $0, y: $1, text: "1", isNew: true) }, words.say("trạm xây mới, số thứ tự", "new site, with its rank")))
            }
            if content.proposals.contains(where: { $0.existingSite != nil }) {
                entries.append(
                    (
                        { marks.site(x: $0, y: $1, text: "1", isNew: false) },
                        words.say("trạm hiện có được nâng cấp", "existing site upgraded")
                    ))
            }
            if content.proposals.contains(where: { $0.parent.map { content.siteByID[$0] != nil } ?? false }) {
                entries.append(
                    (
                        {
                            "<line x1=\"\(SVGText.number($0 - 12))\" y1=\"\(SVGText.number($1))\" x2=\"\(SVGText.number($0 + 10))\" y2=\"\(SVGText.number($1))\" stroke=\"#08306b\" stroke-width=\"1.4\" stroke-dasharray=\"5 3\"/>"
                        }, words.say("truyền dẫn", "link")
                    ))
            }
        }
        if !content.sitePlaces.isEmpty, content.sitePlaces.count <= 700 {
            entries.append(
                (
                    { "<circle cx=\"\(SVGText.number($0))\" cy=\"\(SVGText.number($1))\" r=\"2.4\" fill=\"#969696\"/>" },
                    words.say("trạm hiện có", "existing site")
                ))
        }
        var parts: [String] = []
        var (x, y) = (24.0, top + 12)
        for entry in entries {
            let wide = 24 + SVGText.width(entry.text, size: 14) + 26
            if x + wide > width, x > 24 {
                x = 24
                y += 26
            }
            parts.append(entry.mark(x, y))
            parts.append(SVGText.element(entry.text, x: x + 17, y: y + 5, size: 14, fill: BurnDownDrawing.ink))
            x += wide
        }
        drawing = parts.joined(separator: "\n")
        height = y - top + 20
    }
}
