import Planning
import Testing

@Suite struct DiagnosticTests {
    @Test(arguments: DiagnosticCode.allCases)
    func everyCodeSpeaksBothLanguages(code: DiagnosticCode) {
        for text in [code.title, code.remedy] {
            #expect(!text.vi.isEmpty && !text.en.isEmpty)
            #expect(text.vi != text.en)
        }
        // Vietnamese without a single mark would be English, or typed without them.
        #expect((code.title.vi + code.remedy.vi).unicodeScalars.contains { $0.value > 0x7F })
        #expect(code.title.en.allSatisfy { $0.isASCII || $0 == "’" })
    }

    @Test func rawValuesAreUniqueAndKebabCase() {
        let names = DiagnosticCode.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
        #expect(Set(DiagnosticCode.allCases.map(\.title)).count == names.count)
    }

    let defect = Diagnostic(
        .error, .numberNegative, file: "thôn.csv", row: 12, field: "Dân số", value: "-5", consequence: .fieldIgnored)

    @Test func saysWhereAndWhat() {
        #expect(defect.location(.english) == "thôn.csv, row 12, field Dân số")
        #expect(defect.location(.vietnamese) == "thôn.csv, dòng 12, cột Dân số")
        #expect(defect.message(.english) == "number is negative: -5")
        #expect(defect.message(.vietnamese) == "số âm: -5")
        let whole = Diagnostic(.warning, .fileEmpty, file: "a.csv", consequence: .fileRejected)
        #expect(whole.location(.english) == "a.csv")
        #expect(whole.message(.english) == "file has no rows")
    }

    @Test func valuesFromFilesAreOneHarmlessLine() {
        func value(_ text: String) -> String {
            Diagnostic(.error, .numberUnreadable, file: "f", value: text, consequence: .kept).value
        }
        #expect(value("a\nb\tc") == "a b c")
        #expect(value("\u{1B}[31mred") == "\u{FFFD}[31mred")
        #expect(value("Khuổi Phìn") == "Khuổi Phìn")
        #expect(value(String(repeating: "x", count: Diagnostic.valueLimit)).count == Diagnostic.valueLimit)
        #expect(value(String(repeating: "x", count: 1_000_000)) == String(repeating: "x", count: Diagnostic.valueLimit) + "…")
    }

    @Test func warningsAreLessThanErrors() {
        #expect([Diagnostic.Severity.error, .warning].sorted() == [.warning, .error])
        #expect(!(Diagnostic.Severity.error < .error))
    }
}
