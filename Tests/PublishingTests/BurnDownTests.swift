import Coverage
import Foundation
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct BurnDownTests {
    static let lists = SmallProvince.root.appendingPathComponent("GeoData/lists").path

    static func run(_ names: [String]) throws -> TrackRun {
        try TrackRun(try names.map { try TrackedList.read("\(lists)/\($0).yaml", crosswalk: nil) }, crosswalk: nil)
    }

    static let national = [
        "vn-2021-01-01-baseline", "vn-2022-08-08-lom-song", "vn-2022-09-30-covered", "vn-2022-12-25-remaining", "vn-2024-09-01",
        "vn-2025-03-01", "vn-2025-08-15",
    ]

    /// The x of each mark, in the order of the picture: the legend's marks come last.
    static func marks(_ svg: String) -> [(x: Double, y: Double)] {
        svg.matches(of: #/class="mark" d="M([\d.]+) ([\d.]+)m/#).compactMap { match in
            Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } }
        }
    }

    @Test(arguments: Language.allCases) func theNationalPictureIsWellFormed(language: Language) throws {
        let svg = BurnDownChart(try Self.run(Self.national).document, language: language).svg()
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        for number in language == .vietnamese ? ["2.418", "3.310", "266", "761", "717", "355", "832"] : ["2,418", "3,310", "266", "761"] {
            #expect(svg.contains(">\(number)</text>"), "\(number)")
        }
        #expect(svg.contains("baomoi.net.vn"))
        #expect(svg.contains(language == .vietnamese ? "còn chờ phủ sóng" : "waiting for signal"))
        // Seven marks, and one for each of the three lines in the legend, of three outlines.
        #expect(Self.marks(svg).count == 10)
        #expect(["m-6 0a6", "m-5.5 -5.5h11", "m0 -7l7 12"].allSatisfy(svg.contains))
        #expect(!svg.contains("href"))
        #expect(try PNGPicture.data(svg: svg, width: 600).count > 5_000)
    }

    @Test func timeAndNumbersAreToScale() throws {
        let chart = BurnDownChart(try Self.run(Self.national).document, language: .english)
        let marks = Self.marks(chart.svg())
        let points = chart.series.flatMap(\.points)
        for (point, mark) in zip(points, marks) {
            let days = BurnDownAxis.number(point.asOf) - BurnDownAxis.number(points[0].asOf)
            let scale = (marks[6].x - marks[0].x) / (BurnDownAxis.number(points[6].asOf) - BurnDownAxis.number(points[0].asOf))
            #expect(abs(mark.x - marks[0].x - days * scale) < 0.02)
            let slope = (marks[1].y - marks[0].y) / Double(points[1].open - points[0].open)
            #expect(abs(mark.y - marks[0].y - Double(point.open - points[0].open) * slope) < 0.02)
        }
    }

    @Test(arguments: [
        ("2021-01-01", "2021-01-02", 1.0), ("2020-02-28", "2020-03-01", 2), ("2021-02-28", "2021-03-01", 1),
        ("2021-01-01", "2022-01-01", 365),
        ("1999-12-31", "2000-01-01", 1),
    ])
    func daysAreCounted(from: String, to: String, days: Double) throws {
        let (first, last) = (try #require(CalendarDate(from)), try #require(CalendarDate(to)))
        #expect(BurnDownAxis.number(last) - BurnDownAxis.number(first) == days)
    }

    @Test func anEmptyChartIsAPicture() throws {
        var chart = BurnDownChart(try Self.run(["vn-2024-09-01"]).document, language: .english)
        #expect(XMLParser(data: Data(chart.svg().utf8)).parse())
        chart.series = []
        #expect(XMLParser(data: Data(chart.svg().utf8)).parse())
    }

    @Test func tablesHoldOneRowForEachNumber() throws {
        let run = try Self.run(["tuyen-quang-2023-12-31-answers", "tuyen-quang-2026-01-12"])
        let lines = TrackTables.burnDown(run.document).split(separator: "\n")
        #expect(lines.count == 6)
        let width = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
        #expect(lines.dropFirst().allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == width })
        let villages = TrackTables.villages(run.ledger)
        #expect(villages.split(separator: "\n").count == 1 + 9 + 9 + 18)
        #expect(villages.contains("not-named"))
        #expect(TrackTables.matches(run.ledger).hasPrefix("from,to,kind,decision,score,village,"))
    }
}
