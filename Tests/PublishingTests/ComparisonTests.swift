import Foundation
import GeoFiles
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct ComparisonTests {
    /// Runs a body with two plans of one project: one site, and all.
    private func withTwoRuns(_ body: (_ few: String, _ all: String) throws -> Void) throws {
        try SmallProvince.withRun { run, all in
            let few = try PlanRun(run.gaps, goal: .sites(1))
            let folder = "\(all)-few"
            try RunStore.commit(to: folder, overwrite: false) { staging in
                try RunPublisher.write(
                    few, parameters: few.goal.parameters, .init(threads: 1, startedAt: "2026-11-22T00:00:00Z", durationsSeconds: [:]),
                    to: staging)
            }
            try body(folder, all)
        }
    }

    @Test func whatChangesIsListed() throws {
        try withTwoRuns { few, all in
            let comparison = try Comparison.of([few, all])
            let difference = try #require(comparison.differences.first)
            #expect(difference.sitesAdded.map(\.id) == ["C2"])
            #expect(difference.sitesRemoved.isEmpty)
            #expect(difference.villagesGained.map(\.id) == ["v4"])
            #expect(difference.householdsGained == 10)
            #expect(comparison.runs.map(\.sites) == [1, 2])
            #expect(comparison.runs[1].costVND == comparison.runs[0].costVND.map { $0 + difference.costDifferenceVND })
            #expect(comparison.warnings.isEmpty)
        }
    }

    @Test func theReverseSwapsGainedAndLost() throws {
        try withTwoRuns { few, all in
            let there = try #require(try Comparison.of([few, all]).differences.first)
            let back = try #require(try Comparison.of([all, few]).differences.first)
            #expect(there.sitesAdded == back.sitesRemoved)
            #expect(there.villagesGained.map(\.id) == back.villagesLost.map(\.id))
            #expect(there.costDifferenceVND == -back.costDifferenceVND)
        }
    }

    @Test func aRunAgainstItselfIsEmpty() throws {
        try withTwoRuns { few, _ in
            let difference = try #require(try Comparison.of([few, few]).differences.first)
            #expect(difference.sitesAdded.isEmpty && difference.sitesRemoved.isEmpty && difference.sitesChanged.isEmpty)
            #expect(difference.villagesGained.isEmpty && difference.villagesLost.isEmpty)
            #expect(difference.costDifferenceVND == 0)
        }
    }

    @Test func filesCanBeReadBack() throws {
        try withTwoRuns { few, all in
            let comparison = try Comparison.of([few, all])
            let out = "\(all)-compare"
            try RunStore.commit(to: out, overwrite: false) { try ComparisonPublisher.write(comparison, to: $0) }
            #expect(try RunStore.document(Comparison.self, "compare.json", in: out) == comparison)
            try RFC7946.check("\(out)/diff.geojson")
            #expect(try VectorReader.read("\(out)/diff.geojson").features.count == 2)
            let table = try VectorReader.read("\(out)/compare.csv")
            #expect(table.features.count == 2)
            #expect(Set(table.features.map(\.values.count)) == [table.fieldNames.count])
        }
    }

    @Test func aFolderThatIsNoRunIsNamed() throws {
        #expect(throws: StoreError.self) { try Comparison.of(["/no/such/run", "/no/such/run"]) }
    }
}
