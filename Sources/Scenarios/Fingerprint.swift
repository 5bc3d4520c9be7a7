import Crypto
import Foundation

/// SHA-256 of files and texts, as lower-case hex.
public enum Fingerprint {
    /// The hash of some bytes: 64 digits.
    public static func of(_ bytes: some DataProtocol) -> String {
        hex(SHA256.hash(data: bytes))
    }

    /// The hash of a text's UTF-8 bytes.
    public static func of(_ text: String) -> String { of(Data(text.utf8)) }

    /// The hash of a file's bytes; nil when it cannot be read. Reads in pieces: memory does not grow with the file.
    public static func ofFile(_ path: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        var hash = SHA256()
        do {
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        } catch {
            return nil
        }
        return hex(hash.finalize())
    }

    private static func hex(_ digest: SHA256.Digest) -> String {
        digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
