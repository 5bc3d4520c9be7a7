import Foundation
import Scenarios
import Testing

/// The reason that `gaps` gives, checked by `link` over the same path.
@Suite struct ReasonCheckTests {
    @Test func theReasonOfEveryDarkCentreHoldsOnItsOwnPath() throws {
        try Program.inFreshFolder { (program) throws in
            let sample = Program.sample("tuyen-quang")
            let rule = ["--rule", "signal-at-village"]
            let run = try PredictionRun(program, sample, "gaps", arguments: rule)
            let dead = run.villages.filter { $0.grade == "uncovered" }
            try #require(dead.count >= 10)
            for village in dead {
                let site = try #require(village.bestSite)
                let outcome = try program.run(list: ["link", sample, site, village.id, "-o", "link-\(village.id)", "--json"] + rule)
                try #require(outcome.status == 0, "\(outcome.err)")
                let result = try JSONDecoder().decode(LinkDocument.self, from: outcome.outData).result
                #expect(result.covered == false && result.lineOfSight == false, "\(village.id)")
                let level = try #require(result.carriers.compactMap(\.rsrpDBm).max())
                #expect(abs(level - (village.signalDBm ?? 0)) < 0.006, "\(village.id)")
                // The hill that the reason names is the one on the path, and stands above the ray.
                let hill = try #require(result.obstruction)
                #expect(abs(hill.distanceMeters - (village.obstacleDistanceMeters ?? 0)) <= 0.5)
                #expect(abs(hill.heightMeters - (village.obstacleHeightMeters ?? 0)) <= 0.5)
                #expect(hill.clearanceMeters < 0)
            }
        }
    }
}
