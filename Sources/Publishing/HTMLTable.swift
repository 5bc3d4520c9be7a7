/// A table that a screen reader, a printer and a test can read: heads with their scope, repeated on every page, numbers to the right.
struct HTMLTable {
    /// One column.
    struct Column {
        /// What a column holds.
        enum Kind {
            case text
            /// Numbers: to the right, never broken.
            case number
            /// What the row is called: a head of its row.
            case head
            /// A word or two that stay on one line.
            case short
        }

        var title: HTML
        var kind: Kind

        init(_ title: HTML, _ kind: Kind = .text) {
            self.title = title
            self.kind = kind
        }
    }

    var columns: [Column]
    /// One cell for each column.
    var rows: [[HTML]]
    /// Sums under the rows; empty = none.
    var foot: [HTML] = []
    /// Stands above the table and names it; empty = none.
    var caption: HTML = ""
    /// The element's id; nil = none.
    var id: String?
    /// Further classes of the element, such as `long`.
    var classes = ""

    init(_ columns: [Column], _ rows: [[HTML]], foot: [HTML] = [], caption: HTML = "", id: String? = nil, classes: String = "") {
        (self.columns, self.rows, self.foot) = (columns, rows, foot)
        (self.caption, self.id, self.classes) = (caption, id, classes)
    }

    /// The table in its scrolling frame.
    var html: HTML {
        let heads = columns.map { column -> HTML in
            column.kind == .number
                ? "<th scope=\"col\" class=\"n\">\(column.title)</th>" : "<th scope=\"col\">\(column.title)</th>"
        }
        let body = rows.map(row).markup(separator: "\n")
        let foot: HTML = foot.isEmpty ? "" : "<tfoot>\n\(row(foot))\n</tfoot>"
        let caption: HTML = caption.isEmpty ? "" : "<caption>\(caption)</caption>\n"
        var attributes: HTML = ""
        if let id { attributes += " id=\"\(id)\"" }
        if !classes.isEmpty { attributes += " class=\"\(classes)\"" }
        return """
            <div class="wide"><table\(attributes)>
            \(caption)<thead><tr>\(heads.markup())</tr></thead>
            <tbody>
            \(body)
            </tbody>\(foot)</table></div>

            """
    }

    private func row(_ cells: [HTML]) -> HTML {
        let row = zip(cells, columns).map { cell, column -> HTML in
            switch column.kind {
            case .text: "<td>\(cell)</td>"
            case .short: "<td class=\"s\">\(cell)</td>"
            case .number: "<td class=\"n\">\(cell)</td>"
            case .head: "<th scope=\"row\">\(cell)</th>"
            }
        }
        return "<tr>\(row.markup())</tr>"
    }
}
