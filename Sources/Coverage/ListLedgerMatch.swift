/// How a row of a list was found to be a village of an earlier one.
public enum ListMatchKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// The lists' own id, and a name that does not contradict it.
    case id
    /// Same commune of the same administration, same folded name.
    case exact
    /// Same folded name in a commune that the crosswalk leads to.
    case carried
    /// Same folded name but for the unit word, in the commune.
    case unitWord = "unit-word"
    /// Similar name in the commune.
    case fuzzy
    /// Same name in another commune of the same district.
    case moved
}

/// A match that a person should look at: fuzzy, ambiguous, or chosen among equals by something weaker than the name.
public struct ListMatchReport: Hashable, Sendable {
    /// What was done.
    public enum Decision: String, CaseIterable, Hashable, Sendable, Codable {
        /// Taken: similar by spelling, alone in its commune or well ahead of the next.
        case chosen
        /// Taken among equal names by district, number of households or what was left over.
        case byDetail = "chosen-by-detail"
        /// Taken among equal names, as many in both lists, by their order: the total is certain, who is who is not.
        case byOrdinal = "chosen-by-ordinal"
        /// Not taken: several fit equally well.
        case ambiguous
        /// Not taken: the same name in another commune, which may be chance.
        case possibleMove = "possible-move"
    }

    /// Id of the earlier list that the village was last in.
    public var from: String
    /// Id of the list.
    public var to: String
    /// How the two agree.
    public var kind: ListMatchKind
    /// What was done.
    public var decision: Decision
    /// Similarity of the names, 0 to 1.
    public var score: Double
    /// The village's id in the ledger.
    public var village: String
    /// The row of the earlier list.
    public var before: ListedVillage
    /// The row of the list.
    public var after: ListedVillage
}
