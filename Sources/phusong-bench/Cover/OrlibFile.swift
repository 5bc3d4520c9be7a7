import Siting

/// A set covering instance of OR-Library (J. E. Beasley): rows and columns; costs; for each row the number of its columns and the columns.
struct OrlibFile {
    let path: String

    private static let most: Int64 = 1 << 40

    /// Every row to be covered at least cost.
    /// - Throws: ``InputDefects`` at the first thing that is wrong, since nothing after it can be placed.
    func instance() throws(InputDefects) -> CoverInstance {
        var numbers = try NumberStream(path: path)
        let rows = Int(try numbers.whole("rows", in: 1...10_000_000))
        let columns = Int(try numbers.whole("columns", in: 1...10_000_000))
        var options: [SitingOption] = []
        for column in 1...columns {
            options.append(
                SitingOption(id: "\(column)", costVND: try numbers.whole("cost of column \(column)", in: 0...Self.most), covers: []))
        }
        for row in 1...rows {
            let count = try numbers.whole("columns of row \(row)", in: 0...Int64(columns))
            for _ in 0..<count {
                let column = Int(try numbers.whole("column in row \(row)", in: 1...Int64(columns)))
                options[column - 1].covers.append(row - 1)
            }
        }
        guard numbers.isAtEnd() else {
            throw numbers.defect(nil, "more numbers follow after the last of \(rows) rows", "check the counts, or --format")
        }
        let weights = [Int64](repeating: 1, count: rows)
        let names = (1...rows).map { "row \($0)" }
        return CoverInstance(
            problem: SitingProblem(targetWeights: weights, targetIDs: names, options: options, goal: .coverAll(strict: true)),
            firstNumber: 1)
    }
}
