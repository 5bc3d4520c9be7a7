import Geodesy
import Planning
import Testing

@testable import Candidates

@Suite struct OptionDesignTests {
    private static func site(
        _ id: String, _ carrier: Planning.Operator, height: Double? = 30, confidential: Bool = false, shared: Bool = false
    ) -> Site {
        Site(
            id: id, operator: carrier, place: Coordinate(longitude: 105, latitude: 21), technologies: [.gsm2G], mastHeightMeters: height,
            isConfidential: confidential, isShared: shared)
    }

    private static func place(_ id: String, site: Int? = nil) -> CandidatePlace {
        var place = CandidatePlace(id: id, place: Coordinate(longitude: 105, latitude: 21))
        place.existingSite = site
        return place
    }

    private static func words(_ settings: PlanSettings, sites: [Site] = [], place: CandidatePlace = place("p"), minimum: Int = 1)
        -> [String]
    {
        OptionDesign.all([place], World(sites: sites), settings, minimumOperators: minimum).map {
            ([$0.word] + $0.operators.map(\.id)).joined(separator: " ")
        }
    }

    @Test func aPlaceHasOneDesignPerHeight() {
        var settings = PlanSettings()
        #expect(Self.words(settings) == ["new-mast-45m"])
        settings.mastHeightChoicesMeters = [30, 45, 60]
        #expect(Self.words(settings) == ["new-mast-30m", "new-mast-45m", "new-mast-60m"])
        var stated = Self.place("p")
        stated.mastHeightMeters = 42
        #expect(Self.words(settings, place: stated) == ["new-mast-42m"])
        // A price of the planner's own is that of one mast.
        var priced = Self.place("p")
        priced.statedCostVND = 5
        #expect(Self.words(settings, place: priced) == ["new-mast-45m"])
    }

    @Test func anExistingMastIsUpgradedByItsOwnerOrRaised() {
        var settings = PlanSettings()
        settings.mastHeightChoicesMeters = [30, 45]
        let (site, here) = (Self.site("s", .viettel), Self.place("at-s", site: 0))
        #expect(Self.words(settings, sites: [site], place: here) == ["upgrade-30m viettel", "raised-mast-45m viettel"])
        settings.operator = .vnpt
        #expect(Self.words(settings, sites: [site], place: here).isEmpty)
        #expect(Self.words(settings, sites: [Self.site("s", .viettel, shared: true)], place: here) == ["shared-mast-30m vnpt"])
        // Nobody is told of a mast that its owner keeps to himself.
        #expect(Self.words(settings, sites: [Self.site("s", .viettel, confidential: true, shared: true)], place: here).isEmpty)
        settings.operator = nil
        #expect(Self.words(settings, sites: [Self.site("s", .viettel, height: nil)], place: here) == ["upgrade-45m viettel"])
    }

    @Test func operatorsBuildAloneOrTogetherAsFarAsTheRuleNeeds() {
        var settings = PlanSettings()
        settings.operators = [.viettel, .vnpt, .mobifone]
        #expect(Self.words(settings) == ["new-mast-45m viettel", "new-mast-45m vnpt", "new-mast-45m mobifone"])
        #expect(Self.words(settings, minimum: 2).count == 6 && Self.words(settings, minimum: 3).count == 7)
        #expect(Self.words(settings, minimum: 2).contains("new-mast-45m viettel mobifone"))
    }

    @Test func namesAreUniqueAndPlainWhereThereIsNoChoice() {
        var settings = PlanSettings()
        let places = [Self.place("a"), Self.place("b")]
        func ids() -> [String] { OptionDesign.ids(OptionDesign.all(places, World(), settings, minimumOperators: 2)) }
        #expect(ids() == ["a", "b"])
        (settings.operators, settings.mastHeightChoicesMeters) = ([.viettel, .vnpt], [30, 45])
        #expect(Set(ids()).count == 12 && ids().contains("b new-mast-30m viettel vnpt"))
    }
}
