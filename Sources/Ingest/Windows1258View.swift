import Foundation

/// Undoes the reading of unknown bytes as windows-1258, so that another encoding can be tried on them.
enum Windows1258View {
    /// The bytes of a text that was decoded from windows-1258, each as the Latin-1 character of its value; nil when it cannot come from there.
    static func latin1(of text: String) -> String? {
        var view = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if let byte = byte(of: scalar) {
                view.append(byte)
                continue
            }
            // A letter with a tone came as two bytes, and some with a circumflex or breve as one byte before the tone.
            let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
            guard let base = parts.first else { return nil }
            let tones = parts.dropFirst().filter { special[$0] != nil }
            let rest = parts.dropFirst().filter { special[$0] == nil }
            let letter = (String(base) + rest.map { String($0) }.joined()).precomposedStringWithCanonicalMapping.unicodeScalars
            for part in Array(letter) + tones {
                guard let byte = byte(of: part) else { return nil }
                view.append(byte)
            }
        }
        return String(view)
    }

    private static func byte(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if let byte = special[scalar] { return byte }
        let isOwn = scalar.value <= 0xFF && !replaced.contains(scalar)
        return isOwn ? scalar : nil
    }

    /// Where windows-1258 differs from Latin-1 above 0xA0.
    private static let special: [Unicode.Scalar: Unicode.Scalar] = [
        "Ă": "\u{C3}", "\u{0300}": "\u{CC}", "Đ": "\u{D0}", "\u{0309}": "\u{D2}", "Ơ": "\u{D5}", "Ư": "\u{DD}", "\u{0303}": "\u{DE}",
        "ă": "\u{E3}", "\u{0301}": "\u{EC}", "đ": "\u{F0}", "\u{0323}": "\u{F2}", "ơ": "\u{F5}", "ư": "\u{FD}", "₫": "\u{FE}",
    ]
    private static let replaced = Set(special.values)
}
