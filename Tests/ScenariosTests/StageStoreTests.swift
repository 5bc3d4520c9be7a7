import Foundation
import Testing

@testable import Scenarios

@Suite struct StageStoreTests {
    private func withStore(_ body: (StageStore, _ folder: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stages-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(StageStore(store: folder), folder)
    }

    @Test func whatWasKeptIsFoundByItsKeyAlone() throws {
        try withStore { store, _ in
            let key = StageStore.key(["a", "b"])
            #expect(store.bytes("signal", key) == nil)
            store.keep(Data("xyz".utf8), "signal", key)
            #expect(store.bytes("signal", key) == Data("xyz".utf8))
            #expect(store.bytes("reach", key) == nil)
            #expect(store.bytes("signal", StageStore.key(["ab"])) == nil)
            #expect(StageStore.key(["a", "b"]) == key)
        }
    }

    @Test func numbersComeBackWithAllTheirBits() throws {
        try withStore { store, _ in
            let numbers = [0.1 + 0.2, -.infinity, .infinity, 1e-300, -0.0, 105.348_079_999_999_98]
            store.keep(numbers, "signal", "k")
            let back = try #require(store.value([Double].self, "signal", "k"))
            #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
        }
    }

    @Test func damageIsAsGoodAsNothing() throws {
        try withStore { store, _ in
            store.keep(Data("some content".utf8), "signal", "k")
            let path = "\(store.folder)/signal-k"
            let whole = try #require(FileManager.default.contents(atPath: path))
            for (number, bytes) in [Data(), whole.prefix(30), whole.dropLast(), whole + Data("x".utf8)].enumerated() {
                try bytes.write(to: URL(fileURLWithPath: path))
                #expect(store.bytes("signal", "k") == nil, "\(number)")
            }
            var flipped = whole
            flipped[flipped.count - 1] ^= 1
            try flipped.write(to: URL(fileURLWithPath: path))
            #expect(store.bytes("signal", "k") == nil)
            try whole.write(to: URL(fileURLWithPath: path))
            #expect(store.bytes("signal", "k") != nil)
        }
    }

    @Test func whereNothingCanBeKeptNothingIsLost() throws {
        try withStore { _, folder in
            // A file where the folder should be.
            try "in the way".write(toFile: folder, atomically: true, encoding: .utf8)
            let store = StageStore(store: folder)
            store.keep(Data("x".utf8), "signal", "k")
            #expect(store.bytes("signal", "k") == nil)
            #expect(try String(contentsOfFile: folder, encoding: .utf8) == "in the way")
        }
    }

    @Test func onlyRunsOfTheStoreLeaveStages() {
        let here = FileManager.default.currentDirectoryPath
        #expect(StageStore(forRunAt: "runs/mine")?.folder == "\(here)/runs/.stages")
        #expect(StageStore(forRunAt: "elsewhere/mine") == nil)
        #expect(StageStore(forRunAt: "mine") == nil)
        #expect(StageStore(forRunAt: "runs/deep/mine") == nil)
    }
}
