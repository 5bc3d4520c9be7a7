import Foundation

/// The folded key under which Vietnamese names and column titles are matched.
///
/// Lower case, no tone or vowel marks, đ → d, everything but letters and digits dropped, so that `Khuổi Phìn`, `KHUỔI PHÌN`,
/// its NFD form and `khuoi-phin` share one key. Names themselves are never changed by matching.
public enum NameFolding {
    /// The key of a name. Complexity: linear in the length.
    ///
    ///     NameFolding.key("Đắk Đoa") == "dakdoa"
    public static func key(_ name: String) -> String {
        // Most cells of a table are ASCII: nothing to decompose.
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(name) }
        return String(name.decomposedStringWithCanonicalMapping.unicodeScalars.lazy.compactMap(folded))
    }

    /// As `key`, with one hyphen where the name has white space or punctuation: the readable form used inside ids.
    public static func slug(_ name: String) -> String {
        var result = ""
        var pendingHyphen = false
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            if let character = folded(scalar) {
                if pendingHyphen, !result.isEmpty { result.append("-") }
                pendingHyphen = false
                result.append(character)
            } else if scalar.properties.canonicalCombiningClass == .notReordered, !scalar.properties.isDefaultIgnorableCodePoint {
                // What nobody sees (soft hyphen, zero-width space) separates nothing.
                pendingHyphen = true
            }
        }
        return result
    }

    private static func asciiKey(_ name: String) -> String {
        let bytes = name.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Character? {
        switch scalar {
        case "đ", "Đ", "ð", "Ð": return "d"  // U+00D0 and U+00F0 stand for Đ and đ in old tables
        default: break
        }
        // Combining marks carry the tone and the vowel quality; dropping them is the folding.
        guard scalar.properties.canonicalCombiningClass == .notReordered else { return nil }
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
        return scalar.properties.lowercaseMapping.first
    }
}
