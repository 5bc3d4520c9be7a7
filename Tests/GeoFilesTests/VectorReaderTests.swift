import Foundation
import Geodesy
import Geometry
import Testing

@testable import GeoFiles

@Suite struct VectorReaderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func geojson(_ features: String, extra: String = "") throws -> FeatureTable {
        try VectorReader.read(scratch.file("a.geojson", "{\"type\":\"FeatureCollection\"\(extra),\"features\":[\(features)]}"))
    }

    private func feature(_ geometry: String, _ properties: String = "{}") -> String {
        "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
    }

    // MARK: GeoJSON

    @Test func valuesKeepTheirTypes() throws {
        let table = try geojson(
            feature(
                "null", "{\"t\":\"Xã\",\"i\":3000000000,\"r\":-115.5,\"b\":true,\"n\":null,\"list\":[\"a\",\"b\"],\"deep\":{\"x\":1}}"))
        let row = try #require(table.features.first)
        func value(_ name: String) throws -> FieldValue { row.values[try #require(table.fieldIndex(name))] }
        #expect(try value("t") == .text("Xã") && value("i") == .integer(3_000_000_000) && value("r") == .real(-115.5))
        #expect(try value("b") == .boolean(true) && value("n") == .null && value("list") == .text("a;b"))
        #expect(try value("deep").text?.contains("\"x\"") == true)
        #expect(row.shape == nil && row.shapeDefect == nil && row.row == 1)
        #expect(table.driver == "GeoJSON" && table.declaredCRS == "EPSG:4326")
    }

    @Test func everyKindOfShape() throws {
        let a = Coordinate(longitude: 105, latitude: 21)
        let b = Coordinate(longitude: 106, latitude: 22)
        let table = try geojson(
            [
                feature("{\"type\":\"Point\",\"coordinates\":[105,21,512]}"),
                feature("{\"type\":\"MultiPoint\",\"coordinates\":[[105,21],[106,22]]}"),
                feature("{\"type\":\"LineString\",\"coordinates\":[[105,21],[106,22]]}"),
                feature("{\"type\":\"MultiLineString\",\"coordinates\":[[[105,21],[106,22]]]}"),
                // Clockwise, against RFC 7946: taken as it is.
                feature("{\"type\":\"Polygon\",\"coordinates\":[[[105,21],[106,22],[106,21],[105,21]]]}"),
                feature("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[105,21],[106,21],[106,22],[105,21]]]]}"),
                feature("{\"type\":\"LineString\",\"coordinates\":[]}"),
            ].joined(separator: ","))
        let shapes = table.features.map(\.shape)
        #expect(shapes[0] == .point(a) && shapes[1] == .multiPoint([a, b]) && shapes[2] == .lineString([a, b]))
        #expect(shapes[3] == .multiLineString([[a, b]]))
        guard case .polygon(let polygon) = shapes[4], case .polygon(let multi) = shapes[5] else {
            Issue.record("no polygons: \(shapes)")
            return
        }
        #expect(polygon.polygons[0].exterior.count == 4 && multi.polygons.count == 1)
        #expect(shapes[6] == .empty)
    }

    @Test func collectionsGiveTheirPolygonsOrADefect() throws {
        let polygon = "{\"type\":\"Polygon\",\"coordinates\":[[[105,21],[106,21],[106,22],[105,21]]]}"
        let point = "{\"type\":\"Point\",\"coordinates\":[105,21]}"
        let table = try geojson(
            [
                feature("{\"type\":\"GeometryCollection\",\"geometries\":[\(polygon),\(point)]}"),
                feature("{\"type\":\"GeometryCollection\",\"geometries\":[\(point)]}"),
            ].joined(separator: ","))
        guard case .polygon = table.features[0].shape else {
            Issue.record("the polygon is lost")
            return
        }
        #expect(table.rowDefects.map(\.row) == [1])
        #expect(table.features[1].shape == nil && table.features[1].shapeDefect?.contains("collection") == true)
    }

    @Test func coordinatesOutsideTheEarthAreKeptAndReported() throws {
        let table = try geojson(feature("{\"type\":\"Point\",\"coordinates\":[432792.68,2503484.0]}"))
        #expect(table.features[0].shape == .point(Coordinate(longitude: 432792.68, latitude: 2503484.0)))
        #expect(table.features[0].shapeDefect?.contains("outside") == true)
    }

    @Test func oldStyleReferenceSystemIsObeyed() throws {
        let table = try geojson(
            feature("{\"type\":\"Point\",\"coordinates\":[432792.6838,2503484.0]}"),
            extra: ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9211\"}}")
        #expect(table.declaredCRS == "EPSG:9211")
        try expectKhuoiPhin(table.features[0].shape)
    }

    @Test func stringIdsBecomeAField() throws {
        let table = try geojson("{\"type\":\"Feature\",\"id\":\"v-1\",\"properties\":{\"n\":1},\"geometry\":null}")
        #expect(table.features[0].values.contains(.text("v-1")))
    }

    @Test func statedSystemThatDiffersIsAConflict() throws {
        let path = try scratch.file("c.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(feature("null"))]}")
        #expect(try VectorReader.read(path, statedCRS: "EPSG:9211").crsConflict?.contains("EPSG:9211") == true)
        #expect(try VectorReader.read(path, statedCRS: "OGC:CRS84").crsConflict == nil)
        #expect { try VectorReader.read(path, statedCRS: "EPSG:123456") } throws: {
            ($0 as? GeoFileError)?.code == .unknownReferenceSystem
        }
    }

    @Test func emptyCollection() throws {
        #expect(try geojson("").features.isEmpty)
    }

    // MARK: Shapefile

    private func expectKhuoiPhin(_ shape: Shape?) throws {
        guard case .point(let place) = shape else {
            Issue.record("no point: \(String(describing: shape))")
            return
        }
        #expect(Geodesic.distanceMeters(place, Coordinate(longitude: 105.34808, latitude: 22.62924)) < 0.002)
    }

    @Test func vn2000ShapefileTakesTheOfficialShift() throws {
        let table = try VectorReader.read(resource("vn2000-106.shp"))
        try expectKhuoiPhin(table.features[0].shape)
        #expect(table.features[0].values[1] == .text("Khuổi Phìn"))
        #expect(table.driver == "ESRI Shapefile" && table.encodingDefects.isEmpty)
        #expect(try CoordinateReferenceSystem(#require(table.declaredCRS)).isVN2000)
    }

    @Test func shapefileWithoutSystemTakesTheStatedOne() throws {
        let path = resource("ca-mau-no-prj.shp")
        let bare = try VectorReader.read(path)
        #expect(bare.declaredCRS == nil && bare.features[0].shapeDefect?.contains("no coordinate reference system") == true)
        let stated = try VectorReader.read(path, statedCRS: "VN-2000/104.5")
        #expect(stated.declaredCRS == nil && stated.crsConflict == nil)
        guard case .point(let place) = stated.features[0].shape else {
            Issue.record("no point")
            return
        }
        #expect(Geodesic.distanceMeters(place, Coordinate(longitude: 105.1524, latitude: 9.1769)) < 0.002)
        // UTF-8 without a .cpg is seen to be UTF-8.
        #expect(stated.features[0].values[1] == .text("Cà Mau") && stated.encodingDefects.isEmpty)
    }

    @Test func shapefileInWindows1258WithoutCodePage() throws {
        let table = try VectorReader.read(resource("cp1258-no-cpg.shp"))
        #expect(table.encodingDefects == [EncodingDefect(row: 1, field: "ten")])
        #expect(table.features[0].values[1] == .text("Cà Đôi\u{0300} Ơn".replacingOccurrences(of: "i\u{0300}", with: "i\u{0300}")))
    }

    @Test(arguments: ["shx", "dbf"])
    func shapefileWithoutASidecar(missing: String) throws {
        for ending in ["shp", "shx", "dbf", "prj"] where ending != missing {
            try FileManager.default.copyItem(atPath: resource("vn2000-106.\(ending)"), toPath: scratch.path("x.\(ending)"))
        }
        #expect { try VectorReader.read(scratch.path("x.shp")) } throws: { error in
            (error as? GeoFileError)?.code == .missingSidecar && "\(error)".contains(".\(missing)")
        }
    }

    // MARK: KML

    @Test func kmlFoldersAreReadTogether() throws {
        let table = try VectorReader.read(resource("places.kml"))
        #expect(table.layerName == "Viettel, Cụm 1" && table.layerNames == ["Viettel", "VNPT", "Cụm 1"])
        #expect(table.features.map(\.row) == [1, 2, 3])
        #expect(table.fieldNames == ["Name", "description", "operator", "chieu_cao", "status"])
        #expect(table.features[0].shape == .point(Coordinate(longitude: 105.34808, latitude: 22.62924)))
        #expect(table.features.map { $0.values[0].text } == ["TQG0327", "Hai", "Ba"])
        #expect(table.features[1].values[3] == .real(45.5) && table.features[2].values[4] == .text("active"))
        #expect(try VectorReader.read(resource("places.kml"), layer: "Viettel").features.count == 2)
    }

    @Test func kmlFoldersOfDifferentKindsMustBeNamed() throws {
        #expect { try VectorReader.read(resource("mixed.kml")) } throws: { error in
            (error as? GeoFileError)?.code == .ambiguousLayer && "\(error)".contains("areas")
        }
        #expect(try VectorReader.read(resource("mixed.kml"), layer: "areas").features.count == 1)
    }

    // MARK: XLSX

    @Test func workbookRowsAreTheSheetsRows() throws {
        let table = try VectorReader.read(resource("villages.xlsx"))
        #expect(table.layerName == "Thôn" && table.layerNames == ["Thôn", "Xã"])
        #expect(table.fieldNames == ["mã", "tên", "dân số", "tọa độ"])
        #expect(table.features.map(\.row) == [2, 4])
        #expect(table.features[0].values[0] == .text("02118") && table.features[0].values[2] == .real(368))
        #expect(table.features[1].values[2] == .null)
        #expect(table.features.map { $0.values[3].text } == ["105.34808", "105,5"])
        #expect(try VectorReader.read(resource("villages.xlsx"), layer: "Xã").features.count == 1)
    }

    // MARK: What cannot be read

    @Test(arguments: [
        "/vsicurl/http://example.org/a.geojson", "http://example.org/a.csv", "/vsimem/a.csv", "s3://b/a.gpkg", "/VSIZIP/a.zip",
    ])
    func networkPathsAreRefused(path: String) {
        #expect { try VectorReader.read(path) } throws: { ($0 as? GeoFileError)?.code == .remotePath }
    }

    @Test func missingFolderEmptyAndUnknownFiles() throws {
        func code(_ path: String) -> GeoFileError.Code? {
            do {
                _ = try VectorReader.read(path)
                return nil
            } catch { return error.code }
        }
        #expect(code(scratch.path("none.csv")) == .missing)
        #expect(code(scratch.folder) == .isDirectory)
        #expect(code(try scratch.file("empty.geojson", "")) == .emptyFile)
        #expect(code(try scratch.file("a.docx", "hello")) == .unknownFormat)
        #expect(code(try scratch.file("a.zip", "PK")) == .unknownFormat)
        #expect(code(try scratch.file("a.xls", "old")) == .unknownFormat)
        for ending in ["geojson", "json", "gpkg", "kml", "kmz", "fgb", "xlsx", "geojsonl"] {
            #expect(code(try scratch.file("junk.\(ending)", "this is nothing of the kind")) == .corrupt, "\(ending)")
        }
        // A connection string is only a file that is not there.
        #expect(code("PG:dbname=x") == .missing)
    }

    /// Content that would make other GDAL drivers ask a server.
    @Test func filesThatPointToServersAreNotFollowed() throws {
        let path = try scratch.file("a.xml", "<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs</URL></OGRWFSDataSource>")
        #expect { try VectorReader.read(path) } throws: { ($0 as? GeoFileError)?.code == .unknownFormat }
    }

    @Test func truncatedFilesAreCorrupt() throws {
        let rows = (0..<400).map { number in
            OutputRow(
                id: "\(number)", values: [.text("Bản \(number)")], shape: .point(Coordinate(longitude: 105, latitude: Double(number) / 20)))
        }
        let layer = OutputLayer(name: "villages", fields: [OutputField(name: "name", type: .text)], rows: rows)
        for format in [VectorFormat.geojson, .gpkg, .fgb, .kmz, .xlsx, .kml] {
            let path = scratch.path("whole.\(format.fileExtension)")
            try VectorWriter.write([layer], to: path, format: format)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let cut = try scratch.file("cut.\(format.fileExtension)", bytes.prefix(bytes.count * 6 / 10))
            #expect(throws: GeoFileError.self, "\(format)") { try VectorReader.read(cut) }
        }
    }

    @Test func unknownLayerNamesTheOthers() throws {
        #expect { try VectorReader.read(resource("villages.xlsx"), layer: "Huyện") } throws: { error in
            (error as? GeoFileError)?.code == .layerNotFound && "\(error)".contains("Thôn")
        }
    }

    @Test func manyThreadsAtOnce() async throws {
        let path = resource("vn2000-106.shp")
        try await withThrowingTaskGroup(of: Shape?.self) { group in
            for _ in 0..<8 { group.addTask { try VectorReader.read(path).features[0].shape } }
            var seen: Set<Shape?> = []
            for try await shape in group { seen.insert(shape) }
            #expect(seen.count == 1)
        }
    }
}
