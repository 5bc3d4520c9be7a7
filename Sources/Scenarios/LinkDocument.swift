import Coverage
import Foundation
import Geodesy
import Planning

/// `link.json` (`phusong.link/1`): one path in full. Losses and levels in dB and dBm, angles in degrees, heights above sea level unless named otherwise.
public struct LinkDocument: Codable, Hashable, Sendable {
    /// One end.
    public struct End: Codable, Hashable, Sendable {
        /// `site`, `candidate`, `village` or `point`.
        public var kind: String
        /// Its id in the project; of a bare place the coordinates as given.
        public var id: String
        /// Its name; empty where there is none, as for a site or a bare place.
        public var name: String
        /// Degrees east, WGS 84.
        public var lon: Double
        /// Degrees north, WGS 84.
        public var lat: Double
        /// Height of the ground, metres above sea level; null where it is not known.
        @ExplicitNull public var groundMeters: Double?
        /// Above ground.
        public var antennaHeightMeters: Double
        /// Whose site it is; null for anything else.
        @ExplicitNull public var `operator`: Operator?
        /// Whether the site is on air; null for anything else.
        @ExplicitNull public var status: Site.Status?
    }

    /// The line between the ends.
    public struct Path: Codable, Hashable, Sendable {
        /// Length over the ellipsoid, metres.
        public var distanceMeters: Double
        /// Direction at the mast, degrees clockwise from north.
        public var azimuthDegrees: Double
        /// Direction from the other end back to the mast, degrees clockwise from north.
        public var backAzimuthDegrees: Double
        /// Median radius of the Earth by which rays are straight, kilometres.
        public var effectiveEarthRadiusKm: Double
        /// `dsm` or `dtm`; null without terrain.
        @ExplicitNull public var surface: String?
        /// Number of places looked at, both ends included.
        public var samples: Int
        /// Distance from one sample to the next, metres.
        public var stepMeters: Double
        /// Whether verdicts look that far.
        public var inRange: Bool
        /// Tiles in which the ground is not known, in the order in which the path meets them.
        public var missingTiles: [String]
    }

    /// The place that costs the path most.
    public struct Obstruction: Codable, Hashable, Sendable {
        /// Degrees east, WGS 84.
        public var lon: Double
        /// Degrees north, WGS 84.
        public var lat: Double
        /// From the mast, metres.
        public var distanceMeters: Double
        /// Ground with what stands on it, metres above sea level.
        public var heightMeters: Double
        /// Ray above obstacle; negative where it hides the mast.
        public var clearanceMeters: Double
    }

    /// Where the first Fresnel zone of the lowest carrier is the least clear.
    public struct Fresnel: Codable, Hashable, Sendable {
        /// The lowest carrier of the mast, MHz.
        public var frequencyMHz: Double
        /// Clearance by radius.
        public var ratio: Double
        /// Degrees east, WGS 84.
        public var lon: Double
        /// Degrees north, WGS 84.
        public var lat: Double
        /// From the mast, metres.
        public var distanceMeters: Double
        /// Height of the ray over the ground and what stands on it, metres; negative where it is hidden.
        public var clearanceMeters: Double
        /// Radius of the zone there, metres.
        public var radiusMeters: Double
    }

    /// Losses of P.1812 on the way to the total.
    public struct Losses: Codable, Hashable, Sendable {
        /// Basic transmission loss in free space over the slant path, dB.
        public var freeSpaceDB: Double
        /// Bullington loss of the path, dB.
        public var bullingtonDB: Double
        /// Bullington loss of the path made smooth, dB.
        public var smoothBullingtonDB: Double
        /// Loss of a spherical Earth, dB.
        public var sphericalEarthDB: Double
        /// Diffraction loss, dB: Bullington's with what the sphere adds; nearer than 250 m Bullington's alone.
        public var diffractionDB: Double
        /// Basic transmission loss by troposcatter, dB.
        public var troposcatterDB: Double
        /// Basic transmission loss by ducting and layer reflection, dB.
        public var ductingDB: Double
        /// Basic transmission loss, dB; nearer than 250 m free space and Bullington alone.
        public var totalDB: Double
    }

