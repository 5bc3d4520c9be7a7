/// Bands in which Vietnamese operators run, or are licensed to run, each generation.
///
/// Sources: 900/1800 for GSM, 900/2100 for UMTS, 1800 and later 2100 for LTE (Radio Frequency Department, notice 3095/BTTTT-CTS and circulars 04/2017,
/// 12/2023 and 03/2024/TT-BTTTT); 2.5 GHz to Viettel, 3.7 GHz to VNPT and 3.8 GHz to MobiFone (auctions of 2024); 700 MHz to Viettel (2025-05) and
/// VNPT (2025-09) for LTE and NR. 850, 2300 and 2600 MHz for LTE are open to it by plan. Which of them a table that names none means is ours.
extension Technology {
    /// One band: how people call it, and which frequencies belong to it.
    private struct Band {
        let nominalMHz: Double
        let rangeMHz: ClosedRange<Double>
    }

    private var bands: [Band] {
        let b700 = Band(nominalMHz: 700, rangeMHz: 694...806)
        let b850 = Band(nominalMHz: 850, rangeMHz: 807...879)
        let b900 = Band(nominalMHz: 900, rangeMHz: 880...960)
        let b1800 = Band(nominalMHz: 1_800, rangeMHz: 1_700...1_880)
        let b2100 = Band(nominalMHz: 2_100, rangeMHz: 1_900...2_200)
        let b2300 = Band(nominalMHz: 2_300, rangeMHz: 2_300...2_400)
        let b2600 = Band(nominalMHz: 2_600, rangeMHz: 2_496...2_700)
        let b3500 = Band(nominalMHz: 3_500, rangeMHz: 3_300...4_000)
        switch self {
        case .gsm2G: return [b900, b1800]
        case .umts3G: return [b900, b2100]
        case .lte4G: return [b700, b850, b900, b1800, b2100, b2300, b2600]
        case .nr5G: return [b700, b2100, b2600, b3500]
        }
    }

    /// Names of the bands that the technology can use, MHz, ascending.
    public var usableBandsMHz: [Double] { bands.map(\.nominalMHz) }

    /// The band that is taken where a site names none: 2G 900, 3G 2100, 4G 1800, 5G 2600, MHz. Ours.
    ///
    /// For 4G and 5G it is the band of most sites on air, not the one that reaches furthest: 700 MHz was licensed in 2025, and to assume it would
    /// find coverage where there is none.
    public var assumedBandMHz: Double {
        switch self {
        case .gsm2G: 900
        case .umts3G: 2_100
        case .lte4G: 1_800
        case .nr5G: 2_600
        }
    }

    /// Whether any of a site's bands, in MHz, is one that the technology can use.
    public func usesAny(of siteBandsMHz: [Double]) -> Bool {
        siteBandsMHz.contains { figure in bands.contains { $0.rangeMHz.contains(figure) } }
    }

    /// The carrier frequencies of this technology at a site, MHz, ascending, never empty, as the site writes them.
    ///
    /// A site's list of bands does not say which technology has which. Taken are those that this technology can use; but 900 MHz goes to 2G or 3G where the
    /// site has one of these, and only what is left of the list goes to 4G: the band is licensed for them to 2026-09. Where nothing fits,
    /// `assumedBandMHz`. That choice is ours, on the side that does not overstate 4G.
    ///
    /// - Parameters:
    ///   - siteBandsMHz: as the site names them, in any order: band names (`1800`) or frequencies (`1842.5`).
    ///   - siteTechnologies: all technologies of the site.
    public func carriersMHz(siteBandsMHz: [Double], siteTechnologies: [Technology] = []) -> [Double] {
        let usable = Set(siteBandsMHz.filter { figure in bands.contains { $0.rangeMHz.contains(figure) } })
        guard !usable.isEmpty else { return [assumedBandMHz] }
        if self == .lte4G, siteTechnologies.contains(where: { $0 < .lte4G }) {
            let withoutGSM = usable.filter { !(880...960).contains($0) }
            if !withoutGSM.isEmpty { return withoutGSM.sorted() }
        }
        return usable.sorted()
    }
}
