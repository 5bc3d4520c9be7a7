import Planning

/// The sections of a report put together: title, contents, body, signatures, annexes, one page.
struct ReportDocument {
    let content: ReportContent
    let sections: [ReportSection]
    let numbering: ReportNumbering
    private let words: ReportWords

    init(_ content: ReportContent) {
        self.content = content
        words = content.words
        sections = ReportSections(content).all
        numbering = ReportNumbering(sections, content.words)
    }

    /// The whole page.
    func html() -> String {
        let title = ReportTitle(content)
        let body = sections.filter { !$0.isAnnex }.map { markup($0, level: 2) }.markup()
        let annexes = sections.filter(\.isAnnex).map { markup($0, level: 2) }.markup()
        return HTMLPage(
            title: "\(title.heading): \(content.manifest.project)", language: content.language, style: ReportStyle.sheet(content.language),
            body: """
                <header>
                \(title.html)</header>
                \(contents)<main>
                \(body)\(ReportSignatures(content).html)\(annexes)</main>

                """
        ).document()
    }

    /// The sections with their numbers, for `--json`.
    var outline: [(number: String, title: String, id: String)] {
        sections.flatMap { section in
            ([section] + section.subsections).map { (numbering.section($0.id), $0.title, $0.id) }
        }
    }

    private func heading(_ section: ReportSection) -> String {
        let number = numbering.section(section.id)
        return section.isAnnex ? "\(words.say("Phụ lục", "Annex")) \(number). \(section.title)" : "\(number). \(section.title)"
    }

    private var contents: HTML {
        let items = sections.map { section -> HTML in
            let parts = section.subsections.map { part -> HTML in
                "<li><a href=\"#\(part.id)\">\(heading(part))</a></li>"
            }
            let inner: HTML = parts.isEmpty ? "" : "\n<ul>\n\(parts.markup(separator: "\n"))\n</ul>\n"
            return "<li><a href=\"#\(section.id)\">\(heading(section))</a>\(inner)</li>"
        }
        return """
            <nav aria-labelledby="contents">
            <h2 id="contents">\(words.say("Mục lục", "Contents"))</h2>
            <ul>
            \(items.markup(separator: "\n"))
            </ul>
            </nav>

            """
    }

    private func markup(_ section: ReportSection, level: Int) -> HTML {
        let blocks = section.blocks.map(markup).markup()
        let parts = section.subsections.map { markup($0, level: level + 1) }.markup()
        let title: HTML =
            level == 2
            ? "<h2 id=\"\(section.id)\">\(heading(section))</h2>\n" : "<h3 id=\"\(section.id)\">\(heading(section))</h3>\n"
        let classes = [section.isAnnex ? "annex" : nil, section.isWide ? "sideways" : nil].compactMap { $0 }.joined(separator: " ")
        let open: HTML = classes.isEmpty ? "<section>\n" : "<section class=\"\(classes)\">\n"
        return "\(open)\(title)\(blocks)\(parts)</section>\n"
    }

    private func markup(_ block: ReportBlock) -> HTML {
        switch block {
        case .html(let html): return html
        case .referring(let make): return make(numbering)
        case .table(let id, let caption, var table):
            table.id = id
            // What fits on a sheet stays on one.
            if table.rows.count <= 16 { table.classes += " keep" }
            table.caption = "<b>\(words.say("Bảng", "Table")) \(numbering.table(id)).</b> \(caption)"
            return table.html
        case .figure(let id, let caption, let svg, let isTall):
            let classes: HTML = isTall ? " class=\"tall\"" : ""
            return """
                <figure id="\(id)"\(classes)>
                \(HTML.raw(svg))<figcaption><b>\(words.say("Hình", "Figure")) \(numbering.figure(id)).</b> \(caption)</figcaption>
                </figure>

                """
        }
    }
}
