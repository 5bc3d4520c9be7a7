import Radio

/// How a new site is joined to the network.
public enum BackhaulKind: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    /// A line along the straight way, paid by the kilometre.
    case fibre
    /// A microwave hop over clear ground.
    case microwave
    /// A satellite terminal, anywhere.
    case satellite

    /// Orders as the cases stand: of links that cost the same the first kind is taken.
    public static func < (left: BackhaulKind, right: BackhaulKind) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What chains of links may look like, and what they cost. Lines of fibre cost ``CostTable/transmissionVNDPerKilometre``.
public struct BackhaulSettings: Hashable, Sendable {
    /// The kinds that may be built, never empty.
    public var kinds: Set<BackhaulKind>
    /// The longest chain from a new site to the network, in links. Valid: 1…20.
    public var maximumHops: Int
    /// One microwave hop, both ends, in VND.
    public var microwaveHopVND: Int64
    /// One satellite terminal with its service over the life of the site, in VND.
    public var satelliteVND: Int64
    /// Rain rate exceeded for 0.01 % of the time, mm/h.
    public var rainRateMMPerHour: Double

    /// The defaults. The prices of a hop and of a terminal are ours: no public Vietnamese figure is known, so that a planner should state them.
    public init(
        kinds: Set<BackhaulKind> = [.fibre, .microwave], maximumHops: Int = 4, microwaveHopVND: Int64 = 300_000_000,
        satelliteVND: Int64 = 1_000_000_000, rainRateMMPerHour: Double = 100
    ) {
        self.kinds = kinds
        self.maximumHops = maximumHops
        self.microwaveHopVND = microwaveHopVND
        self.satelliteVND = satelliteVND
        self.rainRateMMPerHour = rainRateMMPerHour
    }

    /// The equipment of a hop under this rain.
    public var hopBudget: HopBudget {
        var budget = HopBudget()
        budget.rainRateMMPerHour = rainRateMMPerHour
        return budget
    }
}
