import Foundation
import Geodesy
import Terrain

/// One sweep of one mast, ready to be shared among threads.
struct SweepRun: Sendable {
    private let sweep: RadialSweep
    private let transmitter: SweepTransmitter
    private let quantity: PolarField.Quantity
    private let tables: SweepTables
    private let bands: [SweepBand]
    /// For each cell, the position of its band.
    private let bandOfCell: [Int]

    init(_ sweep: RadialSweep, _ transmitter: SweepTransmitter, _ quantity: PolarField.Quantity) {
        self.sweep = sweep
        self.transmitter = transmitter
        self.quantity = quantity
        var bands: [SweepBand] = []
        bandOfCell = transmitter.cells.map { cell in
            if let known = bands.firstIndex(where: { $0.frequencyMHz == cell.frequencyMHz }) { return known }
            bands.append(SweepBand(frequencyMHz: cell.frequencyMHz, climate: sweep.climate))
            return bands.count - 1
        }
        self.bands = bands
        // The middle of a path lies at most half the radius nearer the equator; a degree of latitude is at least 110 km.
        let margin = 0.5 * sweep.radiusMeters / 110_000
        tables = SweepTables(
            climate: sweep.climate, rings: sweep.rings, leastLatitude: max(0, abs(transmitter.place.latitude) - margin), bands: bands)
    }

    /// What a thread needs of its own.
    private struct Workspace: ~Copyable {
        var walk: RadialWalk
        var gains: RadialGains
        var profile = TerrainProfile()
        var exact: ExactLevel
    }

    /// Writes the values of all layers; those that stay unknown are left as they are.
    func fill(_ values: SharedValues, threads: Int) {
        tables.withScale { scale in
            SharedOut.forEachBlock(of: tables.rings.radials, blockLength: 16, threads: threads) {
                Workspace(
                    walk: RadialWalk(
                        tables: scale, antennaHeightMeters: transmitter.antennaHeightMeters,
                        hasClutter: sweep.terrain.clutterMeters != nil), gains: RadialGains(transmitter.cells),
                    exact: sweep.exactLevel)
            } work: { workspace, radials in
                for radial in radials { fill(radial, scale, &workspace, values) }
            }
        }
    }

    private func fill(_ radial: Int, _ scale: SweepScale, _ workspace: inout Workspace, _ values: SharedValues) {
        let rings = tables.rings
        let azimuth = 360 * Double(radial) / Double(rings.radials)
        let start = transmitter.place
        let end = Geodesic.destination(from: start, azimuthDegrees: azimuth, distanceMeters: sweep.radiusMeters)
        // A hair longer, so that rounding does not make one step more.
        sweep.terrain.sample(from: start, to: end, spacingMeters: rings.stepMeters * (1 + 1e-9), into: &workspace.profile)
        let known = min(rings.last, (workspace.profile.firstGap ?? workspace.profile.count) - 1)
        guard known > 0 else { return }
        let first = rings.firstRing(ofRadial: radial)
        fillNear(radial, azimuth, first, &workspace, values)
        guard known >= SweepRings.shortestPath else { return }
        workspace.gains.turn(toAzimuthDegrees: azimuth)
        let halfway = Geodesic.destination(from: start, azimuthDegrees: azimuth, distanceMeters: sweep.radiusMeters / 2).latitude
        let way = Way(
            radial: radial, firstRing: max(first, SweepRings.shortestPath), lastRing: known, latitude: start.latitude,
            halfwayLatitude: halfway, endLatitude: end.latitude, rings: rings.last)
        workspace.profile.heightsMeters.withUnsafeBufferPointer { heights in
            workspace.profile.clutterMeters.withUnsafeBufferPointer { clutter in
                bands.withUnsafeBufferPointer { bands in
                    bandOfCell.withUnsafeBufferPointer { bandOfCell in
                        sweep.receiverHeightsMeters.withUnsafeBufferPointer { receivers in
                            Self.walk(
                                way, scale, sweep.climate, quantity, heights: heights, clutter: clutter, bands: bands,
                                bandOfCell: bandOfCell, receivers: receivers, samples: rings.samples, &workspace.walk, workspace.gains,
                                values)
                        }
                    }
                }
            }
        }
    }

