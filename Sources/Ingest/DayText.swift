import Planning

/// Reads the days that people and instruments write into tables.
enum DayText {
    /// The day of an ISO 8601 time, of a Vietnamese date (day first), of a month or of a year (their first days); nil for anything else.
    ///
    ///     DayText.day("2026-10-05T09:30:00+07:00")  // 2026-10-05
    ///     DayText.day("05/10/2026 09:30")           // 2026-10-05
    ///     DayText.day("2025-11")                    // 2025-11-01
    ///     DayText.day("~2020")                      // 2020-01-01
    static func day(_ text: String) -> CalendarDate? {
        let words = text.split { $0 == " " || $0 == "T" }
        guard let first = words.first, words.dropFirst().count <= 2, words.dropFirst().allSatisfy(isClock) else { return nil }
        let parts = first.drop { $0 == "~" }.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map(String.init)
        switch parts.count {
        case 1: return whole(parts[0], "1", "1")
        case 2: return parts[0].count == 4 ? whole(parts[0], parts[1], "1") : whole(parts[1], parts[0], "1")
        case 3: return parts[0].count == 4 ? whole(parts[0], parts[1], parts[2]) : whole(parts[2], parts[1], parts[0])
        default: return nil
        }
    }

    private static func whole(_ year: String, _ month: String, _ day: String) -> CalendarDate? {
        func two(_ text: String) -> String { text.count == 1 ? "0" + text : text }
        return CalendarDate("\(year)-\(two(month))-\(two(day))")
    }

    /// A time of the day or a zone, as in `09:30:00.5`, `+07:00`, `Z`.
    private static func isClock(_ word: Substring) -> Bool {
        word.contains { $0.isNumber } && word.allSatisfy { "0123456789:.,+-Z".contains($0) }
    }
}
