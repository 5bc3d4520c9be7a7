import GeoFiles
import Geodesy

/// An option of a run, as its layer of candidates states it.
struct PlanOption: Hashable {
    var id: String
    var candidate: String
    var word: String
    var operators: [String]
    var mastHeightMeters: Double
    var place: Coordinate?
    var costVND: Int64
    var covers: [String]
}

extension RunSnapshot {
    /// The options of the run's plan; empty without one.
    ///
    /// - Throws: `StoreError` when the layer cannot be read.
    func options() throws(StoreError) -> [PlanOption] {
        guard plan != nil else { return [] }
        let path = "\(folder)/candidates.geojson"
        func broken(_ reason: String) -> StoreError { StoreError(.badData, path: path, reason: reason, remedy: "make the run again") }
        guard let table = try? VectorReader.read(path) else { throw broken("the layer cannot be read") }
        if table.features.isEmpty { return [] }
        let names = ["id", "candidate", "option", "operators", "cost_vnd", "villages_covered", "mast_height_m"]
        let fields = names.compactMap(table.fieldIndex)
        guard fields.count == names.count else { throw broken("fields are missing") }
        var options: [PlanOption] = []
        for feature in table.features {
            func text(_ field: Int) -> String { feature.values[fields[field]].text ?? "" }
            func words(_ field: Int) -> [String] { text(field).split(separator: ";").map(String.init) }
            // A place that was left out has no option.
            guard !text(2).isEmpty else { continue }
            guard let cost = Int64(text(4)) else { throw broken("the cost of \(text(0)) is no number") }
            guard let height = Double(text(6)) else { throw broken("the mast height of \(text(0)) is no number") }
            var place: Coordinate?
            if case .point(let point)? = feature.shape { place = point }
            options.append(
                PlanOption(
                    id: text(0), candidate: text(1), word: text(2), operators: words(3), mastHeightMeters: height, place: place,
                    costVND: cost, covers: words(5)))
        }
        return options
    }
}
