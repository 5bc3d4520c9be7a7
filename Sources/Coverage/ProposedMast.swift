import Geodesy
import Geometry
import Planning
import Terrain

/// A mast that may be built, with its equipment.
public struct ProposedMast: Hashable, Sendable {
    public var place: Coordinate
    public var mastHeightMeters: Double
    /// Technologies that count by the rule.
    public var technologies: [Technology]
    public var bandsMHz: [Double]
    /// Empty = omnidirectional.
    public var azimuthsDegrees: [Double]

    public init(place: Coordinate, mastHeightMeters: Double, technologies: [Technology], bandsMHz: [Double], azimuthsDegrees: [Double]) {
        self.place = place
        self.mastHeightMeters = mastHeightMeters
        self.technologies = technologies
        self.bandsMHz = bandsMHz
        self.azimuthsDegrees = azimuthsDegrees
    }
}

/// Which places proposed masts would bring a usable signal to, by the same prediction as the verdicts.
///
/// A path over unknown ground covers nothing: nobody should be sent to build on a guess.
public struct ProposedReach: Sendable {
    private let predictor: PathPredictor
    private let threads: Int

    public init(rule: CoverageRule, environment: RadioEnvironment, threads: Int) {
        predictor = PathPredictor(environment, rule)
        self.threads = max(1, threads)
    }

    /// For every mast the positions of the places that it would cover, ascending. Complexity: O(masts × places in range × samples).
    public func covered(by masts: [ProposedMast], _ places: [Coordinate]) -> [[Int]] {
        let index = PointIndex(places)
        let known = places.map(predictor.isGroundKnown)
        return ParallelBlocks.map(count: masts.count, threads: threads, blockLength: 4) { number in
            covered(by: masts[number], index, known)
        }
    }

    private func covered(by mast: ProposedMast, _ index: PointIndex, _ isGroundKnown: [Bool]) -> [Int] {
        guard let station = Station(mast, environment: predictor.environment), predictor.isGroundKnown(at: mast.place) else { return [] }
        var profile = TerrainProfile()
        var covered: [Int] = []
        for (place, meters) in index.within(radiusMeters: station.rangeMeters, of: mast.place) where isGroundKnown[place] {
            let cells = station.cells.filter { predictor.rule.isUsable(predictor.bestCaseDBm($0, distanceMeters: meters)) }
            guard !cells.isEmpty, predictor.sample(from: mast.place, to: index.points[place], into: &profile) else { continue }
            let scan = predictor.scan(profile, mastHeightMeters: station.mastHeightMeters, from: mast.place, to: index.points[place])
            let isReached = cells.contains {
                predictor.rule.isUsable(predictor.level($0, scan, azimuthDegrees: profile.azimuthDegrees).rsrpDBm)
            }
            if isReached { covered.append(place) }
        }
        return covered.sorted()
    }
}
