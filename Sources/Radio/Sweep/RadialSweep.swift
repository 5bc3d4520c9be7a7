import Foundation
import Geodesy
import Terrain

/// Exact coverage of one mast: P.1812 at 50 % of time and places, with clutter and antenna, at every sample of radials that share their profiles.
///
/// At a sample the answer is that of ``PointToPointModel`` over the samples of the radial up to there. A value without state: safe from any number
/// of threads. Memory of a sweep: about 4.2·(radius / spacing)² values of 4 bytes for each cell and receiver height (18 MB for 30 km at 30 m),
/// and for windows as much again at most.
public struct RadialSweep: Sendable {
    /// The ground.
    public let terrain: TerrainGrid
    /// The air.
    public let climate: RadioClimate
    /// Of receivers above ground, metres.
    public let receiverHeightsMeters: [Double]
    /// How far from the mast levels are wanted, metres.
    public let radiusMeters: Double
    /// Spacing at which ground is sampled at most, metres.
    public let spacingMeters: Double
    let rings: SweepRings

    /// Greatest radius, metres. Bounds by which work is left out were checked up to here.
    public static let greatestRadiusMeters = 200_000.0
    /// Most rings: a layer has some 4.2 values for their square.
    public static let mostRings = 7_000

    /// Makes a sweep.
    ///
    /// - Parameters:
    ///   - receiverHeightsMeters: above ground, 0.1…1,000 m, at least one.
    ///   - radiusMeters: up to ``greatestRadiusMeters`` and ``mostRings`` times the terrain's spacing.
    /// - Throws: `RadioInputError` with every value out of range.
    public init(
        terrain: TerrainGrid, climate: RadioClimate, receiverHeightsMeters: [Double], radiusMeters: Double
    ) throws(RadioInputError) {
        spacingMeters = terrain.sampleSpacingMeters
        var defects = DefectList()
        let longest = min(Self.greatestRadiusMeters, spacingMeters * Double(Self.mostRings))
        defects.require(radiusMeters, "radiusMeters", in: 1...longest.rounded(.down), unit: "m over this terrain")
        if receiverHeightsMeters.isEmpty { defects.add("receiverHeightsMeters", value: "empty", "give at least one height") }
        for height in receiverHeightsMeters {
            defects.require(height, "receiverHeightsMeters", in: 0.1...1_000, unit: "m above ground")
        }
        defects.require(climate.lapseRateNUnitsPerKm, "lapseRateNUnitsPerKm", in: 0.1...156, unit: "N-units/km")
        try defects.throwIfAny()
        self.terrain = terrain
        self.climate = climate
        self.receiverHeightsMeters = receiverHeightsMeters
        self.radiusMeters = radiusMeters
        rings = SweepRings(radiusMeters: radiusMeters, spacingMeters: spacingMeters)
    }

    /// Samples of one sweep at which a level is computed, for each receiver height.
    public var radialSamples: Int { rings.samples }

    /// Levels or losses on the rings around a mast. The same bytes for any number of threads.
    ///
    /// Complexity: O(samples · (log + bands)) for ground that is not made against it.
    /// - Throws: `RadioInputError` when the mast stands on unknown ground or one of its values is out of range.
    public func polar(
        from transmitter: SweepTransmitter, _ quantity: PolarField.Quantity = .levelDBm, threads: Int = 1
    ) throws(RadioInputError) -> PolarField {
        try check(transmitter)
        let layers = transmitter.cells.count * receiverHeightsMeters.count
        let run = SweepRun(self, transmitter, quantity)
        let values = [Float](unsafeUninitializedCapacity: layers * rings.samples) { buffer, count in
            buffer.initialize(repeating: .nan)
            count = buffer.count
            guard let base = buffer.baseAddress else { return }
            run.fill(SharedValues(base: base), threads: threads)
        }
        return PolarField(
            rings: rings, values: values, cells: transmitter.cells.count, receiverHeights: receiverHeightsMeters.count)
    }

    /// Levels at the terrain's own posts inside the radius: a window for each receiver height of each cell, cells first.
    ///
    /// Between samples, levels are interpolated in dB along and across radials; up to ``exactSteps`` steps from the mast, and where some of the
    /// radials cross unknown ground and others do not, each post has a path of its own. A ridge's shadow has a sharp edge, and a post on it may
    /// be many decibels off; there the samples around it differ, so that `refiningAboveDB` finds such posts. The same bytes for any number of
    /// threads.
    /// - Parameter refiningAboveDB: a post whose four samples differ by more, at any carrier or height, has a path of its own; nil = none.
    /// - Throws: as ``polar(from:_:threads:)``.
    public func window(
        from transmitter: SweepTransmitter, refiningAboveDB: Double? = nil, threads: Int = 1
    ) throws(RadioInputError) -> [SignalWindow] {
        let field = try polar(from: transmitter, .levelDBm, threads: threads)
        return PolarGather(
            sweep: self, transmitter: transmitter, field: field, refiningAboveDB: refiningAboveDB.map(Float.init) ?? .infinity
        ).windows(threads: threads)
    }

    /// Up to here posts have paths of their own, in steps: near the mast the antenna's beam changes within a cell.
    public static let exactSteps = 16

    var exactLevel: ExactLevel { ExactLevel(terrain: terrain, climate: climate, receiverHeightsMeters: receiverHeightsMeters) }

    private func check(_ transmitter: SweepTransmitter) throws(RadioInputError) {
        var defects = DefectList()
        defects.require(transmitter.antennaHeightMeters, "antennaHeightMeters", in: 1...1_000, unit: "m above ground")
        let place = transmitter.place
        if !place.isValid {
            defects.add("place", value: "\(place.longitude) \(place.latitude)", "give degrees of longitude and latitude")
        } else if terrain.heightMeters(at: place).isNaN {
            defects.add(
                "place", value: "\(place.longitude) \(place.latitude)", "give a place on known ground: the terrain has no height there")
        }
        if transmitter.cells.isEmpty { defects.add("cells", value: "empty", "give at least one carrier") }
        for (index, cell) in transmitter.cells.enumerated() {
            defects.require(cell.frequencyMHz, "frequencyMHz", in: 30...6_000, unit: "MHz")
            if !cell.conductedPowerDBm.isFinite {
                defects.add("conductedPowerDBm", index: index, value: "\(cell.conductedPowerDBm)", "give a finite number of dBm")
            }
            if cell.sectors.isEmpty { defects.add("sectors", index: index, value: "empty", "give the carrier at least one sector") }
        }
        try defects.throwIfAny()
    }
}
