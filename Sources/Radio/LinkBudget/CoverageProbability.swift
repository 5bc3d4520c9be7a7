/// How likely a place hears enough, when the true level scatters normally in dB around the predicted median.
///
/// The design page's numbers, which are ours: 90 % at a planning σ of 8 dB, which stands for location variability and model error together.
public enum CoverageProbability {
    /// Probability, 0 to 1, that the level at a place is at least the threshold.
    ///
    /// - Parameters:
    ///   - signalDBm: predicted median level, dBm; −∞ for a place that nothing reaches.
    ///   - thresholdDBm: the level wanted, dBm.
    ///   - sigmaDB: standard deviation, dB, ≥ 0. At 0 the answer is 1 from the threshold up, else 0.
    /// - Returns: Φ((signal − threshold) / σ); NaN where σ is negative or an input is not a number.
    public static func probability(signalDBm: Double, thresholdDBm: Double, sigmaDB: Double) -> Double {
        guard sigmaDB >= 0, !signalDBm.isNaN, !thresholdDBm.isNaN else { return .nan }
        guard sigmaDB > 0 else { return signalDBm >= thresholdDBm ? 1 : 0 }
        return StandardNormal.probability((signalDBm - thresholdDBm) / sigmaDB)
    }

    /// What the median must lie above the threshold for a probability, dB: 10.25 for 0.9 at σ 8. Negative below one half.
    ///
    /// - Parameters:
    ///   - probability: 0 to 1, both excluded: the ends would need an endless margin, and give ±∞.
    ///   - sigmaDB: standard deviation, dB, ≥ 0. At 0 no margin is needed.
    /// - Returns: σ Φ⁻¹(p); NaN where σ is negative, the probability is outside 0 to 1, or either is not a number.
    public static func marginDB(probability: Double, sigmaDB: Double) -> Double {
        guard sigmaDB >= 0, (0...1).contains(probability) else { return .nan }
        return sigmaDB == 0 ? 0 : sigmaDB * StandardNormal.quantile(probability)
    }
}
