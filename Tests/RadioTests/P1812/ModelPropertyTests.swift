import Foundation
import Geodesy
import Testing

@testable import Radio

@Suite("What P.1812 owes to physics, and what it does not keep") struct ModelPropertyTests {
    @Test(arguments: [0.03, 0.45, 0.9, 2.6, 6.0]) func mirroredPathHasTheSameLoss(frequencyGHz: Double) throws {
        var dice = Dice(seed: 7)
        for _ in 0..<40 {
            let count = Int(dice.number(5...300))
            let profile = try RandomPath.profile(
                count: count, lengthKm: dice.number(0.3...90), reliefMeters: dice.number(10...2_000),
                withClutter: dice.pick([true, false]), &dice)
            let length = profile.lengthKm
            let mirrored = try PathProfile(
                distancesKm: profile.distancesKm.reversed().map { length - $0 }, heightsMeters: profile.heightsMeters.reversed(),
                clutterHeightsMeters: profile.clutterHeightsMeters.reversed())
            var there = P1812Inputs.mast(
                frequencyGHz: frequencyGHz, transmitterHeightMeters: dice.number(1...200), receiverHeightMeters: dice.number(1...200))
            there.timePercent = dice.pick([1, 10, 50])
            var back = there
            (back.transmitterHeightMeters, back.receiverHeightMeters) = (there.receiverHeightMeters, there.transmitterHeightMeters)
            let onward = P1812.predict(there, over: profile, centreLatitude: 22)
            let returned = P1812.predict(back, over: mirrored, centreLatitude: 22)
            #expect(abs(onward.lossDB - returned.lossDB) < 1e-7)
        }
    }

    @Test(arguments: [0.1, 0.9, 3.5]) func highAntennasOverAPlainMeetFreeSpace(frequencyGHz: Double) throws {
        let profile = try PathProfile(
            distancesKm: (0...100).map { Double($0) * 0.05 }, heightsMeters: [Double](repeating: 10, count: 101))
        let inputs = P1812Inputs.mast(frequencyGHz: frequencyGHz, transmitterHeightMeters: 400, receiverHeightMeters: 300)
        let slantKm = hypot(5, 0.1)
        let freeSpace = 92.4 + 20 * log10(frequencyGHz) + 20 * log10(slantKm)
        #expect(abs(try P1812.predict(inputs, over: profile).lossDB - freeSpace) < 1e-9)
    }

    /// Far beyond the horizon of a plain the Bullington terms cancel, and diffraction is that of the smooth Earth.
    @Test func plainBeyondTheHorizonIsTheSmoothEarth() throws {
        let profile = try PathProfile(
            distancesKm: (0...4_000).map { Double($0) * 0.02 }, heightsMeters: [Double](repeating: 0, count: 4_001))
        let inputs = P1812Inputs.mast(frequencyGHz: 0.6, transmitterHeightMeters: 30, receiverHeightMeters: 10)
        let prediction = try P1812.predict(inputs, over: profile)
        #expect(prediction.named("Ldsph50") > 50)
        #expect(abs(prediction.named("Ld50") - prediction.named("Ldsph50")) < 1e-9)
        #expect(abs(prediction.named("hst")) < 1e-9)
        #expect(abs(prediction.named("theta_t") - -1000 * sqrt(2 * 0.030 / prediction.named("ae"))) < 1e-3)
    }

    @Test func bullingtonNeverFallsWhenGroundRises() throws {
        var dice = Dice(seed: 11)
        for _ in 0..<400 {
            let count = Int(dice.number(5...120))
            let profile = try RandomPath.profile(
                count: count, lengthKm: dice.number(0.5...60), reliefMeters: dice.number(5...800), withClutter: false, &dice)
            let raised = try profile.raising(Int(dice.number(1...Double(count - 2)).rounded()), by: dice.number(0.01...200))
            let inputs = P1812Inputs.mast(
                frequencyGHz: dice.pick([0.1, 0.7, 2.1]), transmitterHeightMeters: dice.number(2...120),
                receiverHeightMeters: dice.number(1...30))
            let before = P1812.predict(inputs, over: profile, centreLatitude: 22).named("Lbulla50")
            let after = P1812.predict(inputs, over: raised, centreLatitude: 22).named("Lbulla50")
            #expect(after >= before - 1e-9)
        }
    }

    /// The whole model lacks the property of the Bullington term: a hill of 60 m on a plain of 40 km *lowers* the loss by some 10 dB. It
    /// stands above the ray, so that the smooth surface is put lower, the antennas stand higher over it, and the spherical Earth costs less.
    @Test func wholeModelCanFallWhenGroundRises() throws {
        let plain = try PathProfile(distancesKm: (0...16).map { Double($0) * 2.5 }, heightsMeters: [Double](repeating: 0, count: 17))
        let hill = try plain.raising(11, by: 60)
        let inputs = P1812Inputs.mast(frequencyGHz: 0.45)
        let before = try P1812.predict(inputs, over: plain)
        let after = try P1812.predict(inputs, over: hill)
        #expect(after.named("Lbulla50") > before.named("Lbulla50"))
        #expect(after.named("hstd") < before.named("hstd"))
        #expect(abs((after.lossDB - before.lossDB) - -10.17) < 0.01)
    }
}

extension PathProfile {
    /// The same profile with one point raised.
    func raising(_ index: Int, by meters: Double) throws -> PathProfile {
        var heights = heightsMeters
        heights[index] += meters
        return try PathProfile(
            distancesKm: distancesKm, heightsMeters: heights, clutterHeightsMeters: clutterHeightsMeters, zones: zones)
    }
}