    /// What is left on the way back to the site, dB; negative where it does not hear the phone.
    public struct Uplink: Codable, Hashable, Sendable {
        /// A call: one resource block.
        public var oneBlockDB: Double
        /// Simple data: four resource blocks.
        public var fourBlocksDB: Double
    }

    /// One carrier; what is null could not be computed, for the path crosses unknown ground.
    public struct Carrier: Codable, Hashable, Sendable {
        /// The technology of the carrier.
        public var technology: Technology
        /// Frequency of the carrier, MHz.
        public var frequencyMHz: Double
        /// Power of one resource element at the radio, before feeder and antenna, dBm.
        public var resourceElementPowerDBm: Double
        /// Loss between radio and antenna, dB.
        public var feederLossDB: Double
        /// What a house or a car costs besides the path, dB; 0 outdoors.
        public var extraLossDB: Double
        /// Gain of the antenna towards the departing wave, dBi.
        @ExplicitNull public var gainDBi: Double?
        /// Null for an antenna that looks everywhere alike.
        @ExplicitNull public var sectorAzimuthDegrees: Double?
        /// Basic transmission loss of the path, dB, as verdicts take it.
        @ExplicitNull public var lossDB: Double?
        /// What leads to it; null also for a carrier above 6 GHz, which the model does not take in parts.
        @ExplicitNull public var losses: Losses?
        /// Median level at the receiver, dBm.
        @ExplicitNull public var rsrpDBm: Double?
        /// Median level that the rule asks for, dBm.
        public var requiredDBm: Double
        /// Median level less the one asked for, dB.
        @ExplicitNull public var marginDB: Double?
        /// Probability that the rule's threshold is reached, 0…1.
        @ExplicitNull public var probability: Double?
        /// Whether the rule is content with the level.
        @ExplicitNull public var usable: Bool?
        /// What is left on the way back.
        @ExplicitNull public var uplinkMargins: Uplink?
        /// Loss in free space between the ends, without regard to heights, dB.
        public var freeSpaceLossDB: Double
        /// Level over free space, dBm: with the gain of the path, or in the best direction where that is not known.
        public var freeSpaceDBm: Double
        /// By a model that knows no terrain (3GPP RMa).
        @ExplicitNull public var noTerrainDBm: Double?
    }

    /// What one kind of ground makes of the path.
    public struct View: Codable, Hashable, Sendable {
        /// Whether clutter heights are counted.
        public var clutter: Bool
        /// Whether a carrier reaches what the rule asks for; null, as all that follows but the carriers, over unknown ground.
        @ExplicitNull public var covered: Bool?
        /// Whether nothing hides the mast's antenna.
        @ExplicitNull public var lineOfSight: Bool?
        /// Whether the ends are nearer than P.1812 is made for (250 m).
        @ExplicitNull public var belowModelRange: Bool?
        /// What stands in the way; null also where nothing costs anything.
        @ExplicitNull public var obstruction: Obstruction?
        /// From the mast to its radio horizon over bare ground, metres; null in line of sight, as the next.
        @ExplicitNull public var mastHorizonMeters: Double?
        /// From the mast.
        @ExplicitNull public var receiverHorizonMeters: Double?
        /// Elevation of the straight line to the other end at the mast, degrees.
        @ExplicitNull public var rayElevationDegrees: Double?
        /// Elevation in which the wave leaves the mast, degrees: that of the line, or of the horizon above it.
        @ExplicitNull public var departureElevationDegrees: Double?
        /// The narrowest place of the Fresnel zone; null also where no sample lies between the ends.
        @ExplicitNull public var fresnel: Fresnel?
        /// Strongest first.
        public var carriers: [Carrier]
    }

