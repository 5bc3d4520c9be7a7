import Coverage
import Foundation
import GeoFiles
import Ingest
import Planning

/// One list as `phusong track` takes it: a list file, or the folder of a run.
public struct TrackedList: Sendable {
    /// What it was read from.
    public enum Kind: String, Hashable, Sendable, Codable {
        /// A list file without villages.
        case counts
        /// A list file with a table of villages.
        case named
        /// The villages of a run, by their grade.
        case run
    }

    /// What it was read from.
    public var kind: Kind
    /// The path as given.
    public var shownAs: String
    /// Date, counts, source.
    public var list: ListVintage
    /// The villages; nil where only counts are known.
    public var villages: ListedVintage?
    /// Defects of the village table.
    public var diagnostics: [Diagnostic] = []

    /// Reads a list.
    ///
    /// - Parameter crosswalk: from wards to communes of 2025; without it names and codes are compared as they stand.
    /// - Throws: `InputError` for a list file that cannot be used, `StoreError` for a folder that is no run.
    public static func read(_ path: String, crosswalk: ListCrosswalk?) throws -> TrackedList {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { return try run(path) }
        let list = try ListVintage.read(path: path, displayName: path)
        guard let table = list.villages else { return TrackedList(kind: .counts, shownAs: path, list: list) }
        var tracked = TrackedList(kind: .named, shownAs: path, list: list)
        let rows = ListVillageReader.read(
            table.source, asOf: list.asOf, hasDefaultStatus: table.status != nil, understandsStatus: { ListStatus(label: $0) != nil },
            into: &tracked.diagnostics)
        let missing = tracked.diagnostics.filter { $0.severity == .error && $0.code == .fileMissing }
        if !missing.isEmpty { throw InputError(.missing, missing) }
        let rejected = tracked.diagnostics.filter { $0.severity == .error && $0.consequence == .fileRejected }
        if !rejected.isEmpty { throw InputError(.badData, tracked.diagnostics) }
        let placing = TrackPlacing(crosswalk: crosswalk, administration: list.administration, file: table.source.displayName)
        let villages = try placing.villages(rows, status: table.status, into: &tracked.diagnostics)
        let open = villages.count { $0.status.isOpen }
        let isShort = (list.officialOpen ?? 0) > open
        if isShort, table.isComplete == nil {
            tracked.diagnostics.append(
                Diagnostic(
                    .warning, .listIncomplete, file: path, field: "counts", value: "\(open) < \(list.officialOpen ?? 0)", consequence: .kept
                ))
        }
        tracked.villages = ListedVintage(
            id: list.id, asOf: list.asOf, administration: list.administration, isComplete: table.isComplete ?? !isShort, villages: villages)
        return tracked
    }

    /// The villages of a run on its day. A run knows the villages of its project only: one that it does not name is not closed by it.
    private static func run(_ folder: String) throws -> TrackedList {
        let manifest = try RunStore.document(Manifest.self, "run.json", in: folder)
        let path = "\(folder)/villages.geojson"
        let table: FeatureTable
        do {
            table = try VectorReader.read(path)
        } catch {
            throw StoreError(.badData, path: path, reason: "the layer cannot be read", remedy: "make the run again")
        }
        guard let name = table.fieldIndex("name"), let grade = table.fieldIndex("grade") else {
            throw StoreError(.badData, path: path, reason: "fields are missing", remedy: "make the run again")
        }
        var villages: [ListedVillage] = []
        for feature in table.features {
            func text(_ field: String) -> String { table.fieldIndex(field).flatMap { feature.values[$0].text } ?? "" }
            // A village of unknown grade is on no list.
            guard let status = ListStatus(rawValue: feature.values[grade].text ?? "") else { continue }
            var village = ListedVillage(
                name: feature.values[name].text ?? "", communeCode: text("commune_code"), status: status)
            village.id = text("id")
            village.communeName = text("commune")
            village.provinceName = text("province")
            village.households = Int(text("households"))
            village.electricity = Electricity(rawValue: text("electricity")) ?? .unknown
            village.reason = text("reason")
            village.isSynthetic = text("synthetic") == "true" || text("synthetic") == "1"
            villages.append(village)
        }
        let id = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
        let list = ListVintage(
            id: id,
            title: Bilingual(
                vi: "Tính toán: \(manifest.project), quy tắc \(manifest.rule.id)",
                en: "Computed: \(manifest.project), rule \(manifest.rule.id)"),
            level: "", area: "", asOf: manifest.asOf, dateAccuracy: "day", counts: [:], alsoStated: [:], administration: .provinces34,
            line: .init(
                id: "run-\(manifest.project)", title: Bilingual(vi: "tính toán: \(manifest.project)", en: "computed: \(manifest.project)")),
            villages: nil, source: "phusong \(manifest.command), \(manifest.inputHash.prefix(12))", note: manifest.synthetic)
        return TrackedList(
            kind: .run, shownAs: folder, list: list,
            villages: ListedVintage(
                id: id, asOf: manifest.asOf, administration: .provinces34, isComplete: false, villages: villages))
    }
}
