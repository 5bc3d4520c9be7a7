import CGDAL
import Foundation
import Geometry

/// Writes KML 2.2, plain or zipped, record after record.
///
/// GDAL's LIBKML driver keeps the whole document as one text and, when it is closed, copies it again for every piece that it mends: 98 % of
/// its time is `memmove` under `std::string`, so that twice the records take four times as long. It knows no folders inside folders either.
/// Here each folder is spooled to a file of its own and joined at the end; shapes are GDAL's own KML text. O(records), and memory does not
/// grow with them.
struct KMLWriter {
    let file: AtomicFile
    let isZipped: Bool
    let presentation: KMLPresentation?

    /// Writes to the temporary path. Gives the number of records of each layer.
    func write(_ layers: [LayerStream], to path: String) throws(GeoFileError) -> [Int] {
        try GDALSession.run { _ throws(GeoFileError) in
            guard isZipped else {
                let sink = try ByteSink(path: path, file)
                let counts = try document(layers, path, into: sink)
                try sink.close()
                return counts
            }
            let archive = try ZipArchive(path, file)
            var counts: [Int] = []
            // The first document of an archive is the one that is shown.
            try archive.add("doc.kml") { sink throws(GeoFileError) in counts = try document(layers, path, into: sink) }
            for (name, picture) in (presentation?.pictures ?? [:]).sorted(by: { $0.key < $1.key }) {
                try archive.add(name) { sink throws(GeoFileError) in try sink.write(bytes: picture) }
            }
            try archive.close()
            return counts
        }
    }

