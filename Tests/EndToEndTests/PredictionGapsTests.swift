import Foundation
import Scenarios
import Testing

/// The sample in mode `prediction`, from the command line to the files and back.
@Suite struct PredictionGapsTests {
    private static let sample = Program.sample("tuyen-quang")

    /// At the centres alone, as the other shipped rule has it: the level decides the grade.
    @Test func elevenOf453CentresAreDarkBehindTerrain() throws {
        try Program.inFreshFolder { program in
            let run = try PredictionRun(program, Self.sample, "gaps", arguments: ["--rule", "signal-at-village"])
            #expect(run.summary.mode == "prediction")
            #expect(run.summary.villages == .init(total: 453, covered: 442, partial: 0, uncovered: 11, unknown: 0))
            #expect(run.summary.terrain.covered == 1 && run.summary.terrain.missingTiles.isEmpty)
            #expect(run.summary.disagreements.isEmpty)
            #expect(run.villages.count == 453 && Set(run.villages.map(\.id)).count == 453)
            for village in run.villages {
                #expect(village.basis == "terrain-prediction" && village.missingTile == nil)
                #expect(village.gradeByFootprints == nil && village.gradeByPrediction == nil)
                let (level, probability) = (try #require(village.signalDBm), try #require(village.probability))
                // The rule: -115 dBm with 90 % at a σ of 8 dB.
                #expect((village.grade == "covered") == (level >= -115 + 1.2815516 * 8), "\(village.id): \(level) dBm")
                #expect((village.grade == "covered") == (probability >= 0.9) || abs(probability - 0.9) < 1e-4)
                #expect((village.grade == "covered") == (village.reason == "predicted-signal"))
                #expect((village.pathLossDB ?? 0) > 50 && village.bandMHz != nil && village.uplinkMarginDB != nil)
                // An obstacle is told whole or not at all, and stands where its tile is.
                let obstacle = [
                    village.obstacleLongitude, village.obstacleLatitude, village.obstacleDistanceMeters, village.obstacleHeightMeters,
                ]
                #expect(obstacle.allSatisfy { $0 == nil } || obstacle.allSatisfy { $0 != nil })
                if let longitude = village.obstacleLongitude, let latitude = village.obstacleLatitude {
                    #expect((105.0...106.0).contains(longitude) && (21.0...22.0).contains(latitude))
                }
                if village.reason == "behind-terrain" { #expect(village.obstacleLongitude != nil && village.isLineOfSight == false) }
            }
            #expect(
                run.summary.byReason.filter { $0.grade == "uncovered" }
                    == [.init(reason: "behind-terrain", grade: "uncovered", villages: 11)])
            let text = try program.run("gaps", Self.sample, "-o", "text", "--rule", "signal-at-village")
            #expect(text.out.contains("ITU-R P.1812") && text.out.contains("terrain hides the site: 11"))
        }
    }

    /// With the places around the centres: the eleven have signal somewhere, and 22 others have none somewhere.
    @Test func thirtyThreeOf453VillagesArePartlyCovered() throws {
        try Program.inFreshFolder { program in
            let run = try PredictionRun(program, Self.sample, "gaps")
            #expect(run.summary.villages == .init(total: 453, covered: 420, partial: 33, uncovered: 0, unknown: 0))
            #expect(
                run.summary.byReason.filter { $0.grade == "partial" }
                    == [
                        .init(reason: "behind-terrain", grade: "partial", villages: 11),
                        .init(reason: "partly-reached", grade: "partial", villages: 22),
                    ])
            for village in run.villages {
                let (places, covered) = (try #require(village.clusters), try #require(village.clustersCovered))
                let share = try #require(village.shareClustersCovered)
                #expect(village.extent == "assumed" && village.notes.contains("assumed-extent"))
                #expect(places == 7 || places == 1, "a village that shares its place with another one is a point")
                #expect(abs(share - Double(covered) / Double(places)) < 1e-4)
                #expect((village.grade == "covered") == (share == 1) && (village.grade == "partial") == (share > 0 && share < 1))
                #expect(abs(try #require(village.shareHouseholdsCovered) - share) < 1e-4)
                #expect((village.roundingAgreement != nil) == village.notes.contains("rounded-coordinate"))
                if village.roundingAgreement ?? 1 < 1 { #expect(village.confidence == "low") }
            }
            #expect(run.villages.count { $0.roundingAgreement != nil } == 73)
            let verified = try program.run("verify", "gaps")
            #expect(verified.status == 0 && verified.out.contains("places with signal in every village"), "\(verified.out)")
            let text = try program.run("gaps", Self.sample, "-o", "text", "--lang", "vi")
            #expect(text.out.contains("453 thôn chưa rõ các cụm dân cư"))
        }
    }

    @Test func provinceWithoutItsNorthernTilesNamesThem() throws {
        try Program.inFreshFolder { program in
            let run = try PredictionRun(program, Program.sample("tuyen-quang", "province.yaml"), "gaps")
            #expect(run.summary.villages.total == 2087 && run.summary.villages.unknown == 1613)
            #expect(run.summary.terrain.missingTiles.map(\.tile) == ["N22E104", "N22E105", "N23E104", "N23E105"])
            // A village may wait for its own tile and for that of a site.
            #expect(run.summary.terrain.missingTiles.reduce(0) { $0 + $1.villages } >= 1613)
            let known = ["N22E104", "N22E105", "N23E104", "N23E105"]
            for village in run.villages {
                #expect((village.grade == "unknown") == (village.missingTile != nil), "\(village.id)")
                if village.grade == "unknown" {
                    #expect(
                        village.reason == "terrain-missing"
                            && (village.missingTile ?? "").split(separator: ";").allSatisfy { known.contains(String($0)) })
                }
            }
            let text = try program.run("gaps", Program.sample("tuyen-quang", "province.yaml"), "-o", "text", "--lang", "vi")
            #expect(text.out.contains("Thiếu mảnh địa hình N22E105"))
        }
    }

    @Test func threadsDoNotChangeTheBytes() throws {
        try Program.inFreshFolder { program in
            for (folder, threads) in [("one", "1"), ("two", "2")] {
                let gaps = try program.run("gaps", Self.sample, "-o", folder, "--threads", threads)
                let plan = try program.run("plan", Self.sample, "--cover-all", "-o", "plan-\(folder)", "--threads", threads)
                #expect([gaps.status, plan.status] == [0, 0])
            }
            for (one, two) in [("one", "two"), ("plan-one", "plan-two")] {
                #expect(program.files(one) == program.files(two) && program.files(one).count > 5)
                for file in program.files(one) where file != "run.json" {
                    #expect(
                        FileManager.default.contents(atPath: program.path("\(one)/\(file)"))
                            == FileManager.default.contents(atPath: program.path("\(two)/\(file)")), "\(file)")
                }
            }
        }
    }

