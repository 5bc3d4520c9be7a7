import Foundation
import Geodesy
import Radio
import Terrain

/// Compares a sweep with paths computed one by one.
struct SweepComparison {
    let sweep: RadialSweep
    let transmitter: SweepTransmitter

    private var model: PointToPointModel { PointToPointModel(climate: sweep.climate) }

    /// The level of the first cell over a scanned path, dBm.
    private func level(_ scan: PathScan, azimuthDegrees: Double) -> Double {
        let cell = transmitter.cells[0]
        let elevation = max(scan.rayElevationDegrees, scan.horizonElevationDegrees ?? scan.rayElevationDegrees)
        let gain = cell.sectors.map { $0.gainDBi(towardsAzimuthDegrees: azimuthDegrees, elevationDegrees: elevation) }.max() ?? -.infinity
        return cell.conductedPowerDBm + gain - model.lossDB(scan, frequencyMHz: cell.frequencyMHz, polarization: .vertical)
    }

    /// The level by a path of its own; nil where it crosses unknown ground.
    func exactLevel(at place: Coordinate, _ profile: inout TerrainProfile) -> Double? {
        sweep.terrain.sample(from: transmitter.place, to: place, spacingMeters: sweep.spacingMeters, into: &profile)
        guard profile.firstGap == nil else { return nil }
        let scan = model.scan(
            profile, transmitterHeightMeters: transmitter.antennaHeightMeters, receiverHeightMeters: sweep.receiverHeightsMeters[0],
            middleLatitude: (transmitter.place.latitude + place.latitude) / 2)
        return level(scan, azimuthDegrees: profile.azimuthDegrees)
    }

    /// Raster against exact paths at cell centres picked at random.
    func rasterError(
        _ window: SignalWindow, refiningAboveDB: Double?, processorSeconds: Double, cells: Int, seed: UInt64 = 4
    ) throws -> SweepResult.RasterError {
        var generator = SeededGenerator(seed: seed)
        var profile = TerrainProfile()
        var (errors, signed, disagree) = ([Double](), 0.0, 0)
        let terrain = sweep.terrain
        while errors.count < cells {
            let column = Int.random(in: 0..<window.columns, using: &generator)
            let row = Int.random(in: 0..<window.rows, using: &generator)
            let place = Coordinate(
                longitude: terrain.west + Double(window.firstColumn + column) * terrain.stepLongitude,
                latitude: terrain.north - Double(window.firstRow + row) * terrain.stepLatitude)
            guard Geodesic.distanceMeters(transmitter.place, place) <= sweep.radiusMeters else { continue }
            let raster = window.valuesDBm[row * window.columns + column]
            let exact = exactLevel(at: place, &profile)
            if raster.isNaN != (exact == nil) { disagree += 1 }
            let difference = exact.map { Double(raster) - $0 } ?? 0
            errors.append(difference.isNaN ? 0 : abs(difference))
            signed += difference.isNaN ? 0 : difference
        }
        errors.sort()
        return SweepResult.RasterError(
            refiningAboveDB: refiningAboveDB, processorSeconds: processorSeconds, cells: cells, median: errors[cells / 2],
            p95: errors[cells * 95 / 100], max: errors[cells - 1],
            meanSigned: signed / Double(cells), disagreeOnGaps: disagree)
    }

    /// The sweep against the point-to-point model at the radials' own samples, timed.
    func twin(_ field: PolarField, samples: Int, sweepSecondsPerSample: Double, seed: UInt64 = 5) throws -> SweepResult.Twin {
        var generator = SeededGenerator(seed: seed)
        var profile = TerrainProfile()
        var (worst, compared, scanSeconds, pathSeconds) = (0.0, 0, 0.0, 0.0)
        // Radials in blocks, so that clocks are read seldom; rings so that samples are spread as in a sweep: evenly over the area.
        let perRadial = 50
        while compared < samples {
            let radials = field.radials(onRing: field.lastRing)
            let radial = Int.random(in: 0..<radials, using: &generator)
            let azimuth = field.azimuthDegrees(radial: radial, onRing: field.lastRing)
            let end = Geodesic.destination(from: transmitter.place, azimuthDegrees: azimuth, distanceMeters: sweep.radiusMeters)
            sweep.terrain.sample(
                from: transmitter.place, to: end, spacingMeters: field.stepMeters * (1 + 1e-9), into: &profile)
            let known = min(field.lastRing, (profile.firstGap ?? profile.count) - 1)
            let rings = (0..<perRadial).map { _ in
                4 + Int(Double(field.lastRing - 4) * Double.random(in: 0..<1, using: &generator).squareRoot())
            }.filter { ring in
                let thinning = radials / field.radials(onRing: ring)
                return ring <= known && radial.isMultiple(of: thinning)
            }
            let paths = rings.map { ring in
                TerrainProfile(stepMeters: field.stepMeters, heightsMeters: Array(profile.heightsMeters[0...ring]))
            }
            let places = rings.map {
                Geodesic.destination(
                    from: transmitter.place, azimuthDegrees: azimuth, distanceMeters: Double($0) * field.stepMeters)
            }
            var levels: [Double] = []
            var start = ProcessorTime.seconds()
            for (path, place) in zip(paths, places) {
                let scan = model.scan(
                    path, transmitterHeightMeters: transmitter.antennaHeightMeters, receiverHeightMeters: sweep.receiverHeightsMeters[0],
                    middleLatitude: (transmitter.place.latitude + place.latitude) / 2)
                levels.append(level(scan, azimuthDegrees: azimuth))
            }
            scanSeconds += ProcessorTime.seconds() - start
            for (ring, level) in zip(rings, levels) {
                let thinning = radials / field.radials(onRing: ring)
                let ours = Double(field[0, 0, ring, radial / thinning])
                worst = max(worst, ours.isNaN ? .infinity : abs(ours - level))
            }
            start = ProcessorTime.seconds()
            for place in places { _ = exactLevel(at: place, &profile) }
            pathSeconds += ProcessorTime.seconds() - start
            compared += rings.count
        }
        guard worst < 0.01 else {
            throw BenchmarkFailure("the sweep differs from the point-to-point model by \(worst) dB at the same samples")
        }
        let (scan, path) = (scanSeconds / Double(compared), pathSeconds / Double(compared))
        return SweepResult.Twin(
            samples: compared, worstDifferenceDB: worst, scanSecondsPerSample: scan, pathSecondsPerSample: path,
            timesAsFastAsScan: scan / sweepSecondsPerSample, timesAsFastAsPath: path / sweepSecondsPerSample)
    }
}
