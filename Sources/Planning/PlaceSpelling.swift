import Foundation

/// The one spelling of a syllable among those that people use for it.
///
/// - The tone stands behind the base letters, so that `hoà` and `hòa` are one.
/// - `y` after a consonant at the end is `i`: Mỹ and Mĩ, Kỳ and Kì, Quý and Quí. `uy` stays (thuỷ is not thủi).
/// - `k` at the end is `c`: Vietnamese has no final k, names of other languages have (Krông Pắk, Krông Pắc). Before it the acute is written
///   or not (Đăk, Đắk), so it does not count there; `đak` is `đăk`.
struct PlaceSpelling {
    let marked: String
    let folded: String

    init(_ word: String) {
        var letters: [(base: Unicode.Scalar, quality: Unicode.Scalar?)] = []
        var tone: Unicode.Scalar?
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", "\u{0323}": tone = scalar
            case "\u{0302}", "\u{0306}", "\u{031B}":
                if !letters.isEmpty { letters[letters.count - 1].quality = scalar }
            default: letters.append((scalar, nil))
            }
        }
        let bases = letters.map(\.base)
        if bases.count >= 2, bases.last == "y" {
            let before = bases[bases.count - 2]
            let isAfterQu = bases.count == 3 && bases[0] == "q" && before == "u"
            if !Self.vowels.contains(before) || isAfterQu { letters[letters.count - 1].base = "i" }
        }
        if bases.count >= 2, bases.last == "k" || bases.last == "c", Self.vowels.contains(bases[bases.count - 2]) {
            letters[letters.count - 1].base = "c"
            if tone == "\u{0301}" { tone = nil }
            if bases.count == 3, bases[0] == "đ", bases[1] == "a", tone == nil { letters[1].quality = "\u{0306}" }
        }
        var marked = ""
        for letter in letters {
            marked.unicodeScalars.append(letter.base)
            if let quality = letter.quality { marked.unicodeScalars.append(quality) }
        }
        marked = marked.precomposedStringWithCanonicalMapping
        if let tone { marked += Self.toneDigit[tone] ?? "" }
        self.marked = marked
        var plain = ""
        for letter in letters { plain.unicodeScalars.append(letter.base) }
        folded = NameFolding.key(plain)
    }

    private static let vowels: Set<Unicode.Scalar> = ["a", "e", "i", "o", "u", "y"]
    /// Tones as words behind the syllable; no digits, which would look like ordinals.
    private static let toneDigit: [Unicode.Scalar: String] = [
        "\u{0300}": "`", "\u{0301}": "´", "\u{0303}": "~", "\u{0309}": "?", "\u{0323}": ".",
    ]
}
