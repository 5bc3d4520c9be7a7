import Foundation
import Testing

@testable import Scenarios

/// `GeoData/README.md` describes every file with its hash; this holds it to that.
@Suite struct GeoDataTests {
    static func rows() throws -> [(path: String, sha256: String)] {
        let text = try String(contentsOf: SampleFolder.data.appendingPathComponent("README.md"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            line.firstMatch(of: #/^\| *`([^`]+)` *\|.*`([0-9a-f]{64})` *\|\s*$/#).map { (String($0.1), String($0.2)) }
        }
    }

    @Test func everyHashIsTheOneOfTheFile() throws {
        let rows = try Self.rows()
        #expect(rows.count > 20)
        for row in rows {
            #expect(Fingerprint.ofFile(SampleFolder.data.appendingPathComponent(row.path).path) == row.sha256, "\(row.path)")
        }
    }

    @Test func everyFileHasARow() throws {
        let described = Set(try Self.rows().map(\.path))
        let files = try FileManager.default.subpathsOfDirectory(atPath: SampleFolder.data.path).filter { path in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: SampleFolder.data.appendingPathComponent(path).path, isDirectory: &isFolder)
            return !isFolder.boolValue && !path.hasPrefix("build/") && path != "README.md"
        }
        #expect(Set(files) == described)
    }

    @Test func theFolderStaysUnderItsLimit() throws {
        let sizes = try FileManager.default.subpathsOfDirectory(atPath: SampleFolder.data.path).map { path in
            let attributes = try FileManager.default.attributesOfItem(atPath: SampleFolder.data.appendingPathComponent(path).path)
            return attributes[.type] as? FileAttributeType == .typeRegular ? (attributes[.size] as? Int ?? 0) : 0
        }
        #expect(sizes.reduce(0, +) < 25_000_000)
    }

    @Test func everySyntheticRowSaysSo() throws {
        for sample in ["vietnam-2022", "tuyen-quang"] {
            for table in ["villages.csv", "sites.csv"] {
                let path = SampleFolder.data.appendingPathComponent("samples/\(sample)/\(table)")
                let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
                let column = try #require(lines[0].split(separator: ",").firstIndex(of: "synthetic"))
                #expect(column > 0)
            }
        }
        let national = try LoadedProject(path: SampleFolder.national, rules: SampleFolder.rules).read.world
        #expect(national.villages.count == 2418)
        #expect(national.sites.filter { !$0.isSynthetic }.isEmpty)
        #expect(national.footprints.filter { !$0.isSynthetic }.isEmpty)
        let province = try LoadedProject(path: SampleFolder.discs, rules: SampleFolder.rules).read.world
        #expect(province.sites.filter { !$0.isSynthetic }.map(\.id) == ["TQG0327-12"])
    }

    @Test func everyListVintageCanBeRead() throws {
        let folder = SampleFolder.data.appendingPathComponent("lists").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        #expect(files.count >= 8)
        for file in files {
            let list = try ListVintage.read(path: "\(folder)/\(file)", displayName: file)
            #expect("\(list.id).yaml" == file)
            #expect(!list.counts.isEmpty)
        }
    }
}
