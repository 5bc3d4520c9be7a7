import Foundation
import Planning
import Testing

@testable import Ingest

/// Measurements and reports, good and bad.
@Suite struct EvidenceReaderTests {
    private static let villages = """
        id,name,commune_code,commune,lon,lat
        v1,Nà Tạng,00715,Lũng Cú,105.26667,23.3
        v2,Bản Lãm,00715,Lũng Cú,105.28,23.32
        v3,Nà Tạng,00706,Phú Linh,105.0,22.8
        v4,Thôn Khuổi Phìn,00706,Phú Linh,105.02,22.82

        """

    private func read(measurements: String? = nil, reports: String? = nil) throws -> ReadWorld {
        let workspace = try Workspace()
        var inputs = InputFiles(villages: [try workspace.table("v.csv", Self.villages)])
        if let measurements { inputs.measurements = [try workspace.table("m.csv", measurements)] }
        if let reports { inputs.reports = [try workspace.table("r.csv", reports)] }
        inputs.crosswalk = CrosswalkSource(folder: CrosswalkTests.folder.path)
        inputs.asOf = CalendarDate(year: 2026, month: 11, day: 1)
        var world = WorldReader().read(inputs).withoutCompleteness
        world.diagnostics.removeAll { $0.code == .crosswalkDefect }
        return world
    }

    static let measured = "time,lon,lat,operator,technology,rsrp_dbm,band_mhz\n"

    @Test func aMeasurementIsReadWithItsDayAndBand() throws {
        let world = try read(measurements: Self.measured + "2026-10-05T09:30:00+07:00,105.1,22.8,Viettel,4G,-97.5,1800\n")
        #expect(world.defects.isEmpty)
        let found = try #require(world.world.evidence.measurements.first)
        #expect(found.takenOn == CalendarDate(year: 2026, month: 10, day: 5) && found.rsrpDBm == -97.5)
        #expect(found.operator == .viettel && found.technology == .lte4G && found.bandMHz == 1800 && !found.isSynthetic)
    }

    @Test func titlesMayBeVietnamese() throws {
        let world = try read(
            measurements: "Thời gian,Kinh độ,Vĩ độ,Nhà mạng,Công nghệ,Mức thu (dBm)\n05/10/2026 09:30,105.1,22.8,VNPT,4G,-101\n")
        #expect(world.world.evidence.measurements.map(\.rsrpDBm) == [-101], "\(world.defects)")
    }

    /// One defect each; the good row beside it survives.
    @Test(arguments: [
        ("yesterday,105.1,22.8,viettel,4G,-97,", "date-unreadable 3 time"), (",105.1,22.8,viettel,4G,-97,", "value-missing 3 time"),
        ("2027-01-01,105.1,22.8,viettel,4G,-97,", "date-in-future 3 time"),
        ("2026-10-05,105.1,22.8,viettel,4G,97,", "number-out-of-range 3 rsrp_dbm"),
        ("2026-10-05,105.1,22.8,viettel,4G,-9999,", "number-out-of-range 3 rsrp_dbm"),
        ("2026-10-05,105.1,22.8,viettel,4G,weak,", "number-unreadable 3 rsrp_dbm"),
        ("2026-10-05,105.1,22.8,viettel,4G,,", "value-missing 3 rsrp_dbm"),
        ("2026-10-05,105.1,22.8,vietel,4G,-97,", "operator-unknown 3 operator"),
        ("2026-10-05,105.1,22.8,viettel,6G,-97,", "technology-unknown 3 technology"),
        ("2026-10-05,105.1,22.8,viettel,3G;4G,-97,", "technology-several 3 technology"),
        ("2026-10-05,2.3,48.9,viettel,4G,-97,", "coordinate-outside-country 3 lat"),
    ])
    func defectiveMeasurementsAreLeftOut(row: String, defect: String) throws {
        let world = try read(measurements: Self.measured + "2026-10-05,105.1,22.8,viettel,4G,-97,\n" + row + "\n")
        #expect(world.world.evidence.measurements.count == 1)
        let found = world.diagnostics.filter { $0.consequence == .rowDropped }.map { "\($0.code.rawValue) \($0.row ?? 0) \($0.field)" }
        #expect(found.count == 1 && (found[0] == defect || defect.hasPrefix("coordinate") && found[0].hasPrefix("coordinate")), "\(found)")
    }

