import Foundation

/// Median loss over flat ground: Hata's fit of Okumura's curves, carried to 3 GHz and 100 km.
///
/// Source: E. Drocella, J. Richards, R. Sole, F. Najmy, A. Lundy and P. McKenna, "3.5 GHz Exclusion Zone Analyses and Methodology", NTIA Report TR-15-517,
/// 2015, Appendix A.
struct ExtendedHataMedian {
    /// dB.
    let lossDB: Double
    /// Where the loss begins to grow faster, km.
    let breakPointKm: Double
    /// Basic median attenuation beyond free space at 1 km, dB, of an antenna of 200 m in a city.
    let attenuationAt1KmDB: Double
    /// The same at 100 km.
    let attenuationAt100KmDB: Double

    /// - Parameters: heights effective, held to the model's range.
    init(frequencyMHz: Double, baseMeters: Double, mobileMeters: Double, distanceKm: Double, environment: HataEnvironment) {
        let logF = log10(frequencyMHz)
        let logBase = log10(baseMeters)
        let base200 = 13.82 * log10(200)
        let mobile3 = Self.mobileGain(3)
        let ray1Km = (1e6 + 197.0 * 197).squareRoot()
        /// Free-space attenuation of 2 k r, dB.
        func freeSpace(_ megahertz: Double, _ meters: Double) -> Double {
            20 * log10(2 * (2e6 * .pi * megahertz / Self.lightMetersPerSecond) * meters)
        }
        let urban = Self.urbanCoefficients
        let alpha = 22 + base200 + mobile3 + freeSpace(1500, ray1Km) - log10(1500) * (urban.beta + urban.gamma * log10(1500))
        let fitted = logF * (urban.beta + urban.gamma * logF)
        attenuationAt1KmDB = alpha + fitted - base200 - mobile3 - freeSpace(frequencyMHz, ray1Km)
        attenuationAt100KmDB = 120.78129 + logF * (-52.714929 + 10.919011 * logF)

        let far = Self.farExponents
        let exponentFar = 2 * (far.rho + logBase * (far.sigma + far.tau * logBase) - 1)
        let exponentNear = 0.1 * (44.9 - 6.55 * logBase) - 2
        breakPointKm = pow(10, (2 * exponentFar + 0.1 * (attenuationAt1KmDB - attenuationAt100KmDB)) / (exponentFar - exponentNear))
        let heights = -13.82 * logBase - Self.mobileGain(mobileMeters)
        let loss: Double
        if distanceKm <= breakPointKm {
            loss = alpha + fitted + heights + (44.9 - 6.55 * logBase) * log10(distanceKm)
        } else {
            let ray = (1e6 * distanceKm * distanceKm + (baseMeters - mobileMeters) * (baseMeters - mobileMeters)).squareRoot()
            loss =
                attenuationAt100KmDB + base200 + mobile3 + heights - 20 * exponentFar + 10 * exponentFar * log10(distanceKm)
                + freeSpace(frequencyMHz, ray)
        }
        switch environment {
        case .denseUrban, .urban: lossDB = loss
        case .suburban:
            let suburban = Self.suburbanCoefficients
            lossDB = loss - (suburban.alpha + logF * (suburban.beta + suburban.gamma * logF))
        case .rural: lossDB = loss - (40.94 - 18.33 * logF + 4.78 * logF * logF)
        }
    }

    /// As the report derives it, from rounded constants of the vacuum.
    private static let lightMetersPerSecond = 1 / (8.854e-12 * 4e-7 * Double.pi).squareRoot()

    /// a(hm) of a large city, dB. M. Hata, "Empirical formula for propagation loss in land mobile radio services", 1980, Eq. (16).
    private static func mobileGain(_ meters: Double) -> Double {
        let log = log10(11.75 * meters)
        return 3.2 * log * log - 4.97
    }

    /// Through Okumura's 22, 23.5 and 25.85 dB at 1 km and 1,500, 2,000 and 3,000 MHz.
    private static let urbanCoefficients: (beta: Double, gamma: Double) = {
        let gamma = (3.85 / log10(2) - 1.5 / log10(4 / 3.0)) / log10(1.5)
        return (20 + 1.5 / log10(4 / 3.0) - gamma * log10(3e6), gamma)
    }()

    /// Through 11.5, 12.4 and 14 dB at the same frequencies.
    private static let suburbanCoefficients: (alpha: Double, beta: Double, gamma: Double) = {
        let (third, half, double) = (log10(4 / 3.0), log10(1.5), log10(2.0))
        let denominator = third * half * double
        let gamma = (2.5 * third - 0.9 * double) / denominator
        let beta = (0.9 * double * log10(4.5e6) - 2.5 * third * log10(3e6)) / denominator
        return (11.5 - beta * log10(1500) - gamma * log10(1500) * log10(1500), beta, gamma)
    }()

    /// Half the exponents of Okumura's Fig. 12: 2.5, 3 and 3.22 at antennas of 24.5, 70 and 200 m.
    private static let farExponents: (rho: Double, sigma: Double, tau: Double) = {
        let (low, high, all) = (log10(70 / 24.5), log10(200 / 70.0), log10(200 / 24.5))
        let tau = (0.72 * low - 0.5 * all) / low / high / all
        let sigma = 0.72 / all - tau * log10(200 * 24.5)
        return (2.5 - log10(24.5) * (sigma + tau * log10(24.5)), sigma, tau)
    }()
}
