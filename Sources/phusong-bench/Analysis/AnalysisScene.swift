import Coverage
import Geodesy
import Geometry
import Planning
import Radio
import Terrain

/// A made-up province on made-up mountains: villages in communes, masts near them, as many as Viet Nam has for its people.
///
/// Every row is synthetic. Villages are as dense as 41,000 in 5° × 5°; people by the mean village of Tuyên Quang (490), base stations by the lower end of
/// what provinces report (1.7 per 1,000 people), 2.1 of them on a mast.
struct AnalysisScene: Sendable {
    /// Whole degrees of ground in either direction.
    var degrees: Int
    var seed: UInt64

    private static let villagesPerSquareDegree = 41_000 / 25
    private static let peoplePerVillage = 490.0
    private static let stationsPerThousandPeople = 1.7
    private static let stationsPerMast = 2.1
    private static let villagesPerCommune = 12
    private static let postsPerDegree = 1_200

    var villageCount: Int { Self.villagesPerSquareDegree * degrees * degrees }

    /// Ground with a post every 3 arc-seconds.
    func terrain() throws(TerrainError) -> TerrainGrid {
        try MountainTerrain(seed: seed, postsPerDegree: Self.postsPerDegree, degrees: degrees).grid()
    }

    /// Villages and sites on that ground. O(villages).
    func world(on grid: TerrainGrid) -> World {
        var generator = SeededGenerator(seed: seed)
        let ground = grid.boundingBox
        let edge = 0.02
        let box = BoundingBox(
            west: ground.west + edge, south: ground.south + edge, east: ground.east - edge, north: ground.north - edge)
        func inside(_ draw: (inout SeededGenerator) -> Coordinate) -> Coordinate {
            while true {
                let place = draw(&generator)
                if box.contains(place) { return place }
            }
        }
        let communes = (0..<max(1, villageCount / Self.villagesPerCommune)).map { _ in
            Coordinate(
                longitude: Double.random(in: box.west...box.east, using: &generator),
                latitude: Double.random(in: box.south...box.north, using: &generator))
        }
        let villages = (0..<villageCount).map { number in
            Village(
                id: "v\(number)", name: "Thôn \(number)",
                centre: inside { Plane.scatter(communes[number % communes.count], sigmaKm: 4, using: &$0) },
                communeCode: "c\(number % communes.count)", households: Int.random(in: 20...200, using: &generator), isSynthetic: true)
        }
        let people = Double(villageCount) * Self.peoplePerVillage
        let stations = Int(people / 1000 * Self.stationsPerThousandPeople)
        let masts = Int(Double(stations) / Self.stationsPerMast)
        let places = (0..<masts).map { _ in
            let village = villages[Int.random(in: villages.indices, using: &generator)]
            return Self.highSpot(near: inside { Plane.scatter(village.centre, sigmaKm: 1.5, using: &$0) }, on: grid)
        }
        let carriers: [Planning.Operator] = [.viettel, .vnpt, .mobifone]
        let sites = (0..<stations).map { number in
            Site(
                id: "s\(number)", operator: carriers[(number % masts + number / masts) % carriers.count], place: places[number % masts],
                technologies: [.umts3G, .lte4G], bandsMHz: [900, 1800], mastHeightMeters: 45, azimuthsDegrees: [0, 120, 240],
                isSynthetic: true)
        }
        return World(villages: villages, sites: sites)
    }

    /// The highest of 49 places within some 500 m: where a planner would put the mast.
    private static func highSpot(near place: Coordinate, on grid: TerrainGrid) -> Coordinate {
        var best = place
        var height = grid.heightMeters(at: place)
        for east in -3...3 {
            for north in -3...3 {
                let there = Plane.move(place, eastKm: Double(east) * 0.15, northKm: Double(north) * 0.15)
                let found = grid.heightMeters(at: there)
                if found > height { (best, height) = (there, found) }
            }
        }
        return best
    }

    /// The grading of every village by all its places, as `phusong gaps` does it in mode `prediction`.
    func analysis(on grid: TerrainGrid, threads: Int) -> PredictionAnalysis {
        let words = Bilingual(vi: "đo tốc độ", en: "benchmark")
        let rule = CoverageRule(
            id: "benchmark", version: 1, title: words, source: "made up for the benchmark", note: words,
            technologies: [.init(technology: .umts3G), .init(technology: .lte4G)], grades: Grade.allCases,
            discRadiiMeters: [.umts3G: 4_000, .lte4G: 4_000])
        return PredictionAnalysis(
            rule: rule, asOf: CalendarDate(year: 2026, month: 11, day: 1),
            environment: RadioEnvironment(terrain: grid, climate: .northernMountains), threads: threads)
    }
}
