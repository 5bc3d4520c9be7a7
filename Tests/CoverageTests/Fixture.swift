import Geodesy
import Geometry
import Planning

@testable import Coverage

/// Small worlds for the tests.
enum Fixture {
    static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(year: 1, month: 1, day: 1) }

    static let rule = CoverageRule(
        id: "test", version: 1, title: Bilingual(vi: "thử", en: "test"), source: "test", note: Bilingual(vi: "", en: ""),
        technologies: [
            .init(technology: .gsm2G, until: day("2026-09-15")), .init(technology: .umts3G, until: day("2028-09-15")),
            .init(technology: .lte4G), .init(technology: .nr5G),
        ],
        discRadiiMeters: [.gsm2G: 12000, .umts3G: 4000, .lte4G: 4000, .nr5G: 2000])

    static var analysis: FootprintAnalysis { FootprintAnalysis(rule: rule, asOf: day("2025-01-01"), threads: 2) }

    /// 400 villages, 60 polygons and 20 sites at random places.
    static func randomWorld(seed: UInt64) -> World {
        var random = SplitMix(state: seed)
        func place() -> Coordinate {
            Coordinate(longitude: 105 + random.unit(), latitude: 21 + random.unit())
        }
        let villages = (0..<400).map { _ in Village(id: "v\(random.next())", name: "v", centre: place()) }
        let operators: [Operator] = [.viettel, .vnpt]
        let footprints = (0..<60).map { number in
            Footprint(
                id: "f\(number)", operator: operators[number % 2], technology: number % 3 == 0 ? .umts3G : .lte4G,
                area: .disc(center: place(), radiusMeters: 1000 + 4000 * random.unit(), vertices: 24))
        }
        let sites = (0..<20).map { Site(id: "s\($0)", operator: .mobifone, place: place(), technologies: [.lte4G]) }
        return World(villages: villages, sites: sites, footprints: footprints)
    }
}

/// SplitMix64: a seeded generator, the same on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// In 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}

extension Village {
    static func at(_ longitude: Double, _ latitude: Double) -> Village {
        Village(id: "\(longitude),\(latitude)", name: "v", centre: Coordinate(longitude: longitude, latitude: latitude))
    }
}

extension Footprint {
    /// A square of 0.1° on a side.
    static func square(_ id: String, _ carrier: Operator, _ technology: Technology, around longitude: Double, _ latitude: Double)
        -> Footprint
    {
        func corner(_ x: Double, _ y: Double) -> Coordinate { Coordinate(longitude: longitude + x, latitude: latitude + y) }
        let ring = [corner(-0.05, -0.05), corner(0.05, -0.05), corner(0.05, 0.05), corner(-0.05, 0.05), corner(-0.05, -0.05)]
        return Footprint(id: id, operator: carrier, technology: technology, area: MultiPolygon([Polygon(exterior: ring, holes: [])]))
    }
}
