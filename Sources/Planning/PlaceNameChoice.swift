/// Which of several names is meant.
public enum PlaceNameChoice: Hashable, Sendable {
    /// None agrees.
    case none
    /// One agrees better than all others. When `match.isFuzzy`, tell the score.
    case one(index: Int, match: PlaceNameMatch)
    /// Several agree equally well: a person has to choose. Indices in the order given.
    case ambiguous(indices: [Int], match: PlaceNameMatch)

    /// Two scores nearer than this are equally good.
    public static let margin = 0.03

    /// Looks for a name. Complexity: number of names times the product of the lengths.
    public init(_ name: PlaceNameKey, among names: [PlaceNameKey], threshold: Double = PlaceNameKey.threshold) {
        var found: [(index: Int, match: PlaceNameMatch)] = []
        for (index, candidate) in names.enumerated() {
            if let match = name.match(candidate, threshold: threshold) { found.append((index, match)) }
        }
        guard let best = found.map(\.match).max() else {
            self = .none
            return
        }
        let equals = found.filter { $0.match.grade == best.grade && $0.match.score > best.score - Self.margin }
        self = equals.count == 1 ? .one(index: equals[0].index, match: best) : .ambiguous(indices: equals.map(\.index), match: best)
    }
}
