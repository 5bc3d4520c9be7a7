import Siting
import Testing

/// Optima that the literature proves.
@Suite struct PublicInstanceTests {
    @Test func setCovering41() throws {
        let problem = try PublicInstances.setCovering("scp41.txt")
        let solution = try SitingSolver().solve(problem)
        #expect(solution.status == .optimal)
        #expect(solution.objective == 429)
        try expectSound(solution, problem, "scp41")
    }

    @Test(arguments: [(800.0, 3, Int64(11604)), (800, 10, 12152), (150, 40, 10443)])
    func saoJoseDosCampos(radius: Double, sites: Int, optimum: Int64) throws {
        let problem = try PublicInstances.maximalCovering("SJC324", radius: radius, sites: sites)
        let solution = try SitingSolver().solve(problem)
        #expect(solution.status == .optimal)
        #expect(solution.objective == optimum)
        try expectSound(solution, problem, "SJC324 r \(radius) p \(sites)")
    }
}
