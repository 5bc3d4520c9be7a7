import GeoFiles
import Geodesy
import Planning

/// Reads road centre lines. They only help to place candidates, so a defective one is a warning.
enum RoadReader {
    static func read(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<[Coordinate]> {
        guard var reading = TableReading(source, wanted: [], needsPlace: false, into: &log) else { return .rejected }
        var lines: [[Coordinate]] = []
        for feature in reading.features {
            let parts: [[Coordinate]]
            switch feature.shape {
            case .lineString(let line): parts = [line]
            case .multiLineString(let several): parts = several
            case .empty, nil:
                reading.note(.warning, .geometryEmpty, feature, value: feature.shapeDefect ?? "", .rowDropped)
                continue
            default:
                reading.note(.warning, .geometryWrongKind, feature, nil, .rowDropped)
                continue
            }
            if let stray = parts.joined().first(where: { !Country.polygonExtent.contains($0) }) {
                reading.note(
                    .warning, Country.defect(of: stray) ?? .coordinateOutsideCountry, feature,
                    value: "\(stray.longitude), \(stray.latitude)", .rowDropped)
                continue
            }
            lines += parts
        }
        return reading.finished(lines, into: &log)
    }
}
