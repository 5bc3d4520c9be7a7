import GeoFiles
import Planning

/// Symbols as QGIS's own style document (QML) and as OGC's Styled Layer Descriptor.
enum QGISStyle {
    /// The default styles of some layers, for a GeoPackage.
    static func styles(_ layers: [LayerStream], _ language: Language) -> [GeoPackageStyle] {
        layers.compactMap { layer in
            MapSymbols.of(layer.name).map { symbols in
                GeoPackageStyle(
                    layer: layer.name, name: "phusong-\(layer.name)", description: layer.title, qml: qml(symbols, layer, language),
                    sld: sld(symbols, layer, language))
            }
        }
    }

    // MARK: QML

    private static func qml(_ symbols: MapSymbols, _ layer: LayerStream, _ language: Language) -> String {
        let kind = layer.geometry == .polygon ? 2 : layer.geometry == .line ? 1 : 0
        var text = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n"
        if let field = symbols.field {
            text +=
                " <renderer-v2 type=\"categorizedSymbol\" attr=\"\(field)\" forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\">\n  <categories>\n"
            for (index, item) in symbols.classes.enumerated() {
                // QGIS shows yes and no of a GeoPackage as true and false.
                text +=
                    "   <category value=\"\(item.word)\" label=\"\(SVGText.escaped(item.symbol.label.text(language)))\" symbol=\"\(index)\" render=\"true\"/>\n"
            }
            text += "  </categories>\n"
        } else {
            text += " <renderer-v2 type=\"singleSymbol\" forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\">\n"
        }
        text += "  <symbols>\n"
        for (index, item) in symbols.classes.enumerated() { text += symbol(item.symbol, name: index) }
        text +=
            "  </symbols>\n </renderer-v2>\n <blendMode>0</blendMode>\n <featureBlendMode>0</featureBlendMode>\n <layerGeometryType>\(kind)</layerGeometryType>\n</qgis>\n"
        return text
    }

    private static func symbol(_ symbol: MapSymbol, name: Int) -> String {
        let (type, layerClass): (String, String) =
            switch symbol.form {
            case .line: ("line", "SimpleLine")
            case .area: ("fill", "SimpleFill")
            default: ("marker", "SimpleMarker")
            }
        let size = SVGText.number(symbol.size, decimals: 1)
        let properties: [(String, String)] =
            switch symbol.form {
            case .line:
                [("line_color", rgba(symbol.colour)), ("line_style", "dash"), ("line_width", size), ("line_width_unit", "MM")]
            case .area:
                [
                    ("color", rgba(symbol.colour)), ("outline_color", rgba(symbol.outline)), ("outline_style", "solid"),
                    ("outline_width", size), ("outline_width_unit", "MM"), ("style", "solid"),
                ]
            default:
                [
                    ("name", symbol.form == .cross ? "cross2" : symbol.form.rawValue), ("color", rgba(symbol.colour)),
                    ("outline_color", rgba(symbol.outline)), ("outline_style", "solid"),
                    ("outline_width", symbol.form == .cross ? "0.6" : "0.3"), ("outline_width_unit", "MM"), ("size", size),
                    ("size_unit", "MM"),
                    ("angle", "0"), ("scale_method", "diameter"), ("horizontal_anchor_point", "1"), ("vertical_anchor_point", "1"),
                ]
            }
        var text =
            "   <symbol type=\"\(type)\" name=\"\(name)\" alpha=\"\(SVGText.number(symbol.opacity))\" clip_to_extent=\"1\" force_rhr=\"0\">\n"
        text += "    <layer class=\"\(layerClass)\" enabled=\"1\" locked=\"0\" pass=\"0\">\n     <Option type=\"Map\">\n"
        for (key, value) in properties { text += "      <Option type=\"QString\" name=\"\(key)\" value=\"\(value)\"/>\n" }
        text += "     </Option>\n"
        // QGIS before 3.20 reads these.
        for (key, value) in properties { text += "     <prop k=\"\(key)\" v=\"\(value)\"/>\n" }
        return text + "    </layer>\n   </symbol>\n"
    }

    /// `255,0,0,255`.
    private static func rgba(_ colour: String) -> String {
        let number = Int(colour, radix: 16) ?? 0
        return "\(number >> 16 & 255),\(number >> 8 & 255),\(number & 255),255"
    }

    // MARK: SLD

    private static func sld(_ symbols: MapSymbols, _ layer: LayerStream, _ language: Language) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" \
            xmlns:ogc="http://www.opengis.net/ogc" version="1.1.0"><NamedLayer><se:Name>\(layer.name)</se:Name><UserStyle>\
            <se:Name>phusong-\(layer.name)</se:Name><se:FeatureTypeStyle>
            """
        for item in symbols.classes {
            text +=
                "<se:Rule><se:Name>\(item.symbol.id)</se:Name><se:Description><se:Title>\(SVGText.escaped(item.symbol.label.text(language)))</se:Title></se:Description>"
            if let field = symbols.field {
                text +=
                    "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>\(field)</ogc:PropertyName><ogc:Literal>\(item.word)</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>"
            }
            text += symbolizer(item.symbol) + "</se:Rule>"
        }
        return text + "</se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>\n"
    }

    private static func symbolizer(_ symbol: MapSymbol) -> String {
        func parameter(_ name: String, _ value: String) -> String { "<se:SvgParameter name=\"\(name)\">\(value)</se:SvgParameter>" }
        // A pixel of SLD is 0.28 mm.
        let pixels = SVGText.number(symbol.size / 0.28, decimals: 1)
        let fill =
            "<se:Fill>\(parameter("fill", "#\(symbol.colour)"))\(parameter("fill-opacity", SVGText.number(symbol.opacity)))</se:Fill>"
        let stroke = "<se:Stroke>\(parameter("stroke", "#\(symbol.outline)"))\(parameter("stroke-width", "1"))</se:Stroke>"
        switch symbol.form {
        case .line:
            return
                "<se:LineSymbolizer><se:Stroke>\(parameter("stroke", "#\(symbol.colour)"))\(parameter("stroke-width", pixels))\(parameter("stroke-dasharray", "6 3"))</se:Stroke></se:LineSymbolizer>"
        case .area: return "<se:PolygonSymbolizer>\(fill)\(stroke)</se:PolygonSymbolizer>"
        default:
            // A diamond is a square that stands on its corner.
            let name = symbol.form == .cross ? "x" : symbol.form == .diamond ? "square" : symbol.form.rawValue
            let turn = symbol.form == .diamond ? "<se:Rotation><ogc:Literal>45</ogc:Literal></se:Rotation>" : ""
            return
                "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>\(name)</se:WellKnownName>\(fill)\(stroke)</se:Mark><se:Size>\(pixels)</se:Size>\(turn)</se:Graphic></se:PointSymbolizer>"
        }
    }
}
