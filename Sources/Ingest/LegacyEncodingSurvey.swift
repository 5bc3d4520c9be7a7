import Foundation

/// Decides from all words of a table whether its text is in an encoding from before Unicode.
///
/// A word speaks *for* an encoding when it is no Vietnamese syllable as it stands and one when decoded; it speaks *against* when decoding gives
/// none. Words that are syllables both ways, words of plain ASCII, and words with letters beyond Latin-1 (real Unicode Vietnamese) say nothing.
/// The verdict needs at least three different words for it and four times as many for it as against it. In Unicode Vietnamese, words of Latin-1
/// letters (Hà, Nà, Pó) are syllables as they stand, and in English and French few accented words decode to one (thé, né), so neither comes near.
struct LegacyEncodingSurvey {
    static let leastWords = 3
    static let leastRatio = 4

    /// What the table's text is in; nil for Unicode.
    let verdict: LegacyEncoding?
    /// Whether some text has Vietnamese letters beyond Latin-1, which only Unicode has.
    let hasUnicode: Bool

    init(_ texts: some Sequence<String>) {
        var seen: Set<String> = []
        var pro: [LegacyEncoding: Int] = [:]
        var contra: [LegacyEncoding: Int] = [:]
        var hasUnicode = false
        for text in texts {
            if text.precomposedStringWithCanonicalMapping.unicodeScalars.contains(where: Self.isVietnameseOnly) { hasUnicode = true }
            for word in Self.words(of: text) where seen.insert(word.lowercased()).inserted {
                for encoding in LegacyEncoding.allCases {
                    switch Self.vote(word, encoding) {
                    case .pro: pro[encoding, default: 0] += 1
                    case .contra: contra[encoding, default: 0] += 1
                    case .neither: break
                    }
                }
            }
        }
        self.hasUnicode = hasUnicode
        let likely = LegacyEncoding.allCases.filter {
            pro[$0, default: 0] >= Self.leastWords && pro[$0, default: 0] >= Self.leastRatio * contra[$0, default: 0]
        }
        verdict = likely.max { pro[$0, default: 0] < pro[$1, default: 0] }
    }

    enum Vote { case pro, contra, neither }

    static func vote(_ word: String, _ encoding: LegacyEncoding) -> Vote {
        guard let decoded = encoding.decode(word), VietnameseSyllable.isValid(decoded) else { return .contra }
        return VietnameseSyllable.isValid(word) ? .neither : .pro
    }

    /// The text as it was meant, under the table's verdict; nil when it is no text of that encoding.
    ///
    /// A word may be no syllable either way: names of the Tày and others are not (Nà Rèi). It must not be a syllable as it stands and none when
    /// decoded. In a table that has Unicode too, a text whose words are syllables both ways stays.
    func converted(_ text: String) -> String? {
        guard let verdict else { return nil }
        let words = Self.words(of: text)
        guard !words.isEmpty, let decoded = verdict.decode(text) else { return nil }
        let isOwn = words.contains { VietnameseSyllable.isValid($0) && Self.vote($0, verdict) == .contra }
        guard !isOwn, !hasUnicode || words.contains(where: { Self.vote($0, verdict) == .pro }) else { return nil }
        return decoded
    }

    private static func isVietnameseOnly(_ scalar: Unicode.Scalar) -> Bool {
        (0x1EA0...0x1EF9).contains(scalar.value) || "ĂăĐđĨĩŨũƠơƯư".unicodeScalars.contains(scalar)
    }

    /// The words that can say anything: with a character of Latin-1 beyond ASCII, and none beyond Latin-1.
    ///
    /// Split at ASCII that is no letter: in these encodings letters look like signs (`th«n`, `Hµ`).
    static func words(of text: String) -> [String] {
        let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars
        guard scalars.contains(where: { $0.value > 0xA0 }), scalars.allSatisfy({ $0.value <= 0xFF }) else { return [] }
        return scalars.split { !($0.value > 0xA0 || ("a"..."z").contains($0) || ("A"..."Z").contains($0)) }
            .filter { $0.contains { $0.value > 0xA0 } }.map { String(String.UnicodeScalarView($0)) }
    }
}
