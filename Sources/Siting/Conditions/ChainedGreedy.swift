/// A first plan under conditions: whatever brings most for its price, with the cheapest chain that joins it to the network, again and again.
///
/// It proves nothing. It is what a search that is stopped early hands over, and where CBC begins. Deterministic: ties go to the smaller id.
/// A relay is the cheapest option of its node, which is where plans are lost that the exact search finds.
struct ChainedGreedy {
    /// What joining costs: what is scarce comes first.
    private struct Price: Comparable {
        var costVND: Int64
        var sites: Int
        var isBySites: Bool

        static func < (a: Price, b: Price) -> Bool {
            a.isBySites ? (a.sites, a.costVND) < (b.sites, b.costVND) : (a.costVND, a.sites) < (b.costVND, b.sites)
        }
    }

    /// The cheapest way from a node to what stands, its own relay included.
    private struct Way {
        var price: Price
        var link: Int
    }

    private let problem: SitingProblem
    private let reach: NetworkReach
    private let isBySites: Bool
    private let hops: Int
    private let optionsOfNode: [[Int]]
    /// Links that may be built, the cheapest first: ties do not depend on the order of the input.
    private let linkOrder: [Int]
    /// Each target once.
    private let covers: [[Int]]
    private let most: (sites: Int, costVND: Int64)
    private let budgets: [Int: Int64]

    private var options: [Int] = []
    private var links: [Int] = []
    private var costVND: Int64 = 0
    private var places: Set<Int> = []
    /// Links from a built node to a root.
    private var height: [Int?]
    /// What each operator has spent, in ``SitingOption/parts`` of đồng.
    private var spent: [Int: Int64] = [:]
    private var heard: [Set<Int>]
    private var isCovered: [Bool]

    init(_ problem: SitingProblem, _ reach: NetworkReach) {
        (self.problem, self.reach) = (problem, reach)
        covers = problem.options.map { Array(Set($0.covers)) }
        let network = problem.conditions.network
        hops = network.map { min($0.maximumHops, $0.nodes) } ?? 0
        height = [Int?](repeating: nil, count: network?.nodes ?? 0)
        var optionsOfNode = [[Int]](repeating: [], count: network?.nodes ?? 0)
        if network != nil {
            for (number, option) in problem.options.enumerated() where reach.isUsable[number] {
                if let node = option.node { optionsOfNode[node].append(number) }
            }
            for node in optionsOfNode.indices {
                optionsOfNode[node].sort {
                    (problem.options[$0].costVND, problem.options[$0].id) < (problem.options[$1].costVND, problem.options[$1].id)
                }
            }
        }
        self.optionsOfNode = optionsOfNode
        let all = network?.links ?? []
        func key(_ link: SitingNetwork.Link) -> (Int64, String, String) {
            (
                link.costVND, optionsOfNode[link.from].first.map { problem.options[$0].id } ?? "",
                link.to.flatMap { optionsOfNode[$0].first }.map { problem.options[$0].id } ?? ""
            )
        }
        linkOrder = all.indices.filter { number in
            !optionsOfNode[all[number].from].isEmpty && (all[number].to.map { !optionsOfNode[$0].isEmpty } ?? true)
        }
        .sorted { key(all[$0]) < key(all[$1]) }
        switch problem.goal {
        case .maximizeWithSites(let sites): (isBySites, most) = (true, (sites, .max))
        case .maximizeWithinBudget(let budget): (isBySites, most) = (false, (.max, budget))
        case .coverAll, .coverWeight: (isBySites, most) = (false, (.max, .max))
        }
        budgets = Dictionary(problem.conditions.operatorBudgets.map { ($0.operator, $0.budgetVND) }) { first, _ in first }
        heard = problem.targetWeights.map { _ in [] }
        isCovered = problem.targetWeights.map { _ in false }
    }

    /// The plan that the steps lead to; it may break a condition, which the caller checks.
    ///
    /// - Complexity: O(sites × (hops × links + cover sets)).
    mutating func plan() -> ConditionedPlan {
        // What has to be covered comes first: money that is left goes to the rest.
        while let step = best(required) { build(step) }
        switch problem.goal {
        case .coverAll: break
        case .coverWeight(let wanted): while coveredWeight < wanted, let step = best(problem.targetWeights) { build(step) }
        case .maximizeWithSites, .maximizeWithinBudget: while let step = best(problem.targetWeights) { build(step) }
        }
        return ConditionedPlan(options: options, links: links)
    }

