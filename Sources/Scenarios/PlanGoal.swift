import Planning
import Siting

/// What a plan aims at.
public enum PlanGoal: Hashable, Sendable {
    /// Cover the most weight with at most so many new sites.
    case sites(Int)
    /// Cover the most weight for at most so much money, in đồng.
    case budget(costVND: Int64)
    /// Cover every dead zone that can be reached at the least cost; when strict, one that cannot makes the goal infeasible.
    case coverAll(strict: Bool)
    /// Cover this share of the weight of all dead zones at the least cost, in hundredths of a percent, 1 to 10,000.
    case share(basisPoints: Int)

    /// The word in `plan.json`.
    public var word: String {
        switch self {
        case .sites: "sites"
        case .budget: "budget"
        case .coverAll: "cover-all"
        case .share: "share"
        }
    }

    /// Whether the objective is money to be spent, not households to be covered.
    public var isMinimising: Bool {
        switch self {
        case .sites, .budget: false
        case .coverAll, .share: true
        }
    }

    /// The same goal in the optimiser's words.
    ///
    /// - Parameter totalWeight: of all dead zones, those that nothing reaches included.
    public func siting(totalWeight: Int64) -> SitingGoal {
        switch self {
        case .sites(let count): .maximizeWithSites(count)
        case .budget(let cost): .maximizeWithinBudget(costVND: cost)
        case .coverAll(let strict): .coverAll(strict: strict)
        case .share: .coverWeight(wantedWeight(of: totalWeight) ?? 0)
        }
    }

    /// The least whole weight that makes up the share; nil for other goals.
    public func wantedWeight(of totalWeight: Int64) -> Int64? {
        guard case .share(let points) = self else { return nil }
        let (whole, rest) = (totalWeight / 10_000, totalWeight % 10_000)
        return whole * Int64(points) + (rest * Int64(points) + 9_999) / 10_000
    }

    var budgetVND: Int64? { if case .budget(let cost) = self { cost } else { nil } }
    var sitesLimit: Int? { if case .sites(let count) = self { count } else { nil } }
    var sharePercent: Double? { if case .share(let points) = self { Double(points) / 100 } else { nil } }
    var isStrict: Bool { self == .coverAll(strict: true) }

    /// The parameters that stand in a run's manifest.
    public var parameters: [String: String] {
        switch self {
        case .sites(let count): ["goal": word, "sites": String(count)]
        case .budget(let cost): ["goal": word, "budget": String(cost)]
        case .coverAll(let strict): ["goal": word, "strict": String(strict)]
        case .share(let points): ["goal": word, "shareBasisPoints": String(points)]
        }
    }

    /// Reads the goal back from a manifest.
    public init?(parameters: [String: String]) {
        switch parameters["goal"] {
        case "sites":
            guard let count = parameters["sites"].flatMap(Int.init) else { return nil }
            self = .sites(count)
        case "budget":
            guard let cost = parameters["budget"].flatMap(Int64.init) else { return nil }
            self = .budget(costVND: cost)
        case "cover-all": self = .coverAll(strict: parameters["strict"] == "true")
        case "share":
            guard let points = parameters["shareBasisPoints"].flatMap(Int.init), (1...10_000).contains(points) else { return nil }
            self = .share(basisPoints: points)
        default: return nil
        }
    }
}
