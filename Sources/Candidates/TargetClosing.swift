import Planning

/// Whether new sites close a village, seen by the rule's number of operators alone.
public enum TargetClosing {
    /// True when the operators heard, together with those of the new sites, are as many as the rule asks for.
    ///
    /// Sites that are assigned to nobody yet count together as one operator that is not heard so far. A site of an operator that is heard already
    /// brings none.
    ///
    /// - Parameters:
    ///   - heard: operators heard in the village today; repeats count once.
    ///   - builders: who builds the new sites; empty = not assigned.
    ///   - minimumOperators: `CoverageRule.minimumOperators`.
    public static func closes(heard: [Operator], builders: [Operator], minimumOperators: Int) -> Bool {
        let known = Set(heard)
        return builders.isEmpty ? known.count + 1 >= minimumOperators : known.union(builders).count >= minimumOperators
    }

    /// How many further operators a village waits for, and who is heard in it, when its dark places are looked at together: heard counts who is heard at
    /// all of them, so that operators who reach all of them are enough everywhere.
    ///
    /// - Parameter heard: the operators heard at each place without signal.
    public static func need(_ heard: [[Operator]], minimumOperators: Int) -> (count: Int, heard: Set<Operator>) {
        guard var everywhere = heard.first.map(Set.init) else { return (max(1, minimumOperators), []) }
        for more in heard.dropFirst() { everywhere.formIntersection(more) }
        return (max(1, minimumOperators - everywhere.count), everywhere)
    }
}
