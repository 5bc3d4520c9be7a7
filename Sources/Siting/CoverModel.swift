/// A problem after reduction: merged targets, the options worth looking at, and small integers.
///
/// Options keep the order of their ids, so the lower index wins ties.
struct CoverModel: Sendable {
    /// Merged targets of each option, ascending.
    var covers: SparseSets
    /// Options of each merged target, ascending.
    var coveredBy: SparseSets
    /// Weight of each merged target, in units of the problem's common divisor.
    var weight: [Int64]
    /// Whether a plan must cover it.
    var isRequired: [Bool]
    /// What an option takes from the capacity (or adds to the cost), in units of the common divisor.
    var charge: [Int64]
    /// Dense place number, −1 for none.
    var place: [Int32]
    /// Options of each place.
    var placeMembers: SparseSets
    /// Canonical option behind each option.
    var optionOrigin: [Int]
    /// Canonical targets behind each merged target; may be empty where nobody asks.
    var targetMembers: SparseSets

    var optionCount: Int { covers.count }
    var targetCount: Int { weight.count }
    var totalWeight: Int64 { weight.reduce(0, +) }
    var totalCharge: Int64 { charge.reduce(0, +) }
    /// Whether the capacity counts options and nothing else matters: then the best choice is simply the best options.
    var isPlain: Bool { placeMembers.count == 0 && charge.allSatisfy { $0 == 1 } }

    init(
        covers: SparseSets,
        weight: [Int64],
        isRequired: [Bool],
        charge: [Int64],
        place: [Int32],
        optionOrigin: [Int],
        targetMembers: SparseSets
    ) {
        self.covers = covers
        self.coveredBy = covers.transposed(columns: weight.count)
        self.weight = weight
        self.isRequired = isRequired
        self.charge = charge
        self.optionOrigin = optionOrigin
        self.targetMembers = targetMembers
        var number: [Int32: Int32] = [:]
        var lists: [[Int32]] = []
        self.place = place
        for (option, old) in place.enumerated() where old >= 0 {
            let dense = number[old] ?? Int32(lists.count)
            if number[old] == nil {
                number[old] = dense
                lists.append([])
            }
            lists[Int(dense)].append(Int32(option))
            self.place[option] = dense
        }
        placeMembers = SparseSets()
        for list in lists { placeMembers.append(list) }
    }

    /// The part with some of the options and targets; both lists ascending. Covers of dropped targets vanish.
    func part(options: [Int], targets: [Int]) -> CoverModel {
        var number = [Int32](repeating: -1, count: targetCount)
        for (new, old) in targets.enumerated() { number[old] = Int32(new) }
        var rows = SparseSets()
        for option in options { rows.append(covers[option].lazy.map { number[Int($0)] }.filter { $0 >= 0 }) }
        var members = SparseSets()
        for target in targets { members.append(targetMembers[target]) }
        return CoverModel(
            covers: rows,
            weight: targets.map { weight[$0] },
            isRequired: targets.map { isRequired[$0] },
            charge: options.map { charge[$0] },
            place: options.map { place[$0] },
            optionOrigin: options.map { optionOrigin[$0] },
            targetMembers: members
        )
    }

    /// Sum of the charges of some options. Valid plans stay below 2⁵³.
    func charge(of chosen: [Int]) -> Int64 { chosen.reduce(0) { $0 + charge[$1] } }

    /// Weight covered by some options, each target once.
    func weight(of chosen: [Int]) -> Int64 {
        var state = CoverState(self)
        for option in chosen { state.add(option, in: self) }
        return state.coveredWeight
    }
}
