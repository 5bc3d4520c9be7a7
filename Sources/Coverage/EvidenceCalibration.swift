import Geodesy
import Planning
import Radio

/// How far predictions lie from measurements, by class of cell.
///
/// Every measurement of a declared site's operator and technology is set against the level that the same prediction gives at its own place, outdoors.
/// The bias is the mean of measured minus predicted, σ the sample standard deviation about it. A cell that free space keeps out of the rule's reach is
/// not predicted, so that measurements there have no pair. With fewer than ``minimumPairs`` a class is shown and never applied.
public struct EvidenceCalibration: Hashable, Sendable, Codable {
    /// Pairs from which on a class may be applied. Ours: below, the mean is known to no better than σ / 3.
    public static let minimumPairs = 8

    /// Cells that are judged together.
    public struct CellClass: Hashable, Sendable, Codable, Comparable {
        /// What the cells send.
        public var technology: Technology
        /// Whether the carrier lies below 1 GHz.
        public var isBelow1GHz: Bool

        /// The class of a carrier; `frequencyMHz` below 1000 makes it one of the low bands.
        public init(technology: Technology, frequencyMHz: Double) {
            self.technology = technology
            isBelow1GHz = frequencyMHz < 1000
        }

        /// Orders by technology, oldest first, then the bands below 1 GHz before the others.
        public static func < (left: CellClass, right: CellClass) -> Bool {
            (left.technology.rawValue, left.isBelow1GHz ? 0 : 1) < (right.technology.rawValue, right.isBelow1GHz ? 0 : 1)
        }
    }

    /// One class and its figures.
    public struct Row: Hashable, Sendable, Codable {
        /// Whose cells these are.
        public var cellClass: CellClass
        /// Measurements that have a predicted level beside them, at least 1.
        public var pairs: Int
        /// Mean of measured minus predicted, dB.
        public var biasDB: Double
        /// The middle of them, which few wild values do not move, dB.
        public var medianDB: Double
        /// Sample standard deviation, dB; 0 for a single pair.
        public var sigmaDB: Double
        /// Whether there are enough pairs to apply it.
        public var isApplicable: Bool { pairs >= EvidenceCalibration.minimumPairs }
    }

    /// Ascending by class.
    public var rows: [Row]
    /// Measurements without a predicted level to set them against.
    public var unpaired: Int

    /// What is added to the level of a class, dB; 0 where too little is known.
    public func biasDB(_ cellClass: CellClass) -> Double {
        rows.first { $0.cellClass == cellClass && $0.isApplicable }?.biasDB ?? 0
    }

    /// σ of all applicable classes together about their own means, dB; nil when there is none.
    public var pooledSigmaDB: Double? {
        let usable = rows.filter(\.isApplicable)
        let freedom = usable.reduce(0) { $0 + $1.pairs - 1 }
        guard freedom > 0 else { return nil }
        return (usable.reduce(0) { $0 + Double($1.pairs - 1) * $1.sigmaDB * $1.sigmaDB } / Double(freedom)).squareRoot()
    }

    /// Sets measurements against predictions. O(measurements × sites in range) paths.
    ///
    /// - Parameter environment: of the uncalibrated prediction.
    public init(_ world: World, _ rule: CoverageRule, asOf: CalendarDate, environment: RadioEnvironment, threads: Int) {
        var outdoors = rule
        outdoors.environment = .outdoor
        let predictor = PathPredictor(environment, outdoors)
        let stations = world.sites.indices.filter { world.sites[$0].status == .active && world.sites[$0].evidence == .declared }
            .compactMap { Station($0, world.sites[$0], technologies: Technology.allCases, environment: environment) }
        let groups = StationGroups(stations, isGroundKnown: predictor.isGroundKnown)
        let measurements = world.evidence.measurements
        let pairs = ParallelBlocks.map(count: measurements.count, threads: threads, blockLength: 16) { position -> Pair? in
            let measurement = measurements[position]
            let reception = Reception(at: measurement.place, groups, predictor)
            let best = reception.best.filter { heard in
                heard.carrier == measurement.operator && heard.technology == measurement.technology
            }.max { $0.signal.rsrpDBm < $1.signal.rsrpDBm }
            guard let best else { return nil }
            return Pair(
                cellClass: CellClass(technology: best.technology, frequencyMHz: best.signal.frequencyMHz),
                difference: measurement.rsrpDBm - best.signal.rsrpDBm)
        }
        let known = pairs.compactMap(\.self)
        unpaired = pairs.count - known.count
        rows = Dictionary(grouping: known, by: \.cellClass).map { cellClass, pairs in
            // Sums in ascending order do not depend on the order of the rows.
            let differences = pairs.map(\.difference).sorted()
            let mean = differences.reduce(0, +) / Double(differences.count)
            let squares = differences.map { ($0 - mean) * ($0 - mean) }.sorted().reduce(0, +)
            return Row(
                cellClass: cellClass, pairs: differences.count, biasDB: mean, medianDB: VillageEvidence.median(differences),
                sigmaDB: differences.count > 1 ? (squares / Double(differences.count - 1)).squareRoot() : 0)
        }.sorted { $0.cellClass < $1.cellClass }
    }

    private struct Pair: Sendable {
        var cellClass: CellClass
        var difference: Double
    }
}
