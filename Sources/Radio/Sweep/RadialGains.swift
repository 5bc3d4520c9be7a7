/// Levels of all cells along one radial: what depends on the azimuth is taken once, and no reference is counted for a sample.
struct RadialGains: ~Copyable {
    private let cells: [SweepCell]
    /// Formulas of all cells, one cell after another.
    private let formulas: UnsafeMutablePointer<SweepGains.Formula>
    /// For each cell, where its formulas end, and its power.
    private let ends: UnsafeMutablePointer<Int>
    private let powersDBm: UnsafeMutablePointer<Double>
    /// Whether a cell has sectors that no formula stands for.
    private let hasOthers: UnsafeMutablePointer<Bool>
    private var azimuthDegrees = 0.0

    init(_ cells: [SweepCell]) {
        self.cells = cells
        formulas = .allocate(capacity: max(1, cells.reduce(0) { $0 + $1.sectors.count }))
        ends = .allocate(capacity: max(1, cells.count))
        powersDBm = .allocate(capacity: max(1, cells.count))
        hasOthers = .allocate(capacity: max(1, cells.count))
    }

    deinit {
        formulas.deallocate()
        ends.deallocate()
        powersDBm.deallocate()
        hasOthers.deallocate()
    }

    /// Turns to another radial.
    mutating func turn(toAzimuthDegrees azimuth: Double) {
        azimuthDegrees = azimuth
        var end = 0
        for (index, cell) in cells.enumerated() {
            powersDBm[index] = cell.conductedPowerDBm
            hasOthers[index] = false
            for sector in cell.sectors {
                if let formula = SweepGains.Formula(sector, azimuthDegrees: azimuth) {
                    formulas[end] = formula
                    end += 1
                } else {
                    hasOthers[index] = true
                }
            }
            ends[index] = end
        }
    }

    /// Power and gain of a cell at an elevation, dBm; after a turn.
    @inline(__always) func radiatedDBm(_ cell: Int, elevationDegrees: Double) -> Double {
        var best = -Double.infinity
        var index = cell == 0 ? 0 : ends[cell - 1]
        let end = ends[cell]
        while index < end {
            best = max(best, formulas[index].gainDBi(elevationDegrees: elevationDegrees))
            index &+= 1
        }
        if hasOthers[cell] { best = max(best, otherGainDBi(cell, elevationDegrees: elevationDegrees)) }
        return powersDBm[cell] + best
    }

    @inline(never) private func otherGainDBi(_ cell: Int, elevationDegrees: Double) -> Double {
        var best = -Double.infinity
        for sector in cells[cell].sectors where !SweepGains.Formula.stands(for: sector) {
            best = max(best, sector.gainDBi(towardsAzimuthDegrees: azimuthDegrees, elevationDegrees: elevationDegrees))
        }
        return best
    }
}
