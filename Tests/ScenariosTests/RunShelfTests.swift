import Foundation
import Testing

@testable import Scenarios

@Suite struct RunShelfTests {
    private func withStore(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shelf-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func put(_ text: String, _ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test func whatDeadProcessesLeftIsListedAndTakenAway() throws {
        try withStore { store in
            // No process has the greatest number; this one has its own.
            try put("half", "\(store)/.plan-0123.partial-4194999/plan.json")
            try put("half", "\(store)/.plan-4567.partial-\(ProcessInfo.processInfo.processIdentifier)/plan.json")
            try put("mine", "\(store)/notes/read-me.txt")
            let items = try RunShelf.items(store)
            #expect(items.map(\.state) == [.unfinished])
            #expect(items.first?.bytes == 4)
            for item in items { try RunShelf.remove(item) }
            #expect(try RunShelf.items(store).isEmpty)
            #expect(FileManager.default.fileExists(atPath: "\(store)/notes/read-me.txt"))
            #expect(
                FileManager.default.fileExists(atPath: "\(store)/.plan-4567.partial-\(ProcessInfo.processInfo.processIdentifier)/plan.json")
            )
        }
    }

    @Test func aFolderWithSomethingForeignIsNotRemoved() throws {
        try withStore { store in
            try put(#"{"schema":"phusong.compare/1"}"#, "\(store)/compare-1/compare.json")
            try put("mine", "\(store)/compare-1/notes.txt")
            let item = try #require(try RunShelf.items(store).first)
            #expect(item.command == "compare" && item.state == .whole)
            let error = #expect(throws: StoreError.self) { try RunShelf.remove(item) }
            #expect(error?.kind == .cannotCreate && error?.reason.contains("notes.txt") == true)
            #expect(FileManager.default.fileExists(atPath: "\(store)/compare-1/notes.txt"))
        }
    }

    @Test func aRunWithoutItsManifestIsListedAndLeftAlone() throws {
        try withStore { store in
            try put("{", "\(store)/plan-0123456789ab/run.json")
            try put("{}", "\(store)/gaps-0123456789ab/summary.json")
            try put("mine", "\(store)/plan-of-mine/summary.json")
            let items = try RunShelf.items(store)
            #expect(items.map(\.command) == ["gaps", "plan"] && items.allSatisfy { $0.state == .unreadable })
            for item in items { #expect(throws: StoreError.self) { try RunShelf.remove(item) } }
            #expect(try RunShelf.items(store) == items)
        }
    }

    @Test func aMissingStoreIsNamed() throws {
        let error = #expect(throws: StoreError.self) { try RunShelf.items("/nowhere/at/all") }
        #expect(error?.kind == .missing)
    }
}
