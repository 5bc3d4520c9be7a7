import Foundation
import Geodesy
import Planning
import Radio
import Testing

@testable import Ingest

@Suite struct AntennaLibraryTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    static let rows = (0..<12).map { "\($0 * 30) \(min($0, 12 - $0) * 5)" }.joined(separator: "\n")
    static let pattern = "NAME Made for tests\nGAIN 14 dBi\nHORIZONTAL 12\n\(rows)\nVERTICAL 12\n\(rows)\n"

    func site(_ id: String, _ antenna: String, azimuths: [Double] = [0, 120, 240]) -> Site {
        Site(
            id: id, operator: .viettel, place: Coordinate(longitude: 105.1, latitude: 22.1), technologies: [.lte4G],
            azimuthsDegrees: azimuths, antenna: antenna)
    }

    func library(_ sites: Site...) -> AntennaLibrary {
        AntennaLibrary(sites: sites, projectFolder: workspace.folder, sitesFile: "tram.csv")
    }

    func write(_ name: String, _ bytes: Data) throws {
        let url = URL(fileURLWithPath: "\(workspace.folder)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
    }

    @Test(arguments: [
        ("omni", SiteAntenna.omni), ("OMNI", .omni), ("Vô hướng", .omni), ("sector-65", .sector(horizontalBeamwidthDegrees: 65)),
        ("Sector 33", .sector(horizontalBeamwidthDegrees: 33)), ("sector90", .sector(horizontalBeamwidthDegrees: 90)),
        ("sector", .sector(horizontalBeamwidthDegrees: 65)), ("", .sector(horizontalBeamwidthDegrees: 65)),
    ])
    func names(text: String, choice: SiteAntenna) {
        let site = site("A", text)
        let library = library(site)
        #expect(library.antenna(of: site) == choice)
        #expect(library.diagnostics.isEmpty)
    }

    @Test func withoutAntennaAndAzimuthItIsOmni() {
        let site = site("A", "", azimuths: [])
        let library = library(site)
        #expect(library.antenna(of: site) == .omni)
        #expect(library.known.isEmpty && library.diagnostics.isEmpty)
    }

    /// Greatest gain of the pattern that a site has; nil when it has none.
    func gain(_ library: AntennaLibrary, _ site: Site) -> Double? {
        guard case .pattern(let pattern) = library.antenna(of: site) else { return nil }
        return pattern.maximumGainDBi
    }

    @Test(arguments: ["antennas/a.msi", "./antennas/a.msi", "antennas\\a.msi"])
    func aPatternFileIsRead(name: String) throws {
        try write("antennas/a.msi", Data(Self.pattern.utf8))
        let site = site("A", name)
        let library = library(site)
        #expect(library.diagnostics.isEmpty)
        #expect(gain(library, site) == 14)
        #expect(library.known.keys.sorted() == [name])
    }

    @Test func oldEncodingsAreRead() throws {
        try write("a.pln", Data("COMMENT 65".utf8) + Data([0xB0, 0x0A]) + Data(Self.pattern.utf8))
        let site = site("A", "a.pln")
        let library = library(site)
        #expect(library.diagnostics.isEmpty)
        #expect(gain(library, site) == 14)
    }

    @Test func aBrokenFileIsToldOnceAndASectorStandsIn() throws {
        try write("bad.msi", Data(Self.pattern.replacingOccurrences(of: "90 15", with: "90 x").utf8))
        let sites = ["A", "B", "C", "D", "E"].map { site($0, $0 == "E" ? "./bad.msi" : "bad.msi") }
        let library = AntennaLibrary(sites: sites, projectFolder: workspace.folder, sitesFile: "tram.csv")
        let told = library.diagnostics.map { "\($0.code.rawValue) \($0.file) \($0.row ?? 0) \($0.field)" }
        #expect(
            told == [
                "antenna-pattern-invalid bad.msi 7 HORIZONTAL", "antenna-pattern-invalid bad.msi 20 VERTICAL",
                "antenna-replaced tram.csv 0 antenna", "antenna-replaced tram.csv 0 antenna",
            ])
        #expect(library.diagnostics.first?.value.contains("write rows of two numbers") == true)
        #expect(library.diagnostics[2].value == "bad.msi → sector-65 (omni without azimuths): A, B, C and 1 more")
        for site in sites { #expect(library.antenna(of: site) == .sector(horizontalBeamwidthDegrees: 65)) }
    }

    @Test func remarksDoNotStopAPattern() throws {
        try write("comma.msi", Data(Self.pattern.replacingOccurrences(of: "14 dBi", with: "14,5 dBi").utf8))
        let site = site("A", "comma.msi")
        let library = library(site)
        #expect(library.diagnostics.map(\.code) == [.antennaPatternRemark])
        #expect(library.diagnostics.map(\.severity) == [.warning])
        #expect(gain(library, site) == 14.5)
    }

    @Test func manyDefectsAreCutShort() throws {
        let rows = (0..<360).map { "\($0) x" }.joined(separator: "\n")
        try write("many.msi", Data("GAIN 14\nHORIZONTAL 360\n\(rows)\nVERTICAL 360\n\(rows)\n".utf8))
        let told = library(site("A", "many.msi")).diagnostics
        #expect(told.count == 21)
        #expect(told[19].value.hasSuffix("… and 700 more"))
    }

    @Test(arguments: [
        ("missing.msi", DiagnosticCode.fileMissing), ("folder.msi", .fileUnreadable), ("empty.msi", .antennaPatternInvalid),
        ("huge.msi", .fileUnreadable), ("picture.msi", .antennaPatternInvalid),
    ])
    func filesThatAreNone(name: String, code: DiagnosticCode) throws {
        try FileManager.default.createDirectory(atPath: "\(workspace.folder)/folder.msi", withIntermediateDirectories: true)
        try write("empty.msi", Data())
        try write("huge.msi", Data(count: 4_000_001))
        try write("picture.msi", Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]))
        let library = library(site("A", name))
        #expect(library.diagnostics.map(\.code) == [code, .antennaReplaced])
        #expect(library.diagnostics.first?.severity == .error)
        #expect(library.diagnostics.first?.file == name)
    }

    @Test(arguments: [
        "/etc/passwd.msi", "../outside.msi", "a/../../outside.msi", "~/a.msi", "C:\\a.msi", "http://example.org/a.msi", "Kathrein 742215",
        "sector-400", "sector-3", "a.csv",
    ])
    func whatIsNotUnderstoodIsToldAndNothingIsOpened(name: String) throws {
        let library = library(site("A", name))
        #expect(library.diagnostics.map(\.code) == [.antennaUnknown, .antennaReplaced])
        #expect(library.diagnostics.allSatisfy { $0.file == "tram.csv" && $0.field == "antenna" && $0.value.contains(name) })
    }

    @Test func theSameSitesGiveTheSameDiagnostics() {
        let sites = (0..<40).map { site("S\($0)", "m\($0 % 7).msi") }
        func run() -> [Diagnostic] { AntennaLibrary(sites: sites, projectFolder: workspace.folder, sitesFile: "tram.csv").diagnostics }
        let first = run()
        #expect(first.count == 14)
        #expect(run() == first)
    }
}
