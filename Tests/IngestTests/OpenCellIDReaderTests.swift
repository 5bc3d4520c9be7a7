import Planning
import Testing

@testable import Ingest

@Suite struct OpenCellIDReaderTests {
    static let header = "radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal\n"
    static let rows = """
        LTE,452,4,101,201,0,105.35,22.63,9000,3,1,1600000000,1600000000,0
        GSM,452,1,102,202,0,105.36,22.64,700,3,1,1600000000,1600000000,
        UMTS,452,02,103,203,0,105.37,22.65,0,3,1,1600000000,1600000000,0

        """

    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test(arguments: [header + rows, rows])
    func withAndWithoutHeader(text: String) throws {
        let read = sites(try workspace.table("452.csv", text))
        #expect(read.world.sites.map(\.id) == ["ocid-lte-452-04-101-201", "ocid-gsm-452-01-102-202", "ocid-umts-452-02-103-203"])
        #expect(read.world.sites.map(\.operator) == [.viettel, .mobifone, .vnpt])
        #expect(read.world.sites.map(\.technologies) == [[.lte4G], [.gsm2G], [.umts3G]])
        #expect(read.world.sites.allSatisfy { $0.evidence == .crowdsourced && $0.status == .active })
        // 9 km is capped, 700 m is believed, 0 means not known.
        #expect(read.world.sites.map(\.rangeCapMeters) == [2000, 700, 2000])
        #expect(read.defects == ["weak-evidence -"])
        #expect(read.files.map(\.rows) == [3])
    }

    @Test func aSingleRowWithoutHeader() throws {
        let read = sites(try workspace.table("452.csv", "LTE,452,4,1,2,,105.35,22.63,900,3,1,1,1,\n"))
        #expect(read.world.sites.map(\.id) == ["ocid-lte-452-04-1-2"])
        #expect(read.defects == ["weak-evidence -"])
    }

    @Test(arguments: [
        ("LTE,460,0,1,2,0,105.35,22.63,900,3,1,1,1,0", "operator-unknown 3 net"),
        ("LTE,452,3,1,2,0,105.35,22.63,900,3,1,1,1,0", "operator-unknown 3 net"),
        ("WIMAX,452,4,1,2,0,105.35,22.63,900,3,1,1,1,0", "technology-unknown 3 radio"),
        ("LTE,452,4,1,2,0,22.63,105.35,900,3,1,1,1,0", "coordinate-swapped 3 lon"),
        ("LTE,452,4,1,2,0,nan,22.63,900,3,1,1,1,0", "coordinate-unreadable 3 lon"),
        ("LTE,452,4,1,2,0,,,900,3,1,1,1,0", "coordinate-unreadable 3 lon"),
        ("LTE,452,4,1,2,0,2,48,900,3,1,1,1,0", "coordinate-outside-country 3 lon"),
        ("LTE,452,4,9,9,0,105.4,22.63,900,3,1,1,1,0", "id-duplicate 3 cell"),
    ])
    func badCellsAreDroppedOneByOne(row: String, defect: String) throws {
        let good = "LTE,452,4,9,9,0,105.35,22.63,900,3,1,1,1,0\n"
        let read = sites(try workspace.table("452.csv", Self.header + good + row + "\n"))
        #expect(read.defects == [defect, "weak-evidence -"])
        #expect(read.world.sites.count == 1)
        #expect(
            sites(try workspace.table("bare.csv", good + row + "\n")).defects == [defect.replacing(" 3 ", with: " 2 "), "weak-evidence -"])
    }

    @Test func whereChoosesCells() throws {
        let read = sites(try workspace.table("452.csv", Self.rows, filter: ["radio": "GSM"]))
        #expect(read.world.sites.map(\.operator) == [.mobifone])
    }
}
