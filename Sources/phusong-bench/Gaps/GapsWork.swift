import Coverage
import Geometry
import Planning

/// The pieces of work that are timed.
enum GapsWork: Hashable, Sendable {
    case join(threads: Int)
    case grade(threads: Int)
    case bruteForce(testsBoxFirst: Bool)
    case readFile
    case peer(SjoinPeer.Question)

    var label: String {
        switch self {
        case .join: "join (index and query)"
        case .grade: "grade (FootprintAnalysis)"
        case .bruteForce(let testsBoxFirst): "brute force, box test first: \(testsBoxFirst ? "on" : "off")"
        case .readFile: "GeoFiles read"
        case .peer(let question): question.label
        }
    }

    var threads: Int? {
        switch self {
        case .join(let threads), .grade(let threads): threads
        case .bruteForce, .readFile, .peer: nil
        }
    }

    /// The name in ratios.
    var fullLabel: String { threads.map { "\(label), \($0) thread\($0 == 1 ? "" : "s")" } ?? label }
}

extension World {
    /// The join alone: builds the index over the villages and finds the footprints that cover each.
    func joined(threads: Int) throws -> CoveringPolygons {
        try PointInPolygonJoin(points: villages.map(\.centre)).polygonsCovering(footprints.map(\.area), threads: threads)
    }

    /// The whole grading in one pass, by a rule in which 3G and 4G count.
    func graded(threads: Int) throws -> GapReport {
        let words = Bilingual(vi: "đo tốc độ", en: "benchmark")
        let rule = CoverageRule(
            id: "benchmark", version: 1, title: words, source: "made up for the benchmark", note: words,
            technologies: [.init(technology: .umts3G), .init(technology: .lte4G)],
            discRadiiMeters: [.umts3G: 4_000, .lte4G: 4_000])
        return try FootprintAnalysis(rule: rule, asOf: CalendarDate(year: 2022, month: 9, day: 30), threads: threads).run(self)
    }
}
