import Coverage
import Planning

/// One line about warnings that have no sentence of their own: how many, how many rows were lost, and where they are listed.
struct DataWarnings {
    let language: Language

    /// - Returns: nothing where there is nothing to say.
    func text(_ warnings: [GapSummary.Warning]) -> String {
        let others = warnings.filter { $0.code != "synthetic" && $0.code != "assumed-extent" }
        guard !others.isEmpty else { return "" }
        let dropped = others.filter { $0.code == "rows-dropped" }.reduce(0) { $0 + $1.count }
        return language == .vietnamese
            ? "\n  \(others.count) loại cảnh báo về dữ liệu, bỏ \(dropped) dòng: xem `phusong check`\n"
            : "\n  \(others.count) kinds of data warnings, \(dropped) rows dropped: see `phusong check`\n"
    }
}
