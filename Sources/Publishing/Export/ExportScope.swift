import GeoFiles
import Planning

/// Whose maps of which part of a run are wanted; what is nil does not narrow.
public struct ExportScope: Hashable, Sendable {
    /// Only what this operator may see; nil for everything that the owner of the run sees.
    public var carrier: Operator?
    /// Name or code of a province.
    public var province: String?
    /// Name or code of a commune.
    public var commune: String?

    /// Narrows a run.
    public init(carrier: Operator? = nil, province: String? = nil, commune: String? = nil) {
        self.carrier = carrier
        self.province = province
        self.commune = commune
    }
}

/// In which system coordinates are written, where the format takes another than WGS 84.
public enum ExportSystem: Hashable, Sendable {
    /// Longitude and latitude in degrees, `EPSG:4326`.
    case wgs84
    /// VN-2000 in a zone by its central meridian in degrees; nil for the one zone of all that is exported.
    case vn2000(meridianDegrees: Double?)

    /// Reads `wgs84`, `vn2000` or `vn2000/105.5`; nil for anything else.
    public init?(_ text: String) {
        let words = text.lowercased().replacing("-", with: "").split(separator: "/", omittingEmptySubsequences: false)
        switch (words.first, words.count) {
        case ("wgs84", 1), ("4326", 1), ("epsg:4326", 1): self = .wgs84
        case ("vn2000", 1): self = .vn2000(meridianDegrees: nil)
        case ("vn2000", 2):
            guard let degrees = Double(words[1].replacing(",", with: ".")), (102...118).contains(degrees) else { return nil }
            self = .vn2000(meridianDegrees: degrees)
        default: return nil
        }
    }
}

/// What an export may be written as.
public enum ExportFormat: Hashable, Sendable, CaseIterable {
    /// A format of map layers or tables.
    case vector(VectorFormat)
    /// A coverage raster, cut to what is exported, as Cloud-Optimized GeoTIFF.
    case cog

    /// All of them; KML only zipped.
    public static var allCases: [ExportFormat] { VectorFormat.allCases.filter { $0 != .kml }.map(Self.vector) + [.cog] }

    /// Its word on the command line.
    public var name: String {
        switch self {
        case .vector(let format): format.rawValue
        case .cog: "cog"
        }
    }

    /// Reads its word.
    public init?(_ word: String) {
        guard let format = Self.allCases.first(where: { $0.name == word.lowercased() }) else { return nil }
        self = format
    }
}

/// A part of a run that is not there, or could be several: more likely a slip than a wish for an empty map.
public struct ExportProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to write instead.
    public var text: Bilingual

    /// Names a problem.
    public init(vi: String, en: String) { text = Bilingual(vi: vi, en: en) }

    /// The message in English.
    public var description: String { text.en }
}
