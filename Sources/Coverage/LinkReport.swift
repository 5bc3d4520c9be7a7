import Geodesy
import Planning
import Radio
import Terrain

/// One path from a mast to a place in full: the ground, the wave, and the level of every carrier.
public struct LinkReport: Sendable {
    /// One sample of the path.
    public struct Sample: Hashable, Sendable {
        /// From the mast, metres.
        public var distanceMeters: Double
        /// Where on the ground the sample lies, WGS 84.
        public var place: Coordinate
        /// Ground in metres above sea level; NaN where it is not known.
        public var groundMeters: Double
        /// What stands on the ground, metres; 0 without clutter.
        public var clutterMeters: Double
        /// How far the Earth's curve lifts the ground here, metres.
        public var earthBulgeMeters: Double
        /// Direct ray in metres above sea level, over a ground lifted by the bulge; NaN where the ground of an end is not known.
        public var rayMeters: Double
        /// Radius of the first Fresnel zone at ``LinkReport/fresnelFrequencyMHz``, metres.
        public var fresnelRadiusMeters: Double

        /// Height of the ray over the ground and what stands on it, metres; NaN where either is not known.
        public var clearanceMeters: Double { rayMeters - groundMeters - clutterMeters - earthBulgeMeters }
    }

    /// The narrowest place of the first Fresnel zone.
    public struct FresnelClearance: Hashable, Sendable {
        /// Clearance by the radius of the zone: 1 and more = the zone is free, 0 = the ray grazes, negative = hidden.
        public var ratio: Double
        /// Where on the ground that is, WGS 84.
        public var place: Coordinate
        /// From the mast, metres.
        public var distanceMeters: Double
        /// Height of the ray over the ground and what stands on it, metres.
        public var clearanceMeters: Double
        /// Radius of the zone there, metres.
        public var radiusMeters: Double
    }

    /// What the ground makes of the path, whatever the frequency. Known only where the whole path is.
    public struct Shape: Hashable, Sendable {
        /// True when nothing hides the antenna.
        public var isLineOfSight: Bool
        /// Nearer than P.1812 is made for (250 m).
        public var isBelowModelRange: Bool
        /// What stands in the way, as the verdicts name it; nil when it costs nothing.
        public var obstruction: Obstruction?
        /// From the mast to its radio horizon over bare ground, metres; nil in line of sight.
        public var mastHorizonMeters: Double?
        /// From the mast to the horizon of the other end, metres; nil in line of sight.
        public var receiverHorizonMeters: Double?
        /// Elevation of the direct ray at the mast, degrees.
        public var rayElevationDegrees: Double
        /// Elevation in which the wave leaves the mast: that of the ray, or of the horizon above it, degrees.
        public var departureElevationDegrees: Double
        /// Nil where no sample lies between the ends.
        public var fresnel: FresnelClearance?
    }

    /// Where the mast stands, WGS 84.
    public var start: Coordinate
    /// The other end, where the phone is, WGS 84.
    public var end: Coordinate
    /// Height of the antenna above the ground, metres.
    public var mastHeightMeters: Double
    /// Height of the rule's phone above the ground, metres.
    public var receiverHeightMeters: Double
    /// Length of the path over the ground, metres.
    public var distanceMeters: Double
    /// Direction at the mast, degrees from north, clockwise.
    public var azimuthDegrees: Double
    /// Direction from the other end back to the mast, degrees.
    public var backAzimuthDegrees: Double
    /// Median effective radius of the Earth in the project's air, km.
    public var effectiveEarthRadiusKilometers: Double
    /// Whether verdicts look that far.
    public var isInRange: Bool
    /// True when clutter heights were counted.
    public var hasClutter: Bool
    /// What the heights stand for; nil without terrain.
    public var surface: TerrainSurface?
    /// The lowest carrier, MHz.
    public var fresnelFrequencyMHz: Double
    /// From the mast to the other end; the exact samples that verdicts use. Without terrain, one a kilometre of unknown ground.
    public var samples: [Sample]
    /// Tiles in which the path crosses unknown ground, in the order in which it meets them; empty = none.
    public var missingTiles: [TerrainTile]
    /// Nil where the path crosses unknown ground.
    public var shape: Shape?
    /// The carriers, strongest first.
    public var carriers: [LinkCarrier]

    /// Whether any carrier reaches the rule's level; nil where none could be computed.
    public var isCovered: Bool? { shape == nil ? nil : carriers.contains { $0.level?.isUsable ?? false } }
}

/// What one carrier brings over a path.
public struct LinkCarrier: Hashable, Sendable {
    /// A level with what leads to it.
    public struct Level: Hashable, Sendable {
        /// Basic transmission loss by the path that verdicts take, dB.
        public var lossDB: Double
        /// The same by the reference model on its own; nil where it takes no such input (a carrier above 6 GHz).
        public var parts: Parts?
        /// Gain towards the departing wave, dBi.
        public var gainDBi: Double
        /// Boresight of the sector that brings it; nil for one that looks everywhere alike.
        public var sectorAzimuthDegrees: Double?
        /// Median level, dBm.
        public var rsrpDBm: Double
        /// Median level less the one that the rule asks for, dB.
        public var marginDB: Double
        /// Probability that the rule's threshold is reached, 0…1.
        public var probability: Double
        /// Whether the rule is content.
        public var isUsable: Bool
        /// What is left on the way back.
        public var uplink: UplinkCheck.Margins
    }

    /// Losses of P.1812 on the way to the total, dB; names of the Recommendation in the comments.
    public struct Parts: Hashable, Sendable {
        /// Basic transmission loss in free space over the slant path, Lbfs.
        public var freeSpaceDB: Double
        /// Bullington loss of the path, Lbulla.
        public var bullingtonDB: Double
        /// Bullington loss of the smooth path, Lbulls.
        public var smoothBullingtonDB: Double
        /// Loss of a spherical Earth, Ldsph.
        public var sphericalEarthDB: Double
        /// Diffraction loss, Ld.
        public var diffractionDB: Double
        /// Basic transmission loss by troposcatter, Lbs.
        public var troposcatterDB: Double
        /// Basic transmission loss by ducting and layer reflection, Lba.
        public var ductingDB: Double
        /// Basic transmission loss, Lb; below the model's range free space and Bullington.
        public var totalDB: Double
    }

    /// What the carrier sends.
    public var technology: Technology
    /// Frequency of the carrier, MHz.
    public var frequencyMHz: Double
    /// Power of one resource element at the radio, dBm.
    public var resourceElementPowerDBm: Double
    /// Loss between radio and antenna, dB.
    public var feederLossDB: Double
    /// What indoors costs besides the path, dB; 0 outdoors.
    public var extraLossDB: Double
    /// The level that the rule asks for, dBm.
    public var requiredDBm: Double
    /// Free space between the ends, without regard to the heights, dB.
    public var freeSpaceLossDB: Double
    /// Level over free space: with the gain of the path, or in the best direction where none could be computed, dBm.
    public var freeSpaceDBm: Double
    /// Level by a model that knows no terrain (3GPP RMa), in the best direction, dBm.
    public var fallbackDBm: Double?
    /// Nil where the path crosses unknown ground.
    public var level: Level?
}
