import Foundation

/// The answer of P.1812 for one path, with everything that led to it.
public struct P1812Prediction: Sendable {
    /// A value on the way to the loss.
    public struct Intermediate: Hashable, Sendable {
        /// The symbol of the Recommendation in plain letters, such as `dlt` or `Lbulla`.
        public let name: String
        /// Distances in km, heights in m, angles in mrad (latitude: degrees), losses in dB, `b0` in %.
        public let value: Double
    }

    /// What lies outside of the Recommendation's range; empty = nothing.
    public let warnings: [P1812Warning]
    let geometry: PathGeometry
    let conditions: PathConditions
    let combination: LossCombination
    let centreLatitude: Double

    init(
        geometry: PathGeometry, conditions: PathConditions, combination: LossCombination, centreLatitude: Double, warnings: [P1812Warning]
    ) {
        self.geometry = geometry
        self.conditions = conditions
        self.combination = combination
        self.centreLatitude = centreLatitude
        self.warnings = warnings
    }

    /// Basic transmission loss not exceeded for the time and locations asked for, Lb, dB. Eq. (69).
    public var lossDB: Double { combination.lossDB }

    /// Field strength exceeded for the time and locations asked for, Ep, dB(µV/m), of 1 kW radiated by an isotropic antenna. Eq. (70).
    public var fieldStrengthDBuVm: Double { 199.36 + 20 * log10(conditions.frequencyGHz) - lossDB }

    /// Whether bare ground leaves the receiver in sight of the transmitter.
    public var isLineOfSight: Bool { !geometry.horizon.isTranshorizon }

    /// Every value on the way, always the same names in the same order.
    ///
    /// `Lbulla`, `Lbulls`, `Ldsph` and `Ldb` belong to the Earth of β0 % of time, as in the logs of the reference implementation;
    /// `Lbulla50`, `Lbulls50`, `Ldsph50` and `Ld50` to the median Earth. `hst_n` and `hsr_n` are Eqs. (87) and (88), `hst` and `hsr` Eq. (92);
    /// `htc'` and `hrc'` are Eq. (37).
    public var intermediates: [Intermediate] {
        let (ends, surface, horizon, result) = (geometry.ends, geometry.surface, geometry.horizon, combination)
        let anomalous = result.anomalous ?? result.median
        let values: [(String, Double)] = [
            ("d", ends.distanceKm), ("dlt", horizon.transmitterKm), ("dlr", horizon.receiverKm),
            ("theta_t", horizon.transmitterMrad), ("theta_r", horizon.receiverMrad), ("theta", horizon.angularMrad),
            ("hts", ends.transmitterMeters), ("hrs", ends.receiverMeters), ("htc", ends.transmitterMeters), ("hrc", ends.receiverMeters),
            ("omega", geometry.zones.seaFraction), ("dtm", geometry.zones.longestLandKm), ("dlm", geometry.zones.longestInlandKm),
            ("phi", centreLatitude), ("b0", conditions.anomalousPercent), ("ae", geometry.effectiveEarthRadiusKm),
            ("hst_n", surface.fittedTransmitterMeters), ("hsr_n", surface.fittedReceiverMeters),
            ("hst", surface.ductTransmitterMeters), ("hsr", surface.ductReceiverMeters),
            ("hstd", surface.diffractionTransmitterMeters), ("hsrd", surface.diffractionReceiverMeters),
            ("htc'", ends.transmitterMeters - surface.diffractionTransmitterMeters),
            ("hrc'", ends.receiverMeters - surface.diffractionReceiverMeters),
            ("hte", surface.transmitterDuctMeters), ("hre", surface.receiverDuctMeters), ("hm", geometry.roughnessMeters),
            ("Fi", result.timeFactor), ("Fj", result.angleFactor), ("Fk", result.distanceFactor),
            ("Lbfs", result.lineOfSight.freeSpaceDB), ("Lb0p", result.lineOfSight.timePercentDB),
            ("Lb0b", result.lineOfSight.anomalousDB),
            ("Lbulla50", result.median.actualDB), ("Lbulls50", result.median.smoothDB), ("Ldsph50", result.median.sphereDB),
            ("Lbulla", anomalous.actualDB), ("Lbulls", anomalous.smoothDB), ("Ldsph", anomalous.sphereDB),
            ("Ld50", result.median.totalDB), ("Ldb", anomalous.totalDB), ("Ldp", result.diffractionDB),
            ("Lbd50", result.medianDiffractionDB), ("Lbd", result.timePercentDiffractionDB), ("Lminb0p", result.minimumDB),
            ("Lba", result.ductingDB), ("Lminbap", result.enhancedDB), ("Lbda", result.diffractionOrDuctingDB),
            ("Lbam", result.modifiedDB), ("Lbs", result.troposcatterDB), ("Lbc", result.medianOverLocationsDB), ("Lb", lossDB),
            ("Ep", fieldStrengthDBuVm),
        ]
        return values.map { Intermediate(name: $0.0, value: $0.1) }
    }
}
