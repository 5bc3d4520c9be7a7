/// The keys under which names of villages, communes, districts and provinces are matched.
///
/// Names differ by Unicode form, by the place of the tone mark (hoà, hòa), by i and y (Mỹ, Mĩ), by k and c at the end (Krông Pắk, Krông Pắc),
/// by spaces, hyphens and apostrophes (K'Bang, Kbang), by roman and arabic numerals, and by the unit word in front, long, short or left out
/// (`Tổ dân phố 3`, `TDP 3`). A unit word that is the whole of the name stays.
///
///     PlaceNameKey("Thôn Đồng Khẩn II").core == PlaceNameKey("ĐỒNG KHẨN 2").core
public struct PlaceNameKey: Hashable, Sendable {
    /// The key with unit words, without marks: `thondongkhan2`.
    public let key: String
    /// The key without unit words, without marks: `dongkhan2`. Never empty unless the name has neither letter nor digit.
    public let core: String
    /// The unit, one key for all its spellings: `to` for `Tổ dân phố`, `TDP`, `Tổ`. Empty when none is written.
    public let unit: String
    /// As `core`, with the vowel and tone marks.
    public let markedCore: String
    /// The numbers and single letters behind the name, in order: two names that differ here are never one place.
    public let ordinals: [String]
    /// Whether the name, without units, is nothing but numbers and single letters (`Thôn 3`, `Tổ 5A`): then the unit tells places apart.
    public let isNumbered: Bool
    /// Whether the name is written without any mark, as old tables do: then marks say nothing.
    public let isPlain: Bool

    /// Reads a name. Complexity: linear in its length.
    public init(_ name: String, kind: PlaceKind = .village) {
        let words = PlaceNumber.arabic(PlaceWord.words(of: name))
        let isPlain = words.allSatisfy { $0.written.utf8.allSatisfy { $0 < 0x80 } }
        var position = 0
        var units: [String] = []
        while let (unit, length) = Self.unit(at: position, in: words, kind, isPlain: isPlain) {
            units.append(unit)
            position += length
        }
        // Communes are called Xã Ba; villages so named are numbered (Xóm Ba).
        let isSpelledOut = kind == .village && !units.isEmpty
        let rest = isSpelledOut ? PlaceNumber.spelledOut(words[position...]) : Array(words[position...])
        core = rest.map(\.folded).joined()
        markedCore = rest.map(\.marked).joined()
        unit = units.joined()
        key = unit + core
        ordinals = rest.enumerated().filter { $0.element.isNumber || ($0.offset > 0 && $0.element.folded.utf8.count == 1) }
            .map(\.element.folded)
        isNumbered = rest.allSatisfy { $0.isNumber || $0.folded.utf8.count == 1 }
        self.isPlain = isPlain
    }

    /// The unit word that begins at a position and leaves something of the name.
    private static func unit(at position: Int, in words: [PlaceWord], _ kind: PlaceKind, isPlain: Bool) -> (String, length: Int)? {
        for unit in kind.units where position + unit.words.count < words.count {
            let taken = words[position..<position + unit.words.count]
            // A word with other marks is another word (Tô is not Tổ); in a name without marks nothing tells.
            guard zip(unit.words, taken).allSatisfy({ $0 == $1.written || (isPlain && NameFolding.key($0) == $1.written) }) else {
                continue
            }
            if unit.needsDot, let last = taken.last, !last.hasDot, !words[position + unit.words.count].isNumber { continue }
            return (unit.key, unit.words.count)
        }
        return nil
    }
}
