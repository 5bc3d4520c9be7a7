import Geodesy
import Planning
import Testing

@testable import Ingest

@Suite struct SiteReaderTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test func everyColumnIsRead() throws {
        let read = sites(
            try workspace.table(
                "tram.csv",
                """
                Mã trạm;Nhà mạng;Kinh độ;Vĩ độ;Công nghệ;Băng tần;Công suất;Độ cao;Góc phương vị;Góc nghiêng;Loại anten;Trạng thái;Bảo mật;Dùng chung
                TQ1;Viettel;105,34808;22,62924;4G, 3G;1800/2100;46 dBm;45 m;0|120|240;2,5;sector-65;Đang hoạt động;có;x
                TQ2;VinaPhone;105,1;22,8;2G+3G;;;;;;;Quy hoạch;;
                """))
        #expect(Set(read.diagnostics.map(\.code)) == [.coordinateDecimalComma])
        #expect(
            read.world.sites == [
                Site(
                    id: "TQ1", operator: .viettel, place: Coordinate(longitude: 105.34808, latitude: 22.62924),
                    technologies: [.umts3G, .lte4G], bandsMHz: [1800, 2100], powerDBm: 46, mastHeightMeters: 45,
                    azimuthsDegrees: [0, 120, 240], tiltDegrees: 2.5, antenna: "sector-65", isConfidential: true, isShared: true),
                Site(
                    id: "TQ2", operator: .vnpt, place: Coordinate(longitude: 105.1, latitude: 22.8), technologies: [.gsm2G, .umts3G],
                    status: .planned),
            ])
    }

    static let header = "id,operator,lon,lat,technology,status,mast_height_m,band_mhz,azimuth_deg,power_dbm\n"

    @Test(arguments: [
        ("s1,Vietel,105.1,22.1,4G,,,,,", ["operator-unknown 2 operator"], false),
        ("s1,,105.1,22.1,4G,,,,,", ["operator-missing 2 operator"], false),
        ("s1,vnpt,105.1,22.1,,,,,,", ["technology-missing 2 technology"], false),
        ("s1,vnpt,105.1,22.1,6G,,,,,", ["technology-unknown 2 technology"], false),
        ("s1,vnpt,105.1,22.1,6G;wifi,,,,,", ["technology-unknown 2 technology", "technology-unknown 2 technology"], false),
        ("s1,vnpt,105.1,22.1,6G;4G,,,,,", ["technology-unknown 2 technology"], true),
        ("s1,vnpt,105.1,22.1,4G,có lẽ,,,,", ["status-unknown 2 status"], false),
        ("s1,vnpt,105.1,22.1,4G,,4500,,,", ["number-out-of-range 2 mast_height_m"], true),
        ("s1,vnpt,105.1,22.1,4G,,-3,,,", ["number-negative 2 mast_height_m"], true),
        ("s1,vnpt,105.1,22.1,4G,,,1800;fast,,", ["number-unreadable 2 band_mhz"], true),
        ("s1,vnpt,105.1,22.1,4G,,,,0;400,", ["number-out-of-range 2 azimuth_deg"], true),
        ("s1,vnpt,105.1,22.1,4G,,,,,strong", ["number-unreadable 2 power_dbm"], true),
        (
            "s1,Vietel,22.1,105.1,6G,?,,,,",
            ["coordinate-swapped 2 lon", "operator-unknown 2 operator", "technology-unknown 2 technology", "status-unknown 2 status"], false
        ),
    ])
    func everyDefectOfARowIsTold(row: String, defects: [String], isKept: Bool) throws {
        let read = sites(try workspace.table("s.csv", Self.header + row + "\n" + "s9,vnpt,105.1,22.1,4G,,,,,\n"))
        #expect(read.defects == defects)
        #expect(read.world.sites.map(\.id) == (isKept ? ["s1", "s9"] : ["s9"]))
        #expect(read.diagnostics.allSatisfy { isKept == ($0.consequence == .fieldIgnored) })
    }

    @Test(arguments: [("Vietel", "viettel"), ("Vinafone", "vinaphone"), ("mobiphone", "mobifone"), ("Redi", "reddi")])
    func anUnknownOperatorComesWithTheNearestOne(written: String, nearest: String) throws {
        let read = sites(
            try workspace.table("s.csv", Self.header + "s1,\(written),105.1,22.1,4G,,,,,\n"),
            operators: [Operator.declared("Reddi")].compactMap { $0 })
        #expect(read.diagnostics.first?.value == "\(written) (did you mean \(nearest)?)")
    }

    @Test func operatorsThatTheProjectDeclares() throws {
        let source = try workspace.table("s.csv", Self.header + "s1,Reddi Mobile,105.1,22.1,4G,,,,,\ns2,REDDI-MOBILE,105.2,22.1,4G,,,,,\n")
        #expect(sites(source).world.sites.isEmpty)
        let declared = try #require(Operator.declared("Reddi mobile"))
        let read = sites(source, operators: [declared])
        #expect(read.world.sites.map(\.operator) == [declared, declared])
        #expect(read.defects == [])
    }

    /// One row for each technology of a mast: none of them is lost for want of an id.
    @Test func sitesWithoutIDs() throws {
        let read = sites(
            try workspace.table(
                "s.csv", "operator,lon,lat,technology\nvnpt,105.1,22.1,3G\nvnpt,105.1,22.1,4G\nviettel,105.1,22.1,4G\n"))
        #expect(read.world.sites.map(\.technologies) == [[.umts3G], [.lte4G], [.lte4G]])
        #expect(Set(read.world.sites.map(\.id)).count == 3)
        #expect(read.defects == ["id-missing 2 id", "id-missing 3 id", "id-missing 4 id"])
    }

    @Test func duplicatesAcrossFiles() throws {
        let first = try workspace.table("a.csv", Self.header + "s1,vnpt,105.1,22.1,4G,,,,,\n")
        let second = try workspace.table("b.csv", Self.header + "s1,viettel,105.2,22.1,4G,,,,,\n")
        let read = sites(first, second)
        #expect(read.world.sites.map(\.operator) == [.vnpt])
        #expect(read.diagnostics.map(\.file) == ["b.csv", "b.csv"])
        #expect(read.defects == ["id-duplicate 2 id", "no-usable-rows -"])
    }

    @Test(arguments: [
        ("id,lon,lat,technology\ns1,105.1,22.1,4G\n", "operator"), ("id,lon,lat,operator\ns1,105.1,22.1,vnpt\n", "technology"),
    ])
    func neededColumns(text: String, missing: String) throws {
        #expect(sites(try workspace.table("s.csv", text)).defects == ["column-missing - \(missing)"])
    }
}
