/// A folder or file that cannot be written, or not be used.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    /// Why a folder or file cannot be written or used; the program's exit code in brackets.
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

    /// What kind of failure it is.
    public var kind: Kind
    /// The file or folder that it is about.
    public var path: String
    /// What is wrong, in English.
    public var reason: String
    /// What to do about it, in English.
    public var remedy: String

    /// Describes a failure.
    public init(_ kind: Kind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    /// One line in English: path, reason and remedy.
    public var description: String { "\(path): \(reason); \(remedy)" }
}
