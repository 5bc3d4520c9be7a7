import CGDAL
import Foundation
import Geodesy
import Geometry

/// Writes one layer as CSV: UTF-8 without BOM, comma, line feed, decimal points, empty cells for null.
struct CSVWriter {
    let layer: OutputLayer
    let file: AtomicFile

    func write() throws(GeoFileError) {
        let columns = layer.columns
        let taken = Set(columns.map { $0.field.name.lowercased() })
        let kind = layer.effectiveGeometry
        let writesPlace = kind == .point && taken.isDisjoint(with: ["lon", "lat"])
        let writesText = (kind == .line || kind == .polygon || kind == .any) && !layer.rows.isEmpty && !taken.contains("wkt")

        var names = columns.map(\.field.name)
        if writesPlace { names += ["lon", "lat"] }
        if writesText { names.append("wkt") }
        var text = names.map(Self.cell).joined(separator: ",") + "\n"
        for row in layer.rows {
            var cells = columns.map { column in
                Self.cell(column.source.map { row.values[$0].text ?? "" } ?? row.id)
            }
            if writesPlace {
                if case .point(let place) = row.shape {
                    cells += [Self.degrees(place.longitude), Self.degrees(place.latitude)]
                } else {
                    cells += ["", ""]
                }
            }
            if writesText { cells.append(Self.cell(try wellKnownText(row.shape))) }
            text += cells.joined(separator: ",") + "\n"
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file.temporary))
        } catch {
            throw file.failure((error as NSError).localizedDescription)
        }
    }

    /// A cell, in quotes when it must be.
    private static func cell(_ text: String) -> String {
        let mustQuote = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
        return mustQuote ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
    }

    /// Degrees with at most seven decimals, a centimetre.
    private static func degrees(_ number: Double) -> String {
        FieldValue.shortest((number * 1e7).rounded() / 1e7)
    }

    private func wellKnownText(_ shape: Shape?) throws(GeoFileError) -> String {
        guard let shape else { return "" }
        return try GDALSession.run { messages throws(GeoFileError) in
            guard let geometry = shape.makeOGRGeometry(asMultiple: false) else { throw file.failure(messages.lastWords) }
            defer { OGR_G_DestroyGeometry(geometry) }
            var text: UnsafeMutablePointer<CChar>?
            defer { VSIFree(text) }
            guard OGR_G_ExportToIsoWkt(geometry, &text) == OGRERR_NONE, let text else { throw file.failure(messages.lastWords) }
            return String(cString: text)
        }
    }
}
