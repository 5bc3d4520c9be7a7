/// The sections of a report in their order; each stands in a file of its own.
struct ReportSections {
    let content: ReportContent
    let words: ReportWords

    /// The longest list that stands whole in the body.
    static let wholeUpTo = 40
    /// Rows in the body of a list that is longer; the whole list stands in an annex.
    static let rowsInBody = 30

    init(_ content: ReportContent) {
        self.content = content
        words = content.words
    }

    var all: [ReportSection] {
        let body = [
            overview, mapped, content.isForOperator ? nil : grades, communes, reasons, services, conditions, deadZones, comparisons, plan,
            proposals,
        ]
        let annexes = [
            communeAnnex, deadZoneAnnex, siteAnnex, gainedAnnex, costAnnex, method, quality, limits, sources,
        ]
        return (body + annexes).compactMap { $0 }
    }

    func say(_ vi: String, _ en: String) -> String { words.say(vi, en) }
    func count(_ number: some BinaryInteger) -> String { words.count(number) }

    /// A cell with a number, or a dash for one that is not known.
    func cell(_ number: (some BinaryInteger)?) -> HTML { number.map { "\(words.count($0))" } ?? "–" }

    /// The rows of a list that stand in the body.
    func inBody<Row>(_ rows: [Row]) -> [Row] { rows.count > Self.wholeUpTo ? Array(rows.prefix(Self.rowsInBody)) : rows }

    /// How much of a list is shown here, and where the rest stands.
    func extent(of total: Int, order: String, annex: String) -> ReportBlock? {
        guard total > Self.wholeUpTo else { return nil }
        let (shown, all) = (count(Self.rowsInBody), count(total))
        return .referring { numbering in
            let text = say(
                "Bảng nêu \(shown) dòng đầu trong tổng số \(all), xếp theo \(order) (danh sách trên \(count(Self.wholeUpTo)) dòng chỉ nêu phần đầu). Danh sách đầy đủ:",
                "The first \(shown) of \(all) rows, by \(order) (lists of more than \(count(Self.wholeUpTo)) rows are cut here). The full list:"
            )
            return "<p class=\"note\">\(text) \(numbering.annex(annex)).</p>\n"
        }
    }
}
