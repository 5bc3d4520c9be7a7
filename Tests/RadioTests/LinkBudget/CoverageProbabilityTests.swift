import Radio
import Testing

@Suite struct CoverageProbabilityTests {
    @Test func ninetyPercentAtSigmaEightNeedsTenDecibels() {
        #expect(abs(CoverageProbability.marginDB(probability: 0.9, sigmaDB: 8) - 10.2524) < 1e-4)
        #expect(CoverageProbability.marginDB(probability: 0.5, sigmaDB: 8) == 0)
        #expect(abs(CoverageProbability.marginDB(probability: 0.1, sigmaDB: 8) + 10.2524) < 1e-4)
    }

    @Test(arguments: [0.05, 0.5, 0.75, 0.9, 0.95, 0.99], [4.0, 8, 12])
    func theMarginGivesTheProbability(probability: Double, sigma: Double) {
        let margin = CoverageProbability.marginDB(probability: probability, sigmaDB: sigma)
        let back = CoverageProbability.probability(signalDBm: -115 + margin, thresholdDBm: -115, sigmaDB: sigma)
        #expect(abs(back - probability) < 1e-12)
    }

    @Test func knownPlaces() {
        #expect(CoverageProbability.probability(signalDBm: -115, thresholdDBm: -115, sigmaDB: 8) == 0.5)
        #expect(abs(CoverageProbability.probability(signalDBm: -107, thresholdDBm: -115, sigmaDB: 8) - 0.841344746) < 1e-9)
        #expect(CoverageProbability.probability(signalDBm: -.infinity, thresholdDBm: -115, sigmaDB: 8) == 0)
    }

    @Test func withoutScatterItIsYesOrNo() {
        #expect(CoverageProbability.probability(signalDBm: -115, thresholdDBm: -115, sigmaDB: 0) == 1)
        #expect(CoverageProbability.probability(signalDBm: -115.01, thresholdDBm: -115, sigmaDB: 0) == 0)
        #expect(CoverageProbability.marginDB(probability: 0.9, sigmaDB: 0) == 0)
    }

    @Test func nonsenseIsNotANumber() {
        #expect(CoverageProbability.probability(signalDBm: -100, thresholdDBm: -115, sigmaDB: -1).isNaN)
        #expect(CoverageProbability.probability(signalDBm: .nan, thresholdDBm: -115, sigmaDB: 8).isNaN)
        #expect(CoverageProbability.marginDB(probability: 1.5, sigmaDB: 8).isNaN)
        #expect(CoverageProbability.marginDB(probability: .nan, sigmaDB: 8).isNaN)
        #expect(CoverageProbability.marginDB(probability: 0.9, sigmaDB: -8).isNaN)
    }
}
