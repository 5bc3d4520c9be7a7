/// Angles brought into one turn.
enum PatternAngle {
    /// From −180 to 180.
    static func signed(_ degrees: Double) -> Double { degrees.remainder(dividingBy: 360) }

    /// From 0 up to but without 360.
    static func positive(_ degrees: Double) -> Double {
        let rest = degrees.truncatingRemainder(dividingBy: 360)
        // A hair below 0 would round up to 360 itself.
        let turned = rest < 0 ? rest + 360 : rest
        return turned < 360 ? turned : 0
    }
}
