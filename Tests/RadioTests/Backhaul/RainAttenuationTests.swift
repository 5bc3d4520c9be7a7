import Testing

@testable import Radio

@Suite struct RainAttenuationTests {
    /// Recommendation ITU-R P.838-3, table 5.
    @Test(arguments: [
        (7.0, 0.001915, 1.4810, 0.001425, 1.4745), (10, 0.01217, 1.2571, 0.01129, 1.2156), (15, 0.04481, 1.1233, 0.05008, 1.0440),
        (18, 0.07078, 1.0818, 0.07708, 1.0025), (20, 0.09164, 1.0568, 0.09611, 0.9847), (23, 0.1286, 1.0214, 0.1284, 0.9630),
        (30, 0.2403, 0.9485, 0.2291, 0.9129), (1, 0.0000259, 0.9691, 0.0000308, 0.8592), (100, 1.3671, 0.6815, 1.3680, 0.6765),
    ])
    func theCoefficientsAreThoseOfTheTable(frequency: Double, kH: Double, alphaH: Double, kV: Double, alphaV: Double) {
        let h = RainAttenuation.coefficients(frequencyGHz: frequency, polarization: .horizontal)
        let v = RainAttenuation.coefficients(frequencyGHz: frequency, polarization: .vertical)
        #expect(abs(h.k / kH - 1) < 0.002 && abs(h.alpha - alphaH) < 0.0006)
        #expect(abs(v.k / kV - 1) < 0.002 && abs(v.alpha - alphaV) < 0.0006)
    }

    @Test func rainTakesMoreWithItsRateAndLessOftenMore() {
        func loss(_ km: Double, _ ghz: Double, _ rate: Double, _ percent: Double = 0.01) -> Double {
            RainAttenuation.exceededDB(
                distanceKm: km, frequencyGHz: ghz, rainRateMMPerHour: rate, polarization: .vertical, percentOfTime: percent)
        }
        for ghz in [7.0, 15, 18, 23] {
            #expect(loss(5, ghz, 50) < loss(5, ghz, 100))
            #expect(loss(3, ghz, 100) < loss(6, ghz, 100))
            #expect(
                loss(5, ghz, 100, 1) < loss(5, ghz, 100, 0.1) && loss(5, ghz, 100, 0.1) < loss(5, ghz, 100)
                    && loss(5, ghz, 100) < loss(5, ghz, 100, 0.001))
            // The power law meets the value at 0.01 % within its own rounding.
            #expect(abs(loss(5, ghz, 100, 0.010_000_001) / loss(5, ghz, 100) - 1) < 0.01)
        }
        #expect(loss(0, 15, 100) == 0 && loss(5, 15, 0) == 0)
        // By hand: γ = 0.1284 · 100^0.9630 = 10.83 dB/km; 0.477 · 5^0.633 · 100^(0.0703) · 23^0.123 − 10.579 (1 − e^−0.12) = 1.492.
        #expect(abs(loss(5, 23, 100) - 36.3) < 0.4)
    }
}
