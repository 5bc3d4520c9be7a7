import CCbc
import Synchronization

/// CBC keeps global state while it solves, so only one model is solved at a time in a process.
private let cbcGate = Mutex(())

/// A 0/1 model for CBC: minimise the objective under row limits. Columns run from 0 to 1.
struct CbcModel: Sendable {
    private(set) var objective: [Double] = []
    private(set) var isInteger: [Bool] = []
    private(set) var lower: [Double] = []
    private(set) var upper: [Double] = []
    private var rows: [[(column: Int32, value: Double)]] = []

    /// What CBC said, not yet believed.
    struct Answer: Sendable {
        enum Ending: Sendable { case optimal, infeasible, timeLimit, nodeLimit, failed }
        var ending: Ending
        /// Columns at 1, `nil` without a solution.
        var ones: [Int]?
        var objective: Double
        var nodes: Int
    }

    /// Name and version, as it stands in a proof.
    static var name: String { "cbc " + String(cString: Cbc_getVersion()) }

    var columnCount: Int { objective.count }
    var rowCount: Int { rows.count }

    mutating func addColumn(objective value: Double, isInteger integer: Bool) {
        objective.append(value)
        isInteger.append(integer)
    }

    mutating func addToObjective(_ column: Int, _ value: Double) { objective[column] += value }

    mutating func addRow(_ entries: [(column: Int32, value: Double)], from low: Double, to high: Double) {
        rows.append(entries)
        lower.append(low)
        upper.append(high)
    }

    /// Entries of the rows that CBC gets through, preprocessing and root relaxation together, within the given time.
    ///
    /// Neither of the two looks at the clock, so a larger model would overshoot a time limit by minutes. Cautious guesses, not measured.
    private static let entriesAlways = 20_000
    private static let entriesPerSecond = 2_000.0

    /// Whether the model is small enough for a time limit to be kept. Without a limit every model is.
    func fits(secondsLeft: Double?) -> Bool {
        guard let secondsLeft else { return true }
        let entries = rows.reduce(0) { $0 + $1.count }
        return Double(entries) <= max(Double(Self.entriesAlways), Self.entriesPerSecond * secondsLeft)
    }

    /// Solves to proven optimality or to a limit, from a known plan. Prints nothing. Single-threaded and deterministic without a time
    /// limit.
    func solve(start: [Int]?, secondsLeft: Double?, nodeLimit: Int?) throws(SitingError) -> Answer {
        let answer = cbcGate.withLock { _ in solveAlone(start: start, secondsLeft: secondsLeft, nodeLimit: nodeLimit) }
        guard let answer else { throw .solverUnavailable }
        return answer
    }

    private func solveAlone(start: [Int]?, secondsLeft: Double?, nodeLimit: Int?) -> Answer? {
        guard let model = Cbc_newModel() else { return nil }
        defer { Cbc_deleteModel(model) }
        // Both are needed: the first for building, the parameter for the solve itself.
        Cbc_setLogLevel(model, 0)
        Cbc_setParameter(model, "log", "0")
        load(into: model)
        Cbc_setObjSense(model, 1)
        Cbc_setAllowableGap(model, 0)
        Cbc_setAllowableFractionGap(model, 0)
        if let secondsLeft {
            Cbc_setParameter(model, "timeMode", "elapsed")
            Cbc_setMaximumSeconds(model, secondsLeft)
        }
        if let nodeLimit { Cbc_setMaximumNodes(model, Int32(clamping: nodeLimit)) }
        if let start {
            // Zeros are given too: CBC then completes only the continuous columns.
            let known = Set(start)
            let integers = isInteger.indices.filter { isInteger[$0] }
            Cbc_setMIPStartI(model, Int32(integers.count), integers.map { Int32($0) }, integers.map { known.contains($0) ? 1 : 0 })
        }
        _ = Cbc_solve(model)
        return read(model)
    }

    /// The entries of the rows in compressed columns.
    func byColumn() -> (start: [Int32], index: [Int32], value: [Double]) {
        var starts = [Int32](repeating: 0, count: columnCount + 1)
        for row in rows { for entry in row { starts[Int(entry.column) + 1] += 1 } }
        for column in 0..<columnCount { starts[column + 1] += starts[column] }
        var next = starts
        let size = Int(starts[columnCount])
        var index = [Int32](repeating: 0, count: size)
        var value = [Double](repeating: 0, count: size)
        for (number, row) in rows.enumerated() {
            for entry in row {
                let slot = Int(next[Int(entry.column)])
                next[Int(entry.column)] += 1
                index[slot] = Int32(number)
                value[slot] = entry.value
            }
        }
        return (starts, index, value)
    }

    private func load(into model: UnsafeMutableRawPointer) {
        let matrix = byColumn()
        let zeros = [Double](repeating: 0, count: columnCount)
        let ones = [Double](repeating: 1, count: columnCount)
        Cbc_loadProblem(
            model, Int32(columnCount), Int32(rowCount), matrix.start.map { CoinBigIndex($0) }, matrix.index, matrix.value, zeros, ones,
            objective,
            lower, upper)
        for column in 0..<columnCount where isInteger[column] { Cbc_setInteger(model, Int32(column)) }
    }

    private func read(_ model: UnsafeMutableRawPointer) -> Answer {
        var ones: [Int]?
        if let values = Cbc_bestSolution(model) { ones = (0..<columnCount).filter { values[$0] > 0.5 } }
        let ending: Answer.Ending
        switch (Cbc_status(model), Cbc_secondaryStatus(model)) {
        case (0, _) where Cbc_isProvenInfeasible(model) != 0 && ones == nil: ending = .infeasible
        case (0, _) where Cbc_isProvenOptimal(model) != 0 && ones != nil: ending = .optimal
        case (1, 4): ending = .timeLimit
        case (1, 3): ending = .nodeLimit
        default: ending = .failed
        }
        return Answer(ending: ending, ones: ones, objective: Cbc_getObjValue(model), nodes: max(0, Int(Cbc_getNodeCount(model))))
    }
}
