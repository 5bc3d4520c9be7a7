import GeoFiles
import Planning
import Testing

@testable import Publishing
@testable import Scenarios

@Suite struct FieldDictionaryTests {
    /// Every layer that any export holds, with all of its fields.
    private func layers(_ folder: String) throws -> [LayerStream] {
        try RunExport(run: folder).layers()
    }

    @Test func noFieldIsWithoutText() throws {
        try SmallProvince.withRun { _, folder in
            let layers = try layers(folder)
            #expect(Set(layers.map(\.name)) == Set(FieldDictionary.layers.map(\.name)))
            for layer in layers {
                for field in layer.fields {
                    let entry = FieldDictionary.entry(layer.name, field.name)
                    #expect(entry != nil, "\(layer.name).\(field.name)")
                    guard let entry else { continue }
                    for text in [entry.title.vi, entry.title.en, entry.meaning.vi, entry.meaning.en] {
                        #expect(text.count > 1, "\(field.name)")
                    }
                    #expect(entry.meaning.vi.hasSuffix(".") && entry.meaning.en.hasSuffix("."), "\(field.name)")
                }
            }
        }
    }

    @Test func noTextIsWithoutField() throws {
        try SmallProvince.withRun { _, folder in
            let layers = try layers(folder)
            let tables = Set(FieldDictionary.tableFields.map(\.name))
            #expect(tables == Set(["lon", "lat", "wkt"] + RunExport.gridColumns))
            let fields = Set(layers.flatMap { $0.fields.map(\.name) })
            for name in FieldDictionary.common.keys where !tables.contains(name) { #expect(fields.contains(name), "\(name)") }
            for (layer, entries) in FieldDictionary.own {
                let own = Set(layers.first { $0.name == layer }?.fields.map(\.name) ?? [])
                for name in entries.keys { #expect(own.contains(name), "\(layer).\(name)") }
            }
        }
    }

    /// A unit at the end of a name is the one that the dictionary states.
    @Test func unitsAreThoseOfTheNames() {
        let units = ["_dbm": "dBm", "_db": "dB", "_m": "m", "_km": "km", "_vnd": "VND", "_mhz": "MHz", "_ghz": "GHz", "_deg": "°"]
        let entries = Array(FieldDictionary.common.values) + FieldDictionary.own.values.flatMap(\.values)
        for entry in entries {
            for (ending, unit) in units where entry.name.hasSuffix(ending) { #expect(entry.unit == unit, "\(entry.name)") }
        }
    }

    @Test func shortNamesAreShortAndUnique() throws {
        try SmallProvince.withRun { _, folder in
            for layer in try layers(folder) {
                let short = layer.fields.compactMap { FieldDictionary.entry(layer.name, $0.name)?.short.lowercased() }
                #expect(Set(short).count == short.count, "\(layer.name)")
                #expect(short.allSatisfy { (1...10).contains($0.utf8.count) }, "\(layer.name)")
            }
        }
    }

    /// Words that stand in a real run are all explained.
    @Test func noWordIsUnexplained() throws {
        try SmallProvince.withRun { _, folder in
            var checked = 0
            for layer in try layers(folder) {
                let entries = layer.fields.map { FieldDictionary.entry(layer.name, $0.name) }
                try layer.rows { row in
                    for (entry, value) in zip(entries, row.values) {
                        guard let entry, !entry.words.isEmpty, let text = value.text else { continue }
                        for word in text.split(separator: ";") {
                            #expect(entry.words.contains { $0.word == word }, "\(layer.name).\(entry.name): \(word)")
                            checked += 1
                        }
                    }
                }
            }
            #expect(checked > 50)
        }
    }

    @Test func thePageTellsEveryField() throws {
        try SmallProvince.withRun { _, folder in
            let layers = try layers(folder)
            let text = FieldsPage(layers: layers, tableColumns: [:], hasRaster: true, hasShapefile: true).text
            for layer in layers {
                #expect(text.contains("## \(layer.name)\n"))
                for field in layer.fields { #expect(text.contains("| `\(field.name)` |"), "\(field.name)") }
            }
            let short = FieldsPage(layers: layers, tableColumns: [:], hasRaster: false, hasShapefile: true).shortNames
            #expect(short.rows.count == layers.reduce(0) { $0 + $1.fields.count + ($1.fields.contains { $0.name == "id" } ? 0 : 1) })
        }
    }
}
