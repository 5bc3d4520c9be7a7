import CCbc

/// The linear relaxation of a 0/1 program, solved by CLP again and again under changing fixings. What it says is never believed, only tried.
///
/// Not thread-safe; it lives inside one solve.
final class ClpRelaxation {
    /// What CLP said of one case.
    struct Answer {
        var isInfeasible: Bool
        var columns: [Double]
        /// One per row; of an infeasible case a ray, to be added as often as one likes.
        var duals: [Double]
    }

    private let clp: UnsafeMutableRawPointer
    private let rowCount: Int
    private let columnCount: Int

    init(_ model: LinearModel) throws(SitingError) {
        guard let clp = Clp_newModel() else { throw .solverUnavailable }
        self.clp = UnsafeMutableRawPointer(clp)
        Clp_setLogLevel(clp, 0)
        let program = CbcModel(model)
        let matrix = program.byColumn()
        rowCount = program.rowCount
        columnCount = program.columnCount
        let zeros = [Double](repeating: 0, count: columnCount)
        let ones = [Double](repeating: 1, count: columnCount)
        Clp_loadProblem(
            clp, Int32(columnCount), Int32(rowCount), matrix.start.map { CoinBigIndex($0) }, matrix.index, matrix.value, zeros, ones,
            program.objective, program.lower, program.upper)
    }

    deinit { Clp_deleteModel(clp) }

    /// Solves one case from the basis of the last one.
    func solve(fixed: [Int32: Bool]) -> Answer {
        var lower = [Double](repeating: 0, count: columnCount)
        var upper = [Double](repeating: 1, count: columnCount)
        for (column, value) in fixed { (lower[Int(column)], upper[Int(column)]) = value ? (1, 1) : (0, 0) }
        Clp_chgColumnLower(clp, lower)
        Clp_chgColumnUpper(clp, upper)
        _ = Clp_dual(clp, 0)
        let isInfeasible = Clp_status(clp) == 1
        // Where the limits contradict at first sight the dual method has no ray; the primal one ends with one in its duals.
        var ray = isInfeasible ? Clp_infeasibilityRay(clp) : nil
        if isInfeasible && ray == nil {
            _ = Clp_primal(clp, 0)
            ray = Clp_infeasibilityRay(clp)
        }
        var duals = Clp_dualRowSolution(clp).map { Array(UnsafeBufferPointer(start: $0, count: rowCount)) } ?? []
        if let ray {
            // CLP's ray points the other way from its duals.
            duals = UnsafeBufferPointer(start: ray, count: rowCount).map { -$0 }
            Clp_freeRay(clp, ray)
        }
        let columns = Clp_primalColumnSolution(clp).map { Array(UnsafeBufferPointer(start: $0, count: columnCount)) } ?? []
        return Answer(isInfeasible: isInfeasible, columns: columns, duals: duals)
    }
}