    @Test func evidenceWithoutAUsableRowStopsNothing() throws {
        let world = try read(measurements: Self.measured + "x,105.1,22.8,viettel,4G,-97,\n")
        #expect(world.diagnostics.contains { $0.code == .noUsableRows && $0.severity == .warning && $0.consequence == .kept })
        #expect(!world.diagnostics.contains { $0.consequence == .fileRejected })
    }

    static let reported = "date,village_id,village,commune,district,operator,technology,kind,source\n"

    @Test func reportsFindTheirVillageByIDNameAndFormerCommune() throws {
        let world = try read(
            reports: Self.reported + "2022,v2,,,,vnpt,3G;4G,không có sóng,letter 12\n"
                + "2025-11,,na tang,Kim Thạch,Vị Xuyên,,,sóng yếu,\n~2020,,Khuổi Phìn,Phú Linh,,,,no-signal,\n")
        let reports = world.world.evidence.reports
        #expect(reports.map(\.village) == [1, 2, 3], "\(world.diagnostics)")
        #expect(reports.map(\.kind) == [.noSignal, .weak, .noSignal])
        #expect(reports.map(\.date.description) == ["2022-01-01", "2025-11-01", "2020-01-01"])
        #expect(reports[0].technologies == [.umts3G, .lte4G] && reports[0].operator == .vnpt && reports[0].source == "letter 12")
    }

    @Test(arguments: [
        ("2022,,Nà Tạng,,,,,no-signal,", "report-village-ambiguous 2 village"),
        ("2022,,Không Ai Biết,Phú Linh,,,,no-signal,", "report-village-unknown 2 village"),
        ("2022,v9,,,,,,no-signal,", "report-village-unknown 2 village_id"), ("2022,v1,,,,,,maybe,", "report-kind-unknown 2 kind"),
        ("2022,v1,,,,,,,", "value-missing 2 kind"), ("2022,v1,,,,xyz,,no-signal,", "operator-unknown 2 operator"),
        ("soon,v1,,,,,,no-signal,", "date-unreadable 2 date"),
    ])
    func defectiveReportsAreLeftOut(row: String, defect: String) throws {
        let world = try read(reports: Self.reported + row + "\n")
        #expect(world.world.evidence.reports.isEmpty)
        #expect(world.defects.contains(defect), "\(world.defects)")
    }

    @Test func aSimilarNameIsTold() throws {
        let world = try read(reports: Self.reported + "2022,,Khuổi Phìnn,Phú Linh,,,,no-signal,\n")
        #expect(world.world.evidence.reports.map(\.village) == [3])
        #expect(world.defects == ["report-village-similar 2 village"])
        #expect(world.diagnostics[0].value.contains("v4") && world.diagnostics[0].value.hasSuffix("%"))
    }

    @Test(arguments: [
        ("2026-10-05", "2026-10-05"), ("2026-10-05T09:30:00Z", "2026-10-05"), ("5/10/2026", "2026-10-05"),
        ("2026/10/05 09:30", "2026-10-05"),
        ("05.10.2026 9:30 +07:00", "2026-10-05"), ("2025-11", "2025-11-01"), ("11/2025", "2025-11-01"), ("2022", "2022-01-01"),
    ])
    func daysAreReadAsPeopleWriteThem(text: String, day: String) { #expect(DayText.day(text)?.description == day) }

    @Test(arguments: ["", "30/02/2026", "2026-13-01", "tomorrow", "12", "2026-10-05 at noon", "1/2/3/4"])
    func nonsenseIsNoDay(text: String) { #expect(DayText.day(text) == nil) }
}
