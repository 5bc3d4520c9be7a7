import Foundation
import Testing

/// The arrows between targets point one way. The package's own description and each file's imports are read, so that neither a dependency
/// nor an import can point back unseen.
@Suite struct ArrowTests {
    /// What each target may import: the table of the design, with what those targets bring along.
    static let allowed: [String: Set<String>] = [
        "CGEOS": [], "CPROJ": [], "CGDAL": [], "CCbc": [], "CRsvg": [],
        "Geodesy": ["CPROJ"],
        "Terrain": ["Geodesy"],
        "Geometry": ["CGEOS", "Geodesy"],
        "GeoFiles": ["CGDAL", "Geometry", "Geodesy", "Terrain"],
        "Radio": ["Terrain", "Geodesy"],
        "Planning": ["Geodesy", "Geometry"],
        "Ingest": ["Planning", "GeoFiles", "Terrain", "Radio", "Geodesy", "Geometry"],
        "Coverage": ["Planning", "Geometry", "Geodesy", "Terrain", "Radio"],
        "Siting": ["CCbc"],
        "Candidates": ["Planning", "Terrain", "Coverage", "Radio", "Siting", "Geodesy", "Geometry"],
        "Scenarios": [
            "Planning", "Geodesy", "Geometry", "GeoFiles", "Terrain", "Radio", "Ingest", "Coverage", "Candidates", "Siting",
        ],
        "Publishing": ["CRsvg", "GeoFiles", "Planning", "Geodesy", "Geometry", "Coverage", "Candidates", "Siting", "Scenarios"],
        "phusong": ["Scenarios", "Publishing", "Planning", "Coverage", "Candidates", "Siting", "Ingest", "GeoFiles"],
    ]

    /// Modules from outside that only some rooms may use.
    static let outside: [String: Set<String>] = [
        "Yams": ["Ingest", "Scenarios"],
        "Crypto": ["Scenarios"],
        "ArgumentParser": ["phusong", "phusong-bench"],
    ]

    /// Modules of the toolchain.
    static let toolchain: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin", "Testing"]

    struct Description: Decodable {
        struct Target: Decodable {
            struct Dependency: Decodable {
                var byName: [String?]?
                var target: [String?]?
            }
            var name: String
            var type: String
            var dependencies: [Dependency]
        }
        var targets: [Target]
    }

    @Test func dependenciesOfThePackagePointOneWay() throws {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-dump-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift", "package", "--scratch-path", scratch.path, "dump-package"]
        process.currentDirectoryURL = Repository.root
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let description = try JSONDecoder().decode(Description.self, from: data)
        let names = Set(description.targets.map(\.name))
        #expect(names.isSuperset(of: ["Geodesy", "Ingest", "Coverage", "Siting", "Publishing", "phusong"]))
        for target in description.targets where target.type != "test" && target.name != "phusong-bench" {
            let mayUse = try #require(Self.allowed[target.name], "\(target.name) has no place in the design's table")
            for dependency in target.dependencies {
                guard let name = (dependency.byName ?? dependency.target)?.first ?? nil, names.contains(name) else { continue }
                #expect(mayUse.contains(name), "\(target.name) must not depend on \(name)")
            }
        }
    }

    @Test func importsOfEveryFilePointOneWay() throws {
        var seen = 0
        for file in try Repository.swiftFiles(under: "Sources") {
            let room = file.pathComponents[Repository.root.pathComponents.count + 1]
            if room == "phusong-bench" { continue }
            let mayUse = try #require(Self.allowed[room], "\(room) has no place in the design's table")
            for module in try Repository.imports(of: file) {
                seen += 1
                if Self.toolchain.contains(module) { continue }
                if let rooms = Self.outside[module] {
                    #expect(rooms.contains(room), "\(file.lastPathComponent): \(room) must not import \(module)")
                } else {
                    #expect(mayUse.contains(module), "\(file.lastPathComponent): \(room) must not import \(module)")
                }
            }
        }
        #expect(seen > 100)
    }

    @Test func librariesNeverPrintOrExit() throws {
        let forbidden = #/(?:^|[^.\w])print\(|\bexit\(|\bfatalError\(|\btry!|\bpreconditionFailure\(/#
        for file in try Repository.swiftFiles(under: "Sources") {
            let room = file.pathComponents[Repository.root.pathComponents.count + 1]
            if room.hasPrefix("phusong") { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                #expect(code.firstMatch(of: forbidden) == nil, "\(room)/\(file.lastPathComponent):\(number + 1): \(line)")
            }
        }
    }
}

/// The checkout that the tests were built from.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func swiftFiles(under folder: String) throws -> [URL] {
        let base = root.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: base.path).filter { $0.hasSuffix(".swift") }.sorted()
            .map { base.appendingPathComponent($0) }
    }

    static func imports(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            line.firstMatch(
                of: #/^\s*(?:@testable |@preconcurrency |public |internal )*import (?:struct |enum |class |func |protocol )?(\w+)/#
            ).map { String($0.1) }
        }
    }
}
