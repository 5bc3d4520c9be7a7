import Geodesy
import Geometry
import Planning

/// A made-up country: villages in clusters, masts where people live, one footprint for each technology of a mast.
///
/// Nothing in it is a real village or a real operator's network. The same numbers and seed give the same country.
struct SyntheticCountry: Sendable {
    var villages: Int
    var footprints: Int
    var seed: UInt64
    /// Area relative to the box of Viet Nam; provinces and communes grow with it, so that density stays when villages grow alike.
    var areaScale = 1.0

    /// The box that holds Viet Nam's mainland.
    private static let vietnam = BoundingBox(west: 102.1, south: 8.5, east: 109.5, north: 23.4)
    /// Clusters in a country of scale 1, near the numbers of provinces and communes since 2025.
    private static let provinces = 34.0
    private static let communes = 3_321.0

    /// The box that all villages and masts lie in.
    var box: BoundingBox {
        let (full, side) = (Self.vietnam, areaScale.squareRoot() / 2)
        let (longitude, latitude) = ((full.west + full.east) / 2, (full.south + full.north) / 2)
        let (width, height) = ((full.east - full.west) * side, (full.north - full.south) * side)
        return BoundingBox(west: longitude - width, south: latitude - height, east: longitude + width, north: latitude + height)
    }

    /// Makes the country. O(villages + footprints).
    func world() -> World {
        var generator = SeededGenerator(seed: seed)
        let centres = communeCentres(&generator)
        let villages = makeVillages(around: centres, &generator)
        let (sites, footprints) = makeNetwork(near: villages, &generator)
        let box = self.box
        let corners = [(box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north)]
        let whole = MultiPolygon(exterior: corners.map { Coordinate(longitude: $0.0, latitude: $0.1) })
        return World(area: [whole], sitesCompleteIn: [whole], villages: villages, sites: sites, footprints: footprints)
    }

    private func communeCentres(_ generator: inout SeededGenerator) -> [Coordinate] {
        let provinces = (0..<max(1, Int(Self.provinces * areaScale))).map { _ in anywhere(&generator) }
        return (0..<max(1, Int(Self.communes * areaScale))).map { number in
            inside(&generator) { Plane.scatter(provinces[number % provinces.count], sigmaKm: 45, using: &$0) }
        }
    }

    /// Nineteen villages in twenty lie around a commune's centre, communes being of very different size; the others lie anywhere.
    private func makeVillages(around centres: [Coordinate], _ generator: inout SeededGenerator) -> [Village] {
        (0..<villages).map { number in
            let isAlone = Double.random(in: 0..<1, using: &generator) < 0.05
            // The square of a uniform number prefers low ones: few communes are large, many small.
            let share = Double.random(in: 0..<1, using: &generator)
            let commune = Int(share * share * Double(centres.count))
            let place =
                isAlone
                ? anywhere(&generator)
                : inside(&generator) { Plane.scatter(centres[commune], sigmaKm: 3, using: &$0) }
            return Village(
                id: "v\(number)", name: "Thôn \(number)", centre: place, communeCode: "c\(commune)",
                households: Int.random(in: 20...300, using: &generator), isSynthetic: true)
        }
    }

    /// A mast carries 3G and 4G, each with a footprint of its own; four in five stand near a village, the others anywhere.
    private func makeNetwork(near villages: [Village], _ generator: inout SeededGenerator) -> (sites: [Site], footprints: [Footprint]) {
        let operators: [Operator] = [.viettel, .viettel, .vnpt, .mobifone]
        let technologies: [Technology] = [.umts3G, .lte4G]
        var sites: [Site] = []
        var footprints: [Footprint] = []
        sites.reserveCapacity(self.footprints / technologies.count + 1)
        footprints.reserveCapacity(self.footprints)
        while footprints.count < self.footprints {
            let isRemote = villages.isEmpty || Double.random(in: 0..<1, using: &generator) < 0.2
            let place =
                isRemote
                ? anywhere(&generator)
                : inside(&generator) { generator in
                    Plane.scatter(villages[Int.random(in: villages.indices, using: &generator)].centre, sigmaKm: 2, using: &generator)
                }
            let carrier = operators[Int.random(in: operators.indices, using: &generator)]
            let carried = technologies.suffix(self.footprints - footprints.count)
            let id = "s\(sites.count)"
            sites.append(Site(id: id, operator: carrier, place: place, technologies: Array(carried), isSynthetic: true))
            for technology in carried {
                footprints.append(
                    Footprint(
                        id: "f\(footprints.count)", operator: carrier, technology: technology, siteID: id,
                        area: SyntheticFootprint.area(at: place, using: &generator), isSynthetic: true))
            }
        }
        return (sites, footprints)
    }

    private func anywhere(_ generator: inout SeededGenerator) -> Coordinate {
        Coordinate(
            longitude: Double.random(in: box.west...box.east, using: &generator),
            latitude: Double.random(in: box.south...box.north, using: &generator))
    }

    /// Draws until a place falls into the box.
    private func inside(_ generator: inout SeededGenerator, _ draw: (inout SeededGenerator) -> Coordinate) -> Coordinate {
        while true {
            let place = draw(&generator)
            if box.contains(place) { return place }
        }
    }
}
