/// One thing that may be built: a mast, an upgrade, a shared place.
///
/// The optimizer knows it only by its id, its cost and the targets it would cover.
public struct SitingOption: Hashable, Sendable, Codable {
    /// Unique name of the option. Ties between equally good plans are settled by this id, never by the position in the list.
    public var id: String

    /// Full cost of building it, in Vietnamese đồng. Valid: ≥ 0.
    public var costVND: Int64

    /// Indices into ``SitingProblem/targetWeights`` of the targets it covers, in any order; repeated indices count once.
    public var covers: [Int]

    /// The place it stands on. At most one option of a place is built; `nil` excludes nothing.
    public var place: Int?

    /// Numbers of the operators that it brings, for conditions that count them; empty = nobody yet.
    public var operators: [Int]

    /// Its node in ``SitingConditions/network``; `nil` where it stands on the network already.
    public var node: Int?

    /// Describes an option. Nothing is checked here: ``SitingSolver/solve(_:progress:)`` reports what is wrong.
    public init(id: String, costVND: Int64, covers: [Int], place: Int? = nil, operators: [Int] = [], node: Int? = nil) {
        self.id = id
        self.costVND = costVND
        self.covers = covers
        self.place = place
        self.operators = operators
        self.node = node
    }
}
