import Foundation
import Testing

@testable import Scenarios

@Suite struct RunStoreTests {
    private struct Broken: Error {}

    private func names(_ folder: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

    @Test func aRunStandsWholeOrNotAtAll() throws {
        try SampleFolder.temporary { folder in
            let run = "\(folder)/runs/a"
            #expect(throws: Broken.self) {
                try RunStore.commit(to: run, overwrite: false) { staging in
                    try RunStore.write(Data("x".utf8), to: "\(staging)/run.json")
                    throw Broken()
                }
            }
            #expect(try names("\(folder)/runs").isEmpty)
            try RunStore.commit(to: run, overwrite: false) { try RunStore.write(Data("1".utf8), to: "\($0)/run.json") }
            #expect(try names("\(folder)/runs") == ["a"])
        }
    }

    /// A marker of ours that states one more file.
    private func writeRun(_ text: String, to folder: String) throws {
        let marker = #"{"schema": "phusong.run/1", "outputs": [{"file": "plan.json", "sha256": ""}]}"#
        try RunStore.write(Data(marker.utf8), to: "\(folder)/run.json")
        try RunStore.write(Data(text.utf8), to: "\(folder)/plan.json")
    }

    private func text(_ path: String) -> String? { FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } }

    @Test func nothingIsOverwrittenUnlessTold() throws {
        try SampleFolder.temporary { folder in
            let run = "\(folder)/a"
            #expect(try RunStore.commit(to: run, overwrite: false) { try writeRun("1", to: $0) })
            let error = try #require(throws: StoreError.self) {
                try RunStore.commit(to: run, overwrite: false) { try writeRun("2", to: $0) }
            }
            #expect(error.kind == .cannotCreate)
            #expect(error.remedy == RunStore.neutralRemedy)
            #expect(text("\(run)/plan.json") == "1")
            #expect(try RunStore.commit(to: run, overwrite: true) { try writeRun("2", to: $0) })
            #expect(text("\(run)/plan.json") == "2")
            // A replacement that fails leaves the old run.
            #expect(throws: Broken.self) { try RunStore.commit(to: run, overwrite: true) { _ in throw Broken() } }
            #expect(text("\(run)/plan.json") == "2")
            #expect(try names(folder) == ["a"])
        }
    }

    @Test func theSameBytesAreLeftAlone() throws {
        try SampleFolder.temporary { folder in
            let run = "\(folder)/a"
            try RunStore.commit(to: run, overwrite: false) { try writeRun("1", to: $0) }
            func number() throws -> Int? { try FileManager.default.attributesOfItem(atPath: run)[.systemFileNumber] as? Int }
            let before = try number()
            #expect(try !RunStore.commit(to: run, overwrite: true) { try writeRun("1", to: $0) })
            #expect(try number() == before)
            #expect(try names(folder) == ["a"])
        }
    }

    @Test(arguments: [
        ("run.json", #"{"schema": "phusong.run/2", "outputs": []}"#), ("run.json", "not ours"), ("package.json", "{}"),
        ("run.json", #"{"schema": "phusong.compare/1"}"#), ("thesis.txt", "precious"),
    ])
    func aFolderWithoutAMarkerOfOursStays(file: String, content: String) throws {
        try SampleFolder.temporary { folder in
            try content.write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
            let error = try #require(throws: StoreError.self) { try RunStore.commit(to: folder, overwrite: true) { _ in } }
            #expect(error.kind == .cannotCreate)
            #expect(text("\(folder)/\(file)") == content)
        }
    }

    @Test(arguments: [
        ("run.json", #"{"schema": "phusong.run/1", "outputs": [{"file": "plan.json", "sha256": ""}]}"#, ["plan.json"]),
        ("compare.json", #"{"schema": "phusong.compare/1"}"#, ["compare.csv", "diff.geojson"]),
        ("export.json", #"{"schema": "phusong.export/1", "files": [{"file": "vnpt.shp"}]}"#, ["vnpt.shp", "vnpt.dbf", "vnpt.prj"]),
    ])
    func forceReplacesOwnFilesAndNamesTheForeignOne(marker: String, content: String, others: [String]) throws {
        try SampleFolder.temporary { folder in
            let place = "\(folder)/a"
            try RunStore.commit(to: place, overwrite: false) { staging in
                try RunStore.write(Data(content.utf8), to: "\(staging)/\(marker)")
                for file in others { try RunStore.write(Data("x".utf8), to: "\(staging)/\(file)") }
            }
            let notes = "\(place)/my notes.txt"
            try "precious".write(toFile: notes, atomically: true, encoding: .utf8)
            let error = try #require(throws: StoreError.self) {
                try RunStore.commit(to: place, overwrite: true) { try writeRun("2", to: $0) }
            }
            #expect(error.kind == .cannotCreate)
            #expect(error.reason.contains("my notes.txt"))
            #expect(text(notes) == "precious")
            try FileManager.default.removeItem(atPath: notes)
            try RunStore.commit(to: place, overwrite: true) { try writeRun("2", to: $0) }
            #expect(try names(place) == ["plan.json", "run.json"])
        }
    }

    @Test(arguments: [false, true]) func whatAppearsMeanwhileStays(overwrite: Bool) throws {
        try SampleFolder.temporary { folder in
            let place = "\(folder)/a"
            let error = try #require(throws: StoreError.self) {
                try RunStore.commit(to: place, overwrite: overwrite) { staging in
                    try writeRun("1", to: staging)
                    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
                    try "precious".write(toFile: "\(place)/thesis.txt", atomically: true, encoding: .utf8)
                }
            }
            #expect(error.kind == .cannotCreate)
            #expect(try names(place) == ["thesis.txt"])
            #expect(try names(folder) == ["a"])
        }
    }

    @Test func aReaderAlwaysFindsARun() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-test-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let place = "\(folder)/a"
        try RunStore.commit(to: place, overwrite: false) { try writeRun("0", to: $0) }
        let reader = Task.detached {
            var missed = 0
            while !Task.isCancelled { if access("\(place)/run.json", F_OK) != 0 { missed += 1 } }
            return missed
        }
        for number in 1...300 { try RunStore.commit(to: place, overwrite: true) { try writeRun("\(number)", to: $0) } }
        reader.cancel()
        #expect(await reader.value == 0)
    }

    @Test func aDiscardedFolderIsNotMadeAgain() throws {
        try SampleFolder.temporary { folder in
            let place = "\(folder)/a"
            #expect(throws: (any Error).self) {
                try RunStore.commit(to: place, overwrite: false) { staging in
                    try writeRun("1", to: staging)
                    RunStore.discard(stagingFolder: staging)
                }
            }
            #expect(throws: StoreError.self) { try RunStore.commit(to: place, overwrite: false) { try writeRun("1", to: $0) } }
            let left = try names(folder)
            #expect(left.isEmpty)
        }
    }

    @Test func aFileInTheWayIsNamed() throws {
        try SampleFolder.temporary { folder in
            try "x".write(toFile: "\(folder)/a", atomically: true, encoding: .utf8)
            #expect(throws: StoreError.self) { try RunStore.commit(to: "\(folder)/a", overwrite: true) { _ in } }
            let error = try #require(throws: StoreError.self) { try RunStore.commit(to: "\(folder)/a/b", overwrite: false) { _ in } }
            #expect(error.kind == .cannotCreate)
        }
    }

    @Test func documentsSayWhatIsWrong() throws {
        try SampleFolder.temporary { folder in
            #expect(try #require(throws: StoreError.self) { try RunStore.document(Manifest.self, "run.json", in: folder) }.kind == .missing)
            try "{}".write(toFile: "\(folder)/run.json", atomically: true, encoding: .utf8)
            #expect(try #require(throws: StoreError.self) { try RunStore.document(Manifest.self, "run.json", in: folder) }.kind == .badData)
        }
    }

    @Test func hashesAreThoseOfTheStandard() throws {
        // FIPS 180-4, examples "abc" and the empty message.
        #expect(Fingerprint.of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Fingerprint.of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        try SampleFolder.temporary { folder in
            try "abc".write(toFile: "\(folder)/f", atomically: true, encoding: .utf8)
            #expect(Fingerprint.ofFile("\(folder)/f") == Fingerprint.of("abc"))
            #expect(Fingerprint.ofFile("\(folder)/none") == nil)
        }
    }
}
