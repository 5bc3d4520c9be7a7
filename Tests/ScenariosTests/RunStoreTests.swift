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

    @Test func nothingIsOverwrittenUnlessTold() throws {
        try SampleFolder.temporary { folder in
            let run = "\(folder)/a"
            try RunStore.commit(to: run, overwrite: false) { try RunStore.write(Data("1".utf8), to: "\($0)/run.json") }
            let error = try #require(throws: StoreError.self) {
                try RunStore.commit(to: run, overwrite: false) { try RunStore.write(Data("2".utf8), to: "\($0)/run.json") }
            }
            #expect(error.kind == .cannotCreate)
            #expect(FileManager.default.contents(atPath: "\(run)/run.json") == Data("1".utf8))
            try RunStore.commit(to: run, overwrite: true) { try RunStore.write(Data("2".utf8), to: "\($0)/run.json") }
            #expect(FileManager.default.contents(atPath: "\(run)/run.json") == Data("2".utf8))
            // A replacement that fails leaves the old run.
            #expect(throws: Broken.self) { try RunStore.commit(to: run, overwrite: true) { _ in throw Broken() } }
            #expect(FileManager.default.contents(atPath: "\(run)/run.json") == Data("2".utf8))
            #expect(try names(folder) == ["a"])
        }
    }

    @Test func forceNeverReplacesAFolderOfSomethingElse() throws {
        try SampleFolder.temporary { folder in
            try "precious".write(toFile: "\(folder)/thesis.txt", atomically: true, encoding: .utf8)
            #expect(throws: StoreError.self) { try RunStore.commit(to: folder, overwrite: true) { _ in } }
            #expect(try names(folder) == ["thesis.txt"])
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
