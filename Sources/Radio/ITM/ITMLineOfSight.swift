import Foundation

/// Loss in sight: two rays over rough ground, joined to the diffraction beyond.
///
/// Source: Hufford, "The Algorithm", Eqs. (4.46)–(4.50).
struct ITMLineOfSight {
    let path: ITMPath
    /// The line of the diffraction loss over distance.
    let diffraction: LossLine

    /// Loss beyond free space at a distance, dB.
    func lossDB(atMeters distance: Double) -> Double {
        let weight = 1 / (1 + path.frequencyMHz * path.terrain.deltaMeters / max(10e3, path.smoothSightMeters))
        return weight * twoRayDB(distance) + (1 - weight) * diffraction.lossDB(atMeters: distance)
    }

    private func twoRayDB(_ distance: Double) -> Double {
        let heights = path.terrain.effectiveHeightsMeters
        let sigma = TerrainIrregularity.sigmaMeters(
            TerrainIrregularity.deltaMeters(path.terrain.deltaMeters, withinMeters: distance))
        let sum = heights.sum()
        let sine = sum / (distance * distance + sum * sum).squareRoot()
        let impedance = path.airAndGround.impedance
        var reflection = (sine - impedance) / (sine + impedance) * exp(-min(10, path.waveNumber * sigma * sine))
        let size = reflection.squaredMagnitude
        if size < 0.25 || size < sine { reflection = reflection * (sine / size).squareRoot() }
        var phase = path.waveNumber * 2 * heights[0] * heights[1] / distance
        if phase > .pi / 2 { phase = .pi - (.pi / 2) * (.pi / 2) / phase }
        return -10 * log10((ComplexNumber(real: cos(phase), imaginary: -sin(phase)) + reflection).squaredMagnitude)
    }
}
