/// Why a bound certificate cannot be accepted for a problem.
public enum CertificateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of multipliers is not the number of targets.
    case wrongSize
    /// A scale, multiplier, price, cost, weight or index lies outside its range.
    case outOfRange
    /// An option is said to be dominated, and is not.
    case falseDominance(BoundCertificate.Dominated)
    /// The numbers exceed 128 bits.
    case overflow

    /// What is wrong, in English.
    public var description: String {
        switch self {
        case .wrongSize: "the certificate does not have one multiplier per target: it belongs to another problem"
        case .outOfRange: "the certificate or the problem holds a number outside its valid range"
        case .falseDominance(let claim): "option \(claim.option) is said to be dominated by option \(claim.by), but is not"
        case .overflow: "the bound does not fit 128-bit integers: use coarser weights or costs"
        }
    }
}
