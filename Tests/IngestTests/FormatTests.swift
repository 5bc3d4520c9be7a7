import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Testing

@testable import Ingest

/// The same things from every format that the program reads.
@Suite struct FormatTests {
    let workspace: Workspace
    static let expected = [("v1", "Khuổi Phìn", 105.34808, 22.62924, 92), ("v2", "Nà Rèi", 105.1, 22.8, 40)]

    init() throws { workspace = try Workspace() }

    static let layer = OutputLayer(
        name: "thon",
        fields: [
            OutputField(name: "id", type: .text), OutputField(name: "Tên thôn", type: .text), OutputField(name: "Số hộ", type: .integer),
        ],
        rows: expected.map { id, name, longitude, latitude, households in
            OutputRow(
                id: id, values: [.text(id), .text(name), .integer(Int64(households))],
                shape: .point(Coordinate(longitude: longitude, latitude: latitude)))
        })

    func expectVillages(_ read: ReadWorld, within metres: Double = 0.02) {
        #expect(read.defects == [])
        #expect(read.world.villages.map(\.id) == Self.expected.map(\.0))
        #expect(read.world.villages.map(\.name) == Self.expected.map(\.1))
        #expect(read.world.villages.map(\.households) == Self.expected.map(\.4))
        for (village, known) in zip(read.world.villages, Self.expected) {
            #expect(Geodesic.distanceMeters(village.centre, Coordinate(longitude: known.2, latitude: known.3)) < metres)
        }
    }

    @Test(arguments: [VectorFormat.csv, .geojson, .geojsonseq, .gpkg, .fgb, .kml, .kmz, .xlsx])
    func villagesFromEveryFormat(format: VectorFormat) throws {
        var layer = Self.layer
        // In KML every placemark has a name of its own; the writer fills it from the column of that name.
        if format == .kml || format == .kmz { layer.fields[1].name = "name" }
        // Of the names in an archive GDAL keeps ASCII only.
        if format == .kmz { layer.fields[2].name = "households" }
        expectVillages(villages(try workspace.table("thon.\(format.fileExtension)", [layer], format)))
    }

    /// A Shapefile in VN-2000 / TM-3 106-00 with Vietnamese titles, and one without its .prj whose system the project states.
    @Test func villagesFromAShapefileInVN2000() throws {
        for part in ["shp", "shx", "dbf", "cpg"] {
            try FileManager.default.copyItem(atPath: "\(resources)/thon-vn2000.\(part)", toPath: "\(workspace.folder)/bare.\(part)")
        }
        let declared = TableSource(path: "\(resources)/thon-vn2000.shp", displayName: "thon-vn2000.shp")
        expectVillages(villages(declared), within: 0.01)
        expectVillages(villages(workspace.source("bare.shp", crs: "VN-2000/106")), within: 0.01)
        let unstated = villages(workspace.source("bare.shp"))
        #expect(unstated.defects == ["crs-missing -", "coordinate-projected 1", "coordinate-projected 2", "no-usable-rows -"])
    }

    @Test(arguments: [VectorFormat.geojson, .gpkg, .fgb, .kml, .kmz])
    func footprintsFromEveryFormat(format: VectorFormat) throws {
        let layer = FootprintReaderTests.layer(
            ["id", "operator", "technology"],
            [(["f1", "vnpt", "4G"], square(105.1, 22.1)), (["f2", "Viettel", "LTE"], square(105.3, 22.1))])
        let read = footprints(try workspace.table("f.\(format.fileExtension)", [layer], format))
        #expect(read.defects == [])
        // FlatGeobuf keeps its records in the order of its index.
        let found = read.world.footprints.sorted { $0.id < $1.id }
        #expect(found.map(\.id) == ["f1", "f2"])
        #expect(found.map(\.operator) == [.vnpt, .viettel])
        for (footprint, longitude) in zip(found, [105.1, 105.3]) {
            #expect(try footprint.area.contains(Coordinate(longitude: longitude, latitude: 22.1)))
        }
    }

    @Test(arguments: [VectorFormat.csv, .geojson, .gpkg, .fgb, .kmz, .xlsx])
    func sitesFromEveryFormat(format: VectorFormat) throws {
        let layer = OutputLayer(
            name: "sites",
            fields: [
                OutputField(name: "operator", type: .text), OutputField(name: "technology", type: .text),
                OutputField(name: "mast_height_m", type: .real), OutputField(name: "confidential", type: .boolean),
            ],
            rows: [
                OutputRow(
                    id: "s1", values: [.text("MobiFone"), .text("3G;4G"), .real(45.5), .boolean(true)],
                    shape: .point(Coordinate(longitude: 105.1, latitude: 22.1)))
            ])
        let read = sites(try workspace.table("s.\(format.fileExtension)", [layer], format))
        #expect(read.defects == [])
        let site = try #require(read.world.sites.first)
        #expect(site.id == "s1" && site.operator == .mobifone && site.technologies == [.umts3G, .lte4G])
        #expect(site.mastHeightMeters == 45.5 && site.isConfidential)
    }

