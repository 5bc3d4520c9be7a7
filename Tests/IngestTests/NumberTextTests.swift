import Testing

@testable import Ingest

@Suite struct NumberTextTests {
    @Test(arguments: [
        ("105.34808", 105.34808, false), ("105,34808", 105.34808, true), (" 12 ", 12, false), ("-3.5", -3.5, false), ("+7", 7, false),
        ("\u{2212}7", -7, false), ("1 234", 1234, false), ("1\u{00A0}234\u{00A0}567", 1_234_567, false), ("1 234,5", 1234.5, true),
        ("1.234.567", 1_234_567, false), ("1,234,567", 1_234_567, false), ("1.234.567,25", 1_234_567.25, true),
        ("1,234,567.25", 1_234_567.25, false), ("45 m", 45, false), ("46dBm", 46, false), ("46,5 dBm", 46.5, true), ("12°", 12, false),
        ("1e5", 100_000, false), ("1.5E-2", 0.015, false), (".5", 0.5, false), ("0", 0, false),
    ])
    func reads(text: String, value: Double, hadDecimalComma: Bool) throws {
        let reading = try #require(NumberText.read(text))
        #expect(abs(reading.value - value) < 1e-9 * max(1, abs(value)))
        #expect(reading.hadDecimalComma == hadDecimalComma)
    }

    @Test(arguments: [
        "", " ", "-", ".", ",", "nan", "inf", "1e999", "0x1A", "12abc34", "105°20.5", "12 15", "1 23", "1,2,3", "1.23.456", "1234.567.890",
        "1,2,3.4", "1.2.3,4", "3/4", "khoảng 40", "40 đến 50 hộ", "５", "1_000", "--5", "1-2",
    ])
    func refuses(text: String) {
        #expect(NumberText.read(text) == nil)
    }

    @Test func aPageIsNoNumber() {
        #expect(NumberText.read(String(repeating: "1", count: 100_000)) == nil)
        #expect(NumberText.read(String(repeating: "x", count: 100_000)) == nil)
    }

    @Test(arguments: [
        ("1.234", 1234.0), ("1,234", 1234), ("12.500", 12500), ("-1.234", -1234), ("500.000 đ", 500_000),
    ])
    func oneSeparatorOfThousands(text: String, value: Double) { #expect(NumberText.thousands(text) == value) }

    @Test(arguments: ["1.23", "1.2345", "0.123", "1234.567", "1234", "1.234.567", "", ".123", "1.23a"])
    func noSeparatorOfThousands(text: String) { #expect(NumberText.thousands(text) == nil) }
}
