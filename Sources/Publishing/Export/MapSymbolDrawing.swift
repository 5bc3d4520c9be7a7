import Foundation
import Planning

/// Symbols as SVG, for the icons of KML and for legends.
extension MapSymbol {
    /// The symbol in a square of so many pixels whose corner lies at a place.
    func svg(x: Double, y: Double, side: Double) -> String {
        func number(_ value: Double) -> String { SVGText.number(value) }
        let (cx, cy, r) = (x + side / 2, y + side / 2, side * 0.4)
        let paint = "fill=\"#\(colour)\" stroke=\"#\(outline)\" stroke-width=\"\(number(side * 0.06))\" stroke-linejoin=\"round\""
        func polygon(_ points: [(Double, Double)]) -> String {
            "<polygon points=\"\(points.map { "\(number($0.0)),\(number($0.1))" }.joined(separator: " "))\" \(paint)/>"
        }
        switch form {
        case .circle: return "<circle cx=\"\(number(cx))\" cy=\"\(number(cy))\" r=\"\(number(r * 0.85))\" \(paint)/>"
        case .triangle: return polygon([(cx, cy - r), (cx + r, cy + r * 0.8), (cx - r, cy + r * 0.8)])
        case .square:
            return polygon([
                (cx - r * 0.8, cy - r * 0.8), (cx + r * 0.8, cy - r * 0.8), (cx + r * 0.8, cy + r * 0.8), (cx - r * 0.8, cy + r * 0.8),
            ])
        case .diamond: return polygon([(cx, cy - r), (cx + r, cy), (cx, cy + r), (cx - r, cy)])
        case .star:
            return polygon(
                (0..<10).map { corner in
                    let (angle, reach) = (Double(corner) * .pi / 5, corner.isMultiple(of: 2) ? r * 1.1 : r * 0.45)
                    return (cx + reach * sin(angle), cy - reach * cos(angle))
                })
        case .cross:
            let arm = r * 0.8
            return
                "<path d=\"M\(number(cx - arm)) \(number(cy - arm))L\(number(cx + arm)) \(number(cy + arm))M\(number(cx + arm)) \(number(cy - arm))L\(number(cx - arm)) \(number(cy + arm))\" stroke=\"#ffffff\" stroke-width=\"\(number(side * 0.26))\" fill=\"none\"/>"
                + "<path d=\"M\(number(cx - arm)) \(number(cy - arm))L\(number(cx + arm)) \(number(cy + arm))M\(number(cx + arm)) \(number(cy - arm))L\(number(cx - arm)) \(number(cy + arm))\" stroke=\"#\(colour)\" stroke-width=\"\(number(side * 0.14))\" fill=\"none\"/>"
        case .line:
            return
                "<path d=\"M\(number(cx - r)) \(number(cy))H\(number(cx + r))\" stroke=\"#\(colour)\" stroke-width=\"\(number(side * 0.12))\" stroke-dasharray=\"\(number(side * 0.2)) \(number(side * 0.1))\" fill=\"none\"/>"
        case .area:
            return
                "<rect x=\"\(number(cx - r))\" y=\"\(number(cy - r * 0.7))\" width=\"\(number(2 * r))\" height=\"\(number(r * 1.4))\" fill=\"#\(colour)\" fill-opacity=\"\(number(opacity))\" stroke=\"#\(outline)\" stroke-width=\"\(number(side * 0.05))\"/>"
        }
    }

    /// The symbol alone, as a picture of so many pixels.
    func icon(side: Int) throws(PictureError) -> Data {
        let size = Double(side)
        return try PNGPicture.data(
            svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(side)\" height=\"\(side)\">\(svg(x: 0, y: 0, side: size))</svg>",
            width: side)
    }
}

/// The legend of a map as a picture.
enum LegendPicture {
    /// A box with a line for each symbol.
    static func svg(_ title: String, _ symbols: [MapSymbol], _ language: Language) -> (text: String, width: Int) {
        let (row, pad, size) = (24.0, 10.0, 14.0)
        let labels = symbols.map { $0.label.text(language) }
        let widest = (labels.map { SVGText.width($0, size: size) } + [SVGText.width(title, size: size, isBold: true) - row]).max() ?? 0
        let (width, height) = ((widest + row + 3 * pad).rounded(.up), (Double(symbols.count + 1) * row + 2 * pad).rounded(.up))
        var text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(width))\" height=\"\(Int(height))\" font-family=\"\(SVGText.fonts)\" font-size=\"\(Int(size))\">"
        text +=
            "<rect x=\"0.5\" y=\"0.5\" width=\"\(Int(width) - 1)\" height=\"\(Int(height) - 1)\" rx=\"4\" fill=\"#ffffff\" fill-opacity=\"0.92\" stroke=\"#636363\"/>"
        text += "<text x=\"\(Int(pad))\" y=\"\(Int(pad + 16))\" font-weight=\"bold\" fill=\"#111111\">\(SVGText.escaped(title))</text>"
        for (index, symbol) in symbols.enumerated() {
            let y = pad + Double(index + 1) * row
            text += symbol.svg(x: pad, y: y, side: row)
            text += "<text x=\"\(Int(pad * 2 + row))\" y=\"\(Int(y + 17))\" fill=\"#111111\">\(SVGText.escaped(labels[index]))</text>"
        }
        return (text + "</svg>", Int(width))
    }

    static func png(_ title: String, _ symbols: [MapSymbol], _ language: Language) throws(PictureError) -> Data {
        let (text, width) = svg(title, symbols, language)
        return try PNGPicture.data(svg: text, width: width)
    }
}
