import Planning

/// How names are compared, as three functions: whoever knows more about Vietnamese place names puts better ones in.
public struct ListNaming: Sendable {
    /// The whole name folded: case, marks and spelling do not count.
    public var key: @Sendable (String) -> String
    /// As `key`, without unit words (thôn, bản, ấp …). Empty where nothing but a number is left: such names say nothing without the unit.
    public var core: @Sendable (String) -> String
    /// How alike two names are: 0 (nothing) to 1 (the same but for unit words). Symmetric.
    public var similarity: @Sendable (String, String) -> Double
    /// Least similarity that is taken for a match at all.
    public var threshold: Double
    /// How much better than the next best a match must be to be chosen.
    public var margin: Double

    /// Makes a way of comparing from its parts.
    public init(
        key: @escaping @Sendable (String) -> String, core: @escaping @Sendable (String) -> String,
        similarity: @escaping @Sendable (String, String) -> Double, threshold: Double = 0.75, margin: Double = 0.1
    ) {
        self.key = key
        self.core = core
        self.similarity = similarity
        self.threshold = threshold
        self.margin = margin
    }

    /// By `NameFolding` and edit distance.
    ///
    /// The threshold of 0.75 is one letter in four: nothing is chosen there silently, and neighbours of a commune rarely come so close.
    public static let folding = ListNaming(
        key: { NameFolding.key($0) }, core: { FoldedCore($0).core }, similarity: { FoldedCore($0).similarity(to: FoldedCore($1)) })
}

/// A folded name without its unit words, and the numbers in it.
struct FoldedCore {
    /// Words that say what kind of place it is, folded.
    static let units: [[String]] = [
        ["to", "dan", "pho"], ["khu", "dan", "cu"], ["khu", "pho"], ["tdp"], ["thon", "ban"], ["thon"], ["ban"], ["ap"], ["buon"], ["bon"],
        ["lang"], ["xom"], ["khom"], ["khoi"], ["plei"], ["ploi"], ["phum"], ["soc"], ["khu"],
    ]

    /// Letters and digits that are left; empty where only digits are.
    let core: String
    private let letters: [UInt8]
    private let numbers: [String]

    init(_ name: String) {
        var words = NameFolding.slug(name).split(separator: "-").map(String.init)
        if let unit = Self.units.first(where: { words.starts(with: $0) && words.count > $0.count }) { words.removeFirst(unit.count) }
        letters = Array(words.joined().utf8)
        // One letter alone tells places apart as a number does: Khu A, Khu B.
        numbers = words.filter { word in word.utf8.count == 1 || word.utf8.contains { (48...57).contains($0) } }
        core = words.count == numbers.count ? "" : words.joined()
    }

    /// 1 − d / n with d the edit distance (insertion, deletion, substitution) and n the longer length; 0 when numbers differ or nothing but
    /// numbers is there. Complexity: product of the lengths.
    func similarity(to other: FoldedCore) -> Double {
        guard numbers == other.numbers, !core.isEmpty, !other.core.isEmpty else { return 0 }
        let (a, b) = (letters, other.letters)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices { row.append(min(last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)) }
            last = row
        }
        return 1 - Double(last[b.count]) / Double(max(a.count, b.count, 1))
    }
}
