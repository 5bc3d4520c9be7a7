import GeoFiles
import Geodesy
import Geometry
import Planning

/// Reads where villages' people live: the project's own clusters, and residential areas of a public map.
///
/// A cluster is a point, or a polygon that a place inside it stands for. It belongs to the village that it names, else to the village whose centre
/// lies inside its polygon (the one nearest to that place where there are several), else to the nearest village.
struct ClusterReader {
    /// The village before the own id: a column "Mã thôn" is about the village.
    static let columns: [Column] = [.longitude, .latitude, .coordinate, .villageID, .id, .name, .households, .synthetic]
    /// A cluster that names its village and lies farther from its centre is taken for a wrong coordinate or a wrong id, metres. No text states
    /// a limit: this one is ours.
    static let farthestNamedMeters = 10_000.0
    /// A cluster that names no village belongs to none that is farther away, metres; ours as well.
    static let farthestUnnamedMeters = 3000.0

    private let villages: [Village]
    private let positions: [String: Int]
    private let index: PointIndex

    init(_ villages: [Village]) {
        self.villages = villages
        positions = Dictionary(villages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        index = PointIndex(villages.map(\.centre))
    }

    /// The clusters of a project's table. Every row that has no village is dropped with its reason.
    func clusters(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<VillageCluster> {
        guard var reading = TableReading(source, wanted: Self.columns, needsPlace: false, into: &log) else { return .rejected }
        var clusters: [VillageCluster] = []
        var rows: [Int] = []
        for feature in reading.features {
            // Every cell is read before the row is judged, so that all its defects are told at once.
            let households = reading.count(.households, feature)
            let named = reading.text(.villageID, feature)
            let area: MultiPolygon?
            let place: Coordinate?
            if case .polygon? = feature.shape {
                area = reading.area(feature)
                place = area.flatMap { innerPlace(of: $0, &reading, feature) }
            } else {
                (area, place) = (nil, reading.place(feature))
            }
            if let named, positions[named] == nil {
                reading.note(.error, .villageUnknown, feature, .villageID, value: named, .rowDropped)
                continue
            }
            guard let place, let village = village(named, area, place, &reading, feature) else { continue }
            clusters.append(VillageCluster(village: village, place: place, households: households, origin: .stated))
            rows.append(feature.row)
        }
        return reading.finished(clusters, rows: rows, into: &log)
    }

    /// The residential areas near villages. A map of the whole country has many that belong to no village of the project: they are left out
    /// without a word.
    func residential(_ source: TableSource, into log: inout [Diagnostic]) -> TableCount<VillageCluster> {
        guard var reading = TableReading(source, wanted: [], needsPlace: false, into: &log) else { return .rejected }
        var clusters: [VillageCluster] = []
        for feature in reading.features {
            guard let area = reading.area(feature), let place = innerPlace(of: area, &reading, feature),
                let village = nearest(area, place)
            else { continue }
            clusters.append(VillageCluster(village: village, place: place, origin: .residential))
        }
        log += reading.diagnostics
        return TableCount(rows: reading.features.count, items: clusters)
    }

    private func innerPlace(of area: MultiPolygon, _ reading: inout TableReading, _ feature: Feature) -> Coordinate? {
        if let place = try? area.innerPlace() { return place }
        reading.note(.error, .geometryRejected, feature, value: "no place lies inside it", .rowDropped)
        return nil
    }

    private func village(
        _ named: String?, _ area: MultiPolygon?, _ place: Coordinate, _ reading: inout TableReading, _ feature: Feature
    ) -> Int? {
        if let named {
            guard let village = positions[named] else { return nil }
            let meters = Geodesic.distanceMeters(place, villages[village].centre)
            if meters <= Self.farthestNamedMeters { return village }
            reading.note(.error, .clusterFarAway, feature, .villageID, value: "\(named): \(Int(meters)) m", .rowDropped)
            return nil
        }
        if let village = nearest(area, place) { return village }
        let near = index.nearest(to: place).map { "\(villages[$0.index].id): \(Int($0.distanceMeters)) m" } ?? ""
        reading.note(.error, .clusterFarAway, feature, value: near, .rowDropped)
        return nil
    }

    /// The village around which an area lies, else the nearest one.
    private func nearest(_ area: MultiPolygon?, _ place: Coordinate) -> Int? {
        if let box = area?.boundingBox {
            // No centre inside the box is farther from the place than both corners together.
            let reach =
                Geodesic.distanceMeters(place, Coordinate(longitude: box.west, latitude: box.south))
                + Geodesic.distanceMeters(place, Coordinate(longitude: box.east, latitude: box.north))
            let inside = index.within(radiusMeters: reach, of: place).first { near in
                box.contains(villages[near.index].centre) && ((try? area?.contains(villages[near.index].centre)) ?? false) == true
            }
            if let inside { return inside.index }
        }
        return index.nearest(to: place).flatMap { $0.distanceMeters <= Self.farthestUnnamedMeters ? $0.index : nil }
    }

    /// Notes villages whose clusters' households do not add up to the village's own: more of them, or others where every cluster has a count.
    ///
    /// - Parameter origins: file and row of each cluster.
    func noteHouseholds(_ clusters: [VillageCluster], _ origins: [(file: String, row: Int)], into log: inout [Diagnostic]) {
        var byVillage: [Int: [Int]] = [:]
        for (number, cluster) in clusters.enumerated() where cluster.origin == .stated {
            byVillage[cluster.village, default: []].append(number)
        }
        for (village, numbers) in byVillage.sorted(by: { $0.key < $1.key }) {
            let counts = numbers.compactMap { clusters[$0].households }
            let sum = counts.reduce(0) { $0.addingReportingOverflow($1).partialValue }
            guard let total = villages[village].households, let first = numbers.first, !counts.isEmpty, origins.indices.contains(first),
                sum > total || (counts.count == numbers.count && sum != total)
            else { continue }
            log.append(
                Diagnostic(
                    .warning, .householdsNotSumming, file: origins[first].file, row: origins[first].row, field: Column.households.rawValue,
                    value: "\(villages[village].id): \(sum) ≠ \(total)", consequence: .kept))
        }
    }
}
