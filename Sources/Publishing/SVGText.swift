import Foundation

/// Text and numbers as they stand in an SVG: escaped, with fixed decimals, and with a width that is known before a font is.
enum SVGText {
    /// The fonts to try, in order. The first is the one that PNGs are drawn with; the second has the same widths on most desktops.
    static let fonts = "DejaVu Sans, Verdana, Arial, sans-serif"

    /// A number with fixed decimals, a dot, and no negative zero.
    ///
    /// - Returns: `0` for a number that is not finite, so that the document stays readable.
    static func number(_ value: Double, decimals: Int = 2) -> String {
        guard value.isFinite else { return "0" }
        let text = String(format: "%.\(decimals)f", value)
        return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) } ? String(text.dropFirst()) : text
    }

    /// A number for people to read: as `number`, with a true minus sign, and a dash for one that is not finite.
    static func readable(_ value: Double, decimals: Int) -> String {
        value.isFinite ? number(value, decimals: decimals).replacingOccurrences(of: "-", with: "\u{2212}") : "–"
    }

    /// Text that may stand in an element or an attribute: composed letters, the five marks escaped, what XML forbids replaced.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += " "
            case "\u{00}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Width of a line of text in pixels, near enough for layout and rather too wide than too narrow.
    ///
    /// Complexity: linear in the length.
    static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        let total = text.decomposedStringWithCanonicalMapping.unicodeScalars.reduce(0.0) { $0 + ems($1) }
        return total * size * (isBold ? 1.12 : 1)
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "\u{300}"..."\u{36F}": 0
        case "i", "j", "l", "I", "'", "|": 0.30
        case " ", ".", ",", ":", ";", "!", "·": 0.36
        case "f", "t", "r", "(", ")", "/", "-", "J", "\"": 0.42
        case "m", "w", "M", "W", "%", "–", "—", "…", "@": 0.98
        case "+", "−", "=", "±", "<", ">", "×": 0.84
        case "A"..."Z": 0.76
        case "\u{2E80}"...: 1.05
        default: 0.64
        }
    }

    /// Text broken between words into lines that fit a width. A single word that is too long stands alone on its line.
    static func lines(_ text: String, size: Double, width limit: Double, isBold: Bool = false) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, width("\(last) \(word)", size: size, isBold: isBold) <= limit {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// Text cut to a width, with an ellipsis where something was cut.
    static func cut(_ text: String, size: Double, width limit: Double, isBold: Bool = false) -> String {
        guard width(text, size: size, isBold: isBold) > limit else { return text }
        var kept = ""
        for letter in text {
            if width(kept + String(letter) + "…", size: size, isBold: isBold) > limit { break }
            kept.append(letter)
        }
        return kept + "…"
    }
}

extension SVGText {
    /// A `text` element.
    ///
    /// - Parameters:
    ///   - anchor: `start`, `middle` or `end`.
    ///   - hasHalo: Whether a white rim keeps the letters readable over lines.
    static func element(
        _ text: String, x: Double, y: Double, size: Int, fill: String, anchor: String = "start", isBold: Bool = false, hasHalo: Bool = false
    ) -> String {
        var attributes = "x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(size)\" fill=\"\(fill)\""
        if anchor != "start" { attributes += " text-anchor=\"\(anchor)\"" }
        if isBold { attributes += " font-weight=\"bold\"" }
        if hasHalo { attributes += " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"" }
        return "<text \(attributes)>\(escaped(text))</text>"
    }
}
