import Foundation

/// The ITS Irregular Terrain Model of Longley and Rice, version 1.4, point to point, 20 MHz to 20 GHz.
///
/// Written after G. A. Hufford, "The ITS Irregular Terrain Model, version 1.2.2: The Algorithm" (NTIA/ITS), and A. G. Longley and P. L. Rice, ESSA Technical
/// Report ERL 79-ITS 67, 1968, and checked against the implementation of the National Telecommunications and Information Administration (NTIA), to whose
/// authors the model is owed; it is a work of the United States government and in the public domain. Clutter is unknown to it.
public enum ITM {
    /// Predicts the basic transmission loss of one path. Complexity: O(n) in the points of the profile.
    ///
    /// - Throws: `ITMError`, the first that NTIA's model would find; `ITMInputs.errors` has all that concern the inputs alone.
    public static func predict(_ inputs: ITMInputs, over profile: EvenProfile) throws(ITMError) -> ITMPrediction {
        if let first = inputs.errors.first { throw first }
        let airAndGround = ITMAirAndGround(inputs, over: profile)
        if let error = airAndGround.error { throw error }
        let terrain = ITMTerrain(
            profile, heightsMeters: SIMD2(inputs.transmitterHeightMeters, inputs.receiverHeightMeters),
            earthRadiusMeters: airAndGround.earthRadiusMeters)
        let path = ITMPath(terrain, airAndGround, frequencyMHz: inputs.frequencyMHz)
        let reference = ITMReferenceAttenuation(path)
        let quantile = ITMQuantile(inputs, path, referenceDB: reference.lossDB)
        let freeSpace = 32.45 + 20 * log10(inputs.frequencyMHz) + 20 * log10(terrain.distanceMeters / 1000)
        var warnings = inputs.warnings.union(path.warnings)
        if quantile.isExtreme { warnings.insert(.extremeVariability) }
        return ITMPrediction(
            lossDB: quantile.lossDB + freeSpace, warnings: warnings, regime: reference.regime, freeSpaceDB: freeSpace,
            referenceDB: reference.lossDB, distanceKm: terrain.distanceMeters / 1000, deltaMeters: terrain.deltaMeters,
            surfaceRefractivityNUnits: airAndGround.surfaceRefractivityNUnits, horizonMrad: terrain.horizonAngles * 1000,
            horizonMeters: terrain.horizonsMeters, effectiveHeightMeters: terrain.effectiveHeightsMeters)
    }
}
