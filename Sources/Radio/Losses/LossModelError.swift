/// A number that a loss model has no answer for.
public struct LossModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The Recommendation or report, such as `P.2108-1 §3.1`.
    public let model: String
    /// The quantity with its unit, such as `frequencyMHz`.
    public let quantity: String
    /// What was given.
    public let value: Double
    /// What the model takes, in words.
    public let range: String

    /// Makes an error from its parts.
    public init(model: String, quantity: String, value: Double, range: String) {
        self.model = model
        self.quantity = quantity
        self.value = value
        self.range = range
    }

    /// One line: model, quantity, value, and what would be right.
    public var description: String { "\(model): \(quantity) is \(value); give \(range)" }
}
