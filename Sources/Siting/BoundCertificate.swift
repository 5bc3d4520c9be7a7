/// The Lagrangian multipliers behind a bound, in integers, with which anyone can recompute it. Shares no code with the solver.
///
/// Let u be ``unit`` (the common divisor of the weights, or of the costs for `coverAll`), s be ``scale``, m the multipliers. In units of u:
///
/// - maximising: s·bound = Σ max(0, s·w − m) over targets (without max for must-cover ones) + the best value of "one option per place
///   within the capacity",
///   an option being worth the sum of the multipliers it covers. That best value is bounded by price·capacity + Σ max(0, worth −
/// price·charge)
///   over places, for any price ≥ 0 (linear duality of the knapsack).
/// - minimising: s·bound = Σ m + Σ min(0, s·cost − worth) over places, rounded up part by part, a part being options that share a target
///   or place.
///
/// Any multipliers ≥ 0 give a true bound; good ones give a tight one. Options in ``dominated`` are left out after checking that another one
/// covers the same for no more. (M. L. Fisher, "The Lagrangian relaxation method for solving integer programming problems", 1981.)
public struct BoundCertificate: Hashable, Sendable, Codable {
    /// An option that need not be looked at, because another covers at least the same targets for no more.
    public struct Dominated: Hashable, Sendable, Codable {
        /// Index of the option left out.
        public var option: Int
        /// Index of the option that stands in for it.
        public var by: Int

        /// Describes a dominance.
        public init(option: Int, by: Int) {
            self.option = option
            self.by = by
        }
    }

    /// Fixed-point denominator of the multipliers. Valid: 1…2⁵³.
    public var scale: Int64
    /// One multiplier per target of the problem, in ``scale``-ths of the objective's unit. Valid: 0…2⁵³.
    public var multipliers: [Int64]
    /// Price of one unit of capacity, numerator, in ``scale``-ths of the objective's unit. 0 when minimising. Valid: ≥ 0.
    public var priceNumerator: Int64
    /// Denominator of the price. Valid: ≥ 1.
    public var priceDenominator: Int64
    /// Options left out, in the order in which the claims hold.
    public var dominated: [Dominated]

    /// Describes a certificate. Nothing is checked here.
    public init(scale: Int64, multipliers: [Int64], priceNumerator: Int64, priceDenominator: Int64, dominated: [Dominated]) {
        self.scale = scale
        self.multipliers = multipliers
        self.priceNumerator = priceNumerator
        self.priceDenominator = priceDenominator
        self.dominated = dominated
    }

    /// Recomputes the bound in exact integers.
    ///
    /// When no plan can satisfy the problem, the number means nothing.
    ///
    /// - Returns: covered weight that no plan exceeds, or đồng that no plan undercuts (for the targets that some option reaches).
    /// - Throws: ``CertificateError`` if the certificate does not fit the problem, claims something false or overflows 128 bits.
    /// - Complexity: O(sizes of the cover sets · log), plus the cover sets of the dominating options.
    public func bound(_ problem: SitingProblem) throws(CertificateError) -> Int64 {
        try checkShape(problem)
        switch problem.goal {
        case .maximizeWithSites(let sites):
            return try upperBound(problem, charges: problem.options.map { _ in 1 }, capacity: Int64(sites))
        case .maximizeWithinBudget(let budget):
            return try upperBound(problem, charges: problem.options.map(\.costVND), capacity: budget)
        case .coverAll:
            return try lowerBound(problem)
        }
    }

    private func checkShape(_ problem: SitingProblem) throws(CertificateError) {
        guard multipliers.count == problem.targetWeights.count else { throw .wrongSize }
        guard (1...Self.limit).contains(scale), priceNumerator >= 0, priceDenominator >= 1 else { throw .outOfRange }
        guard multipliers.allSatisfy({ (0...Self.limit).contains($0) }) else { throw .outOfRange }
        guard problem.targetWeights.allSatisfy({ $0 >= 0 }), problem.options.allSatisfy({ $0.costVND >= 0 }) else { throw .outOfRange }
        let targets = problem.targetWeights.indices
        guard problem.options.allSatisfy({ $0.covers.allSatisfy(targets.contains) }), problem.mustCover.allSatisfy(targets.contains) else {
            throw .outOfRange
        }
    }

    private func upperBound(_ problem: SitingProblem, charges: [Int64], capacity: Int64) throws(CertificateError) -> Int64 {
        let usable = problem.options.indices.filter { charges[$0] <= capacity }
        let unit = Self.divisor(problem.targetWeights)
        let chargeUnit = Self.divisor(charges)
        let must = Set(problem.mustCover)
        let alive = try survivors(problem, among: usable, charges: charges) { problem.targetWeights[$0] > 0 || must.contains($0) }
        var reachable = Set<Int>()
        for option in alive { reachable.formUnion(problem.options[option].covers) }

        var total: Int128 = 0
        for target in reachable {
            let rest = Int128(problem.targetWeights[target] / unit) * Int128(scale) - Int128(multipliers[target])
            total = try Self.sum(total, must.contains(target) ? rest : max(0, rest))
        }
        total = try Self.product(total, Int128(priceDenominator))
        var everything: Int128 = 0
        for charge in charges { everything = try Self.sum(everything, Int128(charge / chargeUnit)) }
        total = try Self.sum(total, Self.product(Int128(priceNumerator), min(Int128(capacity / chargeUnit), everything)))
        var best: [Seat: Int128] = [:]
        for option in alive {
            let worth = try Self.product(value(of: problem.options[option]), Int128(priceDenominator))
            let price = try Self.product(Int128(priceNumerator), Int128(charges[option] / chargeUnit))
            let seat = Seat(problem, option)
            best[seat] = max(best[seat] ?? 0, worth - price)
        }
        for (_, profit) in best { total = try Self.sum(total, profit) }
        let whole = Self.floor(total, try Self.product(Int128(scale), Int128(priceDenominator)))
        return try Self.narrow(Self.product(whole, Int128(unit)))
    }

