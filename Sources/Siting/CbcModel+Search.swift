extension CbcModel {
    /// What a solver said, and its name as it stands in a proof.
    struct Found: Sendable {
        var solver: String
        var answer: Answer
    }

    /// Hands the model to HiGHS where it is installed and takes it, else to CBC.
    ///
    /// Neither hears a request to stop: they run on a thread of their own, and nobody waits for them when the caller stops.
    ///
    /// - Parameters:
    ///   - start: columns at 1 of a known plan, whole columns only.
    ///   - secondsLeft: how long it may take; `nil` for no limit.
    /// - Returns: `nil` when the caller stopped.
    func search(start: [Int]?, secondsLeft: Double?, _ watch: inout Stopwatch) throws(SitingError) -> Found? {
        let nodes = watch.limits.nodeLimit
        let solve: @Sendable () -> Result<Found, SitingError> = {
            if let highs = HighsLibrary.shared, let found = highs.solve(self, start: start, secondsLeft: secondsLeft, nodeLimit: nodes) {
                return .success(Found(solver: highs.name, answer: found))
            }
            do throws(SitingError) {
                return .success(
                    Found(solver: CbcModel.name, answer: try self.solve(start: start, secondsLeft: secondsLeft, nodeLimit: nodes)))
            } catch {
                return .failure(error)
            }
        }
        let outcome = SolverThread.run(solve, until: { watch.stopReason(.exact) == .stoppedByCaller })
        return try outcome?.get()
    }
}
