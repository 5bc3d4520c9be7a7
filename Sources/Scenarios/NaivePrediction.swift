import Coverage
import Foundation
import Geodesy
import Planning
import Radio
import Terrain

/// Predicts levels the slow and plain way, for `verify`: the ground is read sample by sample along the geodesic, and the whole of P.1812 is
/// computed for every cell, by the reference model that its published cases are run on.
///
/// It looks at every path in range, one by one, with no grouping, pruning or shared profile, finds its own samples, gain direction and grade, and
/// takes the loss from the reference model. It shares with the fast way the terrain, the list of a station's cells, the antennas, and the
/// equations of P.1812 themselves, which published cases check. Nearer than 250 m there is no reference: both use one rule.
struct NaivePrediction {
    /// What a station brings to a place.
    enum Level: Hashable {
        /// The strongest cell's level in dBm.
        case dBm(Double)
        /// Free space would leave enough, but the path crosses unknown ground; the level that a model without terrain gives, dBm.
        case unknownGround(fallbackDBm: Double)
        /// Out of range, or out of reach even through empty space.
        case outOfReach
        /// The reference model refuses the input, so that nothing can be said.
        case refused
    }

    let environment: RadioEnvironment
    let rule: CoverageRule

    /// The median level that the rule asks for, dBm.
    var requiredDBm: Double {
        rule.rsrpDBm + CoverageProbability.marginDB(probability: rule.probability, sigmaDB: rule.planningSigmaDB)
    }

    /// The strongest of a station's cells at a village.
    func level(_ station: Station, at village: Coordinate) -> Level {
        let inverse = Geodesic.inverse(station.place, village)
        guard inverse.distanceMeters <= min(station.rangeMeters, environment.maximumRangeMeters) else { return .outOfReach }
        let cells = station.cells.filter { cell in
            let free = FreeSpace.lossDB(distanceMeters: max(1, inverse.distanceMeters), frequencyMHz: cell.frequencyMHz)
            return cell.peakDBm - free - extraLossDB(cell.frequencyMHz) >= requiredDBm - 0.2
        }
        if cells.isEmpty { return .outOfReach }
        guard let heights = heights(inverse, from: station.place) else {
            let levels = cells.compactMap { cell -> Double? in
                let loss = try? RuralMacro.lossDB(
                    distanceMeters: inverse.distanceMeters, frequencyMHz: cell.frequencyMHz, mastHeightMeters: station.mastHeightMeters,
                    terminalHeightMeters: rule.receiverHeightMeters)
                return loss.map { cell.peakDBm - $0.lossDB - extraLossDB(cell.frequencyMHz) }
            }
            return .unknownGround(fallbackDBm: levels.max() ?? -.infinity)
        }
        let levels = cells.compactMap { level($0, station, village, inverse, heights) }
        return levels.max().map { .dBm($0) } ?? .refused
    }

    private func extraLossDB(_ frequencyMHz: Double) -> Double {
        if rule.environment == .vehicle { return rule.vehicleExtraDB }
        guard rule.environment == .indoor else { return 0 }
        return frequencyMHz < 1000 ? rule.indoorExtraBelow1GHzDB : rule.indoorExtraAbove1GHzDB
    }

    private struct Ground {
        var heights: [Double]
        var clutter: [Double]
        var stepMeters: Double
    }

    /// Nil where any sample has no ground.
    private func heights(_ path: Geodesic.Inverse, from start: Coordinate) -> Ground? {
        guard let terrain = environment.terrain else { return nil }
        let intervals = max(4, Int((path.distanceMeters / terrain.sampleSpacingMeters).rounded(.up)))
        let step = path.distanceMeters / Double(intervals)
        var ground = Ground(heights: [], clutter: [], stepMeters: step)
        for index in 0...intervals {
            let place = Geodesic.destination(from: start, azimuthDegrees: path.azimuthDegrees, distanceMeters: step * Double(index))
            let height = terrain.heightMeters(at: place)
            if height.isNaN { return nil }
            ground.heights.append(height)
            ground.clutter.append(terrain.clutterMeters(at: place))
        }
        return ground
    }

