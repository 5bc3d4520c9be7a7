import Radio
import Testing

@Suite struct RadioClimateTests {
    @Test func mountainsAndLowlandsAreTheDesignsNumbers() {
        #expect(RadioClimate.northernMountains == RadioClimate(lapseRateNUnitsPerKm: 45, seaLevelRefractivityNUnits: 365))
        #expect(RadioClimate.lowlands == RadioClimate(lapseRateNUnitsPerKm: 50, seaLevelRefractivityNUnits: 376))
    }
}
