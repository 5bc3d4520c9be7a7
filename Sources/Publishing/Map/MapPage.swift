import Foundation
import Planning
import Scenarios

/// A map as one file: template, style, Leaflet, script and data, with a policy that lets nothing else in.
///
/// Texts of the data never pass through HTML: they stand in a block of JSON whose `<` are escaped, and the script puts them on the page as plain
/// text. Only scripts with a hash that the page itself states are run.
enum MapPage {
    /// The parts of the page's own script, in their order.
    static let scripts = ["words.js", "model.js", "symbols.js", "sheet.js", "atlas.js", "details.js", "panel.js", "main.js"]

    /// The page.
    ///
    /// - Throws: `StoreError` when a file of the program is missing, or the template names what nobody fills in.
    static func html(_ document: MapDocument, title: String) throws -> Data {
        let leaflet = withoutSourceMap(try MapAssets.text("leaflet/leaflet.js"))
        var parts: [String] = []
        for name in scripts { parts.append(try MapAssets.text(name)) }
        let script = "\"use strict\";\n(() => {\n\(parts.joined(separator: "\n"))\n})();\n"
        let values = [
            "language": document.language, "title": SVGText.escaped(title), "policy": policy([leaflet, script]),
            "leaflet-style": try MapAssets.text("leaflet/leaflet.css"), "style": try MapAssets.text("style.css"),
            "licence": try MapAssets.text("leaflet/LICENSE").split(separator: "\n", omittingEmptySubsequences: false)
                .map { SVGText.escaped(String($0)) }.joined(separator: "\n"),
            "data": try json(document), "leaflet": leaflet, "script": script,
        ]
        return Data(try filled(try MapAssets.text("page.html"), values).utf8)
    }

    /// Nothing is loaded from anywhere; of scripts only these two.
    private static func policy(_ scripts: [String]) -> String {
        let hashes = scripts.map { "'sha256-\(base64(hex: Fingerprint.of($0)))'" }.joined(separator: " ")
        return
            "default-src 'none'; script-src \(hashes); style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    }

    /// The data as JSON that may stand in a script element: no `<` can end it.
    static func json(_ document: MapDocument) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self).replacingOccurrences(of: "<", with: "\\u003c")
    }

    /// A template with its `{{name}}` filled in. What is filled in is not looked at again.
    private static func filled(_ template: String, _ values: [String: String]) throws(StoreError) -> String {
        var page = ""
        var rest = template[...]
        while let start = rest.range(of: "{{"), let end = rest.range(of: "}}", range: start.upperBound..<rest.endIndex) {
            let name = String(rest[start.upperBound..<end.lowerBound])
            guard let value = values[name] else {
                throw StoreError(.badData, path: "page.html", reason: "nothing is called `\(name)`", remedy: "install the program again")
            }
            page += rest[..<start.lowerBound] + value
            rest = rest[end.upperBound...]
        }
        return page + rest
    }

    /// Leaflet's last line names a file that debuggers would ask for.
    private static func withoutSourceMap(_ script: String) -> String {
        script.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("//# sourceMappingURL") }
            .joined(separator: "\n")
    }

    private static func base64(hex: String) -> String {
        var bytes = Data()
        var rest = hex[...]
        while rest.count >= 2 {
            bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return bytes.base64EncodedString()
    }
}
