import Foundation
import Ingest
import Testing

@testable import Scenarios

@Suite struct FingerprintTests {
    private func source(_ path: String, shown: String) -> TableSource { TableSource(path: path, displayName: shown) }

    private func write(_ text: String, _ path: String) throws { try text.write(toFile: path, atomically: true, encoding: .utf8) }

    @Test func partsOfAShapefileCountInAnyCase() throws {
        try SampleFolder.temporary { folder in
            for name in ["Villages.SHP", "Villages.DBF", "villages.Prj", "Villages.shx", "Villages.txt", "other.dbf"] {
                try write(name, "\(folder)/\(name)")
            }
            let found = try FingerprintedFiles.of(source("\(folder)/Villages.SHP", shown: "data/Villages.SHP"), role: "villages")
            #expect(found.map(\.file) == ["data/Villages.SHP", "data/Villages.DBF", "data/Villages.shx", "data/villages.Prj"])
            #expect(found.map(\.sha256)[1] == Fingerprint.of("Villages.DBF"))
        }
    }

    @Test func theLogOfAGeoPackageCounts() throws {
        try SampleFolder.temporary { folder in
            let package = source("\(folder)/a.gpkg", shown: "a.gpkg")
            try write("1", package.path)
            try write("", "\(package.path)-wal")
            #expect(try FingerprintedFiles.of(package, role: "sites").map(\.file) == ["a.gpkg"])
            try write("2", "\(package.path)-wal")
            #expect(try FingerprintedFiles.of(package, role: "sites").map(\.file) == ["a.gpkg", "a.gpkg-wal"])
        }
    }

    @Test func whatCannotBeReadHasNoHash() throws {
        try SampleFolder.temporary { folder in
            let error = try #require(throws: InputError.self) {
                try FingerprintedFiles.of(source("\(folder)/none.csv", shown: "none.csv"), role: "sites")
            }
            #expect(error.kind == .badData)
            #expect(error.diagnostics.map(\.file) == ["none.csv"])
        }
    }

    @Test func rulesAreFoundAtStandardPaths() throws {
        let shipped = try RuleStore(folder: "\(SampleFolder.data.path)/samples/../rules").find("two-grade-2024", base: "/")
        #expect(shipped.path == SampleFolder.data.appendingPathComponent("rules/two-grade-2024.yaml").path)
        let base = SampleFolder.data.appendingPathComponent("samples").path
        let file = try SampleFolder.rules.find("../rules/two-grade-2024.yaml", base: base)
        #expect(file.path == shipped.path)
    }
}
