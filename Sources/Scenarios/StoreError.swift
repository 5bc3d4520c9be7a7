/// Something that cannot be written.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The target is there already, or its folder cannot be made (73).
        case cannotCreate
        /// Writing failed on the way: disk full, device gone (74).
        case io
        /// A run folder is missing (66).
        case missing
        /// A run folder is there and cannot be used (65).
        case badData
    }

    public var kind: Kind
    public var path: String
    public var reason: String
    public var remedy: String

    public init(_ kind: Kind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    public var description: String { "\(path): \(reason); \(remedy)" }
}
