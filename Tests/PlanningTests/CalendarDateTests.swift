import Foundation
import Planning
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2022-09-30", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"])
    func readsWhatItWrites(text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(arguments: [
        "", "2022", "2022-9-30", "22-09-30", "2022-09-31", "2023-02-29", "1900-02-29", "2022-00-10", "2022-13-01", "2022-01-00",
        "2022/09/30",
        "30-09-2022", "2022-09-30 ", "2022-09-30T00:00", "-022-09-30", "2022-+9-30", "２０２２-09-30", "2022-09-30-", "abcd-ef-gh",
    ])
    func refusesAnythingElse(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func ordersByTime() throws {
        let days = try ["2021-12-31", "2022-01-01", "2022-01-31", "2022-02-01", "2026-09-15"].map { try #require(CalendarDate($0)) }
        #expect(days.shuffled().sorted() == days)
        #expect(!(days[0] < days[0]))
    }

    @Test func isATextInJSON() throws {
        let day = CalendarDate(year: 2026, month: 9, day: 15)
        let data = try JSONEncoder().encode([day])
        #expect(String(decoding: data, as: UTF8.self) == #"["2026-09-15"]"#)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [day])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2026-02-30"]"#.utf8)) }
    }
}

@Suite struct DaysBetweenTests {
    @Test(arguments: [
        ("2024-03-01", "2024-02-28", 2), ("2023-03-01", "2023-02-28", 1), ("2026-11-01", "2025-11-01", 365),
        ("2025-01-01", "2024-01-01", 366),
        ("2000-03-01", "2000-02-28", 2), ("1900-03-01", "1900-02-28", 1), ("2026-01-01", "2026-01-01", 0),
    ])
    func daysAreCountedOverLeapYears(later: String, earlier: String, days: Int) throws {
        let (a, b) = (try #require(CalendarDate(later)), try #require(CalendarDate(earlier)))
        #expect(a.days(since: b) == days && b.days(since: a) == -days)
    }
}
