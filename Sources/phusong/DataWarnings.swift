import Coverage
import Planning
import Publishing

/// One line about warnings that have no sentence of their own: how many, how many rows were lost, and where they are listed.
struct DataWarnings {
    let language: Language

    /// - Returns: nothing where there is nothing to say.
    func text(_ warnings: [GapSummary.Warning]) -> String {
        let others = warnings.filter { $0.code != "synthetic" && $0.code != "assumed-extent" }
        guard !others.isEmpty else { return "" }
        let dropped = others.filter { $0.code == "rows-dropped" }.reduce(0) { $0 + $1.count }
        let numbers = HumanNumbers(language: language)
        return language == .vietnamese
            ? "\n  \(others.count) loại cảnh báo về dữ liệu, bỏ \(dropped) dòng: xem `phusong check`\n"
            : "\n  \(numbers.counted(others.count, "kind")) of data warnings, \(numbers.counted(dropped, "row")) dropped: see `phusong check`\n"
    }
}
