/// A loss that grows evenly with distance.
struct LossLine {
    /// dB per metre.
    var slope: Double
    /// dB at distance 0, where the line is only drawn on.
    var interceptDB: Double

    func lossDB(atMeters distance: Double) -> Double { slope * distance + interceptDB }
}