    @Test func oneOfSeveralLayersIsNamed() throws {
        let other = OutputLayer(name: "ban", fields: Self.layer.fields, rows: [])
        expectVillages(villages(try workspace.table("two.gpkg", [other, Self.layer], .gpkg, layer: "thon")))
        #expect(villages(workspace.source("two.gpkg")).defects == ["layer-missing -"])
        let wrong = villages(workspace.source("two.gpkg", layer: "thôn"))
        #expect(wrong.defects == ["layer-missing -"])
        #expect(wrong.diagnostics.first?.value.contains("ban, thon") == true)
    }

    // MARK: VN-2000 to the centimetre

    struct Golden: Decodable, Sendable {
        let name: String
        let lon, lat, meridian, easting, northing: Double
        let epsg: Int
    }

    static let golden: [Golden] = {
        guard let data = FileManager.default.contents(atPath: "\(resources)/vn2000_golden.json") else { return [] }
        return (try? JSONDecoder().decode([Golden].self, from: data)) ?? []
    }()

    @Test func goldenPointsAreThere() { #expect(Self.golden.count == 7) }

    /// EPSG:6960 golden points, through a CSV whose system the project states by meridian or by code.
    @Test(arguments: golden)
    func statedSystemOfACSV(point: Golden) throws {
        let text = "id,name,X,Y\nv1,A,\(point.easting),\(point.northing)\n"
        for crs in ["VN-2000/\(point.meridian)", "EPSG:\(point.epsg)"] {
            let read = villages(try workspace.table("a.csv", text, crs: crs))
            let village = try #require(read.world.villages.first)
            #expect(Geodesic.distanceMeters(village.centre, Coordinate(longitude: point.lon, latitude: point.lat)) < 0.01)
            #expect(read.defects == [])
        }
    }

    /// The same points with northing and easting exchanged, as surveyors' X and Y: put right, told, and not moved by it.
    @Test(arguments: golden)
    func exchangedNorthingAndEasting(point: Golden) throws {
        for crs in ["VN-2000/\(point.meridian)", "EPSG:\(point.epsg)"] {
            for (titles, numbers) in [("X,Y", "\(point.northing),\(point.easting)"), ("Y,X", "\(point.easting),\(point.northing)")] {
                let read = villages(try workspace.table("a.csv", "id,name,\(titles)\nv1,A,\(numbers)\n", crs: crs))
                let village = try #require(read.world.villages.first)
                #expect(Geodesic.distanceMeters(village.centre, Coordinate(longitude: point.lon, latitude: point.lat)) < 0.002)
                #expect(read.defects == ["coordinate-swapped 2 X"])
                #expect(read.diagnostics.first?.severity == .warning)
            }
        }
    }

    @Test func aSystemThatContradictsTheFileIsNoted() throws {
        _ = try workspace.table("a.gpkg", [Self.layer], .gpkg)
        let read = villages(workspace.source("a.gpkg", crs: "VN-2000/105.5"))
        #expect(read.defects == ["crs-conflict - crs"])
        #expect(read.world.villages.first?.centre == Coordinate(longitude: 105.34808, latitude: 22.62924))
        expectVillages(villages(workspace.source("a.gpkg", crs: "EPSG:4326")))
    }

    // MARK: Text as it comes

    static let table = "Mã thôn;Tên thôn;Kinh độ;Vĩ độ;Số hộ\nv1;Khuổi Phìn;105.34808;22.62924;92\nv2;Nà Rèi;105.1;22.8;40\n"

    static let bytes: [(name: String, data: Data)] = [
        ("semicolons", Data(table.utf8)), ("byte order mark", Data([0xEF, 0xBB, 0xBF]) + Data(table.utf8)),
        ("CRLF", Data(table.replacing("\n", with: "\r\n").utf8)), ("CR", Data(table.replacing("\n", with: "\r").utf8)),
        ("no newline at the end", Data(table.dropLast().utf8)), ("tabs", Data(table.replacing(";", with: "\t").utf8)),
        ("sep= line", Data(("sep=;\n" + table).utf8)), ("quotes", Data(table.replacing("Nà Rèi", with: "\"Nà Rèi\"").utf8)),
        (
            "NFD header",
            Data(
                table.split(separator: "\n", maxSplits: 1).enumerated().map {
                    $0 == 0 ? String($1).decomposedStringWithCanonicalMapping : String($1)
                }
                .joined(separator: "\n").utf8)
        ),
        ("UTF-16", Data([0xFF, 0xFE]) + Data(table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
    ]

    @Test(arguments: bytes.indices)
    func textAsItComes(index: Int) throws {
        let source = try workspace.table("thon.csv", "")
        try Self.bytes[index].data.write(to: URL(fileURLWithPath: source.path))
        expectVillages(villages(source))
    }

    @Test func namesInNFDAreComposedAndNoted() throws {
        let read = villages(try workspace.table("thon.csv", Self.table.decomposedStringWithCanonicalMapping))
        #expect(read.defects == ["name-not-nfc 2 Tên thôn", "name-not-nfc 3 Tên thôn"].map { $0.decomposedStringWithCanonicalMapping })
        let name = try #require(read.world.villages.first).name
        #expect(name.unicodeScalars.elementsEqual("Khuổi Phìn".unicodeScalars))
    }
}
