import Foundation
import Planning
import Testing

@testable import Ingest

@Suite struct SettingsFileTests {
    /// Reads a text as a settings file; what `body` reads decides what is noted.
    static func defects(_ text: String, keys: [String] = ["a", "name", "list", "map"], _ body: (SettingsMapping) -> Void = { _ in })
        throws -> [Diagnostic]
    {
        let file = try open(text)
        body(file.root(keys: keys))
        return file.diagnostics
    }

    static func open(_ text: String) throws -> SettingsFile {
        let workspace = try Workspace()
        let source = try workspace.table("s.yaml", text)
        return try SettingsFile(path: source.path, displayName: "s.yaml")
    }

    @Test func anUnknownKeyIsAnErrorWithTheNearestOne() throws {
        let found = try Self.defects("a: 1\nnmae: x\n")
        #expect(found.map(\.code) == [.settingUnknown])
        #expect(found.first?.row == 2)
        #expect(found.first?.field == "nmae")
        #expect(found.first?.value == "did you mean `name`?")
        #expect(found.first?.severity == .error)
    }

    @Test func aKeyOfAMappingIsNamedWithItsPath() throws {
        let found = try Self.defects("map:\n  inner:\n    zzzz: 1\n") { root in
            _ = root.mapping("map", keys: ["inner"])?.mapping("inner", keys: ["known"])
        }
        #expect(found.map(\.field) == ["map.inner.zzzz"])
        #expect(found.first?.row == 3)
        #expect(found.first?.value == "")
    }

    @Test func aMappingLookedAtTwiceHasItsDefectsOnce() throws {
        let found = try Self.defects("map: {zzzz: 1}\n") { root in
            _ = root.mapping("map", keys: ["a"])
            _ = root.mapping("map", keys: ["a"])
        }
        #expect(found.count == 1)
    }

    /// What reading one key of one text must note, as `code line`.
    static let wrong: [(text: String, read: @Sendable (SettingsMapping) -> Void, expected: String)] = [
        ("\na: [1]\n", { _ = $0.string("a") }, "setting-invalid 2"), ("\na: {b: 1}\n", { _ = $0.string("a") }, "setting-invalid 2"),
        ("list: 1\n", { _ = $0.string("a", required: true) }, "setting-missing 1"),
        ("a:\n", { _ = $0.string("a", required: true) }, "setting-missing 1"),
        ("\n\na: many\n", { _ = $0.number("a", in: 0...1) }, "setting-invalid 3"),
        ("a: .nan\n", { _ = $0.number("a", in: 0...1) }, "setting-invalid 1"),
        ("a: nan\n", { _ = $0.number("a", in: 0...1) }, "setting-invalid 1"),
        ("a: 2\n", { _ = $0.number("a", in: 0...1) }, "setting-invalid 1"),
        ("a: 1.5\n", { _ = $0.integer("a", in: 0...9) }, "setting-invalid 1"),
        ("a: -1\n", { _ = $0.integer("a", in: 0...9) }, "setting-invalid 1"),
        ("a: 99999999999999999999\n", { _ = $0.integer("a", in: 0...9) }, "setting-invalid 1"),
        ("a: maybe\n", { _ = $0.boolean("a") }, "setting-invalid 1"), ("a: 2022-02-30\n", { _ = $0.date("a") }, "setting-invalid 1"),
        ("a: 30/09/2022\n", { _ = $0.date("a") }, "setting-invalid 1"),
        ("a: inside\n", { _ = $0.choice("a", CoverageRule.Environment.self) }, "setting-invalid 1"),
        ("a: 1\n", { _ = $0.mapping("a", keys: []) }, "setting-invalid 1"), ("a: {b: 1}\n", { _ = $0.strings("a") }, "setting-invalid 1"),
        ("a: [1, [2]]\n", { _ = $0.strings("a") }, "setting-invalid 1"),
        ("a: [1]\n", { _ = $0.mappings("a", keys: ["b"]) }, "setting-invalid 1"),
        ("a: {}\n", { _ = $0.bilingual("a") }, "setting-invalid 1"),
    ]

