/// How much the loss varies in each climate, as curves over the effective distance.
///
/// Source: NBS Technical Note 101, Vol. 2, Fig. 10.13 and Eqs. (III.69)–(III.70), as tabulated in Hufford, "The Algorithm", Table 5.1. Distances in metres.
struct ITMVariabilityCurves {
    /// (c1 + c2 / (1 + ((d − x2)/x3)²)) · (d/x1)² / (1 + (d/x1)²), dB.
    struct Curve {
        var c1: Double
        var c2: Double
        var x1: Double
        var x2: Double
        var x3: Double

        init(_ c1: Double, _ c2: Double, _ x1: Double, _ x2: Double, _ x3: Double) {
            (self.c1, self.c2, self.x1, self.x2, self.x3) = (c1, c2, x1, x2, x3)
        }

        func callAsFunction(_ distance: Double) -> Double {
            let (place, share) = ((distance - x2) / x3, distance / x1)
            return (c1 + c2 / (1 + place * place)) * (share * share) / (1 + share * share)
        }
    }

    /// c1 + c2 / (1 + (c3·q)²) with q = ln(0.133 k).
    struct FrequencyFactor {
        var c1: Double
        var c2: Double
        var c3: Double

        init(_ c1: Double = 1, _ c2: Double = 0, _ c3: Double = 0) { (self.c1, self.c2, self.c3) = (c1, c2, c3) }

        func callAsFunction(_ q: Double) -> Double { c1 + c2 / (c3 * q * (c3 * q) + 1) }
    }

    /// Vmed, dB.
    var median: Curve
    /// σT−, dB: low signals.
    var below: Curve
    /// σT+, dB: high signals.
    var above: Curve
    /// CD: how much narrower ducts make the tail.
    var ductFactor: Double
    /// zD: where that tail begins.
    var ductDeviate: Double
    /// g−.
    var belowFactor: FrequencyFactor
    /// g+.
    var aboveFactor: FrequencyFactor

    init(_ climate: ITMClimate) {
        switch climate {
        case .equatorial:
            median = Curve(-9.67, 12.7, 144.9e3, 190.3e3, 133.8e3)
            below = Curve(2.13, 159.5, 762.2e3, 123.6e3, 94.5e3)
            above = Curve(2.11, 102.3, 636.9e3, 134.8e3, 95.6e3)
            (ductFactor, ductDeviate) = (1.224, 1.282)
            (belowFactor, aboveFactor) = (FrequencyFactor(), FrequencyFactor())
        case .continentalSubtropical:
            median = Curve(-0.62, 9.19, 228.9e3, 205.2e3, 143.6e3)
            below = Curve(2.66, 7.67, 100.4e3, 172.5e3, 136.4e3)
            above = Curve(6.87, 15.53, 138.7e3, 143.7e3, 98.6e3)
            (ductFactor, ductDeviate) = (0.801, 2.161)
            (belowFactor, aboveFactor) = (FrequencyFactor(), FrequencyFactor(0.93, 0.31, 2))
        case .maritimeSubtropical:
            median = Curve(1.26, 15.5, 262.6e3, 185.2e3, 99.8e3)
            below = Curve(6.11, 6.65, 138.2e3, 242.2e3, 178.6e3)
            above = Curve(10.08, 9.6, 165.3e3, 225.7e3, 129.7e3)
            (ductFactor, ductDeviate) = (1.38, 1.282)
            (belowFactor, aboveFactor) = (FrequencyFactor(), FrequencyFactor())
        case .desert:
            median = Curve(-9.21, 9.05, 84.1e3, 101.1e3, 98.6e3)
            below = Curve(1.98, 13.11, 139.1e3, 132.7e3, 193.5e3)
            above = Curve(3.68, 159.3, 464.4e3, 93.1e3, 94.2e3)
            (ductFactor, ductDeviate) = (1, 20)
            (belowFactor, aboveFactor) = (FrequencyFactor(), FrequencyFactor(0.93, 0.19, 1.79))
        case .continentalTemperate:
            median = Curve(-0.62, 9.19, 228.9e3, 205.2e3, 143.6e3)
            below = Curve(2.68, 7.16, 93.7e3, 186.8e3, 133.5e3)
            above = Curve(4.75, 8.12, 93.2e3, 135.9e3, 113.4e3)
            (ductFactor, ductDeviate) = (1.224, 1.282)
            (belowFactor, aboveFactor) = (FrequencyFactor(0.92, 0.25, 1.77), FrequencyFactor(0.93, 0.31, 2))
        case .maritimeTemperateOverLand:
            median = Curve(-0.39, 2.86, 141.7e3, 315.9e3, 167.4e3)
            below = Curve(6.86, 10.38, 187.8e3, 169.6e3, 108.9e3)
            above = Curve(8.58, 13.97, 216e3, 152e3, 122.7e3)
            (ductFactor, ductDeviate) = (1.518, 1.282)
            (belowFactor, aboveFactor) = (FrequencyFactor(), FrequencyFactor())
        case .maritimeTemperateOverSea:
            median = Curve(3.15, 857.9, 2222e3, 164.8e3, 116.3e3)
            below = Curve(8.51, 169.8, 609.8e3, 119.9e3, 106.6e3)
            above = Curve(8.43, 8.19, 136.2e3, 188.5e3, 122.9e3)
            (ductFactor, ductDeviate) = (1.518, 1.282)
            (belowFactor, aboveFactor) = (FrequencyFactor(), FrequencyFactor())
        }
    }
}
