import Testing

@testable import Radio

@Suite struct UpperHullTests {
    /// Against all points, on rough, smooth, collinear and domed ground.
    @Test(arguments: 0..<5) func queriesAreThoseOfAllPoints(kind: Int) {
        var dice = Dice(seed: UInt64(kind))
        var hull = UpperHull(capacity: 400)
        for _ in 0..<3 {
            hull.removeAll()
            var points: [(x: Double, y: Double)] = []
            for index in 1...400 {
                let x = Double(index) * 0.09
                if index > 1 {
                    let eye = (x: x, y: (points.last?.y ?? 0) + dice.number(-30...60))
                    let seen = hull.point(hull.tangent(fromX: eye.x, y: eye.y))
                    let slope = (seen.y - eye.y) / (eye.x - seen.x)
                    let steepest = points.map { ($0.y - eye.y) / (eye.x - $0.x) }.max() ?? 0
                    #expect(abs(slope - steepest) <= 1e-9 * max(1, abs(steepest)))
                    let line = dice.number(-40...40)
                    let top = hull.point(hull.supporting(slope: line))
                    let highest = points.map { $0.y - line * $0.x }.max() ?? 0
                    #expect(abs(top.y - line * top.x - highest) < 1e-9)
                }
                let y: Double =
                    switch kind {
                    case 0: dice.number(0...500)
                    case 1: (points.last?.y ?? 100) + dice.number(-9...9)
                    case 2: 7
                    case 3: -0.05 * x * x
                    default: Double(index % 7) * 10 - x
                    }
                hull.push(x, y)
                points.append((x, y))
            }
        }
    }

    @Test func theNearestOfEqualsIsSeen() {
        var hull = UpperHull(capacity: 3)
        for x in [1.0, 2, 3] { hull.push(x, x) }
        #expect(hull.point(hull.tangent(fromX: 4, y: 4)).x == 3)
    }
}
