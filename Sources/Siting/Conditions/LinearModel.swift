/// A 0/1 program in integers: minimise the objective over columns between 0 and 1 under row limits.
///
/// Small enough to be checked by hand: a bound on it needs nothing but one multiplier per row (weak duality), and every sum is exact.
struct LinearModel {
    /// Limits of a weighted sum of columns; `nil` for none on that side.
    struct Row {
        var entries: [(column: Int32, value: Int64)]
        var lower: Int64?
        var upper: Int64?
    }

    private(set) var objective: [Int64] = []
    private(set) var isInteger: [Bool] = []
    private(set) var rows: [Row] = []

    var columnCount: Int { objective.count }

    @discardableResult
    mutating func addColumn(objective value: Int64, isInteger integer: Bool) -> Int32 {
        objective.append(value)
        isInteger.append(integer)
        return Int32(objective.count - 1)
    }

    @discardableResult
    mutating func addRow(_ entries: [(column: Int32, value: Int64)], from lower: Int64? = nil, to upper: Int64? = nil) -> Int {
        rows.append(Row(entries: entries, lower: lower, upper: upper))
        return rows.count - 1
    }

    /// A lower bound on the objective over a box of columns, rounded up, from one multiplier per row.
    ///
    /// With multipliers m/s: Σ m·(lower if m > 0, upper if m < 0) + Σ min over the box of (s·objective − Σ m·entries)·column, over s. True for any
    /// multipliers (weak duality of linear programs).
    ///
    /// - Parameters:
    ///   - fixed: columns fixed at 0 or 1.
    ///   - multipliers: row and multiplier, in `scale`-ths; a row without a limit on the side of the sign must not be named.
    /// - Throws: ``CertificateError`` on a row that does not exist, a side without limit, or overflow.
    func bound(
        fixed: [Int32: Bool], _ multipliers: [(row: Int32, value: Int64)], scale: Int64
    ) throws(CertificateError) -> Int128 {
        var reduced = objective.map { Int128($0) * Int128(scale) }
        var total: Int128 = 0
        for (number, value) in multipliers where value != 0 {
            guard rows.indices.contains(Int(number)) else { throw .wrongSize }
            let row = rows[Int(number)]
            guard let side = value > 0 ? row.lower : row.upper else { throw .outOfRange }
            total = try CertifiedModel.sum(total, try CertifiedModel.product(Int128(side), Int128(value)))
            for entry in row.entries {
                let part = try CertifiedModel.product(Int128(entry.value), Int128(value))
                reduced[Int(entry.column)] = try CertifiedModel.sum(reduced[Int(entry.column)], -part)
            }
        }
        for (column, rest) in reduced.enumerated() {
            let part = fixed[Int32(column)].map { $0 ? rest : 0 } ?? min(0, rest)
            total = try CertifiedModel.sum(total, part)
        }
        // Rounded up: the objective of any point is whole.
        let (quotient, rest) = total.quotientAndRemainder(dividingBy: Int128(scale))
        return rest > 0 ? quotient + 1 : quotient
    }
}

extension CbcModel {
    /// The same program in the numbers of a solver.
    init(_ model: LinearModel) {
        self.init()
        for (value, integer) in zip(model.objective, model.isInteger) { addColumn(objective: Double(value), isInteger: integer) }
        for row in model.rows {
            addRow(
                row.entries.map { ($0.column, Double($0.value)) }, from: row.lower.map(Double.init) ?? -.infinity,
                to: row.upper.map(Double.init) ?? .infinity)
        }
    }
}
