import Foundation
import Siting

/// Reads the public instances of `Resources`; see its PROVENANCE.md.
enum PublicInstances {
    static func setCovering(_ file: String) throws -> SitingProblem {
        let numbers = try numbers(file).map { Int($0) }
        let (rows, columns) = (numbers[0], numbers[1])
        var covers = [[Int]](repeating: [], count: columns)
        var position = 2 + columns
        for row in 0..<rows {
            let count = numbers[position]
            for column in numbers[(position + 1)...(position + count)] { covers[column - 1].append(row) }
            position += count + 1
        }
        let options = covers.enumerated().map {
            SitingOption(id: "c\($0.offset + 1)", costVND: Int64(numbers[2 + $0.offset]), covers: $0.element)
        }
        return SitingProblem(targetWeights: [Int64](repeating: 1, count: rows), options: options, goal: .coverAll(strict: true))
    }

    static func maximalCovering(_ name: String, radius: Double, sites: Int) throws -> SitingProblem {
        let numbers = try numbers("\(name).txt")
        let count = Int(numbers[0])
        let demand = try self.numbers("demand-\(name).dat").map { Int64($0) }
        var options: [SitingOption] = []
        for centre in 0..<count {
            var near: [Int] = []
            for point in 0..<count {
                let dx: Double = numbers[1 + 2 * point] - numbers[1 + 2 * centre]
                let dy: Double = numbers[2 + 2 * point] - numbers[2 + 2 * centre]
                if dx * dx + dy * dy <= radius * radius { near.append(point) }
            }
            options.append(SitingOption(id: "p\(centre)", costVND: 1, covers: near))
        }
        return SitingProblem(targetWeights: demand, options: options, goal: .maximizeWithSites(sites))
    }

    private static func numbers(_ file: String) throws -> [Double] {
        guard let folder = Bundle.module.url(forResource: "Resources", withExtension: nil) else { throw CocoaError(.fileNoSuchFile) }
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        return text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }
}
