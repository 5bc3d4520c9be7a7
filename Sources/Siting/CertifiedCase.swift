/// Marks by target and by seat, kept so that they need not be made anew for every case.
struct CertifiedScratch {
    var multiplier: [Int64]
    var mark: [Int32]
    var seatMark: [Int32]
    var seatBest: [Int128]
    var seatSecond: [Int128]
    private(set) var now: Int32 = 0

    init(_ model: CertifiedModel) {
        multiplier = [Int64](repeating: 0, count: model.weight.count)
        mark = [Int32](repeating: 0, count: model.weight.count)
        seatMark = [Int32](repeating: 0, count: model.seatCount)
        seatBest = [Int128](repeating: 0, count: model.seatCount)
        seatSecond = seatBest
    }

    /// A mark that nothing bears yet.
    mutating func next() -> Int32 {
        if now == .max {
            for index in mark.indices { mark[index] = 0 }
            for index in seatMark.indices { seatMark[index] = 0 }
            now = 0
        }
        now += 1
        return now
    }
}

/// Plans that agree on some options: what those cover and charge, and what is left to decide.
struct CertifiedCase {
    /// Options of the model that are neither in nor out, and still cover something.
    private(set) var undecided: [Int32]
    /// Targets that are bare and that an undecided option covers.
    private(set) var live: [Int32] = []
    private(set) var weight: Int64 = 0
    private(set) var charge: Int64 = 0
    /// Options that are in.
    private(set) var taken: [Int32] = []
    /// No plan is left.
    private(set) var isEmpty = false

    init(_ model: CertifiedModel, _ options: [Int32], _ scratch: inout CertifiedScratch) {
        undecided = options
        let mark = scratch.next()
        for option in options {
            for target in model.covers(option) where scratch.mark[Int(target)] != mark {
                scratch.mark[Int(target)] = mark
                live.append(target)
            }
        }
        live.sort()
    }

    /// The case in which more options are in or out.
    func settling(_ model: CertifiedModel, taken new: [Int32], out: [Int32], _ scratch: inout CertifiedScratch) -> CertifiedCase {
        var next = self
        next.taken += new
        let covered = scratch.next()
        for option in new {
            next.charge += model.charge[Int(option)]
            let seat = Int(model.seat[Int(option)])
            if scratch.seatMark[seat] == covered { next.isEmpty = true }
            scratch.seatMark[seat] = covered
            for target in model.covers(option) { scratch.mark[Int(target)] = covered }
        }
        next.live = []
        for target in live {
            if scratch.mark[Int(target)] == covered { next.weight += model.weight[Int(target)] } else { next.live.append(target) }
        }
        if case .most(let capacity) = model.kind, next.charge > capacity { next.isEmpty = true }
        next.dropUseless(model, except: Set(out + new), seatMark: covered, &scratch)
        return next
    }

    private mutating func dropUseless(_ model: CertifiedModel, except: Set<Int32>, seatMark: Int32, _ scratch: inout CertifiedScratch) {
        let bare = scratch.next()
        for target in live { scratch.mark[Int(target)] = bare }
        let charge = charge
        undecided.removeAll { option in
            if except.contains(option) || scratch.seatMark[Int(model.seat[Int(option)])] == seatMark { return true }
            if case .most(let capacity) = model.kind, model.charge[Int(option)] > capacity - charge { return true }
            return !model.covers(option).contains { scratch.mark[Int($0)] == bare }
        }
        let reached = scratch.next()
        for option in undecided {
            for target in model.covers(option) where scratch.mark[Int(target)] == bare { scratch.mark[Int(target)] = reached }
        }
        let before = live
        live = []
        for target in before {
            if scratch.mark[Int(target)] == reached { live.append(target) } else if model.isRequired[Int(target)] { isEmpty = true }
        }
        if case .leastFor(let wanted) = model.kind {
            if live.reduce(Int128(weight), { $0 + Int128(model.weight[Int($1)]) }) < Int128(wanted) { isEmpty = true }
        }
    }

    /// The score of the options that are in: covered weight, or their charge with a minus sign.
    func score(_ model: CertifiedModel) -> Int128 { model.isMinimizing ? -Int128(charge) : Int128(weight) }
}
