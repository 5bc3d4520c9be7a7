import Coverage
import Foundation
import Ingest
import Planning
import Testing

@testable import Scenarios

/// List files with their tables, good and bad.
@Suite struct TrackInputTests {
    static let admin = SampleFolder.data.appendingPathComponent("admin").path
    static let crosswalk = Result {
        try ListCrosswalk(
            path: "\(admin)/crosswalk-wards-to-2025.csv", displayName: "crosswalk", communesPath: "\(admin)/communes-2025-population.csv")
    }

    /// Writes a list file and its table, and reads them.
    static func read(_ table: String, list: [String: String] = [:], villages: String = "{file: v.csv}") throws -> TrackedList {
        try SampleFolder.temporary { folder in
            var keys = [
                "schema": "phusong.list/1", "id": "l", "title": "l", "asOf": "2022-09-30", "dateAccuracy": "day", "source": "s",
                "villages": villages,
            ]
            for (key, value) in list { keys[key] = value }
            let text = keys.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
            try text.write(toFile: "\(folder)/l.yaml", atomically: true, encoding: .utf8)
            try table.write(toFile: "\(folder)/v.csv", atomically: true, encoding: .utf8)
            return try TrackedList.read("\(folder)/l.yaml", crosswalk: try crosswalk.get())
        }
    }

    static func codes(_ tracked: TrackedList) -> [DiagnosticCode] { tracked.diagnostics.map(\.code) }

    /// The codes of an error.
    static func defects(_ table: String, list: [String: String] = [:], villages: String = "{file: v.csv}") -> [DiagnosticCode] {
        do {
            _ = try read(table, list: list, villages: villages)
            return []
        } catch {
            return (error as? InputError)?.diagnostics.filter { $0.severity == .error }.map(\.code) ?? []
        }
    }

    static let good = """
        Tên thôn,Mã xã,Xã,Huyện,Tình trạng,Số hộ,Điện lưới,Lý do,Ngày phủ sóng,Nguồn
        Bản Giòng,02239,Xã Thượng Nông,Na Hang,trắng sóng,45,có,núi đá cao,,HĐND
        Khuổi Phìn,02227,Sinh Long,Na Hang,lõm sóng,,không,,,
        Bản Khẻ,02239,Thượng Nông,Na Hang,đã phủ sóng,30,có,,2022-06-15,
        """

    @Test func everyColumnIsRead() throws {
        let tracked = try Self.read(Self.good)
        #expect(tracked.diagnostics.isEmpty)
        let villages = try #require(tracked.villages)
        #expect(villages.administration == .provinces63)
        #expect(villages.isComplete)
        #expect(villages.villages.map(\.status) == [.uncovered, .partial, .covered])
        #expect(villages.villages.map(\.communes2025) == [["02239"], ["02245"], ["02239"]])
        let first = villages.villages[0]
        #expect(first.households == 45)
        #expect(first.electricity == .grid)
        #expect(first.reason == "núi đá cao")
        #expect(first.source == "HĐND")
        #expect(villages.villages[2].coveredOn == CalendarDate(year: 2022, month: 6, day: 15))
    }

    @Test func titlesMayBeStated() throws {
        let tracked = try Self.read(
            "a,b,c\nBản Giòng,Thượng Nông,Tuyên Quang\n",
            villages: "{file: v.csv, columns: {name: a, commune: b, province: c}, status: uncovered, complete: false}")
        #expect(tracked.villages?.villages.map(\.communes2025) == [["02239"]])
        #expect(tracked.villages?.isComplete == false)
    }

    @Test func aTableWithMoreOpenOnPaperThanByNameIsIncomplete() throws {
        let tracked = try Self.read(Self.good, list: ["counts": "{uncovered: 91, partial: 182}"])
        #expect(tracked.villages?.isComplete == false)
        #expect(Self.codes(tracked) == [.listIncomplete])
    }

    // MARK: Defects

    @Test func aListNeedsADay() {
        #expect(Self.defects(Self.good, list: ["asOf": ""]) == [.settingMissing])
    }

    @Test(arguments: ["30/09/2022", "2022-09", "2023-02-29", "hôm qua"]) func aDayIsISO(day: String) {
        #expect(Self.defects(Self.good, list: ["asOf": "\"\(day)\""]) == [.settingInvalid])
    }

    @Test func theAdministrationIs63Or34() {
        #expect(Self.defects(Self.good, list: ["administration": "64"]) == [.settingInvalid])
    }

