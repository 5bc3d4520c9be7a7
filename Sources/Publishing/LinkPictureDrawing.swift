import Foundation
import Planning

/// Lays a link's picture out and writes it as SVG.
///
/// From top to bottom: headline, profile with a strip for labels that no line of data enters, distance axis, legend, notes; the table at the right.
struct LinkPictureDrawing {
    /// Colours: Blues for the wave, PuOr for what stands in its way. Every one of them has a shape or a pattern of its own besides.
    enum Paint {
        static let ink = "#1a1a1a"
        static let quiet = "#555555"
        static let grid = "#dddddd"
        static let ray = "#08519c"
        static let zone = "#c6dbef"
        static let innerZone = "#9ecae1"
        static let zoneLine = "#4292c6"
        static let mast = "#08306b"
        static let ground = "#fdb863"
        static let groundLine = "#7f3b08"
        static let clutter = "#fee0b6"
        static let clutterLine = "#b35806"
        static let obstacle = "#542788"
    }

    static let width = 1200.0
    static let leastHeight = 600.0
    static let leastPlotHeight = 360.0
    static let margin = 24.0
    static let factsWidth = 250.0
    /// Height of the strip for labels at the top of the plot.
    static let strip = 64.0
    /// Room between the frame and the masts.
    static let inset = 16.0

    let picture: LinkPicture
    let profile: LinkPictureProfile
    let prefix: String
    let titleLines: [String]
    let left = 84.0
    let right: Double
    let top: Double
    let bottom: Double
    let height: Double
    let across: ChartScale
    let upward: ChartScale
    let legend: [[LinkPictureLegend.Entry]]
    let notes: [String]

