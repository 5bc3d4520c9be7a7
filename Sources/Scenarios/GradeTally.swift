import Coverage
import Planning

/// Villages, households and people by grade.
struct GradeTally {
    var villages = GapSummary.Counts()
    var households = GapSummary.Counts()
    var population = GapSummary.Counts()

    init(_ world: World, _ grades: [Grade]) {
        for (village, grade) in zip(world.villages, grades) {
            villages.add(1, grade)
            households.add(village.households ?? 0, grade)
            population.add(village.population ?? 0, grade)
        }
    }
}
