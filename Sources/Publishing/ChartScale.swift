import Foundation

/// Takes values of one axis to positions in a picture, and finds round ticks.
struct ChartScale: Hashable, Sendable {
    /// Values at the two ends of the axis; they differ.
    let values: ClosedRange<Double>
    /// Position of the lower value.
    let start: Double
    /// Position of the upper value. Below `start` for an axis that points up, since pixels count downwards.
    let end: Double

    /// Where a value stands.
    func position(_ value: Double) -> Double {
        start + (value - values.lowerBound) / (values.upperBound - values.lowerBound) * (end - start)
    }

    /// Pixels per unit of value.
    var pixelsPerUnit: Double { abs(end - start) / (values.upperBound - values.lowerBound) }

    /// The step of 1, 2 or 5 times a power of ten that gives at most the wanted number of steps.
    func step(atMost count: Int) -> Double {
        let raw = (values.upperBound - values.lowerBound) / Double(max(count, 1))
        let power = pow(10, floor(log10(raw)))
        let factor = [1.0, 2, 5].first { $0 * power >= raw * (1 - 1e-9) } ?? 10
        return factor * power
    }

    /// The multiples of a step that lie on the axis, rising.
    func ticks(step: Double) -> [Double] {
        let first = Int((values.lowerBound / step - 1e-9).rounded(.up))
        let last = Int((values.upperBound / step + 1e-9).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    /// Decimals that a multiple of the step needs.
    static func decimals(step: Double) -> Int { max(0, Int((-log10(step) - 1e-9).rounded(.up))) }
}
