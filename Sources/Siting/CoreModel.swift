extension CbcModel {
    /// A part of the search as a 0/1 model: one binary per option, one continuous column and one row per target that may stay bare. A target
    /// that one option alone covers is that option's own value.
    init(_ model: CoverModel, _ aim: Aim) {
        self.init()
        var wanted: [(column: Int32, value: Double)] = []
        for option in 0..<model.optionCount {
            if case .most = aim {
                addColumn(objective: 0, isInteger: true)
            } else {
                addColumn(objective: Double(model.charge[option]), isInteger: true)
            }
        }
        for target in 0..<model.targetCount {
            let options = model.coveredBy[target]
            let weight = Double(model.weight[target])
            if model.isRequired[target] || aim == .least { addRow(options.map { ($0, 1) }, from: 1, to: .infinity) }
            switch aim {
            case .least: break
            case .most where model.isRequired[target]: break
            case .most where options.count == 1: addToObjective(Int(options[options.startIndex]), -weight)
            case .most, .leastFor:
                let covered = Int32(columnCount)
                if case .most = aim { addColumn(objective: -weight, isInteger: false) } else { addColumn(objective: 0, isInteger: false) }
                wanted.append((covered, weight))
                addRow(options.map { ($0, 1) } + [(covered, -1)], from: 0, to: .infinity)
            }
        }
        switch aim {
        case .least: break
        case .most(let capacity):
            let charged = (0..<model.optionCount).filter { model.charge[$0] > 0 }
            addRow(charged.map { (Int32($0), Double(model.charge[$0])) }, from: -.infinity, to: Double(capacity))
        case .leastFor(let weight): addRow(wanted, from: Double(weight), to: .infinity)
        }
        for place in 0..<model.placeMembers.count where model.placeMembers.size(place) > 1 {
            addRow(model.placeMembers[place].map { ($0, 1) }, from: -.infinity, to: 1)
        }
    }
}

/// Who closes what our own search left open.
struct CoreSolver: Sendable {
    let part: BranchPart

    /// Whether CBC can be trusted to keep the time limit.
    func fits(_ watch: Stopwatch) -> Bool {
        watch.limits.timeLimitSeconds == nil || CbcModel(part.model, part.aim).fits(secondsLeft: watch.secondsLeft)
    }

    /// Hands the part to HiGHS where it is installed, else to CBC, from the best plan known, and takes over what it finds after checking it in integers.
    func run(
        _ incumbent: inout Incumbent, _ watch: inout Stopwatch, _ facts: inout SolverFacts
    ) throws(SitingError) -> SearchOutcome.Verdict {
        let model = CbcModel(part.model, part.aim)
        guard let found = try model.search(start: start(incumbent), secondsLeft: watch.secondsLeft, &watch) else {
            return .open(.stoppedByCaller)
        }
        let (name, answer) = (found.solver, found.answer)
        facts.note(model, answer)
        let isSound = believe(answer, &incumbent)
        switch answer.ending {
        case .optimal: return isSound ? .provenBySolver(name) : .open(.solverAnswerRejected)
        // Nothing better than what we have stands outside the part, so a part without plans proves the best plan, if there is one.
        case .infeasible: return incumbent.chosen == nil ? .infeasible : .provenBySolver(name)
        case .timeLimit: return .open(.stoppedByTimeLimit)
        case .nodeLimit: return .open(.stoppedByNodeLimit)
        case .failed: return .open(.solverFailed)
        }
    }

    /// The best plan as options of the part, if it lies there.
    private func start(_ incumbent: Incumbent) -> [Int]? {
        guard let chosen = incumbent.chosen, Set(part.taken).isSubset(of: chosen) else { return nil }
        let wanted = Set(chosen)
        let inside = part.option.indices.filter { wanted.contains(part.option[$0]) }
        return inside.count + part.taken.count == chosen.count ? inside : nil
    }

    /// Rechecks CBC's plan with integers. True if it keeps the constraints and is worth what CBC says.
    private func believe(_ answer: CbcModel.Answer, _ incumbent: inout Incumbent) -> Bool {
        guard let ones = answer.ones else { return false }
        var state = CoverState(part.model)
        for option in ones where option < part.model.optionCount {
            guard state.placeIsFree(option, in: part.model) else { return false }
            state.add(option, in: part.model)
        }
        guard part.aim.allows(state) else { return false }
        var said = answer.objective
        if case .most = part.aim {
            said = -said + Double(zip(part.model.weight, part.model.isRequired).reduce(Int64(0)) { $0 + ($1.1 ? $1.0 : 0) })
        } else {
            said = -said
        }
        guard abs(Double(part.aim.score(state)) - said) < 0.5 else { return false }
        incumbent.offer(part.taken + state.chosen.map { part.option[$0] })
        return incumbent.score >= part.base + part.aim.score(state)
    }
}
