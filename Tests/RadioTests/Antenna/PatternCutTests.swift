import Radio
import Testing

@Suite struct PatternCutTests {
    @Test func linearBetweenSamplesAndAcrossTheTurn() throws {
        let cut = try #require(PatternCut(samples: [(90, 10), (0, 0), (270, 30), (180, 20)]))
        #expect(cut.anglesDegrees == [0, 90, 180, 270])
        let expected = [(0.0, 0.0), (45, 5), (90, 10), (225, 25), (270, 30), (315, 15), (359, 1.0 / 3), (360, 0), (-45, 15), (765, 5)]
        for (angle, loss) in expected { #expect(abs(cut.lossDB(atDegrees: angle) - loss) < 1e-9, "\(angle)") }
    }

    @Test func samplesThatDoNotStartAtZero() throws {
        let cut = try #require(PatternCut(samples: [(350, 0), (10, 2), (180, 20)]))
        #expect(abs(cut.lossDB(atDegrees: 0) - 1) < 1e-12)
        #expect(abs(cut.lossDB(atDegrees: 355) - 0.5) < 1e-12)
        #expect(abs(cut.lossDB(atDegrees: 5) - 1.5) < 1e-12)
    }

    @Test func oneSampleIsAConstant() throws {
        let cut = try #require(PatternCut(samples: [(40, 3)]))
        for angle in [0.0, 40, 200, 359.9] { #expect(cut.lossDB(atDegrees: angle) == 3) }
    }

    @Test func thePeakIsTheMiddleOfAFlatTop() throws {
        let across = try #require(PatternCut(samples: [(0, 0), (10, 0), (20, 5), (180, 20), (340, 4), (350, 0)]))
        #expect(abs(across.peakDegrees - 0) < 1e-9)
        let single = try #require(PatternCut(samples: [(0, 2), (4, 0), (8, 2), (180, 9)]))
        #expect(single.peakDegrees == 4)
        let flat = try #require(PatternCut(samples: [(0, 0), (90, 0), (180, 0)]))
        #expect(flat.peakDegrees == 0)
    }

    @Test func brokenSamplesMakeNoCut() {
        #expect(PatternCut(samples: []) == nil)
        #expect(PatternCut(samples: [(0, 0), (360, 1)]) == nil)
        #expect(PatternCut(samples: [(0, -1)]) == nil)
        #expect(PatternCut(samples: [(.nan, 1)]) == nil)
        #expect(PatternCut(samples: [(0, .infinity)]) == nil)
    }

    @Test func aDirectionThatIsNoneIsNotANumber() throws {
        let cut = try #require(PatternCut(samples: [(0, 0), (180, 20)]))
        #expect(cut.lossDB(atDegrees: .nan).isNaN)
        #expect(cut.lossDB(atDegrees: .infinity).isNaN)
    }
}
