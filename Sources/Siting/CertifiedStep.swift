/// A case under one set of multipliers: the bound, and what each option does to it. All in integers.
struct CertifiedStep {
    /// The most that any plan of the case can score.
    private(set) var bound: Int128 = 0
    /// Options that no plan above the cutoff uses, and options that every plan above the cutoff uses.
    private(set) var out: [Int32] = []
    private(set) var taken: [Int32] = []

    /// - Parameter cutoff: score above which plans are looked for; `nil` settles nothing.
    init(
        _ model: CertifiedModel, _ place: CertifiedCase, _ step: BoundRefinement.Step, cutoff: Int128?, _ scratch: inout CertifiedScratch
    ) throws(CertificateError) {
        let (n, d, s) = (Int128(step.priceNumerator), Int128(step.priceDenominator), Int128(model.scale))
        let given = scratch.next()
        for (target, value) in zip(step.targets, step.multipliers) {
            scratch.mark[Int(target)] = given
            scratch.multiplier[Int(target)] = value
        }
        var divisor = model.kind == .least ? s : try CertifiedModel.product(s, d)
        if divisor < 1 { divisor = 1 }
        var total = try CertifiedModel.product(place.score(model), divisor)
        for target in place.live {
            let target = Int(target)
            let w = Int128(model.weight[target])
            if scratch.mark[target] != given { scratch.multiplier[target] = Self.silent(model, w, n, d, model.isRequired[target]) }
            let m = Int128(scratch.multiplier[target])
            var rest = -m
            switch model.kind {
            case .most: rest = try CertifiedModel.product(d, try CertifiedModel.sum(try CertifiedModel.product(s, w), -m))
            case .least: break
            case .leastFor: rest = try CertifiedModel.sum(try CertifiedModel.product(n, w), -(try CertifiedModel.product(d, m)))
            }
            total = try CertifiedModel.sum(total, model.isRequired[target] ? rest : max(0, rest))
        }
        switch model.kind {
        case .most(let capacity): total = try CertifiedModel.sum(total, try CertifiedModel.product(n, Int128(capacity - place.charge)))
        case .least: break
        case .leastFor(let wanted):
            total = try CertifiedModel.sum(total, -(try CertifiedModel.product(n, Int128(max(0, wanted - place.weight)))))
        }
        // From here on the multipliers of live targets are read through a mark of their own.
        let live = scratch.next()
        for target in place.live { scratch.mark[Int(target)] = live }
        var profit: [Int128] = []
        profit.reserveCapacity(place.undecided.count)
        for option in place.undecided {
            var worth: Int128 = 0
            for target in model.covers(option) where scratch.mark[Int(target)] == live { worth += Int128(scratch.multiplier[Int(target)]) }
            let charge = Int128(model.charge[Int(option)])
            let gain: Int128 =
                switch model.kind {
                case .most:
                    try CertifiedModel.sum(try CertifiedModel.product(d, worth), -(try CertifiedModel.product(n, charge)))
                case .least: try CertifiedModel.sum(worth, -(try CertifiedModel.product(s, charge)))
                case .leastFor:
                    try CertifiedModel.product(d, try CertifiedModel.sum(worth, -(try CertifiedModel.product(s, charge))))
                }
            profit.append(gain)
            let seat = Int(model.seat[Int(option)])
            if scratch.seatMark[seat] != live {
                scratch.seatMark[seat] = live
                (scratch.seatBest[seat], scratch.seatSecond[seat]) = (0, 0)
            }
            if gain > scratch.seatBest[seat] {
                (scratch.seatSecond[seat], scratch.seatBest[seat]) = (scratch.seatBest[seat], gain)
            } else {
                scratch.seatSecond[seat] = max(scratch.seatSecond[seat], gain)
            }
        }
        let open = live
        for option in place.undecided where scratch.seatMark[Int(model.seat[Int(option)])] == open {
            let seat = Int(model.seat[Int(option)])
            scratch.seatMark[seat] = 0
            total = try CertifiedModel.sum(total, scratch.seatBest[seat])
        }
        bound = Self.floor(total, divisor)
        guard let cutoff, bound > cutoff else { return }
        for (option, gain) in zip(place.undecided, profit) {
            let seat = Int(model.seat[Int(option)])
            let best = scratch.seatBest[seat]
            if Self.floor(total - best + gain, divisor) <= cutoff { out.append(option) }
            let without = gain > 0 && gain == best ? total - best + scratch.seatSecond[seat] : total
            if Self.floor(without, divisor) <= cutoff { taken.append(option) }
        }
    }

    /// The multiplier of a target that was given none.
    private static func silent(_ model: CertifiedModel, _ w: Int128, _ n: Int128, _ d: Int128, _ isRequired: Bool) -> Int64 {
        switch model.kind {
        case .most: isRequired ? 0 : Int64(clamping: w * Int128(model.scale))
        case .least: 0
        case .leastFor: isRequired ? 0 : Int64(clamping: w * n / d)
        }
    }

    private static func floor(_ a: Int128, _ b: Int128) -> Int128 {
        let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
        return rest < 0 ? quotient - 1 : quotient
    }
}
