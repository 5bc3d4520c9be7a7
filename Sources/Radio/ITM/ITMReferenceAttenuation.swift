import Foundation

/// The loss beyond free space under ordinary conditions, before anything varies.
///
/// Source: ERL 79-ITS 67, §3, Eqs. (3.16a)–(3.21); Hufford, "The Algorithm", §4.
struct ITMReferenceAttenuation {
    /// Aref, dB, never negative.
    let lossDB: Double
    /// What carries the wave.
    let regime: ITMPrediction.Regime

    init(_ path: ITMPath) {
        let diffraction = Self.diffractionLine(path)
        let distance = path.terrain.distanceMeters
        if distance < path.smoothSightMeters {
            lossDB = max(0, Self.inSightDB(path, diffraction))
            regime = .lineOfSight
        } else {
            let scatter = Self.scatterLine(path, diffraction)
            let isScattered = distance > scatter.beginMeters
            lossDB = max(0, (isScattered ? scatter.line : diffraction).lossDB(atMeters: distance))
            regime = isScattered ? .troposcatter : .diffraction
        }
    }

    /// (ae²/f)^⅓, metres: the scale of diffraction.
    private static func scaleMeters(_ path: ITMPath) -> Double {
        pow(path.earthRadiusMeters * path.earthRadiusMeters / path.frequencyMHz, 1 / 3.0)
    }

    /// Through the diffraction loss at two distances far behind the horizons.
    private static func diffractionLine(_ path: ITMPath) -> LossLine {
        let scale = scaleMeters(path)
        let near = max(path.smoothSightMeters, path.horizonSumMeters + 5 * scale)
        let far = near + 10 * scale
        let model = ITMDiffraction(path)
        let nearLoss = model.lossDB(atMeters: near)
        let slope = (model.lossDB(atMeters: far) - nearLoss) / (far - near)
        return LossLine(slope: slope, interceptDB: nearLoss - slope * near)
    }

    /// a + k1·d + k2·ln d through the two-ray loss at two distances and the diffraction loss where sight ends.
    private static func inSightDB(_ path: ITMPath, _ diffraction: LossLine) -> Double {
        let end = path.smoothSightMeters
        let endLoss = diffraction.lossDB(atMeters: end)
        let heights = path.terrain.effectiveHeightsMeters
        var near = 0.04 * path.frequencyMHz * heights[0] * heights[1]
        let middle: Double
        if diffraction.interceptDB >= 0 {
            near = min(near, 0.5 * path.horizonSumMeters)
            middle = near + 0.25 * (path.horizonSumMeters - near)
        } else {
            middle = max(-diffraction.interceptDB / diffraction.slope, 0.25 * path.horizonSumMeters)
        }
        let sight = ITMLineOfSight(path: path, diffraction: diffraction)
        let middleLoss = sight.lossDB(atMeters: middle)
        let nearLoss = near < middle ? sight.lossDB(atMeters: near) : 0
        let growth =
            (near < middle
                ? curvedGrowth(
                    near: (near, nearLoss), middle: (middle, middleLoss), end: (end, endLoss), diffraction: diffraction)
                : nil) ?? evenGrowth(middle: (middle, middleLoss), end: (end, endLoss), diffraction: diffraction)
        let distance = path.terrain.distanceMeters
        return endLoss + growth.perMeter * (distance - end) + growth.perLog * log(distance / end)
    }

    private typealias Point = (meters: Double, lossDB: Double)
    private typealias Growth = (perMeter: Double, perLog: Double)

    /// k̂1 and k̂2 through three points; nil where the logarithm has no part in it. ERL 79-ITS 67, Eqs. (3.20) and (3.21).
    private static func curvedGrowth(near: Point, middle: Point, end: Point, diffraction: LossLine) -> Growth? {
        let logs = log(end.meters / near.meters)
        let toEnd = end.meters - near.meters
        let toMiddle = middle.meters - near.meters
        let perLog = max(
            0,
            (toEnd * (middle.lossDB - near.lossDB) - toMiddle * (end.lossDB - near.lossDB))
                / (toEnd * log(middle.meters / near.meters) - toMiddle * logs))
        guard diffraction.interceptDB > 0 || perLog > 0 else { return nil }
        let perMeter = (end.lossDB - near.lossDB - perLog * logs) / toEnd
        guard perMeter < 0 else { return (perMeter, perLog) }
        let steeper = max(0, end.lossDB - near.lossDB) / logs
        return (steeper == 0 ? diffraction.slope : 0, steeper)
    }

    /// k̂1 through two points.
    private static func evenGrowth(middle: Point, end: Point, diffraction: LossLine) -> Growth {
        let perMeter = max(0, end.lossDB - middle.lossDB) / (end.meters - middle.meters)
        return (perMeter == 0 ? diffraction.slope : perMeter, 0)
    }

    /// Through the scatter loss at two distances, and where it takes over from diffraction.
    private static func scatterLine(_ path: ITMPath, _ diffraction: LossLine) -> (line: LossLine, beginMeters: Double) {
        let model = ITMTroposcatter(path: path)
        let near = path.horizonSumMeters + 200e3
        let farther = model.answer(atMeters: path.horizonSumMeters + 400e3)
        guard let nearer = model.answer(atMeters: near, fartherGainDB: farther?.gainDB), nearer.lossDB < noAnswerDB else {
            return (diffraction, 10e6)
        }
        let slope = ((farther?.lossDB ?? noScatterDB) - nearer.lossDB) / 200e3
        let crossing = (nearer.lossDB - diffraction.interceptDB - slope * near) / (diffraction.slope - slope)
        let nearest = path.horizonSumMeters + 1.088 * scaleMeters(path) * log(path.frequencyMHz)
        let begin = max(path.smoothSightMeters, nearest, crossing)
        return (LossLine(slope: slope, interceptDB: (diffraction.slope - slope) * begin + diffraction.interceptDB), begin)
    }

    private static let noAnswerDB = 1_000.0
    /// What the reference implementation says where scatter has no answer.
    private static let noScatterDB = 1_001.0
}
