/// Why an operation on shapes could not be done.
public struct GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// A coordinate that is not a finite number.
        case coordinateNotFinite
        /// A ring with fewer than four places, or one that is not closed.
        case brokenRing
        /// More shapes than an index can number (2³¹ − 1).
        case tooMany
        /// GEOS gave up.
        case libraryFailure
    }

    /// What kind of failure it is.
    public let code: Code
    /// Position of the culprit in the array that was given, from 0; nil when there was one shape only.
    public let index: Int?
    /// What went wrong.
    public let reason: String
    /// What to do about it.
    public let remedy: String

    /// Makes an error from its parts.
    public init(code: Code, index: Int? = nil, reason: String, remedy: String) {
        self.code = code
        self.index = index
        self.reason = reason
        self.remedy = remedy
    }

    /// One line: where, what, remedy.
    public var description: String {
        (index.map { "shape \($0): " } ?? "") + "\(reason). \(remedy)"
    }

    /// The same failure, with the position of the culprit.
    func at(_ index: Int) -> GeometryError {
        GeometryError(code: code, index: index, reason: reason, remedy: remedy)
    }
}
