/// What one pass over the bare ground finds; none of it depends on frequency or on clutter.
///
/// Source: Recommendation ITU-R P.1812-8, Annex 1, Attachment 1, Eqs. (77), (82), (85), (86) and (89).
struct GroundScan {
    /// Sum v1 of Eq. (85): twice the area under the ground, m·km.
    var area = 0.0
    /// Sum v2 of Eq. (86): six times its moment about the transmitter, m·km².
    var moment = 0.0
    /// Highest ground over the straight line between the antennas, without the Earth's curve, hobs, metres. Eq. (89a).
    var highestAboveRay = -Double.infinity
    /// αobt and αobr, m/km. Eqs. (89b), (89c).
    var steepestFromTransmitter = -Double.infinity
    var steepestFromReceiver = -Double.infinity
    /// Highest slopes of the ground over the median effective Earth as seen from either antenna, m/km, and where: the first point of equals from
    /// the transmitter, the last from the receiver.
    var transmitterHorizonSlope = -Double.infinity
    var transmitterHorizon = 1
    var receiverHorizonSlope = -Double.infinity
    var receiverHorizon = 1
    /// The point with the largest ν against the direct ray, the last of equals. Eq. (15).
    var worstIndex = 1

    /// One pass, O(n).
    ///
    /// - Parameter bulge: 500/ae, m/km².
    init<Axis: ProfileAxis>(_ axis: Axis, _ heights: UnsafeBufferPointer<Double>, _ ends: PathEnds, bulge: Double) {
        let length = ends.distanceKm
        let (transmitter, receiver) = (ends.transmitterMeters, ends.receiverMeters)
        let rayRise = ends.rayRise
        let last = heights.count - 1
        var (area, moment) = (0.0, 0.0)
        var highest = -Double.infinity
        var (steepT, steepR) = (-Double.infinity, -Double.infinity)
        var (horizonT, horizonR) = (-Double.infinity, -Double.infinity)
        var worst = -Double.infinity
        var (placeT, placeR, placeWorst) = (1, 1, 1)
        var (before, beforeKm) = (ends.transmitterGround, 0.0)
        for index in 1..<last {
            let height = heights[index]
            let d = axis.km(index)
            let rest = length - d
            let step = d - beforeKm
            area += step * (height + before)
            moment += step * (height * (2 * d + beforeKm) + before * (d + 2 * beforeKm))
            (before, beforeKm) = (height, d)
            let rise = height - transmitter
            let above = rise - rayRise * d
            if above > highest { highest = above }
            let (perD, perRest) = (1 / d, 1 / rest)
            let slopeT = rise * perD
            let slopeR = (height - receiver) * perRest
            if slopeT > steepT { steepT = slopeT }
            if slopeR > steepR { steepR = slopeR }
            let bentT = slopeT - bulge * d
            let bentR = slopeR - bulge * rest
            if bentT > horizonT {
                horizonT = bentT
                placeT = index
            }
            if bentR >= horizonR {
                horizonR = bentR
                placeR = index
            }
            let curved = above + bulge * (d * rest)
            let signedSquare = curved * curved.magnitude * (perD * perRest)
            if signedSquare >= worst {
                worst = signedSquare
                placeWorst = index
            }
        }
        let step = length - beforeKm
        area += step * (ends.receiverGround + before)
        moment += step * (ends.receiverGround * (2 * length + beforeKm) + before * (length + 2 * beforeKm))
        self.area = area
        self.moment = moment
        highestAboveRay = highest
        steepestFromTransmitter = steepT - rayRise
        steepestFromReceiver = steepR + rayRise
        transmitterHorizonSlope = horizonT
        transmitterHorizon = placeT
        receiverHorizonSlope = horizonR
        receiverHorizon = placeR
        worstIndex = placeWorst
    }
}
