import Geodesy
import Geometry
import Planning
import Terrain

/// A mast that may be built, with its equipment.
public struct ProposedMast: Hashable, Sendable, Codable {
    /// Where it would stand, WGS 84.
    public var place: Coordinate
    /// Height of the antenna above the ground, metres.
    public var mastHeightMeters: Double
    /// Technologies that count by the rule.
    public var technologies: [Technology]
    /// Carrier bands, MHz; those that a technology can use are its carriers, else the band that is assumed for it.
    public var bandsMHz: [Double]
    /// Empty = omnidirectional.
    public var azimuthsDegrees: [Double]

    /// Describes a mast; azimuths in degrees from north, clockwise.
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
    /// A place that a mast would bring a usable signal to.
    public struct Reached: Hashable, Sendable, Codable {
        /// Position of the place.
        public var place: Int
        /// The mast's strongest cell there.
        public var signal: PredictedSignal
    }

    let predictor: PathPredictor
    let threads: Int

    /// Describes a prediction by the rule's phone and level; fewer threads than 1 are 1.
    public init(rule: CoverageRule, environment: RadioEnvironment, threads: Int) {
        predictor = PathPredictor(environment, rule)
        self.threads = max(1, threads)
    }

    /// For every mast the places that it would cover, ascending by position. Complexity: O(masts × places in range × samples).
    public func covered(by masts: [ProposedMast], _ places: [Coordinate]) -> [[Reached]] {
        let index = PointIndex(places)
        let known = places.map(predictor.isGroundKnown)
        return ParallelBlocks.map(count: masts.count, threads: threads, blockLength: 4) { number in
            covered(by: masts[number], index, known)
        }
    }

    private func covered(by mast: ProposedMast, _ index: PointIndex, _ isGroundKnown: [Bool]) -> [Reached] {
        guard let station = Station(mast, environment: predictor.environment), predictor.isGroundKnown(at: mast.place) else { return [] }
        var profile = TerrainProfile()
        var covered: [Reached] = []
        for (place, meters) in index.within(radiusMeters: station.rangeMeters, of: mast.place) where isGroundKnown[place] {
            let cells = station.cells.filter { predictor.rule.isUsable(predictor.bestCaseDBm($0, distanceMeters: meters)) }
            guard !cells.isEmpty, predictor.sample(from: mast.place, to: index.points[place], into: &profile) else { continue }
            let scan = predictor.scan(profile, mastHeightMeters: station.mastHeightMeters, from: mast.place, to: index.points[place])
            var best: (cell: Station.Cell, level: PathPredictor.Level)?
            for cell in cells {
                let level = predictor.level(cell, scan, azimuthDegrees: profile.azimuthDegrees)
                if level.rsrpDBm > best?.level.rsrpDBm ?? -.infinity { best = (cell, level) }
            }
            guard let best, predictor.rule.isUsable(best.level.rsrpDBm) else { continue }
            covered.append(Reached(place: place, signal: predictor.signal(station, best.cell, best.level, scan, profile)))
        }
        return covered.sorted { $0.place < $1.place }
    }
}
