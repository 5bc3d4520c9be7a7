import Planning

/// Whether one new site closes a village, seen by the rule's number of operators alone.
public enum TargetClosing {
    /// True when the operators heard, together with the new site's operator, are as many as the rule asks for.
    ///
    /// A site that is assigned to nobody yet counts as one operator that is not heard so far. One site of an operator that is heard already
    /// brings none.
    ///
    /// - Parameters:
    ///   - heard: operators heard in the village today; repeats count once.
    ///   - builder: who builds the new site; nil = not assigned.
    ///   - minimumOperators: `CoverageRule.minimumOperators`.
    public static func closes(heard: [Operator], builder: Operator?, minimumOperators: Int) -> Bool {
        let heard = Set(heard)
        let isNew = builder.map { !heard.contains($0) } ?? true
        return heard.count + (isNew ? 1 : 0) >= minimumOperators
    }
}
