import Foundation

@testable import Scenarios

/// The checkout's own data, and temporary folders.
enum SampleFolder {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let data = root.appendingPathComponent("GeoData")
    static let national = data.appendingPathComponent("samples/vietnam-2022/project.yaml").path
    /// Predicted over terrain: the 22 communes of the tile.
    static let province = data.appendingPathComponent("samples/tuyen-quang/project.yaml").path
    static let discs = data.appendingPathComponent("samples/tuyen-quang/province-discs.yaml").path
    static let wholeProvince = data.appendingPathComponent("samples/tuyen-quang/province.yaml").path
    static let rules = RuleStore(folder: data.appendingPathComponent("rules").path)

    /// Runs a body with a fresh folder that is removed afterwards.
    static func temporary<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.path)
    }
}
