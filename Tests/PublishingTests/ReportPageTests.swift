import Foundation
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

/// The page itself: anchors, headings, nothing from outside, nothing that a name could break.
@Suite struct ReportPageTests {
    @Test(arguments: Language.allCases) func everyLinkHasItsPlaceAndEveryIdIsUnique(_ language: Language) throws {
        try SmallProvince.withRun { _, run in
            for carrier in [nil, Operator.viettel] {
                let report = try ReportReading(run, language, for: carrier)
                let ids = report.values("id")
                #expect(Set(ids).count == ids.count)
                let links = report.values("href")
                #expect(!links.isEmpty)
                for link in links { #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)") }
                for named in report.values("aria-labelledby") { #expect(ids.contains(named)) }
            }
        }
    }

    @Test func headingsNeverSkipALevel() throws {
        try SmallProvince.withRun { _, run in
            let report = try ReportReading(run)
            let levels = report.html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
            for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
        }
    }

    @Test func sectionsTablesAndPicturesAreNumberedInOrder() throws {
        try SmallProvince.withRun { _, run in
            let report = try ReportReading(run)
            let tables = report.html.matches(of: /<b>Bảng ([0-9]+)\.<\/b>/).compactMap { Int($0.1) }
            #expect(tables == Array(1...tables.count))
            let figures = report.html.matches(of: /<b>Hình ([0-9]+)\.<\/b>/).compactMap { Int($0.1) }
            #expect(figures == Array(1...figures.count))
            let chapters = report.html.matches(of: #/<h2 id="[^"]*">([0-9]+)\. /#).compactMap { Int($0.1) }
            #expect(chapters == Array(1...chapters.count))
        }
    }

    @Test func nothingIsLoadedAndNothingRuns() throws {
        try SmallProvince.withRun { _, run in
            for carrier in [nil, Operator.vnpt] {
                let html = try ReportReading(run, .english, for: carrier).html
                for word in ["<script", "<link", "<img", "<iframe", "@import", "url(http", "src=", "onload", " style=", "HTML(markup"] {
                    #expect(!html.contains(word), "\(word)")
                }
                #expect(html.contains("default-src 'none'"))
                #expect(!html.replacing("http://www.w3.org/2000/svg", with: "").contains("http://"))
            }
        }
    }

    @Test func thePolicyNamesTheStyleSheetByItsHash() throws {
        let page = HTMLPage(title: "a < b", language: .english, style: "p { color: red }", body: "<p>x</p>").document()
        let style = try #require(page.firstMatch(of: /<style>(.*)<\/style>/.dotMatchesNewlines()))
        let hex = Fingerprint.of(String(style.1))
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { offset in
            UInt8(hex.dropFirst(offset).prefix(2), radix: 16)
        }
        #expect(page.contains("'sha256-\(Data(bytes).base64EncodedString())'"))
        #expect(page.contains("<title>a &lt; b</title>"))
    }

    @Test func tablesHaveCaptionsAndScopes() throws {
        try SmallProvince.withRun { _, run in
            let report = try ReportReading(run)
            let tables = report.html.components(separatedBy: "<table id=\"table-").dropFirst()
            #expect(tables.count > 10)
            for table in tables {
                let table = table.prefix(while: { $0 != "\u{0}" }).components(separatedBy: "</table>")[0]
                #expect(table.contains("<caption><b>Bảng "))
                #expect(!table.contains("<th>"), "every head says what it heads")
            }
            let pictures = report.html.components(separatedBy: "<svg ").dropFirst()
            #expect(!pictures.isEmpty)
            for picture in pictures {
                #expect(picture.contains("role=\"img\"") && picture.contains("<title id=\""))
            }
        }
    }

    @Test func aNameCannotBecomeMarkup() throws {
        try SmallProvince.withRun { _, run in
            let name = #"<script>alert("1")</script>&'"#
            let json = name.replacingOccurrences(of: "\"", with: "\\\"")
            for layer in ["villages", "dead-zones", "villages-after"] {
                let path = "\(run)/\(layer).geojson"
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(text.contains("Nà Tạng"))
                try text.replacingOccurrences(of: "Nà Tạng", with: json).write(toFile: path, atomically: true, encoding: .utf8)
            }
            for carrier in [nil, Operator.viettel] {
                let report = try ReportReading(run, .vietnamese, for: carrier)
                #expect(!report.html.contains("<script"))
                #expect(report.rows("table-dead-zones")?.contains { $0[1] == name } ?? false)
            }
        }
    }

    @Test func theSameRunGivesTheSameBytes() throws {
        try SmallProvince.withRun { _, run in
            for carrier in [nil, Operator.viettel] {
                let (first, second) = (try ReportReading(run, for: carrier).html, try ReportReading(run, for: carrier).html)
                #expect(first == second)
            }
        }
    }

    @Test func itClaimsToBeNoDocumentOfAnAuthority() throws {
        try SmallProvince.withRun { _, run in
            let html = try ReportReading(run).html
            #expect(html.contains("chưa phải là văn bản của cơ quan nhà nước"))
            #expect(!html.uppercased().contains("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA") && !html.contains("Độc lập - Tự do - Hạnh phúc"))
            #expect(html.contains("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"))
        }
    }

    @Test func interpolatedTextIsEscapedAndMarkupIsNot() {
        let name = "<b>&"
        let cell: HTML = "<td>\(name)</td>"
        #expect(cell.markup == "<td>&lt;b&gt;&amp;</td>")
        #expect(("<tr>\(cell)</tr>" as HTML).markup == "<tr><td>&lt;b&gt;&amp;</td></tr>")
        #expect([cell, cell].markup(separator: ",").markup == "\(cell.markup),\(cell.markup)")
    }

    @Test func theDayStandsInThePlaceOfTheClock() throws {
        let document = Data("%PDF-1.4 /CreationDate (D:20261128150102+00'00') /ModDate (D:20261128150102+00'00')>>".utf8)
        let dated = PDFPrinter.dated(document, CalendarDate(year: 2026, month: 11, day: 1))
        #expect(dated.count == document.count)
        let text = String(decoding: dated, as: UTF8.self)
        #expect(text == "%PDF-1.4 /CreationDate (D:20261101000000+00'00') /ModDate (D:20261101000000+00'00')>>")
        #expect(
            PDFPrinter.dated(Data("%PDF /ModDate (D:2026".utf8), CalendarDate(year: 2026, month: 11, day: 1))
                == Data("%PDF /ModDate (D:2026".utf8))
    }

    @Test func aBrowserIsLookedForByName() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-browser-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let error = try #require(throws: StoreError.self) { try PDFPrinter(environment: ["PATH": folder]) }
        #expect(error.kind == .missing && "\(error)".contains("PHUSONG_CHROMIUM"))
        for name in ["google-chrome", "chromium"] {
            #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil, attributes: [.posixPermissions: 0o755]))
        }
        #expect(try PDFPrinter(environment: ["PATH": folder]).browser == "\(folder)/chromium")
        #expect(
            try PDFPrinter(environment: ["PATH": "", PDFPrinter.variable: "\(folder)/google-chrome"]).browser.hasSuffix("/google-chrome"))
        #expect(throws: StoreError.self) { try PDFPrinter(environment: ["PATH": folder, PDFPrinter.variable: "\(folder)/none"]) }
    }
}
