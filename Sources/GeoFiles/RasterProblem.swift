/// One defect of a raster, met while terrain or land cover was read.
public struct RasterProblem: Hashable, Sendable, Codable {
    /// The kinds of defects. The raw value is the stable name of the diagnostic that tells it.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Damaged, cut off, empty, or no raster at all. Nothing of the file is used.
        case unreadable
        /// No coordinate reference system, or no place in it. Nothing of the file is used.
        case notPlaced
        /// A picture or complex numbers: not heights. Nothing of the file is used.
        case notHeights
        /// The raster does not touch the area. It was left out.
        case elsewhere
        /// Every cell in the area is without data.
        case withoutData
        /// Several bands: the first one was used.
        case severalBands
        /// Heights that no ground has (below −500 m or above 9,000 m) became no data.
        case absurdHeights
        /// A unit that is not known: metres were assumed.
        case unknownUnit
        /// Cells so wide that ridges vanish in them.
        case coarse
        /// The whole grid was made coarser so that it fits into memory.
        case coarsened
    }

    /// What is wrong.
    public let kind: Kind
    /// The raster as people name it: the source's name, and the path inside its folder.
    public let file: String
    /// What was found, in a few English words, with the remedy where the kind's own does not say it all.
    public let detail: String

    /// True when nothing of the file is used although it was meant to be.
    public var isError: Bool {
        switch kind {
        case .unreadable, .notPlaced, .notHeights: true
        default: false
        }
    }
}
