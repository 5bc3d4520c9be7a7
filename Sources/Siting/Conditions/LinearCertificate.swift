/// The proof of a bound for a problem with conditions: cases by columns of its 0/1 program, each with one multiplier per row, all in integers.
///
/// The program is that of ``LinearFormulation``, built anew from the problem. Each leaf's bound follows from its multipliers by weak duality; the
/// bound of the whole is the weakest of the leaves, which together leave no plan out.
public struct LinearCertificate: Hashable, Sendable, Codable {
    /// A case. Two cases follow one that branches: first all of its column 0, then all of its column 1.
    public struct Node: Hashable, Sendable, Codable {
        /// Column on which it branches; `nil` for a leaf.
        public var column: Int32?
        /// Rows with a multiplier other than 0, ascending.
        public var rows: [Int32]
        /// The multipliers in ``LinearCertificate/scale``-ths.
        public var multipliers: [Int64]

        /// Describes a case.
        public init(column: Int32? = nil, rows: [Int32] = [], multipliers: [Int64] = []) {
            self.column = column
            self.rows = rows
            self.multipliers = multipliers
        }
    }

    /// Fixed-point denominator of the multipliers. Valid: 1…2⁵³.
    public var scale: Int64
    /// The cases, parents before children.
    public var nodes: [Node]

    /// Describes a certificate. Nothing is checked here.
    public init(scale: Int64, nodes: [Node]) {
        self.scale = scale
        self.nodes = nodes
    }

    /// Recomputes the bound in the problem's own units: covered weight that no plan exceeds, or đồng that no plan undercuts; nil when no plan exists,
    /// by the bound itself.
    ///
    /// - Throws: ``CertificateError`` when the certificate does not fit the problem.
    /// - Complexity: O(leaves × size of the program).
    public func bound(_ problem: SitingProblem) throws(CertificateError) -> Int64? {
        let formulation = LinearFormulation(problem)
        guard (1...(1 << 53)).contains(scale), !nodes.isEmpty else { throw .outOfRange }
        // No point of the program is dearer than everything at once, nor worth more than all targets.
        var most: Int128 = 0
        for value in formulation.model.objective { most += Int128(max(0, value)) }
        var weakest: Int128?
        var fixings: [[Int32: Bool]] = [[:]]
        for node in nodes {
            guard let fixed = fixings.popLast(), node.rows.count == node.multipliers.count else { throw .wrongSize }
            if let column = node.column {
                guard column >= 0, Int(column) < formulation.model.columnCount, formulation.model.isInteger[Int(column)],
                    fixed[column] == nil
                else { throw .outOfRange }
                fixings.append(fixed.merging([column: true]) { $1 })
                fixings.append(fixed.merging([column: false]) { $1 })
            } else {
                let value = try formulation.model.bound(
                    fixed: fixed, Array(zip(node.rows, node.multipliers)).map { ($0, $1) }, scale: scale)
                weakest = min(weakest ?? value, value)
            }
        }
        guard fixings.isEmpty, let weakest else { throw .wrongSize }
        if weakest > most { return nil }
        let unit = Int128(formulation.unit)
        if formulation.isMinimizing { return try CertifiedModel.narrow(try CertifiedModel.product(max(0, weakest), unit)) }
        return try CertifiedModel.narrow(try CertifiedModel.product(max(0, -weakest), unit))
    }
}
