import Foundation

/// Encodings of Vietnamese from before Unicode, whose bytes were taken for Latin-1: `Hµ Giang`, `Haø Giang`.
enum LegacyEncoding: String, CaseIterable, Sendable {
    /// TCVN3 of TCVN 5712:1993, fonts `.VnTime`: one byte to a letter. "ABC" to its users.
    case tcvn3 = "TCVN3 (ABC)"
    /// VNI for Windows: a letter, then a byte for its marks.
    case vniWindows = "VNI-Windows"

    /// The text that was meant; nil when a character has no meaning in this encoding.
    func decode(_ text: String) -> String? {
        var decoded = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII || scalar.value == 0xA0 {
                decoded.unicodeScalars.append(scalar)
                continue
            }
            switch self {
            case .tcvn3:
                guard let letter = Self.tcvn3Letters[scalar] else { return nil }
                decoded.unicodeScalars.append(letter)
            case .vniWindows:
                if let letter = Self.vniLetters[scalar] {
                    decoded.unicodeScalars.append(contentsOf: letter.decomposedStringWithCanonicalMapping.unicodeScalars)
                } else if let marks = Self.vniMarks[scalar], let base = decoded.unicodeScalars.last,
                    "aeiouyAEIOUY\u{031B}".unicodeScalars.contains(base)
                {
                    decoded.unicodeScalars.append(contentsOf: marks.unicodeScalars)
                } else {
                    return nil
                }
            }
        }
        decoded = decoded.precomposedStringWithCanonicalMapping
        // TCVN3 has no capitals with tones: fonts `.VnTimeH` show small letters as capitals.
        let plain = text.unicodeScalars.filter { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
        return self == .tcvn3 && plain.count >= 3 && plain.allSatisfy({ $0.value < 0x61 }) ? decoded.uppercased() : decoded
    }

    private static let tcvn3Letters: [Unicode.Scalar: Unicode.Scalar] = {
        let table = """
            ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùự\
            úỳûỷüỹýýþỵ
            """
        var letters: [Unicode.Scalar: Unicode.Scalar] = ["\u{AD}": "ư"]
        let scalars = Array(table.precomposedStringWithCanonicalMapping.unicodeScalars)
        for pair in stride(from: 0, to: scalars.count - 1, by: 2) { letters[scalars[pair]] = scalars[pair + 1] }
        return letters
    }()

    /// Bytes that are letters by themselves.
    private static let vniLetters: [Unicode.Scalar: String] = [
        "ñ": "đ", "Ñ": "Đ", "ô": "ơ", "Ô": "Ơ", "ö": "ư", "Ö": "Ư", "ì": "ì", "Ì": "Ì", "í": "í", "Í": "Í", "æ": "ỉ", "Æ": "Ỉ", "ó": "ĩ",
        "Ó": "Ĩ", "ò": "ị", "Ò": "Ị", "î": "ỵ", "Î": "Ỵ",
    ]

    /// Bytes that mark the letter before them: circumflex or breve, then tone.
    private static let vniMarks: [Unicode.Scalar: String] = {
        let small: [Unicode.Scalar: String] = [
            "ø": "\u{0300}", "ù": "\u{0301}", "û": "\u{0309}", "õ": "\u{0303}", "ï": "\u{0323}",
            "â": "\u{0302}", "à": "\u{0302}\u{0300}", "á": "\u{0302}\u{0301}", "å": "\u{0302}\u{0309}", "ã": "\u{0302}\u{0303}",
            "ä": "\u{0302}\u{0323}",
            "ê": "\u{0306}", "è": "\u{0306}\u{0300}", "é": "\u{0306}\u{0301}", "ú": "\u{0306}\u{0309}", "ü": "\u{0306}\u{0303}",
            "ë": "\u{0306}\u{0323}",
        ]
        var all = small
        for (scalar, marks) in small {
            if let capital = scalar.properties.uppercaseMapping.unicodeScalars.first { all[capital] = marks }
        }
        return all
    }()
}
