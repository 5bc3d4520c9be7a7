import Geodesy
import Geometry
import Planning

/// An archipelago in a frame of its own beside the map of the country.
struct MapInset {
    enum Islands: CaseIterable {
        case hoangSa, truongSa

        /// What the frame shows, in degrees.
        var box: BoundingBox {
            switch self {
            case .hoangSa: BoundingBox(west: 110.9, south: 15.4, east: 113.1, north: 17.4)
            case .truongSa: BoundingBox(west: 111.2, south: 6.6, east: 118.0, north: 12.3)
            }
        }

        var title: Bilingual {
            switch self {
            case .hoangSa: Bilingual(vi: "Quần đảo Hoàng Sa (TP. Đà Nẵng)", en: "Hoàng Sa archipelago (Đà Nẵng)")
            case .truongSa: Bilingual(vi: "Quần đảo Trường Sa (tỉnh Khánh Hoà)", en: "Trường Sa archipelago (Khánh Hoà)")
            }
        }

        /// Some of the islands, drawn where the project's area does not outline them.
        var places: [Coordinate] {
            let numbers: [(Double, Double)] =
                switch self {
                case .hoangSa: [(111.61, 16.53), (112.34, 16.83), (111.20, 15.78), (112.73, 16.67), (111.76, 16.46)]
                case .truongSa:
                    [(111.92, 8.65), (114.33, 11.43), (114.33, 9.89), (114.37, 10.18), (112.91, 7.89), (114.37, 10.38), (111.67, 7.98)]
                }
            return numbers.map { Coordinate(longitude: $0.0, latitude: $0.1) }
        }
    }

    let islands: Islands
    let frame: MapFrame

    /// The frames one above the other, the lower one ending at the bottom.
    static func all(x: Double, bottom: Double, width: Double) -> [MapInset] {
        let lower = MapFrame(Islands.truongSa.box, x: x, y: 0, width: width, height: 420)
        let upper = MapFrame(Islands.hoangSa.box, x: x, y: 0, width: width, height: 240)
        let low = MapFrame(Islands.truongSa.box, x: x, y: bottom - lower.height, width: width, height: 420)
        let high = MapFrame(Islands.hoangSa.box, x: x, y: bottom - lower.height - 36 - upper.height, width: width, height: 240)
        return [MapInset(islands: .hoangSa, frame: high), MapInset(islands: .truongSa, frame: low)]
    }

    func drawing(_ areas: [MultiPolygon], _ villages: [ReportVillage], _ size: Double, _ words: ReportWords) -> String {
        func n(_ value: Double) -> String { SVGText.number(value, decimals: 1) }
        let marks = MapMarks(frame: frame, size: size)
        var parts = [
            "<rect x=\"\(n(frame.x))\" y=\"\(n(frame.y))\" width=\"\(n(frame.width))\" height=\"\(n(frame.height))\" fill=\"#f4f8fc\" stroke=\"#7a8794\"/>",
            SVGText.element(words.say(islands.title), x: frame.x, y: frame.y - 7, size: 12, fill: BurnDownDrawing.ink, isBold: true),
        ]
        let outlined = areas.map { area in
            MultiPolygon(area.polygons.filter { polygon in BoundingBox(polygon.exterior).map { islands.box.intersects($0) } ?? false })
        }.filter { !$0.isEmpty }
        // A stroke, since most are smaller than a pixel.
        for area in outlined {
            parts.append(
                "<path d=\"\(frame.path(area))\" fill=\"#c7b08a\" stroke=\"#8c6d31\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/>")
        }
        if outlined.isEmpty { parts.append(marks.dots(islands.places, colour: "#8c6d31", diameter: 5 / max(0.1, size))) }
        for grade in [Grade.covered, .unknown, .partial, .uncovered] {
            let places = villages.filter { $0.grade == grade }.compactMap(\.place).filter { islands.box.contains($0) }
            parts.append(marks.villages(places, grade))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
