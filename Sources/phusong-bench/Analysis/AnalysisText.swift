import Foundation

/// The result as tables for people.
struct AnalysisText: NumberedText {
    let result: AnalysisResult

    var text: String {
        let warning = result.build == "debug" ? "DEBUG BUILD: the numbers mean nothing; use swift run -c release\n" : ""
        var text =
            warning + """
                Synthetic mountains, villages and sites, seed \(result.seed): nothing real. Ground every 90 m, sites up to 35 km away, every place of a village.
                \(result.cores) cores, \(result.build) build, medians of \(result.repetitions) rounds in turns.

                """
        var speed = TextTable("villages", "sites", "places", "threads", "median s", "CPU s", "min–max s", "ms per village")
        for size in result.sizes {
            for timing in size.timings {
                speed.add(
                    count(size.villages), count(size.sites), count(size.places), "\(timing.threads)", fixed(timing.seconds.median, 2),
                    fixed(timing.processorSeconds.median, 2), range(timing.seconds, 2),
                    fixed(timing.millisecondsPerVillage, 2))
            }
        }
        text += speed.text + "\n"
        var growth = TextTable(
            "villages", "covered", "partial", "uncovered", "2 threads, times as fast", "CPU per village to smallest", "peak MB", "ground MB"
        )
        for size in result.sizes {
            growth.add(
                count(size.villages), count(size.covered), count(size.partial), count(size.uncovered),
                size.timesAsFastOnTwoThreads.map { fixed($0.median, 2) } ?? "–",
                size.costToSmallest.map { "×" + fixed($0.median, 2) } ?? "–",
                size.peakBytes.map { fixed(Double($0) / 1e6, 0) } ?? "", fixed(Double(size.terrainBytes) / 1e6, 0))
        }
        return text + growth.text + result.checks.map { "Checked: \($0)\n" }.joined()
    }
}
