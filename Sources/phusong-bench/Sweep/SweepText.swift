import Foundation

/// The result as tables for people.
struct SweepText: NumberedText {
    let result: SweepResult

    var text: String { ([heading] + result.grids.map(text) + [growth, memory]).filter { !$0.isEmpty }.joined(separator: "\n") }

    private var heading: String {
        let warning = result.build == "debug" ? "DEBUG BUILD: the numbers mean nothing; use swift run -c release\n" : ""
        return warning + """
            One mast of \(fixed(SweepOptions.mastHeightMeters, 0)) m with three sectors, phone \(fixed(SweepOptions.phoneHeightMeters, 1)) m, \
            radius \(fixed(result.radiusKm, 0)) km, \
            \(SweepOptions.frequenciesMHz.map { fixed($0, 0) }.joined(separator: ", ")) MHz; P.1812 in full at every sample.
            \(result.cores) cores, \(result.build) build, \(result.repetitions) rounds in turns, medians. CPU s counts all threads together.

            """
    }

    private func text(_ grid: SweepResult.Grid) -> String {
        var table = TextTable("work", "bands", "threads", "samples", "cells", "wall s", "CPU s", "min–max", "samples/CPU s", "cells/CPU s")
        for timing in grid.timings {
            table.add(
                timing.work, String(timing.bands), String(timing.threads), count(timing.radialSamples), count(timing.cells),
                fixed(timing.seconds.median, 3), fixed(timing.processorSeconds.median, 3),
                "\(fixed(timing.processorSeconds.min, 3))–\(fixed(timing.processorSeconds.max, 3))",
                count(Int(timing.samplesPerProcessorSecond.median)), count(Int(timing.cellsPerProcessorSecond.median)))
        }
        var errors = TextTable(
            "  raster − exact path at cell centres, dB", "cells", "median", "p95", "max", "mean of signed", "known to one only", "CPU s")
        for error in grid.errors {
            errors.add(
                error.refiningAboveDB.map { "own path where samples differ by > \(fixed($0, 0)) dB" } ?? "interpolated", count(error.cells),
                fixed(error.median, 2), fixed(error.p95, 2), fixed(error.max, 1), fixed(error.meanSigned, 2), count(error.disagreeOnGaps),
                fixed(error.processorSeconds, 2))
        }
        let twin = grid.twin
        return """
            \(grid.name), a sample every \(fixed(grid.spacingMeters, 1)) m
            \(table.text)\(errors.text)\
              sweep − point-to-point at \(count(twin.samples)) of the same samples: at most \(String(format: "%.1e", twin.worstDifferenceDB)) dB
              \(fixed(twin.timesAsFastAsScan, 0)) times as fast as point-to-point over ready samples \
            (\(fixed(twin.scanSecondsPerSample * 1e6, 2)) µs a path), \(fixed(twin.timesAsFastAsPath, 0)) times as fast with reading the ground \
            (\(fixed(twin.pathSecondsPerSample * 1e6, 2)) µs)
              \(splat(grid))

            """
    }

    private func splat(_ grid: SweepResult.Grid) -> String {
        guard let splat = grid.splat else { return "SPLAT!: \(grid.splatAbsence ?? "not measured")" }
        return
            "\(splat.version): \(fixed(splat.processorSeconds, 2)) CPU s (\(fixed(splat.seconds, 2)) s), \(fixed(splat.timesSweep, 1)) times "
            + "the sweep with its raster"
    }

    private var growth: String {
        guard !result.growth.isEmpty else { return "" }
        var table = TextTable("growth, finer grid, 1 band, 1 thread", "radius km", "sites", "samples", "CPU s", "ns per sample")
        for row in result.growth {
            table.add(
                "radials and raster", fixed(row.radiusKm, 1), String(row.sites), count(row.radialSamples), fixed(row.processorSeconds, 3),
                fixed(row.nanosecondsPerSample, 0))
        }
        return table.text
    }

    private var memory: String { result.peakBytes.map { "Peak memory \(fixed(Double($0) / 1e6, 0)) MB, both grids included\n" } ?? "" }
}
