import Foundation

/// The result as tables for people.
struct LinksText: NumberedText {
    let result: LinksResult

    var text: String { ([heading] + result.paths.map(text) + [modelAlone, memory, notes]).joined(separator: "\n") }

    private var heading: String {
        let warning = result.build == "debug" ? "DEBUG BUILD: the numbers mean nothing; use swift run -c release\n" : ""
        return warning + """
            Synthetic mountains, seed \(result.seed): no real ground, site or village. Mast \(fixed(LinkBand.mastHeightMeters, 0)) m, \
            phone \(fixed(LinkBand.phoneHeightMeters, 1)) m, \(fixed(LinkBand.first.frequencyMHz, 0)) MHz.
            A prediction is the loss of one band: sample the profile, scan it, finish the band. Pairs come in random order over the whole grid.
            \(result.cores) cores, \(result.build) build, \(result.repetitions) rounds in turns, medians. Per CPU second = per core: other programs \
            on the machine do not count in it.

            """
    }

    private func text(_ paths: LinksResult.Paths) -> String {
        let about = """
            \(paths.name): \(count(paths.pairs)) pairs, \(fixed(paths.samplesPerPath, 0)) samples a path, \
            \(count(paths.posts)) × \(count(paths.posts)) posts, \(percent(paths.lineOfSightShare)) in sight

            """
        let share = paths.share
        let ratio = paths.timesAsFastAsDirect
        let after = """
              CPU time of one prediction: sample \(percent(share.sample)), scan \(percent(share.scan)), finish \(percent(share.finish))
              \(fixed(ratio.median, 2)) times as fast as the direct method (\(range(ratio, 2))); \(text(paths.agreement))

            """
        return about + text(paths.timings) + after + growth(paths)
    }

    private func text(_ timings: [LinksResult.Timing]) -> String {
        var table = TextTable("work", "threads", "losses", "median s", "CPU s", "per second", "per CPU second", "min–max")
        for timing in timings {
            let rate = timing.predictionsPerProcessorSecond
            table.add(
                timing.work, String(timing.threads), count(timing.predictions), fixed(timing.seconds.median, 3),
                fixed(timing.processorSeconds.median, 3), count(Int(timing.predictionsPerSecond.median)), count(Int(rate.median)),
                "\(count(Int(rate.min)))–\(count(Int(rate.max)))")
        }
        return table.text
    }

    private func text(_ agreement: LinksResult.Agreement) -> String {
        "\(count(agreement.compared)) losses differ by \(String(format: "%.1e", agreement.greatestDifferenceDB)) dB at most, "
            + "\(String(format: "%.1e", agreement.meanDifferenceDB)) dB on average"
    }

    private func growth(_ paths: LinksResult.Paths) -> String {
        guard !paths.growth.isEmpty else { return "" }
        var table = TextTable("growth, 1 thread", "pairs", "CPU s", "µs per pair", "to smallest", "min–max", "peak MB")
        for row in paths.growth {
            table.add(
                paths.name, count(row.pairs), fixed(row.seconds.median, 3), fixed(row.microsecondsPerPair, 2),
                "×" + fixed(row.costToSmallest.median, 3), range(row.costToSmallest, 3), megabytes(row.peakBytes))
        }
        return table.text
    }

    private var modelAlone: String {
        let model = result.modelAlone
        return "The model alone, \(count(model.points)) points, \(model.profiles) profiles in turns\n" + text(model.timings)
            + "  point-to-point model and \(model.agreement.with): \(text(model.agreement))\n"
    }

    private var memory: String {
        var table = TextTable("peak memory", "MB")
        for row in result.memory { table.add(row.stage, megabytes(row.peakBytes)) }
        return table.text
    }

    private var notes: String { result.checks.map { "Checked: \($0)\n" }.joined() }

    private func megabytes(_ bytes: Int?) -> String { bytes.map { fixed(Double($0) / 1e6, 0) } ?? "" }

    private func percent(_ share: Double) -> String { fixed(share * 100, 0) + " %" }
}
