import Foundation
import Radio
import Testing

@Suite struct UplinkCheckTests {
    let check = UplinkCheck()

    /// TR 36.942 Annex A.2 by hand: 24 kbit/s in 72 kHz of effective width, 256 kbit/s in 288.
    @Test func targets() {
        #expect(abs(UplinkCheck.Service.voice.targetSINRDB - 10 * log10(pow(2, 1.0 / 3) - 1)) < 1e-12)
        #expect(abs(UplinkCheck.Service.voice.targetSINRDB + 5.85) < 0.01)
        #expect(abs(UplinkCheck.Service.data.targetSINRDB + 0.70) < 0.01)
        #expect(UplinkCheck.Service(resourceBlocks: 1, bitsPerSecond: 100).targetSINRDB == -10)
    }

    /// 23 dBm + 15 dBi − 0.5 dB over −174 + 10 log 180,000 + 5 + 1 dBm and the target.
    @Test func oneAndFourBlocksByHand() {
        let margins = check.margins(gainDBi: 15, lossDB: 140)
        let oneBlock = 23.0 + 15 - 0.5 - 140 - (-174 + 52.5527 + 6) - UplinkCheck.Service.voice.targetSINRDB
        let fourBlocks = 23.0 + 15 - 0.5 - 140 - (-174 + 58.5733 + 6) - UplinkCheck.Service.data.targetSINRDB
        #expect(abs(margins.oneBlockDB - oneBlock) < 1e-3)
        #expect(abs(margins.fourBlocksDB - fourBlocks) < 1e-3)
        #expect(margins.oneBlockDB > margins.fourBlocksDB)
    }

    /// At the greatest loss that the downlink bears a call still gets through, while simple data is at its limit.
    @Test func theDownlinksLimitLeavesACall() {
        let loss = LinkBudget.macroSite.maximumPathLossDB(frequencyMHz: 900, thresholdDBm: -115)
        let margins = check.margins(gainDBi: 15, lossDB: loss)
        #expect(margins.oneBlockDB > 5)
        #expect(abs(margins.fourBlocksDB) < 1)
    }

    @Test func everyDecibelCounts() {
        func margin(gain: Double = 15, loss: Double = 140, feeder: Double = 0.5, extra: Double = 0, check: UplinkCheck = UplinkCheck())
            -> Double
        {
            check.marginDB(.voice, gainDBi: gain, lossDB: loss, feederLossDB: feeder, extraLossDB: extra)
        }
        let plain = margin()
        let changes = [
            margin(gain: 16) - plain, plain - margin(loss: 141), plain - margin(feeder: 1.5), plain - margin(extra: 1),
            plain - margin(check: UplinkCheck(noiseFigureDB: 6)), plain - margin(check: UplinkCheck(interferenceMarginDB: 2)),
            margin(check: UplinkCheck(phonePowerDBm: 24)) - plain,
        ]
        for change in changes { #expect(abs(change - 1) < 1e-9) }
    }
}
