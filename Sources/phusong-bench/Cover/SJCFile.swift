import Foundation
import Siting

/// A maximal covering instance of São José dos Campos (L. A. N. Lorena, INPE): points in one file, their demands in another.
struct SJCFile {
    let path: String
    /// Nil for `demand-NAME.dat` beside `NAME.txt`.
    let demandPath: String?

    /// Most demand with so many of the points as sites; a point covers those at a Euclidean distance ≤ `radius`.
    /// - Throws: ``InputDefects`` at the first thing that is wrong.
    func instance(sites: Int, radius: Double) throws(InputDefects) -> CoverInstance {
        var numbers = try NumberStream(path: path)
        let count = Int(try numbers.whole("number of points", in: 1...10_000_000))
        var points: [SyntheticSiting.Point] = []
        for number in 1...count {
            let x = try numbers.number("x of point \(number)")
            points.append(SyntheticSiting.Point(x: x, y: try numbers.number("y of point \(number)")))
        }
        guard numbers.isAtEnd() else {
            throw numbers.defect(nil, "more numbers follow after the last of \(count) points", "check the count in the first line")
        }
        let weights = try demands(count)
        var options: [SitingOption] = []
        for (number, centre) in points.enumerated() {
            let near = points.indices.filter { other in
                let (dx, dy) = (points[other].x - centre.x, points[other].y - centre.y)
                return dx * dx + dy * dy <= radius * radius
            }
            options.append(SitingOption(id: "\(number + 1)", costVND: 1, covers: near))
        }
        let names = (1...count).map { "point \($0)" }
        return CoverInstance(
            problem: SitingProblem(targetWeights: weights, targetIDs: names, options: options, goal: .maximizeWithSites(sites)),
            firstNumber: 1)
    }

    private func demands(_ count: Int) throws(InputDefects) -> [Int64] {
        let place = URL(fileURLWithPath: path)
        let name = "demand-" + place.deletingPathExtension().lastPathComponent + ".dat"
        let beside = place.deletingLastPathComponent().appendingPathComponent(name).path
        var numbers = try NumberStream(path: demandPath ?? beside)
        var weights: [Int64] = []
        for point in 1...count { weights.append(try numbers.whole("demand of point \(point)", in: 0...(1 << 40))) }
        guard numbers.isAtEnd() else {
            throw numbers.defect(nil, "there are more demands than the \(count) points", "use the demands of this very instance")
        }
        return weights
    }
}
