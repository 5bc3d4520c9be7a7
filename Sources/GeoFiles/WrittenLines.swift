import Foundation

/// Counts the lines of a text file that was just written, without holding it.
struct WrittenLines {
    /// Line ends; with `isQuoted` those between quotation marks are not counted.
    private(set) var count = 0
    /// Whether the file ends with a line end.
    private(set) var isEnded = false

    /// Nil when the file cannot be read. O(bytes).
    init?(_ path: String, isQuoted: Bool) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var isInside = false
        while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
            for byte in piece {
                if isQuoted, byte == UInt8(ascii: "\"") { isInside.toggle() }
                if byte == UInt8(ascii: "\n"), !isInside { count += 1 }
            }
            isEnded = piece.last == UInt8(ascii: "\n")
        }
    }
}
