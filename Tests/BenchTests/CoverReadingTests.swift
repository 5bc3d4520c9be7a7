import Foundation
import Siting
import Testing

@testable import phusong_bench

/// Instances are read as their formats say; white space does not matter, and what is wrong is told with its place.
@Suite struct CoverReadingTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cover-\(UUID().uuidString)")

    private func write(_ name: String, _ text: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func orlibKeepsCostsAndColumns() throws {
        let path = try write("a.txt", " 2 3 \r\n 5 6 \n\n 7  \n 2 \n 1 3 \n 1\n 2   \n\n")
        let problem = try OrlibFile(path: path).instance().problem
        #expect(problem.options.map(\.costVND) == [5, 6, 7])
        #expect(problem.options.map(\.covers) == [[0], [1], [0]])
        #expect(problem.goal == .coverAll(strict: true))
    }

    @Test func sjcCoversUpToTheRadius() throws {
        let path = try write("T3.txt", "3\r\n0 0\r\n3 4\r\n0 6\r\n\r\n")
        _ = try write("demand-T3.dat", "10\r\n20\r\n\r\n30 \r\n")
        let problem = try SJCFile(path: path, demandPath: nil).instance(sites: 1, radius: 5).problem
        #expect(problem.options.map(\.covers) == [[0, 1], [0, 1, 2], [1, 2]])
        #expect(problem.targetWeights == [10, 20, 30])
        #expect(problem.goal == .maximizeWithSites(1))
    }

    @Test(arguments: [
        (#"{"sites": 2}"#, SitingGoal.maximizeWithSites(2)), (#"{"budget": 9}"#, .maximizeWithinBudget(costVND: 9)),
        (#"{"coverAll": true}"#, .coverAll(strict: true)), (#"{"weight": 4}"#, .coverWeight(4)), (#"{"share": 0.9}"#, .coverWeight(9)),
    ])
    func jsonKnowsEveryGoal(text: String, goal: SitingGoal) throws {
        let path = try write("g.json", #"{"weights": [4, 6], "costs": [1, 2], "covers": [[0], [0, 1]], "goal": \#(text)}"#)
        #expect(try CoverDocument.instance(path: path, sites: nil).problem.goal == goal)
        #expect(try CoverDocument.instance(path: path, sites: 1).problem.goal == .maximizeWithSites(1))
    }

    @Test func everyDefectHasItsPlace() throws {
        let cases: [(text: String, row: Int?, field: String)] = [
            ("2 3\n1 1", 2, "cost of column 3"), ("2 3\n1 x 1", 2, "cost of column 2"), ("1 1\n1\n1 2\n", 3, "column in row 1"),
            ("1 1\n1\n2 1 1\n", 3, "columns of row 1"), ("1 1\n-1\n1 1", 2, "cost of column 1"), ("1 1\n1.5\n1 1", 2, "cost of column 1"),
            ("0 1", 1, "rows"),
        ]
        for (text, row, field) in cases {
            let path = try write("bad.txt", text)
            let error = #expect(throws: InputDefects.self) { try OrlibFile(path: path).instance() }
            #expect(error?.defects.first?.row == row, "\(text)")
            #expect(error?.defects.first?.field == field, "\(text)")
            #expect(error?.exitCode == 65)
        }
        let longer = try write("long.txt", "1 1\n1\n1 1\n7")
        #expect(throws: InputDefects.self) { try OrlibFile(path: longer).instance() }
    }

    @Test func missingFilesAreSaidToBeMissing() throws {
        let missing = #expect(throws: InputDefects.self) { try OrlibFile(path: folder.path + "/none.txt").instance() }
        #expect(missing?.exitCode == 66)
        let path = try write("L.txt", "1\n0 0\n")
        let demand = #expect(throws: InputDefects.self) { try SJCFile(path: path, demandPath: nil).instance(sites: 1, radius: 1) }
        #expect(demand?.exitCode == 66 && demand?.description.contains("demand-L.dat") == true)
    }

    @Test func jsonDefectsAreTold() throws {
        for (text, word) in [
            ("[", "no JSON"), (#"{"weights": [1]}"#, "covers"), (#"{"weights": [1.5], "covers": []}"#, "whole numbers"),
            (#"{"weights": [1], "costs": [1, 2], "covers": [[0]]}"#, "costs"),
            (#"{"weights": [1], "covers": [[0]], "goal": {"sites": 1, "budget": 1}}"#, "2 goals"),
            (#"{"weights": [1], "covers": [[0]], "goal": {"share": 2}}"#, "share"),
        ] {
            let path = try write("bad.json", text)
            let error = #expect(throws: InputDefects.self) { try CoverDocument.instance(path: path, sites: nil) }
            #expect(error?.description.contains(word) == true, "\(text): \(error?.description ?? "")")
            #expect(error?.exitCode == 65)
        }
    }
}
