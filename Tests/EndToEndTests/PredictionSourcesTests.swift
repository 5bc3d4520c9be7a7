import Foundation
import Testing

/// Mode `both`: operators' footprints beside the prediction.
@Suite struct PredictionSourcesTests {
    private static func square(_ id: String, _ longitude: Double, _ latitude: Double) -> String {
        let (west, east, south, north) = (longitude - 0.008, longitude + 0.008, latitude - 0.008, latitude + 0.008)
        return """
            {"type":"Feature","properties":{"id":"\(id)","operator":"vnpt","technology":"4G"},"geometry":{"type":"Polygon","coordinates":\
            [[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]}}
            """
    }

    /// Footprints over the places of the first dark village of the prediction, and beside the covered village that is farthest from any mast.
    private func project(_ program: Program, _ mode: String, _ dark: PredictionRun.Village, _ lit: PredictionRun.Village) throws
        -> PredictionSample
    {
        let sample = try PredictionSample(
            program, "project-\(mode)", changes: [("mode: prediction", "mode: \(mode)")], more: "\nfootprints: footprints.geojson\n")
        let features = [Self.square("over", dark.longitude, dark.latitude), Self.square("beside", lit.longitude + 0.03, lit.latitude)]
        try sample.write(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, "footprints.geojson")
        return sample
    }

    @Test func disagreementsAreExactlyTheVillagesOnWhichTheTwoSourcesDiffer() throws {
        try Program.inFreshFolder { program in
            let predicted = try PredictionRun(program, Program.sample("tuyen-quang"), "prediction")
            let dark = try #require(predicted.villages.first { $0.reason == "behind-terrain" })
            let lit = try #require(
                predicted.villages.filter { $0.grade == "covered" }.max { ($0.nearestSiteMeters ?? 0) < ($1.nearestSiteMeters ?? 0) })
            let stated = try project(program, "footprints", dark, lit).gaps("footprints")
            let run = try project(program, "both", dark, lit).gaps("both")
            #expect(run.summary.mode == "both")

            let expected = zip(stated.villages, predicted.villages).filter { $0.grade != $1.grade }.map(\.0.id)
            #expect(run.summary.disagreements.map(\.id) == expected)
            #expect(expected.contains(dark.id) && expected.contains(lit.id))
            for disagreement in run.summary.disagreements {
                let (one, other) = (try stated.village(disagreement.id), try predicted.village(disagreement.id))
                #expect(disagreement.footprints == one.grade && disagreement.prediction == other.grade)
                #expect(disagreement.signalDBm == other.signalDBm)
            }
            for (index, village) in run.villages.enumerated() {
                #expect(
                    village.gradeByFootprints == stated.villages[index].grade
                        && village.gradeByPrediction == predicted.villages[index].grade)
                let isListed = expected.contains(village.id)
                #expect(village.notes.contains("sources-disagree") == isListed && (!isListed || village.confidence == "low"))
            }
            // An operator's polygon makes a village covered, a range disc does not.
            #expect(run.ids("partial") == predicted.ids("partial").subtracting([dark.id]))
            let over = try run.village(dark.id)
            #expect(over.grade == "covered" && over.reason == "inside-footprint" && over.basis == "footprint" && over.operators == "vnpt")
            #expect(over.bestOperator == "vnpt")
            let beside = try run.village(lit.id)
            #expect(beside.grade == "covered" && beside.reason == "predicted-signal" && beside.signalDBm == lit.signalDBm)

            let verified = try program.run("verify", "both")
            #expect(verified.status == 0, "\(verified.out)")
            for (language, words) in [
                ("en", "Footprints and prediction disagree: \(expected.count) villages"), ("vi", "trái nhau: \(expected.count) thôn"),
            ] {
                let text = try program.run("gaps", "project-both", "-o", "text-\(language)", "--lang", language)
                #expect(text.out.contains(words), "\(text.out)")
            }
        }
    }
}