    /// One radial and the part of it that counts.
    private struct Way {
        var radial: Int
        var firstRing: Int
        var lastRing: Int
        private var latitude: Double
        private var trend: Double
        private var bend: Double
        private var perLast: Double

        init(
            radial: Int, firstRing: Int, lastRing: Int, latitude: Double, halfwayLatitude: Double, endLatitude: Double, rings: Int
        ) {
            self.radial = radial
            self.firstRing = firstRing
            self.lastRing = lastRing
            self.latitude = latitude
            // The latitude along the way is a parabola within metres.
            bend = 2 * (endLatitude - 2 * halfwayLatitude + latitude)
            trend = endLatitude - latitude - bend
            perLast = 1 / Double(rings)
        }

        /// Mean of the latitudes of the mast and a ring, degrees.
        @inline(__always) func middleLatitude(_ ring: Int) -> Double {
            let part = Double(ring) * perLast
            return latitude + 0.5 * part * (trend + bend * part)
        }
    }

    /// The loop over samples, with nothing in it that counts references.
    private static func walk(
        _ way: Way, _ scale: SweepScale, _ climate: RadioClimate, _ quantity: PolarField.Quantity, heights: UnsafeBufferPointer<Double>,
        clutter: UnsafeBufferPointer<Double>, bands: UnsafeBufferPointer<SweepBand>, bandOfCell: UnsafeBufferPointer<Int>,
        receivers: UnsafeBufferPointer<Double>, samples: Int, _ walk: inout RadialWalk, _ gains: borrowing RadialGains,
        _ values: SharedValues
    ) {
        guard let base = heights.baseAddress else { return }
        let finish = SweepFinish(tables: scale, climate: climate)
        let isLevel = quantity == .levelDBm
        walk.start(groundMeters: base[0])
        for ring in 1...way.lastRing {
            let height = base[ring]
            walk.enter(ring, groundMeters: height)
            if ring >= way.firstRing {
                let middle = way.middleLatitude(ring)
                let place = scale.offsets[ring] &+ way.radial >> Int(scale.thinning[ring])
                for number in 0..<receivers.count {
                    let receiver = walk.receiver(ring, groundMeters: height, heightMeters: receivers[number])
                    let elevation = SweepFinish.mrad(receiver.departureSlope) * (0.18 / .pi)
                    finish.losses(receiver, walk, bands, middleLatitude: middle, heights: base) { band, loss in
                        for cell in 0..<bandOfCell.count where bandOfCell[cell] == band {
                            let value = isLevel ? gains.radiatedDBm(cell, elevationDegrees: elevation) - loss : loss
                            values.base[(cell &* receivers.count &+ number) &* samples &+ place] = Float(value)
                        }
                    }
                }
            }
            walk.pass(ring, groundMeters: height, clutterMeters: clutter.isEmpty ? 0 : clutter[ring])
        }
    }

    /// Rings so near that a path has samples of its own.
    private func fillNear(_ radial: Int, _ azimuth: Double, _ first: Int, _ workspace: inout Workspace, _ values: SharedValues) {
        let rings = tables.rings
        for ring in 0...SweepRings.nearRings where ring >= first || (ring == 0 && radial == 0) {
            let place = Geodesic.destination(
                from: transmitter.place, azimuthDegrees: azimuth, distanceMeters: Double(ring) * rings.stepMeters)
            let position = rings.offsets[ring] + radial >> Int(rings.thinning[ring])
            workspace.exact.values(from: transmitter, at: place, quantity) { layer, value in
                values.base[layer * rings.samples + position] = value
            }
        }
    }
}
