/// What `sweep` is asked to do.
struct SweepOptions: Sendable {
    /// Raster or folder with the real ground, and the site on it.
    var terrain = "GeoData/samples/tuyen-quang/terrain/N21E105.tif"
    var longitude = 105.45
    var latitude = 21.55
    var radiusKm = 30.0
    var repetitions = 3
    /// Numbers of threads to measure, ascending, never empty.
    var threads = [1, 2]
    /// Cell centres at which the raster is compared with a path of its own.
    var comparedCells = 20_000
    /// Point-to-point predictions over the radials' own samples, to be compared and timed.
    var comparedSamples = 20_000
    var measuresGrowth = true
    var measuresSplat = true
    var python = "python3"
    var peerScript = "Sources/phusong-bench/peers/splat.py"

    static let frequenciesMHz = [900.0, 1_800, 2_600]
    static let mastHeightMeters = 45.0
    static let phoneHeightMeters = 1.5
    /// Limits above which posts have paths of their own, dB; nil = none has.
    static let refinements: [Double?] = [nil, 12, 6, 3]
    /// Splits each cell of 90 m into three.
    static let refinement = 3
}
