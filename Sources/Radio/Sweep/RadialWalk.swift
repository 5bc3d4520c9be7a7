import Foundation
import Terrain

/// Walks outward along one radial and answers for a receiver at every sample what a scan of the whole path would find.
///
/// Heights are over the curved Earth unrolled, H = h − (500/ae)·d²: there every straight ray is a straight line, and a receiver's horizon is a tangent
/// to the upper hull of what has been passed. Points are passed after the receiver on them has been asked for, so that a receiver's own sample
/// counts with its ground alone.
struct RadialWalk: ~Copyable {
    private let tables: SweepScale
    private let antennaHeightMeters: Double
    private let hasClutter: Bool

    /// The bare ground as it is, for hobs and αobr; over the curved Earth, for horizons; and with clutter, for Bullington.
    private var flatHull: UpperHull
    private var groundHull: UpperHull
    private var clutterHull: UpperHull
    /// Points of the Bullington profile and, where they differ, of the ground.
    private var obstacles: ClearanceSearch
    private var ground: ClearanceSearch

    private var transmitterGround = 0.0
    private var transmitter = 0.0
    /// v1 and v2 of Eqs. (85) and (86), up to the sample last entered.
    private var area = 0.0
    private var moment = 0.0
    private var before = 0.0
    private var beforeKm = 0.0
    /// The transmitter's horizons: highest slopes so far, m/km.
    private var flatSlope = -Double.infinity
    private var groundSlope = -Double.infinity
    private var groundHorizon = 1
    private var obstacleSlope = -Double.infinity

    init(tables: SweepScale, antennaHeightMeters: Double, hasClutter: Bool) {
        self.tables = tables
        self.antennaHeightMeters = antennaHeightMeters
        self.hasClutter = hasClutter
        let count = tables.lastRing + 1
        flatHull = UpperHull(capacity: count)
        groundHull = UpperHull(capacity: count)
        clutterHull = UpperHull(capacity: hasClutter ? count : 1)
        obstacles = ClearanceSearch(capacity: count, stepKm: tables.stepKm)
        ground = ClearanceSearch(capacity: hasClutter ? count : 1, stepKm: tables.stepKm)
    }

    /// Begins a radial.
    mutating func start(groundMeters: Double) {
        flatHull.removeAll()
        groundHull.removeAll()
        clutterHull.removeAll()
        transmitterGround = groundMeters
        transmitter = groundMeters + antennaHeightMeters
        (area, moment, before, beforeKm) = (0, 0, groundMeters, 0)
        flatSlope = -.infinity
        groundSlope = -.infinity
        groundHorizon = 1
        obstacleSlope = -.infinity
    }

    /// Extends the areas under the ground to a sample; before receivers there are asked for.
    @inline(__always) mutating func enter(_ ring: Int, groundMeters height: Double) {
        let d = Double(ring) * tables.stepKm
        let step = d - beforeKm
        area += step * (height + before)
        moment += step * (height * (2 * d + beforeKm) + before * (d + 2 * beforeKm))
        (before, beforeKm) = (height, d)
    }

    /// Leaves a sample behind: from now on it stands in the way.
    @inline(__always) mutating func pass(_ ring: Int, groundMeters height: Double, clutterMeters: Double) {
        let d = Double(ring) * tables.stepKm
        let curved = height - tables.bulge * d * d
        let perD = 1 / d
        flatHull.push(d, height)
        groundHull.push(d, curved)
        flatSlope = max(flatSlope, (height - transmitter) * perD)
        let slope = (curved - transmitter) * perD
        if slope > groundSlope {
            groundSlope = slope
            groundHorizon = ring
        }
        if hasClutter {
            let top = curved + clutterMeters
            clutterHull.push(d, top)
            obstacles.push(ring, top)
            ground.push(ring, curved)
            obstacleSlope = max(obstacleSlope, (top - transmitter) * perD)
        } else {
            obstacles.push(ring, curved)
            obstacleSlope = groundSlope
        }
    }

