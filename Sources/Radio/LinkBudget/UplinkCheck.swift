import Foundation

/// Whether the site hears the phone: the way back, which a strong site makes the weaker one.
///
/// Path, antenna and feeder are taken to be the same both ways; uplink and downlink of a band lie a few per cent apart.
public struct UplinkCheck: Hashable, Sendable, Codable {
    /// What the phone wants to send.
    public struct Service: Hashable, Sendable, Codable {
        /// Resource blocks used at once, 180 kHz each; the phone's power is spread over them.
        public var resourceBlocks: Int
        /// Bits per second that must get through.
        public var bitsPerSecond: Double

        /// Makes a service.
        public init(resourceBlocks: Int, bitsPerSecond: Double) {
            self.resourceBlocks = resourceBlocks
            self.bitsPerSecond = bitsPerSecond
        }

        /// A call: 1 resource block, 24 kbit/s (a 12.65 kbit/s voice frame with its headers, rounded up). The rate is ours.
        public static let voice = Service(resourceBlocks: 1, bitsPerSecond: 24_000)
        /// Simple use of the net: 4 resource blocks, 256 kbit/s. The rate is ours.
        public static let data = Service(resourceBlocks: 4, bitsPerSecond: 256_000)

        /// Signal over noise and interference that the site must have, dB.
        ///
        /// Source: 3GPP TR 36.942, Annex A.2: throughput = 0.4 · B · log₂(1 + SINR) in the uplink, nothing below −10 dB. About −5.9 dB for `voice` and
        /// −0.7 dB for `data`.
        public var targetSINRDB: Double {
            max(-10, 10 * log10(pow(2, bitsPerSecond / (0.4 * bandwidthHz)) - 1))
        }

        var bandwidthHz: Double { 180_000 * Double(resourceBlocks) }
    }

    /// What is left on the way back; negative where the site does not hear the phone.
    public struct Margins: Hashable, Sendable, Codable {
        /// With one resource block, dB.
        public var oneBlockDB: Double
        /// With four resource blocks, dB.
        public var fourBlocksDB: Double
    }

    /// Power of the phone, dBm: 23, power class 3 of 3GPP TS 36.101 §6.2.2.
    public var phonePowerDBm: Double
    /// Noise figure of the site's receiver, dB: 5, 3GPP TR 36.814 Table A.2.1.1-2.
    public var noiseFigureDB: Double
    /// What other cells add to the noise, dB: 1, for thinly loaded rural cells. Ours.
    public var interferenceMarginDB: Double

    /// Makes a check; each part stands at its default unless given.
    public init(phonePowerDBm: Double = 23, noiseFigureDB: Double = 5, interferenceMarginDB: Double = 1) {
        self.phonePowerDBm = phonePowerDBm
        self.noiseFigureDB = noiseFigureDB
        self.interferenceMarginDB = interferenceMarginDB
    }

    /// How much more the path could lose before the site stops hearing the phone, dB.
    ///
    /// - Parameters:
    ///   - service: what is sent.
    ///   - gainDBi: gain of the site's antenna towards the phone, dBi.
    ///   - lossDB: basic transmission loss of the path, dB.
    ///   - feederLossDB: between antenna and receiver, dB.
    ///   - extraLossDB: what comes on top, such as being indoors.
    public func marginDB(
        _ service: Service, gainDBi: Double, lossDB: Double, feederLossDB: Double = LinkBudget.macroSite.feederLossDB,
        extraLossDB: Double = 0
    ) -> Double {
        let noiseDBm = -174 + 10 * log10(service.bandwidthHz) + noiseFigureDB + interferenceMarginDB
        let receivedDBm = phonePowerDBm - extraLossDB - lossDB + gainDBi - feederLossDB
        return receivedDBm - noiseDBm - service.targetSINRDB
    }

    /// Both margins: a call with one resource block, simple data with four.
    public func margins(
        gainDBi: Double, lossDB: Double, feederLossDB: Double = LinkBudget.macroSite.feederLossDB, extraLossDB: Double = 0
    ) -> Margins {
        Margins(
            oneBlockDB: marginDB(.voice, gainDBi: gainDBi, lossDB: lossDB, feederLossDB: feederLossDB, extraLossDB: extraLossDB),
            fourBlocksDB: marginDB(.data, gainDBi: gainDBi, lossDB: lossDB, feederLossDB: feederLossDB, extraLossDB: extraLossDB))
    }
}
