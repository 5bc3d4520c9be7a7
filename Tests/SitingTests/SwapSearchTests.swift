import Testing

@testable import Siting

/// Local search never worsens a plan, never breaks its limits, and keeps its books right.
@Suite struct SwapSearchTests {
    @Test(arguments: [RandomInstance.Mode.sites, .budget])
    func neverWorseAndWithinTheCapacity(mode: RandomInstance.Mode) throws {
        var improved = 0
        for seed in 0..<200 {
            let (model, capacity) = try Self.model(seed, mode)
            var state = CoverState(model)
            // Backwards, so that there is something to improve.
            for option in (0..<model.optionCount).reversed()
            where model.charge[option] <= capacity - state.charge && state.placeIsFree(option, in: model) {
                state.add(option, in: model)
            }
            guard state.missingRequired == 0 else { continue }
            var search = SwapSearch(model, capacity: capacity, start: state.chosen, seed: 3)
            search.descend(effort: .max)
            search.kick(times: 50, effort: .max) { true }
            var after = CoverState(model)
            for option in search.chosen {
                #expect(after.placeIsFree(option, in: model))
                after.add(option, in: model)
            }
            #expect(after.coveredWeight >= state.coveredWeight && after.charge <= capacity && after.missingRequired == 0, "\(seed)")
            if after.coveredWeight > state.coveredWeight { improved += 1 }
        }
        #expect(improved > 20)
    }

    @Test func theBooksAgreeWithCounting() throws {
        for seed in 0..<60 {
            let (model, _) = try Self.model(seed, .sites)
            var state = SwapState(model)
            var random = SeededGenerator(state: UInt64(seed))
            for _ in 0..<30 {
                guard let option = (0..<model.optionCount).randomElement(using: &random) else { break }
                if state.isChosen[option] { state.remove(option) } else { state.add(option) }
            }
            let heavy = model.totalWeight + 1
            func value(_ chosen: [Int]) -> Int64 {
                Set(chosen.flatMap { model.covers[$0] }).reduce(0) {
                    $0 + model.weight[Int($1)] + (model.isRequired[Int($1)] ? heavy : 0)
                }
            }
            let chosen = state.chosen.map(Int.init)
            #expect(state.value == value(chosen) && state.charge == model.charge(of: chosen))
            for option in 0..<model.optionCount {
                if state.isChosen[option] {
                    #expect(state.loss[option] == value(chosen) - value(chosen.filter { $0 != option }))
                } else {
                    #expect(state.gain[option] == value(chosen + [option]) - value(chosen))
                }
            }
        }
    }

    @Test func coverKicksKeepCoversAndNeverCostMore() throws {
        var improved = 0
        for seed in 0..<200 {
            let problem = RandomInstance.problem(seed: UInt64(seed), mode: .coverAll, plain: true)
            let model = try Self.reduced(problem, capacity: .max)
            let start = Array(0..<model.optionCount)
            guard !start.isEmpty else { continue }
            var kicks = CoverKicks(model, start: start, reducedCost: { Double(model.charge[$0]) }, seed: 1)
            kicks.run(kicks: 40, effort: .max) { true }
            let chosen = kicks.chosen.map(Int.init)
            #expect(Set(chosen.flatMap { model.covers[$0] }).count == model.targetCount, "\(seed)")
            #expect(kicks.charge == model.charge(of: chosen) && kicks.charge <= model.totalCharge)
            if kicks.charge < model.totalCharge { improved += 1 }
        }
        #expect(improved > 50)
    }

    static func model(_ seed: Int, _ mode: RandomInstance.Mode) throws -> (CoverModel, Int64) {
        let problem = RandomInstance.problem(seed: UInt64(seed), mode: mode)
        let capacity: Int64 =
            switch problem.goal {
            case .maximizeWithSites(let sites): Int64(sites)
            case .maximizeWithinBudget(let budget): budget
            default: .max
            }
        return (try reduced(problem, capacity: capacity), capacity)
    }

    static func reduced(_ problem: SitingProblem, capacity: Int64) throws -> CoverModel {
        let canonical = try CanonicalProblem(problem)
        var charge = canonical.costVND
        if case .maximizeWithSites = problem.goal { charge = charge.map { _ in 1 } }
        let targets = canonical.weight.indices.filter { canonical.coveredBy.size($0) > 0 }
        return Reduction(
            canonical, charge: charge, capacity: capacity, weightUnit: 1, targets: targets, required: canonical.isRequired
        ).model
    }
}
