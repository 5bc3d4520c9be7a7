extension CoverModel {
    /// Joins targets with equal option lists and forgets those with none; weights add up, and one required member makes a group required.
    ///
    /// Groups stand in the order of their first targets. Lists are compared by a 64-bit sum of mixed numbers first and item by item where
    /// that agrees. O(cover sets + targets · log).
    func mergingTargets() -> CoverModel {
        let mark = optionMarks()
        var sums = [UInt64](repeating: 0, count: targetCount)
        for option in 0..<optionCount { for target in covers[option] { sums[Int(target)] &+= mark[option] } }
        let reached = (0..<targetCount).filter { coveredBy.size($0) > 0 }
        let order = reached.sorted { (sums[$0], $0) < (sums[$1], $1) }
        var leader = [Int32](repeating: -1, count: targetCount)
        var first = 0
        for (position, target) in order.enumerated() {
            if sums[order[first]] != sums[target] { first = position }
            // Almost always the first of the run; the others are there for two lists that share a sum by chance.
            let match = order[first..<position].first { leader[$0] == Int32($0) && coveredBy[$0] == coveredBy[target] }
            leader[target] = Int32(match ?? target)
        }
        var number = [Int32](repeating: -1, count: targetCount)
        var groups = 0
        for target in 0..<targetCount where leader[target] == Int32(target) {
            number[target] = Int32(groups)
            groups += 1
        }
        guard groups < targetCount else { return self }
        return merged(into: groups, leader: leader, number: number)
    }

    private func optionMarks() -> [UInt64] {
        (0..<optionCount).map { option in
            var z = UInt64(option + 1) &* 0x9E37_79B9_7F4A_7C15
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private func merged(into groups: Int, leader: [Int32], number: [Int32]) -> CoverModel {
        var rows = SparseSets(rows: optionCount, items: covers.items.count)
        for option in 0..<optionCount {
            for target in covers[option] where number[Int(target)] >= 0 { rows.push(number[Int(target)]) }
            rows.endRow()
        }
        var newWeight = [Int64](repeating: 0, count: groups)
        var newRequired = [Bool](repeating: false, count: groups)
        var lists = SparseSets(rows: targetCount, items: targetCount)
        for target in 0..<targetCount {
            if leader[target] >= 0 {
                let group = Int(number[Int(leader[target])])
                newWeight[group] += weight[target]
                if isRequired[target] { newRequired[group] = true }
                lists.push(Int32(group))
            }
            lists.endRow()
        }
        let byGroup = lists.transposed(columns: groups)
        var members = SparseSets(rows: groups, items: targetMembers.items.count)
        for group in 0..<groups {
            for target in byGroup[group] { for member in targetMembers[Int(target)] { members.push(member) } }
            members.endRow()
        }
        return CoverModel(
            covers: rows, weight: newWeight, isRequired: newRequired, charge: charge, place: place, optionOrigin: optionOrigin,
            targetMembers: members)
    }
}
