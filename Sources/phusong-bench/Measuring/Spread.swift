/// What several repetitions say: the median, the least and the greatest.
struct Spread: Codable, Hashable, Sendable {
    var median: Double
    var min: Double
    var max: Double

    /// Nil for no values. The median of an even number is the mean of the middle two.
    init?(_ values: [Double]) {
        let sorted = values.sorted()
        guard let least = sorted.first, let greatest = sorted.last else { return nil }
        let middle = sorted.count / 2
        median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        min = least
        max = greatest
    }
}

extension Spread {
    /// All three values times a number.
    func scaled(by factor: Double) -> Spread {
        var scaled = self
        scaled.median *= factor
        scaled.min *= factor
        scaled.max *= factor
        return scaled
    }
}
