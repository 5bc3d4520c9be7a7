import Planning
import Testing

@testable import Coverage

@Suite struct ExtentVerdictTests {
    private func verdict(_ lives: String, households: [Double]? = nil) -> ExtentVerdict {
        ExtentVerdict(
            origin: .clusters,
            points: lives.map { PointVerdict(life: $0 == "a" ? .alive : $0 == "d" ? .dead : .unknown, operators: []) },
            households: households)
    }

    /// Places alive (a), dead (d), unknown (u).
    @Test(arguments: [
        ("a", Grade.covered), ("d", .uncovered), ("u", .unknown), ("aaa", .covered), ("ddd", .uncovered), ("ad", .partial),
        ("da", .partial),
        // What is not known could make the first two covered or partial, the next two uncovered or partial, but leaves the last one partial.
        ("au", .unknown), ("uaa", .unknown), ("du", .unknown), ("ddu", .unknown), ("adu", .partial), ("uda", .partial),
    ])
    func theGradeIsUnknownOnlyWhereTheRestCouldChangeIt(lives: String, grade: Grade) {
        #expect(verdict(lives).grade == grade)
        // Whatever the unknown places turn out to be: a grade that is known stays.
        for truth in ["a", "d"] where grade != .unknown {
            #expect(verdict(lives.replacing("u", with: truth)).grade == grade)
        }
        if grade == .unknown {
            #expect(verdict(lives.replacing("u", with: "a")).grade != verdict(lives.replacing("u", with: "d")).grade)
        }
    }

    @Test(arguments: ["a", "d", "u", "aaa", "ddd", "ad", "aad", "au", "du", "adu"])
    func sharesSayWhatTheGradeSays(lives: String) {
        let found = verdict(lives)
        switch (found.grade, found.shareClustersCovered) {
        case (.unknown, let share): #expect(share == nil)
        case (.covered, let share): #expect(share == 1)
        case (.uncovered, let share): #expect(share == 0)
        case (.partial, let share): #expect((share ?? 0) > 0 && (share ?? 1) < 1)
        }
        #expect(found.clusters == lives.count && found.clustersCovered == lives.count { $0 == "a" })
    }

    @Test func householdsAreTheWeights() {
        #expect(verdict("add", households: [0, 20, 10]).shareHouseholdsCovered == 0)
        #expect(verdict("dad", households: [0, 20, 10]).shareHouseholdsCovered == 20.0 / 30)
        #expect(verdict("aaa", households: [1.0 / 3, 1.0 / 3, 1.0 / 3]).shareHouseholdsCovered == 1)
        #expect(verdict("aad").shareHouseholdsCovered == nil)
        #expect(verdict("au", households: [1, 1]).shareHouseholdsCovered == nil)
    }

    @Test func signalAtMorePlacesOnlyHelps() {
        #expect(verdict("add").covering([1]).shareClustersCovered == 2.0 / 3)
        #expect(verdict("add").covering([1, 2]).grade == .covered)
        #expect(verdict("adu").covering([1]).grade == .unknown)
        #expect(verdict("add").covering([]) == verdict("add"))
    }
}
