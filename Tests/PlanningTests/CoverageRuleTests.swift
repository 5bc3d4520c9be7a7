import Planning
import Testing

@Suite struct CoverageRuleTests {
    static let rule = CoverageRule(
        id: "r", version: 1, title: Bilingual(vi: "r", en: "r"), source: "test", note: Bilingual(vi: "", en: ""),
        technologies: [
            .init(technology: .nr5G), .init(technology: .umts3G, until: CalendarDate(year: 2028, month: 9, day: 15)),
            .init(technology: .gsm2G, until: CalendarDate(year: 2026, month: 9, day: 15)), .init(technology: .lte4G),
        ],
        discRadiiMeters: [:])

    /// The last day counts, the day after does not.
    @Test(arguments: [
        ("2022-09-30", [Technology.gsm2G, .umts3G, .lte4G, .nr5G]), ("2026-09-15", [.gsm2G, .umts3G, .lte4G, .nr5G]),
        ("2026-09-16", [.umts3G, .lte4G, .nr5G]), ("2028-09-15", [.umts3G, .lte4G, .nr5G]), ("2028-09-16", [.lte4G, .nr5G]),
        ("2099-01-01", [.lte4G, .nr5G]),
    ])
    func technologiesCountThroughTheirLastDay(day: String, expected: [Technology]) throws {
        #expect(Self.rule.countedTechnologies(on: try #require(CalendarDate(day))) == expected)
    }
}
