import CGDAL
import Foundation
import Geodesy
import Geometry
import Testing

@testable import GeoFiles

@Suite struct VectorOptionsTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static let points = LayerStream(VectorWriterTests.points)

    /// Coordinates as they stand in a file, in its own system.
    private func rawPlaces(_ path: String) throws -> [(x: Double, y: Double)] {
        let dataset = try #require(GDALDataset(opening: path, drivers: ["GPKG", "FlatGeobuf", "ESRI Shapefile"]))
        let layer = try #require(GDALDatasetGetLayer(dataset.handle, 0))
        var places: [(Double, Double)] = []
        while let feature = OGR_L_GetNextFeature(layer) {
            defer { OGR_F_Destroy(feature) }
            let geometry = OGR_F_GetGeometryRef(feature)
            places.append((OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)))
        }
        return places
    }

    @Test(arguments: [VectorFormat.gpkg, .fgb, .shp])
    func coordinatesComeInVN2000(format: VectorFormat) throws {
        var options = VectorOptions()
        options.system = try CoordinateReferenceSystem("VN-2000/105.5")
        let path = scratch.path("a.\(format.fileExtension)")
        _ = try VectorWriter.write([Self.points], to: path, format: format, options: options)
        let found = try rawPlaces(path)
        for row in VectorWriterTests.points.rows {
            guard case .point(let place)? = row.shape else { continue }
            let point = try VN2000.project(place, centralMeridianDegrees: 105.5)
            #expect(found.contains { abs($0.x - point.eastingMeters) < 1e-4 && abs($0.y - point.northingMeters) < 1e-4 })
        }
        // Read back by its own declaration they are where they were, but for the height that the shift drops (1 mm).
        let table = try VectorReader.read(path)
        #expect(table.declaredCRS == "EPSG:9209" || format == .shp)
        for feature in table.features {
            guard case .point(let place)? = feature.shape else { continue }
            #expect(
                VectorWriterTests.points.rows.contains { row in
                    guard case .point(let written)? = row.shape else { return false }
                    return Geodesic.distanceMeters(written, place) < 5e-3
                })
        }
    }

    @Test func geojsonStaysInWGS84() throws {
        var options = VectorOptions()
        options.system = try CoordinateReferenceSystem("VN-2000/105.5")
        _ = try VectorWriter.write([Self.points], to: scratch.path("a.geojson"), format: .geojson, options: options)
        #expect(try String(contentsOfFile: scratch.path("a.geojson"), encoding: .utf8).contains("105.3480812"))
    }

    /// What QGIS asks for when it opens a layer: the style of this table and geometry column, with empty catalogue and schema, that is default.
    @Test func qgisFindsTheStyle() throws {
        var options = VectorOptions()
        options.styles = [.init(layer: "villages", name: "grades", description: "by grade", qml: "<qgis/>", sld: "<sld/>")]
        _ = try VectorWriter.write([Self.points], to: scratch.path("a.gpkg"), format: .gpkg, options: options)
        #expect(try VectorReader.layerNames(scratch.path("a.gpkg")) == ["villages", "layer_styles"])
        let dataset = try #require(GDALDataset(opening: scratch.path("a.gpkg"), drivers: ["GPKG"]))
        let styles = try #require(GDALDatasetGetLayerByName(dataset.handle, "layer_styles"))
        OGR_L_SetAttributeFilter(
            styles,
            "f_table_catalog = '' AND f_table_schema = '' AND f_table_name = 'villages' AND f_geometry_column = 'geom' AND useAsDefault = 1"
        )
        #expect(OGR_L_GetFeatureCount(styles, 1) == 1)
        let feature = try #require(OGR_L_GetNextFeature(styles))
        defer { OGR_F_Destroy(feature) }
        for (name, text) in [("styleName", "grades"), ("styleQML", "<qgis/>"), ("styleSLD", "<sld/>"), ("description", "by grade")] {
            let index = OGR_F_GetFieldIndex(feature, name)
            #expect(index >= 0 && OGR_F_GetFieldAsString(feature, index).map { String(cString: $0) } == text, "\(name)")
        }
        #expect(OGR_L_GetGeometryColumn(GDALDatasetGetLayerByName(dataset.handle, "villages")).map { String(cString: $0) } == "geom")
        #expect(
            OGR_F_GetFieldIndex(feature, "owner") >= 0 && OGR_F_GetFieldIndex(feature, "ui") >= 0
                && OGR_F_GetFieldIndex(feature, "update_time") >= 0)
    }

    @Test func csvIsMarkedOnRequestOnly() throws {
        var options = VectorOptions()
        for isMarked in [false, true] {
            options.isCSVMarked = isMarked
            _ = try VectorWriter.write([Self.points], to: scratch.path("a.csv"), format: .csv, options: options)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.csv")))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) == isMarked)
        }
        #expect(try VectorReader.read(scratch.path("a.csv")).fieldNames.first == "id")
    }

    @Test func aShapefileHasItsParts() throws {
        _ = try VectorWriter.write([Self.points], to: scratch.path("a.shp"), format: .shp)
        #expect(scratch.names == ["a.cpg", "a.dbf", "a.prj", "a.shp", "a.shx"])
        #expect(try String(contentsOfFile: scratch.path("a.cpg"), encoding: .utf8) == "UTF-8")
        let table = try VectorReader.read(scratch.path("a.shp"))
        #expect(table.features.map { $0.values[1].text } == ["Khuổi \"Phìn\", bản", nil])
        #expect(table.encodingDefects.isEmpty)
    }

    @Test func textsAreCutBetweenLetters() {
        #expect("Khuổi".prefix(utf8Count: 5) == "Khu" && "Khuổi".prefix(utf8Count: 6) == "Khuổ" && "Khuổi".prefix(utf8Count: 7) == "Khuổi")
    }

    @Test func tilesHoldEveryRecord() throws {
        let rows = (0..<300).map { (number: Int) -> OutputRow in
            let place = Coordinate(longitude: 105 + Double(number % 20) / 40, latitude: 22 + Double(number / 20) / 40)
            return OutputRow(id: "v\(number)", values: [.integer(Int64(number))], shape: .point(place))
        }
        let layer = OutputLayer(name: "villages", fields: [OutputField(name: "households", type: .integer)], rows: rows)
        try VectorWriter.write([layer], to: scratch.path("a.mbtiles"), format: .mbtiles)
        let dataset = try #require(GDALDataset(opening: scratch.path("a.mbtiles"), drivers: ["MBTiles"]))
        let tiles = try #require(GDALDatasetGetLayerByName(dataset.handle, "villages"))
        var ids: Set<String> = []
        while let feature = OGR_L_GetNextFeature(tiles) {
            defer { OGR_F_Destroy(feature) }
            if let id = OGR_F_GetFieldAsString(feature, OGR_F_GetFieldIndex(feature, "id")) { ids.insert(String(cString: id)) }
        }
        #expect(ids == Set(rows.map(\.id)))
    }

    @Test func pmtilesAreWrittenOrRefused() throws {
        let path = scratch.path("a.pmtiles")
        guard VectorWriter.objection(to: .pmtiles) != nil else {
            _ = try VectorWriter.write([Self.points], to: path, format: .pmtiles)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: Data("PMTiles".utf8)))
            return
        }
        #expect { try VectorWriter.write([Self.points], to: path, format: .pmtiles) } throws: {
            ($0 as? GeoFileError)?.code == .unsupported && "\($0)".contains("3.8")
        }
        #expect(scratch.names.isEmpty)
    }

    @Test func recordsComeOneByOne() throws {
        _ = try VectorWriter.write([Self.points], to: scratch.path("a.geojson"), format: .geojson)
        var ids: [String] = []
        try VectorReader.each(scratch.path("a.geojson")) { names, feature in
            ids.append(names.firstIndex(of: "id").flatMap { feature.values[$0].text } ?? "")
        }
        #expect(ids == VectorWriterTests.points.rows.map(\.id))
    }
}
