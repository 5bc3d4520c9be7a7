import Coverage
import Planning

/// `track.json`: lists by time, what they count, and what changed.
public struct TrackDocument: Codable, Hashable, Sendable {
    /// One list.
    public struct Vintage: Codable, Hashable, Sendable {
        /// Id of the list; name of the folder for a run.
        public var id: String
        /// What it is, in both languages.
        public var title: Bilingual
        /// `counts`, `named` or `run`.
        public var kind: TrackedList.Kind
        /// Id of its line.
        public var line: String
        /// The country or province that it speaks of.
        public var area: String
        /// The day that it speaks of.
        public var asOf: CalendarDate
        /// How exact the day is.
        public var dateAccuracy: String
        /// `63` or `34`.
        public var administration: ListAdministration
        /// Whether it names every village of its kind; null where it names none.
        @ExplicitNull public var complete: Bool?
        /// Official numbers; null for a run, and for a list of another area than the one asked for.
        @ExplicitNull public var official: Official?
        /// What its rows add up to; null where it names no village.
        @ExplicitNull public var counted: ListTally?
        /// Rows less official number, by the name of the number; empty where either is missing.
        public var difference: [String: Int]
        /// Where it stands.
        public var source: String
        /// What to know about the numbers.
        public var note: String
        /// Rows that are made up.
        public var syntheticRows: Int
    }

    /// Official numbers of a list, and how they changed since the list before in its line.
    public struct Official: Codable, Hashable, Sendable {
        /// As the list file has them.
        public var counts: [String: Int]
        /// Numbers of the same source that contradict them.
        public var alsoStated: [String: Int]
        /// Villages on the list.
        @ExplicitNull public var listed: Int?
        /// Villages that have signal.
        @ExplicitNull public var covered: Int?
        /// Villages that wait.
        @ExplicitNull public var open: Int?
        /// The list before in the line; null for the first.
        @ExplicitNull public var since: String?
        /// Growth of `listed`: at least so many were added.
        @ExplicitNull public var added: Int?
        /// Growth of `covered`: so many more were closed than reopened.
        @ExplicitNull public var closed: Int?
        /// Growth of `open`.
        @ExplicitNull public var openChange: Int?
    }

    /// Lists that count the same thing.
    public struct Line: Codable, Hashable, Sendable {
        /// Id.
        public var id: String
        /// Name for people.
        public var title: Bilingual
        /// One for each list that has numbers, by time.
        public var points: [Point]
    }

    /// What a line says on a day.
    public struct Point: Codable, Hashable, Sendable {
        /// Where a number comes from.
        public enum Basis: String, Codable, Hashable, Sendable {
            /// From the list's own counts.
            case official
            /// From its rows, or a run's villages.
            case counted
        }
        /// Id of the list.
        public var vintage: String
        /// Its day.
        public var asOf: CalendarDate
        /// Where the numbers come from.
        public var basis: Basis
        /// Villages on the list.
        @ExplicitNull public var listed: Int?
        /// Villages that have signal.
        @ExplicitNull public var covered: Int?
        /// Villages that wait.
        public var open: Int
    }

    /// How many rows were matched in which way.
    public struct MatchCount: Codable, Hashable, Sendable {
        /// How the row was found.
        public var kind: ListMatchKind
        /// How many.
        public var count: Int
    }

    /// `phusong.track/1`.
    public var schema = "phusong.track/1"
    /// The area asked for; empty = all rows.
    public var area: String
    /// The lists by day and id.
    public var vintages: [Vintage]
    /// The lines by their first day.
    public var lines: [Line]
    /// Rows matched, by kind.
    public var matches: [MatchCount]
    /// Villages that any list had without signal.
    public var villages: Int
    /// What to know before numbers are compared.
    public var warnings: [String]
}