    @Test(arguments: wrong.indices)
    func wrongTypesAreNotedAtTheirLine(index: Int) throws {
        let sample = Self.wrong[index]
        let found = try Self.defects(sample.text, sample.read)
        #expect(found.map { "\($0.code.rawValue) \($0.row ?? 0)" } == [sample.expected], "\(sample.text)")
    }

    @Test func rightTypesAreRead() throws {
        let file = try Self.open(
            """
            a: 1_000
            name: Đắk Lắk
            list: [x, {b: y}, "z"]
            map: {vi: có, day: 2022-09-30, yes: true, level: -115.5}
            """)
        let root = file.root(keys: ["a", "name", "list", "map"])
        #expect(root.integer("a", in: 0...2000) == 1000)
        #expect(root.string("name") == "Đắk Lắk")
        #expect(root.bilingual("name") == Bilingual(vi: "Đắk Lắk", en: "Đắk Lắk"))
        #expect(root.mappings("list", keys: ["b"], scalarKey: "b").map { $0.string("b") } == ["x", "y", "z"])
        #expect(root.strings("a") == ["1_000"])
        let map = try #require(root.mapping("map", keys: []))
        #expect(map.date("day") == CalendarDate(year: 2022, month: 9, day: 30))
        #expect(map.boolean("yes") == true)
        #expect(map.number("level", in: -160...0) == -115.5)
        #expect(map.presentKeys == ["vi", "day", "yes", "level"])
        #expect(root.line("map") == 4)
        #expect(file.diagnostics.isEmpty)
        #expect(file.resolve("x/../y.csv", atLine: nil) == "\(file.folder)/y.csv")
        #expect(file.resolve("/y.csv", atLine: nil) == "/y.csv")
    }

    @Test func textIsComposed() throws {
        let root = try Self.open(
            "name: \("Đắk Lắk".decomposedStringWithCanonicalMapping)\nlist: [\("ế".decomposedStringWithCanonicalMapping)]\n"
        )
        .root(keys: ["name", "list"])
        #expect(try #require(root.string("name")).unicodeScalars.elementsEqual("Đắk Lắk".unicodeScalars))
        #expect(try #require(root.strings("list")?.first).unicodeScalars.elementsEqual("ế".unicodeScalars))
    }

    /// Files that are no settings at all, and the line that is to blame.
    @Test(arguments: [
        ("", nil), ("# only a comment\n", nil), ("- a\n- b\n", 1), ("just words\n", 1), ("a: 1\nb: \"open\n", 3), ("a: 1\na: 2\n", 1),
        ("a: 1\n---\nb: 2\n", 2), ("a: [\(String(repeating: "[", count: 30_000))\n", 1), ("a: *nobody\n", 1), ("a: 1\n\tb: 2\n", 2),
    ])
    func filesThatAreNoSettings(text: String, line: Int?) throws {
        let error = #expect(throws: InputError.self) { try Self.open(text) }
        let found = try #require(error?.diagnostics.first)
        #expect(error?.kind == .badData)
        #expect(found.code == .settingInvalid)
        #expect(found.row == line)
        #expect(!found.value.isEmpty && found.value.count < 100)
    }

    @Test func missingFilesFoldersAndEncodings() throws {
        let workspace = try Workspace()
        func kind(_ path: String) -> InputError.Kind? {
            #expect(throws: InputError.self) { try SettingsFile(path: path, displayName: "s.yaml") }?.kind
        }
        #expect(kind("\(workspace.folder)/none.yaml") == .missing)
        #expect(kind(workspace.folder) == .missing)
        for bytes in [Data([0xFF, 0xFE, 0x61, 0x00]), Data([0x61, 0x3A, 0x20, 0xE9]), Data((0...255).map { UInt8($0) })] {
            let path = "\(workspace.folder)/bytes.yaml"
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: InputError.self) { try SettingsFile(path: path, displayName: "s.yaml") }
            #expect(error?.diagnostics.map(\.code) == [.wrongEncoding])
        }
    }
}
