import Foundation

/// What a macro site sends and what a phone may lose of it, from power amplifier to level at the phone.
///
/// Every default is ours, for a rural macro site of a Vietnamese operator; no public rule fixes them. Gain of the phone's antenna and loss by the
/// body are taken as 0: RSRP thresholds are stated that way.
public struct LinkBudget: Hashable, Sendable, Codable {
    /// Power of one carrier at the amplifier, dBm: 46 (40 W), whatever its width.
    public var carrierPowerDBm: Double
    /// Width of a carrier, MHz: 10.
    public var bandwidthMHz: Double
    /// Loss between amplifier and antenna, dB: 0.5, a remote radio head beside its antenna.
    public var feederLossDB: Double
    /// Greatest antenna gain below 1 GHz, dBi: 15.
    public var antennaGainBelow1GHzDBi: Double
    /// Greatest antenna gain from 1 GHz up, dBi: 17.5.
    public var antennaGainAbove1GHzDBi: Double
    /// What indoors costs below 1 GHz, dB: 12.
    public var indoorLossBelow1GHzDB: Double
    /// What indoors costs from 1 GHz up, dB: 14.
    public var indoorLossAbove1GHzDB: Double

    /// Makes a budget; each part stands at its default unless given.
    public init(
        carrierPowerDBm: Double = 46, bandwidthMHz: Double = 10, feederLossDB: Double = 0.5, antennaGainBelow1GHzDBi: Double = 15,
        antennaGainAbove1GHzDBi: Double = 17.5, indoorLossBelow1GHzDB: Double = 12, indoorLossAbove1GHzDB: Double = 14
    ) {
        self.carrierPowerDBm = carrierPowerDBm
        self.bandwidthMHz = bandwidthMHz
        self.feederLossDB = feederLossDB
        self.antennaGainBelow1GHzDBi = antennaGainBelow1GHzDBi
        self.antennaGainAbove1GHzDBi = antennaGainAbove1GHzDBi
        self.indoorLossBelow1GHzDB = indoorLossBelow1GHzDB
        self.indoorLossAbove1GHzDB = indoorLossAbove1GHzDB
    }

    /// The design page's macro site.
    public static let macroSite = LinkBudget()

    /// The same budget with another carrier power; nil keeps it. Sites say their own in `power_dbm`.
    public func with(carrierPowerDBm: Double?) -> LinkBudget {
        var budget = self
        if let carrierPowerDBm { budget.carrierPowerDBm = carrierPowerDBm }
        return budget
    }

    /// Power of one resource element at the amplifier, dBm: 18.2 for the defaults.
    public var resourceElementPowerDBm: Double {
        Self.resourceElementPowerDBm(carrierPowerDBm: carrierPowerDBm, bandwidthMHz: bandwidthMHz)
    }

    /// Greatest antenna gain at a frequency, dBi.
    public func antennaGainDBi(frequencyMHz: Double) -> Double {
        frequencyMHz < 1_000 ? antennaGainBelow1GHzDBi : antennaGainAbove1GHzDBi
    }

    /// What a phone indoors loses besides the path, dB: the rule's plain extra. `P2109` has the spread over buildings.
    public func indoorLossDB(frequencyMHz: Double) -> Double {
        frequencyMHz < 1_000 ? indoorLossBelow1GHzDB : indoorLossAbove1GHzDB
    }

    /// Level of the reference signal at the phone, dBm.
    ///
    /// - Parameters:
    ///   - gainDBi: gain of the site's antenna towards the phone, dBi.
    ///   - lossDB: basic transmission loss of the path, dB.
    ///   - extraLossDB: what comes on top, such as `indoorLossDB(frequencyMHz:)`.
    public func rsrpDBm(gainDBi: Double, lossDB: Double, extraLossDB: Double = 0) -> Double {
        Self.rsrpDBm(
            resourceElementPowerDBm: resourceElementPowerDBm, gainDBi: gainDBi, lossDB: lossDB, feederLossDB: feederLossDB,
            extraLossDB: extraLossDB)
    }

    /// The greatest median path loss, dB, at which a place in the antenna's beam still has the threshold with the margin.
    ///
    /// 147.7 below 1 GHz and 150.2 above at −115 dBm without margin; 137.5 and 140.0 with the 10.25 dB that 90 % at σ 8 needs. With
    /// `FreeSpace.reachMeters` it says which places can be left out without looking at the terrain.
    public func maximumPathLossDB(
        frequencyMHz: Double, thresholdDBm: Double, marginDB: Double = 0, extraLossDB: Double = 0
    ) -> Double {
        rsrpDBm(gainDBi: antennaGainDBi(frequencyMHz: frequencyMHz), lossDB: 0, extraLossDB: extraLossDB) - thresholdDBm - marginDB
    }

    /// Subcarriers that share the power of a carrier: 12 in each resource block.
    ///
    /// Source: 3GPP TS 36.104, Table 5.6-1 (6, 15, 25, 50, 75, 100 blocks in 1.4, 3, 5, 10, 15, 20 MHz). Other widths count 5 blocks per MHz, as the wider
    /// of the table do; NR with its own grid, and the carriers of 2G and 3G, are put on this scale too so that levels compare. That part is ours.
    ///
    /// - Parameter bandwidthMHz: > 0.
    public static func subcarriers(bandwidthMHz: Double) -> Double {
        bandwidthMHz == 1.4 ? 72 : 60 * bandwidthMHz
    }

    /// Power of one resource element, dBm: the carrier's power spread evenly over its subcarriers.
    ///
    /// - Parameters:
    ///   - carrierPowerDBm: power of the whole carrier, dBm.
    ///   - bandwidthMHz: its width, > 0. NaN or −∞ to ∞ comes out of anything else.
    public static func resourceElementPowerDBm(carrierPowerDBm: Double, bandwidthMHz: Double) -> Double {
        carrierPowerDBm - 10 * log10(subcarriers(bandwidthMHz: bandwidthMHz))
    }

    /// Level of the reference signal at the phone, dBm: power + gain − feeder − path − extra.
    public static func rsrpDBm(
        resourceElementPowerDBm: Double, gainDBi: Double, lossDB: Double, feederLossDB: Double, extraLossDB: Double = 0
    ) -> Double {
        resourceElementPowerDBm + gainDBi - feederLossDB - lossDB - extraLossDB
    }
}
