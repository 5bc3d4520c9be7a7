import Foundation
import Testing

@testable import Radio

@Suite("COST-231 Hata") struct COST231HataTests {
    static func loss(
        _ kilometers: Double, _ megahertz: Double, _ base: Double = 30, _ mobile: Double = 1.5, _ environment: HataEnvironment = .urban
    ) throws -> COST231Hata.Prediction {
        try COST231Hata.lossDB(
            distanceMeters: 1000 * kilometers, frequencyMHz: megahertz, baseHeightMeters: base, mobileHeightMeters: mobile,
            environment: environment)
    }

    /// By hand from the published constants.
    @Test(arguments: [
        // 69.55 + 26.16·2.954243 − 13.82·1.477121 − a(1.5 m)
        (1.0, 900.0, HataEnvironment.urban, 126.4032), (10, 900, .urban, 161.6281),
        // − 2·log²(900/28) − 5.4; − 4.78·log²900 + 18.33·log 900 − 40.94
        (1, 900, .suburban, 116.4607), (1, 900, .rural, 97.8969),
        // 46.3 + 33.9·3.255273 − 13.82·1.477121 − a(1.5 m); + 3 in a metropolis
        (1, 1800, .urban, 136.1969), (1, 1800, .denseUrban, 139.1969),
    ])
    func publishedFormula(kilometers: Double, megahertz: Double, environment: HataEnvironment, expected: Double) throws {
        let prediction = try Self.loss(kilometers, megahertz, 30, 1.5, environment)
        #expect(abs(prediction.lossDB - expected) < 2e-4, "\(prediction.lossDB)")
        #expect(prediction.warnings.isEmpty)
    }

    @Test func everyLimitWarns() throws {
        #expect(try Self.loss(0.5, 900).warnings == .pathShort)
        #expect(try Self.loss(21, 900).warnings == .pathLong)
        #expect(try Self.loss(5, 2_100).warnings == .frequency)
        #expect(try Self.loss(5, 900, 25).warnings == .baseHeight)
        #expect(try Self.loss(5, 900, 30, 0.5).warnings == .mobileHeight)
    }

    @Test func freeSpaceIsTheFloor() throws {
        let near = try Self.loss(0.002, 900, 200, 10, .rural)
        #expect(near.warnings.contains(.freeSpace))
        let free = FreeSpace.lossDB(distanceMeters: hypot(2, 190), frequencyMHz: 900)
        #expect(near.lossDB == free)
    }

    @Test(arguments: [(0.0, 900.0), (1, 0), (.nan, 900), (1, .infinity)]) func numbersWithoutAnswerAreRefused(_ bad: (Double, Double)) {
        #expect(throws: LossModelError.self) { try Self.loss(bad.0, bad.1) }
    }
}
