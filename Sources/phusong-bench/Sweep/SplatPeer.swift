import Foundation
import Geodesy
import Terrain

/// SPLAT! as a program of its own: `peers/splat.py` over a tile written for it.
struct SplatPeer {
    /// Why there is nothing to compare with; no failure, since the program is optional.
    struct Absence: Error {
        let reason: String
    }

    private struct Answer: Decodable {
        var seconds: Double?
        var cpuSeconds: Double?
        var version: String?
        var missing: String?
    }

    let options: SweepOptions

    /// Times one map.
    /// - Throws: ``Absence`` when the program, the script or Python is not there or gives no map.
    func run(_ grid: TerrainGrid, site: Coordinate) throws -> (version: String, seconds: Double, processorSeconds: Double) {
        let posts = SplatPeer.postsPerDegree(grid)
        guard posts == 1_200 || posts == 3_600 else { throw Absence(reason: "SPLAT! reads tiles of 1,200 or 3,600 cells, not \(posts)") }
        guard FileManager.default.fileExists(atPath: options.peerScript) else {
            throw Absence(reason: "there is no \(options.peerScript); run from the package's folder or name it with --peer-script")
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-splat-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tile = TerrainTile(holding: site)
        try Self.hgt(grid, tile, posts: posts).write(to: folder.appendingPathComponent(tile.description + ".hgt"))

        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                options.python, options.peerScript, folder.path, tile.description, "\(site.latitude)", "\(site.longitude)",
                "\(SweepOptions.mastHeightMeters)", "\(options.radiusKm)", "\(SweepOptions.frequenciesMHz[0])",
                "\(SweepOptions.phoneHeightMeters)",
            ] + (posts == 3_600 ? ["hd"] : [])
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard let answer = try? JSONDecoder().decode(Answer.self, from: data) else {
            throw Absence(reason: "\(options.python) \(options.peerScript) gave no answer")
        }
        guard let seconds = answer.seconds, let processorSeconds = answer.cpuSeconds else {
            throw Absence(reason: answer.missing ?? "no time was given")
        }
        return (answer.version ?? "splat", seconds, processorSeconds)
    }

    private static func postsPerDegree(_ grid: TerrainGrid) -> Int { Int((1 / grid.stepLatitude).rounded()) }

    /// A whole-degree tile as big-endian metres, unknown ground as −32768.
    private static func hgt(_ grid: TerrainGrid, _ tile: TerrainTile, posts: Int) -> Data {
        var data = Data(capacity: 2 * (posts + 1) * (posts + 1))
        for row in 0...posts {
            for column in 0...posts {
                let place = Coordinate(
                    longitude: Double(tile.west) + Double(column) / Double(posts),
                    latitude: Double(tile.south + 1) - Double(row) / Double(posts))
                let height = grid.heightMeters(at: place)
                let value = height.isNaN ? Int16.min : Int16(max(-500, min(9_000, height.rounded())))
                withUnsafeBytes(of: value.bigEndian) { data.append(contentsOf: $0) }
            }
        }
        return data
    }
}
