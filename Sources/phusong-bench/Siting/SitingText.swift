import Foundation

/// The result of `siting` for people.
struct SitingText {
    let result: SitingResult

    private static let stages = ["check", "reduce", "greedy", "bound", "branch", "exact", "finish"]

    var text: String {
        var plans = TextTable("size", "sites", "status", "objective", "bound", "gap %", "proof", "solve s", "processor s", "peak MB")
        var times = TextTable("seconds", "generate", "check", "reduce", "greedy", "bound", "branch", "exact", "finish")
        for run in result.runs {
            let name = "\(run.size.rawValue) p=\(run.sites)"
            plans.add(
                run.size.rawValue, "\(run.sites)", run.status.rawValue, "\(run.objective)", "\(run.bound)",
                String(format: "%.4f", run.gap * 100), run.proof ?? "-", seconds(run.seconds["solve"]), seconds(run.processorSeconds),
                run.peakBytes.map { "\($0 / 1_000_000)" } ?? "-")
            let stage = Self.stages.map { seconds(run.seconds[$0]) }
            times.add(
                name, seconds(result.generating[run.size.rawValue]), stage[0], stage[1], stage[2], stage[3], stage[4], stage[5], stage[6])
        }
        var parts = [plans.text, times.text]
        var peers = TextTable("spopt", "status", "objective", "build s", "solve s", "peak MB", "times as long")
        for run in result.runs {
            guard let peer = run.peer else { continue }
            let ratio = run.seconds["solve"].map { String(format: "%.0f", (peer.buildSeconds + peer.solveSeconds) / $0) }
            peers.add(
                "\(run.size.rawValue) p=\(run.sites)", peer.status, peer.objective.map(String.init) ?? "-", seconds(peer.buildSeconds),
                seconds(peer.solveSeconds), peer.peakBytes.map { "\($0 / 1_000_000)" } ?? "-", ratio ?? "-")
        }
        if let versions = result.runs.lazy.compactMap(\.peer?.versions).first { parts += [peers.text + "  " + versions + "\n"] }
        if let absence = result.peerAbsence { parts.append("no comparison with spopt: \(absence)\n") }
        return parts.joined(separator: "\n")
    }

    private func seconds(_ value: Double?) -> String { value.map { String(format: "%.2f", $0) } ?? "-" }
}
