import Foundation
import Testing

/// Land cover: trees on bare ground hide villages, on a surface model they would be counted twice.
@Suite struct PredictionClutterTests {
    private static let trees = 10

    private func writeTrees(_ sample: PredictionSample) throws {
        try sample.writeGrid("cover", west: 104.98, south: 20.98, columns: 104, rows: 104, cellDegrees: 0.01) { _, _ in Self.trees }
    }

    @Test func treesOnBareGroundLowerTheSignal() throws {
        try Program.inFreshFolder { program in
            let bareGround = [("surface: dsm", "surface: dtm")]
            let bare = try PredictionSample(program, "bare", changes: bareGround).gaps("bare-run")
            let wooded = try PredictionSample(program, "wooded", changes: bareGround, more: "\nclutter: cover.asc\n")
            try writeTrees(wooded)
            let run = try wooded.gaps("wooded-run")
            #expect(run.summary.villages.covered < bare.summary.villages.covered)
            var lower = 0
            for (village, before) in zip(run.villages, bare.villages) {
                let (now, then) = (try #require(village.signalDBm), try #require(before.signalDBm))
                #expect(now <= then + 0.01, "\(village.id): \(then) → \(now) dBm")
                if now < then - 1 { lower += 1 }
            }
            #expect(lower > 300)
            let verified = try program.run("verify", "wooded-run")
            #expect(verified.status == 0, "\(verified.out)")
            let check = try program.run("check", "wooded")
            #expect(check.out.contains("cover.asc"))
        }
    }

    @Test func treesOnASurfaceModelChangeNothingAndAreRefused() throws {
        try Program.inFreshFolder { program in
            let plain = try PredictionRun(program, Program.sample("tuyen-quang"), "plain")
            let sample = try PredictionSample(program, "canopy", more: "\nclutter: cover.asc\n")
            try writeTrees(sample)
            let run = try sample.gaps("canopy-run")
            #expect(run.summary.warnings.contains { $0.code == "clutter-not-used" })
            #expect(!plain.summary.warnings.contains { $0.code == "clutter-not-used" })
            #expect(
                FileManager.default.contents(atPath: program.path("canopy-run/villages.geojson"))
                    == FileManager.default.contents(atPath: program.path("plain/villages.geojson")))
        }
    }
}
