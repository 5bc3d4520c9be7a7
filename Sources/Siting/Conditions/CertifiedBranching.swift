/// Proves a bound for a 0/1 program by cases, each closed by multipliers that CLP suggests and that are then summed up in integers.
///
/// Depth first, on the most fractional option, then the most fractional other column. (A. H. Land, A. G. Doig, 1960.)
struct CertifiedBranching {
    private let model: LinearModel
    private let scale: Int64
    private let nodeLimit: Int
    /// Value of the best plan, in units of the program; cases that cannot be below it are closed.
    private var cutoff: Int128?
    /// Whatever no plan can exceed: an infeasible case is closed by a bound above.
    private let most: Int128
    /// Columns at 1 of a better plan, once one is found.
    private(set) var better: [Int32]?
    private(set) var nodes: [LinearCertificate.Node] = []
    private(set) var bound: Int128?
    private(set) var stop: SitingReason?
    private var relaxation: ClpRelaxation
    /// The value of a plan given by the whole columns at 1, in units of the program; nil when it breaks a condition.
    private let value: ([Int32]) -> Int128?

    /// Cases that are looked at without a limit of the caller. Ours: a proof that needs more is left to CBC, and its certificate would be of no use to anyone.
    private static let mostNodes = 4_000
    /// Numbers in all multipliers of a certificate. Ours: some ten megabytes of JSON.
    private static let mostMultipliers = 2_000_000
    private var multipliers = 0

    init(_ model: LinearModel, cutoff: Int64?, nodeLimit: Int?, value: @escaping ([Int32]) -> Int128?) throws(SitingError) {
        self.value = value
        self.model = model
        self.cutoff = cutoff.map { Int128($0) }
        self.nodeLimit = min(Self.mostNodes, nodeLimit.map { max(1, $0) } ?? .max)
        most = model.objective.reduce(Int128(0)) { $0 + Int128(max(0, $1)) }
        // Fine enough for a price of weight per đồng, small enough for doubles to hold every multiplier.
        let largest = model.objective.map(\.magnitude).max() ?? 1
        var scale: Int64 = 1
        while scale < 1 << 40, largest <= UInt64(1 << 49) / UInt64(scale) { scale *= 2 }
        self.scale = scale
        relaxation = try ClpRelaxation(model)
    }

    var certificate: LinearCertificate { LinearCertificate(scale: scale, nodes: nodes) }

    /// Whether the cases leave nothing better than the plan known, or no plan at all.
    var isClosed: Bool { bound.map { $0 >= (cutoff ?? most + 1) } ?? false }

    /// The bound says that there is no plan.
    var provesNone: Bool { bound.map { $0 > most } ?? false }

    mutating func run(_ watch: inout Stopwatch) {
        var open: [(fixed: [Int32: Bool], rows: [(row: Int32, value: Int64)])] = [([:], [])]
        while let (fixed, inherited) = open.popLast() {
            if stop == nil { stop = watch.stopReason(.bound) }
            if stop != nil, !nodes.isEmpty {
                // Whoever stops does not wait for CLP: the multipliers of the case above hold for its parts.
                if let value = try? model.bound(fixed: fixed, inherited, scale: scale) {
                    closeLeaf(value, inherited)
                } else {
                    closeLeaf((try? model.bound(fixed: fixed, [], scale: scale)) ?? -most - 1, [])
                }
                continue
            }
            let answer = relaxation.solve(fixed: fixed)
            let (value, rows) = close(fixed, answer)
            var column = branchColumn(answer, fixed, beyond: 1e-6)
            if column == nil, !answer.isInfeasible, answer.columns.count == model.columnCount {
                offer(answer.columns)
                // Whole by the doubles, and yet not closed: what they round away may be money.
                if value < cutoff ?? most + 1 { column = branchColumn(answer, fixed, beyond: -1) }
            }
            if answer.isInfeasible, value < cutoff ?? most + 1 {
                // The ray was too coarse: smaller cases have simpler ones.
                column = model.isInteger.indices.first { model.isInteger[$0] && fixed[Int32($0)] == nil }.map { Int32($0) }
            }
            let isDone = value >= cutoff ?? most + 1
            let mayBranch = nodes.count + open.count + 2 <= nodeLimit && multipliers < Self.mostMultipliers && stop == nil
            if let column, !isDone, mayBranch {
                // Those of the root say what a further đồng would bring; of the other inner cases nobody asks.
                let stated = nodes.isEmpty ? rows : []
                nodes.append(.init(column: column, rows: stated.map(\.row), multipliers: stated.map(\.value)))
                multipliers += stated.count
                open.append((fixed.merging([column: true]) { $1 }, rows))
                open.append((fixed.merging([column: false]) { $1 }, rows))
            } else {
                closeLeaf(value, rows)
            }
        }
    }

    private mutating func closeLeaf(_ value: Int128, _ rows: [(row: Int32, value: Int64)]) {
        bound = min(value, bound ?? value)
        nodes.append(.init(rows: rows.map(\.row), multipliers: rows.map(\.value)))
        multipliers += rows.count
    }

    /// The exact bound of a case, with the multipliers behind it.
    private func close(_ fixed: [Int32: Bool], _ answer: ClpRelaxation.Answer) -> (Int128, [(row: Int32, value: Int64)]) {
        var best: (Int128, [(row: Int32, value: Int64)]) = (-most - 1, [])
        if let none = try? model.bound(fixed: fixed, [], scale: scale) { best = (none, []) }
        guard answer.isInfeasible else {
            let rows = integers(answer.duals, Double(scale))
            if let value = try? model.bound(fixed: fixed, rows, scale: scale), value > best.0 { best = (value, rows) }
            return best
        }
        // A ray may be taken as often as it needs to lift the bound above everything.
        guard let greatest = answer.duals.map(\.magnitude).max(), greatest > 0 else { return best }
        for power in [30, 40, 50, 60] {
            for sign in [1.0, -1.0] {
                let rows = integers(answer.duals, sign / greatest * Double(1 << power))
                if let value = try? model.bound(fixed: fixed, rows, scale: scale), value > best.0 { best = (value, rows) }
                if best.0 >= cutoff ?? most + 1 { return best }
            }
        }
        return best
    }

    private func integers(_ duals: [Double], _ factor: Double) -> [(row: Int32, value: Int64)] {
        let limit = Double(1 << 62)
        return duals.enumerated().compactMap { number, dual in
            let value = (dual * factor).rounded()
            guard value != 0, value.magnitude < limit else { return nil }
            guard (value > 0 ? model.rows[number].lower : model.rows[number].upper) != nil else { return nil }
            return (Int32(number), Int64(value))
        }
    }

    /// The most fractional whole column that is not fixed; columns of the objective first.
    private func branchColumn(_ answer: ClpRelaxation.Answer, _ fixed: [Int32: Bool], beyond least: Double) -> Int32? {
        guard !answer.isInfeasible, answer.columns.count == model.columnCount else { return nil }
        var best: (column: Int32, distance: Double)?
        for (column, value) in answer.columns.enumerated() where model.isInteger[column] && fixed[Int32(column)] == nil {
            let distance = abs(value - value.rounded())
            if distance > least && distance > (best?.distance ?? least) + 1e-9 { best = (Int32(column), distance) }
        }
        return best?.column
    }

    /// Takes over a whole point that beats the plan known.
    private mutating func offer(_ columns: [Double]) {
        let ones = columns.indices.filter { columns[$0] > 0.5 && model.isInteger[$0] }.map { Int32($0) }
        guard let value = value(ones), value < cutoff ?? most + 1 else { return }
        (cutoff, better) = (value, ones)
    }
}
