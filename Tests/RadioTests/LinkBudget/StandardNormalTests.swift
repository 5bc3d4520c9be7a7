import Foundation
import Testing

@testable import Radio

@Suite struct StandardNormalTests {
    /// Quantiles as tables print them.
    @Test(arguments: [
        (0.5, 0.0), (0.9, 1.2815515655446004), (0.95, 1.6448536269514722), (0.975, 1.959963984540054), (0.99, 2.3263478740408408),
        (0.999, 3.090232306167813), (1e-6, -4.753424308822899), (1e-10, -6.361340902404056),
    ])
    func quantiles(p: Double, x: Double) {
        #expect(abs(StandardNormal.quantile(p) - x) < 1e-13 * max(1, abs(x)) * 10)
    }

    @Test func theQuantileIsTheInverse() {
        for step in 1..<1_000 {
            let p = Double(step) / 1_000
            #expect(abs(StandardNormal.probability(StandardNormal.quantile(p)) - p) < 1e-15)
        }
        for exponent in stride(from: -300, through: -4, by: 8) {
            let p = pow(10, Double(exponent))
            #expect(abs(StandardNormal.probability(StandardNormal.quantile(p)) / p - 1) < 1e-11)
        }
    }

    @Test func theEndsAreEndless() {
        #expect(StandardNormal.quantile(0) == -.infinity)
        #expect(StandardNormal.quantile(1) == .infinity)
        #expect(StandardNormal.quantile(-0.1).isNaN)
        #expect(StandardNormal.quantile(1.1).isNaN)
        #expect(StandardNormal.quantile(.nan).isNaN)
    }
}
