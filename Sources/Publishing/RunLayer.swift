import Foundation
import GeoFiles
import Geometry
import Scenarios

/// One layer of a finished run, read back, with its fields by name.
struct RunLayer {
    let table: FeatureTable
    private let positions: [String: Int]

    /// - Throws: `StoreError` when the run has no such layer or it cannot be read.
    init(_ name: String, in folder: String) throws(StoreError) {
        let path = "\(folder)/\(name).geojson"
        do {
            table = try VectorReader.read(path)
        } catch {
            throw StoreError(
                error.code == .missing ? .missing : .badData, path: path, reason: "the layer cannot be read",
                remedy: "give the folder of a run, or make the run again")
        }
        positions = Dictionary(table.fieldNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func value(_ field: String, _ feature: Feature) -> FieldValue {
        guard let position = positions[field], position < feature.values.count else { return .null }
        return feature.values[position]
    }

    func text(_ field: String, _ feature: Feature) -> String { value(field, feature).text ?? "" }

    /// The words of a cell joined by `;`.
    func words(_ field: String, _ feature: Feature) -> [String] { text(field, feature).split(separator: ";").map(String.init) }

    /// The different texts of one field over all features.
    func words(_ field: String) -> Set<String> { Set(table.features.map { text(field, $0) }) }

    func flag(_ field: String, _ feature: Feature) -> Bool {
        switch value(field, feature) {
        case .boolean(let isSet): isSet
        case .integer(let number): number != 0
        default: text(field, feature) == "true"
        }
    }
}
