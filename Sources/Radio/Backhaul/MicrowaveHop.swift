import Terrain

/// Whether two antennas can be joined by a microwave hop, and in which band.
public struct MicrowaveHop: Hashable, Sendable {
    /// What a hop comes to.
    public enum Verdict: String, CaseIterable, Hashable, Sendable, Codable {
        /// A band is allowed over the distance, clear of the ground and good for the rain.
        case clear
        /// Ground stands in the way in every band that is allowed over the distance.
        case blocked
        /// Clear, and rain takes more than the equipment has to spare in every such band.
        case rain
        /// Longer than any band is planned for.
        case tooLong = "too-long"
        /// The ground is not known throughout.
        case unknownGround = "unknown-ground"
    }

    /// Whether the hop works, and if not, why.
    public var verdict: Verdict
    /// Length of the hop, km.
    public var distanceKm: Double
    /// The band used where clear, else the one that came nearest; nil where none is allowed or nothing is known.
    public var band: MicrowaveBand?
    /// Room of ``HopClearance`` in that band, metres.
    public var roomMeters: Double?
    /// What the equipment has to spare in rain, dB.
    public var rainMarginDB: Double?

    /// Judges a hop: the highest band that is allowed over the distance, clear and good for the rain.
    public init(_ profile: TerrainProfile, fromHeightMeters: Double, toHeightMeters: Double, budget: HopBudget = HopBudget()) {
        let kilometres = profile.distanceMeters / 1000
        distanceKm = kilometres
        let bands = MicrowaveBand.allCases.sorted(by: >).filter { kilometres <= $0.longestKm }
        guard !bands.isEmpty else {
            verdict = .tooLong
            return
        }
        // Antennas on one place: nothing stands between them.
        let isOnePlace = kilometres <= Self.leastKm && profile.firstGap == nil
        func rank(_ room: Double, _ margin: Double) -> (Int, Double) { room >= 0 ? (1, margin) : (0, room) }
        var best: (band: MicrowaveBand, room: Double, margin: Double)?
        for band in bands {
            guard
                let room = isOnePlace
                    ? min(fromHeightMeters, toHeightMeters)
                    : HopClearance(
                        profile, fromHeightMeters: fromHeightMeters, toHeightMeters: toHeightMeters, frequencyGHz: band.frequencyGHz)?
                        .roomMeters
            else {
                verdict = .unknownGround
                return
            }
            let margin = budget.rainMarginDB(distanceKm: max(kilometres, Self.leastKm), band)
            if room >= 0, margin >= 0 {
                (verdict, self.band, roomMeters, rainMarginDB) = (.clear, band, room, margin)
                return
            }
            // Nearer to good is the one with the ground out of the way, then the one that stands more rain; where none is clear, the one with most room.
            if best.map({ rank($0.room, $0.margin) < rank(room, margin) }) ?? true { best = (band, room, margin) }
        }
        verdict = (best?.room ?? -1) >= 0 ? .rain : .blocked
        (band, roomMeters, rainMarginDB) = (best?.band, best?.room, best?.margin)
    }

    /// Up to a metre is one place; attenuation is a matter of logarithms, and has no value at none.
    private static let leastKm = 0.001
}
