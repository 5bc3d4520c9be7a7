/// A problem with conditions as a 0/1 program.
///
/// Columns: one per usable option, one per target that may stay bare, one per operator that a target could gain, one per link, one height per
/// node. Rows: covers, places, the goal, groups, budgets, and for the network: every built node has one link, a link needs both of its ends, and heights fall
/// towards the root, so that there is no circle and no chain longer than allowed (C. E. Miller, A. W. Tucker, R. A. Zemlin, 1960).
///
/// Options, targets and links are taken in the order of their costs and ids, so that the program does not depend on the order of the input.
struct LinearFormulation {
    private(set) var model = LinearModel()
    /// What one unit of the objective is: the common divisor of weights or costs.
    let unit: Int64
    let isMinimizing: Bool
    /// Column of each option; nil where it cannot be used.
    private(set) var optionColumn: [Int32?]
    /// Column of each link; nil where an end cannot be built.
    private(set) var linkColumn: [Int32?]
    /// Whole column of each target that several operators must reach.
    private var coveredColumn: [Int: Int32] = [:]
    /// Row of the money limit in units of ``costUnit``, with a budget.
    private(set) var budgetRow: Int?
    let costUnit: Int64
    let reach: NetworkReach

    /// Builds the program of a checked problem. O(size of the program).
    init(_ problem: SitingProblem) {
        reach = NetworkReach(problem)
        optionColumn = problem.options.map { _ in nil }
        let links = problem.conditions.network?.links ?? []
        linkColumn = links.map { _ in nil }
        costUnit = commonDivisor(problem.options.map(\.costVND) + links.map(\.costVND))
        switch problem.goal {
        case .coverAll, .coverWeight: (isMinimizing, unit) = (true, costUnit)
        case .maximizeWithSites, .maximizeWithinBudget: (isMinimizing, unit) = (false, commonDivisor(problem.targetWeights))
        }
        addOptions(problem)
        addLinks(problem)
        addTargets(problem)
        addGoal(problem)
        addOperatorBudgets(problem)
    }

    private mutating func addOptions(_ problem: SitingProblem) {
        let order = problem.options.indices.sorted {
            (problem.options[$0].costVND, problem.options[$0].id) < (problem.options[$1].costVND, problem.options[$1].id)
        }
        var places: [Int: [Int32]] = [:]
        var nodes: [Int: [Int32]] = [:]
        for option in order where reach.isUsable[option] {
            let cost = isMinimizing ? problem.options[option].costVND / unit : 0
            let column = model.addColumn(objective: cost, isInteger: true)
            optionColumn[option] = column
            if let place = problem.options[option].place { places[place, default: []].append(column) }
            if problem.conditions.network != nil, let node = problem.options[option].node { nodes[node, default: []].append(column) }
        }
        for columns in (Array(places.values) + Array(nodes.values)).sorted(by: { $0.lexicographicallyPrecedes($1) }) where columns.count > 1
        {
            model.addRow(columns.map { ($0, 1) }, to: 1)
        }
    }

    private mutating func addLinks(_ problem: SitingProblem) {
        guard let network = problem.conditions.network else { return }
        // A node is known by its first option: numbers may differ from caller to caller, ids do not.
        var built = [[Int32]](repeating: [], count: network.nodes)
        for (option, column) in zip(problem.options, optionColumn) { if let node = option.node, let column { built[node].append(column) } }
        for node in built.indices { built[node].sort() }
        func key(_ link: Int) -> (Int32, Int32, Int64) {
            (
                built[network.links[link].from].first ?? -1, network.links[link].to.map { built[$0].first ?? -1 } ?? -1,
                network.links[link].costVND
            )
        }
        let usable = network.links.indices.filter { number in
            let link = network.links[number]
            return !built[link.from].isEmpty && (link.to.map { !built[$0].isEmpty && $0 != link.from && network.maximumHops > 1 } ?? true)
        }
        .sorted { key($0) < key($1) || (key($0) == key($1) && $0 < $1) }
        var leaving: [Int: [Int32]] = [:]
        var between: [[Int]: [Int32]] = [:]
        for link in usable {
            let column = model.addColumn(objective: isMinimizing ? network.links[link].costVND / unit : 0, isInteger: true)
            linkColumn[link] = column
            leaving[network.links[link].from, default: []].append(column)
            if let to = network.links[link].to { between[[network.links[link].from, to].sorted(), default: []].append(column) }
        }
        let nodes = built.indices.filter { !built[$0].isEmpty }.sorted { built[$0].lexicographicallyPrecedes(built[$1]) }
        for node in nodes {
            model.addRow((leaving[node] ?? []).map { ($0, 1) } + built[node].map { ($0, -1) }, from: 0, to: 0)
        }
        // In a tree a pair is joined one way at most, and only when both stand.
        for (pair, columns) in between.sorted(by: { $0.value.lexicographicallyPrecedes($1.value) }) {
            for node in pair.sorted(by: { built[$0].lexicographicallyPrecedes(built[$1]) }) {
                model.addRow(built[node].map { ($0, 1) } + columns.map { ($0, -1) }, from: 0)
            }
        }
        let joined = Set(between.keys.joined())
        var height = [Int32](repeating: -1, count: network.nodes)
        for node in nodes where joined.contains(node) { height[node] = model.addColumn(objective: 0, isInteger: false) }
        let (longest, step) = (Int64(min(network.maximumHops, nodes.count)), Int64(min(network.maximumHops, nodes.count)) - 1)
        for link in usable {
            guard let to = network.links[link].to, let column = linkColumn[link] else { continue }
            model.addRow([(height[network.links[link].from], step), (height[to], -step), (column, -longest)], from: 1 - longest)
        }
    }

