import Foundation
import Ingest
import Planning
import Testing

@testable import Scenarios

@Suite struct RunMatrixTests {
    private func read(_ axes: String, base: String = SampleFolder.data.appendingPathComponent("samples/tuyen-quang/siting.yaml").path)
        throws
        -> (RunMatrix, folder: String)
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("matrix-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let text = "schema: phusong.matrix/1\nname: m\nbase: \(base)\ngoal: {sites: 2}\n\(axes)\n"
        try text.write(toFile: "\(folder)/m.yaml", atomically: true, encoding: .utf8)
        return (try RunMatrix.read("\(folder)/m.yaml", for: "\(folder)/out"), folder)
    }

    private static let two = """
        axes:
          - {name: money, values: [{name: 4 bn, goal: {budgetVND: 4_000_000_000}}, {name: "8 bn", goal: {budgetVND: 8_000_000_000}}]}
          - {name: masts, values: [{name: 30 m, set: {plan: {mastHeightsMeters: [30]}}}, {name: 60 m, set: {plan: {mastHeightsMeters: [60]}}}, {name: all}]}
        """

    @Test func everyCombinationIsAScenario() throws {
        let (matrix, folder) = try read(Self.two)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(
            matrix.cells.map(\.names) == [
                ["4 bn", "30 m"], ["4 bn", "60 m"], ["4 bn", "all"], ["8 bn", "30 m"], ["8 bn", "60 m"], ["8 bn", "all"],
            ])
        #expect(Set(matrix.cells.map(\.fileName)).count == 6)
        let paths = try matrix.write(to: "\(folder)/out")
        let projects = try paths.map { try ProjectFile.read($0) }
        #expect(projects.map(\.plan.heightsMeters) == [[30], [60], [30, 45, 60], [30], [60], [30, 45, 60]])
        #expect(
            projects.map { $0.scenario?.goal } == Array(repeating: .budget(costVND: 4_000_000_000), count: 3)
                + Array(repeating: .budget(costVND: 8_000_000_000), count: 3))
        #expect(projects[2].scenario?.changes.isEmpty == true)
        // Written again, nothing is touched.
        let before = try FileManager.default.attributesOfItem(atPath: paths[0])[.systemFileNumber] as? Int
        #expect(try matrix.write(to: "\(folder)/out") == paths)
        #expect(try FileManager.default.attributesOfItem(atPath: paths[0])[.systemFileNumber] as? Int == before)
    }

    @Test(arguments: [
        ("axes: []", "axes"), ("axes: [{name: a, values: []}]", "axes[1].values"), ("axes: [{values: [{name: x}]}]", "axes[1].name"),
        ("axes: [{name: a, values: [{name: x, goals: {sites: 1}}]}]", "axes[1].values.goals"),
        ("axes: [{name: a, values: [{name: x}, {name: x}]}]", "axes[1].values[2].name"),
        ("axes: [{name: a, values: [{name: x}]}, {name: a, values: [{name: y}]}]", "axes[2].name"),
        (
            "axes: [{name: a, values: [{name: x, goal: {sites: 1}}]}, {name: b, values: [{name: y, goal: {sites: 2}}]}]",
            "axes[2].values.goal"
        ),
        ("axis: 1\naxes: [{name: a, values: [{name: x}]}]", "axis"),
    ])
    func defectsNameTheirKey(axes: String, key: String) throws {
        let error = #expect(throws: InputError.self) { try read(axes) }
        let keys = error?.diagnostics.map { $0.field.replacingOccurrences(of: "values[1]", with: "values") } ?? []
        #expect(keys.contains(key), "\(keys)")
    }

    @Test func aDefectNamesTheMatrixAndLeavesNothing() throws {
        let axes =
            "axes: [{name: masts, values: [{name: 30 m}, {name: tall, set: {plan: {mastHeightsMeters: [tall]}}}]}, {name: b, values: [{name: x}, {name: y}]}]"
        let (matrix, folder) = try read(axes)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let error = #expect(throws: InputError.self) { try matrix.write(to: "\(folder)/out") }
        let defects = error?.diagnostics ?? []
        // Two combinations have it; it is told once.
        #expect(Set(defects.map(\.file)) == ["m.yaml (tall)"] && defects.first?.field == "plan.mastHeightsMeters", "\(defects)")
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
        // What stands there stays, forced or not.
        try FileManager.default.createDirectory(atPath: "\(folder)/out", withIntermediateDirectories: true)
        let mine = "\(folder)/out/\(matrix.cells[0].fileName)"
        try "mine".write(toFile: mine, atomically: true, encoding: .utf8)
        #expect(throws: InputError.self) { try matrix.write(to: "\(folder)/out", overwrite: true) }
        #expect(try String(contentsOfFile: mine, encoding: .utf8) == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)").sorted() == ["m.yaml", "out"])
    }

    @Test func aSweepWithoutEndIsRefused() throws {
        let axis = { (name: String) in "  - {name: \(name), values: [\((0..<15).map { "{name: v\($0)}" }.joined(separator: ", "))]}" }
        #expect(throws: InputError.self) { try read("axes:\n\(axis("a"))\n\(axis("b"))") }
    }
}
