/// Everything that `sweep` measured.
struct SweepResult: Codable, Sendable {
    /// One sweep over one grid, with so many bands.
    struct Timing: Codable, Sendable {
        var work: String
        var bands: Int
        var threads: Int
        var radialSamples: Int
        var cells: Int
        var seconds: Spread
        var processorSeconds: Spread
        var samplesPerProcessorSecond: Spread
        var cellsPerProcessorSecond: Spread
    }

    /// |raster − exact path| at cell centres, dB.
    struct RasterError: Codable, Sendable {
        /// Posts whose samples differ by more have paths of their own; nil = none.
        var refiningAboveDB: Double?
        /// Of the sweep with this raster, one band, one thread.
        var processorSeconds: Double
        var cells: Int
        var median: Double
        var p95: Double
        var max: Double
        /// Raster − exact, so that a lean would show.
        var meanSigned: Double
        /// Cells that one of the two knows and the other does not.
        var disagreeOnGaps: Int
    }

    /// The same samples by the point-to-point model, each with a scan of its own.
    struct Twin: Codable, Sendable {
        var samples: Int
        var worstDifferenceDB: Double
        /// Over the radial's ready samples, without reading the ground again.
        var scanSecondsPerSample: Double
        /// Reading the ground for each path, as planning does.
        var pathSecondsPerSample: Double
        /// How many times as fast the sweep is, its reading of the ground included.
        var timesAsFastAsScan: Double
        var timesAsFastAsPath: Double
    }

    struct Splat: Codable, Sendable {
        var version: String
        var seconds: Double
        var processorSeconds: Double
        /// How many times as much processor time as the sweep with its raster, one band.
        var timesSweep: Double
    }

    struct Grid: Codable, Sendable {
        var name: String
        var spacingMeters: Double
        var timings: [Timing]
        var errors: [RasterError]
        var twin: Twin
        var splat: Splat?
        /// Why there is no SPLAT! to compare with.
        var splatAbsence: String?
    }

    struct Growth: Codable, Sendable {
        var radiusKm: Double
        var sites: Int
        var radialSamples: Int
        var processorSeconds: Double
        var nanosecondsPerSample: Double
    }

    var build: String
    var cores: Int
    var repetitions: Int
    var radiusKm: Double
    var grids: [Grid]
    var growth: [Growth]
    var peakBytes: Int?
}
