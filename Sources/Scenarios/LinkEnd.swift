import Foundation
import Geodesy
import Ingest
import Planning

/// One end of a link, as a person names it: an id, a name, or a place.
public struct LinkEnd: Hashable, Sendable {
    /// What stands there.
    public enum Kind: Hashable, Sendable {
        /// Position in `World.sites`.
        case site(Int)
        /// Position in `World.candidates`.
        case candidate(Int)
        /// Position in `World.villages`.
        case village(Int)
        /// A bare place.
        case point

        /// The stable word of the JSON output.
        public var code: String {
            switch self {
            case .site: "site"
            case .candidate: "candidate"
            case .village: "village"
            case .point: "point"
            }
        }
    }

    /// Which end it is; they may be of different kinds.
    public enum Role: Hashable, Sendable {
        /// The mast: a site, a candidate place, or a bare place.
        case from
        /// The receiver: a village, a site, or a bare place.
        case to

        var words: Bilingual {
            switch self {
            case .from: Bilingual(vi: "điểm đầu (FROM)", en: "FROM")
            case .to: Bilingual(vi: "điểm cuối (TO)", en: "TO")
            }
        }

        var expected: Bilingual {
            switch self {
            case .from:
                Bilingual(
                    vi: "mã trạm, mã vị trí đề xuất, hoặc kinh độ,vĩ độ[,độ cao ăng-ten]",
                    en: "a site's id, a candidate's id, or lon,lat[,antenna height]")
            case .to:
                Bilingual(
                    vi: "mã hoặc tên thôn, mã trạm, hoặc kinh độ,vĩ độ[,độ cao ăng-ten]",
                    en: "a village's id or name, a site's id, or lon,lat[,antenna height]")
            }
        }
    }

    /// What stands there, and where in the world.
    public var kind: Kind
    /// The id; of a bare place its coordinates as given.
    public var id: String
    /// The name, empty when there is none.
    public var name: String
    /// Where it is, WGS 84.
    public var place: Coordinate
    /// Antenna height that was given with the place, metres above ground; nil = the usual one.
    public var antennaHeightMeters: Double?

    /// What a title calls it.
    public var label: String { name.isEmpty ? id : name }

    /// Antenna heights that P.1812 takes, metres above ground.
    public static let antennaHeightsMeters = 1.0...3_000.0

    /// Finds the end that a text names: an id exactly, then a place, then a folded id or name that only one thing has.
    ///
    /// - Throws: `LinkProblem` that says what was expected, with the nearest match.
    public init(_ text: String, _ role: Role, in world: World) throws(LinkProblem) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        let known = Self.known(role, in: world)
        if let exact = known.first(where: { $0.id == text }) {
            self = exact
            return
        }
        if let place = try Self.place(text, role) {
            self = place
            return
        }
        let key = NameFolding.key(text)
        let alike = key.isEmpty ? [] : known.filter { NameFolding.key($0.id) == key || NameFolding.key($0.name) == key }
        if let only = alike.first {
            guard alike.count == 1 else { throw .ambiguous(role, text, alike.map(\.id).sorted()) }
            self = only
            return
        }
        if role == .from, Self.known(.to, in: world).contains(where: { $0.id == text || NameFolding.key($0.id) == key }) {
            throw .villageAsMast(text)
        }
        throw .unknown(role, text, nearest: NearestWord.to(text, among: known.flatMap { $0.name.isEmpty ? [$0.id] : [$0.id, $0.name] }))
    }

    /// Everything that may be named, in the order in which equal ids are looked up.
    private static func known(_ role: Role, in world: World) -> [LinkEnd] {
        let sites = world.sites.indices.map { index in
            LinkEnd(kind: .site(index), id: world.sites[index].id, name: "", place: world.sites[index].place)
        }
        switch role {
        case .from:
            return sites
                + world.candidates.indices.map { index in
                    let candidate = world.candidates[index]
                    return LinkEnd(kind: .candidate(index), id: candidate.id, name: candidate.name, place: candidate.place)
                }
        case .to:
            return world.villages.indices.map { index in
                let village = world.villages[index]
                return LinkEnd(kind: .village(index), id: village.id, name: village.name, place: village.centre)
            } + sites
        }
    }

    private init(kind: Kind, id: String, name: String, place: Coordinate, antennaHeightMeters: Double? = nil) {
        self.kind = kind
        self.id = id
        self.name = name
        self.place = place
        self.antennaHeightMeters = antennaHeightMeters
    }

    /// `lon,lat` or `lon,lat,height`; nil for what does not look like numbers.
    private static func place(_ text: String, _ role: Role) throws(LinkProblem) -> LinkEnd? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        let looksNumeric = parts.count > 1 && parts.allSatisfy { part in part.allSatisfy { "+-.0123456789eE".contains($0) } }
        guard looksNumeric else { return nil }
        let numbers = parts.compactMap { Double($0) }
        guard numbers.count == parts.count, (2...3).contains(numbers.count), numbers.allSatisfy(\.isFinite) else {
            throw .badPlace(role, text)
        }
        let place = Coordinate(longitude: numbers[0], latitude: numbers[1])
        guard place.isValid else {
            let swapped = Coordinate(longitude: numbers[1], latitude: numbers[0])
            throw swapped.isValid ? .swapped(role, text, "\(parts[1]),\(parts[0])") : .badPlace(role, text)
        }
        let height = numbers.count == 3 ? numbers[2] : nil
        if let height, !antennaHeightsMeters.contains(height) { throw .badHeight(role, height) }
        return LinkEnd(kind: .point, id: parts.prefix(2).joined(separator: ","), name: "", place: place, antennaHeightMeters: height)
    }
}
