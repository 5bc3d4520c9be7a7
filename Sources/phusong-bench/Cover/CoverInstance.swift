import Siting

/// How an instance is written.
enum CoverFormat: String, Codable, CaseIterable, Sendable { case orlib, sjc, json }

/// An instance as the solver takes it.
struct CoverInstance: Sendable {
    var problem: SitingProblem
    /// What the file calls its first option: 1, or 0.
    var firstNumber: Int
}
