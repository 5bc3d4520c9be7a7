import Ingest
import Planning

/// One official list of villages without signal: a vintage with its counts, source and date.
public struct ListVintage: Hashable, Sendable {
    public var id: String
    public var title: Bilingual
    /// `national` or `province`.
    public var level: String
    public var area: String
    public var asOf: CalendarDate
    /// How exact the date is: `day`, `month`, `quarter`, `year`, `approximate`.
    public var dateAccuracy: String
    /// Official numbers by name.
    public var counts: [String: Int]
    public var source: String
    public var note: String

    /// Reads a list file (`phusong.list/1`).
    ///
    /// - Throws: `InputError` with every defect of the file.
    public static func read(path: String, displayName: String) throws(InputError) -> ListVintage {
        let file = try SettingsFile(path: path, displayName: displayName)
        let root = file.root(keys: ["schema", "id", "title", "level", "area", "asOf", "dateAccuracy", "counts", "source", "note"])
        if let schema = root.string("schema", required: true), schema != "phusong.list/1" {
            root.invalid("schema", "`\(schema)` is not phusong.list/1")
        }
        var counts: [String: Int] = [:]
        if let mapping = root.mapping("counts", keys: [], required: true) {
            for key in mapping.presentKeys { counts[key] = mapping.integer(key, in: 0...100_000_000).map(Int.init) }
        }
        let accuracy = root.string("dateAccuracy", required: true) ?? ""
        if root.has("dateAccuracy"), !["day", "month", "quarter", "year", "approximate"].contains(accuracy) {
            root.invalid("dateAccuracy", "`\(accuracy)` is not day, month, quarter, year or approximate")
        }
        let list = ListVintage(
            id: root.string("id", required: true) ?? "", title: root.bilingual("title", required: true) ?? Bilingual(vi: "", en: ""),
            level: root.string("level") ?? "", area: root.string("area") ?? "",
            asOf: root.date("asOf", required: true) ?? Self.placeholderDay, dateAccuracy: accuracy, counts: counts,
            source: root.string("source", required: true) ?? "", note: root.string("note") ?? "")
        try file.throwErrors()
        return list
    }

    /// Stands in while the defects of a file are still being collected; `throwErrors` keeps it from getting out.
    private static let placeholderDay = CalendarDate(year: 1, month: 1, day: 1)
}
