import Foundation
import Testing

@testable import GeoFiles

@Suite struct CSVReaderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ text: String, _ name: String = "villages.csv") throws -> FeatureTable {
        try VectorReader.read(scratch.file(name, text))
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func separatorsAreFound(separator: String) throws {
        let table = try read(
            ["id", "name", "lon"].joined(separator: separator) + "\n"
                + ["1", "Bản Mới", "105,5"].joined(separator: separator == "," ? ";" : separator) + "\n")
        #expect(table.fieldNames == ["id", "name", "lon"])
        if separator != "," { #expect(table.features[0].values == [.text("1"), .text("Bản Mới"), .text("105,5")]) }
        #expect(table.driver == "CSV" && table.layerNames == ["villages"] && table.declaredCRS == nil)
    }

    @Test func everyCellIsTextAndEmptyIsNull() throws {
        let table = try read("id,n\n007,1.50\n,\n")
        #expect(table.features.map(\.values) == [[.text("007"), .text("1.50")], [.null, .null]])
        #expect(table.features.allSatisfy { $0.shape == nil && $0.shapeDefect == nil })
    }

    /// Rows are what a person sees in a spreadsheet: blank lines count, line breaks inside quotes do not.
    @Test func rowsCountAsInASpreadsheet() throws {
        let table = try read("id,name\r\n1,a\r\n\r\n2,\"b\r\nc\"\r\n3,d")
        #expect(table.features.map(\.row) == [2, 4, 5])
        #expect(table.features[1].values[1] == .text("b\r\nc"))
        #expect(table.features.map(\.id) == [1, 2, 3])
    }

    @Test func quotes() throws {
        let table = try read("id,name\n1,\"say \"\"hi\"\", then go\"\n2,5\" pipe\n3,\"\"\n")
        #expect(table.features.map { $0.values[1] } == [.text("say \"hi\", then go"), .text("5\" pipe"), .null])
    }

    @Test func openQuoteNamesItsRow() throws {
        #expect { try read("id,name\n1,a\n2,\"b\n3,c\n") } throws: { error in
            (error as? GeoFileError)?.code == .corrupt && (error as? GeoFileError)?.row == 3
        }
    }

    @Test func raggedRowsAreReported() throws {
        let table = try read("id,name\n1\n2,b,c\n")
        #expect(table.features.map(\.values) == [[.text("1"), .null], [.text("2"), .text("b")]])
        #expect(table.rowDefects.map(\.row) == [2, 3])
    }

    @Test func doubledAndMissingColumnNamesAreReported() throws {
        let table = try read("id,,id\n1,2,3\n")
        #expect(table.fieldNames == ["id", "field_2", "id"])
        #expect(table.rowDefects.map(\.row) == [1, 1])
    }

    @Test func byteOrderMarkAndExcelSeparatorLine() throws {
        #expect(try read("\u{FEFF}id,name\n1,a\n").fieldNames == ["id", "name"])
        let table = try read("\u{FEFF}sep=;\nid;name\n1;a\n")
        #expect(table.fieldNames == ["id", "name"] && table.features[0].row == 3)
    }

    @Test(arguments: [true, false])
    func utf16WithMarkIsConverted(isLittle: Bool) throws {
        var bytes: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
        for unit in "id\ttên\n1\tKhuổi Phìn\n".utf16 {
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            bytes += isLittle ? [low, high] : [high, low]
        }
        let table = try VectorReader.read(scratch.file("unicode.csv", bytes))
        #expect(table.fieldNames == ["id", "tên"] && table.features[0].values[1] == .text("Khuổi Phìn"))
    }

    @Test func utf16WithoutMarkIsRefused() throws {
        let path = try scratch.file("a.csv", [105, 0, 100, 0, 10, 0])
        #expect { try VectorReader.read(path) } throws: { ($0 as? GeoFileError)?.code == .badEncoding }
    }

    @Test func windows1258IsGuessedAndReported() throws {
        // "Đồi" with the tone as a combining mark, as windows-1258 has it.
        let bytes = Array("id,name\n1,Plain\n2,".utf8) + [0xD0, 0xF4, 0xCC, 0x69, 0x0A]
        let table = try VectorReader.read(scratch.file("old.csv", bytes))
        #expect(table.encodingDefects == [EncodingDefect(row: 3, field: "name")])
        #expect(table.features[1].values[1] == .text("Đô\u{0300}i"))
        let stated = try VectorReader.read(VectorSource(path: scratch.path("old.csv"), encoding: "windows-1258"))
        #expect(stated.encodingDefects.isEmpty && stated.features[1].values == table.features[1].values)
        let latin = try VectorReader.read(VectorSource(path: scratch.path("old.csv"), encoding: "latin1"))
        #expect(latin.features[1].values[1] == .text("ÐôÌi"))
    }

    @Test func unknownEncodingIsRefused() throws {
        let path = try scratch.file("a.csv", "id\n1\n")
        #expect { try VectorReader.read(VectorSource(path: path, encoding: "tcvn3")) } throws: {
            ($0 as? GeoFileError)?.code == .badEncoding
        }
    }

    @Test func decomposedNamesStayAsTheyAre() throws {
        let decomposed = "Khuo\u{0302}\u{0309}i"
        let table = try read("id,name\n1,\(decomposed)\n")
        #expect(table.features[0].values[1].text?.unicodeScalars.count == decomposed.unicodeScalars.count)
    }

    @Test func headerOnlyAndNoHeader() throws {
        #expect(try read("id,name\n").features.isEmpty)
        #expect { try read("\n1,2\n") } throws: { ($0 as? GeoFileError)?.row == 1 }
    }
}
