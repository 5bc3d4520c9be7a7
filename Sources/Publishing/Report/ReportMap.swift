import Foundation
import Geodesy
import Geometry
import Planning

/// A map of a report as one SVG: outlines, villages by grade, masts, proposed sites with their links, scale, legend, and on a national map the
/// two archipelagos in frames of their own.
struct ReportMap {
    enum Kind {
        /// Villages as they are.
        case today
        /// Villages as they would be, with the proposed sites.
        case planned
    }

    static let coveredColour = "#6baed6"
    static let partialColour = "#fdb863"
    static let uncoveredColour = "#542788"

    private static let width = 900.0
    private static let tallest = 1000.0
    /// Degrees of latitude from which on a map shows the country.
    private static let nationalDegrees = 8.0

    private let content: ReportContent
    private let kind: Kind
    private let frame: MapFrame
    private let insets: [MapInset]
    let isNational: Bool

    private var words: ReportWords { content.words }
    private func n(_ value: Double) -> String { SVGText.number(value, decimals: 1) }

    /// Nil where there is no place to show.
    init?(_ content: ReportContent, kind: Kind) {
        self.content = content
        self.kind = kind
        let outlines = content.background.area + Self.communes(of: content).map(\.area)
        let mainland = outlines.flatMap(\.polygons).compactMap { BoundingBox($0.exterior) }.filter { box in
            !MapInset.Islands.allCases.contains { $0.box.intersects(box) }
        }
        let places = (content.villages + content.deadZones).compactMap(\.place) + content.proposals.map(\.place)
        let boxes = mainland + [BoundingBox(places)].compactMap { $0 }
        guard let first = boxes.first else { return nil }
        let box = boxes.dropFirst().reduce(first) { $0.union($1) }
        let margin = max(0.01, (box.north - box.south) * 0.03)
        let whole = BoundingBox(west: box.west - margin, south: box.south - margin, east: box.east + margin, north: box.north + margin)
        isNational = box.north - box.south > Self.nationalDegrees
        if isNational {
            // Room in the east for the sea and the archipelagos.
            frame = MapFrame(whole, x: 10, y: 10, width: Self.width * 0.62, height: Self.tallest)
            insets = MapInset.all(x: frame.x + frame.width + 30, bottom: frame.y + frame.height, width: Self.width - frame.width - 60)
        } else {
            let fitted = MapFrame(whole, x: 0, y: 10, width: Self.width - 20, height: Self.tallest * 0.8)
            frame = MapFrame(whole, x: (Self.width - fitted.width) / 2, y: 10, width: fitted.width + 1e-6, height: fitted.height + 1e-6)
            insets = []
        }
    }

    /// The communes that have villages in the report.
    private static func communes(of content: ReportContent) -> [Commune] {
        let codes = Set((content.villages + content.deadZones).map(\.communeCode))
        return content.background.communes.filter { codes.contains($0.code) }
    }

