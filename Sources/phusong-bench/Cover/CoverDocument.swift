import Foundation
import Siting

/// An instance in JSON; `cover --help` describes it.
struct CoverDocument: Decodable {
    struct Goal: Decodable {
        var sites: Int?
        var budget: Int64?
        var coverAll: Bool?
        var weight: Int64?
        var share: Double?
    }

    var weights: [Int64]
    var costs: [Int64]?
    var covers: [[Int]]
    var mustCover: [Int]?
    var goal: Goal?

    /// - Parameter sites: of the command line; outranks the document's goal.
    /// - Throws: ``InputDefects`` with everything that is wrong.
    static func instance(path: String, sites: Int?) throws(InputDefects) -> CoverInstance {
        let bytes = try NumberStream.bytes(of: path)
        let document: CoverDocument
        do {
            document = try JSONDecoder().decode(CoverDocument.self, from: Data(bytes))
        } catch {
            throw InputDefects(InputDefect(file: path, reason: reason(error), remedy: "see phusong-bench cover --help for the form"))
        }
        var defects: [InputDefect] = []
        func add(_ field: String, _ reason: String, _ remedy: String) {
            defects.append(InputDefect(file: path, field: field, reason: reason, remedy: remedy))
        }
        let costs = document.costs ?? document.covers.map { _ in 1 }
        if costs.count != document.covers.count {
            add("costs", "\(costs.count) costs for \(document.covers.count) lists of covers", "give one cost for each list")
        }
        let goal = document.goal(sites, add)
        guard defects.isEmpty, let goal else { throw InputDefects(defects) }
        let options = zip(costs, document.covers).enumerated().map { number, pair in
            SitingOption(id: "\(number)", costVND: pair.0, covers: pair.1)
        }
        let problem = SitingProblem(targetWeights: document.weights, options: options, goal: goal, mustCover: document.mustCover ?? [])
        return CoverInstance(problem: problem, firstNumber: 0)
    }

    private func goal(_ sites: Int?, _ add: (String, String, String) -> Void) -> SitingGoal? {
        if let sites { return .maximizeWithSites(sites) }
        guard let goal else { return .coverAll(strict: true) }
        var goals: [SitingGoal] = []
        if let sites = goal.sites { goals.append(.maximizeWithSites(sites)) }
        if let budget = goal.budget { goals.append(.maximizeWithinBudget(costVND: budget)) }
        if goal.coverAll == true { goals.append(.coverAll(strict: true)) }
        if let weight = goal.weight { goals.append(.coverWeight(weight)) }
        if let share = goal.share {
            guard (0...1).contains(share) else {
                add("goal.share", "\(share) lies outside 0…1", "give a share between 0 and 1")
                return nil
            }
            let total = weights.reduce(0.0) { $0 + Double(max(0, $1)) }
            // Shares such as 0.9 have no exact binary form: a hair above a whole number is that number.
            goals.append(.coverWeight(Int64(min(0x1p53, (share * total - 1e-9 * max(1, total)).rounded(.up)))))
        }
        guard goals.count == 1 else {
            add("goal", "\(goals.count) goals", "give exactly one of sites, budget, coverAll, weight and share")
            return nil
        }
        return goals[0]
    }

    private static func reason(_ error: any Error) -> String {
        func path(_ keys: [any CodingKey]) -> String { keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".") }
        return switch error as? DecodingError {
        case .keyNotFound(let key, let context): "'\(path(context.codingPath + [key]))' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "'\(path(context.codingPath))' is of the wrong kind"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty: "'\(path(context.codingPath))' is no whole number"
        default: "it is no JSON document of whole numbers"
        }
    }
}