    init(_ picture: LinkPicture) {
        self.picture = picture
        let profile = LinkPictureProfile(picture)
        self.profile = profile
        let kept = String(
            picture.idPrefix.unicodeScalars.filter {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0))
            })
        prefix = kept.first?.isLetter == true ? kept : "link\(kept)"
        let room = Self.width - 2 * Self.margin
        titleLines = SVGText.lines(picture.title, size: 20, width: room, isBold: true)
        right = picture.facts.isEmpty ? Self.width - Self.margin : Self.width - Self.margin - Self.factsWidth - 22
        let legend = LinkPictureLegend.rows(of: picture, profile, width: right - left)
        self.legend = legend

        let head = 16 + 26 * Double(titleLines.count) + 18 * Double(picture.subtitles.count) + 12
        // Axis 46, one row of the legend 20, one note 16.
        let foot = 46 + 20 * Double(legend.count) + 16 * 2 + 12
        let plotHeight = max(Self.leastPlotHeight, Self.leastHeight - head - foot)
        top = head
        bottom = head + plotHeight
        let table = picture.facts.isEmpty ? 0 : head + LinkPictureTable.height(picture.facts, width: Self.factsWidth) + Self.margin
        height = max(bottom + foot, table).rounded(.up)

        across = ChartScale(values: 0...profile.lengthMeters, start: left + Self.inset, end: right - Self.inset)
        let seen = profile.seenMeters
        let below = (seen.upperBound - seen.lowerBound) * 0.06
        // The scale is set so that the highest thing seen ends under the strip of labels; the axis itself goes on to the frame.
        upward = ChartScale(values: (seen.lowerBound - below)...seen.upperBound, start: head + plotHeight, end: head + Self.strip + 10)
        notes = Self.notes(picture, profile, exaggeration: upward.pixelsPerUnit / across.pixelsPerUnit)
    }

    private static func notes(_ picture: LinkPicture, _ profile: LinkPictureProfile, exaggeration: Double) -> [String] {
        let radius = picture.effectiveEarthRadiusKilometers
        let bulge =
            LinkPictureProfile.radii.contains(radius)
            ? LinkPictureWords.bulge(
                SVGText.readable(profile.bulgeMeters(at: profile.lengthMeters / 2), decimals: 1),
                factor: SVGText.readable(radius / 6371, decimals: 2), radius: SVGText.readable(radius, decimals: 0))
            : LinkPictureWords.flatEarth
        let factor = LinkPictureWords.exaggeration(SVGText.readable(exaggeration, decimals: exaggeration < 10 ? 1 : 0))
        return [bulge.text(picture.language), factor.text(picture.language)]
    }

    // MARK: Document

    func document() -> String {
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(n(Self.width, 0))\" height=\"\(n(height, 0))\" "
                + "viewBox=\"0 0 \(n(Self.width, 0)) \(n(height, 0))\" role=\"img\" xml:lang=\"\(picture.language.rawValue)\" "
                + "aria-labelledby=\"\(prefix)-title \(prefix)-desc\" font-family=\"\(SVGText.fonts)\">",
            "<title id=\"\(prefix)-title\">\(SVGText.escaped(picture.title))</title>",
            "<desc id=\"\(prefix)-desc\">\(SVGText.escaped(summary))</desc>",
            definitions,
            "<rect width=\"\(n(Self.width, 0))\" height=\"\(n(height, 0))\" fill=\"#ffffff\"/>",
        ]
        parts += headline
        parts += axes
        parts.append("<g clip-path=\"url(#\(prefix)-plot)\">")
        parts += zones + gaps + terrain + zoneLines + ray
        parts.append("</g>")
        parts += masts + horizons + obstacle + endLabels
        parts += LinkPictureLegend.drawing(legend, left: left, top: bottom + 58, prefix: prefix)
        parts += foot
        if !picture.facts.isEmpty {
            parts += LinkPictureTable.drawing(picture.facts, left: right + 22, top: top, width: Self.factsWidth)
        }
        parts.append("</svg>")
        return parts.joined(separator: "\n") + "\n"
    }

    /// What the picture says, for those who cannot see it.
    private var summary: String {
        var sentences = [
            LinkPictureWords.length(
                SVGText.readable(profile.lengthMeters / 1000, decimals: 2), frequency: SVGText.readable(picture.frequencyMHz, decimals: 0)
            ).text(picture.language)
        ]
        sentences += [transmitterLabel + ".", receiverLabel + "."]
        if let obstacleLabel, picture.obstacle.map(profile.hasPlace) == true { sentences.append(obstacleLabel + ".") }
        let missing = profile.gaps.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        if missing > 0 {
            sentences.append(LinkPictureWords.gaps(SVGText.readable(missing / 1000, decimals: 2)).text(picture.language))
        }
        sentences += picture.facts.map { "\($0.label): \($0.value)." }
        return sentences.joined(separator: " ")
    }

    private var definitions: String {
        """
        <defs>
        <clipPath id="\(prefix)-plot"><rect x="\(n(left))" y="\(n(top))" width="\(n(right - left))" height="\(n(bottom - top))"/></clipPath>
        <pattern id="\(prefix)-gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <path d="M0 0V8" stroke="#888888" stroke-width="2"/></pattern>
        <pattern id="\(prefix)-clutter" width="6" height="6" patternUnits="userSpaceOnUse">\
        <rect width="6" height="6" fill="\(Paint.clutter)"/><path d="M3 0V6" stroke="\(Paint.clutterLine)" stroke-width="1"/></pattern>
        </defs>
        """
    }

    // MARK: Words around the plot

    private var headline: [String] {
        var y = 16.0
        var parts: [String] = []
        for line in titleLines {
            y += 26
            parts.append(text(line, Self.margin, y - 6, size: 20, isBold: true))
        }
        for line in picture.subtitles {
            y += 18
            parts.append(
                text(SVGText.cut(line, size: 13, width: Self.width - 2 * Self.margin), Self.margin, y - 4, size: 13, fill: Paint.quiet))
        }
        return parts
    }

    private var foot: [String] {
        notes.enumerated().map { number, note in
            text(note, left, bottom + 58 + 20 * Double(legend.count) + 16 * Double(number) + 4, size: 11, fill: Paint.quiet)
        }
    }

    private var axes: [String] {
        var parts: [String] = []
        let rise = upward.step(atMost: 7)
        for value in upward.ticks(step: rise) {
            let y = upward.position(value)
            parts.append("<path d=\"M\(n(left)) \(n(y))H\(n(right))\" stroke=\"\(Paint.grid)\"/>")
            let label = SVGText.readable(value, decimals: ChartScale.decimals(step: rise))
            parts.append(text(label, left - 8, y + 4, size: 12, anchor: "end"))
        }
        let kilometers = ChartScale(values: 0...(profile.lengthMeters / 1000), start: across.start, end: across.end)
        let run = kilometers.step(atMost: 12)
        for value in kilometers.ticks(step: run) {
            let x = kilometers.position(value)
            parts.append("<path d=\"M\(n(x)) \(n(bottom))v6\" stroke=\"\(Paint.ink)\"/>")
            let label = SVGText.readable(value, decimals: ChartScale.decimals(step: run))
            parts.append(text(label, x, bottom + 20, size: 12, anchor: "middle"))
        }
        parts.append(
            "<rect x=\"\(n(left))\" y=\"\(n(top))\" width=\"\(n(right - left))\" height=\"\(n(bottom - top))\" fill=\"none\" "
                + "stroke=\"\(Paint.ink)\"/>")
        parts.append(
            text(words(LinkPictureWords.distanceAxis), (left + right) / 2, bottom + 38, size: 12, fill: Paint.quiet, anchor: "middle"))
        let middle = (top + bottom) / 2
        parts.append(
            "<text x=\"28.00\" y=\"\(n(middle))\" font-size=\"12\" fill=\"\(Paint.quiet)\" text-anchor=\"middle\" "
                + "transform=\"rotate(-90 28.00 \(n(middle)))\">\(SVGText.escaped(words(LinkPictureWords.heightAxis)))</text>")
        return parts
    }

    private var transmitterLabel: String { label(picture.transmitter, LinkPictureWords.transmitter) }
    private var receiverLabel: String { label(picture.receiver, LinkPictureWords.receiver) }

    private func label(_ end: LinkPicture.End, _ role: Bilingual) -> String {
        LinkPictureWords.end(
            end.name.isEmpty ? words(role) : end.name, ground: SVGText.readable(end.groundMeters, decimals: 0),
            antenna: SVGText.readable(end.antennaMeters, decimals: 1)
        ).text(picture.language)
    }

    private var endLabels: [String] {
        let room = (right - left) / 2 - 16
        return [
            text(SVGText.cut(transmitterLabel, size: 12, width: room), left + 8, top + 17, size: 12, fill: Paint.mast, hasHalo: true),
            text(
                SVGText.cut(receiverLabel, size: 12, width: room), right - 8, top + 17, size: 12, fill: Paint.mast, anchor: "end",
                hasHalo: true),
        ]
    }

    // MARK: The profile

    /// Metres of path under one pixel.
    private var columnMeters: Double { 1 / across.pixelsPerUnit }

    private var terrain: [String] {
        var parts: [String] = []
        for stretch in profile.stretches {
            if let first = stretch.top.first, let last = stretch.top.last {
                let line = path(LinkPictureProfile.thinned(stretch.top, columnMeters: columnMeters))
                parts.append(
                    "<path class=\"clutter\" d=\"M\(n(x(first))) \(n(bottom))L\(line)L\(n(x(last))) \(n(bottom))Z\" "
                        + "fill=\"url(#\(prefix)-clutter)\"/>")
                parts.append(
                    "<path class=\"clutter-line\" d=\"M\(line)\" fill=\"none\" stroke=\"\(Paint.clutterLine)\" stroke-width=\"1\" "
                        + "stroke-dasharray=\"5 2\"/>")
            }
        }
        for stretch in profile.stretches {
            guard let first = stretch.ground.first, let last = stretch.ground.last else { continue }
            let line = path(LinkPictureProfile.thinned(stretch.ground, columnMeters: columnMeters))
            parts.append(
                "<path class=\"ground\" d=\"M\(n(x(first))) \(n(bottom))L\(line)L\(n(x(last))) \(n(bottom))Z\" fill=\"\(Paint.ground)\"/>")
            parts.append(
                "<path class=\"ground-line\" d=\"M\(line)\" fill=\"none\" stroke=\"\(Paint.groundLine)\" stroke-width=\"1.6\" "
                    + "stroke-linejoin=\"round\"/>")
        }
        return parts
    }

    private var gaps: [String] {
        profile.gaps.flatMap { gap -> [String] in
            // A gap that is narrower than four pixels would be overlooked.
            let middle = (across.position(gap.lowerBound) + across.position(gap.upperBound)) / 2
            let half = max(2, (across.position(gap.upperBound) - across.position(gap.lowerBound)) / 2)
            let name = words(LinkPictureWords.gap)
            let rect =
                "<rect class=\"gap\" x=\"\(n(middle - half))\" y=\"\(n(top + Self.strip))\" width=\"\(n(2 * half))\" "
                + "height=\"\(n(bottom - top - Self.strip))\" fill=\"url(#\(prefix)-gap)\"/>"
            guard 2 * half > SVGText.width(name, size: 12, isBold: true) + 8 else { return [rect] }
            return [rect, text(name, middle, bottom - 12, size: 12, anchor: "middle", isBold: true, hasHalo: true)]
        }
    }

    /// The outline of a part of the Fresnel zone around the ray, there above it and back below.
    private func zone(share: Double) -> String? {
        guard profile.fresnelRadiusMeters(at: profile.lengthMeters / 2) > 0 else { return nil }
        let parts = 160
        var above: [LinkPictureProfile.Point] = []
        var below: [LinkPictureProfile.Point] = []
        for part in 0...parts {
            // Points crowd at the ends, where the ellipse bends.
            let distance = profile.lengthMeters * (1 - cos(.pi * Double(part) / Double(parts))) / 2
            guard let ray = profile.rayMeters(at: distance) else { return nil }
            let radius = share * profile.fresnelRadiusMeters(at: distance)
            above.append(.init(distanceMeters: distance, heightMeters: ray + radius))
            below.append(.init(distanceMeters: distance, heightMeters: ray - radius))
        }
        return "M\(path(above + below.reversed()))Z"
    }

    private var zones: [String] {
        [(1.0, Paint.zone, "fresnel"), (0.6, Paint.innerZone, "fresnel-60")].compactMap { share, fill, name in
            zone(share: share).map { "<path class=\"\(name)\" d=\"\($0)\" fill=\"\(fill)\"/>" }
        }
    }

    /// The zones' outlines again, over the terrain, so that one sees how far it reaches into them.
    private var zoneLines: [String] {
        [(1.0, ""), (0.6, " stroke-dasharray=\"2 3\"")].compactMap { share, dashes in
            zone(share: share).map { "<path d=\"\($0)\" fill=\"none\" stroke=\"\(Paint.zoneLine)\" stroke-width=\"1\"\(dashes)/>" }
        }
    }

    private var ray: [String] {
        guard let from = profile.rayMeters(at: 0), let to = profile.rayMeters(at: profile.lengthMeters) else { return [] }
        return [
            "<path class=\"ray\" d=\"M\(n(across.start)) \(n(upward.position(from)))L\(n(across.end)) \(n(upward.position(to)))\" "
                + "stroke=\"\(Paint.ray)\" stroke-width=\"2\"/>"
        ]
    }

    private var masts: [String] {
        [(picture.transmitter, across.start, true), (picture.receiver, across.end, false)].flatMap { end, x, isTransmitter -> [String] in
            guard profile.hasPlace(end) else { return [] }
            let head = upward.position(end.heightMeters)
            let mark =
                isTransmitter
                ? "<circle cx=\"\(n(x))\" cy=\"\(n(head))\" r=\"5\" fill=\"\(Paint.mast)\"/>"
                : "<rect x=\"\(n(x - 4.5))\" y=\"\(n(head - 4.5))\" width=\"9\" height=\"9\" fill=\"#ffffff\" stroke=\"\(Paint.mast)\" "
                    + "stroke-width=\"2\"/>"
            return [
                "<path d=\"M\(n(x)) \(n(top + 24))V\(n(head - 8))\" stroke=\"\(Paint.mast)\" stroke-width=\"1\" stroke-dasharray=\"1 4\"/>",
                "<path class=\"mast\" d=\"M\(n(x)) \(n(upward.position(end.groundMeters)))V\(n(head))\" stroke=\"\(Paint.mast)\" "
                    + "stroke-width=\"3\"/>",
                mark,
            ]
        }
    }

    private var horizons: [String] {
        [picture.transmitterHorizonMeters, picture.receiverHorizonMeters].enumerated().compactMap { number, distance in
            guard let distance, let surface = profile.drawnSurfaceMeters(at: distance) else { return nil }
            // It sits on the terrain: the obstacle's triangle hangs below the same place, so that both stay visible.
            return LinkPictureLegend.horizon(x: across.position(distance), y: upward.position(surface) - 7, isFilled: number == 0)
        }
    }

    private var obstacleLabel: String? {
        picture.obstacle.map { obstacle in
            LinkPictureWords.obstacle(
                height: SVGText.readable(obstacle.heightMeters, decimals: 0),
                distance: SVGText.readable(obstacle.distanceMeters / 1000, decimals: 2), clearance: obstacle.clearanceMeters,
                amount: SVGText.readable(abs(obstacle.clearanceMeters), decimals: 1)
            ).text(picture.language)
        }
    }

    private var obstacle: [String] {
        guard let obstacle = picture.obstacle, let obstacleLabel, profile.hasPlace(obstacle) else { return [] }
        let x = across.position(obstacle.distanceMeters)
        let y = upward.position(obstacle.heightMeters + profile.bulgeMeters(at: obstacle.distanceMeters))
        let room = right - left - 48
        let lines = [(obstacleLabel, true), (obstacle.place, false)].filter { !$0.0.isEmpty }.map { line, isBold in
            (SVGText.cut(line, size: 12, width: room, isBold: isBold), isBold)
        }
        let half = (lines.map { SVGText.width($0.0, size: 12, isBold: $0.1) }.max() ?? 0) / 2
        let middle = min(max(x, left + 24 + half), right - 24 - half)
        let under = top + 28 + 16 * Double(lines.count)
        var parts = [
            "<path d=\"M\(n(x)) \(n(under))V\(n(y - 7))\" stroke=\"\(Paint.obstacle)\" stroke-width=\"1\" stroke-dasharray=\"2 3\"/>"
        ]
        if let ray = profile.rayMeters(at: obstacle.distanceMeters) {
            // A bar from the obstacle to the ray: the clearance, to be seen.
            let to = upward.position(ray)
            parts.append(
                "<path class=\"clearance\" d=\"M\(n(x)) \(n(y))V\(n(to))M\(n(x - 5)) \(n(to))h10\" stroke=\"\(Paint.obstacle)\" stroke-width=\"2\"/>"
            )
        }
        parts.append(LinkPictureLegend.obstacle(x: x, y: y))
        for (number, (line, isBold)) in lines.enumerated() {
            parts.append(
                text(
                    line, middle, top + 38 + 16 * Double(number), size: 12, fill: Paint.obstacle, anchor: "middle", isBold: isBold,
                    hasHalo: true)
            )
        }
        return parts
    }

    // MARK: Small tools

    private func n(_ value: Double, _ decimals: Int = 2) -> String { SVGText.number(value, decimals: decimals) }

    private func words(_ words: Bilingual) -> String { words.text(picture.language) }

    private func x(_ point: LinkPictureProfile.Point) -> Double { across.position(point.distanceMeters) }

    private func path(_ points: [LinkPictureProfile.Point]) -> String {
        points.map { "\(n(x($0))) \(n(upward.position($0.heightMeters)))" }.joined(separator: "L")
    }

    private func text(
        _ text: String, _ x: Double, _ y: Double, size: Int, fill: String = Paint.ink, anchor: String = "start", isBold: Bool = false,
        hasHalo: Bool = false
    ) -> String {
        SVGText.element(text, x: x, y: y, size: size, fill: fill, anchor: anchor, isBold: isBold, hasHalo: hasHalo)
    }
}