    /// A receiver at the sample entered last.
    @inline(__always) func receiver(_ ring: Int, groundMeters: Double, heightMeters: Double) -> SweepReceiver {
        let d = Double(ring) * tables.stepKm
        let perD = 1 / d
        let receiver = groundMeters + heightMeters
        let rise = (receiver - transmitter) * perD
        let raySlope = rise - tables.bulge * d
        let curvedReceiver = receiver - tables.bulge * d * d

        // What stands in the way, in front of either antenna.
        let nuRootWavelength: Double
        let horizon =
            hasClutter
            ? clutterHull.point(clutterHull.tangent(fromX: d, y: curvedReceiver))
            : groundHull.point(groundHull.tangent(fromX: d, y: curvedReceiver))
        let receiverSlope = (horizon.y - curvedReceiver) / (d - horizon.x)
        let isBlocked = obstacleSlope >= raySlope
        if isBlocked {
            // Bullington's point in closed form: ν·√λ = √(0.002·d·a·b), with a and b the angles by which the horizons stand over the ray.
            let square = 0.002 * d * (obstacleSlope - raySlope) * (receiverSlope + raySlope)
            nuRootWavelength = max(0, square).squareRoot()
        } else {
            nuRootWavelength = clearNu(
                ring, d, raySlope: raySlope, transmitterGap: raySlope - obstacleSlope, receiverGap: -raySlope - receiverSlope)
        }

        // The smooth surface for diffraction, Eqs. (87) to (91).
        let perSquare = perD * perD
        var (smoothT, smoothR) = ((2 * area * d - moment) * perSquare, (moment - area * d) * perSquare)
        if flatSlope > rise {
            let top = flatHull.point(flatHull.supporting(slope: rise))
            let above = top.y - transmitter - rise * top.x
            let seen = flatHull.point(flatHull.tangent(fromX: d, y: receiver))
            let fromT = flatSlope - rise
            let fromR = (seen.y - receiver) / (d - seen.x) + rise
            let share = above / (fromT + fromR)
            smoothT -= share * fromT
            smoothR -= share * fromR
        }
        return SweepReceiver(
            ring: ring, distanceKm: d, groundMeters: groundMeters, receiverMeters: receiver, raySlope: raySlope,
            heightDifferenceMeters: transmitter - receiver,
            nuRootWavelength: nuRootWavelength, departureSlope: max(raySlope, obstacleSlope), obstacleReceiverSlope: receiverSlope,
            obstacleHorizonKm: horizon.x,
            smoothTransmitterMeters: transmitter - min(smoothT, transmitterGround),
            smoothReceiverMeters: receiver - min(smoothR, groundMeters))
    }

    /// ν·√λ of the worst point under a clear ray; −∞ when it costs nothing at any of the frequencies.
    private func clearNu(_ ring: Int, _ d: Double, raySlope: Double, transmitterGap: Double, receiverGap: Double) -> Double {
        // A point that costs anything stands within 0.78·√λ of the ray in units of √(0.002·d1·d2/d), and under both gaps at once.
        let reach = Self.reachPerWavelength * tables.longestWavelength
        let last = transmitterGap > 0 ? min(Double(ring - 1), reach / (transmitterGap * transmitterGap * tables.stepKm)) : Double(ring - 1)
        let back = receiverGap > 0 ? min(Double(ring - 1), reach / (receiverGap * receiverGap * tables.stepKm)) : Double(ring - 1)
        let first = max(1, ring - Int(back.rounded(.up)))
        let through = min(ring - 1, Int(last.rounded(.up)))
        guard first <= through else { return -.infinity }
        let found = obstacles.worst(
            from: first, through: through, end: ring, start: transmitter, slope: raySlope, floor: -reach / d)
        guard found.index > 0 else { return -.infinity }
        return found.signedSquare < 0 ? -(-found.signedSquare * 0.002 * d).squareRoot() : (found.signedSquare * 0.002 * d).squareRoot()
    }

    /// 0.78² / 0.002, with a hair on top.
    private static let reachPerWavelength = KnifeEdge.lowestNu * KnifeEdge.lowestNu / 0.002 * (1 + 1e-9)

    /// Horizons over bare ground: their slopes over the effective Earth, m/km, and where they stand, km from the transmitter.
    struct Horizons {
        var isTranshorizon: Bool
        var transmitterSlope: Double
        var receiverSlope: Double
        /// Of no meaning on a path with line of sight.
        var transmitterKm: Double
        var receiverFromKm: Double
    }

    /// The horizons of a receiver's path.
    @inline(__always) func horizons(_ receiver: SweepReceiver) -> Horizons {
        let d = receiver.distanceKm
        guard groundSlope > receiver.raySlope else {
            return Horizons(
                isTranshorizon: false, transmitterSlope: receiver.raySlope, receiverSlope: -receiver.raySlope - 2 * tables.bulge * d,
                transmitterKm: 0, receiverFromKm: 0)
        }
        var (slope, from) = (receiver.obstacleReceiverSlope, receiver.obstacleHorizonKm)
        if hasClutter {
            let curved = receiver.receiverMeters - tables.bulge * d * d
            let seen = groundHull.point(groundHull.tangent(fromX: d, y: curved))
            (slope, from) = ((seen.y - curved) / (d - seen.x), seen.x)
        }
        return Horizons(
            isTranshorizon: true, transmitterSlope: groundSlope, receiverSlope: slope - 2 * tables.bulge * d,
            transmitterKm: Double(groundHorizon) * tables.stepKm, receiverFromKm: from)
    }

