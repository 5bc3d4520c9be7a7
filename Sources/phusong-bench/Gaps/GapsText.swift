import Foundation

/// The result as tables for people.
struct GapsText: NumberedText {
    let result: GapsResult

    var text: String {
        [heading, timings, ratios, growth, memory, notes].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var heading: String {
        let data = result.data
        let grades = data.grades.sorted { $0.key < $1.key }.map { "\(count($0.value)) \($0.key)" }.joined(separator: ", ")
        let warning = result.build == "debug" ? "DEBUG BUILD: the numbers mean nothing; use swift run -c release\n" : ""
        return warning + """
            Synthetic data, seed \(data.seed): no real village, no real operator's network.
            \(count(data.villages)) villages, \(count(data.footprints)) footprints of \(SyntheticFootprint.ringPlaces) places on the outer ring \
            (\(count(data.ringPlaces)) places in all, \(count(data.withHoles)) with a hole, \(count(data.multipart)) of two parts), \
            \(count(data.sites)) sites
            \(count(data.pairs)) pairs of village and footprint, \(fixed(Double(data.pairs) / Double(max(1, data.villages)), 1)) a village; \
            \(grades)
            \(result.cores) cores, \(result.build) build, \(result.repetitions) rounds in turns: median and min–max

            """
    }

    private var timings: String {
        var table = TextTable("work", "threads", "median s", "min–max s", "villages/s")
        for timing in result.timings {
            let mark = timing.sampledVillages == nil ? "" : " *"
            table.add(
                timing.name + mark, timing.threads.map(String.init) ?? "1", fixed(timing.seconds.median, 3), range(timing.seconds, 3),
                timing.villagesPerSecond.map { count(Int($0)) } ?? "")
        }
        let sampled = result.timings.lazy.compactMap(\.sampledVillages).first
        return table.text + (sampled.map { "  * every polygon, \(count($0)) villages, scaled up to all\n" } ?? "")
    }

    private var ratios: String {
        var table = TextTable("how many times as fast", "than", "median", "min–max")
        for ratio in result.ratios { table.add(ratio.faster, ratio.slower, fixed(ratio.times.median, 2), range(ratio.times, 2)) }
        return table.text
    }

    private var growth: String {
        guard !result.growth.isEmpty else { return "" }
        var table = TextTable(
            "growth, 1 thread", "villages", "footprints", "pairs", "median s", "ns per N·log2 N", "to smallest", "min–max", "ns per pair")
        for row in result.growth {
            table.add(
                "\(row.work), \(row.country)", count(row.villages), count(row.footprints), count(row.pairs), fixed(row.seconds.median, 3),
                fixed(row.nanosecondsPerNLogN, 1), "×" + fixed(row.costToSmallest.median, 2),
                range(row.costToSmallest, 2), fixed(row.nanosecondsPerPair, 0))
        }
        return table.text + """
              N is villages and footprints together. same-density: the country grows with them, pairs per village stay.
              to smallest: cost per N·log2 N against that of the smallest size, ×1.00 being growth by n log n (median of rounds).
              same-country: the box stays, so that pairs themselves grow with the square of N, and any join has to name each.

            """
    }

    private var memory: String {
        var table = TextTable("peak memory", "MB")
        let memory = result.memory
        for (name, bytes) in [
            ("the generated data", memory.afterGeneratingBytes), ("then the join", memory.afterJoinBytes),
            ("then grading", memory.afterGradingBytes), ("Python: files read and joined", memory.peerBytes),
        ] {
            if let bytes { table.add(name, fixed(Double(bytes) / 1e6, 0)) }
        }
        return table.text
    }

    private var notes: String {
        let peer = result.peer.versions.map { "Python: \($0); it joins on one thread" } ?? "Python skipped: \(result.peer.skipped ?? "")"
        return ([peer] + result.checks.map { "Checked: \($0)" }).joined(separator: "\n") + "\n"
    }
}
