import Radio
import Testing

/// Reference: NTIA/p2108-test-data at 1d0f7c8, `HeightGainTerminalCorrectionModelTestData.csv`; values printed to 0.1 dB.
@Suite struct P2108Tests {
    /// The return codes of the reference program, and the quantity that each complains about.
    static let refusals = [32: "frequencyMHz", 33: "antennaHeightMeters", 34: "streetWidthMeters", 35: "clutterHeightMeters"]

    @Test func reference() throws {
        let rows = try LossFixture.numbers("p2108/height-gain.csv")
        #expect(rows.count == 23)
        for row in rows {
            let clutter = try #require(P2108.Clutter(rawValue: Int(row[4])))
            func loss() throws(LossModelError) -> Double {
                try P2108.terminalLossDB(
                    frequencyMHz: row[0] * 1_000, antennaHeightMeters: row[1], clutter: clutter, clutterHeightMeters: row[3],
                    streetWidthMeters: row[2])
            }
            if row[5] == 0 {
                let value = try loss()
                #expect(abs(value - row[6]) <= 0.05 + 1e-9, "\(row)")
            } else {
                let error = #expect(throws: LossModelError.self) { _ = try loss() }
                #expect(error?.quantity == Self.refusals[Int(row[5])], "\(row)")
            }
        }
    }

    @Test func heightsThatNobodyMeasuredAreTheRecommendations() throws {
        for clutter in P2108.Clutter.allCases {
            let usual = try P2108.terminalLossDB(frequencyMHz: 900, antennaHeightMeters: 1.5, clutter: clutter)
            let said = try P2108.terminalLossDB(
                frequencyMHz: 900, antennaHeightMeters: 1.5, clutter: clutter, clutterHeightMeters: clutter.representativeHeightMeters,
                streetWidthMeters: 27)
            #expect(usual == said)
        }
        #expect(P2108.Clutter.allCases.map(\.representativeHeightMeters) == [10, 10, 10, 15, 15, 20])
    }

    @Test(arguments: P2108.Clutter.allCases)
    func aHigherTerminalLosesLess(clutter: P2108.Clutter) throws {
        var last = Double.infinity
        for step in 1...60 {
            let loss = try P2108.terminalLossDB(frequencyMHz: 1_800, antennaHeightMeters: Double(step) * 0.4, clutter: clutter)
            #expect(loss >= 0 && loss <= last)
            last = loss
        }
        #expect(last == 0)
    }

    @Test(arguments: [Double.nan, .infinity, -1])
    func numbersThatAreNoneAreRefused(value: Double) {
        #expect(throws: LossModelError.self) {
            _ = try P2108.terminalLossDB(frequencyMHz: value, antennaHeightMeters: 1.5, clutter: .urban)
        }
        #expect(throws: LossModelError.self) {
            _ = try P2108.terminalLossDB(frequencyMHz: 900, antennaHeightMeters: value, clutter: .urban)
        }
        #expect(throws: LossModelError.self) {
            _ = try P2108.terminalLossDB(frequencyMHz: 900, antennaHeightMeters: 1.5, clutter: .urban, clutterHeightMeters: value)
        }
    }

    @Test func anErrorSaysWhatToGive() {
        let error = #expect(throws: LossModelError.self) {
            _ = try P2108.terminalLossDB(frequencyMHz: 3_500, antennaHeightMeters: 1.5, clutter: .urban)
        }
        #expect(error?.description == "P.2108-1 §3.1: frequencyMHz is 3500.0; give 30 to 3000")
    }
}
