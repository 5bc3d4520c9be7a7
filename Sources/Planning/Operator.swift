/// A mobile network operator, by a short stable id such as `viettel`.
public struct Operator: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Lower-case ASCII id, as written in every output.
    public let id: String

    private init(id: String) { self.id = id }

    /// Viettel (MNC 04; 06 and 08 came with EVN Telecom).
    public static let viettel = Operator(id: "viettel")
    /// VNPT VinaPhone (MNC 02).
    public static let vnpt = Operator(id: "vnpt")
    /// MobiFone (MNC 01).
    public static let mobifone = Operator(id: "mobifone")
    /// Vietnamobile (MNC 05).
    public static let vietnamobile = Operator(id: "vietnamobile")
    /// Gtel Mobile (MNC 07).
    public static let gtel = Operator(id: "gtel")

    /// The operators with a mobile network in Viet Nam.
    public static let known: [Operator] = [.viettel, .vnpt, .mobifone, .vietnamobile, .gtel]

    /// An operator that a project declares by name besides the known ones (`operators:` in the project file).
    ///
    /// Returns nil for a name without a letter or digit.
    public static func declared(_ name: String) -> Operator? {
        if let known = Operator(label: name) { return known }
        let slug = NameFolding.slug(name)
        return slug.isEmpty ? nil : Operator(id: slug)
    }

    /// Reads a name as found in tables, brand names and network codes included (`VinaPhone`, `Viettel Telecom`, `MBF`, `452-04`).
    public init?(label: String) {
        switch NameFolding.key(label) {
        case "viettel", "vtt", "viettelmobile", "vietteltelecom", "vt", "45204", "45206", "45208": self = .viettel
        case "vnpt", "vinaphone", "vina", "vnp", "vnptvinaphone", "45202": self = .vnpt
        case "mobifone", "mbf", "mobi", "vms", "vmsmobifone", "45201": self = .mobifone
        case "vietnamobile", "vnm", "htc", "hanoitelecom", "45205": self = .vietnamobile
        case "gtel", "gmobile", "gtelmobile", "beeline", "45207": self = .gtel
        default: return nil
        }
    }

    /// The name that people write.
    public var displayName: String {
        switch self {
        case .viettel: "Viettel"
        case .vnpt: "VNPT"
        case .mobifone: "MobiFone"
        case .vietnamobile: "Vietnamobile"
        case .gtel: "Gtel"
        default: id
        }
    }

    /// The id.
    public var description: String { id }

    /// Orders by id.
    public static func < (left: Operator, right: Operator) -> Bool { left.id < right.id }

    /// Reads an id as this program wrote it.
    public init(from decoder: any Decoder) throws {
        id = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the id.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(id)
    }
}
