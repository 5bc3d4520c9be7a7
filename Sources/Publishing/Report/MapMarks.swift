import Geodesy
import Planning

/// Marks of a map: many of a kind are one path, so that thousands of villages stay a small picture. Grades differ in shape and in colour.
struct MapMarks {
    let frame: MapFrame
    /// 1 on a map of a few communes, less where thousands of marks crowd.
    let size: Double

    private func n(_ value: Double) -> String { SVGText.number(value, decimals: 1) }

    /// Round dots.
    func dots(_ places: [Coordinate], colour: String, diameter: Double) -> String {
        guard !places.isEmpty else { return "" }
        let path = places.map { place in
            let at = frame.point(place)
            return "M\(n(at.x)) \(n(at.y))h.01"
        }.joined()
        return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(n(diameter * size))\" stroke-linecap=\"round\"/>"
    }

    /// Villages of one grade.
    func villages(_ places: [Coordinate], _ grade: Grade) -> String {
        switch grade {
        case .covered: dots(places, colour: ReportMap.coveredColour, diameter: 5)
        case .partial: shapes(places, fill: ReportMap.partialColour, stroke: "#7f3b08") { self.diamond($0, $1, 6 * self.size) }
        case .uncovered: shapes(places, fill: ReportMap.uncoveredColour, stroke: "#ffffff") { self.triangle($0, $1, 6.5 * self.size) }
        case .unknown: shapes(places, fill: "#ffffff", stroke: "#555555") { self.square($0, $1, 4 * self.size) }
        }
    }

    /// One mark for the legend.
    func sample(_ grade: Grade, x: Double, y: Double) -> String {
        switch grade {
        case .covered: "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"4\" fill=\"\(ReportMap.coveredColour)\"/>"
        case .partial: shape(diamond(x, y, 6.5), fill: ReportMap.partialColour, stroke: "#7f3b08")
        case .uncovered: shape(triangle(x, y, 7), fill: ReportMap.uncoveredColour, stroke: "#ffffff")
        case .unknown: shape(square(x, y, 4.5), fill: "#ffffff", stroke: "#555555")
        }
    }

    private func shapes(_ places: [Coordinate], fill: String, stroke: String, _ draw: (Double, Double) -> String) -> String {
        guard !places.isEmpty else { return "" }
        let path = places.map { place in
            let at = frame.point(place)
            return draw(at.x, at.y)
        }.joined()
        return shape(path, fill: fill, stroke: stroke)
    }

    private func shape(_ path: String, fill: String, stroke: String) -> String {
        "<path d=\"\(path)\" fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"\(n(1.1 * max(0.6, size)))\" stroke-linejoin=\"round\"/>"
    }

    private func diamond(_ x: Double, _ y: Double, _ r: Double) -> String {
        "M\(n(x)) \(n(y - r))l\(n(r)) \(n(r))l\(n(-r)) \(n(r))l\(n(-r)) \(n(-r))Z"
    }

    private func triangle(_ x: Double, _ y: Double, _ r: Double) -> String {
        "M\(n(x)) \(n(y - r))l\(n(r)) \(n(1.8 * r))h\(n(-2 * r))Z"
    }

    private func square(_ x: Double, _ y: Double, _ r: Double) -> String {
        "M\(n(x - r)) \(n(y - r))h\(n(2 * r))v\(n(2 * r))h\(n(-2 * r))Z"
    }

    /// A proposed site with its rank: round for a new one, square for work on one that stands.
    func site(_ place: Coordinate, rank: Int, isNew: Bool) -> String {
        let at = frame.point(place)
        return site(x: at.x, y: at.y, text: String(rank), isNew: isNew)
    }

    /// The same at a place of the picture.
    func site(x: Double, y: Double, text: String, isNew: Bool) -> String {
        let frame =
            isNew
            ? "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"9.5\" fill=\"#ffffff\" stroke=\"#08306b\" stroke-width=\"2.4\"/>"
            : "<rect x=\"\(n(x - 9))\" y=\"\(n(y - 9))\" width=\"18\" height=\"18\" fill=\"#ffffff\" stroke=\"#08306b\" stroke-width=\"2.4\"/>"
        return frame
            + SVGText.element(text, x: x, y: y + 4, size: text.count > 2 ? 9 : 11, fill: "#08306b", anchor: "middle", isBold: true)
    }
}
