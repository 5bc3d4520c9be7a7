import Testing

@testable import Radio

@Suite struct ClearanceSearchTests {
    @Test(arguments: 0..<4) func theWorstPointIsThatOfAFullScan(kind: Int) {
        var dice = Dice(seed: 90 + UInt64(kind))
        let step = 0.03
        for _ in 0..<60 {
            var search = ClearanceSearch(capacity: 700, stepKm: step)
            let end = Int(dice.number(3...699))
            var heights = [0.0]
            for index in 1..<end {
                let d = Double(index) * step
                heights.append(kind == 0 ? dice.number(0...100) : kind == 1 ? 0 : -0.06 * d * d + dice.number(0...Double(kind) * 3))
                search.push(index, heights[index])
            }
            let (start, slope) = (dice.number(60...160), dice.number(-6...2))
            let length = Double(end) * step
            var (worst, place) = (-Double.infinity, 0)
            for index in 1..<end {
                let d = Double(index) * step
                let above = heights[index] - (start + slope * d)
                let signed = above * above.magnitude / (d * (length - d))
                if signed >= worst { (worst, place) = (signed, index) }
            }
            let all = search.worst(from: 1, through: end - 1, end: end, start: start, slope: slope, floor: -.infinity)
            #expect(all.index == place && all.signedSquare == worst)
            let none = search.worst(
                from: 1, through: end - 1, end: end, start: start, slope: slope, floor: worst + max(1e-9, worst.magnitude * 1e-6))
            #expect(none.index == 0)
        }
    }
}
