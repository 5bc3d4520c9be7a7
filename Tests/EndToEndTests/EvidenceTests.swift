import Foundation
import GeoFiles
import Scenarios
import Testing

/// Field evidence from the command line to the files and back.
@Suite struct EvidenceTests {
    private struct Summary: Decodable {
        struct Evidence: Decodable {
            struct Calibration: Decodable {
                var technology: String
                var below1GHz: Bool
                var pairs: Int
                var biasDB, sigmaDB: Double
                var applicable: Bool
            }
            var measurements, measurementsInVillages, reports, villages, conflicts: Int
            var calibration: [Calibration]
            var isCalibrationApplied: Bool
        }
        var evidence: Evidence?
        var measureHere: Int
    }

    private func summary(_ program: Program, _ folder: String) throws -> Summary {
        let data = try #require(FileManager.default.contents(atPath: program.path("\(folder)/summary.json")))
        return try JSONDecoder().decode(Summary.self, from: data)
    }

    /// Seven of the eleven council answers name a village of the sample; the others are told with their rows.
    @Test func councilAnswersAreSetAgainstTheDiscs() throws {
        try Program.inFreshFolder { (program) throws in
            let outcome = try program.run("gaps", Program.sample("tuyen-quang", "province-evidence.yaml"), "-o", "run", "--lang", "en")
            #expect(outcome.status == 0 && outcome.out.contains("7 reports on 7 villages"), "\(outcome.err)")
            let evidence = try #require(try summary(program, "run").evidence)
            #expect(evidence.reports == 7 && evidence.villages == 7 && evidence.conflicts == 5 && evidence.calibration.isEmpty)
            let table = try VectorReader.read(program.path("run/evidence-conflicts.csv"))
            let name = try #require(table.fieldIndex("name"))
            #expect(
                table.features.map { $0.values[name].text ?? "" } == ["Thôm Luông", "Nà Tạng", "Tát Kẻ", "Tát Nga", "Đồng Rôm"])
            let check = try program.run("check", Program.sample("tuyen-quang", "province-evidence.yaml"), "--lang", "en")
            #expect(check.out.contains("council-answers.csv, row 3, field village: Bản Lãm, Khau Tinh"))
        }
    }

    /// Measurements made up from the prediction itself, 6 dB lower: the bias is found, and is applied only when asked for.
    @Test func aBiasIsShownAndAppliedOnlyOnRequest() throws {
        try Program.inFreshFolder { (program) throws in
            let plain = try PredictionSample(program, "plain").gaps("before")
            var rows = "time,lon,lat,operator,technology,rsrp_dbm,synthetic\n"
            for village in plain.villages.prefix(200) {
                guard let carrier = village.bestOperator, let level = village.signalDBm else { continue }
                rows +=
                    "2026-10-01,\(village.longitude),\(village.latitude),\(carrier),\(village.bestTechnology ?? "4G"),\(level - 6),true\n"
            }
            let shown = try PredictionSample(program, "shown", more: "evidence: {measurements: measured.csv}\n")
            try shown.write(rows, "measured.csv")
            let unchanged = try shown.gaps("shown-run")
            #expect(unchanged.villages.map(\.signalDBm) == plain.villages.map(\.signalDBm))
            let found = try #require(try summary(program, "shown-run").evidence)
            #expect(found.measurements == 200 && found.measurementsInVillages == 200 && !found.isCalibrationApplied)
            #expect(found.calibration.allSatisfy { abs($0.biasDB + 6) < 0.02 && $0.sigmaDB < 0.02 })

            let applied = try PredictionSample(program, "applied", more: "evidence: {measurements: measured.csv, applyCalibration: true}\n")
            try applied.write(rows, "measured.csv")
            let corrected = try applied.gaps("applied-run")
            #expect(try summary(program, "applied-run").evidence?.isCalibrationApplied == true)
            let classes = found.calibration.filter(\.applicable)
            #expect(!classes.isEmpty)
            var (same, moved) = (0, 0)
            for (before, after) in zip(plain.villages, corrected.villages) {
                // Where the same cell still serves, and its class was measured often enough.
                let band = try #require(before.bandMHz)
                guard before.bestSite == after.bestSite, before.bestTechnology == after.bestTechnology, band == after.bandMHz,
                    classes.contains(where: { $0.technology == before.bestTechnology && $0.below1GHz == (band < 1000) })
                else { continue }
                same += 1
                let (first, second) = (try #require(before.signalDBm), try #require(after.signalDBm))
                if abs(second - first + 6) < 0.03 { moved += 1 }
            }
            #expect(same > 100 && moved == same, "\(moved) of \(same)")
            let verified = try program.run("verify", "applied-run")
            #expect(verified.status == 0, "\(verified.out)\(verified.err)")
        }
    }

    @Test func whatCannotBeCalibratedIsRefused() throws {
        try Program.inFreshFolder { (program) throws in
            let sample = try PredictionSample(
                program, "p", changes: [("mode: prediction", "mode: footprints")], more: "evidence: {applyCalibration: true}\n")
            let outcome = try program.run("gaps", sample.path, "--lang", "en")
            #expect(outcome.status == 65 && outcome.err.contains("evidence.applyCalibration"), "\(outcome.err)")
        }
    }
}
