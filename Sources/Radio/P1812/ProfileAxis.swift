/// Where the points of a profile stand along the path. A concrete struct for each kind, so that loops over it are specialised.
protocol ProfileAxis {
    /// Distance of a point from the transmitter, km.
    func km(_ index: Int) -> Double
}

/// Points at equal steps.
struct EvenAxis: ProfileAxis {
    let stepKm: Double

    @inline(__always) func km(_ index: Int) -> Double { Double(index) * stepKm }
}

/// Points at any increasing distances.
struct ListedAxis: ProfileAxis {
    let distancesKm: UnsafeBufferPointer<Double>

    @inline(__always) func km(_ index: Int) -> Double { distancesKm[index] }
}

/// Heights over the points of a profile, metres above sea level.
protocol ProfileGround {
    func meters(_ index: Int) -> Double
}

/// The ground itself.
struct BareGround: ProfileGround {
    let heightsMeters: UnsafeBufferPointer<Double>

    @inline(__always) func meters(_ index: Int) -> Double { heightsMeters[index] }
}

/// The ground and what stands on it: g = h + R. Only points between the terminals are asked for (P.1812-8 §3.2: g = h at the ends).
struct ClutteredGround: ProfileGround {
    let heightsMeters: UnsafeBufferPointer<Double>
    let clutterMeters: UnsafeBufferPointer<Double>

    @inline(__always) func meters(_ index: Int) -> Double { heightsMeters[index] + clutterMeters[index] }
}

/// The smooth path: all heights 0 (P.1812-8 §4.3.4).
struct SmoothGround: ProfileGround {
    @inline(__always) func meters(_ index: Int) -> Double { 0 }
}
