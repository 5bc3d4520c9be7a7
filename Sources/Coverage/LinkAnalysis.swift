import Geodesy
import Planning
import Radio
import Terrain

/// Looks at one path in full: the samples, the obstacle, and the level of every carrier with its parts.
///
/// Levels come from the very steps that verdicts take; beside them stands the reference model, computed over the same samples, so that a reader
/// sees both agree.
public struct LinkAnalysis: Sendable {
    private let predictor: PathPredictor

    /// The receiver's height is that of the rule.
    public init(rule: CoverageRule, environment: RadioEnvironment) {
        predictor = PathPredictor(environment, rule)
    }

    /// The path from a station to a place. Complexity: O(samples × carriers).
    public func report(from station: Station, to end: Coordinate) -> LinkReport {
        let start = station.place
        var profile = TerrainProfile()
        let isKnown = predictor.sample(from: start, to: end, into: &profile)
        let inverse = Geodesic.inverse(start, end)
        if predictor.environment.terrain == nil { profile = Self.unknownGround(distanceMeters: inverse.distanceMeters) }
        let lowest = station.cells.map(\.frequencyMHz).min() ?? PathScan.obstacleFrequencyMHz
        let ends = LinkGeometry(
            start: start, azimuthDegrees: inverse.azimuthDegrees, distanceMeters: inverse.distanceMeters,
            mastHeightMeters: station.mastHeightMeters, receiverHeightMeters: predictor.rule.receiverHeightMeters,
            earthRadiusMeters: 1000 * earthRadiusKilometers, frequencyMHz: lowest)
        let samples = ends.samples(profile)
        let scan =
            isKnown ? predictor.scan(profile, mastHeightMeters: station.mastHeightMeters, from: start, to: end) : nil
        let carriers = station.cells.map { carrier(station, $0, scan, profile, inverse, end) }
        return LinkReport(
            start: start, end: end, mastHeightMeters: station.mastHeightMeters,
            receiverHeightMeters: predictor.rule.receiverHeightMeters, distanceMeters: inverse.distanceMeters,
            azimuthDegrees: inverse.azimuthDegrees, backAzimuthDegrees: inverse.backAzimuthDegrees,
            effectiveEarthRadiusKilometers: earthRadiusKilometers, isInRange: inverse.distanceMeters <= station.rangeMeters,
            hasClutter: predictor.environment.terrain?.clutterMeters != nil, surface: predictor.environment.terrain?.surface,
            fresnelFrequencyMHz: lowest, samples: samples, missingTiles: LinkGeometry.missingTiles(samples),
            shape: scan.map { shape(station, $0, profile, samples, end) },
            carriers: carriers.sorted { Self.strength($0) > Self.strength($1) })
    }

    /// A profile of which nothing is known, dense enough to meet every tile on the way for longer than a kilometre.
    private static func unknownGround(distanceMeters: Double) -> TerrainProfile {
        let count = max(TerrainProfile.minimumSamples, Int((min(distanceMeters, 20_100_000) / 1000).rounded(.up)) + 1)
        return TerrainProfile(stepMeters: distanceMeters / Double(count - 1), heightsMeters: [Double](repeating: .nan, count: count))
    }

    /// Strongest first; newer technologies first among equals.
    private static func strength(_ carrier: LinkCarrier) -> (Double, String, Double) {
        (carrier.level?.rsrpDBm ?? carrier.freeSpaceDBm, carrier.technology.rawValue, carrier.frequencyMHz)
    }

    private var earthRadiusKilometers: Double { predictor.environment.climate.effectiveEarthRadiusKm }

    private func shape(
        _ station: Station, _ scan: PathScan, _ profile: TerrainProfile, _ samples: [LinkReport.Sample], _ end: Coordinate
    ) -> LinkReport.Shape {
        // Horizons do not depend on the frequency; any that the model takes will do.
        let reference = reference(station, PathScan.obstacleFrequencyMHz, profile, end)
        func kilometres(_ name: String) -> Double? { reference?.intermediates.first { $0.name == name }?.value }
        let isHidden = !(reference?.isLineOfSight ?? true)
        return LinkReport.Shape(
            isLineOfSight: scan.isLineOfSight, isBelowModelRange: scan.isBelowModelRange,
            obstruction: obstruction(station, scan, profile),
            mastHorizonMeters: isHidden ? kilometres("dlt").map { $0 * 1000 } : nil,
            receiverHorizonMeters: isHidden ? kilometres("dlr").map { scan.distanceMeters - $0 * 1000 } : nil,
            rayElevationDegrees: scan.rayElevationDegrees,
            departureElevationDegrees: scan.departureElevationDegrees,
            fresnel: LinkGeometry.narrowest(samples))
    }

