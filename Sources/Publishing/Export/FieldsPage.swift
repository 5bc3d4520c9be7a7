import GeoFiles
import Planning

/// `fields.md`: every layer, field, unit, meaning and allowed word of an export, in Vietnamese and English.
struct FieldsPage {
    /// The layers as exported, with the columns that tables have besides.
    var layers: [LayerStream]
    /// Columns of CSV and XLSX that are no fields of the layer, by layer.
    var tableColumns: [String: [String]]
    /// Whether a coverage raster is among the files.
    var hasRaster: Bool
    /// Whether Shapefiles are, which have names of their own.
    var hasShapefile: Bool

    var text: String {
        var text = """
            # Trường dữ liệu · Fields

            Tọa độ là WGS 84 (kinh độ, vĩ độ) nếu tệp không ghi khác. Nhiều từ trong một ô cách nhau bằng `;`. Ô trống là không biết hoặc không áp dụng.

            Coordinates are WGS 84 (longitude, latitude) unless the file says otherwise. Several words in one cell are joined by `;`. An empty cell is not \
            known or does not apply.

            """
        for layer in layers {
            text += "\n## \(layer.name)\n\n"
            if let meaning = FieldDictionary.layers.first(where: { $0.name == layer.name })?.meaning {
                text += "\(meaning.vi)\n\n\(meaning.en)\n\n"
            }
            let names = layer.fields.map(\.name) + (tableColumns[layer.name] ?? [])
            let short = hasShapefile ? " Shapefile |" : ""
            text +=
                "| Trường · Field |\(short) Kiểu · Type | Đơn vị · Unit | Tiếng Việt | English |\n|---|\(hasShapefile ? "---|" : "")---|---|---|---|\n"
            let types = Dictionary(layer.fields.map { ($0.name, $0.type.rawValue) }, uniquingKeysWith: { first, _ in first })
            for entry in names.compactMap({ FieldDictionary.entry(layer.name, $0) }) {
                let type = types[entry.name] ?? (entry.name == "wkt" ? "text" : "real")
                let short = hasShapefile ? " `\(entry.short)` |" : ""
                text += "| `\(entry.name)` |\(short) \(type) | \(entry.unit) | \(cell(entry, .vietnamese)) | \(cell(entry, .english)) |\n"
            }
        }
        if hasRaster {
            text += """

                ## coverage (GeoTIFF)

                | Kênh · Band | Đơn vị · Unit | Tiếng Việt | English |
                |---|---|---|---|
                | `rsrp_dbm` | dBm | Mức thu RSRP trung vị của trạm tốt nhất; −9999 là không có đường truyền đã biết trong bán kính, không có nghĩa là trắng sóng. | Median RSRP of the best server; −9999 means no known path within the radius, not no signal. |
                | `probability` | | Xác suất mức thu đạt ngưỡng của quy tắc, 0 đến 1. | Probability that the level reaches the rule's threshold, 0 to 1. |

                """
        }
        return text
    }

    private func cell(_ entry: FieldEntry, _ language: Language) -> String {
        var text = "**\(entry.title.text(language))**. \(entry.meaning.text(language))"
        if !entry.words.isEmpty {
            text += " " + entry.words.map { "`\($0.word)`: \($0.meaning.text(language))" }.joined(separator: "; ") + "."
        }
        return text.replacing("|", with: "\\|")
    }

    /// `fields-shp.csv`: the names that fields have in Shapefiles.
    var shortNames: OutputLayer {
        let rows = layers.flatMap { layer in
            (layer.fields.contains { $0.name == "id" } ? layer.fields : [OutputField(name: "id", type: .text)] + layer.fields)
                .compactMap { field in FieldDictionary.entry(layer.name, field.name).map { (layer.name, $0) } }
        }
        return OutputLayer(
            name: "fields-shp",
            fields: ["layer", "shapefile_name", "field", "unit", "title_vi", "title_en"].map { OutputField(name: $0, type: .text) },
            rows: rows.map { layer, entry in
                OutputRow(
                    id: "\(layer).\(entry.short)",
                    values: [layer, entry.short, entry.name, entry.unit, entry.title.vi, entry.title.en].map { .text($0) })
            }, geometry: LayerGeometry.none)
    }
}
