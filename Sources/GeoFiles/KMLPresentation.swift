import Foundation

/// How layers look in KML: documents of a map, where every record has a folder, a style and a text.
public struct KMLPresentation: Sendable {
    /// A style that records point at.
    public struct Style: Hashable, Sendable {
        /// Letters, digits, `-` and `_`; unique.
        public var id: String
        /// A picture of the archive for places; nil for areas and lines.
        public var icon: String?
        /// `aabbggrr`, KML's order.
        public var lineColour: String
        /// Pixels.
        public var lineWidth: Double
        /// `aabbggrr`.
        public var fillColour: String

        /// Makes a style.
        public init(
            id: String, icon: String? = nil, lineColour: String = "ff000000", lineWidth: Double = 1, fillColour: String = "00000000"
        ) {
            self.id = id
            self.icon = icon
            self.lineColour = lineColour
            self.lineWidth = lineWidth
            self.fillColour = fillColour
        }
    }

    /// Where one record goes and how it looks.
    public struct Placement: Sendable {
        /// Names of the folders inside the layer's own, outermost first.
        public var folders: [String]
        /// An ordinal by which folders of one layer are arranged before their names.
        public var order: Int
        /// Id of a style; empty for none.
        public var style: String
        /// HTML for the balloon.
        public var balloon: String

        /// Makes a placement.
        public init(folders: [String] = [], order: Int = 0, style: String = "", balloon: String = "") {
            self.folders = folders
            self.order = order
            self.style = style
            self.balloon = balloon
        }
    }

    /// Title of the document.
    public var title: String
    /// What it holds, in a sentence or two.
    public var description: String
    /// Styles, each once.
    public var styles: [Style]
    /// Pictures in the archive by path, such as `files/covered.png`.
    public var pictures: [String: Data]
    /// Path of the picture that lies over the map as its legend; nil for none.
    public var legend: String?
    /// Name of the legend.
    public var legendName: String
    /// The name of a field for people, by layer and field.
    public var fieldTitle: @Sendable (_ layer: String, _ field: String) -> String
    /// What becomes of a record.
    public var place: @Sendable (_ layer: LayerStream, _ row: OutputRow) -> Placement

    /// Makes a presentation.
    public init(
        title: String, description: String = "", styles: [Style] = [], pictures: [String: Data] = [:], legend: String? = nil,
        legendName: String = "", fieldTitle: @escaping @Sendable (_ layer: String, _ field: String) -> String = { $1 },
        place: @escaping @Sendable (_ layer: LayerStream, _ row: OutputRow) -> Placement = { _, _ in Placement() }
    ) {
        self.title = title
        self.description = description
        self.styles = styles
        self.pictures = pictures
        self.legend = legend
        self.legendName = legendName
        self.fieldTitle = fieldTitle
        self.place = place
    }
}
