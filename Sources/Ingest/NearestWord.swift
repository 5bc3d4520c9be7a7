import Planning

/// The known word that a person most likely meant.
public enum NearestWord {
    /// The closest of `known` by edit distance over folded keys, nil when none is close (more than a third of the letters differ).
    /// Complexity: product of the word lengths, per known word.
    public static func to(_ word: String, among known: [String]) -> String? {
        let key = Array(NameFolding.key(word).utf8)
        var best: (word: String, distance: Int)?
        for candidate in known.sorted() {
            let distance = editDistance(key, Array(NameFolding.key(candidate).utf8))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, word.count / 3) else { return nil }
        return best.word
    }

    private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let substitution = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
