/// A tree of cases that tightens a bound: in each case some options are in, some out, and multipliers of its own bound what is left.
///
/// Nodes stand in preorder. At each node the steps are taken one by one: the bound at the step's multipliers is computed, the node is closed
/// if that is no better than ``cutoff``, and every option whose presence (absence) cannot lead beyond the cutoff is settled as out (in). A node
/// with an option then splits into the plans with it and those without. The bound of the whole is the worst of the leaves, or the cutoff.
/// Nothing is taken on trust: any multipliers, cutoff and branching give a true bound.
public struct BoundRefinement: Hashable, Sendable, Codable {
    /// One set of multipliers.
    public struct Step: Hashable, Sendable, Codable {
        /// Targets that have a multiplier here. For the others it follows: what makes them count nothing.
        public var targets: [Int32]
        /// Their multipliers, in the certificate's scale. Valid: 0…2⁵³.
        public var multipliers: [Int64]
        /// Price as in the certificate, numerator. Valid: ≥ 0.
        public var priceNumerator: Int64
        /// Denominator. Valid: ≥ 1.
        public var priceDenominator: Int64

        /// Describes a step.
        public init(targets: [Int32], multipliers: [Int64], priceNumerator: Int64, priceDenominator: Int64) {
            self.targets = targets
            self.multipliers = multipliers
            self.priceNumerator = priceNumerator
            self.priceDenominator = priceDenominator
        }
    }

    /// One case.
    public struct Node: Hashable, Sendable, Codable {
        /// Multipliers, in the order in which they are used.
        public var steps: [Step]
        /// The option that tells the two cases below apart; `nil` at a leaf.
        public var option: Int?

        /// Describes a node.
        public init(steps: [Step], option: Int?) {
            self.steps = steps
            self.option = option
        }
    }

    /// With `coverAll`, an option of the part that this is about; `nil` for the whole.
    public var anchor: Int?
    /// Weight or đồng of a plan (of its share in the part): only better plans are looked for.
    public var cutoff: Int64
    /// The tree.
    public var nodes: [Node]

    /// Describes a refinement. Nothing is checked here.
    public init(anchor: Int?, cutoff: Int64, nodes: [Node]) {
        self.anchor = anchor
        self.cutoff = cutoff
        self.nodes = nodes
    }
}
