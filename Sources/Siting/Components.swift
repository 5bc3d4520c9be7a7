/// Splits a model into parts that share neither a target nor a place.
///
/// Each part is a list of options and a list of targets, ascending, ordered by their lowest option. Nearly linear (union-find with path
/// halving).
func independentParts(of model: CoverModel) -> [(options: [Int], targets: [Int])] {
    var parent = Array(0..<model.optionCount)
    func root(_ option: Int) -> Int {
        var option = option
        while parent[option] != option {
            parent[option] = parent[parent[option]]
            option = parent[option]
        }
        return option
    }
    func join(_ list: ArraySlice<Int32>) {
        guard let first = list.first else { return }
        for other in list.dropFirst() {
            let (a, b) = (root(Int(first)), root(Int(other)))
            parent[max(a, b)] = min(a, b)
        }
    }
    for target in 0..<model.targetCount { join(model.coveredBy[target]) }
    for place in 0..<model.placeMembers.count { join(model.placeMembers[place]) }

    var number = [Int](repeating: -1, count: model.optionCount)
    var parts: [(options: [Int], targets: [Int])] = []
    for option in 0..<model.optionCount {
        let top = root(option)
        if number[top] < 0 {
            number[top] = parts.count
            parts.append(([], []))
        }
        parts[number[top]].options.append(option)
    }
    for target in 0..<model.targetCount {
        guard let first = model.coveredBy[target].first else { continue }
        parts[number[root(Int(first))]].targets.append(target)
    }
    return parts
}
