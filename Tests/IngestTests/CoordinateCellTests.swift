import Testing

@testable import Ingest

@Suite struct CoordinateCellTests {
    @Test(arguments: [
        ("105.34808", 105.34808), ("105,34808", 105.34808), (" 105.34808 ", 105.34808), ("105.34808°", 105.34808),
        ("105.34808° E", 105.34808), ("E105.34808", 105.34808), ("22.62924 N", 22.62924), ("22,62924°B", 22.62924), ("105,3°Đ", 105.3),
        ("105°20'53.088\"E", 105.34808), ("105°20′53,088″", 105.34808), ("105º 20' 53.088''", 105.34808), ("22°37.5'N", 22.625),
        ("105°20'53.088\"Đ", 105.34808), ("-5.5", -5.5), ("5.5 S", -5.5), ("105.3 W", -105.3), ("5°30'S", -5.5), ("-5°30'", -5.5),
        ("105.3 độ", 105.3), ("500123.4 m", 500_123.4), ("1.05e2", 105), ("500 123,4", 500_123.4),
    ])
    func oneNumber(text: String, value: Double) throws {
        #expect(abs(try #require(CoordinateCell.number(text)).value - value) < 1e-9)
    }

    @Test(arguments: ["", "chưa rõ", "nan", "105°20.5.3'", "105°75'00\"", "105 X", "105°20'53\"Q", "105°20'53\"10", "105.5°20'10\""])
    func noNumber(text: String) { #expect(CoordinateCell.number(text) == nil) }

    @Test func composedAndDecomposedHemisphere() {
        #expect(CoordinateCell.number("105.3 độ".decomposedStringWithCanonicalMapping)?.value == 105.3)
    }

    @Test(arguments: [
        ("105,34808/22,62924", 105.34808, 22.62924, true), ("105.34808/22.62924", 105.34808, 22.62924, false),
        ("105.34808, 22.62924", 105.34808, 22.62924, false), ("105.34808,22.62924", 105.34808, 22.62924, false),
        ("105,34808, 22,62924", 105.34808, 22.62924, true), ("105,34808; 22,62924", 105.34808, 22.62924, true),
        ("105,34808 22,62924", 105.34808, 22.62924, true), ("105.34808 22.62924", 105.34808, 22.62924, false),
        ("22.62924; 105.34808", 22.62924, 105.34808, false), ("(22.62924, 105.34808)", 22.62924, 105.34808, false),
        ("105.34808 - 22.62924", 105.34808, 22.62924, false), ("105 , 22", 105, 22, false),
        ("105°20'53.088\"E, 22°37'45.264\"N", 105.34808, 22.62924, false), ("105°20'53.088\"E 22°37'45.264\"N", 105.34808, 22.62924, false),
        ("22°37'45,264\"B;105°20'53,088\"Đ", 22.62924, 105.34808, false),
    ])
    func twoNumbersInACell(text: String, first: Double, second: Double, hadDecimalComma: Bool) throws {
        let pair = try #require(CoordinateCell.split(text))
        #expect(abs(pair.first - first) < 1e-9)
        #expect(abs(pair.second - second) < 1e-9)
        #expect(pair.hadDecimalComma == hadDecimalComma)
    }

    @Test(arguments: ["", "105.3", "105,22", "105.3/22.6/500", "kinh độ/vĩ độ", "a, b", "105.3, ", "1 2 3"])
    func noPair(text: String) { #expect(CoordinateCell.split(text) == nil) }
}
