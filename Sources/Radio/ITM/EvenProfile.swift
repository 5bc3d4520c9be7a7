/// The ground between two terminals at equal steps, from the transmitter to the receiver: what the older American models read.
public struct EvenProfile: Hashable, Sendable {
    /// Distance from one height to the next, metres.
    public let stepMeters: Double
    /// Ground above sea level, metres, both ends included.
    public let heightsMeters: [Double]

    /// Makes a profile. Complexity: O(n).
    ///
    /// - Parameters:
    ///   - stepMeters: > 0.
    ///   - heightsMeters: at least two, each from −500 to 9,000 m.
    /// - Throws: `RadioInputError` with the defects, of many bad heights the first five.
    public init(stepMeters: Double, heightsMeters: [Double]) throws(RadioInputError) {
        self.stepMeters = stepMeters
        self.heightsMeters = heightsMeters
        var defects = DefectList()
        if !(stepMeters > 0 && stepMeters.isFinite) { defects.add("stepMeters", value: "\(stepMeters)", "give metres above 0") }
        if heightsMeters.count < 2 { defects.add("heightsMeters", value: "a list of \(heightsMeters.count)", "give both ends at least") }
        var shown = 0
        for (index, height) in heightsMeters.enumerated() where shown < 5 && !(-500...9_000).contains(height) {
            defects.add("heightsMeters", index: index, value: "\(height)", "give metres from -500 to 9000")
            shown += 1
        }
        try defects.throwIfAny()
    }

    /// Reads NTIA's form: number of steps, step in metres, then one height more than steps.
    ///
    /// - Throws: `RadioInputError` where the number of heights is another, and as the other initializer does.
    public init(pfl: [Double]) throws(RadioInputError) {
        guard pfl.count >= 4, pfl[0] == Double(pfl.count - 3) else {
            var defects = DefectList()
            defects.add(
                "pfl", value: "a list of \(pfl.count)\(pfl.first.map { " that begins with \($0)" } ?? "")",
                "give the number of steps, the step in metres, and one height more than steps")
            throw RadioInputError(defects.defects)
        }
        try self.init(stepMeters: pfl[1], heightsMeters: Array(pfl[2...]))
    }

    /// Takes the ground of a profile of any spacing; clutter and zones stay behind. Complexity: O(n).
    ///
    /// Distances in files are rounded: where each lies within a metre, or a twentieth of a step, of its place among equal steps, the heights are taken
    /// as they are. Else as many heights are read at equal steps from straight lines between the points. That choice is ours.
    public init(_ profile: PathProfile) {
        let distances = profile.distancesKm
        let step = profile.lengthKm / Double(distances.count - 1)
        stepMeters = step * 1000
        heightsMeters =
            Self.hasEvenSteps(profile) ? profile.heightsMeters : distances.indices.map { Self.height(profile, atKm: Double($0) * step) }
    }

    /// Whether a profile's heights are taken as they are.
    public static func hasEvenSteps(_ profile: PathProfile) -> Bool {
        let step = profile.lengthKm / Double(profile.distancesKm.count - 1)
        let tolerance = max(0.001, step / 20)
        // A metre is much where the steps are short.
        let allowed = min(tolerance, step / 2)
        return profile.distancesKm.enumerated().allSatisfy { abs($1 - Double($0) * step) <= allowed }
    }

    private static func height(_ profile: PathProfile, atKm distance: Double) -> Double {
        let (distances, heights) = (profile.distancesKm, profile.heightsMeters)
        var (low, high) = (0, distances.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if distances[middle] <= distance { low = middle } else { high = middle }
        }
        let share = (distance - distances[low]) / (distances[high] - distances[low])
        return heights[low] + min(1, max(0, share)) * (heights[high] - heights[low])
    }

    /// Number of steps, one less than heights.
    var steps: Int { heightsMeters.count - 1 }

    /// Length of the path, metres.
    public var lengthMeters: Double { Double(steps) * stepMeters }

    /// The same ground from the receiver to the transmitter.
    var reversed: EvenProfile { EvenProfile(known: stepMeters, heightsMeters.reversed()) }

    private init(known step: Double, _ heights: [Double]) {
        stepMeters = step
        heightsMeters = heights
    }
}