    @Test func aMissingTableIsMissing() {
        #expect(Self.defects(Self.good, villages: "{file: other.csv}") == [.fileMissing])
    }

    @Test func aTableNeedsNamesAndStatus() {
        #expect(Self.defects("Xã,Tình trạng\nThượng Nông,trắng sóng\n") == [.columnMissing])
        #expect(Self.defects("Tên thôn,Xã\nBản Giòng,Thượng Nông\n") == [.columnMissing])
    }

    @Test func aDefaultStatusMustBeOne() {
        #expect(Self.defects(Self.good, villages: "{file: v.csv, status: planned}") == [.settingInvalid])
    }

    @Test func unknownAndMissingStatusDropTheRow() throws {
        let tracked = try Self.read(
            "name,commune,status\nBản Giòng,Thượng Nông,sắp có\nThôm Luông,Thượng Nông,\nBản Khẻ,Thượng Nông,white\n")
        #expect(tracked.villages?.villages.map(\.name) == ["Bản Khẻ"])
        #expect(Self.codes(tracked) == [.villageStatusUnknown, .villageStatusMissing])
        #expect(tracked.diagnostics.map(\.row) == [2, 3])
    }

    @Test func aRepeatedVillageCountsOnce() throws {
        let tracked = try Self.read("name,commune,status\nBản Giòng,Thượng Nông,white\nBản Giòng,Thượng Nông,white\n")
        #expect(tracked.villages?.villages.count == 1)
        #expect(Self.codes(tracked) == [.villageRepeated])
    }

    @Test func twoVillagesOfOneNameAreKeptAndTold() throws {
        let tracked = try Self.read("name,commune,status,households\nNà Lầu,Thượng Nông,white,40\nNà Lầu,Thượng Nông,white,75\n")
        #expect(tracked.villages?.villages.count == 2)
        #expect(Self.codes(tracked) == [.villageNameRepeated])
    }

    @Test(arguments: ["Tổng cộng", "TỔNG SỐ: 2", "Cộng", "Total"]) func totalsAreNoVillages(total: String) throws {
        let tracked = try Self.read("name,commune,status,households\nBản Giòng,Thượng Nông,white,40\n\(total),,,40\n")
        #expect(tracked.villages?.villages.count == 1)
        #expect(Self.codes(tracked) == [.totalsRow])
    }

    @Test func aTotalInAnotherCellIsFoundToo() throws {
        let tracked = try Self.read("stt,name,commune,status\n1,Bản Giòng,Thượng Nông,white\nTổng,,,1\n")
        #expect(Self.codes(tracked) == [.totalsRow])
    }

    @Test func daysOfCoverageAreISO() throws {
        let tracked = try Self.read(
            "name,commune,status,covered_on\nBản Khẻ,Thượng Nông,covered,15/06/2022\nBản Giòng,Thượng Nông,covered,2022/06/15\n"
                + "Thôm Luông,Thượng Nông,covered,2023-01-01\n")
        #expect(Self.codes(tracked) == [.dateUnreadable, .dateAfterList])
        #expect(tracked.villages?.villages[0].coveredOn == nil)
        #expect(tracked.villages?.villages[1].coveredOn == CalendarDate(year: 2022, month: 6, day: 15))
    }

    @Test func wardsCannotPassForCommunesOf2025() {
        let table = "name,commune_code,commune,status\nKhuổi Phìn,02227,Sinh Long,white\nNà Lầu,02230,Thượng Giáp,white\n"
        #expect(Self.defects(table, list: ["asOf": "2026-01-12"]).first == .listVintageDoubtful)
        #expect(Self.defects(table).isEmpty)
    }

    @Test func aSingleStrayCommuneIsToldAndPlaced() throws {
        let tracked = try Self.read(
            "name,commune_code,commune,status\nBản Giòng,02239,Thượng Nông,white\nThôm Luông,02239,Thượng Nông,white\nKhuổi Phìn,02227,Sinh Long,white\n",
            list: ["asOf": "2026-01-12"])
        #expect(Self.codes(tracked) == [.listVintageDoubtful])
        #expect(tracked.villages?.villages.last?.communes2025 == ["02245"])
    }

    @Test func unknownCodesAreTold() throws {
        let tracked = try Self.read("name,commune_code,status\nBản Giòng,99999,white\nThôm Luông,02239,white\n")
        #expect(Self.codes(tracked) == [.communeCodeUnknown])
        #expect(tracked.villages?.villages.count == 2)
    }
}
