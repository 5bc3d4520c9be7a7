/// A numbered part of a report.
struct ReportSection {
    /// The anchor, the same in every language.
    var id: String
    var title: String
    var blocks: [ReportBlock] = []
    var subsections: [ReportSection] = []
    /// Whether it is lettered and stands after the signatures.
    var isAnnex = false
    /// Whether it is printed on sheets that lie on their side.
    var isWide = false

    init(_ id: String, _ title: String, _ blocks: [ReportBlock] = [], _ subsections: [ReportSection?] = []) {
        (self.id, self.title, self.blocks) = (id, title, blocks)
        self.subsections = subsections.compactMap { $0 }
    }

    /// The same as an annex.
    func annex(isWide: Bool = false) -> ReportSection {
        var annex = self
        (annex.isAnnex, annex.isWide) = (true, isWide)
        return annex
    }
}

/// What a section is made of.
enum ReportBlock {
    /// Finished markup.
    case html(HTML)
    /// Markup that speaks of other sections and tables.
    case referring((ReportNumbering) -> HTML)
    /// A numbered table.
    case table(id: String, caption: String, HTMLTable)
    /// A numbered picture.
    case figure(id: String, caption: String, svg: String, isTall: Bool = false)

    /// A paragraph.
    static func paragraph(_ text: HTML) -> ReportBlock { .html("<p>\(text)</p>\n") }
    /// A paragraph in small print.
    static func note(_ text: HTML) -> ReportBlock { .html("<p class=\"note\">\(text)</p>\n") }
    /// A list.
    static func list(_ items: [HTML]) -> ReportBlock {
        .html("<ul>\n\(items.map { "<li>\($0)</li>" as HTML }.markup(separator: "\n"))\n</ul>\n")
    }
}
