import Foundation
import Planning
import Testing

@testable import Ingest

@Suite struct RuleReaderTests {
    static let shippedFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("GeoData/rules").path
    static let shipped = ((try? FileManager.default.contentsOfDirectory(atPath: shippedFolder)) ?? []).filter { $0.hasSuffix(".yaml") }
        .sorted()

    @Test func thereAreShippedRules() { #expect(Self.shipped.count >= 2) }

    @Test(arguments: shipped)
    func everyShippedRuleIsRead(file: String) throws {
        let rule = try RuleReader.read(path: "\(Self.shippedFolder)/\(file)", displayName: file)
        #expect("\(rule.id).yaml" == file)
        let countsOld = rule.countedTechnologies(on: CalendarDate(year: 2026, month: 9, day: 15)).contains(.gsm2G)
        #expect(countsOld == (rule.id != "only-4g-2024"))
        #expect(!rule.countedTechnologies(on: CalendarDate(year: 2026, month: 9, day: 16)).contains(.gsm2G))
        #expect(rule.countedTechnologies(on: CalendarDate(year: 2028, month: 9, day: 16)) == [.lte4G, .nr5G])
        #expect(rule.rsrpDBm == -115)
        #expect(rule.probability == 0.9)
        #expect(rule.discRadiiMeters == [.gsm2G: 12_000, .umts3G: 4000, .lte4G: 4000, .nr5G: 2000])
        #expect(rule.grades.contains(.covered) && rule.grades.contains(.uncovered))
        #expect(rule.title.vi != rule.title.en)
    }

    static let minimal = [
        "schema": "phusong.rule/1", "id": "r", "version": "1", "title": "r", "source": "ours", "technologies": "[{name: 4G}]",
        "discRadiiMeters": "{4G: 4000}",
    ]

    static func read(_ changes: [String: String?]) throws -> CoverageRule {
        var values = minimal.mapValues { Optional($0) }
        for (key, value) in changes { values.updateValue(value, forKey: key) }
        let text = values.sorted { $0.key < $1.key }.compactMap { key, value in value.map { "\(key): \($0)\n" } }.joined()
        let workspace = try Workspace()
        return try RuleReader.read(path: try workspace.table("rule.yaml", text).path, displayName: "rule.yaml")
    }

    @Test func theRestHasDefaults() throws {
        let rule = try Self.read([:])
        #expect(rule.technologies == [.init(technology: .lte4G)])
        #expect(rule.grades == [.covered, .uncovered])
        #expect(rule.minimumOperators == 1)
        #expect(rule.rsrpDBm == -115 && rule.goodRSRPDBm == -105 && rule.receiverHeightMeters == 1.5)
        #expect(rule.planningSigmaDB == 8 && rule.probability == 0.9)
        #expect(rule.indoorExtraBelow1GHzDB == 12 && rule.indoorExtraAbove1GHzDB == 14)
        #expect(rule.environment == .outdoor && !rule.gradeByFallback)
        #expect(rule.assumedExtentPoints == 6 && rule.assumedExtentRingMeters == 600)
    }

    @Test func oneOperatorMayBeTheOnlyOneThatCounts() throws {
        let rule = try Self.read(["operators": "{only: viettel}"])
        #expect(rule.onlyOperator == .viettel && rule.counts(.viettel) && !rule.counts(.vnpt))
        #expect(try Self.read([:]).onlyOperator == nil)
    }

    @Test func inACarTheLossIsTheStatedOne() throws {
        let rule = try Self.read(["threshold": "{environment: vehicle, vehicleExtraDB: 6.5}"])
        #expect(rule.environment == .vehicle && rule.vehicleExtraDB == 6.5)
        #expect(try Self.read(["threshold": "{environment: vehicle}"]).vehicleExtraDB == 9)
    }

    @Test func eligibilityIsRead() throws {
        let rule = try Self.read([
            "eligible": "{inhabited: true, electrified: true, anyOf: [island, border], minHouseholds: 10}"
        ])
        #expect(
            rule.eligibility
                == Eligibility(mustBeInhabited: true, mustBeElectrified: true, anyOf: [.border, .island], minimumHouseholds: 10))
        #expect(try Self.read(["eligible": "all"]).eligibility == .all)
    }

    @Test(arguments: ["some", "{anyOf: []}", "{anyOf: [mountain]}", "{minHouseholds: -1}", "{house: 1}"])
    func badEligibilityIsADefect(text: String) {
        #expect(throws: InputError.self) { try Self.read(["eligible": text]) }
    }

