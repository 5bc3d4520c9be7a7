import Foundation
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct VerificationTests {
    private let rules = RuleStore(folder: SmallProvince.root.appendingPathComponent("GeoData/rules").path)

    private func failed(_ folder: String) throws -> [Verification.Subject] {
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
            #expect(try failed(folder).contains(.files))
        }
    }

    @Test func aChangedCostIsFoundThoughItsHashWasMended() throws {
        try SmallProvince.withRun { run, folder in
            let cost = try #require(run.document.sites.first).costVND
            try tamper(folder, "plan.json", "\"costVND\" : \(cost)", "\"costVND\" : \(cost - 1)", mendingHash: true)
            #expect(try failed(folder).contains(.siteCosts))
        }
    }

    @Test func aMovedSiteIsFound() throws {
        try SmallProvince.withRun { _, folder in
            try tamper(folder, "plan.json", "\"lon\" : 105.401", "\"lon\" : 105.402", mendingHash: true)
            #expect(try failed(folder).contains(.places))
        }
    }

    @Test func aChangedBoundIsFound() throws {
        try SmallProvince.withRun { run, folder in
            try tamper(folder, "plan.json", "\"bound\" : \(run.document.bound)", "\"bound\" : \(run.document.bound - 1)", mendingHash: true)
            #expect(try failed(folder).contains(.bound))
        }
    }

    @Test func aChangedCountIsFound() throws {
        try SmallProvince.withRun { _, folder in
            try tamper(folder, "summary.json", "\"uncovered\" : 2", "\"uncovered\" : 1", mendingHash: true)
            #expect(try failed(folder).contains(.summary))
        }
    }

    @Test func changedInputsAreFound() throws {
        try SmallProvince.withRun { run, folder in
            let villages = (run.gaps.loaded.project.path as NSString).deletingLastPathComponent + "/villages.csv"
            let text = try String(contentsOfFile: villages, encoding: .utf8)
            try text.replacingOccurrences(of: "Nà Tạng", with: "Nà Tang").write(toFile: villages, atomically: true, encoding: .utf8)
            #expect(try failed(folder).contains(.inputs))
        }
    }

    @Test(
        arguments: [
            ("villages.geojson", "\"grade\": \"uncovered\"", "\"grade\": \"covered\"", Verification.Subject.villageGrades),
            ("dead-zones.geojson", "\"v3\"", "\"v1\"", .deadZones),
            ("villages-after.geojson", "\"grade\": \"covered\"", "\"grade\": \"uncovered\"", .gradesAfter),
            ("plan.geojson", "\"households_gained\": 20", "\"households_gained\": 999", .planLayer),
            ("plan.json", "\"householdsGained\" : 20", "\"householdsGained\" : 999", .gains),
            ("plan.json", "\"strict\" : false", "\"strict\" : true", .goal),
            ("plan.json", "\"status\" : \"optimal\"", "\"status\" : \"infeasible\"", .infeasibility),
            ("summary.json", "\"covered\" : 70", "\"covered\" : 71", .summary),
        ] as [(String, String, String, Verification.Subject)])
    func aForgedFigureIsFoundThoughItsHashWasMended(file: String, old: String, new: String, subject: Verification.Subject) throws {
        try SmallProvince.withRun { _, folder in
            try tamper(folder, file, old, new, mendingHash: true)
            let found = try failed(folder)
            #expect(found.contains(subject), "\(found)")
            #expect(!found.contains(.files))
        }
    }

    @Test func sumsThatOverflowAreAFailedCheck() throws {
        try SmallProvince.withRun { run, folder in
            for site in run.document.sites {
                try tamper(folder, "plan.json", "\"costVND\" : \(site.costVND)", "\"costVND\" : 9000000000000000000", mendingHash: true)
            }
            #expect(try failed(folder).contains(.totalCost))
        }
    }

    @Test func aMovedProjectIsFoundByItsNewPlace() throws {
        try SmallProvince.withRun { run, folder in
            let old = (run.gaps.loaded.project.path as NSString).deletingLastPathComponent
            let moved = "\(old)/moved"
            try FileManager.default.createDirectory(atPath: moved, withIntermediateDirectories: true)
            for file in ["project.yaml", "villages.csv", "sites.csv", "footprints.geojson", "candidates.csv"] {
                try FileManager.default.moveItem(atPath: "\(old)/\(file)", toPath: "\(moved)/\(file)")
            }
            let error = try #require(throws: StoreError.self) { try Verification.run(folder, projectFile: nil, rules: rules) }
            #expect(error.kind == .missing)
            #expect(error.description.contains("--project"))
            #expect(try Verification.run(folder, projectFile: "\(moved)/project.yaml", rules: rules).passed)
        }
    }
}
