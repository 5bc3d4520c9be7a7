import Planning
import Terrain

/// What one source of coverage says of a village: of its centre in full, and of its other places as far as the grade needs it.
struct ExaminedVillage: Sendable {
    /// The verdict on the centre by itself.
    var centre: VillageVerdict
    /// The other points of the extent, in its order.
    var points: [PointVerdict] = []
    /// The places where a rounded centre might be, in the extent's order.
    var samples: [PointVerdict] = []

    /// The verdict on the whole village.
    ///
    /// Server, level and services stay those of the centre. A partial village whose centre is dead keeps the centre's reason. One that is partial
    /// by an assumed extent is trusted at most half: the ring is a guess. Where the centre is rounded and might be served otherwise nearby, trust
    /// is low.
    func graded(_ extent: VillageExtent) -> VillageVerdict {
        guard extent.origin != .centre else { return centre }
        let here = PointVerdict(centre)
        var whole = ExtentVerdict(origin: extent.origin, points: [here] + points, households: extent.households)
        if !samples.isEmpty {
            whole.roundingAgreement = Double(1 + samples.count { $0.life == here.life }) / Double(1 + samples.count)
        }
        var verdict = centre
        verdict.extent = whole
        verdict.grade = whole.grade
        switch whole.grade {
        case .covered, .uncovered: break
        case .partial:
            if centre.grade != .uncovered { verdict.reason = .partlyReached }
            verdict.missingTiles = []
        case .unknown:
            verdict.missingTiles = Set(whole.points.flatMap(\.missingTiles)).sorted()
            if centre.grade != .unknown { verdict.reason = verdict.missingTiles.isEmpty ? .siteListIncomplete : .terrainMissing }
        }
        if extent.origin == .assumed { verdict.notes.append(.assumedExtent) }
        if whole.grade == .unknown || whole.roundingAgreement ?? 1 < 1 {
            verdict.confidence = .low
        } else if whole.grade == .partial, extent.origin == .assumed {
            verdict.confidence = min(verdict.confidence, .medium)
        }
        return verdict
    }
}
