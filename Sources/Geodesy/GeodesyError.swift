/// Why a coordinate reference system or a transformation could not be had.
public struct GeodesyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// The text names no system that PROJ knows.
        case unknownReferenceSystem
        /// A VN-2000 central meridian that is no number or lies outside 102° to 118° E.
        case badCentralMeridian
        /// No path leads from one system to the other.
        case noTransformation
        /// A coordinate cannot be expressed in the target system.
        case coordinateOutsideDomain
        /// PROJ itself is not usable, for instance because its database is missing.
        case libraryUnusable
    }

    /// What kind of failure it is.
    public let code: Code
    /// What was given: the definition, or the coordinate.
    public let subject: String
    /// What went wrong, in PROJ's words where it has any.
    public let reason: String
    /// What to do about it.
    public let remedy: String

    /// Makes an error from its parts.
    public init(code: Code, subject: String, reason: String, remedy: String) {
        self.code = code
        self.subject = subject
        self.reason = reason
        self.remedy = remedy
    }

    /// One line: subject, reason, remedy.
    public var description: String { "\(subject): \(reason). \(remedy)" }
}
