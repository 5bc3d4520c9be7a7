import Terrain
import Testing

@testable import Radio

@Suite struct MicrowaveHopTests {
    private func profile(_ km: Double, _ height: (Double) -> Double = { _ in 100 }) -> TerrainProfile {
        let step = 90.0
        let count = Int(km * 1000 / step) + 1
        return TerrainProfile(stepMeters: step, heightsMeters: (0..<count).map { height(Double($0) / Double(count - 1)) })
    }

    @Test func shortHopsOverFlatGroundAreClearInAHighBand() {
        let hop = MicrowaveHop(profile(2), fromHeightMeters: 45, toHeightMeters: 45)
        #expect(hop.verdict == .clear && (hop.band ?? .ghz7) >= .ghz18 && (hop.rainMarginDB ?? -1) >= 0)
        // 2 km at 23 GHz: 0.6 F1 in the middle is 1.5 m, the Earth bulges 0.06 m.
        #expect(abs((hop.roomMeters ?? 0) - 43.4) < 1.5)
    }

    @Test func nothingStandsBetweenMastsOnOnePlace() {
        for step in [0, 0.0001] {
            let hop = MicrowaveHop(
                TerrainProfile(stepMeters: step, heightsMeters: [100, 100, 100, 100, 100]), fromHeightMeters: 45, toHeightMeters: 30)
            #expect(hop.verdict == .clear && hop.roomMeters == 30 && (hop.rainMarginDB ?? -1) > 0 && hop.rainMarginDB?.isFinite == true)
        }
        let unknown = TerrainProfile(stepMeters: 0, heightsMeters: [.nan, .nan, .nan, .nan, .nan])
        #expect(MicrowaveHop(unknown, fromHeightMeters: 45, toHeightMeters: 30).verdict == .unknownGround)
    }

    @Test func rainForbidsHighBandsOnLongHops() {
        let hop = MicrowaveHop(profile(9), fromHeightMeters: 60, toHeightMeters: 60)
        #expect(hop.verdict == .clear && hop.band == .ghz18, "23 GHz would lack 4 dB")
        var dry = HopBudget()
        dry.rainRateMMPerHour = 20
        #expect(MicrowaveHop(profile(9), fromHeightMeters: 60, toHeightMeters: 60, budget: dry).band == .ghz23)
    }

    @Test func aRidgeBlocksAndAMastAboveItClears() {
        let ridge = profile(8) { abs($0 - 0.5) < 0.02 ? 190 : 100 }
        let low = MicrowaveHop(ridge, fromHeightMeters: 45, toHeightMeters: 45)
        #expect(low.verdict == .blocked && (low.roomMeters ?? 0) < -45)
        var last = -Double.infinity
        for height in stride(from: 45.0, through: 150, by: 15) {
            let room = HopClearance(ridge, fromHeightMeters: height, toHeightMeters: height, frequencyGHz: 15)?.roomMeters ?? .nan
            #expect(room > last, "higher masts see more")
            last = room
        }
        #expect(MicrowaveHop(ridge, fromHeightMeters: 120, toHeightMeters: 120).verdict == .clear)
    }

    @Test func aHopIsTheSameFromBothEnds() throws {
        let heights = (0..<101).map { (index: Int) -> Double in
            let rough = Double((index * 37) % 17) * 40 / 17
            return 100 + rough + (index == 31 ? 30 : 0)
        }
        let there = TerrainProfile(stepMeters: 90, heightsMeters: heights)
        let back = TerrainProfile(stepMeters: 90, heightsMeters: heights.reversed())
        for band in MicrowaveBand.allCases {
            let a = try #require(HopClearance(there, fromHeightMeters: 60, toHeightMeters: 30, frequencyGHz: band.frequencyGHz))
            let b = try #require(HopClearance(back, fromHeightMeters: 30, toHeightMeters: 60, frequencyGHz: band.frequencyGHz))
            #expect(abs(a.roomMeters - b.roomMeters) < 1e-9 && a.sample == 100 - b.sample)
        }
    }

    @Test func unknownGroundIsNeverClear() {
        var heights = [Double](repeating: 100, count: 50)
        heights[20] = .nan
        let hop = MicrowaveHop(TerrainProfile(stepMeters: 90, heightsMeters: heights), fromHeightMeters: 200, toHeightMeters: 200)
        #expect(hop.verdict == .unknownGround && hop.band == nil)
    }

    @Test func lengthsEndWhereTheBandsEnd() {
        #expect(MicrowaveHop(profile(51), fromHeightMeters: 500, toHeightMeters: 500).verdict == .tooLong)
        let long = MicrowaveHop(profile(30), fromHeightMeters: 150, toHeightMeters: 150)
        #expect(long.band == .ghz7)
        #expect(MicrowaveBand.allCases.map(\.longestKm) == [50, 20, 10, 10])
    }
}
