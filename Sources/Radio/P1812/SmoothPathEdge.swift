import Foundation

extension BullingtonEdge {
    /// The edge of a smooth Earth in closed form: what the search over a profile of zeros finds as its points grow dense.
    ///
    /// Source: Recommendation ITU-R P.1812-8, Annex 1, Attachment 4, Eqs. (105) to (112).
    init(smoothEarth sphere: SphericalEarthPath) {
        switch sphere.state {
        case .clear(let clearance, let first, let second, _):
            self.init(clear: -clearance * sqrt(0.002 * sphere.distanceKm / (first * second)))
        case .beyondHorizon:
            let bulge = 500 / sphere.earthRadiusKm
            self.init(
                transmitterSlope: bulge * sphere.distanceKm - 2 * sqrt(bulge * sphere.transmitterMeters),
                receiverSlope: bulge * sphere.distanceKm - 2 * sqrt(bulge * sphere.receiverMeters),
                transmitterMeters: sphere.transmitterMeters, receiverMeters: sphere.receiverMeters, distanceKm: sphere.distanceKm)
        }
    }
}
