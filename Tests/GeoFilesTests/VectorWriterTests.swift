import Foundation
import Geodesy
import Geometry
import Testing

@testable import GeoFiles

@Suite struct VectorWriterTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    static let fields = [
        OutputField(name: "name", type: .text), OutputField(name: "households", type: .integer),
        OutputField(name: "signal_dbm", type: .real), OutputField(name: "synthetic", type: .boolean),
    ]

    static let points = OutputLayer(
        name: "villages", title: "Thôn bản", fields: fields,
        rows: [
            OutputRow(
                id: "02118-khuoi-phin-1",
                values: [.text("Khuổi \"Phìn\", bản"), .integer(9_007_199_254_740_993), .real(-115.1), .boolean(true)],
                shape: .point(Coordinate(longitude: 105.348_081_234_567, latitude: 22.6))),
            OutputRow(id: "7", values: [.null, .null, .null, .null], shape: .point(Coordinate(longitude: 106, latitude: 21))),
        ])

    /// One area with the wrong winding and a hole, one of two parts.
    static var areas: OutputLayer {
        let shell = [(105.0, 21.0), (105, 22), (106, 22), (106, 21)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let hole = [(105.4, 21.4), (105.6, 21.4), (105.6, 21.6), (105.4, 21.6)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let disc = MultiPolygon.disc(center: Coordinate(longitude: 108, latitude: 12), radiusMeters: 4_000, vertices: 12)
        let holed = MultiPolygon(exterior: shell, holes: [hole])
        return OutputLayer(
            name: "footprints", fields: [OutputField(name: "operator", type: .text)],
            rows: [
                OutputRow(id: "f1", values: [.text("viettel")], shape: .polygon(holed)),
                OutputRow(id: "f2", values: [.text("vnpt")], shape: .polygon(MultiPolygon(holed.polygons + disc.polygons))),
            ])
    }

    static let empty = OutputLayer(name: "dead_zones", fields: fields, rows: [])

    // MARK: GeoJSON by RFC 7946

    private func json(_ layer: OutputLayer, decimals: Int = 7) throws -> (text: String, object: [String: Any]) {
        let path = scratch.path("out.geojson")
        try VectorWriter.write([layer], to: path, format: .geojson, coordinateDecimals: decimals)
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return (String(decoding: data, as: UTF8.self), try #require(JSONSerialization.jsonObject(with: data) as? [String: Any]))
    }

    @Test func geojsonHasIdsBoxesAndNoReferenceSystem() throws {
        let (text, object) = try json(Self.points)
        #expect(object["type"] as? String == "FeatureCollection" && object["crs"] == nil)
        #expect(object["bbox"] as? [Double] == [105.3480812, 21, 106, 22.6])
        let features = try #require(object["features"] as? [[String: Any]])
        #expect(features.map { $0["id"] as? String } == ["02118-khuoi-phin-1", "7"])
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        #expect(properties.map { $0["id"] as? String } == ["02118-khuoi-phin-1", "7"])
        #expect(Set(properties[0].keys) == ["id", "name", "households", "signal_dbm", "synthetic"])
        #expect(properties[1]["name"] is NSNull && properties[1]["households"] is NSNull)
        // Unicode as it is, whole numbers whole, no more digits than there are.
        #expect(text.contains("Khuổi \\\"Phìn\\\", bản") && text.contains("9007199254740993") && text.contains("-115.1,"))
        #expect(text.contains("105.3480812") && !text.contains("105.34808123"))
        #expect(text.contains("\"synthetic\": true"))
    }

    @Test func geojsonRingsFollowTheRightHand() throws {
        let (_, object) = try json(Self.areas)
        let features = try #require(object["features"] as? [[String: Any]])
        let polygon = try #require((features[0]["geometry"] as? [String: Any])?["coordinates"] as? [[[Double]]])
        let multi = try #require((features[1]["geometry"] as? [String: Any])?["coordinates"] as? [[[[Double]]]])
        #expect((features[0]["geometry"] as? [String: Any])?["type"] as? String == "Polygon")
        for rings in [polygon] + multi {
            for (index, ring) in rings.enumerated() {
                let places = ring.map { Coordinate(longitude: $0[0], latitude: $0[1]) }
                #expect((Geodesic.signedAreaSquareMeters(ring: places) > 0) == (index == 0))
                #expect(places.first == places.last)
            }
        }
    }

    @Test func geojsonDecimals() throws {
        let (text, _) = try json(Self.points, decimals: 5)
        #expect(text.contains("105.34808") && !text.contains("105.348081"))
        let (most, _) = try json(Self.points, decimals: 15)
        #expect(most.contains("105.3480812") && !most.contains("105.34808123"))
    }

    @Test func emptyLayerIsAValidCollection() throws {
        let (_, object) = try json(Self.empty)
        #expect((object["features"] as? [Any])?.isEmpty == true && object["type"] as? String == "FeatureCollection")
    }

    @Test func recordsWithoutShapeStay() throws {
        var layer = Self.points
        layer.rows[1].shape = nil
        layer.rows.append(OutputRow(id: "8", values: [.null, .null, .null, .null], shape: .empty))
        let (_, object) = try json(layer)
        let features = try #require(object["features"] as? [[String: Any]])
        #expect(features.count == 3 && features[1]["geometry"] is NSNull)
    }

    // MARK: Round trips

    @Test(arguments: [VectorFormat.geojson, .geojsonseq, .gpkg, .fgb])
    func pointsComeBack(format: VectorFormat) throws {
        let path = scratch.path("a.\(format.fileExtension)")
        try VectorWriter.write([Self.points], to: path, format: format)
        let table = try VectorReader.read(path)
        #expect(table.fieldNames == ["id"] + Self.fields.map(\.name))
        #expect(table.warnings.isEmpty && table.rowDefects.isEmpty && table.declaredCRS == "EPSG:4326")
        for (row, feature) in zip(Self.points.rows, table.features.sorted { $0.values[0].text ?? "" < $1.values[0].text ?? "" }) {
            #expect(feature.values == [.text(row.id)] + row.values)
            guard case .point(let written) = row.shape, case .point(let read) = feature.shape else {
                Issue.record("no point")
                return
            }
            #expect(Geodesic.distanceMeters(written, read) < 0.01)
        }
    }

    @Test(arguments: [VectorFormat.geojson, .geojsonseq, .gpkg, .fgb, .kmz, .kml])
    func areasComeBack(format: VectorFormat) throws {
        let path = scratch.path("a.\(format.fileExtension)")
        try VectorWriter.write([Self.areas], to: path, format: format)
        let table = try VectorReader.read(path)
        let areas = table.features.compactMap { feature in if case .polygon(let area) = feature.shape { area } else { nil } }
        #expect(areas.map(\.polygons.count).sorted() == [1, 2])
        #expect(areas.allSatisfy { $0.rightHanded() == $0 && $0.polygons[0].holes.count == 1 })
        let written = Self.areas.rows.compactMap { row in if case .polygon(let area) = row.shape { area.areaSquareMeters } else { nil } }
            .sorted()
        for (a, b) in zip(areas.map(\.areaSquareMeters).sorted(), written) { #expect(abs(a / b - 1) < 1e-6) }
    }

    @Test(arguments: [VectorFormat.csv, .xlsx])
    func tablesComeBackWithLongitudeAndLatitude(format: VectorFormat) throws {
        let path = scratch.path("a.\(format.fileExtension)")
        var layer = Self.points
        layer.rows[0].values[1] = .integer(45)
        try VectorWriter.write([layer], to: path, format: format)
        let table = try VectorReader.read(path)
        #expect(table.fieldNames == ["id", "name", "households", "signal_dbm", "synthetic", "lon", "lat"])
        #expect(table.features.map(\.row) == [2, 3])
        #expect(table.features[0].values.prefix(4).map(\.text) == ["02118-khuoi-phin-1", "Khuổi \"Phìn\", bản", "45", "-115.1"])
        #expect(table.features[0].values[5].number.map { abs($0 - 105.3480812) < 1e-6 } == true)
        #expect(table.features[1].values[1] == .null)
    }

    private func csv(_ layer: OutputLayer, _ name: String = "a.csv") throws -> String {
        try VectorWriter.write([layer], to: scratch.path(name), format: .csv)
        return try String(contentsOfFile: scratch.path(name), encoding: .utf8)
    }

    @Test func csvQuotesOnlyWhatMustBe() throws {
        let expected = """
            id,name,households,signal_dbm,synthetic,lon,lat
            02118-khuoi-phin-1,"Khuổi ""Phìn"", bản",9007199254740993,-115.1,true,105.3480812,22.6
            7,,,,,106,21

            """
        #expect(try csv(Self.points) == expected)
        // Any name of a file will do, and nothing else is left beside it.
        #expect(try csv(Self.points, "table") == expected)
        #expect(scratch.names == ["a.csv", "table"])
        #expect(try csv(Self.empty) == "id,name,households,signal_dbm,synthetic\n")
        var odd = Self.points
        odd.rows[1].values[0] = .text("two\nlines; 00694")
        odd.rows[1].shape = nil
        #expect(try csv(odd).hasSuffix("\n7,\"two\nlines; 00694\",,,,,\n"))
    }

    @Test func csvHasOtherShapesAsText() throws {
        let text = try csv(Self.areas)
        #expect(text.hasPrefix("id,operator,wkt\nf1,viettel,\"POLYGON (("))
        let table = try VectorReader.read(scratch.path("a.csv"))
        #expect(table.features[1].values[2].text?.hasPrefix("MULTIPOLYGON (((") == true && table.features.count == 2)
    }

    @Test func kmlKeepsEveryAttribute() throws {
        let path = scratch.path("a.kml")
        try VectorWriter.write([Self.points], to: path, format: .kml)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("<name>Khuổi &quot;Phìn&quot;, bản</name>") && text.contains("<Folder id=\"villages\">"))
        for name in ["id", "name", "households", "signal_dbm", "synthetic"] {
            #expect(text.contains("<SimpleData name=\"\(name)\">"), "\(name)")
        }
        #expect(text.contains("<SimpleData name=\"synthetic\">true</SimpleData>"))
    }

    /// Tiles are for maps, not to be read back as tables.
    private static let readable = VectorFormat.allCases.filter { $0 != .mbtiles && $0 != .pmtiles }
    private static let writable = VectorFormat.allCases.filter { VectorWriter.objection(to: $0) == nil }

    @Test(arguments: readable)
    func decomposedNamesStayAsTheyAre(format: VectorFormat) throws {
        var layer = Self.points
        layer.rows[0].values[0] = .text("Khuo\u{0302}\u{0309}i")
        let path = scratch.path("a.\(format.fileExtension)")
        try VectorWriter.write([layer], to: path, format: format)
        let table = try VectorReader.read(path)
        let name = try #require(table.fieldIndex("name") ?? table.fieldIndex("Name"))
        let names = table.features.compactMap { $0.values[name].text }
        #expect(names.contains { $0.unicodeScalars.elementsEqual("Khuo\u{0302}\u{0309}i".unicodeScalars) })
    }

    // MARK: Several layers, same bytes

    @Test(arguments: [VectorFormat.gpkg, .kmz, .kml, .xlsx])
    func manyLayers(format: VectorFormat) throws {
        let path = scratch.path("a.\(format.fileExtension)")
        try VectorWriter.write([Self.points, Self.areas], to: path, format: format)
        #expect(try VectorReader.layerNames(path) == ["villages", "footprints"])
        #expect(try VectorReader.read(path, layer: "footprints").features.count == 2)
    }

    @Test func geopackageWithSeveralLayersMustBeAskedForOne() throws {
        let path = scratch.path("a.gpkg")
        try VectorWriter.write([Self.points, Self.areas, Self.empty], to: path, format: .gpkg)
        #expect { try VectorReader.read(path) } throws: { ($0 as? GeoFileError)?.code == .ambiguousLayer }
        #expect(try VectorReader.read(path, layer: "dead_zones").fieldNames.count == 5)
        #expect(scratch.names == ["a.gpkg"])
    }

    @Test(arguments: writable)
    func sameLayersGiveSameBytes(format: VectorFormat) throws {
        let layers = format.holdsManyLayers ? [Self.points, Self.areas] : [Self.points]
        let paths = ["a", "b"].map { scratch.path("\($0).\(format.fileExtension)") }
        for path in paths {
            try VectorWriter.write(layers, to: path, format: format)
            // Long enough for a clock of seconds to show.
            Thread.sleep(forTimeInterval: 1.1)
        }
        #expect(FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]))
    }

    @Test func timestampOfAGeoPackageIsTheCallers() throws {
        let path = scratch.path("a.gpkg")
        try VectorWriter.write([Self.points], to: path, format: .gpkg, timestamp: "2022-09-30T00:00:00Z")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.range(of: Data("2022-09-30T00:00:00.000Z".utf8)) != nil)
    }

    // MARK: Failures leave nothing

    @Test func whatCannotBeCreated() throws {
        func code(_ path: String, _ layers: [OutputLayer] = [Self.points], _ format: VectorFormat = .geojson) -> GeoFileError.Code? {
            do {
                try VectorWriter.write(layers, to: path, format: format)
                return nil
            } catch { return error.code }
        }
        #expect(code(scratch.path("none/a.geojson")) == .cannotCreate)
        #expect(code(scratch.folder) == .cannotCreate)
        #expect(code("/vsimem/a.geojson") == .remotePath)
        #expect(code(scratch.path("a.geojson"), [Self.points, Self.areas]) == .badLayer)
        #expect(code(scratch.path("a.gpkg"), [], .gpkg) == .badLayer)
        #expect(code(scratch.path("a.gpkg"), [Self.points, Self.points], .gpkg) == .badLayer)
        #expect(scratch.names.isEmpty)
    }

    /// /proc takes no files even from root: the same as a folder without permission.
    @Test(arguments: writable)
    func folderThatTakesNoFiles(format: VectorFormat) {
        #expect { try VectorWriter.write([Self.points], to: "/proc/a.\(format.fileExtension)", format: format) } throws: { error in
            [.cannotCreate, .writeFailed].contains((error as? GeoFileError)?.code)
        }
    }

    @Test func badLayersAreNamed() {
        func failure(_ change: (inout OutputLayer) -> Void) -> GeoFileError? {
            var layer = Self.points
            change(&layer)
            do {
                try VectorWriter.write([layer], to: scratch.path("a.gpkg"), format: .gpkg)
                return nil
            } catch { return error }
        }
        #expect(failure { $0.rows[1].values[1] = .text("many") }?.field == "households")
        #expect(failure { $0.rows[1].values[1] = .real(0.5) }?.row == 2)
        #expect(failure { $0.rows[1].values = [] }?.row == 2)
        #expect(failure { $0.fields[1].name = "NAME" }?.code == .badLayer)
        #expect(failure { $0.fields[1].name = "fid" }?.code == .badLayer)
        #expect(failure { $0.rows[0].shape = .point(Coordinate(longitude: .nan, latitude: 0)) }?.row == 1)
        #expect(scratch.names.isEmpty)
    }

    @Test func failureKeepsTheOldFile() throws {
        let path = try scratch.file("a.geojson", "old")
        var layer = Self.points
        layer.rows[0].values = []
        #expect(throws: GeoFileError.self) { try VectorWriter.write([layer], to: path, format: .geojson) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        try VectorWriter.write([Self.points], to: path, format: .geojson)
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("FeatureCollection"))
        #expect(scratch.names == ["a.geojson"])
    }

    @Test func fieldNamedIdOnlyChoosesItsPlace() throws {
        var layer = Self.points
        layer.fields.append(OutputField(name: "id", type: .text))
        for index in layer.rows.indices { layer.rows[index].values.append(.null) }
        try VectorWriter.write([layer], to: scratch.path("a.gpkg"), format: .gpkg)
        let table = try VectorReader.read(scratch.path("a.gpkg"))
        #expect(table.fieldNames.last == "id" && table.features[1].values.last == .text("7"))
    }

    @Test func flatGeobufRefusesRecordsWithoutShape() {
        var layer = Self.points
        layer.rows[1].shape = nil
        #expect { try VectorWriter.write([layer], to: scratch.path("a.fgb"), format: .fgb) } throws: { ($0 as? GeoFileError)?.row == 2 }
    }

    @Test func manyThreadsAtOnce() async throws {
        let folder = scratch.folder
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<6 {
                group.addTask { try VectorWriter.write([Self.points, Self.areas], to: "\(folder)/\(number).gpkg", format: .gpkg) }
            }
            try await group.waitForAll()
        }
        #expect(scratch.names.count == 6)
        #expect((1..<6).allSatisfy { FileManager.default.contentsEqual(atPath: "\(folder)/0.gpkg", andPath: "\(folder)/\($0).gpkg") })
    }
}
