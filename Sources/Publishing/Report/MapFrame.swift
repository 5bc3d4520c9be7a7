import Foundation
import Geodesy
import Geometry

/// Takes places to a picture: equirectangular, true to scale along the middle latitude.
struct MapFrame {
    let box: BoundingBox
    /// Pixels per degree of latitude.
    let scale: Double
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    /// A frame that fits into a space, with its upper left corner at a place.
    init(_ box: BoundingBox, x: Double, y: Double, width: Double, height: Double) {
        let across = max(1e-6, (box.east - box.west) * Self.squeeze(box))
        let down = max(1e-6, box.north - box.south)
        scale = min(width / across, height / down)
        (self.box, self.x, self.y) = (box, x, y)
        (self.width, self.height) = (across * scale, down * scale)
    }

    private static func squeeze(_ box: BoundingBox) -> Double { cos((box.north + box.south) / 2 * .pi / 180) }

    func point(_ place: Coordinate) -> (x: Double, y: Double) {
        (x + (place.longitude - box.west) * Self.squeeze(box) * scale, y + (box.north - place.latitude) * scale)
    }

    /// Metres per pixel.
    var metersPerPixel: Double { 111_320 / scale }

    /// The outlines of an area as one path: points nearer than a pixel are passed over, and what is smaller than one becomes a dot.
    func path(_ area: MultiPolygon) -> String {
        area.polygons.map { polygon in
            polygon.rings.enumerated().map { number, ring in path(ring, isHole: number > 0) }.joined()
        }.joined()
    }

    private func path(_ ring: [Coordinate], isHole: Bool) -> String {
        var kept: [(x: Double, y: Double)] = []
        for place in ring {
            let here = point(place)
            if let last = kept.last, abs(last.x - here.x) < 0.7, abs(last.y - here.y) < 0.7 { continue }
            kept.append(here)
        }
        guard kept.count > 2 else {
            guard !isHole, let only = kept.first else { return "" }
            return "M\(Self.n(only.x)) \(Self.n(only.y))h.8v.8h-.8Z"
        }
        return "M" + kept.map { "\(Self.n($0.x)) \(Self.n($0.y))" }.joined(separator: "L") + "Z"
    }

    static func n(_ value: Double) -> String { SVGText.number(value, decimals: 1) }
}
