import Siting

/// splitmix64 (S. Vigna), so that a test means the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Small problems with everything that makes siting awkward: zero weights, zero costs, twins, shared places, must-cover targets, bare
/// targets.
struct RandomInstance {
    enum Mode: String, CaseIterable, Sendable {
        case sites, budget, coverAll, strict, weight

        var isMinimizing: Bool { self == .coverAll || self == .strict || self == .weight }
    }

    static func problem(seed: UInt64, mode: Mode, plain: Bool = false) -> SitingProblem {
        var random = SeededGenerator(state: seed &* 1_000_003 &+ UInt64(mode.rawValue.utf8.reduce(0) { $0 + Int($1) }))
        let targets = Int.random(in: 1...12, using: &random)
        let count = Int.random(in: 0...11, using: &random)
        let unit: Int64 = Bool.random(using: &random) ? 1 : 1_000_000
        var options: [SitingOption] = []
        let density = Double.random(in: 0.1...0.6, using: &random)
        let withPlaces = !plain && Bool.random(using: &random)
        for index in 0..<count {
            if index > 0 && Int.random(in: 0..<8, using: &random) == 0 {
                var twin = options[Int.random(in: 0..<index, using: &random)]
                twin.id = "twin-\(index)"
                options.append(twin)
                continue
            }
            var covers: [Int] = []
            for target in 0..<targets where Double.random(in: 0..<1, using: &random) < density {
                covers.append(target)
                if Int.random(in: 0..<6, using: &random) == 0 { covers.append(target) }
            }
            covers.shuffle(using: &random)
            options.append(
                SitingOption(
                    id: "option-\(index)",
                    costVND: Int64.random(in: 0...9, using: &random) * unit,
                    covers: covers,
                    place: withPlaces && Bool.random(using: &random) ? Int.random(in: 3...5, using: &random) : nil
                ))
        }
        // Drawn for one mode alone, so that the others keep their instances.
        let share = mode == .weight ? Int64.random(in: 0...12, using: &random) : 0
        let goal: SitingGoal =
            switch mode {
            case .weight: .coverWeight(share * Int64(targets) * 3)
            case .sites: .maximizeWithSites(Int.random(in: 0...6, using: &random))
            case .budget: .maximizeWithinBudget(costVND: Int64.random(in: 0...20, using: &random) * unit)
            case .coverAll: .coverAll(strict: false)
            case .strict: .coverAll(strict: true)
            }
        var must: [Int] = []
        if !plain && Int.random(in: 0..<3, using: &random) == 0 {
            must = (0..<Int.random(in: 1...2, using: &random)).map { _ in Int.random(in: 0..<targets, using: &random) }
        }
        let weights = (0..<targets).map { _ in Int.random(in: 0..<6, using: &random) == 0 ? 0 : Int64.random(in: 1...60, using: &random) }
        return SitingProblem(
            targetWeights: weights, targetIDs: (0..<targets).map { "village-\($0)" }, options: options, goal: goal, mustCover: must)
    }
}
