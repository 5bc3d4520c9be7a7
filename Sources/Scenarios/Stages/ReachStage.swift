import Candidates
import Coverage
import Planning

/// What masts would reach, kept between runs: one file for each state of the villages, with every mast that any run has looked at.
struct ReachStage {
    static let name = "reach"

    private let stages: StageStore
    private let key: String

    init(_ gaps: GapRun, _ stages: StageStore) {
        self.stages = stages
        // Sectors are turned by weight, which the grades do not depend on.
        let (settings, world) = (gaps.loaded.project.plan, gaps.loaded.read.world)
        let weights = gaps.report.deadZones.map { "\(settings.turningWeight(of: world.villages[$0]))" }
        key = StageStore.key([Self.name, gaps.loaded.signalKey] + weights)
    }

    func memory() -> ReachMemory { stages.value(ReachMemory.self, Self.name, key) ?? ReachMemory() }

    /// Keeps a memory that has learned something.
    func keep(_ memory: ReachMemory) { if memory.computed > 0 { stages.keep(memory, Self.name, key) } }
}
