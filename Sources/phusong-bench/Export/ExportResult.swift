/// What `phusong-bench export` measured.
struct ExportResult: Codable, Hashable {
    /// One format at one size.
    struct Outcome: Codable, Hashable {
        var format: String
        var seconds: Double
        /// Most memory that the program held.
        var peakBytes: Int
        /// Of the files, without dictionary and manifest.
        var bytes: Int
    }

    /// A country of one size.
    struct Size: Codable, Hashable {
        var villages: Int
        /// Of the run that is read.
        var runBytes: Int
        var outcomes: [Outcome]
    }

    /// By number of villages.
    var sizes: [Size]
    var build = BuildKind.name
}
