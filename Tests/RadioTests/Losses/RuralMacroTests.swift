import Radio
import Testing

/// Reference values: a second, separate working-out of TR 38.901 Table 7.4.1-1 in another language, to 1e-4 dB.
@Suite struct RuralMacroTests {
    @Test(arguments: [
        (100.0, 700.0, 35.0, 70.219, 78.6944), (1_000, 700, 35, 93.3816, 116.4449), (5_000, 700, 35, 121.3311, 143.4395),
        (1_000, 1_800, 45, 99.6877, 121.9538), (5_000, 1_800, 45, 121.878, 148.7058), (8_000, 2_600, 60, 130.9736, 156.292),
    ])
    func table(meters: Double, megahertz: Double, mast: Double, inSight: Double, obstructed: Double) throws {
        let open = try RuralMacro.lossDB(
            distanceMeters: meters, frequencyMHz: megahertz, mastHeightMeters: mast, terminalHeightMeters: 1.5, sight: .lineOfSight)
        #expect(abs(open.lossDB - inSight) < 1e-4)
        #expect(!open.isExtrapolated)
        let behind = try RuralMacro.lossDB(
            distanceMeters: meters, frequencyMHz: megahertz, mastHeightMeters: mast, terminalHeightMeters: 1.5)
        #expect(abs(behind.lossDB - obstructed) < 1e-4)
        #expect(behind.isExtrapolated == (meters > 5_000))
        #expect(behind.sigmaDB == 8)
    }

    @Test func shadowFadingGrowsBeyondTheBreakPoint() throws {
        func sigma(_ meters: Double) throws -> Double {
            try RuralMacro.lossDB(
                distanceMeters: meters, frequencyMHz: 1_800, mastHeightMeters: 45, terminalHeightMeters: 1.5, sight: .lineOfSight
            ).sigmaDB
        }
        // The break point lies at 2π · 45 · 1.5 · 1.8e9 / 3e8 = 2,545 m.
        let before = try sigma(2_544)
        let beyond = try sigma(2_546)
        #expect(before == 4 && beyond == 6)
    }

    @Test(arguments: [RuralMacro.Sight.lineOfSight, .obstructed], [450.0, 900, 2_600])
    func lossGrowsWithDistanceAndStaysAboveFreeSpace(sight: RuralMacro.Sight, megahertz: Double) throws {
        var last = 0.0
        for meters in stride(from: 0.0, through: 40_000, by: 100) {
            let loss = try RuralMacro.lossDB(
                distanceMeters: meters, frequencyMHz: megahertz, mastHeightMeters: 45, terminalHeightMeters: 1.5, sight: sight
            ).lossDB
            #expect(loss >= last)
            #expect(loss >= FreeSpace.lossDB(distanceMeters: meters, frequencyMHz: megahertz))
            last = loss
        }
    }

    @Test func outsideTheTableIsFlagged() throws {
        func isExtrapolated(_ meters: Double, _ megahertz: Double, _ mast: Double, _ terminal: Double) throws -> Bool {
            try RuralMacro.lossDB(
                distanceMeters: meters, frequencyMHz: megahertz, mastHeightMeters: mast, terminalHeightMeters: terminal, sight: .lineOfSight
            ).isExtrapolated
        }
        let cases = [
            try isExtrapolated(1_000, 900, 45, 1.5), try isExtrapolated(5, 900, 45, 1.5), try isExtrapolated(10_001, 900, 45, 1.5),
            try isExtrapolated(1_000, 450, 45, 1.5), try isExtrapolated(1_000, 900, 9, 1.5), try isExtrapolated(1_000, 900, 45, 0.5),
        ]
        #expect(cases == [false, true, true, true, true, true])
    }

    @Test(arguments: [Double.nan, .infinity, -1, 0])
    func numbersThatNoFormulaTakesAreRefused(value: Double) {
        #expect(throws: LossModelError.self) {
            _ = try RuralMacro.lossDB(distanceMeters: 1_000, frequencyMHz: value, mastHeightMeters: 45, terminalHeightMeters: 1.5)
        }
        #expect(throws: LossModelError.self) {
            _ = try RuralMacro.lossDB(distanceMeters: 1_000, frequencyMHz: 900, mastHeightMeters: value, terminalHeightMeters: 1.5)
        }
        #expect(throws: LossModelError.self) {
            _ = try RuralMacro.lossDB(distanceMeters: value - 1, frequencyMHz: 900, mastHeightMeters: 45, terminalHeightMeters: 1.5)
        }
    }
}