    /// The room of a microwave hop, found sample by sample; nil over unknown ground.
    func hopRoomMeters(from start: Coordinate, _ mast: Double, to end: Coordinate, _ otherMast: Double, frequencyGHz: Double) -> Double? {
        let path = Geodesic.inverse(start, end)
        guard let ground = heights(path, from: start), let first = ground.heights.first, let last = ground.heights.last else { return nil }
        let rooms = ground.heights.indices.dropFirst().dropLast().map { index -> Double in
            let (before, after) = (ground.stepMeters * Double(index), path.distanceMeters - ground.stepMeters * Double(index))
            let ray = ((first + mast) * after + (last + otherMast) * before) / path.distanceMeters
            let top = ground.heights[index] + ground.clutter[index]
            func bulge(_ k: Double) -> Double { before * after / (2 * k * 6_371_000) }
            let zone = (0.299792458 / frequencyGHz * before * after / path.distanceMeters).squareRoot()
            return min(ray - top - bulge(4.0 / 3) - 0.6 * zone, ray - top - bulge(2.0 / 3))
        }
        return rooms.min()
    }

    private func level(
        _ cell: Station.Cell, _ station: Station, _ village: Coordinate, _ path: Geodesic.Inverse, _ ground: Ground
    ) -> Double? {
        guard let loss = lossDB(cell.frequencyMHz, station, village, path, ground) else { return nil }
        let elevation = elevationDegrees(station, path, ground)
        let gain = cell.sectors.map { $0.gainDBi(towardsAzimuthDegrees: path.azimuthDegrees, elevationDegrees: elevation) }.max()
        return gain.map { cell.resourceElementPowerDBm - environment.budget.feederLossDB + $0 - loss - extraLossDB(cell.frequencyMHz) }
    }

    private func lossDB(
        _ frequencyMHz: Double, _ station: Station, _ village: Coordinate, _ path: Geodesic.Inverse, _ ground: Ground
    ) -> Double? {
        guard path.distanceMeters >= P1812.shortestKm * 1000 else {
            // Below its range the model has a rule of its own and no reference to be held against.
            let model = PointToPointModel(climate: environment.climate)
            let profile = TerrainProfile(stepMeters: ground.stepMeters, heightsMeters: ground.heights, clutterMeters: ground.clutter)
            let scan = model.scan(
                profile, transmitterHeightMeters: station.mastHeightMeters, receiverHeightMeters: rule.receiverHeightMeters,
                middleLatitude: (station.place.latitude + village.latitude) / 2)
            return model.lossDB(scan, frequencyMHz: frequencyMHz, polarization: .vertical)
        }
        var inputs = P1812Inputs(
            frequencyGHz: frequencyMHz / 1000, transmitterHeightMeters: station.mastHeightMeters,
            receiverHeightMeters: rule.receiverHeightMeters, polarization: .vertical, transmitter: station.place, receiver: village,
            climate: environment.climate)
        inputs.timePercent = 50
        inputs.smoothPath = .attachment4
        let profile = try? PathProfile(
            distancesKm: ground.heights.indices.map { Double($0) * ground.stepMeters / 1000 }, heightsMeters: ground.heights,
            clutterHeightsMeters: ground.clutter)
        guard let profile else { return nil }
        return try? P1812.predict(inputs, over: profile).lossDB
    }

    /// Elevation of the village, or of the horizon before it when that is higher, seen from the antenna over the effective Earth.
    private func elevationDegrees(_ station: Station, _ path: Geodesic.Inverse, _ ground: Ground) -> Double {
        let radius = 6_371_000 * 157 / (157 - environment.climate.lapseRateNUnitsPerKm)
        let antenna = (ground.heights.first ?? 0) + station.mastHeightMeters
        func elevation(_ height: Double, _ meters: Double) -> Double { (height - antenna) / meters - meters / (2 * radius) }
        var highest = elevation((ground.heights.last ?? 0) + rule.receiverHeightMeters, max(1, path.distanceMeters))
        for index in ground.heights.indices.dropFirst().dropLast() {
            highest = max(highest, elevation(ground.heights[index] + ground.clutter[index], Double(index) * ground.stepMeters))
        }
        return atan(highest) * 180 / .pi
    }
}