    private func document(_ layers: [LayerStream], _ path: String, into sink: ByteSink) throws(GeoFileError) -> [Int] {
        try sink.write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document id=\"root_doc\">\n")
        if let presentation {
            try sink.write("<name>\(KMLText.escaped(presentation.title))</name>\n<open>1</open>\n")
            if !presentation.description.isEmpty {
                try sink.write("<description>\(KMLText.escaped(presentation.description))</description>\n")
            }
            for style in presentation.styles { try sink.write(text(style)) }
        }
        if !isZipped { for layer in layers { try sink.write(schema(layer)) } }
        if let presentation, let legend = presentation.legend {
            try sink.write(
                """
                <ScreenOverlay><name>\(KMLText.escaped(presentation.legendName))</name><Icon><href>\(KMLText.escaped(legend))</href></Icon>\
                <overlayXY x="0" y="0" xunits="fraction" yunits="fraction"/><screenXY x="12" y="24" xunits="pixels" yunits="pixels"/>\
                <size x="0" y="0" xunits="fraction" yunits="fraction"/></ScreenOverlay>

                """)
        }
        var counts: [Int] = []
        for (number, layer) in layers.enumerated() {
            let spool = Spool(path: "\(path).spool-\(number)", file)
            defer { spool.remove() }
            var count = 0
            try layer.rows { row throws(GeoFileError) in
                count += 1
                try layer.check(row, number: count, format: isZipped ? .kmz : .kml, path: file.target)
                let place = presentation?.place(layer, row) ?? .init()
                try spool.add(try placemark(layer, row, place), to: place)
            }
            try sink.write(
                "<Folder id=\"\(KMLText.id(layer.name))\">\n<name>\(KMLText.escaped(presentation == nil ? layer.name : layer.title))</name>\n"
            )
            try spool.join(into: sink)
            try sink.write("</Folder>\n")
            counts.append(count)
        }
        try sink.write("</Document>\n</kml>\n")
        return counts
    }

    private func text(_ style: KMLPresentation.Style) -> String {
        var parts = ""
        if let icon = style.icon {
            parts += "<IconStyle><scale>0.8</scale><Icon><href>\(KMLText.escaped(icon))</href></Icon></IconStyle>"
            parts += "<LabelStyle><scale>0.7</scale></LabelStyle>"
        }
        let width = FieldValue.shortest(style.lineWidth)
        parts += "<LineStyle><color>\(style.lineColour)</color><width>\(width)</width></LineStyle>"
        parts += "<PolyStyle><color>\(style.fillColour)</color></PolyStyle>"
        // Only what stands in the record: entities of fields that are null would show as they are written.
        parts += "<BalloonStyle><text>&lt;h3&gt;$[name]&lt;/h3&gt;$[description]</text></BalloonStyle>"
        return "<Style id=\"\(KMLText.id(style.id))\">\(parts)</Style>\n"
    }

    private func schema(_ layer: LayerStream) -> String {
        var text = "<Schema name=\"\(KMLText.escaped(layer.name))\" id=\"\(schemaID(layer))\">\n"
        for (field, _) in layer.columns {
            text += "<SimpleField type=\"\(KMLText.type(field.type))\" name=\"\(KMLText.escaped(field.name))\">"
            text +=
                "<displayName>\(KMLText.escaped(presentation?.fieldTitle(layer.name, field.name) ?? field.name))</displayName></SimpleField>\n"
        }
        return text + "</Schema>\n"
    }

    private func schemaID(_ layer: LayerStream) -> String { "\(KMLText.id(layer.name)).schema" }

    private func placemark(_ layer: LayerStream, _ row: OutputRow, _ place: KMLPresentation.Placement) throws(GeoFileError) -> String {
        let name = layer.fields.firstIndex { $0.name == "name" }.flatMap { row.values[$0].text } ?? row.id
        var text = "<Placemark><name>\(KMLText.escaped(name))</name>"
        if !place.balloon.isEmpty {
            text += "<Snippet maxLines=\"0\"></Snippet><description>\(KMLText.escaped(place.balloon))</description>"
        }
        if !place.style.isEmpty { text += "<styleUrl>#\(KMLText.id(place.style))</styleUrl>" }
        // GDAL finds a schema in plain KML only; in an archive it would lose every attribute.
        text += isZipped ? "<ExtendedData>" : "<ExtendedData><SchemaData schemaUrl=\"#\(schemaID(layer))\">"
        for (field, source) in layer.columns {
            guard let words = (source.map { row.values[$0] } ?? .text(row.id)).text else { continue }
            let (name, value) = (KMLText.escaped(field.name), KMLText.escaped(words))
            text +=
                isZipped ? "<Data name=\"\(name)\"><value>\(value)</value></Data>" : "<SimpleData name=\"\(name)\">\(value)</SimpleData>"
        }
        text += isZipped ? "</ExtendedData>" : "</SchemaData></ExtendedData>"
        if let shape = row.shape, shape != .empty {
            guard let geometry = shape.keyholeText() else { throw file.failure("record \(row.id): GDAL gives no KML") }
            text += geometry
        }
        return text + "</Placemark>\n"
    }

    /// The folders of one layer, each written to a file of its own until all records are there.
    private final class Spool {
        private struct Key: Hashable {
            let order: Int
            let folders: [String]
        }

        private let path: String
        private let file: AtomicFile
        private var parts: [Key: (path: String, sink: ByteSink)] = [:]

        init(path: String, _ file: AtomicFile) {
            self.path = path
            self.file = file
        }

        func add(_ text: String, to place: KMLPresentation.Placement) throws(GeoFileError) {
            let key = Key(order: place.order, folders: place.folders)
            if let part = parts[key] { return try part.sink.write(text) }
            let part = (path: "\(path)-\(parts.count)", sink: try ByteSink(path: "\(path)-\(parts.count)", file))
            parts[key] = part
            try part.sink.write(text)
        }

        func join(into sink: ByteSink) throws(GeoFileError) {
            var open: [String] = []
            let keys = parts.keys.sorted {
                ($0.order, $0.folders.joined(separator: "\u{0}")) < ($1.order, $1.folders.joined(separator: "\u{0}"))
            }
            for key in keys {
                guard let part = parts[key] else { continue }
                try part.sink.close()
                let shared = zip(open, key.folders).prefix { $0 == $1 }.count
                for _ in shared..<open.count { try sink.write("</Folder>\n") }
                for folder in key.folders.dropFirst(shared) { try sink.write("<Folder><name>\(KMLText.escaped(folder))</name>\n") }
                open = key.folders
                try sink.copy(from: part.path)
            }
            for _ in open { try sink.write("</Folder>\n") }
        }

        func remove() {
            for part in parts.values {
                try? part.sink.close()
                unlink(part.path)
            }
        }
    }
}
