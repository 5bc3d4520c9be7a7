/// Columns of text, aligned. The first row is the header; numbers stand to the right.
struct TextTable {
    enum Alignment { case left, right }

    var alignments: [Alignment]
    var rows: [[String]] = []

    init(_ header: [String], _ alignments: [Alignment]) {
        self.alignments = alignments
        rows = [header]
    }

    mutating func add(_ cells: String...) { rows.append(cells) }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    func text(indent: Int = 2) -> String {
        let columns = alignments.indices
        let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines: [String] = []
        for (number, row) in rows.enumerated() {
            var line = String(repeating: " ", count: indent)
            for column in columns {
                let cell = row[column]
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                line += (alignments[column] == .left ? cell + padding : padding + cell) + (column == columns.last ? "" : "  ")
            }
            while line.last == " " { line.removeLast() }
            lines.append(number == 0 ? Terminal.bold(line) : line)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