    /// The picture.
    func document() -> String {
        let id = kind == .today ? "map-title" : "map-plan-title"
        let shown = kind == .planned && !content.villagesAfter.isEmpty ? content.villagesAfter : all
        let marks = MapMarks(frame: frame, size: shown.count > 1200 ? 0.6 : shown.count > 500 ? 0.8 : 1)
        let legend = MapLegend(content, kind: kind, marks: marks, villages: shown, top: frame.y + frame.height + 14, width: Self.width)
        let height = frame.y + frame.height + 14 + legend.height
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(n(Self.width))\" height=\"\(n(height))\" viewBox=\"0 0 \(n(Self.width)) \(n(height))\" role=\"img\" xml:lang=\"\(content.language.rawValue)\" aria-labelledby=\"\(id)\" font-family=\"\(SVGText.fonts)\">",
            "<title id=\"\(id)\">\(SVGText.escaped(title(shown)))</title>",
            "<rect width=\"\(n(Self.width))\" height=\"\(n(height))\" fill=\"#ffffff\"/>",
            "<rect x=\"\(n(frame.x))\" y=\"\(n(frame.y))\" width=\"\(n(frame.width))\" height=\"\(n(frame.height))\" fill=\"#f4f8fc\" stroke=\"#9aa5b1\"/>",
        ]
        parts.append(
            "<clipPath id=\"\(id)-frame\"><rect x=\"\(n(frame.x))\" y=\"\(n(frame.y))\" width=\"\(n(frame.width))\" height=\"\(n(frame.height))\"/></clipPath><g clip-path=\"url(#\(id)-frame)\">"
        )
        for area in content.background.area {
            let area = MultiPolygon(area.polygons.filter { BoundingBox($0.exterior).map { $0.intersects(frame.box) } ?? false })
            parts.append(
                "<path d=\"\(frame.path(area))\" fill=\"#ffffff\" stroke=\"#7a8794\" stroke-width=\"\(isNational ? "0.5" : "1")\" stroke-linejoin=\"round\"/>"
            )
        }
        let communes = Self.communes(of: content)
        for commune in communes {
            parts.append("<path d=\"\(frame.path(commune.area))\" fill=\"#ffffff\" stroke=\"#9aa5b1\" stroke-width=\"0.8\"/>")
        }
        if isShowingMasts { parts.append(marks.dots(content.sitePlaces, colour: "#969696", diameter: 3)) }
        for grade in [Grade.covered, .unknown, .partial, .uncovered] {
            parts.append(marks.villages(shown.filter { $0.grade == grade }.compactMap(\.place), grade))
        }
        parts.append("</g>")
        if communes.count <= 40 { parts += labels(communes) }
        if kind == .planned { parts += sites(marks) }
        parts.append(scaleBar)
        for inset in insets { parts.append(inset.drawing(content.background.area, shown, marks.size, words)) }
        parts.append(legend.drawing)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n</svg>\n"
    }

    private var all: [ReportVillage] {
        let known = Set(content.villages.map(\.id))
        return content.villages + content.deadZones.filter { !known.contains($0.id) }
    }

    /// Thousands of masts would hide the villages.
    private var isShowingMasts: Bool { content.sitePlaces.count <= 700 && !isNational }

    private func title(_ villages: [ReportVillage]) -> String {
        let counts = Grade.allCases.map { grade in
            "\(words.say(grade.label)) \(words.count(villages.count { $0.grade == grade }))"
        }
        let lead =
            kind == .today
            ? words.say("Bản đồ thôn theo mức phủ sóng", "Map of villages by grade")
            : words.say("Bản đồ vị trí đề xuất", "Map of proposed sites")
        return "\(lead): \(counts.joined(separator: ", "))"
    }

    /// Names in the middle of the communes, as long as they do not lie on one another.
    private func labels(_ communes: [Commune]) -> [String] {
        var taken: [(x: Double, y: Double, width: Double)] = []
        return communes.compactMap { commune in
            guard let box = commune.area.boundingBox else { return nil }
            let at = frame.point(Coordinate(longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2))
            let width = SVGText.width(commune.name, size: 12)
            guard !taken.contains(where: { abs($0.y - at.y) < 14 && abs($0.x - at.x) < ($0.width + width) / 2 }) else { return nil }
            taken.append((at.x, at.y, width))
            return SVGText.element(commune.name, x: at.x, y: at.y + 4, size: 12, fill: "#404a54", anchor: "middle", hasHalo: true)
        }
    }

    private func sites(_ marks: MapMarks) -> [String] {
        let links = content.proposals.compactMap { site -> String? in
            guard let parent = site.parent, let there = content.siteByID[parent] else { return nil }
            let (from, to) = (frame.point(site.place), frame.point(there))
            return
                "<line x1=\"\(n(from.x))\" y1=\"\(n(from.y))\" x2=\"\(n(to.x))\" y2=\"\(n(to.y))\" stroke=\"#08306b\" stroke-width=\"1.4\" stroke-dasharray=\"5 3\"/><circle cx=\"\(n(to.x))\" cy=\"\(n(to.y))\" r=\"3\" fill=\"#08306b\"/>"
        }
        // The best stands on top.
        return links + content.proposals.reversed().map { marks.site($0.place, rank: $0.rank, isNew: $0.existingSite == nil) }
    }

    /// A round length of about a fifth of the map.
    private var scaleBar: String {
        let scale = ChartScale(values: 0...(frame.metersPerPixel * frame.width / 1000 / 3), start: 0, end: 1)
        let kilometres = scale.step(atMost: 2)
        let pixels = kilometres * 1000 / frame.metersPerPixel
        let (x, y) = (frame.x + 14, frame.y + frame.height - 14)
        return "<path d=\"M\(n(x)) \(n(y - 5))v5h\(n(pixels))v-5\" fill=\"none\" stroke=\"#1a1a1a\" stroke-width=\"1.5\"/>"
            + SVGText.element(
                "\(words.plain(kilometres)) km", x: x + pixels / 2, y: y - 6, size: 12, fill: BurnDownDrawing.ink, anchor: "middle",
                hasHalo: true)
            + SVGText.element(
                words.say("B", "N"), x: x + 4, y: frame.y + 38, size: 13, fill: BurnDownDrawing.ink, anchor: "middle", isBold: true)
            + "<path d=\"M\(n(x + 4)) \(n(frame.y + 8))l5 14l-5 -4l-5 4Z\" fill=\"#1a1a1a\"/>"
    }
}
