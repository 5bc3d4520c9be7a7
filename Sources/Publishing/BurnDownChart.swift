import Foundation
import Planning
import Scenarios

/// How many villages wait, over time, as a picture: one series for each line of lists, on an axis of days to scale.
///
/// A filled mark stands where a list's own count of waiting villages is, a hollow one where its rows, or a run's villages, were counted. A bar
/// above, joined by a thin stick, shows how many villages the list holds. Series differ in shape and dash besides colour. The picture is one SVG
/// without script, outside font or outside file; the same value gives the same bytes.
public struct BurnDownChart: Hashable, Sendable {
    /// One list in the picture.
    public struct Point: Hashable, Sendable {
        /// Its day.
        public var asOf: CalendarDate
        /// `day`, `month`, `quarter`, `year` or `approximate`: drawn as a whisker.
        public var dateAccuracy: String
        /// Villages on the list; nil when not known.
        public var listed: Int?
        /// Villages that wait.
        public var open: Int
    }

    /// Lists that count the same thing.
    public struct Series: Hashable, Sendable {
        /// Name, in the picture's language.
        public var title: String
        /// Whether rows were counted; else the numbers are the list's own.
        public var isCounted: Bool
        /// By time.
        public var points: [Point]
    }

    /// Headline, in the picture's language.
    public var title: String
    /// Lines under the headline.
    public var subtitles: [String]
    /// The series by their first day.
    public var series: [Series]
    /// Sources, one line each.
    public var sources: [String]
    /// Language of the picture's own words.
    public var language: Language

    /// The chart of a document.
    public init(_ document: TrackDocument, language: Language) {
        self.language = language
        let isVietnamese = language == .vietnamese
        title = isVietnamese ? "Số thôn, bản còn chờ phủ sóng" : "Villages still waiting for signal"
        if !document.area.isEmpty { title += ": \(document.area)" }
        let accuracy = Dictionary(document.vintages.map { ($0.id, $0.dateAccuracy) }, uniquingKeysWith: { first, _ in first })
        series = []
        for line in document.lines {
            for basis in [TrackDocument.Point.Basis.official, .counted] {
                let points = line.points.filter { $0.basis == basis }.map {
                    Point(asOf: $0.asOf, dateAccuracy: accuracy[$0.vintage] ?? "day", listed: $0.listed, open: $0.open)
                }
                let name = line.title.text(language)
                if !points.isEmpty {
                    series.append(Series(title: name.isEmpty ? line.id : name, isCounted: basis == .counted, points: points))
                }
            }
        }
        subtitles = []
        if document.lines.count > 1 {
            subtitles.append(
                isVietnamese
                    ? "Mỗi nhóm đếm một thứ khác nhau: không cộng, trừ giữa các nhóm."
                    : "Each line counts something else: do not add or subtract across lines."
            )
        }
        let made = document.vintages.reduce(0) { $0 + $1.syntheticRows }
        if made > 0 { subtitles.append(isVietnamese ? "\(made) dòng là dữ liệu giả lập." : "\(made) rows are made up.") }
        var daysBySource: [(source: String, days: [String])] = []
        for vintage in document.vintages {
            let day = Self.day(vintage.asOf, language)
            if let known = daysBySource.firstIndex(where: { $0.source == vintage.source }) {
                daysBySource[known].days.append(day)
            } else {
                daysBySource.append((vintage.source, [day]))
            }
        }
        sources = daysBySource.map { "\($0.days.joined(separator: ", ")): \($0.source)" }
    }

    /// The picture as an SVG document, 1200 units wide. Never fails: without a number there is an empty frame.
    public func svg() -> String { BurnDownDrawing(self).document() }

    static func day(_ date: CalendarDate, _ language: Language) -> String {
        guard language == .vietnamese else { return date.description }
        return String(format: "%02d/%02d/%04d", date.day, date.month, date.year)
    }
}
