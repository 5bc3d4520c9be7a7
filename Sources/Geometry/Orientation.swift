import CGEOS
import Geodesy

/// On which side of the line from `a` to `b` the place `p` lies: 1 left, −1 right, 0 exactly on it.
///
/// A plain determinant answers unless rounding could turn its sign; then GEOS decides in double-double arithmetic, so that the
/// program and GEOS never differ about a boundary. Error bound: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic" (1997).
@inline(__always)
func orientation(_ a: Coordinate, _ b: Coordinate, _ p: Coordinate) -> Int {
    let left = (a.longitude - p.longitude) * (b.latitude - p.latitude)
    let right = (a.latitude - p.latitude) * (b.longitude - p.longitude)
    let determinant = left - right
    let doubt = 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right))
    if determinant > doubt { return 1 }
    if determinant < -doubt { return -1 }
    return orientationInDoubt(a, b, p)
}

@inline(never)
private func orientationInDoubt(_ a: Coordinate, _ b: Coordinate, _ p: Coordinate) -> Int {
    // A context of its own keeps this free of shared state; doubts are rare enough.
    guard let handle = GEOS_init_r() else { return 0 }
    defer { GEOS_finish_r(handle) }
    let side = GEOSOrientationIndex_r(handle, a.longitude, a.latitude, b.longitude, b.latitude, p.longitude, p.latitude)
    return (-1...1).contains(side) ? Int(side) : 0
}
