import Foundation
import Geodesy

/// Moves places by kilometres as on a flat map: good to a percent, which is enough for made-up data.
enum Plane {
    /// Degrees of latitude in a kilometre.
    static let latitudeDegreesPerKm = 1 / 110.57

    /// A place so many kilometres east and north of another.
    static func move(_ place: Coordinate, eastKm: Double, northKm: Double) -> Coordinate {
        Coordinate(
            longitude: place.longitude + eastKm / (111.32 * cos(place.latitude * .pi / 180)),
            latitude: place.latitude + northKm * latitudeDegreesPerKm)
    }

    /// A place near another, normally distributed with the given standard deviation in kilometres (Box–Muller).
    static func scatter(_ place: Coordinate, sigmaKm: Double, using generator: inout SeededGenerator) -> Coordinate {
        let radius = sigmaKm * (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
        let angle = Double.random(in: 0..<2 * .pi, using: &generator)
        return move(place, eastKm: radius * cos(angle), northKm: radius * sin(angle))
    }
}
