import Foundation

/// Which letter groups are Vietnamese syllables: the measure by which a wrong encoding is told from a right one.
///
/// A syllable is an onset, a rhyme and a tone; rhymes that end in c, ch, p or t bear the acute or the dot below only
/// (Đoàn Thiện Thuật, Ngữ âm tiếng Việt, 1977).
enum VietnameseSyllable {
    /// Whether a word, with its marks, is a syllable. Upper and lower case are one.
    static func isValid(_ word: String) -> Bool {
        var letters = ""
        var tones: [Unicode.Scalar] = []
        for scalar in word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if toneMarks.contains(scalar) { tones.append(scalar) } else { letters.unicodeScalars.append(scalar) }
        }
        guard tones.count <= 1 else { return false }
        letters = letters.precomposedStringWithCanonicalMapping
        for onset in onsets where letters.hasPrefix(onset) {
            let rhyme = String(letters.dropFirst(onset.count))
            guard onset == "qu" ? rhymesAfterQu.contains(rhyme) : rhymes.contains(rhyme) else { continue }
            let isStopped = ["c", "ch", "p", "t"].contains { rhyme.hasSuffix($0) }
            if !isStopped || tones.first == "\u{0301}" || tones.first == "\u{0323}" { return true }
        }
        return false
    }

    private static let toneMarks: Set<Unicode.Scalar> = ["\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", "\u{0323}"]

    private static let onsets = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s",
        "t", "v", "x", "",
    ]

    private static let rhymes = list(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
        o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt uâc uân uâng uât uây uê uêch uênh uên uơ uy uya uych uyn uynh uyt uyu uyên uyêt
        ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu
        y yêm yên yêng yêt yêu
        """)

    private static let rhymesAfterQu = list(
        """
        a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eo et ê ên ênh êt êch ôc ơ y yên yêt ych ynh yt yn yêu
        i it ich inh in
        """)

    private static func list(_ text: String) -> Set<String> {
        Set(text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
