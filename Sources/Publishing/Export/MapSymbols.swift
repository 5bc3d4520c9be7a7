import Planning

/// How layers are drawn in QGIS, Google Earth and legends: colours that people with any colour vision tell apart (ColorBrewer's PuOr and
/// Blues, never red against green), and a shape of its own for each, so that a print in grey can be read too.
struct MapSymbol: Hashable, Sendable {
    enum Form: String, Sendable {
        case circle, triangle, square, diamond, star, cross, line, area
    }

    /// Letters and digits, unique in a map.
    var id: String
    var form: Form
    /// `rrggbb`.
    var colour: String
    /// Of the outline, `rrggbb`.
    var outline: String
    /// Millimetres on paper and screen, or width of a line.
    var size: Double
    /// 0 to 1.
    var opacity = 1.0
    var label: Bilingual
}

/// The symbols of one layer: one for all, or one for each word of a field.
struct MapSymbols: Hashable, Sendable {
    var layer: String
    /// The field whose word chooses the symbol; nil for one symbol.
    var field: String?
    var classes: [(word: String, symbol: MapSymbol)]

    static func == (left: MapSymbols, right: MapSymbols) -> Bool { left.layer == right.layer }
    func hash(into hasher: inout Hasher) { hasher.combine(layer) }

    /// The symbol of a word; nil for a word without one.
    func symbol(_ word: String?) -> MapSymbol? { field == nil ? classes.first?.symbol : classes.first { $0.word == word }?.symbol }

    static func grade(_ grade: Grade) -> MapSymbol {
        switch grade {
        case .covered: MapSymbol(id: "covered", form: .circle, colour: "4393c3", outline: "053061", size: 2.2, label: grade.label)
        case .partial: MapSymbol(id: "partial", form: .triangle, colour: "fdb863", outline: "7f3b08", size: 3.2, label: grade.label)
        case .uncovered: MapSymbol(id: "uncovered", form: .square, colour: "b35806", outline: "401d03", size: 3.0, label: grade.label)
        case .unknown: MapSymbol(id: "unknown", form: .diamond, colour: "f7f7f7", outline: "636363", size: 2.8, label: grade.label)
        }
    }

    private static let grades = Grade.allCases.map { (word: $0.rawValue, symbol: grade($0)) }

    /// All layers that are drawn.
    static let all: [MapSymbols] = [
        MapSymbols(layer: "villages", field: "grade", classes: grades),
        MapSymbols(layer: "dead_zones", field: "grade", classes: grades.filter { $0.word == "partial" || $0.word == "uncovered" }),
        MapSymbols(layer: "villages_after", field: "grade", classes: grades),
        MapSymbols(
            layer: "sites", field: nil,
            classes: [
                (
                    "",
                    MapSymbol(
                        id: "site", form: .cross, colour: "252525", outline: "252525", size: 3.0,
                        label: Bilingual(vi: "trạm hiện có", en: "existing site"))
                )
            ]),
        MapSymbols(
            layer: "proposed_sites", field: nil,
            classes: [
                (
                    "",
                    MapSymbol(
                        id: "proposed", form: .star, colour: "8073ac", outline: "2d004b", size: 5.0,
                        label: Bilingual(vi: "trạm đề xuất", en: "proposed site"))
                )
            ]),
        MapSymbols(
            layer: "links", field: nil,
            classes: [
                (
                    "",
                    MapSymbol(
                        id: "link", form: .line, colour: "542788", outline: "542788", size: 0.6,
                        label: Bilingual(vi: "tuyến truyền dẫn đề xuất", en: "proposed transmission line"))
                )
            ]),
        MapSymbols(
            layer: "footprints", field: nil,
            classes: [
                (
                    "",
                    MapSymbol(
                        id: "footprint", form: .area, colour: "9ecae1", outline: "3182bd", size: 0.3, opacity: 0.35,
                        label: Bilingual(vi: "vùng phủ đã tính", en: "area taken as covered"))
                )
            ]),
        MapSymbols(
            layer: "candidates", field: "chosen",
            classes: [
                (
                    "true",
                    MapSymbol(
                        id: "chosen", form: .star, colour: "8073ac", outline: "2d004b", size: 4.0,
                        label: Bilingual(vi: "vị trí được chọn", en: "place in the plan"))
                ),
                (
                    "false",
                    MapSymbol(
                        id: "rejected", form: .circle, colour: "ffffff", outline: "8073ac", size: 1.6,
                        label: Bilingual(vi: "vị trí không chọn", en: "place not in the plan"))
                ),
            ]),
    ]

    /// The symbols of a layer; nil where it is not drawn.
    static func of(_ layer: String) -> MapSymbols? { all.first { $0.layer == layer } }
}
