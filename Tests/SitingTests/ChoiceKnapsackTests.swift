import Testing

@testable import Siting

/// The relaxation is never below the best integer choice, exact when all charges are 1, and the same in both number types.
@Suite struct ChoiceKnapsackTests {
    @Test func boundsTheIntegerChoice() {
        for seed in 0..<300 {
            var random = SeededGenerator(state: UInt64(seed) &* 77)
            let count = Int.random(in: 1...8, using: &random)
            let isUnit = seed % 3 == 0
            let charge = (0..<count).map { _ in isUnit ? Int64(1) : Int64.random(in: 0...9, using: &random) }
            let place = (0..<count).map { _ in Int32.random(in: -1...2, using: &random) }
            let value = (0..<count).map { _ in Int64.random(in: 0...50, using: &random) }
            let capacity = Int64.random(in: 0...20, using: &random)
            var covers = SparseSets()
            for _ in 0..<count { covers.append([Int32]()) }
            let model = CoverModel(
                covers: covers, weight: [], isRequired: [], charge: charge, place: place, optionOrigin: Array(0..<count),
                targetMembers: SparseSets())
            let exact = ChoiceKnapsack<Int128>(
                model: model, charge: charge.map { Int128($0) }, capacity: Int128(capacity), value: value.map { Int128($0) })
            let quick = ChoiceKnapsack<Double>(
                model: model, charge: charge.map(Double.init), capacity: Double(capacity), value: value.map(Double.init))
            var relaxed = Double(exact.value)
            if let critical = exact.critical { relaxed += Double(critical.edge.value * critical.room) / Double(critical.edge.charge) }
            let best = bestChoice(charge, place, value, capacity)
            #expect(relaxed > Double(best) - 1e-9)
            #expect(quick.taken == exact.taken && quick.value == Double(exact.value))
            if isUnit { #expect(exact.value == Int128(best)) }
        }
    }

    private func bestChoice(_ charge: [Int64], _ place: [Int32], _ value: [Int64], _ capacity: Int64) -> Int64 {
        var best: Int64 = 0
        for mask in 0..<(1 << charge.count) {
            let chosen = charge.indices.filter { mask >> $0 & 1 == 1 }
            let places = chosen.map { place[$0] }.filter { $0 >= 0 }
            guard Set(places).count == places.count, chosen.reduce(0, { $0 + charge[$1] }) <= capacity else { continue }
            best = max(best, chosen.reduce(0) { $0 + value[$1] })
        }
        return best
    }
}
