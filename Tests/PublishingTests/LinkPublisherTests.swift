import Coverage
import Foundation
import Geodesy
import Planning
import Terrain
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct LinkPublisherTests {
    private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("GeoData")

    /// A path of 5.2 km over a plain at 100 m, known up to a longitude.
    private func run(clutterMeters: Float?, knownTo east: Double = 180) throws -> LinkRun {
        var loaded = try LoadedProject(
            path: Self.data.appendingPathComponent("samples/tuyen-quang/project.yaml").path,
            rules: RuleStore(folder: Self.data.appendingPathComponent("rules").path))
        let step = 1.0 / 1200
        let (columns, rows) = (241, 61)
        let heights = (0..<(columns * rows)).map { 105 + Double($0 % columns) * step > east ? Float.nan : 100 }
        loaded.radio?.environment.terrain = try TerrainGrid(
            west: 105, north: 21.025, stepLongitude: step, stepLatitude: step, columns: columns, rows: rows, heightsMeters: heights,
            clutterMeters: clutterMeters.map { [Float](repeating: $0, count: columns * rows) }, surface: clutterMeters == nil ? .dsm : .dtm)
        loaded.read.world.villages = [Village(id: "v", name: "Khuổi Phìn", centre: Coordinate(longitude: 105.1, latitude: 21))]
        return try LinkRun(loaded, from: "105.05,21,45", to: "v", .init())
    }

    /// Name and bytes of every file but the manifest, which holds clock times.
    private func files(_ run: LinkRun, _ language: Language = .english) throws -> [String: Data] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-link-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try LinkPublisher.write(
            run, language: language, parameters: [:], .init(threads: 1, startedAt: "2026-11-01T00:00:00Z", durationsSeconds: [:]),
            to: folder.path)
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
        }
        let manifest = try JSONDecoder().decode(Manifest.self, from: try #require(files["run.json"]))
        #expect(manifest.command == "link")
        files["run.json"] = nil
        #expect(Set(manifest.outputs.map(\.file)) == Set(files.keys))
        for output in manifest.outputs { #expect(files[output.file].map { Fingerprint.of($0) } == output.sha256) }
        return files
    }

    private func text(_ data: Data?) -> String { String(decoding: data ?? Data(), as: UTF8.self) }

    @Test func sameInputsGiveTheSameBytes() throws {
        let first = try files(try run(clutterMeters: nil))
        #expect(Set(first.keys) == ["link.json", "link.png", "link.svg", "profile.csv"])
        #expect(try files(try run(clutterMeters: nil)) == first)
    }

    @Test func clutterHasAPictureOfItsOwnEachWay() throws {
        let files = try files(try run(clutterMeters: 15))
        let (with, without) = (text(files["link.svg"]), text(files["link-without-clutter.svg"]))
        #expect(with.contains("Canopy and buildings on the ground are counted") && with.contains("Canopy, buildings"))
        #expect(without.contains("Without canopy and buildings") && !without.contains("Canopy, buildings"))
        #expect(files["link-without-clutter.png"]?.isEmpty == false)
        let row = text(files["profile.csv"]).split(separator: "\n")[2].split(separator: ",")
        #expect(row[3] == "100.00" && row[4] == "15.00")
    }

    @Test func unknownGroundIsEmptyInTheTableAndNamedInThePicture() throws {
        let files = try files(try run(clutterMeters: 15, knownTo: 105.08), .vietnamese)
        #expect(files["link-without-clutter.svg"] == nil)
        #expect(text(files["link.svg"]).contains("Thiếu địa hình N21E105"))
        let rows = text(files["profile.csv"]).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows.first?[3] == "100.00" && rows.last?[3] == "" && rows.allSatisfy { $0.count == 8 && $0[6].isEmpty })
    }

    @Test func thePictureSpeaksTheLanguageAskedFor() throws {
        let run = try run(clutterMeters: nil)
        let (vietnamese, english) = (text(try files(run, .vietnamese)["link.svg"]), text(try files(run)["link.svg"]))
        for (vi, en) in [
            ("Suy hao đường truyền", "Path loss"), ("Xác suất", "Probability"), ("Kết luận", "Verdict"), ("Nhiễu xạ", "Diffraction"),
        ] {
            #expect(vietnamese.contains(vi) && !vietnamese.contains(en) && english.contains(en) && !english.contains(vi))
        }
    }
}
