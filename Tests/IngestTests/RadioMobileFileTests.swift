import Foundation
import Geodesy
import Planning
import Radio
import Testing

@testable import Ingest

/// The ending `.ant` belongs to two programs.
@Suite struct RadioMobileFileTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    private func antenna(_ text: String) throws -> (SiteAntenna, [Diagnostic]) {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(workspace.folder)/a.ant"))
        let site = Site(
            id: "A", operator: .viettel, place: Coordinate(longitude: 105.1, latitude: 22.1), technologies: [.lte4G],
            azimuthsDegrees: [0], antenna: "a.ant")
        let library = AntennaLibrary(sites: [site], projectFolder: workspace.folder, sitesFile: "tram.csv")
        return (library.antenna(of: site), library.diagnostics)
    }

    @Test func numbersAloneAreRadioMobiles() throws {
        let (antenna, diagnostics) = try antenna([String](repeating: "-0.0", count: 720).joined(separator: "\r\n"))
        #expect(diagnostics.isEmpty)
        guard case .shape(let shape) = antenna else {
            Issue.record("\(antenna)")
            return
        }
        #expect(shape.name == "a")
    }

    @Test func wordsArePlanets() throws {
        let (antenna, diagnostics) = try antenna(AntennaLibraryTests.pattern)
        #expect(diagnostics.isEmpty)
        guard case .pattern(let pattern) = antenna else {
            Issue.record("\(antenna)")
            return
        }
        #expect(pattern.maximumGainDBi == 14)
    }

    @Test func anotherVersionIsToldAndReplaced() throws {
        let (antenna, diagnostics) = try antenna([String](repeating: "-1", count: 541).joined(separator: "\n"))
        #expect(antenna == .sector(horizontalBeamwidthDegrees: 65))
        #expect(diagnostics.contains { $0.code == .antennaPatternInvalid && $0.value.contains("720") })
    }
}
