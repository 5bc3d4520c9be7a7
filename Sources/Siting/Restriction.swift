/// What is left of a model when some options are settled: taken, or out of the question.
struct Restriction: Sendable {
    /// The undecided options and the targets that they may still add.
    var model: CoverModel
    /// Option of the parent behind each option.
    var option: [Int]
    /// Weight that the taken options cover.
    var weight: Int64
    /// What the taken options charge.
    var charge: Int64

    /// - Parameters:
    ///   - isTaken: options that are in. They must not exclude each other.
    ///   - isOut: options that are not to be used.
    ///   - capacity: of the parent; options that no longer fit go too. `nil` when there is none.
    /// - Returns: `nil` if no plan is left: places clash, the capacity is exceeded, or a required target has no option.
    init?(_ parent: CoverModel, isTaken: [Bool], isOut: [Bool], capacity: Int64?) {
        var state = CoverState(parent)
        for option in 0..<parent.optionCount where isTaken[option] {
            guard state.placeIsFree(option, in: parent) else { return nil }
            state.add(option, in: parent)
        }
        if let capacity, state.charge > capacity { return nil }
        (weight, charge) = (state.coveredWeight, state.charge)
        let room = capacity.map { $0 - state.charge } ?? .max
        let targets = (0..<parent.targetCount).filter { state.times[$0] == 0 }
        option = (0..<parent.optionCount).filter { option in
            !isTaken[option] && !isOut[option] && parent.charge[option] <= room && state.placeIsFree(option, in: parent)
                && parent.covers[option].contains { state.times[Int($0)] == 0 }
        }
        let part = parent.part(options: option, targets: targets)
        for target in 0..<part.targetCount where part.isRequired[target] && part.coveredBy.size(target) == 0 { return nil }
        model = part.mergingTargets()
    }
}
