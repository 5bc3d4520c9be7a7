import Coverage
import Planning
import Publishing
import Scenarios

/// Lists over time for people.
struct TrackText {
    let language: Language

    private func say(_ vi: String, _ en: String) -> String { language == .vietnamese ? vi : en }

    /// The burn-down table, what it says in words, and what to know.
    func text(_ run: TrackRun) -> String {
        let document = run.document
        var text = table(document) + "\n"
        for line in document.lines { text += story(line, document) }
        let doubtful = run.ledger.reports.count { $0.decision == .ambiguous || $0.decision == .possibleMove }
        let chosen = run.ledger.reports.count - doubtful
        if !run.ledger.vintages.isEmpty {
            let kinds = document.matches.filter { $0.count > 0 }.map { "\($0.kind.rawValue) \($0.count)" }.joined(separator: ", ")
            let many = HumanNumbers(language: language).count(document.villages)
            text += say(
                "  \(many) thôn từng chưa có sóng; ghép theo: \(kinds.isEmpty ? "–" : kinds); cần xem lại \(chosen) cặp đã chọn, \(doubtful) cặp chưa chọn\n",
                "  \(many) villages ever without signal; matched by: \(kinds.isEmpty ? "–" : kinds); to look at: \(chosen) pairs chosen, \(doubtful) not chosen\n"
            )
        }
        for warning in run.warnings { text += say("  lưu ý: ", "  note: ") + warning.text(language) + "\n" }
        return text + "\n"
    }

    /// Defects of the village tables, errors first; one line each, the first ones only.
    func remarks(_ diagnostics: [Diagnostic]) -> [String] {
        let shown = 10
        let sorted = diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity == .warning }
        var lines = sorted.prefix(shown).map {
            let word = $0.severity == .error ? say("lỗi", "error") : say("cảnh báo", "warning")
            return "\(word): \($0.location(language)): \($0.message(language)); \($0.code.remedy.text(language))"
        }
        if sorted.count > shown { lines.append(say("… và \(sorted.count - shown) chỗ nữa", "… and \(sorted.count - shown) more")) }
        return lines
    }

    private func table(_ document: TrackDocument) -> String {
        let numbers = HumanNumbers(language: language)
        func cell(_ number: Int?) -> String { number.map { numbers.count($0) } ?? "–" }
        func signed(_ number: Int?) -> String { number.map { ($0 > 0 ? "+" : "") + numbers.count($0) } ?? "–" }
        var table = TextTable(
            [
                say("ngày", "date"), say("danh sách", "list"), say("số liệu", "numbers"), say("trong danh sách", "listed"),
                say("đã phủ", "covered"), say("còn lại", "open"), say("thay đổi", "change"), say("thêm", "added"), say("xong", "closed"),
                say("trở lại", "reopened"),
            ], [.left, .left, .left, .right, .right, .right, .right, .right, .right, .right])
        for vintage in document.vintages {
            var day = vintage.asOf.description + (vintage.dateAccuracy == "day" ? "" : " ~")
            var name = vintage.id
            if let official = vintage.official, [official.listed, official.covered, official.open].contains(where: { $0 != nil }) {
                table.add(
                    day, name, say("chính thức", "official"), cell(official.listed), cell(official.covered), cell(official.open),
                    signed(official.openChange),
                    official.added.map { signed($0) } ?? "–", cell(official.closed), "–")
                (day, name) = ("", "")
            }
            if let tally = vintage.counted {
                let isFirst = document.vintages.first { $0.counted != nil }?.id == vintage.id
                table.add(
                    day, name, basis(vintage),
                    cell(tally.listed),
                    cell(tally.covered), cell(tally.open), change(tally, in: document, vintage), isFirst ? "–" : cell(tally.added),
                    isFirst ? "–" : cell(tally.closed),
                    isFirst ? "–" : cell(tally.reopened))
                (day, name) = ("", "")
            }
            if !vintage.difference.isEmpty {
                table.add(
                    "", "", say("chênh lệch", "difference"), signed(vintage.difference["listed"]), signed(vintage.difference["covered"]),
                    signed(vintage.difference["open"]), "", "", "", "")
            }
        }
        return table.text()
    }

    private func basis(_ vintage: TrackDocument.Vintage) -> String {
        if vintage.kind == .run { return say("tính toán", "computed") }
        return vintage.complete == true ? say("đếm", "counted") : say("đếm (một phần)", "counted (part)")
    }

    /// How many more wait than in the list before, where both name all villages.
    private func change(_ tally: ListTally, in document: TrackDocument, _ vintage: TrackDocument.Vintage) -> String {
        let named = document.vintages.filter { $0.counted != nil }
        guard let place = named.firstIndex(where: { $0.id == vintage.id }), place > 0, vintage.complete == true,
            named[place - 1].complete == true, let before = named[place - 1].counted
        else { return "–" }
        let change = tally.open - before.open
        return (change > 0 ? "+" : "") + HumanNumbers(language: language).count(change)
    }

    /// One line in words: 2021-01-01 2,418 → 2022-09-30 266 (2,152 of 2,418 covered).
    private func story(_ line: TrackDocument.Line, _ document: TrackDocument) -> String {
        let numbers = HumanNumbers(language: language)
        var text = ""
        for basis in [TrackDocument.Point.Basis.official, .counted] {
            let points = line.points.filter { $0.basis == basis }
            guard !points.isEmpty else { continue }
            let steps = points.map { point in
                var step = "\(point.asOf) \(numbers.count(point.open))"
                if let listed = point.listed, let covered = point.covered {
                    step += say(
                        " (đã phủ \(numbers.count(covered))/\(numbers.count(listed)))",
                        " (\(numbers.count(covered)) of \(numbers.count(listed)) covered)")
                }
                let counts = document.vintages.first { $0.id == point.vintage }?.official?.counts ?? [:]
                if basis == .official, let with = counts["uncoveredWithGrid"], let without = counts["uncoveredWithoutGrid"] {
                    let (grid, none) = (numbers.count(with), numbers.count(without))
                    step += say(" (có điện lưới \(grid) + chưa có \(none))", " (\(grid) with grid electricity + \(none) without)")
                }
                return step
            }
            let name = line.title.text(language).isEmpty ? line.id : line.title.text(language)
            let what = basis == .official ? "" : say(", đếm", ", counted")
            text += "  \(Terminal.bold(name + what)): \(steps.joined(separator: " → "))\n"
        }
        return text
    }
}
