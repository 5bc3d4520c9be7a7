/// Heights of what stands on the ground, by the class numbers of a land-cover raster.
public struct ClutterHeights: Hashable, Sendable {
    /// Class number → metres above ground, 0 to 100.
    public var metersByClass: [Int: Double]

    /// Makes a table.
    public init(metersByClass: [Int: Double]) { self.metersByClass = metersByClass }

    /// ESA WorldCover's classes with the heights that Recommendation ITU-R P.1812-8 proposes (§3.2.1, table 2): trees and mangroves 15 m,
    /// built-up 10 m (as villages are), everything else open ground. No class of WorldCover is dense urban (20 m): a project can map one.
    public static let worldCover = ClutterHeights(metersByClass: [
        10: 15, 20: 0, 30: 0, 40: 0, 50: 10, 60: 0, 70: 0, 80: 0, 90: 0, 95: 15, 100: 0,
    ])

    /// Land cover to be read with a terrain model of the bare ground.
    public struct Source: Hashable, Sendable {
        /// A raster, or a folder of rasters.
        public var path: String
        /// The same as people name it.
        public var name: String
        /// What the classes stand for.
        public var heights: ClutterHeights

        /// Names a source.
        public init(path: String, name: String, heights: ClutterHeights = .worldCover) {
            self.path = path
            self.name = name
            self.heights = heights
        }
    }
}
