import Planning

/// The known word that a person most likely meant.
public enum NearestWord {
    /// The closest of `known` by edit distance over folded keys, nil when none is close (more than a third of the letters differ; in a
    /// word of two, more than one). Complexity: product of the word lengths, per known word.
    public static func to(_ word: String, among known: [String]) -> String? {
        let key = Array(NameFolding.key(word).utf8)
        // Nobody mistypes a paragraph; the product of lengths would be paid for nothing.
        guard (2...64).contains(key.count) else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known.sorted() where candidate.utf8.count <= 256 {
            let distance = editDistance(key, Array(NameFolding.key(candidate).utf8))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, key.count / 3) else { return nil }
        return best.word
    }

    /// Insertions, deletions, substitutions and swaps of neighbours ("nmae") that lead from one word to the other.
    private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var distance = min(last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
                row.append(distance)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
