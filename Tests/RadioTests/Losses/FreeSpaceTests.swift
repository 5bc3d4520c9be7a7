import Radio
import Testing

@Suite struct FreeSpaceTests {
    /// P.525-4 equation (4), whose constant 32.4 stands for 32.4478.
    @Test(arguments: [(1_000.0, 1.0, 32.4478), (1_000.0, 900.0, 91.5327), (10_000, 1_800, 117.5533), (30_000, 700, 118.8919)])
    func closedForm(meters: Double, megahertz: Double, loss: Double) {
        #expect(abs(FreeSpace.lossDB(distanceMeters: meters, frequencyMHz: megahertz) - loss) < 1e-3)
    }

    @Test(arguments: [450.0, 700, 1_800, 6_000], [1.0, 250, 12_345, 150_000])
    func reachIsTheInverse(megahertz: Double, meters: Double) {
        let loss = FreeSpace.lossDB(distanceMeters: meters, frequencyMHz: megahertz)
        #expect(abs(FreeSpace.reachMeters(lossDB: loss, frequencyMHz: megahertz) / meters - 1) < 1e-12)
    }

    @Test func twiceAsFarIsSixDecibels() {
        let near = FreeSpace.lossDB(distanceMeters: 4_000, frequencyMHz: 900)
        #expect(abs(FreeSpace.lossDB(distanceMeters: 8_000, frequencyMHz: 900) - near - 6.0206) < 1e-4)
    }

    @Test func theNearFieldIsNoGain() {
        #expect(FreeSpace.lossDB(distanceMeters: 0, frequencyMHz: 900) == 0)
        #expect(FreeSpace.lossDB(distanceMeters: 0.001, frequencyMHz: 900) == 0)
        #expect(FreeSpace.reachMeters(lossDB: -1, frequencyMHz: 900) == 0)
    }

    @Test func nonsenseIsNotANumber() {
        #expect(FreeSpace.lossDB(distanceMeters: -1, frequencyMHz: 900).isNaN)
        #expect(FreeSpace.lossDB(distanceMeters: .nan, frequencyMHz: 900).isNaN)
        #expect(FreeSpace.lossDB(distanceMeters: 1, frequencyMHz: 0).isNaN)
        #expect(FreeSpace.reachMeters(lossDB: .nan, frequencyMHz: 900).isNaN)
        #expect(FreeSpace.reachMeters(lossDB: 100, frequencyMHz: -5).isNaN)
    }
}
