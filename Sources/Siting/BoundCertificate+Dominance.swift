extension BoundCertificate {
    /// Options left after every dominance claim has been checked against those still there, without options that cover nothing that matters.
    func survivors(
        _ problem: SitingProblem, among usable: [Int], charges: [Int64], matters: (Int) -> Bool
    ) throws(CertificateError) -> [Int] {
        var isAlive = [Bool](repeating: false, count: problem.options.count)
        var atPlace: [Int: Int] = [:]
        for option in usable where problem.options[option].covers.contains(where: matters) {
            isAlive[option] = true
            if let place = problem.options[option].place { atPlace[place, default: 0] += 1 }
        }
        var stamp = [Int](repeating: -1, count: problem.targetWeights.count)
        for (number, claim) in dominated.enumerated() {
            guard claim.option != claim.by, isAlive.indices.contains(claim.option), isAlive.indices.contains(claim.by),
                isAlive[claim.option], isAlive[claim.by]
            else { throw .falseDominance(claim) }
            let (small, large) = (problem.options[claim.option], problem.options[claim.by])
            guard charges[claim.by] <= charges[claim.option] else { throw .falseDominance(claim) }
            if let place = large.place, place != small.place, atPlace[place] != 1 { throw .falseDominance(claim) }
            for target in large.covers { stamp[target] = number }
            guard small.covers.allSatisfy({ !matters($0) || stamp[$0] == number }) else { throw .falseDominance(claim) }
            isAlive[claim.option] = false
            if let place = small.place { atPlace[place, default: 0] -= 1 }
        }
        return isAlive.indices.filter { isAlive[$0] }
    }
}