    /// Name and version of the format.
    public var schema = "phusong.link/1"
    /// Name of the project.
    public var project: String
    /// Id of the coverage rule.
    public var rule: String
    /// The day by which technologies count.
    public var asOf: CalendarDate
    /// The propagation model of `losses`.
    public var model = "ITU-R P.1812-8"
    /// What is made up in the inputs; empty for real data.
    public var synthetic: String
    /// The mast.
    public var from: End
    /// The receiver.
    public var to: End
    /// The band asked for; null = every carrier that counts.
    @ExplicitNull public var bandMHz: Double?
    /// The line between them.
    public var path: Path
    /// What the project's ground makes of it, clutter included where there is any.
    public var result: View
    /// The same over bare ground; null where there is no clutter to leave out.
    @ExplicitNull public var resultWithoutClutter: View?
    /// What other models say, each on each carrier; absent where nobody asked.
    public var models: [Opinion]?

    /// One model on one carrier.
    public struct Opinion: Codable, Hashable, Sendable {
        /// The technology of the carrier.
        public var technology: Technology
        /// Frequency of the carrier, MHz.
        public var frequencyMHz: Double
        /// `p1812`, `itm`, `ehata`, `cost231` or `rma`.
        public var model: ModelComparison.Model
        /// As people call it.
        public var title: String
        /// Whether the ground of the path has a part in the answer.
        public var knowsTerrain: Bool
        /// Median; null where the model does not answer.
        @ExplicitNull public var lossDB: Double?
        /// Median level with that loss and the same antennas, dBm; null where there is no loss.
        @ExplicitNull public var rsrpDBm: Double?
        /// What lies outside of the model's range, or why it does not answer; in English.
        public var warnings: [String]
    }
}

extension LinkDocument.Opinion {
    init(_ opinion: ModelComparison.Opinion) {
        self.init(
            technology: opinion.technology, frequencyMHz: opinion.frequencyMHz, model: opinion.model, title: opinion.model.title,
            knowsTerrain: opinion.model.knowsTerrain, lossDB: opinion.lossDB?.to(4), rsrpDBm: opinion.rsrpDBm?.to(4),
            warnings: opinion.warnings.map(\.en))
    }
}

extension LinkDocument {
    init(
        _ loaded: LoadedProject, _ from: LinkEnd, _ to: LinkEnd, _ report: LinkReport, _ withoutClutter: LinkReport?,
        _ options: LinkOptions
    ) {
        let world = loaded.read.world
        self.init(
            project: loaded.project.name, rule: loaded.rule.rule.id, asOf: loaded.project.asOf,
            synthetic: loaded.project.synthetic?.en ?? "",
            from: End(from, world, groundMeters: report.samples.first?.groundMeters, antennaMeters: report.mastHeightMeters),
            to: End(to, world, groundMeters: report.samples.last?.groundMeters, antennaMeters: report.receiverHeightMeters),
            bandMHz: options.bandMHz,
            path: Path(
                distanceMeters: report.distanceMeters.to(3), azimuthDegrees: report.azimuthDegrees.to(4),
                backAzimuthDegrees: report.backAzimuthDegrees.to(4),
                effectiveEarthRadiusKm: report.effectiveEarthRadiusKilometers.to(3), surface: report.surface?.rawValue,
                samples: report.samples.count,
                stepMeters: (report.distanceMeters / Double(max(1, report.samples.count - 1))).to(3), inRange: report.isInRange,
                missingTiles: report.missingTiles.map(\.description)),
            result: View(report), resultWithoutClutter: withoutClutter.map(View.init))
    }
}

extension LinkDocument.End {
    fileprivate init(_ end: LinkEnd, _ world: World, groundMeters: Double?, antennaMeters: Double) {
        var site: Site?
        if case .site(let index) = end.kind { site = world.sites[index] }
        self.init(
            kind: end.kind.code, id: end.id, name: end.name, lon: end.place.longitude, lat: end.place.latitude,
            groundMeters: groundMeters.flatMap { $0.isNaN ? nil : $0.to(2) }, antennaHeightMeters: antennaMeters,
            operator: site?.operator, status: site?.status)
    }
}

