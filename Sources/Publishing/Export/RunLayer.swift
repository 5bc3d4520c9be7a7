import Foundation
import GeoFiles
import Geometry
import Scenarios

/// The cells of a record by the names of their fields.
struct RunFields: Sendable {
    private let positions: [String: Int]

    init(_ names: [String]) {
        positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func value(_ field: String, _ feature: Feature) -> FieldValue {
        guard let position = positions[field], position < feature.values.count else { return .null }
        return feature.values[position]
    }

    func text(_ field: String, _ feature: Feature) -> String { value(field, feature).text ?? "" }

    /// The words of a cell joined by `;`.
    func words(_ field: String, _ feature: Feature) -> [String] { text(field, feature).split(separator: ";").map(String.init) }

    func flag(_ field: String, _ feature: Feature) -> Bool {
        switch value(field, feature) {
        case .boolean(let isSet): isSet
        case .integer(let number): number != 0
        default: text(field, feature) == "true"
        }
    }
}

/// One layer of a finished run, read back, with its fields by name.
struct RunLayer: Sendable {
    let table: FeatureTable
    let fields: RunFields

    /// - Throws: `StoreError` when the run has no such layer or it cannot be read.
    init(_ name: String, in folder: String) throws(StoreError) {
        do {
            table = try VectorReader.read(Self.path(name, folder))
        } catch { throw Self.unreadable(name, folder, error) }
        fields = RunFields(table.fieldNames)
    }

    func value(_ field: String, _ feature: Feature) -> FieldValue { fields.value(field, feature) }

    func text(_ field: String, _ feature: Feature) -> String { fields.text(field, feature) }

    func words(_ field: String, _ feature: Feature) -> [String] { fields.words(field, feature) }

    func flag(_ field: String, _ feature: Feature) -> Bool { fields.flag(field, feature) }

    /// The different texts of one field over all features.
    func words(_ field: String) -> Set<String> { Set(table.features.map { text(field, $0) }) }

    private static func path(_ name: String, _ folder: String) -> String { "\(folder)/\(name).geojson" }

    /// The records of a layer one after the other, none of which is kept.
    static func each(
        _ name: String, in folder: String, _ body: (RunFields, Feature) throws(GeoFileError) -> Void
    ) throws(GeoFileError) {
        var fields: RunFields?
        try VectorReader.each(path(name, folder)) { names, feature throws(GeoFileError) in
            let known = fields ?? RunFields(names)
            fields = known
            try body(known, feature)
        }
    }

    static func unreadable(_ name: String, _ folder: String, _ error: GeoFileError) -> StoreError {
        StoreError(
            error.code == .missing ? .missing : .badData, path: path(name, folder), reason: "the layer cannot be read",
            remedy: "give the folder of a run, or make the run again")
    }
}
