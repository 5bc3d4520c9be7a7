/// How well two names agree.
public struct PlaceNameMatch: Hashable, Sendable, Comparable {
    /// In what two names agree, from weak to strong.
    public enum Grade: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// By spelling alone; to be shown with its score and confirmed by a person.
        case similar
        /// Without marks and unit words: the marks contradict each other, or marks and units both differ.
        case folded
        /// With the same marks but another unit word; or without a word against it where one is written without marks.
        case close
        /// With the same marks; one of them has no unit word.
        case withoutUnit
        /// In everything that counts.
        case exact

        /// A weaker grade is less.
        public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
    }

    /// In what they agree.
    public var grade: Grade
    /// 0 (nothing) to 1 (the same key without unit words).
    public var score: Double

    /// True when a person has to be told the score.
    public var isFuzzy: Bool { grade == .similar }

    /// By grade, then by score.
    public static func < (left: PlaceNameMatch, right: PlaceNameMatch) -> Bool {
        (left.grade, left.score) < (right.grade, right.score)
    }
}

extension PlaceNameKey {
    /// The least score that counts as a match: one letter in seven.
    ///
    /// Lower, and real neighbours fall together: Tân Lập and Tân Lạc have 0.83.
    public static let threshold = 0.85

    /// 1 − d / n, where d is the least number of insertions, deletions, substitutions and swaps of neighbours that lead from one core key to
    /// the other (Damerau, A technique for computer detection and correction of spelling errors, CACM 7 (3), 1964; the restricted form, no
    /// substring edited twice) and n the length of the longer one; where both names have marks, the mean of this and the same with marks (Sơn Động is
    /// far from Sơn Dương). 0 when numbers or single letters differ. Symmetric.
    ///
    /// Complexity: product of the lengths.
    public func similarity(to other: PlaceNameKey) -> Double {
        guard !core.isEmpty, !other.core.isEmpty, ordinals == other.ordinals else { return 0 }
        if isNumbered || other.isNumbered {
            return core == other.core && (unit == other.unit || unit.isEmpty || other.unit.isEmpty) ? 1 : 0
        }
        if core == other.core || isWhole(other) || other.isWhole(self) { return 1 }
        var plain = 0.0
        for mine in spellings {
            for theirs in other.spellings { plain = max(plain, Self.closeness(Array(mine.unicodeScalars), Array(theirs.unicodeScalars))) }
        }
        guard !isPlain, !other.isPlain else { return plain }
        return (plain + Self.closeness(Array(markedCore.unicodeScalars), Array(other.markedCore.unicodeScalars))) / 2
    }

    /// What a name is compared by: in one without marks, what looks like a unit word may be part of the name (`Khoi Phin`).
    private var spellings: [String] { isPlain && !unit.isEmpty ? [core, key] : [core] }

    /// One less the distance by the longer length.
    private static func closeness(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
        1 - Double(editDistance(a, b)) / Double(max(a.count, b.count, 1))
    }

    /// Whether what looks like a unit word here, in a name without marks, is part of the other's name: `Xa Dung` is the commune Xa Dung.
    private func isWhole(_ other: PlaceNameKey) -> Bool { isPlain && !unit.isEmpty && key == other.core }

    /// How two names agree; nil when they do not, by `threshold`.
    public func match(_ other: PlaceNameKey, threshold: Double = PlaceNameKey.threshold) -> PlaceNameMatch? {
        let score = similarity(to: other)
        guard score >= threshold, score > 0 else { return nil }
        guard score == 1 else { return PlaceNameMatch(grade: .similar, score: score) }
        guard core == other.core else { return PlaceNameMatch(grade: .withoutUnit, score: 1) }
        let sameMarks = markedCore == other.markedCore
        let sameUnit = unit == other.unit
        let lacksUnit = unit.isEmpty || other.unit.isEmpty
        // A table without any mark says nothing about them; where both have marks, they contradict each other.
        let lacksMarks = isPlain || other.isPlain
        let grade: PlaceNameMatch.Grade =
            if sameMarks {
                sameUnit ? .exact : lacksUnit ? .withoutUnit : .close
            } else {
                lacksMarks && (sameUnit || lacksUnit) ? .close : .folded
            }
        return PlaceNameMatch(grade: grade, score: 1)
    }

    static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [Int](repeating: i + 1, count: b.count + 1)
            for j in b.indices {
                var distance = min(last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
                row[j + 1] = distance
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
