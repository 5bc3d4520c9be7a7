import CGDAL
import Geometry

/// Pieces of KML text.
enum KMLText {
    /// Text that may stand in an element or an attribute; what XML 1.0 forbids is left out. Letters stay composed or decomposed as they are.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0xEF }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case "\u{00}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A name of XML: ids of folders and schemas may hold letters, digits, `-` and `_` only.
    static func id(_ text: String) -> String {
        let name = String(
            text.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) || $0 == "_" || $0 == "-"
                    ? Character($0) : "_"
            })
        return name.first.map { $0.isNumber || $0 == "-" } ?? true ? "_\(name)" : name
    }

    /// The type of a schema's field.
    static func type(_ type: FieldType) -> String {
        switch type {
        case .real: "double"
        // Readers take int for 32 bits, where money does not fit. KML's schema has no wider one.
        case .integer: "double"
        // Readers disagree on bool.
        case .text, .boolean: "string"
        }
    }
}

extension Shape {
    /// KML's own text of the shape; nil when GDAL cannot make it.
    func keyholeText() -> String? {
        guard let geometry = makeOGRGeometry(asMultiple: false) else { return nil }
        defer { OGR_G_DestroyGeometry(geometry) }
        guard let text = OGR_G_ExportToKML(geometry, nil) else { return nil }
        defer { VSIFree(text) }
        return String(cString: text)
    }
}
