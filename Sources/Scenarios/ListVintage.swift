import Coverage
import Ingest
import Planning

/// One official list of villages without signal: a vintage with its counts, source and date, and its villages where they are public.
public struct ListVintage: Hashable, Sendable {
    /// Lists that count the same thing, and may be joined by a line.
    public struct Line: Hashable, Sendable {
        /// Id, the same in every list of the line.
        public var id: String
        /// Name for people.
        public var title: Bilingual
    }

    /// The table of a list's villages.
    public struct VillageTable: Hashable, Sendable {
        /// Where it is.
        public var source: TableSource
        /// What the list says of rows without a status; nil = every row has one.
        public var status: ListStatus?
        /// Whether it names every village of the list; nil = the counts decide.
        public var isComplete: Bool?
    }

    /// Id, the file's name without its ending.
    public var id: String
    /// What the list is, for people.
    public var title: Bilingual
    /// `national` or `province`.
    public var level: String
    /// The country or province that it speaks of.
    public var area: String
    /// The day that it speaks of.
    public var asOf: CalendarDate
    /// How exact the date is: `day`, `month`, `quarter`, `year`, `approximate`.
    public var dateAccuracy: String
    /// Official numbers by name: `listed`, `covered`, `partial`, `uncovered`, `uncoveredWithGrid` and so on.
    public var counts: [String: Int]
    /// Numbers by the same names that the source gives as well and that contradict `counts`.
    public var alsoStated: [String: Int]
    /// What its communes and provinces are of.
    public var administration: ListAdministration
    /// The lists that it continues; by default those of the same area.
    public var line: Line
    /// Its villages; nil where only counts are public.
    public var villages: VillageTable?
    /// Where it stands: an address, or a document with its date.
    public var source: String
    /// What to know about the numbers.
    public var note: String

    /// Villages that wait: `uncovered` and `partial`, or what `listed` leaves beyond `covered`. Nil when the counts do not say.
    public var officialOpen: Int? {
        if let uncovered = counts["uncovered"] { return uncovered.addingReportingOverflow(counts["partial"] ?? 0).partialValue }
        return counts["listed"].map { max(0, $0 - (counts["covered"] ?? 0)) }
    }

    /// Reads a list file (`phusong.list/1`).
    ///
    /// - Throws: `InputError` with every defect of the file.
    public static func read(path: String, displayName: String) throws(InputError) -> ListVintage {
        let file = try SettingsFile(path: path, displayName: displayName)
        let root = file.root(keys: [
            "schema", "id", "title", "level", "area", "asOf", "dateAccuracy", "administration", "line", "counts", "alsoStated", "villages",
            "source", "note",
        ])
        if let schema = root.string("schema", required: true), schema != "phusong.list/1" {
            root.invalid("schema", "`\(schema)` is not phusong.list/1")
        }
        let accuracy = root.string("dateAccuracy", required: true) ?? ""
        if root.has("dateAccuracy"), !["day", "month", "quarter", "year", "approximate"].contains(accuracy) {
            root.invalid("dateAccuracy", "`\(accuracy)` is not day, month, quarter, year or approximate")
        }
        let area = root.string("area") ?? ""
        let level = root.string("level") ?? ""
        let id = root.string("id", required: true) ?? ""
        let day = root.date("asOf", required: true) ?? Self.placeholderDay
        let villages = table(root, file)
        let counts = numbers("counts", root, required: !root.has("villages"))
        let list = ListVintage(
            id: id, title: root.bilingual("title", required: true) ?? Bilingual(vi: "", en: ""), level: level, area: area, asOf: day,
            dateAccuracy: accuracy, counts: counts, alsoStated: numbers("alsoStated", root, required: false),
            administration: root.choice("administration", ListAdministration.self) ?? ListAdministration(on: day),
            line: line(root) ?? Self.line(level: level, area: area, id: id), villages: villages,
            source: root.string("source", required: true) ?? "", note: root.string("note") ?? "")
        try file.throwErrors()
        return list
    }

    private static func numbers(_ key: String, _ root: SettingsMapping, required: Bool) -> [String: Int] {
        var numbers: [String: Int] = [:]
        if let mapping = root.mapping(key, keys: [], required: required) {
            for name in mapping.presentKeys { numbers[name] = mapping.integer(name, in: 0...100_000_000).map(Int.init) }
        }
        return numbers
    }

    /// The line of a list that names none: the lists of its area, or itself.
    private static func line(level: String, area: String, id: String) -> Line {
        let name = area.isEmpty ? id : area
        return Line(id: NameFolding.slug("\(level) \(name)"), title: Bilingual(vi: name, en: name))
    }

    private static func line(_ root: SettingsMapping) -> Line? {
        guard root.has("line") else { return nil }
        guard root.isMapping("line") else { return root.string("line").map { Line(id: $0, title: Bilingual(vi: $0, en: $0)) } }
        guard let line = root.mapping("line", keys: ["id", "vi", "en"]), let id = line.string("id", required: true) else { return nil }
        let vi = line.string("vi") ?? line.string("en") ?? id
        return Line(id: id, title: Bilingual(vi: vi, en: line.string("en") ?? vi))
    }

    private static func table(_ root: SettingsMapping, _ file: SettingsFile) -> VillageTable? {
        guard let mapping = root.mappings("villages", keys: tableKeys, scalarKey: "file").first,
            let name = mapping.string("file", required: true)
        else { return nil }
        func texts(_ key: String, keys: [String]) -> [String: String] {
            guard let inner = mapping.mapping(key, keys: keys) else { return [:] }
            return inner.presentKeys.reduce(into: [:]) { $0[$1] = inner.string($1) }
        }
        let columns = texts("columns", keys: Column.allCases.map(\.rawValue))
        let source = TableSource(
            path: mapping.resolve(name, of: "file"), displayName: name, layer: mapping.string("layer"), columns: columns,
            filter: texts("where", keys: []))
        var status: ListStatus?
        if let word = mapping.string("status") {
            status = ListStatus(label: word)
            if status == nil { mapping.invalid("status", "`\(word)` is not uncovered, partial or covered") }
        }
        return VillageTable(source: source, status: status, isComplete: mapping.boolean("complete"))
    }

    private static let tableKeys = ["file", "layer", "columns", "where", "status", "complete"]

    /// Stands in while the defects of a file are still being collected; `throwErrors` keeps it from getting out.
    private static let placeholderDay = CalendarDate(year: 1, month: 1, day: 1)
}
