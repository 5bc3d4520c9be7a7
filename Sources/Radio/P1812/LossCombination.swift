import Foundation

/// From the scalars of a path to its loss, O(1).
///
/// Source: Recommendation ITU-R P.1812-8, §4.3.5, §4.6 and §4.9, Eqs. (40) to (43) and (57) to (69).
struct LossCombination {
    /// Fi, Fj and Fk, Eqs. (40), (57) and (58).
    var timeFactor: Double
    var angleFactor: Double
    var distanceFactor: Double
    var lineOfSight: LineOfSightLoss
    /// Diffraction over the median Earth, and over that of β0 % of time where it was asked for.
    var median: DiffractionLoss
    var anomalous: DiffractionLoss?
    /// Ldp, dB. Eq. (41).
    var diffractionDB: Double
    /// Lbd50 and Lbd, dB. Eqs. (42), (43).
    var medianDiffractionDB: Double
    var timePercentDiffractionDB: Double
    /// Lminb0p, dB. Eq. (59).
    var minimumDB: Double
    /// Lba, dB. Eq. (46).
    var ductingDB: Double
    /// Lminbap, dB. Eq. (60).
    var enhancedDB: Double
    /// Lbda, dB. Eq. (61).
    var diffractionOrDuctingDB: Double
    /// Lbam, dB. Eq. (62).
    var modifiedDB: Double
    /// Lbs, dB. Eq. (44).
    var troposcatterDB: Double
    /// Lbc, dB. Eq. (63).
    var medianOverLocationsDB: Double
    /// Lb, dB. Eq. (69).
    var lossDB: Double

    init(_ path: PathGeometry, _ conditions: PathConditions) {
        let (p, beta) = (conditions.timePercent, conditions.anomalousPercent)
        let wave = DiffractedWave(
            frequencyGHz: conditions.frequencyGHz, polarization: conditions.polarization,
            inverseRootWavelength: Wavelength.inverseRoot(frequencyGHz: conditions.frequencyGHz))
        let sea = path.zones.seaFraction
        angleFactor = 1 - 0.5 * (1 + tanh(2.4 * (path.horizon.angularMrad - 0.3) / 0.3))
        distanceFactor = 1 - 0.5 * (1 + tanh(1.5 * (path.distanceKm - 20) / 20))
        timeFactor = p > beta ? InverseNormal.complementary(p / 100) / InverseNormal.complementary(beta / 100) : 1
        lineOfSight = LineOfSightLoss(path, frequencyGHz: conditions.frequencyGHz, timePercent: p, anomalousPercent: beta)

        median = path.median.loss(wave, seaFraction: sea)
        anomalous = path.anomalous?.loss(wave, seaFraction: sea)
        let medianLoss = median.totalDB
        // At 50 % the median itself is asked for; the approximated normal distribution would leave a billionth of the other term.
        diffractionDB = p == 50 ? medianLoss : medianLoss + timeFactor * ((anomalous?.totalDB ?? medianLoss) - medianLoss)
        medianDiffractionDB = lineOfSight.freeSpaceDB + medianLoss
        timePercentDiffractionDB = lineOfSight.timePercentDB + diffractionDB
        let overLand = (1 - sea) * diffractionDB
        minimumDB =
            p < beta
            ? lineOfSight.timePercentDB + overLand
            : medianDiffractionDB + (lineOfSight.anomalousDB + overLand - medianDiffractionDB) * timeFactor

        ductingDB = DuctingLoss.lossDB(path, conditions)
        // 2.5·ln(e^(a/2.5) + e^(b/2.5)) without overflow.
        let (most, least) = (max(ductingDB, lineOfSight.timePercentDB), min(ductingDB, lineOfSight.timePercentDB))
        enhancedDB = most + 2.5 * log1p(exp((least - most) / 2.5))
        diffractionOrDuctingDB =
            enhancedDB > timePercentDiffractionDB
            ? timePercentDiffractionDB : enhancedDB + (timePercentDiffractionDB - enhancedDB) * distanceFactor
        modifiedDB = diffractionOrDuctingDB + (minimumDB - diffractionOrDuctingDB) * angleFactor

        troposcatterDB = TroposcatterLoss.lossDB(
            distanceKm: path.distanceKm, angularDistanceMrad: path.horizon.angularMrad, frequencyGHz: conditions.frequencyGHz,
            timePercent: p, refractivityNUnits: conditions.refractivityNUnits)
        // −5·lg(10^(−0.2a) + 10^(−0.2b)) without underflow.
        let apart = abs(troposcatterDB - modifiedDB)
        medianOverLocationsDB = min(troposcatterDB, modifiedDB) - 5 * log10(1 + pow(10, -0.2 * apart))
        lossDB = max(lineOfSight.timePercentDB, medianOverLocationsDB + conditions.locationDB)
    }
}
