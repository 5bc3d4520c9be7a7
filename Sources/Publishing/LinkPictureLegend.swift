import Planning

/// The legend under a link's profile: only what the picture shows, in as many rows as needed.
enum LinkPictureLegend {
    /// The signs of the legend.
    enum Sign: Hashable, Sendable {
        case ground, clutter, ray, fresnel, innerFresnel, obstacle, transmitterHorizon, receiverHorizon, gap
    }

    /// One sign with its word.
    struct Entry: Hashable, Sendable {
        let sign: Sign
        let text: String
        var width: Double { 30 + SVGText.width(text, size: 12) + 18 }
    }

    /// What the picture shows, in rows that fit a width.
    static func rows(of picture: LinkPicture, _ profile: LinkPictureProfile, width: Double) -> [[Entry]] {
        var rows: [[Entry]] = []
        var used = Double.infinity
        for entry in entries(of: picture, profile) {
            if used + entry.width > width + 18 {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(entry)
            used += entry.width
        }
        return rows
    }

    private static func entries(of picture: LinkPicture, _ profile: LinkPictureProfile) -> [Entry] {
        var entries: [Entry] = []
        func add(_ sign: Sign, _ words: Bilingual, _ distance: Double? = nil) {
            let place = distance.map { " (km \(SVGText.readable($0 / 1000, decimals: 2)))" } ?? ""
            entries.append(Entry(sign: sign, text: words.text(picture.language) + place))
        }
        if !profile.stretches.isEmpty { add(.ground, picture.isSurfaceModel ? LinkPictureWords.surface : LinkPictureWords.ground) }
        if profile.stretches.contains(where: { !$0.top.isEmpty }) { add(.clutter, LinkPictureWords.clutter) }
        if !profile.gaps.isEmpty { add(.gap, LinkPictureWords.gap) }
        if profile.rayMeters(at: 0) != nil {
            add(.ray, LinkPictureWords.ray)
            if profile.fresnelRadiusMeters(at: profile.lengthMeters / 2) > 0 {
                add(.fresnel, LinkPictureWords.fresnel)
                add(.innerFresnel, LinkPictureWords.innerFresnel)
            }
        }
        if let obstacle = picture.obstacle, profile.hasPlace(obstacle) {
            add(.obstacle, obstacle.clearanceMeters < 0 ? LinkPictureWords.obstacle : LinkPictureWords.closest)
        }
        if let distance = picture.transmitterHorizonMeters, profile.drawnSurfaceMeters(at: distance) != nil {
            add(.transmitterHorizon, LinkPictureWords.transmitterHorizon, distance)
        }
        if let distance = picture.receiverHorizonMeters, profile.drawnSurfaceMeters(at: distance) != nil {
            add(.receiverHorizon, LinkPictureWords.receiverHorizon, distance)
        }
        return entries
    }

    /// The rows as SVG; `top` is the base line of the first one.
    static func drawing(_ rows: [[Entry]], left: Double, top: Double, prefix: String) -> [String] {
        var parts: [String] = []
        for (number, row) in rows.enumerated() {
            var x = left
            let y = top + 20 * Double(number)
            for entry in row {
                parts.append(swatch(entry.sign, x: x, y: y - 4, prefix: prefix))
                parts.append(SVGText.element(entry.text, x: x + 30, y: y, size: 12, fill: LinkPictureDrawing.Paint.ink))
                x += entry.width
            }
        }
        return parts
    }

    /// A sign 24 wide, its middle at height `y`.
    private static func swatch(_ sign: Sign, x: Double, y: Double, prefix: String) -> String {
        typealias Paint = LinkPictureDrawing.Paint
        func box(_ fill: String, _ stroke: String, _ dashes: String = "") -> String {
            "<rect x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(y - 6))\" width=\"24\" height=\"12\" fill=\"\(fill)\" stroke=\"\(stroke)\"\(dashes)/>"
        }
        func oval(_ fill: String, _ height: Double, _ dashes: String = "") -> String {
            "<ellipse cx=\"\(SVGText.number(x + 12))\" cy=\"\(SVGText.number(y))\" rx=\"12\" ry=\"\(SVGText.number(height))\" fill=\"\(fill)\" "
                + "stroke=\"\(Paint.zoneLine)\"\(dashes)/>"
        }
        switch sign {
        case .ground: return box(Paint.ground, Paint.groundLine)
        case .clutter: return box("url(#\(prefix)-clutter)", Paint.clutterLine, " stroke-dasharray=\"5 2\"")
        case .gap: return box("url(#\(prefix)-gap)", "#888888")
        case .fresnel: return oval(Paint.zone, 6.5)
        case .innerFresnel: return oval(Paint.innerZone, 4.5, " stroke-dasharray=\"2 3\"")
        case .ray:
            return "<path d=\"M\(SVGText.number(x)) \(SVGText.number(y))h24\" stroke=\"\(Paint.ray)\" stroke-width=\"2\"/>"
        case .obstacle: return obstacle(x: x + 12, y: y - 5)
        case .transmitterHorizon: return horizon(x: x + 12, y: y, isFilled: true)
        case .receiverHorizon: return horizon(x: x + 12, y: y, isFilled: false)
        }
    }

    /// The triangle of an obstacle, its tip at the place.
    static func obstacle(x: Double, y: Double) -> String {
        "<path class=\"obstacle\" d=\"M\(SVGText.number(x)) \(SVGText.number(y))l7 12h-14Z\" fill=\"\(LinkPictureDrawing.Paint.obstacle)\" "
            + "stroke=\"#ffffff\" stroke-width=\"1\"/>"
    }

    /// The diamond of a horizon, its middle at the place: filled for the transmitter's, hollow for the receiver's.
    static func horizon(x: Double, y: Double, isFilled: Bool) -> String {
        let paint = LinkPictureDrawing.Paint.mast
        return
            "<path class=\"horizon\" d=\"M\(SVGText.number(x)) \(SVGText.number(y - 6))l6 6l-6 6l-6 -6Z\" fill=\"\(isFilled ? paint : "#ffffff")\" "
            + "stroke=\"\(paint)\" stroke-width=\"1.5\"/>"
    }
}