    /// What a rule asks for changes the grades without a line of code, and `verify` agrees by its own way.
    @Test(arguments: [
        ("viettel-2024", 408, 44, 1), ("two-operators-2024", 402, 50, 1), ("indoor-2024", 386, 66, 1), ("vehicle-2024", 400, 52, 1),
    ])
    func rulesAreFiles(rule: String, covered: Int, partial: Int, uncovered: Int) throws {
        try Program.inFreshFolder { program in
            let run = try PredictionRun(program, Self.sample, "gaps", arguments: ["--rule", rule])
            #expect(run.summary.villages == .init(total: 453, covered: covered, partial: partial, uncovered: uncovered, unknown: 0))
            // The slow way takes its time: one rule that counts operators, one that is harder to satisfy.
            guard ["two-operators-2024", "vehicle-2024"].contains(rule) else { return }
            let verified = try program.run("verify", "gaps")
            #expect(verified.status == 0, "\(verified.out)\(verified.err)")
        }
    }

    @Test func coveringAllIsVerifiedByTheReferenceModel() throws {
        try Program.inFreshFolder { program in
            let outcome = try program.run("plan", Self.sample, "--cover-all", "-o", "plan", "--json")
            #expect(outcome.status == 0, "\(outcome.err)")
            let plan = try JSONDecoder().decode(MainJobTests.Plan.self, from: outcome.outData)
            #expect(plan.status == "optimal" && plan.villages.before.partial == 33)
            #expect(plan.villages.after.partial == plan.unreachable.count)
            let verified = try program.run("verify", "plan")
            #expect(verified.status == 0, "\(verified.out)\(verified.err)")
        }
    }

    /// Replaces text in a file of a run and mends the hash that the manifest keeps of it.
    private func forge(_ program: Program, _ run: String, _ file: String, _ old: String, _ new: String) throws {
        let (path, manifest) = (program.path("\(run)/\(file)"), program.path("\(run)/run.json"))
        let before = try #require(Fingerprint.ofFile(path))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let place = try #require(text.range(of: old))
        try text.replacingCharacters(in: place, with: new).write(toFile: path, atomically: true, encoding: .utf8)
        let after = try #require(Fingerprint.ofFile(path))
        let hashes = try String(contentsOfFile: manifest, encoding: .utf8)
        try #require(hashes.contains(before))
        try hashes.replacingOccurrences(of: before, with: after).write(toFile: manifest, atomically: true, encoding: .utf8)
    }

    @Test func forgedGradesAndGainsAreFoundThoughTheHashesAreMended() throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("plan", Self.sample, "--cover-all", "-o", "plan").status == 0)
            let dead = try #require(
                try PredictionRun.villages(program.path("plan/dead-zones.geojson"))
                    .first)
            func copy(_ name: String) throws {
                try FileManager.default.copyItem(atPath: program.path("plan"), toPath: program.path(name))
            }
            try copy("grade")
            try forge(program, "grade", "villages.geojson", #""grade": "partial""#, #""grade": "covered""#)
            let grade = try program.run("verify", "grade")
            #expect(grade.status == 65 && grade.out.contains("≠ \(dead.id)"), "\(grade.out)")

            try copy("gain")
            let gains = try String(contentsOfFile: program.path("gain/plan.json"), encoding: .utf8)
            let stranger = try #require(
                try PredictionRun.villages(program.path("plan/villages.geojson"))
                    .first { $0.grade == "covered" && !gains.contains("\"\($0.id)\"") })
            try forge(program, "gain", "plan.json", "\"villagesGained\" : [", "\"villagesGained\" : [\n\"\(stranger.id)\",")
            let gain = try program.run("verify", "gain")
            #expect(gain.status == 65 && gain.out.contains("FAIL"), "\(gain.out)")

            try copy("layer")
            try forge(program, "layer", "plan.geojson", #""villages_gained_count": 1"#, #""villages_gained_count": 9"#)
            #expect(try program.run("verify", "layer").status == 65)
        }
    }
}
