/// The measurement as tables.
struct ExportText: NumberedText {
    let result: ExportResult

    var text: String {
        var text = result.build == "release" ? "" : "Built without optimisation: the numbers mean nothing.\n\n"
        for size in result.sizes {
            var table = TextTable("format", "s", "MB written", "peak MB")
            for outcome in size.outcomes {
                table.add(
                    outcome.format, fixed(outcome.seconds, 2), fixed(Double(outcome.bytes) / 1e6, 1),
                    fixed(Double(outcome.peakBytes) / 1e6, 0))
            }
            text += "\(count(size.villages)) villages, a run of \(fixed(Double(size.runBytes) / 1e6, 1)) MB\n\(table.text)\n"
        }
        guard let first = result.sizes.first, let last = result.sizes.last, result.sizes.count > 1 else { return text }
        let growth = zip(first.outcomes, last.outcomes).map { "\($0.format) × \(fixed(Double($1.peakBytes) / Double($0.peakBytes), 2))" }
        let times = fixed(Double(last.villages) / Double(first.villages), 1)
        return text
            + "Peak memory from \(count(first.villages)) to \(count(last.villages)) villages (× \(times)): \(growth.joined(separator: ", "))\n"
    }
}