    @Test func everyValueIsTaken() throws {
        let rule = try Self.read([
            "operators": "{atLeast: 2}", "grades": "[covered, partial, uncovered]", "gradeByFallback": "true",
            "technologies": "[4G, {name: LTE 5G, until: 2030-01-01}]".replacing("LTE 5G", with: "5G"),
            "discRadiiMeters": "{4G: 3000, 5G: 1000}", "reliability": "{probability: 0.95, planningSigmaDB: 6}",
            "threshold":
                "{rsrpDBm: -110, goodRSRPDBm: -100, receiverHeightMeters: 2, environment: indoor, indoorExtraBelow1GHzDB: 10, indoorExtraAbove1GHzDB: 20}",
            "assumedExtent": "{points: 8, ringMeters: 300}", "note": "{vi: có, en: yes}", "version": "3",
        ])
        #expect(rule.minimumOperators == 2 && rule.version == 3)
        #expect(rule.grades == [.covered, .partial, .uncovered] && rule.gradeByFallback)
        #expect(rule.technologies.last == .init(technology: .nr5G, until: CalendarDate(year: 2030, month: 1, day: 1)))
        #expect(rule.discRadiiMeters == [.lte4G: 3000, .nr5G: 1000])
        #expect(rule.probability == 0.95 && rule.planningSigmaDB == 6)
        #expect(rule.rsrpDBm == -110 && rule.goodRSRPDBm == -100 && rule.receiverHeightMeters == 2 && rule.environment == .indoor)
        #expect(rule.indoorExtraBelow1GHzDB == 10 && rule.indoorExtraAbove1GHzDB == 20)
        #expect(rule.assumedExtentPoints == 8 && rule.assumedExtentRingMeters == 300)
        #expect(rule.note == Bilingual(vi: "có", en: "yes"))
    }

    /// A change of the minimal rule, and the defect that must be told: code and key.
    static let defects: [(key: String, value: String?, expected: String)] = [
        ("schema", nil, "setting-missing schema"), ("schema", "phusong.rule/2", "setting-invalid schema"),
        ("id", nil, "setting-missing id"),
        ("version", nil, "setting-missing version"), ("version", "0", "setting-invalid version"),
        ("version", "1.5", "setting-invalid version"),
        ("title", nil, "setting-missing title"), ("title", "[a]", "setting-invalid title"), ("source", nil, "setting-missing source"),
        ("technologies", nil, "setting-missing technologies"), ("technologies", "[]", "setting-invalid technologies"),
        ("technologies", "[6G]", "setting-invalid technologies[1].name"),
        ("technologies", "[{until: 2026-01-01}]", "setting-missing technologies[1].name"),
        ("technologies", "[{name: 4G, until: soon}]", "setting-invalid technologies[1].until"),
        ("technologies", "[{name: 4G, til: 2026-01-01}]", "setting-unknown technologies[1].til"),
        ("technologies", "[4G, LTE]", "setting-invalid technologies"), ("operators", "2", "setting-invalid operators"),
        ("operators", "{atLeast: 0}", "setting-invalid operators.atLeast"), ("operators", "{}", "setting-invalid operators"),
        ("eligible", "listed", "setting-invalid eligible"), ("grades", "[covered, dead]", "setting-invalid grades"),
        ("grades", "[covered, uncovered, unknown]", "setting-invalid grades"), ("grades", "[]", "setting-invalid grades"),
        ("grades", "[covered]", "setting-invalid grades"), ("gradeByFallback", "perhaps", "setting-invalid gradeByFallback"),
        ("discRadiiMeters", nil, "setting-missing discRadiiMeters"), ("discRadiiMeters", "{3G: 4000}", "setting-invalid discRadiiMeters"),
        ("discRadiiMeters", "{4G: 4000, 6G: 1}", "setting-invalid discRadiiMeters.6G"),
        ("discRadiiMeters", "{4G: -1}", "setting-invalid discRadiiMeters.4G"),
        ("discRadiiMeters", "{4G: 4000, LTE: 3000}", "setting-invalid discRadiiMeters.LTE"),
        ("threshold", "{rsrpDBm: strong}", "setting-invalid threshold.rsrpDBm"),
        ("threshold", "{rsrpDBm: 10}", "setting-invalid threshold.rsrpDBm"),
        ("threshold", "{rsrpDBm: -100, goodRSRPDBm: -110}", "setting-invalid threshold.goodRSRPDBm"),
        ("threshold", "{rsrp: -100}", "setting-unknown threshold.rsrp"),
        ("threshold", "{environment: car}", "setting-invalid threshold.environment"),
        ("reliability", "{probability: 90}", "setting-invalid reliability.probability"),
        ("reliability", "{planningSigmaDB: -1}", "setting-invalid reliability.planningSigmaDB"),
        ("assumedExtent", "{points: 0}", "setting-invalid assumedExtent.points"),
        ("assumedExtent", "{ringMeters: -5}", "setting-invalid assumedExtent.ringMeters"),
        ("tresholds", "{}", "setting-unknown tresholds"),
    ]

    @Test(arguments: defects.indices)
    func everyDefectIsTold(index: Int) throws {
        let sample = Self.defects[index]
        let error = #expect(throws: InputError.self) { try Self.read([sample.key: sample.value]) }
        let found = (error?.diagnostics ?? []).map { "\($0.code.rawValue) \($0.field)" }
        #expect(found.contains(sample.expected), "\(sample.key): \(sample.value ?? "") gave \(found)")
        #expect(error?.kind == .badData)
        #expect(error?.diagnostics.allSatisfy { $0.file == "rule.yaml" && $0.row != nil } == true)
    }

    @Test func allDefectsAreToldAtOnce() throws {
        let error = #expect(throws: InputError.self) {
            try Self.read(["id": nil, "grades": "[dead]", "threshold": "{rsrpDBm: 5}", "zzz": "1"])
        }
        #expect(Set((error?.diagnostics ?? []).map(\.field)) == ["id", "grades", "threshold.rsrpDBm", "zzz"])
    }
}
