import Foundation

/// One word of a place name, brought to the spelling that matching compares.
struct PlaceWord: Hashable, Sendable {
    /// Lower case, NFC, marks kept, as written.
    var written: String
    /// With marks, in one spelling: tone on the same letter, i for y at the end, c for k at the end.
    var marked: String
    /// Without marks.
    var folded: String
    /// Whether a dot stood behind it, as behind `P.`
    var hasDot: Bool
    /// Whether all its letters were capitals.
    var isUpper: Bool

    /// A number, an ordinal: what may never differ between two names of one place.
    var isNumber: Bool { folded.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// The words of a name. Apostrophes join, everything else that is neither letter nor digit divides, and so does the border between
    /// letters and digits. Complexity: linear.
    static func words(of name: String) -> [PlaceWord] {
        var words: [PlaceWord] = []
        var current = ""
        var isDigits = false
        func flush(dot: Bool) {
            guard !current.isEmpty else { return }
            words.append(PlaceWord(current, hasDot: dot))
            current = ""
        }
        for character in name.precomposedStringWithCanonicalMapping {
            if let scalar = character.unicodeScalars.first, scalar.properties.isAlphabetic || character.isNumber {
                let digit = character.isNumber
                if digit != isDigits { flush(dot: false) }
                isDigits = digit
                current.append(character)
            } else if apostrophes.contains(character) || character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) {
                continue
            } else {
                flush(dot: character == ".")
            }
        }
        flush(dot: false)
        return words
    }

    private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "`", "´", "′", "\u{02B9}", "\u{02BB}"]

    private init(_ text: String, hasDot: Bool) {
        self.hasDot = hasDot
        isUpper = text.allSatisfy { !$0.isLowercase } && text.contains(where: \.isUppercase)
        written = text.lowercased().replacingOccurrences(of: "ð", with: "đ").precomposedStringWithCanonicalMapping
        if written.allSatisfy(\.isNumber), let number = Int(written) {
            // 01 is 1.
            written = String(number)
            (marked, folded) = (written, written)
            return
        }
        let spelling = PlaceSpelling(written)
        (marked, folded) = (spelling.marked, spelling.folded)
    }

    /// Another text for the same word, such as `2` for `II`.
    func replaced(by text: String) -> PlaceWord {
        var word = self
        (word.written, word.marked, word.folded) = (text, text, text)
        return word
    }
}
