import Foundation

/// What air and ground are to the wave on one path.
///
/// Source: NBS Technical Note 101, Eqs. (4.3) and (4.4); Hufford, "The Algorithm", on preparing the parameters.
struct ITMAirAndGround {
    /// Refractivity at the height of the path, Ns, N-units.
    let surfaceRefractivityNUnits: Double
    /// Effective Earth radius, metres.
    let earthRadiusMeters: Double
    /// Transfer impedance of the ground, relative to free space.
    let impedance: ComplexNumber

    init(_ inputs: ITMInputs, over profile: EvenProfile) {
        surfaceRefractivityNUnits = inputs.seaLevelRefractivityNUnits * exp(-Self.meanHeight(profile.heightsMeters) / 9460)
        earthRadiusMeters = 1 / (157e-9 * (1 - 0.04665 * exp(surfaceRefractivityNUnits / 179.3)))
        let permittivity = ComplexNumber(
            real: inputs.relativePermittivity, imaginary: 18_000 * inputs.conductivitySiemensPerMeter / inputs.frequencyMHz)
        let horizontal = ComplexNumber(real: permittivity.real - 1, imaginary: permittivity.imaginary).squareRoot
        impedance = inputs.polarization == .vertical ? horizontal / permittivity : horizontal
    }

    /// Mean height of the ground without the outer tenths, metres.
    private static func meanHeight(_ heights: [Double]) -> Double {
        let tenth = Int(0.1 * Double(heights.count - 1))
        let inner = heights[tenth..<(heights.count - tenth)]
        return inner.reduce(0, +) / Double(inner.count)
    }

    /// What keeps the model from answering; nil = nothing.
    var error: ITMError? {
        if surfaceRefractivityNUnits < 150 { return .surfaceRefractivityTooSmall(nUnits: surfaceRefractivityNUnits) }
        if surfaceRefractivityNUnits > 400 { return .surfaceRefractivityTooLarge(nUnits: surfaceRefractivityNUnits) }
        if !(4_000_000...13_333_333).contains(earthRadiusMeters) { return .effectiveEarth(radiusMeters: earthRadiusMeters) }
        if !(impedance.real > abs(impedance.imaginary)) {
            return .groundImpedance(real: impedance.real, imaginary: impedance.imaginary)
        }
        return nil
    }
}
