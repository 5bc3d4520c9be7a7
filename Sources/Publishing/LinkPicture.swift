import Foundation
import Planning

/// The profile of one radio link as a picture: terrain over a curved Earth, direct ray, first Fresnel zone, obstacle, and a table of figures.
///
/// The ground is drawn raised by the bulge of an Earth of the effective radius, so that the direct ray is a straight line. The picture is one SVG
/// without script, outside font or outside file; the same value gives the same bytes.
///
/// ```swift
/// var picture = LinkPicture(
///     title: "VTT-017 → Khuổi Phìn", distanceMeters: 8_200, frequencyMHz: 796, distancesMeters: distances, groundMeters: heights,
///     transmitter: .init(name: "VTT-017", groundMeters: 512, antennaMeters: 45),
///     receiver: .init(name: "Khuổi Phìn", groundMeters: 430, antennaMeters: 1.5))
/// picture.facts = [.init("RSRP", "−121.4 dBm")]
/// let svg = picture.svg()
/// ```
public struct LinkPicture: Hashable, Sendable {
    /// One end of the link.
    public struct End: Hashable, Sendable {
        /// What is written at the mast.
        public var name: String
        /// Ground in metres above mean sea level. Where it is no height within 100 km of the sea's, neither mast nor ray is drawn.
        public var groundMeters: Double
        /// Antenna in metres above ground.
        public var antennaMeters: Double

        /// Makes an end from its parts.
        public init(name: String, groundMeters: Double, antennaMeters: Double) {
            self.name = name
            self.groundMeters = groundMeters
            self.antennaMeters = antennaMeters
        }

        /// Antenna in metres above mean sea level.
        var heightMeters: Double { groundMeters + antennaMeters }
    }

    /// What stands in the way most.
    public struct Obstacle: Hashable, Sendable {
        /// Metres from the transmitter.
        public var distanceMeters: Double
        /// Its top, canopy included where that was counted, in metres above mean sea level (not raised by the Earth's bulge).
        public var heightMeters: Double
        /// Metres from its top up to the direct ray; negative where the top stands above the ray.
        public var clearanceMeters: Double
        /// Where it is, for instance coordinates or the name of a hill; empty when unknown.
        public var place: String

        /// Makes an obstacle from its parts.
        public init(distanceMeters: Double, heightMeters: Double, clearanceMeters: Double, place: String = "") {
            self.distanceMeters = distanceMeters
            self.heightMeters = heightMeters
            self.clearanceMeters = clearanceMeters
            self.place = place
        }
    }

    /// One line of the table.
    public struct Fact: Hashable, Sendable {
        /// What it is, in the picture's language.
        public var label: String
        /// How much it is, unit included.
        public var value: String

        /// Makes a line from its two parts.
        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// Headline, in the picture's language.
    public var title: String
    /// Lines under the headline.
    public var subtitles: [String]
    /// Length of the path in metres, 1 to 20,100,000; drawn as the nearest of these otherwise.
    public var distanceMeters: Double
    /// Carrier frequency in MHz, 1 to 1,000,000; no Fresnel zone is drawn otherwise.
    public var frequencyMHz: Double
    /// Metres from the transmitter of each sample, rising from 0 to the length. A sample that does not rise, or lies off the path, is left out.
    public var distancesMeters: [Double]
    /// Ground at each sample in metres above mean sea level. One that is not finite, or more than 100 km, is a gap in the terrain.
    public var groundMeters: [Double]
    /// Canopy or buildings above the ground at each sample, in metres; empty when there is no such layer. One that is not finite counts as 0.
    public var clutterMeters: [Double]
    /// Whether the heights come from a surface model, which holds the canopy already; the ground is then named so.
    public var isSurfaceModel: Bool
    /// The end at distance 0.
    public var transmitter: End
    /// The end at the path's length.
    public var receiver: End
    /// Effective Earth radius a_e in km, 8,495 for k = 4/3; from 100 up. The Earth is drawn flat where it is less, or not finite.
    public var effectiveEarthRadiusKilometers: Double
    /// The main obstacle, if there is one to show.
    public var obstacle: Obstacle?
    /// Metres from the transmitter to its radio horizon; nil when the path is clear or it is unknown.
    public var transmitterHorizonMeters: Double?
    /// Metres from the *transmitter* to the receiver's radio horizon; nil as above.
    public var receiverHorizonMeters: Double?
    /// Figures for the table at the right; without any, the profile takes the whole width.
    public var facts: [Fact]
    /// Language of the picture's own words. Title, names and facts stand as given.
    public var language: Language
    /// Start of the ids inside the SVG; one page that holds several pictures gives each its own. Letters, digits, `-` and `_` are kept.
    public var idPrefix: String

    /// Makes a picture from what it must have; the rest has defaults and can be set after.
    public init(
        title: String, subtitles: [String] = [], distanceMeters: Double, frequencyMHz: Double, distancesMeters: [Double],
        groundMeters: [Double], clutterMeters: [Double] = [], isSurfaceModel: Bool = false, transmitter: End, receiver: End,
        effectiveEarthRadiusKilometers: Double = 6371.0 * 4 / 3, obstacle: Obstacle? = nil, transmitterHorizonMeters: Double? = nil,
        receiverHorizonMeters: Double? = nil, facts: [Fact] = [], language: Language = .english, idPrefix: String = "link"
    ) {
        self.title = title
        self.subtitles = subtitles
        self.distanceMeters = distanceMeters
        self.frequencyMHz = frequencyMHz
        self.distancesMeters = distancesMeters
        self.groundMeters = groundMeters
        self.clutterMeters = clutterMeters
        self.isSurfaceModel = isSurfaceModel
        self.transmitter = transmitter
        self.receiver = receiver
        self.effectiveEarthRadiusKilometers = effectiveEarthRadiusKilometers
        self.obstacle = obstacle
        self.transmitterHorizonMeters = transmitterHorizonMeters
        self.receiverHorizonMeters = receiverHorizonMeters
        self.facts = facts
        self.language = language
        self.idPrefix = idPrefix
    }

    /// The picture as an SVG document, 1200 units wide and at least 600 high.
    ///
    /// Never fails: what cannot be drawn is left out. With more samples than pixels, the highest sample of each pixel column is kept, so that no
    /// peak is lost.
    ///
    /// Complexity: linear in the number of samples.
    public func svg() -> String { LinkPictureDrawing(self).document() }

    /// The picture as a PNG.
    ///
    /// - Parameter width: Width in pixels, within `PNGPicture.widths`; the height is about half of it.
    /// - Throws: `PictureError` when the width is out of range or drawing fails.
    public func png(width: Int = 1200) throws(PictureError) -> Data { try PNGPicture.data(svg: svg(), width: width) }
}