    /// All that the point-to-point model knows of a receiver's path. O(length) where the roughness of the ground is asked for.
    func geometry(_ receiver: SweepReceiver, heights: UnsafePointer<Double>) -> PathGeometry {
        let d = receiver.distanceKm
        let ends = PathEnds(
            distanceKm: d, transmitterGround: transmitterGround, receiverGround: receiver.groundMeters, transmitterMeters: transmitter,
            receiverMeters: receiver.receiverMeters)
        let rise = ends.rayRise
        let horizons = horizons(receiver)
        let top = flatHull.point(flatHull.supporting(slope: rise))
        let seen = flatHull.point(flatHull.tangent(fromX: d, y: receiver.receiverMeters))
        var scan = GroundScan()
        scan.area = area
        scan.moment = moment
        scan.highestAboveRay = top.y - transmitter - rise * top.x
        scan.steepestFromTransmitter = flatSlope - rise
        scan.steepestFromReceiver = (seen.y - receiver.receiverMeters) / (d - seen.x) + rise
        scan.transmitterHorizonSlope = groundSlope
        scan.transmitterHorizon = groundHorizon
        if horizons.isTranshorizon {
            scan.receiverHorizonSlope = horizons.receiverSlope
            scan.receiverHorizon = Int((horizons.receiverFromKm / tables.stepKm).rounded())
        } else {
            let start = transmitter
            let found =
                hasClutter
                ? ground.worst(
                    from: 1, through: receiver.ring - 1, end: receiver.ring, start: start, slope: receiver.raySlope, floor: -.infinity)
                : obstacles.worst(
                    from: 1, through: receiver.ring - 1, end: receiver.ring, start: start, slope: receiver.raySlope, floor: -.infinity)
            scan.worstIndex = max(1, found.index)
        }
        let surface = SmoothSurface(scan, ends)
        let axis = EvenAxis(stepKm: tables.stepKm)
        let horizon = RadioHorizon(scan, axis, ends, earthRadiusKm: tables.earthRadiusKm)
        let slope = (surface.ductReceiverMeters - surface.ductTransmitterMeters) / d
        var roughness = -Double.infinity
        for index in horizon.transmitterIndex...horizon.receiverIndex {
            roughness = max(roughness, heights[index] - (surface.ductTransmitterMeters + slope * axis.km(index)))
        }
        let sphere = SphericalEarthPath(
            distanceKm: d, transmitterMeters: receiver.smoothTransmitterMeters, receiverMeters: receiver.smoothReceiverMeters,
            earthRadiusKm: tables.earthRadiusKm)
        var actual = BullingtonEdge(clear: receiver.nuRootWavelength)
        actual.isLineOfSight = receiver.departureSlope <= receiver.raySlope
        return PathGeometry(
            ends: ends, effectiveEarthRadiusKm: tables.earthRadiusKm, surface: surface, horizon: horizon, roughnessMeters: roughness,
            median: DiffractionPath(actual: actual, smooth: BullingtonEdge(smoothEarth: sphere), sphere: sphere), anomalous: nil,
            zones: ZoneLengths(inlandKm: d), worstIndex: scan.worstIndex, worstAboveRayMeters: 0,
            transmitterSlope: obstacleSlope + tables.bulge * d)
    }
}

extension GroundScan {
    /// A scan whose findings are filled in one by one.
    init() {}
}

/// A receiver on a radial: what does not depend on frequency.
struct SweepReceiver {
    var ring: Int
    var distanceKm: Double
    var groundMeters: Double
    var receiverMeters: Double
    /// Of the direct ray over the unrolled Earth, m/km: its elevation at the transmitter.
    var raySlope: Double
    var heightDifferenceMeters: Double
    /// ν·√λ of ground and clutter, √m.
    var nuRootWavelength: Double
    /// Elevation at which the wave leaves the transmitter, m/km: the direct ray or the horizon above it.
    var departureSlope: Double
    var obstacleReceiverSlope: Double
    var obstacleHorizonKm: Double
    /// Antenna heights over the smooth surface for diffraction, metres.
    var smoothTransmitterMeters: Double
    var smoothReceiverMeters: Double
}
