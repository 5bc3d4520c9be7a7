import Foundation
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct VerificationTests {
    private let rules = RuleStore(folder: SmallProvince.root.appendingPathComponent("GeoData/rules").path)

    private func failed(_ folder: String) throws -> [String] {
        try Verification.run(folder, projectFile: nil, rules: rules).checks.filter { $0.result == .failed }.map(\.name)
    }

    /// Changes one text in a file of a run, and the manifest's hash of it too when asked: a forger who knows about hashes.
    private func tamper(_ folder: String, _ file: String, _ old: String, _ new: String, mendingHash: Bool) throws {
        let path = "\(folder)/\(file)"
        let before = try String(contentsOfFile: path, encoding: .utf8)
        #expect(before.contains(old))
        let hash = try #require(Fingerprint.ofFile(path))
        try before.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
        guard mendingHash else { return }
        let manifest = try String(contentsOfFile: "\(folder)/run.json", encoding: .utf8)
        try manifest.replacingOccurrences(of: hash, with: try #require(Fingerprint.ofFile(path)))
            .write(toFile: "\(folder)/run.json", atomically: true, encoding: .utf8)
    }

    @Test func anHonestRunIsVerified() throws {
        try SmallProvince.withRun { _, folder in
            let result = try Verification.run(folder, projectFile: nil, rules: rules)
            #expect(result.passed)
            #expect(result.checks.count >= 10)
        }
    }

    @Test func aChangedFileIsFound() throws {
        try SmallProvince.withRun { _, folder in
            try tamper(folder, "villages.geojson", "uncovered", "covered", mendingHash: false)
            #expect(try failed(folder) == ["files are as the run wrote them"])
        }
    }

    @Test func aChangedCostIsFoundThoughItsHashWasMended() throws {
        try SmallProvince.withRun { run, folder in
            let cost = try #require(run.document.sites.first).costVND
            try tamper(folder, "plan.json", "\"costVND\" : \(cost)", "\"costVND\" : \(cost - 1)", mendingHash: true)
            #expect(try failed(folder).contains("cost of each site from the cost table"))
        }
    }

    @Test func aMovedSiteIsFound() throws {
        try SmallProvince.withRun { _, folder in
            try tamper(folder, "plan.json", "\"lon\" : 105.401", "\"lon\" : 105.402", mendingHash: true)
            #expect(try failed(folder).contains("proposed sites stand at candidate places"))
        }
    }

    @Test func aChangedBoundIsFound() throws {
        try SmallProvince.withRun { run, folder in
            try tamper(folder, "plan.json", "\"bound\" : \(run.document.bound)", "\"bound\" : \(run.document.bound - 1)", mendingHash: true)
            #expect(try failed(folder).contains("bound recomputed from the stored multipliers"))
        }
    }

    @Test func aChangedCountIsFound() throws {
        try SmallProvince.withRun { _, folder in
            try tamper(folder, "summary.json", "\"uncovered\" : 2", "\"uncovered\" : 1", mendingHash: true)
            #expect(try failed(folder).contains("village counts by grade"))
        }
    }

    @Test func changedInputsAreFound() throws {
        try SmallProvince.withRun { run, folder in
            let villages = (run.gaps.loaded.project.path as NSString).deletingLastPathComponent + "/villages.csv"
            let text = try String(contentsOfFile: villages, encoding: .utf8)
            try text.replacingOccurrences(of: "Nà Tạng", with: "Nà Tang").write(toFile: villages, atomically: true, encoding: .utf8)
            #expect(try failed(folder).contains("inputs are the ones that the run was made from"))
        }
    }
}
