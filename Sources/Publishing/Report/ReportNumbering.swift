/// The numbers of sections, tables and pictures, known before anything is written, so that the text can speak of what comes later.
struct ReportNumbering {
    private var sections: [String: String] = [:]
    private var tables: [String: Int] = [:]
    private var figures: [String: Int] = [:]
    private let words: ReportWords

    init(_ all: [ReportSection], _ words: ReportWords) {
        self.words = words
        var (chapter, letter) = (0, 0)
        for section in all {
            let number: String
            if section.isAnnex {
                number = Self.letter(letter)
                letter += 1
            } else {
                chapter += 1
                number = String(chapter)
            }
            visit(section, number)
        }
    }

    private mutating func visit(_ section: ReportSection, _ number: String) {
        sections[section.id] = number
        for block in section.blocks {
            switch block {
            case .table(let id, _, _): tables[id] = tables.count + 1
            case .figure(let id, _, _, _): figures[id] = figures.count + 1
            case .html, .referring: break
            }
        }
        for (position, part) in section.subsections.enumerated() { visit(part, "\(number).\(position + 1)") }
    }

    private static func letter(_ number: Int) -> String {
        let letters = Array("ABCDEFGHIKLMNOPQRSTUVXY").map(String.init)
        return number < letters.count ? letters[number] : "\(letters[number % letters.count])\(number / letters.count)"
    }

    /// `3.2`, or `A`.
    func section(_ id: String) -> String { sections[id] ?? "–" }
    func table(_ id: String) -> Int { tables[id] ?? 0 }
    func figure(_ id: String) -> Int { figures[id] ?? 0 }

    /// Number of tables and pictures.
    var totals: (tables: Int, figures: Int) { (tables.count, figures.count) }

    /// `Phụ lục B`, as a link to it.
    func annex(_ id: String) -> HTML { "<a href=\"#\(id)\">\(words.say("Phụ lục", "Annex")) \(section(id))</a>" }

    /// `mục 3.2`, as a link to it.
    func part(_ id: String) -> HTML { "<a href=\"#\(id)\">\(words.say("mục", "section")) \(section(id))</a>" }

    /// `Bảng 4`, as a link to it.
    func tableLink(_ id: String) -> HTML { "<a href=\"#\(id)\">\(words.say("Bảng", "Table")) \(table(id))</a>" }
}
