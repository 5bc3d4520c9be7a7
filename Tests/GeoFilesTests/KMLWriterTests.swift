import Foundation
import Geodesy
import Geometry
import Testing

@testable import GeoFiles

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct KMLWriterTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Villages in folders by grade and operator, with a style, a picture and a legend.
    private var presentation: KMLPresentation {
        KMLPresentation(
            title: "Bản đồ <thử> & \"nháp\"", description: "mô tả",
            styles: [.init(id: "dark", icon: "files/dark.png"), .init(id: "area", fillColour: "5900ff00")],
            pictures: ["files/dark.png": Data([0x89, 0x50])], legend: "files/dark.png", legendName: "Chú giải",
            fieldTitle: { $1 == "households" ? "Số hộ" : $1 },
            place: { _, row in
                .init(
                    folders: [row.id == "7" ? "Trắng sóng" : "Có sóng", "Viettel"], order: row.id == "7" ? 0 : 1, style: "dark",
                    balloon: "<b>\(row.id)</b>")
            })
    }

    private func document(_ layers: [OutputLayer], _ presentation: KMLPresentation?) throws -> String {
        var options = VectorOptions()
        options.kml = presentation
        _ = try VectorWriter.write(layers.map { LayerStream($0) }, to: scratch.path("a.kml"), format: .kml, options: options)
        return try String(contentsOfFile: scratch.path("a.kml"), encoding: .utf8)
    }

    /// Names of the elements below each element, in order.
    private final class Children: NSObject, XMLParserDelegate {
        var path: [String] = []
        var found: [(parent: String, children: [String])] = []
        private var open: [[String]] = [[]]
        func parser(
            _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?, attributes _: [String: String]
        ) {
            open[open.count - 1].append(name)
            path.append(name)
            open.append([])
        }
        func parser(_: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?) {
            found.append((name, open.removeLast()))
            path.removeLast()
        }
    }

    /// The sequences of OGC KML 2.2 (OGC 07-147r2, ogckml22.xsd) for what is written.
    private static let sequences: [String: [String]] = [
        "kml": ["Document"],
        "Document": ["name", "open", "description", "Style", "Schema", "ScreenOverlay", "Folder"],
        "Folder": ["name", "Placemark", "Folder"],
        "Placemark": ["name", "Snippet", "description", "styleUrl", "ExtendedData", "Point", "LineString", "Polygon", "MultiGeometry"],
        "ScreenOverlay": ["name", "Icon", "overlayXY", "screenXY", "size"],
        "Style": ["IconStyle", "LabelStyle", "LineStyle", "PolyStyle", "BalloonStyle"],
        "IconStyle": ["scale", "Icon"], "LineStyle": ["color", "width"], "PolyStyle": ["color"], "SchemaData": ["SimpleData"],
        "Polygon": ["outerBoundaryIs", "innerBoundaryIs"], "Schema": ["SimpleField"], "SimpleField": ["displayName"],
    ]

    @Test func elementsStandInTheOrderOfTheSchema() throws {
        let text = try document([VectorWriterTests.points, VectorWriterTests.areas], presentation)
        let parser = XMLParser(data: Data(text.utf8))
        let children = Children()
        parser.delegate = children
        #expect(parser.parse())
        var seen = 0
        for (parent, names) in children.found {
            guard let sequence = Self.sequences[parent] else { continue }
            let positions = names.map { sequence.firstIndex(of: $0) }
            #expect(!positions.contains(nil), "\(parent): \(names)")
            // A folder's placemarks and folders may alternate.
            if parent != "Folder" || !names.contains("Folder") {
                #expect(positions.compactMap(\.self) == positions.compactMap(\.self).sorted(), "\(parent): \(names)")
            }
            seen += 1
        }
        #expect(seen > 20)
        #expect(text.contains("<name>Bản đồ &lt;thử&gt; &amp; &quot;nháp&quot;</name>"))
        #expect(text.contains("<displayName>Số hộ</displayName>"))
    }

    @Test func foldersAreNestedAndOrdered() throws {
        let text = try document([VectorWriterTests.points], presentation)
        let dark = try #require(text.range(of: "<Folder><name>Trắng sóng</name>\n<Folder><name>Viettel</name>\n<Placemark><name>7</name>"))
        let lit = try #require(text.range(of: "<Folder><name>Có sóng</name>\n<Folder><name>Viettel</name>\n<Placemark>"))
        #expect(dark.upperBound < lit.lowerBound, "the worst first")
        #expect(text.components(separatedBy: "<Folder").count == text.components(separatedBy: "</Folder>").count)
        // What is null is not there, rather than empty.
        #expect(text.components(separatedBy: "<SimpleData name=\"households\">").count == 2)
        #expect(text.contains("<description>&lt;b&gt;7&lt;/b&gt;</description>") && text.contains("<styleUrl>#dark</styleUrl>"))
    }

    @Test func theArchiveHoldsDocumentAndPictures() throws {
        var options = VectorOptions()
        options.kml = presentation
        let counts = try VectorWriter.write(
            [LayerStream(VectorWriterTests.points)], to: scratch.path("a.kmz"), format: .kmz, options: options)
        #expect(counts == [2])
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.kmz")))
        #expect(bytes.starts(with: Data("PK".utf8)))
        for name in ["doc.kml", "files/dark.png"] { #expect(bytes.range(of: Data(name.utf8)) != nil) }
        // No spool is left.
        #expect(scratch.names == ["a.kmz"])
        let table = try VectorReader.read(scratch.path("a.kmz"))
        #expect(table.features.count == 2)
    }

    @Test func whatXMLForbidsIsLeftOut() throws {
        var layer = VectorWriterTests.points
        layer.rows[0].values[0] = .text("a\u{0}b\u{8}<c>\u{FFFE}")
        #expect(try document([layer], nil).contains("<name>ab&lt;c&gt;</name>"))
    }

    @Test func aBrokenStreamLeavesNothing() throws {
        let broken = LayerStream(name: "villages", fields: [], geometry: .point) { sink throws(GeoFileError) in
            try sink(OutputRow(id: "1", values: [], shape: .point(Coordinate(longitude: 105, latitude: 21))))
            throw GeoFileError(code: .corrupt, path: "source", reason: "broken", remedy: "mend it")
        }
        for format in [VectorFormat.kml, .kmz, .gpkg, .csv, .geojsonseq, .shp, .fgb, .xlsx, .mbtiles] {
            #expect { try VectorWriter.write([broken], to: scratch.path("a.\(format.fileExtension)"), format: format) } throws: {
                ($0 as? GeoFileError)?.path == "source"
            }
        }
        #expect(scratch.names.isEmpty)
    }
}
