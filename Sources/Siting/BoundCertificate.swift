/// The Lagrangian multipliers behind a bound, in integers, with which anyone can recompute it. Shares no code with the solver.
///
/// Let u be the common divisor of the weights (of the costs when minimising), s be ``scale``, m the multipliers, n/d the price. In units of u:
///
/// - most weight: s·bound = Σ max(0, s·w − m) over targets (without max for must-cover ones) + the best value of "one option per place within
///   the capacity", an option being worth the sum of the multipliers it covers. That best value is bounded by price·capacity + Σ max(0, worth
///   − price·charge) over places, for any price ≥ 0 (linear duality of the knapsack).
/// - least cost for all: s·bound = Σ m + Σ min(0, s·cost − worth) over places, rounded up part by part, a part being options that share a target
///   or place.
/// - least cost for a weight W: s·bound = price·W − Σ max(0, price·w − m) + Σ min(0, s·cost − worth) over places.
///
/// Any multipliers ≥ 0 give a true bound; good ones give a tight one. Options in ``dominated`` are left out after checking that another one
/// covers the same for no more. ``refinements`` go further: they fix and branch, and every step of that is recomputed as well.
/// (M. L. Fisher, "The Lagrangian relaxation method for solving integer programming problems", 1981.)
public struct BoundCertificate: Hashable, Sendable {
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
    /// Price of one unit of capacity (of weight, when a weight is wanted), numerator, in ``scale``-ths of the objective's unit. Valid: ≥ 0.
    public var priceNumerator: Int64
    /// Denominator of the price. Valid: ≥ 1.
    public var priceDenominator: Int64
    /// Options left out, in the order in which the claims hold.
    public var dominated: [Dominated]
    /// What tightens the bound beyond the multipliers above: one for the whole, or with `coverAll` up to one for each part.
    public var refinements: [BoundRefinement]
    /// The proof for a problem with conditions, instead of all the above.
    public var linear: LinearCertificate?

    /// Describes a certificate. Nothing is checked here.
    public init(
        scale: Int64, multipliers: [Int64], priceNumerator: Int64, priceDenominator: Int64, dominated: [Dominated],
        refinements: [BoundRefinement] = [], linear: LinearCertificate? = nil
    ) {
        self.linear = linear
        self.scale = scale
        self.multipliers = multipliers
        self.priceNumerator = priceNumerator
        self.priceDenominator = priceDenominator
        self.dominated = dominated
        self.refinements = refinements
    }

    /// Recomputes the bound in exact integers.
    ///
    /// When no plan can satisfy the problem, the number means nothing; with conditions, `outOfRange` is thrown where the bound itself shows that.
    ///
    /// - Returns: covered weight that no plan exceeds, or đồng that no plan undercuts (for the targets that some option reaches).
    /// - Throws: ``CertificateError`` if the certificate does not fit the problem, claims something false or overflows 128 bits.
    /// - Complexity: O(sizes of the cover sets) for each set of multipliers, plus the cover sets of the dominating options.
    public func bound(_ problem: SitingProblem) throws(CertificateError) -> Int64 {
        try checkShape(problem)
        if !problem.conditions.isEmpty {
            guard let linear else { throw .wrongSize }
            guard let bound = try linear.bound(problem) else { throw .outOfRange }
            return bound
        }
        guard linear == nil else { throw .wrongSize }
        let model = try CertifiedModel(problem, self)
        let first = BoundRefinement.Step(
            targets: problem.targetWeights.indices.map { Int32($0) }, multipliers: multipliers, priceNumerator: priceNumerator,
            priceDenominator: priceDenominator)
        var scratch = CertifiedScratch(model)
        var total: Int128 = 0
        var used = Set<Int>()
        for part in try model.parts(&scratch) {
            let number = refinements.indices.first { number in
                refinements[number].anchor.map { anchor in part.undecided.contains { model.option[Int($0)] == anchor } } ?? true
            }
            if let number { used.insert(number) }
            let tree = CertifiedTree(model: model, refinement: number.map { refinements[$0] })
            total = try CertifiedModel.sum(total, try tree.bound(part, first, &scratch))
        }
        guard used.count == refinements.count else { throw .wrongSize }
        if model.isMinimizing { total = max(0, -total) }
        return try CertifiedModel.narrow(CertifiedModel.product(total, Int128(model.unit)))
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
        guard targets.count < Int(Int32.max), problem.options.count < Int(Int32.max) else { throw .outOfRange }
        for step in refinements.lazy.flatMap(\.nodes).flatMap(\.steps) {
            guard step.targets.count == step.multipliers.count else { throw .wrongSize }
            guard step.priceNumerator >= 0, step.priceDenominator >= 1, step.targets.allSatisfy({ targets.contains(Int($0)) }),
                step.multipliers.allSatisfy({ (0...Self.limit).contains($0) })
            else { throw .outOfRange }
        }
    }

    private static let limit: Int64 = 1 << 53
}

extension BoundCertificate: Codable {
    /// Reads a certificate; older ones have no refinements.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        scale = try container.decode(Int64.self, forKey: .scale)
        multipliers = try container.decode([Int64].self, forKey: .multipliers)
        priceNumerator = try container.decode(Int64.self, forKey: .priceNumerator)
        priceDenominator = try container.decode(Int64.self, forKey: .priceDenominator)
        dominated = try container.decode([Dominated].self, forKey: .dominated)
        refinements = try container.decodeIfPresent([BoundRefinement].self, forKey: .refinements) ?? []
        linear = try container.decodeIfPresent(LinearCertificate.self, forKey: .linear)
    }
}
