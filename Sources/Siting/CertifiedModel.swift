/// The problem as a certificate sees it: flat, in units of the common divisor, without the options that it proves superfluous.
struct CertifiedModel {
    enum Kind: Hashable {
        case most(capacity: Int64)
        case least
        case leastFor(weight: Int64)
    }

    let kind: Kind
    let unit: Int64
    let scale: Int64
    let weight: [Int64]
    let isRequired: [Bool]
    /// Original index of each option.
    let option: [Int]
    let charge: [Int64]
    /// Dense seat of each option: options of one place share theirs, others stand alone.
    let seat: [Int32]
    let seatCount: Int
    private let starts: [Int]
    private let items: [Int32]

    var isMinimizing: Bool { if case .most = kind { false } else { true } }

    func covers(_ option: Int32) -> ArraySlice<Int32> { items[starts[Int(option)]..<starts[Int(option) + 1]] }

    init(_ problem: SitingProblem, _ certificate: BoundCertificate) throws(CertificateError) {
        var must = [Bool](repeating: false, count: problem.targetWeights.count)
        for target in problem.mustCover { must[target] = true }
        scale = certificate.scale
        var price = problem.options.map(\.costVND)
        var most = Int64.max
        switch problem.goal {
        case .maximizeWithSites(let sites):
            price = price.map { _ in 1 }
            most = Int64(sites)
        case .maximizeWithinBudget(let budget): most = budget
        case .coverAll: must = must.map { _ in true }
        case .coverWeight: break
        }
        let chargeUnit = Self.divisor(price)
        var small = price.map { $0 / chargeUnit }
        let weightUnit = Self.divisor(problem.targetWeights)
        switch problem.goal {
        case .maximizeWithSites, .maximizeWithinBudget:
            unit = weightUnit
            var everything: Int128 = 0
            for charge in small { everything += Int128(charge) }
            kind = .most(capacity: Int64(clamping: min(Int128(most / chargeUnit), everything)))
            weight = problem.targetWeights.map { $0 / weightUnit }
        case .coverAll:
            unit = chargeUnit
            kind = .least
            weight = problem.targetWeights.map { _ in 1 }
        case .coverWeight(let wanted):
            unit = chargeUnit
            kind = .leastFor(weight: wanted / weightUnit + (wanted % weightUnit == 0 ? 0 : 1))
            weight = problem.targetWeights.map { $0 / weightUnit }
        }
        isRequired = must
        let matters = { [weight] (target: Int) in weight[target] > 0 || must[target] }
        let alive = try certificate.survivors(problem, among: price.indices.filter { price[$0] <= most }, charges: price, matters: matters)
        option = alive
        var seen = [Int32](repeating: -1, count: weight.count)
        var rows: [Int32] = []
        var ends = [0]
        var number: [Int: Int32] = [:]
        var seats: [Int32] = []
        for (row, old) in alive.enumerated() {
            for target in problem.options[old].covers where seen[target] != Int32(row) && matters(target) {
                seen[target] = Int32(row)
                rows.append(Int32(target))
            }
            ends.append(rows.count)
            if let place = problem.options[old].place {
                if number[place] == nil { number[place] = Int32(number.count) }
                seats.append(number[place] ?? 0)
            } else {
                seats.append(-1)
            }
        }
        var next = Int32(number.count)
        for row in seats.indices where seats[row] < 0 {
            seats[row] = next
            next += 1
        }
        small = alive.map { small[$0] }
        (charge, seat, seatCount, starts, items) = (small, seats, Int(next), ends, rows)
    }

    /// The cases to begin with: everything, or with `coverAll` each part whose options share a target or a seat.
    func parts(_ scratch: inout CertifiedScratch) throws(CertificateError) -> [CertifiedCase] {
        guard kind == .least else { return [CertifiedCase(self, Array(option.indices.map { Int32($0) }), &scratch)] }
        var bySeat = [[Int32]](repeating: [], count: seatCount)
        var byTarget = [[Int32]](repeating: [], count: weight.count)
        for row in option.indices {
            bySeat[Int(seat[row])].append(Int32(row))
            for target in covers(Int32(row)) { byTarget[Int(target)].append(Int32(row)) }
        }
        var isSeen = [Bool](repeating: false, count: option.count)
        var parts: [CertifiedCase] = []
        for start in option.indices where !isSeen[start] {
            var waiting = [Int32(start)]
            var members: [Int32] = []
            isSeen[start] = true
            while let row = waiting.popLast() {
                members.append(row)
                var near = bySeat[Int(seat[Int(row)])]
                bySeat[Int(seat[Int(row)])] = []
                for target in covers(row) {
                    near += byTarget[Int(target)]
                    byTarget[Int(target)] = []
                }
                for other in near where !isSeen[Int(other)] {
                    isSeen[Int(other)] = true
                    waiting.append(other)
                }
            }
            parts.append(CertifiedCase(self, members.sorted(), &scratch))
        }
        return parts
    }

    static func divisor(_ numbers: [Int64]) -> Int64 {
        var result: Int64 = 0
        for number in numbers {
            var rest = number
            while rest != 0 { (result, rest) = (rest, result % rest) }
        }
        return result == 0 ? 1 : result
    }

    static func sum(_ a: Int128, _ b: Int128) throws(CertificateError) -> Int128 {
        let (value, overflow) = a.addingReportingOverflow(b)
        if overflow { throw .overflow }
        return value
    }

    static func product(_ a: Int128, _ b: Int128) throws(CertificateError) -> Int128 {
        let (value, overflow) = a.multipliedReportingOverflow(by: b)
        if overflow { throw .overflow }
        return value
    }

    static func narrow(_ value: Int128) throws(CertificateError) -> Int64 {
        guard let result = Int64(exactly: value) else { throw .overflow }
        return result
    }
}
