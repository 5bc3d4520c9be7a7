/// A straight line through a stretch of ground by least squares.
///
/// Source: G. A. Hufford, "The ITS Irregular Terrain Model, version 1.2.2: The Algorithm", on fitting a line to the profile: points are counted by a trapezoid, so that the
/// two ends of the stretch weigh half.
struct GroundLine {
    /// Height of the line at the first point of the profile, metres.
    let startMeters: Double
    /// Height of the line at the last point of the profile, metres.
    let endMeters: Double

    /// - Parameters:
    ///   - heights: at equal steps; at least two.
    ///   - from: begin of the stretch, in steps from the first point.
    ///   - to: its end, in steps.
    init(_ heights: some RandomAccessCollection<Double>, from: Double, to: Double) {
        let steps = heights.count - 1
        func height(_ index: Int) -> Double { heights[heights.index(heights.startIndex, offsetBy: index)] }
        // Whole steps outward, but never beyond the profile.
        var first = Int(max(0, from))
        var last = steps - Int(max(0, Double(steps) - to))
        if last <= first {
            first = max(0, first - 1)
            last = min(steps, last + 1)
        }
        let length = Double(last - first)
        var offset = -0.5 * length
        let middle = Double(last) + offset
        var sum = 0.5 * (height(first) + height(last))
        var moment = 0.5 * (height(first) - height(last)) * offset
        for index in (first + 1)..<max(last, first + 1) {
            offset += 1
            sum += height(index)
            moment += height(index) * offset
        }
        let mean = sum / length
        let slope = moment * 12 / ((length * length + 2) * length)
        startMeters = mean - slope * middle
        endMeters = mean + slope * (Double(steps) - middle)
    }
}
