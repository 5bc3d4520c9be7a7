/// The ground between two terminals, from the transmitter to the receiver, at any increasing distances.
///
/// Source: Recommendation ITU-R P.1812-8, §3.2.
public struct PathProfile: Hashable, Sendable {
    /// Distances from the transmitter, km: from 0, each greater than the one before.
    public let distancesKm: [Double]
    /// Ground heights above sea level, metres.
    public let heightsMeters: [Double]
    /// Representative clutter heights above ground, metres; empty = none. Those of the two ends are not used.
    public let clutterHeightsMeters: [Double]
    /// Radio-climatic zones; empty = inland throughout.
    public let zones: [RadioClimaticZone]

    /// The fewest points that have one between the terminals. The Recommendation wants five; with fewer a prediction carries a warning.
    public static let minimumPoints = 3

    /// Makes a profile. Complexity: O(n).
    ///
    /// - Throws: `RadioInputError` with every defect: fewer than three points, lists of different length, a first distance other than 0,
    ///   distances that do not increase, values that are not finite, heights outside −500…9,000 m, clutter outside 0…500 m.
    public init(
        distancesKm: [Double], heightsMeters: [Double], clutterHeightsMeters: [Double] = [], zones: [RadioClimaticZone] = []
    ) throws(RadioInputError) {
        self.distancesKm = distancesKm
        self.heightsMeters = heightsMeters
        self.clutterHeightsMeters = clutterHeightsMeters
        self.zones = zones
        var defects = DefectList()
        let count = distancesKm.count
        if count < Self.minimumPoints {
            defects.add("distancesKm", value: "a list of \(count)", "give at least \(Self.minimumPoints) points, better 5 or more")
        }
        for (field, length, mayBeEmpty) in [
            ("heightsMeters", heightsMeters.count, false), ("clutterHeightsMeters", clutterHeightsMeters.count, true),
            ("zones", zones.count, true),
        ] where length != count && !(mayBeEmpty && length == 0) {
            defects.add(field, value: "a list of \(length)", "give one value for each of the \(count) distances")
        }
        Self.checkDistances(distancesKm, &defects)
        Self.checkValues(heightsMeters, "heightsMeters", Self.heightRange, &defects)
        Self.checkValues(clutterHeightsMeters, "clutterHeightsMeters", Self.clutterRange, &defects)
        try defects.throwIfAny()
    }

    private static let heightRange = -500.0...9_000.0
    private static let clutterRange = 0.0...500.0
    /// More defects of one list than these help nobody.
    private static let shownDefects = 5

    private static func checkDistances(_ distances: [Double], _ defects: inout DefectList) {
        if let first = distances.first, first != 0 {
            defects.add("distancesKm", index: 0, value: "\(first)", "start the profile at the transmitter, with distance 0")
        }
        var shown = 0
        for index in distances.indices.dropFirst() where shown < shownDefects {
            let (before, value) = (distances[index - 1], distances[index])
            // Also false for NaN.
            guard !(value > before) || !value.isFinite else { continue }
            let what = value == before ? "remove the repeated point" : "sort the profile by distance and give finite numbers"
            defects.add("distancesKm", index: index, value: "\(value) after \(before)", what)
            shown += 1
        }
    }

    private static func checkValues(_ values: [Double], _ field: String, _ range: ClosedRange<Double>, _ defects: inout DefectList) {
        var shown = 0
        for index in values.indices where shown < shownDefects && !range.contains(values[index]) {
            defects.add(
                field, index: index, value: "\(values[index])", "give metres from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
            shown += 1
        }
    }

    /// Length of the path, km.
    public var lengthKm: Double { distancesKm.last ?? 0 }
}
