import Foundation
import GeoFiles
import Planning

/// How an export looks in Google Earth: folders by grade and operator, icons, balloons, a legend.
struct KMLLook: Sendable {
    let language: Language

    /// The presentation of some layers.
    func presentation(title: String, description: String, _ layers: [LayerStream]) throws(PictureError) -> KMLPresentation {
        var styles: [KMLPresentation.Style] = []
        var pictures: [String: Data] = [:]
        var shown: [MapSymbol] = []
        for symbols in layers.compactMap({ MapSymbols.of($0.name) }) {
            for (_, symbol) in symbols.classes where !shown.contains(symbol) {
                shown.append(symbol)
                var style = KMLPresentation.Style(
                    id: symbol.id, lineColour: "ff\(Self.reversed(symbol.outline))", lineWidth: symbol.form == .line ? 3 : 1.5,
                    fillColour: String(format: "%02x", Int(symbol.opacity * 255)) + Self.reversed(symbol.colour))
                if symbol.form != .line, symbol.form != .area {
                    style.icon = "files/\(symbol.id).png"
                    pictures["files/\(symbol.id).png"] = try symbol.icon(side: 48)
                }
                styles.append(style)
            }
        }
        let legendTitle = Bilingual(vi: "Chú giải", en: "Legend").text(language)
        pictures["files/legend.png"] = try LegendPicture.png(legendTitle, shown, language)
        let language = language
        let positions = Dictionary(
            layers.map { layer in (layer.name, Dictionary(layer.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })) },
            uniquingKeysWith: { first, _ in first })
        return KMLPresentation(
            title: title, description: description, styles: styles, pictures: pictures, legend: "files/legend.png", legendName: legendTitle,
            fieldTitle: { FieldDictionary.entry($0, $1)?.title.text(language) ?? $1 },
            place: { layer, row in
                Self.placement(layer, row, language) { field in
                    positions[layer.name]?[field].flatMap { row.values[$0].text }.flatMap { $0.isEmpty ? nil : $0 }
                }
            })
    }

    /// `bbggrr` of `rrggbb`.
    private static func reversed(_ colour: String) -> String { String(colour.suffix(2) + colour.dropFirst(2).prefix(2) + colour.prefix(2)) }

    private static func placement(
        _ layer: LayerStream, _ row: OutputRow, _ language: Language, _ value: (String) -> String?
    ) -> KMLPresentation.Placement {
        let symbols = MapSymbols.of(layer.name)
        let symbol = symbols?.symbol(symbols?.field.flatMap(value))
        func names(_ ids: String?) -> String? {
            ids?.split(separator: ";").map { Operator(label: String($0))?.displayName ?? String($0) }.joined(separator: " + ")
        }
        let folders: [String]
        var order = 0
        switch layer.name {
        case "villages", "dead_zones", "villages_after":
            let grade = Grade(rawValue: value("grade") ?? "") ?? .unknown
            // The worst first: it is what people look for.
            order = [.uncovered: 0, .partial: 1, .covered: 2, .unknown: 3][grade] ?? 4
            let none = Bilingual(vi: "Không nhà mạng nào", en: "No operator").text(language)
            folders = [capitalised(grade.label.text(language)), names(value("best_operator")) ?? none]
        case "sites", "footprints":
            folders = [names(value("operator")) ?? ""]
        case "proposed_sites", "candidates":
            let none = Bilingual(vi: "Chưa phân công", en: "Not assigned").text(language)
            folders =
                layer.name == "candidates"
                ? [capitalised(symbol?.label.text(language) ?? ""), names(value("operators")) ?? none] : [names(value("operators")) ?? none]
        default: folders = []
        }
        return .init(folders: folders, order: order, style: symbol?.id ?? "", balloon: balloon(layer, row, language, value))
    }

    /// What a balloon tells of a village; of other layers it tells everything.
    private static let villageFields = [
        "grade", "grade_before", "reason", "reason_vi", "reason_en", "commune", "province", "households", "population", "electricity",
        "operators",
        "technologies", "signal_dbm", "probability", "best_site", "nearest_site", "nearest_site_m", "gained_by", "notes", "synthetic",
    ]

    private static func balloon(_ layer: LayerStream, _ row: OutputRow, _ language: Language, _ value: (String) -> String?) -> String {
        let isVillage = ["villages", "dead_zones", "villages_after"].contains(layer.name)
        let names = isVillage ? villageFields : layer.fields.map(\.name)
        let sentence = "reason_\(language.rawValue)"
        var lines = ""
        for name in names {
            if name.hasPrefix("reason_"), name != sentence { continue }
            if name == "reason", isVillage, value(sentence) != nil { continue }
            guard let text = value(name), name != "name", let entry = FieldDictionary.entry(layer.name, name) else { continue }
            lines +=
                "<tr><td><b>\(SVGText.escaped(entry.title.text(language)))</b></td><td>\(SVGText.escaped(entry.readable(text, language)))</td></tr>"
        }
        return "<table>\(lines)</table>"
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
