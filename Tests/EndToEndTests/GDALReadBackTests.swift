import Foundation
import Testing

/// What the program wrote, read by GDAL's own tool: no word on stderr, the right number of features.
@Suite struct GDALReadBackTests {
    private static let tool = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/ogrinfo" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private func ogrinfo(_ path: String) throws -> (out: String, err: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.tool))
        process.arguments = ["-al", "-so", "-ro", path]
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (text, errors, process.terminationStatus)
    }

    @Test(.enabled(if: tool != nil, "gdal-bin is installed")) func everyLayerOpensWithoutAWarning() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("plan", Program.sample("tuyen-quang"), "--sites", "4", "-o", "plan").status == 0)
            #expect(try program.run("plan", Program.sample("tuyen-quang"), "--cover-all", "-o", "all").status == 0)
            #expect(try program.run("compare", "plan", "all", "-o", "compare").status == 0)
            #expect(try program.run("export", "plan", "--for", "viettel", "-o", "export").status == 0)
            var seen = 0
            for folder in ["plan", "compare", "export"] {
                for file in program.files(folder) where file.hasSuffix(".geojson") || file.hasSuffix(".gpkg") {
                    let found = try ogrinfo(program.path("\(folder)/\(file)"))
                    #expect(found.status == 0)
                    #expect(found.err.isEmpty, "\(file): \(found.err)")
                    #expect(found.out.contains("Feature Count"))
                    seen += 1
                }
            }
            #expect(seen == 8 + 1 + 7)
            #expect(try ogrinfo(program.path("plan/villages.geojson")).out.contains("Feature Count: 453"))
            #expect(try ogrinfo(program.path("plan/dead-zones.geojson")).out.contains("Feature Count: 33"))
            #expect(try ogrinfo(program.path("plan/plan.geojson")).out.contains("Feature Count: 4"))
        }
    }
}
