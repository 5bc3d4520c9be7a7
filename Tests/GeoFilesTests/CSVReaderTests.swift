import Foundation
import Testing

@testable import GeoFiles

@Suite struct CSVReaderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ text: String, _ name: String = "villages.csv") throws -> FeatureTable {
        try VectorReader.read(scratch.file(name, text))
    }

    @Test(arguments: [",", ";", "\t"])
    func separatorsAreFound(separator: String) throws {
        let table = try read(
            ["id", "name", "lon"].joined(separator: separator) + "\n"
                + ["1", "Bản Mới", "105,5"].joined(separator: separator == "," ? ";" : separator) + "\n")
        #expect(table.fieldNames == ["id", "name", "lon"])
        if separator != "," { #expect(table.features[0].values == [.text("1"), .text("Bản Mới"), .text("105,5")]) }
        #expect(table.driver == "CSV" && table.layerNames == ["villages"] && table.declaredCRS == nil)
    }

    @Test func barIsRefused() {
        #expect { try read("id|name\n1|a\n") } throws: { ($0 as? GeoFileError)?.code == .unknownFormat }
    }

    @Test(arguments: ["a.csv", "a.tsv", "a.TXT"])
    func anyEnding(name: String) throws {
        #expect(try read("id;WKT\n1;POINT (105 21)\n", name).features[0].values == [.text("1"), .text("POINT (105 21)")])
        #expect(try VectorReader.layerNames(scratch.path(name)) == ["a"])
    }

    @Test func oneColumn() throws {
        let table = try read("ward_code\n00694\n\n00697\n")
        #expect(table.fieldNames == ["ward_code"] && table.features.map(\.values) == [[.text("00694")], [.text("00697")]])
        #expect(table.features.map(\.row) == [2, 4] && table.rowDefects.isEmpty)
    }

    /// Beside the file may lie what GDAL would take types from.
    @Test func codesAndNumbersStayAsGiven() throws {
        _ = try scratch.file("villages.csvt", "Integer,Real,Real\n")
        let table = try read("code,lon,n\n00694,105.50,1e5\n")
        #expect(table.features[0].values == [.text("00694"), .text("105.50"), .text("1e5")])
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
        // GDAL makes every line end inside a cell a line feed.
        #expect(table.features[1].values[1] == .text("b\nc"))
        #expect(table.features.map(\.id) == [1, 2, 3])
        #expect(try read("id,name\r1,a\r\r2,b\r").features.map(\.row) == [2, 4])
        #expect(try read("id,name\n1,\"a\n\nb\"\n\n   \n,\n2,").features.map(\.row) == [2, 4, 5, 6])
    }

    @Test func quotes() throws {
        let table = try read("id,name\n1,\"say \"\"hi\"\", then go\"\n2,5\" pipe\n3,\"\"\n")
        #expect(table.features.map { $0.values[1] } == [.text("say \"hi\", then go"), .text("5\" pipe"), .null])
    }

    /// GDAL 3.6 alone would take such a quotation mark for the beginning of a quoted text and swallow the rows up to the next one.
    @Test func quotesInsideCellsAreText() throws {
        let table = try read("id,place,n\n1,22°37'40\"N,1\n2,\"22°37'40\"\"N\",2\n3,\"a\"b,3\n4,5\"\" x,\n")
        #expect(table.features.map { $0.values[1] } == ["22°37'40\"N", "22°37'40\"N", "ab", "5\"\" x"].map { .text($0) })
        #expect(table.features.map { $0.values[2] } == [.text("1"), .text("2"), .text("3"), .null] && table.rowDefects.isEmpty)
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
        #expect(table.features[0].values == [.text("1"), .text("2"), .text("3")])
    }

    /// GDAL by itself would guess that there is no header. OpenCelliD's downloads have none indeed, which their reader finds out.
    @Test func firstRowIsTheHeaderEvenWhenItLooksLikeData() throws {
        let cells = try read("GSM,452,1,30,5001,0,105.3,22.6,1000,1,1,1459743588,1459743588,\nLTE,452,4,30,5,,105,22,9,1,1,1,1,0\n")
        #expect(cells.fieldNames.prefix(3) == ["GSM", "452", "1"] && cells.fieldNames.last == "field_14")
        #expect(cells.features.map(\.row) == [2] && cells.features[0].values[0] == .text("LTE"))
        #expect(try read("commune,2019,2024\na,1,2\n").fieldNames == ["commune", "2019", "2024"])
        #expect(try read("2019,2024\n1,2\n").fieldNames == ["2019", "2024"])
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
        // A byte that means nothing in windows-1258 does not keep the rest from being read.
        let strange = try VectorReader.read(scratch.file("strange.csv", Array("id,name\n1,a".utf8) + [0x9E, 0x62, 0x0A]))
        #expect(strange.features[0].values[1].text?.hasSuffix("b") == true && strange.encodingDefects.count == 1)
    }

    @Test func markCountsForMoreThanTheStatedEncoding() throws {
        let path = try scratch.file("a.csv", "\u{FEFF}id,tên\n1,Đồi\n")
        let table = try VectorReader.read(VectorSource(path: path, encoding: "windows-1258"))
        #expect(table.fieldNames == ["id", "tên"] && table.features[0].values[1] == .text("Đồi"))
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
        #expect(try read("id,name").fieldNames == ["id", "name"])
        #expect { try read("\n1,2\n") } throws: { ($0 as? GeoFileError)?.row == 1 }
    }
}
