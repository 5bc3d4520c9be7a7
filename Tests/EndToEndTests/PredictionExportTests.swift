import Foundation
import Testing

/// What one operator gets of a prediction: nothing that gives away another one's masts.
@Suite struct PredictionExportTests {
    private static let hiddenColumns = [
        "by_operator", "missing_tile", "grade_by_footprints", "grade_by_prediction", "band_mhz", "path_loss_db", "line_of_sight",
        "uplink_margin_db", "obstacle_lon", "obstacle_lat", "obstacle_distance_m", "obstacle_height_m", "obstacle_clearance_m",
        "rounding_agreement",
    ]

    private func features(_ path: String) throws -> [[String: Any]] {
        let layer = try JSONSerialization.jsonObject(with: try #require(FileManager.default.contents(atPath: path))) as? [String: Any]
        return try #require(layer?["features"] as? [[String: Any]]).compactMap { $0["properties"] as? [String: Any] }
    }

    @Test(arguments: ["viettel", "vnpt", "mobifone"])
    func levelsAndObstaclesAreToldOnlyOfItsOwnSites(carrier: String) throws {
        try Program.inFreshFolder { program in
            #expect(try program.run("plan", Program.sample("tuyen-quang"), "--cover-all", "-o", "plan").status == 0)
            let exported = try program.run("export", "plan", "--for", carrier, "--format", "geojson,csv", "-o", "out")
            #expect(exported.status == 0, "\(exported.err)")
            let all = try PredictionRun.villages(program.path("plan/villages.geojson"))
            let best = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
            let strangers = Set(
                try features(program.path("plan/sites.geojson")).filter { $0["operator"] as? String != carrier }.compactMap {
                    $0["id"] as? String
                })
            #expect(strangers.count > 100)

            let (villages, dead) = (
                try features(program.path("out/\(carrier)-villages.geojson")),
                try features(program.path("out/\(carrier)-dead_zones.geojson"))
            )
            #expect(dead.count == 33 && villages.count > 50)
            var told = 0
            var kept = 0
            for village in villages + dead {
                let id = try #require(village["id"] as? String)
                // A blank level where it is heard would tell that somebody else is stronger: it has its own level wherever it serves.
                let isServed = (best[id]?.operators ?? "").split(separator: ";").contains(Substring(carrier))
                let isBest = best[id]?.bestOperator == carrier
                #expect(Self.hiddenColumns.allSatisfy { village[$0] == nil })
                let level = village["signal_dbm"] as? Double
                #expect((level != nil) == isServed, "\(id)")
                if isServed, isBest { #expect(level == best[id]?.signalDBm) }
                if isServed { told += 1 } else { kept += 1 }
                for column in ["operators", "best_operator"] {
                    let word = village[column] as? String ?? ""
                    #expect(word.isEmpty || word == carrier, "\(id) \(column): \(word)")
                }
            }
            #expect(told > 0 && kept > 0)
            // No id of a stranger's site anywhere, whatever the column.
            for file in program.files("out") where file != "export.json" {
                let text = try String(contentsOfFile: program.path("out/\(file)"), encoding: .utf8)
                let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
                #expect(words.isDisjoint(with: strangers), "\(file): \(words.intersection(strangers).prefix(3))")
            }
        }
    }
}
