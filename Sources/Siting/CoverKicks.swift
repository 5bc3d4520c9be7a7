/// Local search for cheap covers: takes out a few options at random, covers again what they leave bare, drops what became redundant, and goes
/// back unless that was no dearer. Deterministic and bounded by a count of work.
///
/// After L. Jacobs & M. Brusco, "A local-search heuristic for large set-covering problems", Naval Research Logistics 42, 1995; bare targets
/// choose among their options of least reduced cost only.
struct CoverKicks: Sendable {
    private let model: CoverModel
    /// For each target a few options, least reduced cost first.
    private let preferred: SparseSets
    private var times: [Int32]
    private var position: [Int32]
    private(set) var chosen: [Int32] = []
    private(set) var charge: Int64 = 0
    private var random: SplitMix
    private var effort = 0

    private static let choices = 15

    /// - Parameter start: a cover.
    init(_ model: CoverModel, start: [Int], reducedCost: (Int) -> Double, seed: UInt64) {
        self.model = model
        random = SplitMix(state: seed)
        times = [Int32](repeating: 0, count: model.targetCount)
        position = [Int32](repeating: -1, count: model.optionCount)
        let cost = (0..<model.optionCount).map(reducedCost)
        var lists = SparseSets()
        for target in 0..<model.targetCount {
            let sorted = model.coveredBy[target].sorted { (cost[Int($0)], $0) < (cost[Int($1)], $1) }
            lists.append(sorted.prefix(Self.choices))
        }
        preferred = lists
        for option in start { add(Int32(option)) }
    }

    /// - Parameter goOn: asked before every kick.
    mutating func run(kicks: Int, effort limit: Int, goOn: () -> Bool) {
        guard chosen.count > 1 else { return }
        for _ in 0..<kicks {
            guard effort < limit, goOn() else { return }
            let before = charge
            var log: [Int32] = []
            var bare: [Int32] = []
            let most = max(2, min(12, chosen.count / 4))
            for _ in 0..<(1 + Int(random.next() % UInt64(most))) where !chosen.isEmpty {
                take(chosen[Int(random.next() % UInt64(chosen.count))], &log, &bare)
            }
            cover(&bare, &log)
            dropRedundant(&log)
            if charge > before { undo(log) }
        }
    }

    private mutating func take(_ option: Int32, _ log: inout [Int32], _ bare: inout [Int32]) {
        remove(option)
        log.append(-option - 1)
        for target in model.covers[Int(option)] where times[Int(target)] == 0 { bare.append(target) }
    }

    private mutating func cover(_ bare: inout [Int32], _ log: inout [Int32]) {
        while !bare.isEmpty {
            let slot = Int(random.next() % UInt64(bare.count))
            let target = bare[slot]
            bare[slot] = bare[bare.count - 1]
            bare.removeLast()
            guard times[Int(target)] == 0 else { continue }
            var best: (option: Int32, fresh: Int64)?
            for option in preferred[Int(target)] {
                // Now and then even a good one is passed over.
                if best != nil, random.next() % 8 == 0 { continue }
                let fresh = Int64(model.covers[Int(option)].count { times[Int($0)] == 0 })
                effort += model.covers.size(Int(option))
                let isBetter = best.map {
                    Int128(model.charge[Int(option)]) * Int128($0.fresh) < Int128(model.charge[Int($0.option)]) * Int128(fresh)
                }
                if isBetter ?? true { best = (option, fresh) }
            }
            guard let best else { return }
            add(best.option)
            log.append(best.option + 1)
        }
    }

    private mutating func dropRedundant(_ log: inout [Int32]) {
        for option in chosen.sorted(by: { (model.charge[Int($0)], $0) > (model.charge[Int($1)], $1) }) {
            effort += 2
            guard model.covers[Int(option)].allSatisfy({ times[Int($0)] > 1 }) else { continue }
            remove(option)
            log.append(-option - 1)
        }
    }

    private mutating func undo(_ log: [Int32]) {
        for entry in log.reversed() { if entry > 0 { remove(entry - 1) } else { add(-entry - 1) } }
    }

    private mutating func add(_ option: Int32) {
        position[Int(option)] = Int32(chosen.count)
        chosen.append(option)
        charge += model.charge[Int(option)]
        for target in model.covers[Int(option)] { times[Int(target)] += 1 }
        effort += model.covers.size(Int(option))
    }

    private mutating func remove(_ option: Int32) {
        let (hole, last) = (Int(position[Int(option)]), chosen.removeLast())
        if hole < chosen.count {
            chosen[hole] = last
            position[Int(last)] = Int32(hole)
        }
        position[Int(option)] = -1
        charge -= model.charge[Int(option)]
        for target in model.covers[Int(option)] { times[Int(target)] -= 1 }
        effort += model.covers.size(Int(option))
    }
}
