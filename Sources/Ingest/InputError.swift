import Planning

/// Inputs that cannot be used at all. Carries every defect found on the way.
public struct InputError: Error, Sendable, CustomStringConvertible {
    /// What kind of end this is; the command line turns it into an exit code.
    public enum Kind: Hashable, Sendable {
        /// A needed file is not there (66).
        case missing
        /// A file is there and cannot be used (65).
        case badData
    }

    /// What kind of end it is.
    public var kind: Kind
    /// Every defect found, in order.
    public var diagnostics: [Diagnostic]

    /// Makes an error.
    public init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
        self.kind = kind
        self.diagnostics = diagnostics
    }

    /// The first defect: place, message, remedy.
    public var description: String {
        guard let first = diagnostics.first(where: { $0.severity == .error }) ?? diagnostics.first else { return "unusable input" }
        return "\(first.location(.english)): \(first.message(.english)); \(first.code.remedy.en)"
    }
}