extension LinkDocument.View {
    fileprivate init(_ report: LinkReport) {
        let shape = report.shape
        self.init(
            clutter: report.hasClutter, covered: report.isCovered, lineOfSight: shape?.isLineOfSight,
            belowModelRange: shape?.isBelowModelRange,
            obstruction: shape?.obstruction.map {
                LinkDocument.Obstruction(
                    lon: $0.place.longitude.to(7), lat: $0.place.latitude.to(7), distanceMeters: $0.distanceMeters.to(2),
                    heightMeters: $0.heightMeters.to(2), clearanceMeters: $0.clearanceMeters.to(2))
            },
            mastHorizonMeters: shape?.mastHorizonMeters?.to(2), receiverHorizonMeters: shape?.receiverHorizonMeters?.to(2),
            rayElevationDegrees: shape?.rayElevationDegrees.to(4), departureElevationDegrees: shape?.departureElevationDegrees.to(4),
            fresnel: shape?.fresnel.map {
                LinkDocument.Fresnel(
                    frequencyMHz: report.fresnelFrequencyMHz, ratio: $0.ratio.to(4), lon: $0.place.longitude.to(7),
                    lat: $0.place.latitude.to(7), distanceMeters: $0.distanceMeters.to(2), clearanceMeters: $0.clearanceMeters.to(2),
                    radiusMeters: $0.radiusMeters.to(2))
            },
            carriers: report.carriers.map(LinkDocument.Carrier.init))
    }
}

extension LinkDocument.Carrier {
    fileprivate init(_ carrier: LinkCarrier) {
        let level = carrier.level
        self.init(
            technology: carrier.technology, frequencyMHz: carrier.frequencyMHz,
            resourceElementPowerDBm: carrier.resourceElementPowerDBm.to(4), feederLossDB: carrier.feederLossDB,
            extraLossDB: carrier.extraLossDB, gainDBi: level?.gainDBi.to(4), sectorAzimuthDegrees: level?.sectorAzimuthDegrees,
            lossDB: level?.lossDB.to(4),
            losses: level?.parts.map {
                LinkDocument.Losses(
                    freeSpaceDB: $0.freeSpaceDB.to(4), bullingtonDB: $0.bullingtonDB.to(4),
                    smoothBullingtonDB: $0.smoothBullingtonDB.to(4), sphericalEarthDB: $0.sphericalEarthDB.to(4),
                    diffractionDB: $0.diffractionDB.to(4), troposcatterDB: $0.troposcatterDB.to(4), ductingDB: $0.ductingDB.to(4),
                    totalDB: $0.totalDB.to(4))
            },
            rsrpDBm: level?.rsrpDBm.to(4), requiredDBm: carrier.requiredDBm.to(4), marginDB: level?.marginDB.to(4),
            probability: level?.probability.to(6), usable: level?.isUsable,
            uplinkMargins: level.map {
                LinkDocument.Uplink(oneBlockDB: $0.uplink.oneBlockDB.to(4), fourBlocksDB: $0.uplink.fourBlocksDB.to(4))
            },
            freeSpaceLossDB: carrier.freeSpaceLossDB.to(4), freeSpaceDBm: carrier.freeSpaceDBm.to(4),
            noTerrainDBm: carrier.fallbackDBm?.to(4))
    }
}

extension Double {
    /// Rounded to decimals, so that the last bits of a machine's arithmetic do not show; JSON has no infinities, and takes the largest number instead.
    fileprivate func to(_ decimals: Int) -> Double {
        guard isFinite else { return isNaN ? 0 : self < 0 ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (self * scale).rounded() / scale
        return rounded == 0 ? 0 : rounded
    }
}
