import Geodesy
import Planning
import Testing

@testable import Candidates

@Suite struct BackhaulRootTests {
    private static func site(_ id: String, _ longitude: Double, fibre: Bool?) -> Site {
        var site = Site(id: id, operator: .viettel, place: Coordinate(longitude: longitude, latitude: 21), technologies: [.lte4G])
        site.hasFibre = fibre
        return site
    }

    private static func parents(_ sites: [Site]) -> [BackhaulLink.Parent] {
        let node = BackhaulNetwork.Node(place: Coordinate(longitude: 105, latitude: 21), mastHeightMeters: 45, isJoined: false)
        return BackhaulNetwork(
            [node], World(sites: sites), settings: BackhaulSettings(kinds: [.fibre]), costPerKilometreVND: 1000, terrain: nil
        ).links.map(\.parent)
    }

    @Test func chainsEndAtFibreWhereTheTableTellsIt() {
        let silent = [Self.site("near", 105.01, fibre: nil), Self.site("far", 105.2, fibre: nil)]
        #expect(Self.parents(silent) == [.site(0)])
        #expect(Self.parents([Self.site("near", 105.01, fibre: false), Self.site("far", 105.2, fibre: true)]) == [.site(1)])
        // What is not stated is not known: no chain is hung on it.
        #expect(Self.parents([Self.site("near", 105.01, fibre: nil), Self.site("far", 105.2, fibre: true)]) == [.site(1)])
        #expect(Self.parents([Self.site("near", 105.01, fibre: false)]).isEmpty)
    }
}
