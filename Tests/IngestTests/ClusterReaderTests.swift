import GeoFiles
import Geodesy
import Geometry
import Planning
import Testing

@testable import Ingest

@Suite struct ClusterReaderTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// Two villages 2 km apart and one far off.
    private func read(clusters: String? = nil, residential: [Shape] = [], households: String = "50") throws -> ReadWorld {
        let villages = try workspace.table(
            "v.csv", "id,name,lon,lat,households\nv1,A,105.10,22.10,\(households)\nv2,B,105.12,22.10,30\nv3,C,105.50,22.10,20\n")
        var inputs = InputFiles(villages: [villages])
        if let clusters { inputs.clusters = [try workspace.table("c.csv", clusters)] }
        if !residential.isEmpty {
            let rows = residential.enumerated().map { OutputRow(id: "\($0)", values: [.text("\($0)")], shape: $1) }
            let layer = OutputLayer(name: "r", title: "r", fields: [OutputField(name: "id", type: .text)], rows: rows)
            inputs.residential = try workspace.table("r.gpkg", [layer], .gpkg)
        }
        return WorldReader().read(inputs).withoutCompleteness
    }

    @Test func pointsNameTheirVillageOrBelongToTheNearest() throws {
        let read = try read(clusters: "Mã thôn,Kinh độ,Vĩ độ,Số hộ\nv2,105.101,22.101,10\n,105.102,22.101,\n,105.113,22.1,20\n")
        #expect(read.defects == [])
        #expect(read.world.clusters.map(\.village) == [1, 0, 1])
        #expect(read.world.clusters.map(\.households) == [10, nil, 20])
        #expect(read.world.clusters.allSatisfy { $0.origin == .stated })
        #expect(read.world.clusters[0].place == Coordinate(longitude: 105.101, latitude: 22.101))
        #expect(read.files.map(\.role) == ["villages", "clusters"] && read.files[1].used == 3)
    }

    @Test func everyDefectIsNamedAndTheGoodRowsStay() throws {
        let read = try read(
            clusters: """
                village_id,lon,lat,households
                v9,105.101,22.101,10
                v1,105.30,22.10,10
                ,105.30,22.10,10
                v1,22.10,105.10,10
                v1,,22.1,10
                v1,105.101,22.101,-4
                v1,105.101,22.101,x
                """)
        #expect(
            read.defects == [
                "village-unknown 2 village_id", "cluster-far-away 3 village_id", "cluster-far-away 4", "coordinate-swapped 5 lon",
                "coordinate-missing 6 lon", "number-negative 7 households", "number-unreadable 8 households",
            ])
        #expect(read.world.clusters.map(\.households) == [nil, nil])
        let far = try #require(read.diagnostics.first { $0.code == .clusterFarAway })
        #expect(far.consequence == .rowDropped && far.value.hasPrefix("v1: 206"))
    }

    @Test(arguments: [
        ("50", "v1,105.101,22.1,20\nv1,105.102,22.1,30\n", false), ("50", "v1,105.101,22.1,20\nv1,105.102,22.1,31\n", true),
        ("50", "v1,105.101,22.1,20\nv1,105.102,22.1,29\n", true), ("50", "v1,105.101,22.1,20\nv1,105.102,22.1,\n", false),
        ("50", "v1,105.101,22.1,51\nv1,105.102,22.1,\n", true), ("", "v1,105.101,22.1,51\n", false),
    ])
    func householdsMustAddUp(total: String, rows: String, isNoted: Bool) throws {
        let read = try read(clusters: "village_id,lon,lat,households\n" + rows, households: total)
        #expect(read.defects == (isNoted ? ["households-not-summing 2 households"] : []))
        #expect(read.errors.isEmpty && !read.world.clusters.isEmpty)
    }

    @Test func aPolygonIsAPlaceInsideItAndBelongsToTheVillageInIt() throws {
        // The first one holds the centre of v1 though its own middle is nearer to v2; the second holds none; the third lies far off.
        let wide = Shape.polygon(
            MultiPolygon(
                exterior: [
                    (105.099, 22.099), (105.125, 22.099), (105.125, 22.0995), (105.101, 22.0995), (105.101, 22.101), (105.099, 22.101),
                ]
                .map { Coordinate(longitude: $0.0, latitude: $0.1) }))
        let read = try read(residential: [wide, square(105.121, 22.102, half: 0.0005), square(106.5, 22.1, half: 0.001)])
        #expect(read.defects == [])
        #expect(read.world.clusters.map(\.village) == [0, 1])
        #expect(read.world.clusters.allSatisfy { $0.origin == .residential && $0.households == nil })
        guard case .polygon(let area) = wide else { return }
        #expect(try area.contains(read.world.clusters[0].place))
    }

    @Test func aMapWithoutAnyAreaNearVillagesIsNoDefect() throws {
        let read = try read(residential: [square(106.5, 22.1, half: 0.001)])
        #expect(read.defects == [] && read.world.clusters.isEmpty)
        #expect(read.files.map(\.role) == ["villages", "residential"] && read.files[1].rows == 1 && read.files[1].used == 0)
    }
}
