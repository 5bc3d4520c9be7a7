/// Encodings that old Vietnamese tables come in, one byte to a character.
enum TextEncoding: String {
    case utf8
    case windows1258
    case windows1252
    case latin1

    /// Reads a name such as `UTF-8`, `windows-1258`, `CP1258`, `ISO-8859-1`.
    init?(name: String) {
        switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
        case "utf8", "utf8sig", "utf8bom", "65001": self = .utf8
        case "windows1258", "cp1258", "1258": self = .windows1258
        case "windows1252", "cp1252", "1252", "ansi": self = .windows1252
        case "latin1", "iso88591", "88591": self = .latin1
        default: return nil
        }
    }

    /// Decodes bytes; those that mean nothing become U+FFFD.
    func decode(_ bytes: some Sequence<UInt8>) -> String {
        if self == .utf8 { return String(decoding: Array(bytes), as: UTF8.self) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(scalar(byte)) }
        return String(text)
    }

    private func scalar(_ byte: UInt8) -> Unicode.Scalar {
        if self == .windows1258, let own = Self.vietnamese[byte] { return own }
        if self != .latin1, (0x80...0x9F).contains(byte) {
            // windows-1258 lacks four of the letters of windows-1252.
            let isGap = self == .windows1258 && [0x8A, 0x8E, 0x9A, 0x9E].contains(byte)
            return isGap ? "\u{FFFD}" : Self.windowsPunctuation[Int(byte) - 0x80]
        }
        return Unicode.Scalar(byte)
    }

    /// Where windows-1258 differs from Latin-1 above 0xA0. Source: Unicode Consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT.
    private static let vietnamese: [UInt8: Unicode.Scalar] = [
        0xC3: "\u{0102}", 0xCC: "\u{0300}", 0xD0: "\u{0110}", 0xD2: "\u{0309}", 0xD5: "\u{01A0}", 0xDD: "\u{01AF}", 0xDE: "\u{0303}",
        0xE3: "\u{0103}", 0xEC: "\u{0301}", 0xF0: "\u{0111}", 0xF2: "\u{0323}", 0xF5: "\u{01A1}", 0xFD: "\u{01B0}", 0xFE: "\u{20AB}",
    ]

    /// 0x80 to 0x9F of windows-1252. Source: CP1252.TXT, as above.
    private static let windowsPunctuation: [Unicode.Scalar] = [
        "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
        "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
    ]
}