    /// Covers: what a target needs, and a column for each target that may stay bare.
    private mutating func addTargets(_ problem: SitingProblem) {
        var must = problem.targetWeights.map { _ in false }
        for target in problem.mustCover { must[target] = true }
        var isAll = false
        if case .coverAll = problem.goal { isAll = true }
        var counted = problem.targetWeights.map { _ in false }
        for group in problem.conditions.groups { for member in group.members { counted[member.target] = true } }

        var coveredBy = [[Int]](repeating: [], count: problem.targetWeights.count)
        for (number, option) in problem.options.enumerated() where optionColumn[number] != nil {
            for target in Set(option.covers) { coveredBy[target].append(number) }
        }
        var isCovered: [Int: Int32] = [:]
        let order = problem.targetIDs.indices.sorted { problem.targetIDs[$0] < problem.targetIDs[$1] }
        for target in order {
            let isRequired = must[target] || (isAll && reach.isReachable[target])
            guard isRequired || reach.isReachable[target] else { continue }
            let need = problem.conditions.operatorNeeds?[target]
            var counts: [(column: Int32, value: Int64)] = []
            if let need, need.count > 1 || !need.heard.isEmpty {
                let operators = Set(coveredBy[target].flatMap { problem.options[$0].brings(need) }).sorted()
                for carrier in operators {
                    let from = coveredBy[target].filter { problem.options[$0].brings(need).contains(carrier) }
                    let gained = model.addColumn(objective: 0, isInteger: false)
                    model.addRow(columns(from).map { ($0, 1) } + [(gained, -1)], from: 0)
                    counts.append((gained, 1))
                }
            } else {
                counts = columns(coveredBy[target]).map { ($0, 1) }
            }
            let count = Int64(need?.count ?? 1)
            if isRequired { model.addRow(counts, from: count) }
            var weight: Int64 = 0
            if !isMinimizing { weight = -problem.targetWeights[target] / unit }
            let isWanted: Bool = if case .coverWeight = problem.goal { true } else { !isMinimizing }
            guard isWanted || counted[target] else { continue }
            // With one operator enough, half a cover cannot be: the column follows the options.
            let covered = model.addColumn(objective: weight, isInteger: count > 1)
            isCovered[target] = covered
            if count > 1 { coveredColumn[target] = covered }
            model.addRow(counts + [(covered, -count)], from: 0)
        }
        for group in problem.conditions.groups.sorted(by: { $0.id < $1.id }) {
            let members = group.members.compactMap { member in isCovered[member.target].map { (column: $0, value: member.amount) } }
            model.addRow(members.sorted { $0.column < $1.column }, from: group.minimum)
        }
        if case .coverWeight(let wanted) = problem.goal {
            let entries = isCovered.map { (column: $1, value: problem.targetWeights[$0]) }.sorted { $0.column < $1.column }
            model.addRow(entries, from: wanted)
        }
    }

    private func columns(_ options: [Int]) -> [Int32] { options.compactMap { optionColumn[$0] }.sorted() }

    /// Allows at most so many options.
    mutating func limit(sites: Int) { model.addRow(columns(Array(optionColumn.indices)).map { ($0, 1) }, to: Int64(sites)) }

    /// The whole columns at 1 of a plan, ascending.
    func ones(_ plan: ConditionedPlan, _ problem: SitingProblem) -> [Int] {
        var columns = plan.options.compactMap { optionColumn[$0] } + plan.links.compactMap { linkColumn[$0] }
        if !coveredColumn.isEmpty {
            columns += PlanCheck.coverage(problem, by: plan.options).compactMap { coveredColumn[$0] }
        }
        return columns.map(Int.init).sorted()
    }

    private mutating func addGoal(_ problem: SitingProblem) {
        let all = optionColumn.indices.filter { optionColumn[$0] != nil }
        switch problem.goal {
        case .coverAll, .coverWeight: break
        case .maximizeWithSites(let sites): limit(sites: sites)
        case .maximizeWithinBudget(let budget):
            var entries: [(column: Int32, value: Int64)] = []
            for option in all {
                if let column = optionColumn[option] { entries.append((column, problem.options[option].costVND / costUnit)) }
            }
            for (link, column) in zip(problem.conditions.network?.links ?? [], linkColumn) {
                if let column { entries.append((column, link.costVND / costUnit)) }
            }
            budgetRow = model.addRow(entries.filter { $0.value != 0 }.sorted { $0.column < $1.column }, to: budget / costUnit)
        }
    }

    private mutating func addOperatorBudgets(_ problem: SitingProblem) {
        for budget in problem.conditions.operatorBudgets.sorted(by: { $0.operator < $1.operator }) {
            var entries: [(column: Int32, value: Int64)] = []
            for (option, column) in zip(problem.options, optionColumn) {
                guard let column else { continue }
                let part = option.part(of: budget.operator)
                if part > 0 { entries.append((column, part)) }
            }
            model.addRow(entries.sorted { $0.column < $1.column }, to: budget.budgetVND &* SitingOption.parts)
        }
    }
}

extension SitingOption {
    /// Equal parts of up to six operators come out whole in sixtieths.
    static let parts: Int64 = 60

    /// What an operator pays of it, in sixtieths of đồng.
    func part(of carrier: Int) -> Int64 {
        let payers = Set(operators)
        return payers.contains(carrier) ? costVND &* Self.parts / Int64(payers.count) : 0
    }
}
