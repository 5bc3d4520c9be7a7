import CGDAL

/// Encodings that old Vietnamese tables come in, one byte to a character; GDAL decodes them.
enum TextEncoding: String {
    case utf8 = "UTF-8"
    case windows1258 = "CP1258"
    case windows1252 = "CP1252"
    case latin1 = "ISO-8859-1"

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

    /// Decodes bytes up to the first that is zero; bytes that mean nothing are left out.
    func decode(_ bytes: some Sequence<UInt8>) -> String {
        // In windows-1258 a letter waits for a tone mark behind it, and GDAL forgets the last one: a line end lets it go.
        let text = bytes.map { CChar(bitPattern: $0) } + [CChar(10), 0]
        // GDAL complains about the first such byte in the life of the program only: no use to anyone.
        return GDALSession.run { _ in
            let decoded = CPLRecode(text, rawValue, Self.utf8.rawValue)
            defer { VSIFree(decoded) }
            return String(String(cString: decoded).dropLast())
        }
    }
}
