import Planning
import Testing

@Suite struct TechnologyBandsTests {
    @Test func bandsThatEachCanUse() {
        #expect(Technology.gsm2G.usableBandsMHz == [900, 1_800])
        #expect(Technology.umts3G.usableBandsMHz == [900, 2_100])
        #expect(Technology.lte4G.usableBandsMHz == [700, 850, 900, 1_800, 2_100, 2_300, 2_600])
        #expect(Technology.nr5G.usableBandsMHz == [700, 2_100, 2_600, 3_500])
    }

    @Test(arguments: zip(Technology.allCases, [900.0, 2_100, 1_800, 2_600]))
    func aSiteThatNamesNoBandHasTheUsualOne(technology: Technology, megahertz: Double) {
        #expect(technology.carriersMHz(siteBandsMHz: []) == [megahertz])
        #expect(technology.usableBandsMHz.contains(technology.assumedBandMHz))
        // Neither has one whose figures belong to nobody.
        #expect(technology.carriersMHz(siteBandsMHz: [450, 5_800, .nan]) == [megahertz])
    }

    @Test(arguments: [
        (Technology.lte4G, [1_800.0, 2_100], [1_800.0, 2_100]), (.lte4G, [2_100, 1_800, 1_800], [1_800, 2_100]),
        (.umts3G, [900, 1_800, 2_100], [900, 2_100]), (.gsm2G, [900, 1_800, 2_100], [900, 1_800]), (.lte4G, [1_842.5], [1_842.5]),
        (.lte4G, [763], [763]), (.nr5G, [700, 3_700], [700, 3_700]), (.nr5G, [3_850], [3_850]), (.nr5G, [2_550, 1_800], [2_550]),
        (.umts3G, [1_800], [2_100]), (.lte4G, [900], [900]), (.lte4G, [2_600, 2_300], [2_300, 2_600]),
    ])
    func bandsOfASite(technology: Technology, site: [Double], carriers: [Double]) {
        #expect(technology.carriersMHz(siteBandsMHz: site) == carriers)
    }

    @Test func nineHundredBelongsToTheOlderOnes() {
        #expect(Technology.lte4G.carriersMHz(siteBandsMHz: [900, 1_800], siteTechnologies: [.gsm2G, .lte4G]) == [1_800])
        #expect(Technology.lte4G.carriersMHz(siteBandsMHz: [900, 1_800], siteTechnologies: [.lte4G]) == [900, 1_800])
        #expect(Technology.lte4G.carriersMHz(siteBandsMHz: [900], siteTechnologies: [.umts3G, .lte4G]) == [900])
        #expect(Technology.gsm2G.carriersMHz(siteBandsMHz: [900, 1_800], siteTechnologies: [.gsm2G, .lte4G]) == [900, 1_800])
    }
}
