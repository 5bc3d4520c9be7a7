import Coverage

/// Level and grade of every village, kept between runs.
extension LoadedProject {
    /// Keys of a project file that no level and no grade depends on. Any other key, one that is yet to come included, makes a stage of its own.
    private static let keysWithoutBearing: Set = [
        "schema", "name", "plan", "costs", "backhaul", "roads", "forbidden", "lists", "seed", "synthetic", "priority", "funding",
    ]
    /// Inputs likewise.
    private static let rolesWithoutBearing: Set = ["project", "costs", "roads", "forbidden", "lists"]

    /// The hash over everything that levels and grades depend on.
    var signalKey: String {
        var parts = ["signal", rule.sha256]
        for (key, value) in project.settings.sorted(by: { $0.key < $1.key }) where !Self.keysWithoutBearing.contains(key) {
            parts.append("\(key): \(value)")
        }
        for input in fingerprints where !Self.rolesWithoutBearing.contains(input.role) {
            parts.append("\(input.role) \(input.file) \(input.sha256)")
        }
        return StageStore.key(parts)
    }
}

/// What is kept of a report: the rule and the day are the project's own.
struct SignalStage: Codable {
    static let name = "signal"

    var verdicts: [VillageVerdict]
    var discs: [RangeDisc]

    init(_ report: GapReport) { (verdicts, discs) = (report.verdicts, report.discs) }

    /// The report, if it fits the world.
    func report(_ loaded: LoadedProject) -> GapReport? {
        guard verdicts.count == loaded.read.world.villages.count else { return nil }
        return GapReport(rule: loaded.rule.rule, asOf: loaded.project.asOf, verdicts: verdicts, discs: discs)
    }
}
