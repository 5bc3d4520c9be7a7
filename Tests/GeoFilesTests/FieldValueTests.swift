import Testing

@testable import GeoFiles

@Suite struct FieldValueTests {
    @Test(
        arguments: [
            (FieldValue.null, nil), (.text(" a "), " a "), (.integer(-3), "-3"), (.real(2418), "2418"), (.real(0.5), "0.5"),
            (.real(-115.1), "-115.1"), (.boolean(true), "true"),
        ] as [(FieldValue, String?)])
    func text(value: FieldValue, text: String?) { #expect(value.text == text) }

    @Test(
        arguments: [
            (FieldValue.null, nil), (.text("105.5"), 105.5), (.text("-1e3"), -1000), (.text("105,5"), nil), (.text("nan"), nil),
            (.text("0x10"), nil), (.text(""), nil), (.integer(7), 7), (.real(0.5), 0.5), (.boolean(true), nil), (.text("1e999"), nil),
        ] as [(FieldValue, Double?)])
    func number(value: FieldValue, number: Double?) { #expect(value.number == number) }
}