    private func lowerBound(_ problem: SitingProblem) throws(CertificateError) -> Int64 {
        let unit = Self.divisor(problem.options.map(\.costVND))
        let alive = try survivors(problem, among: Array(problem.options.indices), charges: problem.options.map(\.costVND)) { _ in true }
        var bySeat: [Seat: [Int]] = [:]
        var byTarget: [Int: [Int]] = [:]
        for option in alive {
            bySeat[Seat(problem, option), default: []].append(option)
            for target in Set(problem.options[option].covers) { byTarget[target, default: []].append(option) }
        }
        var seen = Set<Int>()
        var whole: Int128 = 0
        for start in alive where !seen.contains(start) {
            // Flood one part, collecting its targets and seats.
            var waiting = [start]
            var targets = Set<Int>()
            var seats = Set<Seat>()
            seen.insert(start)
            while let option = waiting.popLast() {
                var near: [Int] = []
                if seats.insert(Seat(problem, option)).inserted { near += bySeat[Seat(problem, option)] ?? [] }
                for target in problem.options[option].covers where targets.insert(target).inserted { near += byTarget[target] ?? [] }
                for other in near where seen.insert(other).inserted { waiting.append(other) }
            }
            var total: Int128 = 0
            for target in targets { total = try Self.sum(total, Int128(multipliers[target])) }
            for seat in seats {
                var least: Int128 = 0
                for option in bySeat[seat] ?? [] {
                    let cost = Int128(problem.options[option].costVND / unit) * Int128(scale)
                    least = min(least, cost - value(of: problem.options[option]))
                }
                total = try Self.sum(total, least)
            }
            whole = try Self.sum(whole, max(0, -Self.floor(-total, Int128(scale))))
        }
        return try Self.narrow(Self.product(whole, Int128(unit)))
    }

    /// Where an option stands: options without a place stand alone.
    private enum Seat: Hashable {
        case place(Int)
        case alone(Int)

        init(_ problem: SitingProblem, _ option: Int) {
            if let place = problem.options[option].place { self = .place(place) } else { self = .alone(option) }
        }
    }

    private func value(of option: SitingOption) -> Int128 {
        Set(option.covers).reduce(0) { $0 + Int128(multipliers[$1]) }
    }

    /// Options left after every dominance claim has been checked against those still there, without options that cover nothing that
    /// matters.
    private func survivors(
        _ problem: SitingProblem, among usable: [Int], charges: [Int64], matters: (Int) -> Bool
    ) throws(CertificateError) -> [Int] {
        let useful = usable.filter { problem.options[$0].covers.contains(where: matters) }
        var alive = Set(useful)
        var atPlace: [Int: Int] = [:]
        for option in useful { if let place = problem.options[option].place { atPlace[place, default: 0] += 1 } }
        for claim in dominated {
            guard claim.option != claim.by, alive.contains(claim.option), alive.contains(claim.by) else { throw .falseDominance(claim) }
            let (small, large) = (problem.options[claim.option], problem.options[claim.by])
            guard charges[claim.by] <= charges[claim.option] else { throw .falseDominance(claim) }
            if let place = large.place, place != small.place, atPlace[place] != 1 { throw .falseDominance(claim) }
            guard Set(small.covers.filter(matters)).isSubset(of: large.covers) else { throw .falseDominance(claim) }
            alive.remove(claim.option)
            if let place = small.place { atPlace[place, default: 0] -= 1 }
        }
        return useful.filter(alive.contains)
    }

    private static let limit: Int64 = 1 << 53

    private static func divisor(_ numbers: [Int64]) -> Int64 {
        var result: Int64 = 0
        for number in numbers {
            var rest = number
            while rest != 0 { (result, rest) = (rest, result % rest) }
        }
        return result == 0 ? 1 : result
    }

    private static func sum(_ a: Int128, _ b: Int128) throws(CertificateError) -> Int128 {
        let (value, overflow) = a.addingReportingOverflow(b)
        if overflow { throw .overflow }
        return value
    }

    private static func product(_ a: Int128, _ b: Int128) throws(CertificateError) -> Int128 {
        let (value, overflow) = a.multipliedReportingOverflow(by: b)
        if overflow { throw .overflow }
        return value
    }

    private static func floor(_ a: Int128, _ b: Int128) -> Int128 {
        let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func narrow(_ value: Int128) throws(CertificateError) -> Int64 {
        guard let result = Int64(exactly: value) else { throw .overflow }
        return result
    }
}
