/// Searches the points of a profile for what the Bullington construction needs, in one pass.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.1, Eqs. (13) to (17).
struct BullingtonSearch<Axis: ProfileAxis, Ground: ProfileGround> {
    let axis: Axis
    let ground: Ground
    let count: Int
    let ends: PathEnds
    /// 500/ap, m/km²: an Earth of radius ap bulges by this times d·(dtot − d).
    let bulge: Double

    /// What a pass finds.
    struct Finding {
        /// Highest slopes of the curved ground as seen from either antenna, m/km. Eqs. (13), (17).
        var transmitterSlope: Double
        var receiverSlope: Double
        /// The point with the largest ν against the direct ray, the last of equals. Eq. (15).
        var worstIndex: Int
    }

    /// One pass, O(n).
    func find() -> Finding {
        let length = ends.distanceKm
        let (transmitter, receiver) = (ends.transmitterMeters, ends.receiverMeters)
        let rayRise = ends.rayRise
        let bulge = bulge
        var (slopeT, slopeR, worst) = (-Double.infinity, -Double.infinity, -Double.infinity)
        var place = 1
        for index in 1..<(count - 1) {
            let d = axis.km(index)
            let rest = length - d
            let (perD, perRest) = (1 / d, 1 / rest)
            let height = ground.meters(index)
            let rise = height - transmitter
            let fromT = rise * perD + bulge * rest
            let fromR = (height - receiver) * perRest + bulge * d
            if fromT > slopeT { slopeT = fromT }
            if fromR > slopeR { slopeR = fromR }
            // Only the order matters here: the square of ν with its sign spares a root at each point.
            let above = rise - rayRise * d + bulge * (d * rest)
            let signedSquare = above * above.magnitude * (perD * perRest)
            if signedSquare >= worst {
                worst = signedSquare
                place = index
            }
        }
        return Finding(transmitterSlope: slopeT, receiverSlope: slopeR, worstIndex: place)
    }

    /// The edge that stands for the profile.
    func edge(_ finding: Finding) -> BullingtonEdge {
        guard finding.transmitterSlope < ends.rayRise else {
            return BullingtonEdge(
                transmitterSlope: finding.transmitterSlope, receiverSlope: finding.receiverSlope,
                transmitterMeters: ends.transmitterMeters, receiverMeters: ends.receiverMeters, distanceKm: ends.distanceKm)
        }
        let d = axis.km(finding.worstIndex)
        let spread = d * (ends.distanceKm - d)
        return BullingtonEdge(clear: aboveRayMeters(finding.worstIndex) * (0.002 * ends.distanceKm / spread).squareRoot())
    }

    /// Height of a point over the direct ray with the Earth's curve, metres; negative below it.
    func aboveRayMeters(_ index: Int) -> Double {
        let d = axis.km(index)
        let rest = ends.distanceKm - d
        return ground.meters(index) + bulge * d * rest - (ends.transmitterMeters * rest + ends.receiverMeters * d) / ends.distanceKm
    }
}