    /// As the verdicts name it.
    private func obstruction(_ station: Station, _ scan: PathScan, _ profile: TerrainProfile) -> Obstruction? {
        guard let cell = station.cells.first else { return nil }
        let level = predictor.level(cell, scan, azimuthDegrees: profile.azimuthDegrees)
        return predictor.signal(station, cell, level, scan, profile).obstruction
    }

    private func carrier(
        _ station: Station, _ cell: Station.Cell, _ scan: PathScan?, _ profile: TerrainProfile, _ path: Geodesic.Inverse,
        _ end: Coordinate
    ) -> LinkCarrier {
        let feeder = predictor.environment.budget.feederLossDB
        let extra = predictor.rule.extraLossDB(frequencyMHz: cell.frequencyMHz)
        let free = FreeSpace.lossDB(distanceMeters: max(1, path.distanceMeters), frequencyMHz: cell.frequencyMHz)
        let fallback = try? RuralMacro.lossDB(
            distanceMeters: path.distanceMeters, frequencyMHz: cell.frequencyMHz, mastHeightMeters: station.mastHeightMeters,
            terminalHeightMeters: predictor.rule.receiverHeightMeters)
        var carrier = LinkCarrier(
            technology: cell.technology, frequencyMHz: cell.frequencyMHz, resourceElementPowerDBm: cell.resourceElementPowerDBm,
            feederLossDB: feeder, extraLossDB: extra, requiredDBm: predictor.rule.requiredDBm, freeSpaceLossDB: free,
            freeSpaceDBm: cell.peakDBm - free - extra, fallbackDBm: fallback.map { cell.peakDBm - $0.lossDB - extra })
        guard let scan else { return carrier }
        let level = predictor.level(cell, scan, azimuthDegrees: profile.azimuthDegrees)
        carrier.freeSpaceDBm = level.rsrpDBm + level.lossDB - free
        carrier.level = LinkCarrier.Level(
            lossDB: level.lossDB, parts: parts(station, cell.frequencyMHz, scan, profile, end), gainDBi: level.gainDBi,
            sectorAzimuthDegrees: sector(cell, scan, level.gainDBi, profile.azimuthDegrees), rsrpDBm: level.rsrpDBm,
            marginDB: level.rsrpDBm - predictor.rule.requiredDBm, probability: predictor.rule.probability(level.rsrpDBm),
            isUsable: predictor.rule.isUsable(level.rsrpDBm),
            uplink: UplinkCheck().margins(gainDBi: level.gainDBi, lossDB: level.lossDB, feederLossDB: feeder, extraLossDB: extra))
        return carrier
    }

    /// The boresight of the first sector with the gain that the level was computed with.
    private func sector(_ cell: Station.Cell, _ scan: PathScan, _ gainDBi: Double, _ azimuthDegrees: Double) -> Double? {
        let elevation = scan.departureElevationDegrees
        return cell.sectors.first {
            $0.gainDBi(towardsAzimuthDegrees: azimuthDegrees, elevationDegrees: elevation) >= gainDBi
        }?.azimuthDegrees
    }

    /// The reference model over the samples of a known path; nil where it does not take the input.
    private func reference(
        _ station: Station, _ frequencyMHz: Double, _ profile: TerrainProfile, _ end: Coordinate
    ) -> P1812Prediction? {
        var inputs = P1812Inputs(
            frequencyGHz: frequencyMHz / 1000, transmitterHeightMeters: station.mastHeightMeters,
            receiverHeightMeters: predictor.rule.receiverHeightMeters, polarization: .vertical, transmitter: station.place,
            receiver: end, climate: predictor.environment.climate)
        inputs.smoothPath = .attachment4
        let count = profile.count
        let path = try? PathProfile(
            distancesKm: (0..<count).map { Double($0) * profile.stepMeters / 1000 },
            heightsMeters: Array(profile.heightsMeters.prefix(count)),
            clutterHeightsMeters: profile.clutterMeters.isEmpty ? [] : Array(profile.clutterMeters.prefix(count)))
        guard let path else { return nil }
        return try? P1812.predict(inputs, over: path)
    }

    private func parts(
        _ station: Station, _ frequencyMHz: Double, _ scan: PathScan, _ profile: TerrainProfile, _ end: Coordinate
    ) -> LinkCarrier.Parts? {
        guard let prediction = reference(station, frequencyMHz, profile, end) else { return nil }
        let values = Dictionary(
            prediction.intermediates.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        func value(_ name: String) -> Double { values[name] ?? .nan }
        let isShort = scan.isBelowModelRange
        return LinkCarrier.Parts(
            freeSpaceDB: value("Lbfs"), bullingtonDB: value("Lbulla50"), smoothBullingtonDB: value("Lbulls50"),
            sphericalEarthDB: value("Ldsph50"), diffractionDB: isShort ? value("Lbulla50") : value("Ld50"),
            troposcatterDB: value("Lbs"), ductingDB: value("Lba"),
            totalDB: isShort ? value("Lbfs") + value("Lbulla50") : prediction.lossDB)
    }
}
