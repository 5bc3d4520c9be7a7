import Geodesy

/// When two runs mean one place, whatever they call it.
enum SamePlace {
    /// Two programs may round a coordinate differently: up to a metre is the same place.
    static let meters = 1.0

    /// Ids of places that a search has found may mean another place in another run: what is farther away than this is another site.
    static let sameSiteMeters = 100.0

    /// Whether two coordinates are one place.
    static func holds(_ one: Coordinate, _ other: Coordinate) -> Bool { Geodesic.distanceMeters(one, other) <= meters }
}

extension PlanDocument.ProposedSite {
    /// Where it stands.
    var place: Coordinate { Coordinate(longitude: lon, latitude: lat) }
}
