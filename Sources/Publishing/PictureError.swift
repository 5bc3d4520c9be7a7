/// Why a picture could not be drawn as pixels.
public struct PictureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// The width wanted is outside what is drawn.
        case badWidth
        /// The text is no SVG, or one without a size.
        case badSVG
        /// The pixels or the PNG could not be made.
        case drawingFailed
    }

    /// What kind of failure it is.
    public let code: Code
    /// What went wrong.
    public let reason: String
    /// What to do about it.
    public let remedy: String

    /// Makes an error from its parts.
    public init(code: Code, reason: String, remedy: String) {
        self.code = code
        self.reason = reason
        self.remedy = remedy
    }

    /// One line: reason, remedy.
    public var description: String { "picture: \(reason). \(remedy)" }
}