    private var coveredWeight: Int64 { zip(problem.targetWeights, isCovered).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } }

    /// What each target is worth for the conditions that are not kept yet.
    private var required: [Int64] {
        var worth = problem.targetWeights.map { _ in Int64(0) }
        // Whatever must be covered counts, be it weightless.
        func must(_ target: Int) { worth[target] = max(1, problem.targetWeights[target]) }
        if case .coverAll = problem.goal { for target in worth.indices where reach.isReachable[target] { must(target) } }
        for target in problem.mustCover { must(target) }
        for group in problem.conditions.groups {
            let missing = group.members.reduce(group.minimum) { $0 - (isCovered[$1.target] ? $1.amount : 0) }
            guard missing > 0 else { continue }
            for member in group.members { worth[member.target] = max(worth[member.target], min(member.amount, missing)) }
        }
        return worth
    }

    // MARK: Steps

    private struct Step {
        var option: Int
        /// Links from its node to what stands, the own one first; empty for what stands on the network.
        var links: [Int]
        /// One per link but the last, on the nodes in between.
        var relays: [Int]
    }

    /// The option with the most worth for its price that all limits leave room for.
    private func best(_ worth: [Int64]) -> Step? {
        let ways = ways()
        var best: (step: Step, gain: Int128, price: Int128)?
        for number in problem.options.indices where reach.isUsable[number] {
            let option = problem.options[number]
            let gain = gain(number, worth)
            guard gain > 0 else { continue }
            guard let price = price(option, ways), costVND + price.costVND <= most.costVND, options.count + price.sites <= most.sites else {
                continue
            }
            let scarce = Int128(max(1, isBySites ? Int64(price.sites) : price.costVND))
            if let known = best {
                let (a, b) = (gain * known.price, known.gain * scarce)
                guard a > b || (a == b && option.id < problem.options[known.step.option].id) else { continue }
            }
            if let step = step(number, ways) { best = (step, gain, scarce) }
        }
        return best?.step
    }

    /// What an option adds, in sixtieths: half of the operators that a target lacks are half of its worth.
    private func gain(_ number: Int, _ worth: [Int64]) -> Int128 {
        var sum: Int128 = 0
        for target in covers[number] where !isCovered[target] && worth[target] > 0 {
            guard let need = problem.conditions.operatorNeeds?[target] else {
                sum += Int128(worth[target]) * 60
                continue
            }
            let missing = need.count - heard[target].count
            let brought = problem.options[number].brings(need).subtracting(heard[target]).count
            sum += Int128(worth[target]) * 60 * Int128(min(brought, missing)) / Int128(max(1, need.count))
        }
        return sum
    }

    private func price(_ option: SitingOption, _ ways: [[Way?]]) -> Price? {
        if let place = option.place, places.contains(place) { return nil }
        guard problem.conditions.network != nil, let node = option.node else {
            return Price(costVND: option.costVND, sites: 1, isBySites: isBySites)
        }
        guard height[node] == nil, let way = ways[hops][node], let relay = optionsOfNode[node].first else { return nil }
        var price = way.price
        price.costVND += option.costVND - problem.options[relay].costVND
        return price
    }

    /// The step that builds an option with its cheapest chain; nil where two of them exclude each other or an operator has no money for it.
    private func step(_ number: Int, _ ways: [[Way?]]) -> Step? {
        var step = Step(option: number, links: [], relays: [])
        if let network = problem.conditions.network, var node = problem.options[number].node {
            var left = hops
            while left > 0, let way = ways[left][node] {
                step.links.append(way.link)
                guard let up = network.links[way.link].to, height[up] == nil else { break }
                guard let relay = optionsOfNode[up].first else { return nil }
                step.relays.append(relay)
                (node, left) = (up, left - 1)
            }
        }
        var taken = places
        var money = spent
        for option in [number] + step.relays {
            if let place = problem.options[option].place, !taken.insert(place).inserted { return nil }
            for carrier in Set(problem.options[option].operators) {
                guard let budget = budgets[carrier] else { continue }
                money[carrier, default: 0] += problem.options[option].part(of: carrier)
                guard Int128(money[carrier] ?? 0) <= Int128(budget) * Int128(SitingOption.parts) else { return nil }
            }
        }
        return step
    }

    private mutating func build(_ step: Step) {
        let network = problem.conditions.network
        var above: Int?
        if let last = step.links.last, let to = network?.links[last].to { above = height[to] }
        for link in step.links.reversed() {
            guard let network else { break }
            costVND += network.links[link].costVND
            let here = (above ?? 0) + 1
            (height[network.links[link].from], above) = (here, here)
        }
        links += step.links
        for number in [step.option] + step.relays {
            let option = problem.options[number]
            options.append(number)
            costVND += option.costVND
            if let place = option.place { places.insert(place) }
            for carrier in Set(option.operators) { spent[carrier, default: 0] += option.part(of: carrier) }
            for target in option.covers {
                if let need = problem.conditions.operatorNeeds?[target] {
                    heard[target].formUnion(option.brings(need))
                    isCovered[target] = heard[target].count >= need.count
                } else {
                    isCovered[target] = true
                }
            }
        }
    }

    // MARK: Chains

    /// The cheapest ways of all nodes by the links that they may take, 0 to ``hops`` (R. Bellman, 1958; L. R. Ford, 1956).
    private func ways() -> [[Way?]] {
        guard let network = problem.conditions.network else { return [] }
        var ways = [[Way?](repeating: nil, count: network.nodes)]
        for allowed in stride(from: 1, through: hops, by: 1) {
            let before = ways[allowed - 1]
            var now = before
            var isChanged = false
            for number in linkOrder {
                let link = network.links[number]
                guard height[link.from] == nil, let relay = optionsOfNode[link.from].first else { continue }
                var price = Price(costVND: problem.options[relay].costVND + link.costVND, sites: 1, isBySites: isBySites)
                if let to = link.to {
                    if let stands = height[to] {
                        guard stands < allowed else { continue }
                    } else {
                        guard let way = before[to] else { continue }
                        price.costVND += way.price.costVND
                        price.sites += way.price.sites
                    }
                }
                if now[link.from].map({ price < $0.price }) ?? true {
                    (now[link.from], isChanged) = (Way(price: price, link: number), true)
                }
            }
            ways.append(now)
            // Longer chains bring nothing more: the rest is the same.
            if !isChanged {
                while ways.count <= hops { ways.append(now) }
                break
            }
        }
        return ways
    }
}
