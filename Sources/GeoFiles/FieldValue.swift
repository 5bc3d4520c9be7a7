/// One cell of a table.
public enum FieldValue: Hashable, Sendable {
    /// Nothing there. A number that is not finite is read as null.
    case null
    /// Text, byte for byte as in the file (not composed, not trimmed).
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// A finite number.
    case real(Double)
    /// Yes or no.
    case boolean(Bool)

    /// Whether nothing is there.
    public var isNull: Bool { self == .null }

    /// The value as text, nil for null: numbers with a point and no more digits than needed (`2418`, `0.5`), `true` and `false`.
    public var text: String? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .integer(let number): String(number)
        case .real(let number): Self.shortest(number)
        case .boolean(let isTrue): isTrue ? "true" : "false"
        }
    }

    /// The value as a finite number; text is read when it is a plain number with a decimal point. Nil otherwise.
    public var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .text(let text):
            // Double(_:) would also take hexadecimal digits, "nan" and "infinity".
            text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
        case .null, .boolean: nil
        }
    }

    static func shortest(_ number: Double) -> String {
        if let whole = Int64(exactly: number), abs(number) < 1e15 { return String(whole) }
        return "\(number)"
    }
}
