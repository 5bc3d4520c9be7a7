import ArgumentParser

/// One of the sizes of the public generator that figures refer to.
enum SitingSize: String, CaseIterable, Codable, Sendable, ExpressibleByArgument {
    case k1 = "1k"
    case k5 = "5k"
    case k20 = "20k"
    case k200 = "200k"
    case m1 = "1m"

    var demand: Int {
        switch self {
        case .k1: 1_000
        case .k5: 5_000
        case .k20: 20_000
        case .k200: 200_000
        case .m1: 1_000_000
        }
    }

    var candidates: Int {
        switch self {
        case .k1: 1_000
        case .k5: 2_000
        case .k20: 5_000
        case .k200: 20_000
        case .m1: 50_000
        }
    }

    /// Demand points that a candidate covers on average: the generator's third argument.
    var meanCover: Double {
        switch self {
        case .k1: 30
        case .k5: 35
        case .k20: 49
        case .k200, .m1: 150
        }
    }

    /// Numbers of sites that are asked for.
    var sites: [Int] {
        switch self {
        case .k1: [50, 100]
        case .k5: [100]
        case .k20: [100, 200]
        case .k200: [500]
        case .m1: [1_000]
        }
    }

    /// What the script's covers add up to, computed once with the script itself, NumPy and SciPy.
    var covers: CoverSum {
        switch self {
        case .k1: CoverSum(pairs: 30_001, checksum: "10838366280060712700")
        case .k5: CoverSum(pairs: 69_999, checksum: "18047247056957165925")
        case .k20: CoverSum(pairs: 239_033, checksum: "3445325019765563483")
        case .k200: CoverSum(pairs: 3_015_702, checksum: "17658742988346879524")
        case .m1: CoverSum(pairs: 7_473_627, checksum: "13701267174283019774")
        }
    }

    func instance() -> SyntheticSiting { SyntheticSiting(demand: demand, candidates: candidates, meanCover: meanCover) }
}

/// Cover lists in two numbers that other programs can compute as well.
struct CoverSum: Codable, Hashable, Sendable {
    /// Number of pairs of a candidate and a demand point that it covers.
    var pairs: Int
    /// A sum over all pairs modulo 2⁶⁴, in decimal digits (JSON's numbers are too short for it); the order of pairs does not matter.
    var checksum: String

    init(pairs: Int, checksum: String) {
        self.pairs = pairs
        self.checksum = checksum
    }

    init(_ covers: [[Int]]) {
        var sum: UInt64 = 0
        for (site, points) in covers.enumerated() {
            for point in points {
                let mixed = UInt64(site + 1) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(point + 1) &* 0xBF58_476D_1CE4_E5B9
                sum &+= mixed ^ (mixed >> 29)
            }
        }
        self.init(pairs: covers.reduce(0) { $0 + $1.count }, checksum: String(sum))
    }
}
