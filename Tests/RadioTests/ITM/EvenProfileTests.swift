import Testing

@testable import Radio

@Suite("Profiles of equal steps") struct EvenProfileTests {
    @Test func numbersOfThePFLFormAreChecked() throws {
        let profile = try EvenProfile(pfl: [2, 50, 10, 11, 12])
        #expect(profile.lengthMeters == 100)
        for wrong in [[], [2, 50, 10, 11], [3, 50, 10, 11, 12], [2, 0, 10, 11, 12], [2, 50, 10, .nan, 12], [2, 50, 10, 9_001, 12]] {
            #expect(throws: RadioInputError.self) { try EvenProfile(pfl: wrong) }
        }
    }

    @Test func roundedDistancesAreTakenAsEqualSteps() throws {
        let heights = (0..<40).map { Double($0 * $0 % 17) }
        let path = try PathProfile(
            distancesKm: (0..<40).map { (Double($0) * 0.0923 * 1000).rounded() / 1000 }, heightsMeters: heights)
        #expect(EvenProfile.hasEvenSteps(path))
        #expect(EvenProfile(path).heightsMeters == heights)
    }

    @Test func unequalStepsAreReadFromStraightLines() throws {
        let path = try PathProfile(distancesKm: [0, 1, 4, 5, 8], heightsMeters: [0, 10, 40, 50, 80])
        #expect(!EvenProfile.hasEvenSteps(path))
        let even = EvenProfile(path)
        #expect(even.stepMeters == 2_000)
        for (height, expected) in zip(even.heightsMeters, [0.0, 20, 40, 60, 80]) { #expect(abs(height - expected) < 1e-9) }
    }

    @Test func aLineThroughALineIsThatLine() {
        let line = GroundLine((0..<30).map { 3 + 2 * Double($0) }, from: 4.2, to: 20.7)
        #expect(abs(line.startMeters - 3) < 0.1)
        #expect(abs(line.endMeters - 61) < 0.1)
    }
}
