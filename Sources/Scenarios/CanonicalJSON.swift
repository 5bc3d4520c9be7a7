import Foundation

/// JSON as this program writes it: sorted keys, two spaces, one newline at the end. Equal values give equal bytes.
public enum CanonicalJSON {
    /// The document as UTF-8 bytes.
    ///
    /// - Throws: `EncodingError`, such as for a number that is NaN or infinite.
    public static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(0x0A)
        return data
    }

    /// The same as a text, its last newline included.
    ///
    /// - Throws: as ``data(_:)``.
    public static func text(_ value: some Encodable) throws -> String {
        String(decoding: try data(value), as: UTF8.self)
    }
}
