import Foundation
import Planning
import Scenarios

/// A page that needs nothing from outside: no script, no font, no picture of another file. Its policy allows the one style sheet by its hash
/// and nothing else, so that even markup smuggled in could load and run nothing.
struct HTMLPage {
    var title: String
    var language: Language
    /// The style sheet.
    var style: String
    var body: HTML

    /// What every page shares: tables, figures, small print.
    static let commonStyle = """
        table { border-collapse: collapse; margin: .5rem 0 1rem; font-size: .9rem }
        th, td { border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left; vertical-align: top }
        thead th { background: #deebf7 } td.n, th.n { text-align: right; white-space: nowrap }
        .wide { overflow-x: auto } svg { max-width: 100%; height: auto }
        .note { color: #555; font-size: .9rem }

        """

    /// The document.
    func document() -> String {
        let style = "\n\(style)\n"
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(Self.hash(style))'; base-uri 'none'; form-action 'none'">
            <title>\(title)</title>
            <style>\(HTML.raw(style))</style>
            </head>
            <body>
            \(body)</body>
            </html>

            """
        return page.markup
    }

    /// A section with its heading.
    static func section(_ title: HTML, _ content: HTML) -> HTML { "<section>\n<h2>\(title)</h2>\n\(content)</section>\n" }

    /// A picture that may be wider than the screen.
    static func picture(_ svg: String) -> HTML { "<div class=\"wide\">\(HTML.raw(svg))</div>\n" }

    /// SHA-256 in base 64, as a policy names it.
    private static func hash(_ style: String) -> String {
        let hex = Array(Fingerprint.of(style).utf8)
        let bytes = stride(from: 0, to: hex.count - 1, by: 2).map {
            UInt8(String(decoding: hex[$0...$0 + 1], as: UTF8.self), radix: 16) ?? 0
        }
        return Data(bytes).base64EncodedString()
    }
}
