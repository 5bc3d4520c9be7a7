/// A piece of HTML. Text that is put into it by interpolation is escaped; only another piece goes in as it is, so that no name from a table can
/// become markup.
///
/// `"<td>\(village.name)</td>" as HTML` is safe whatever the village is called.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The markup, as it stands in the document.
    let markup: String

    private init(markup: String) { self.markup = markup }

    /// Markup written in the program itself.
    init(stringLiteral markup: String) { self.markup = markup }

    init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    /// Text, escaped.
    static func text(_ text: String) -> HTML { HTML(markup: SVGText.escaped(text)) }

    /// Markup that this program made elsewhere, such as a picture: its text is escaped already.
    static func raw(_ markup: String) -> HTML { HTML(markup: markup) }

    static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.markup + right.markup) }
    static func += (left: inout HTML, right: HTML) { left = left + right }

    var isEmpty: Bool { markup.isEmpty }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup: String

        init(literalCapacity: Int, interpolationCount: Int) {
            markup = ""
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }
        mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
        mutating func appendInterpolation(_ text: String) { markup += SVGText.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    }
}

extension Sequence where Element == HTML {
    /// The pieces one after the other, with something between them. Not called `joined`: a sequence of texts must never become markup by inference.
    func markup(separator: HTML = "") -> HTML {
        var result: HTML = ""
        for (number, piece) in enumerated() { result += number == 0 ? piece : separator + piece }
        return result
    }
}
