/// What a plan has to keep besides its goal and its must-cover targets. Empty by default.
public struct SitingConditions: Hashable, Sendable, Codable {
    /// Least amounts that groups of targets must reach: every commune at least half of its households.
    public var groups: [GroupMinimum]

    /// What each operator may spend; operators that are not named have no limit.
    public var operatorBudgets: [OperatorBudget]

    /// How many operators each target needs, one entry per target; `nil` where one site of anybody is enough for all.
    public var operatorNeeds: [OperatorNeed]?

    /// How sites are joined to the network; `nil` where the costs of the options hold their connection already.
    public var network: SitingNetwork?

    /// Describes conditions. Nothing is checked here: ``SitingSolver/solve(_:progress:)`` reports what is wrong.
    public init(
        groups: [GroupMinimum] = [], operatorBudgets: [OperatorBudget] = [], operatorNeeds: [OperatorNeed]? = nil,
        network: SitingNetwork? = nil
    ) {
        self.groups = groups
        self.operatorBudgets = operatorBudgets
        self.operatorNeeds = operatorNeeds
        self.network = network
    }

    /// Whether there is nothing to keep.
    public var isEmpty: Bool { groups.isEmpty && operatorBudgets.isEmpty && operatorNeeds == nil && network == nil }
}

/// A group of targets of which a plan must cover at least so much.
public struct GroupMinimum: Hashable, Sendable, Codable {
    /// One member, counted by an amount of its own: its households, while the target's weight may be a priority.
    public struct Member: Hashable, Sendable, Codable {
        /// Index of the target; each at most once in a group.
        public var target: Int
        /// What the group gains when the target is covered. Valid: ≥ 0.
        public var amount: Int64

        /// Describes a member.
        public init(target: Int, amount: Int64) {
            self.target = target
            self.amount = amount
        }
    }

    /// Name for messages.
    public var id: String
    /// The targets that count for the group, in any order.
    public var members: [Member]
    /// The least sum of the amounts of covered members. Valid: ≥ 0.
    public var minimum: Int64

    /// Describes a group.
    public init(id: String, members: [Member], minimum: Int64) {
        self.id = id
        self.members = members
        self.minimum = minimum
    }
}

/// What one operator may spend. Options of several operators are paid in equal parts.
public struct OperatorBudget: Hashable, Sendable, Codable {
    /// Number of the operator, as in ``SitingOption/operators``.
    public var `operator`: Int
    /// Đồng, ≥ 0.
    public var budgetVND: Int64

    /// Describes a budget.
    public init(operator: Int, budgetVND: Int64) {
        self.operator = `operator`
        self.budgetVND = budgetVND
    }
}

/// How many further operators a target needs before it counts as covered.
public struct OperatorNeed: Hashable, Sendable, Codable {
    /// Distinct operators that chosen options must bring. Valid: ≥ 1.
    public var count: Int
    /// Operators that are there already, ascending: an option of theirs brings nothing.
    public var heard: [Int]

    /// Describes a need.
    public init(count: Int = 1, heard: [Int] = []) {
        self.count = count
        self.heard = heard
    }
}

/// The links that could join new sites to the network. Every chosen option with a ``SitingOption/node`` pays exactly one of them, and the links
/// lead to a root in at most ``maximumHops`` steps, over nodes that are built as well.
public struct SitingNetwork: Hashable, Sendable, Codable {
    /// A link from a new site to its parent.
    public struct Link: Hashable, Sendable, Codable {
        /// Node of the new site.
        public var from: Int
        /// Node of the parent; `nil` for a root, a place that the network reaches already.
        public var to: Int?
        /// What building it costs, in đồng. Valid: ≥ 0.
        public var costVND: Int64

        /// Describes a link.
        public init(from: Int, to: Int?, costVND: Int64) {
            self.from = from
            self.to = to
            self.costVND = costVND
        }
    }

    /// Number of nodes; they are numbered from 0, and at most one option of each is built.
    public var nodes: Int
    /// The links that may be built; plans name them by their index here.
    public var links: [Link]
    /// The longest chain from a new site to a root, in links. Valid: ≥ 1.
    public var maximumHops: Int

    /// Describes a network.
    public init(nodes: Int, links: [Link], maximumHops: Int) {
        self.nodes = nodes
        self.links = links
        self.maximumHops = maximumHops
    }
}

extension SitingProblem {
    /// The same options with the link that each pays, or its cheapest one where it is not built: for questions about single options.
    public func charged(_ links: [Int]) -> SitingProblem {
        guard let network = conditions.network else { return self }
        var price: [Int: Int64] = [:]
        for link in network.links { price[link.from] = min(price[link.from] ?? .max, link.costVND) }
        for link in links { price[network.links[link].from] = network.links[link].costVND }
        var charged = self
        for option in options.indices {
            if let node = options[option].node, let more = price[node] { charged.options[option].costVND += more }
        }
        return charged
    }
}
