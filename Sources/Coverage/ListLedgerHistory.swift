/// What became of a village from list to list.
public enum ListState: String, CaseIterable, Hashable, Sendable, Codable {
    /// Without signal in the first list.
    case baseline
    /// Without signal here, and in no list before, at least one of which names all villages.
    case added
    /// Without signal here and not named before; the lists before name only some villages, so that nobody knows since when.
    case firstNamed = "first-named"
    /// Without signal before and here.
    case stillOpen = "still-open"
    /// Without signal here, after it was covered or off the list.
    case reopened
    /// Was open, and this list says that it has signal.
    case closedCovered = "closed-covered"
    /// Was open, and is no longer named by a list that names all. The list does not say why.
    case closedDelisted = "closed-delisted"
    /// Has signal, as before; or was not open in any list before.
    case covered
    /// Was open, and this list names only some villages: it says nothing.
    case notNamed = "not-named"
    /// Closed before and not named.
    case absent

    /// Whether it was closed with this list.
    public var isClosed: Bool { self == .closedCovered || self == .closedDelisted }
}

/// One village over all lists.
public struct ListHistory: Hashable, Sendable {
    /// What one list says of it.
    public struct Step: Hashable, Sendable {
        /// What became of it; nil before it first appeared.
        public var state: ListState?
        /// The row; nil when the list does not name it.
        public var row: ListedVillage?
        /// How the row was found to be this village; nil where there is no row, or the first one.
        public var match: ListMatchKind?
        /// Similarity of the names, 0 to 1, with `match`.
        public var score: Double?
        /// Whether the row stands under another folded name than the last one.
        public var isRenamed = false
        /// Whether the row stands in a commune that the last one's commune did not become.
        public var isMoved = false
    }

    /// Commune, folded name and ordinal as it first appeared: `02239-ban-giong-1`.
    public var id: String
    /// One for each list, by time.
    public var steps: [Step]

    /// The last row that names it.
    public var last: ListedVillage? { steps.last { $0.row != nil }?.row }
    /// Whether any list had it without signal.
    public var wasEverOpen: Bool { steps.contains { $0.row?.status.isOpen ?? false } }
}

/// What a list's rows add up to.
public struct ListTally: Hashable, Sendable, Codable {
    /// Rows.
    public var listed = 0
    /// Rows that have signal.
    public var covered = 0
    /// Rows with signal in parts.
    public var partial = 0
    /// Rows without signal.
    public var uncovered = 0
    /// `partial` and `uncovered`.
    public var open = 0
    /// Open, and not on any list before, at least one of which names all villages. 0 in the first list.
    public var added = 0
    /// Open and not named before, where the lists before name only some villages.
    public var firstNamed = 0
    /// Open before, and covered or off the list here.
    public var closed = 0
    /// Those of `closed` of which the list says that they have signal.
    public var closedCovered = 0
    /// Those of `closed` that are merely no longer named.
    public var closedDelisted = 0
    /// Open after they were closed.
    public var reopened = 0
    /// Open before and here.
    public var stillOpen = 0
    /// Open before; this list names only some villages and not these.
    public var notNamed = 0
    /// Matched under another name.
    public var renamed = 0
    /// Matched in another commune.
    public var moved = 0
    /// Matched by a similar name.
    public var fuzzy = 0
    /// Rows that fit several villages: they stand under `added` and `closed` until a person decides.
    public var ambiguous = 0
    /// Rows whose name an earlier list has in another commune.
    public var possibleMoves = 0

    /// Nothing yet.
    public init() {}
}
