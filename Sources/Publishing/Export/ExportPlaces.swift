import Foundation
import GeoFiles
import Geodesy
import Geometry
import Planning
import Scenarios

/// Where the villages of a run lie, and which of them are wanted.
///
/// Sites carry no commune. One belongs to the commune of the village nearest to it; besides, whatever serves a village that is wanted, or
/// would serve it, is wanted too.
struct ExportPlaces: Sendable {
    /// A commune as the run names it.
    struct Commune: Hashable, Sendable {
        var code: String
        var name: String
        var provinceCode: String
        var provinceName: String

    }

    /// The communes that are wanted.
    let communes: Set<Commune>
    /// Whether that is less than all of them.
    let isNarrowed: Bool
    /// Province and commune as they were found, for names of files.
    let found: [String]
    /// Ids of the villages that are wanted.
    let villages: Set<String>
    /// Places of the villages that are wanted.
    let places: [Coordinate]
    /// Ids of sites that serve one of them; of one operator's services where the export is for one.
    let servingSites: Set<String>
    private let all: PointIndex
    private let communeOf: [Commune]

    /// Looks through the villages of a run. O(villages).
    /// - Throws: `StoreError`, or `ExportProblem` when a name is not found or fits several.
    init(run folder: String, scope: ExportScope) throws {
        var villages: [(id: String, place: Coordinate, commune: Commune, sites: [String])] = []
        var known: [Commune: Commune] = [:]
        do {
            try RunLayer.each("villages", in: folder) { fields, feature throws(GeoFileError) in
                guard case .point(let place)? = feature.shape else { return }
                let commune = Commune(fields, feature)
                // One copy of the names for all villages of a commune.
                let kept = known[commune] ?? commune
                known[kept] = kept
                let services = fields.words("by_operator", feature).compactMap(OperatorServiceText.init)
                let sites = services.filter { scope.carrier == nil || $0.carrier == scope.carrier?.id }.map(\.site)
                villages.append((fields.text("id", feature), place, kept, sites))
            }
        } catch { throw RunLayer.unreadable("villages", folder, error) }

        var communes = Array(known.keys)
        var found: [String] = []
        if let wanted = scope.province {
            let provinces = Set(communes.map { Named(code: $0.provinceCode, name: $0.provinceName) })
            let province = try Self.choose(wanted, provinces, .province)
            communes = communes.filter { Named(code: $0.provinceCode, name: $0.provinceName) == province }
            found.append(province.name.isEmpty ? province.code : province.name)
        }
        if let wanted = scope.commune {
            let named = Dictionary(grouping: communes) { Named(code: $0.code, name: $0.name, within: $0.provinceName) }
            let commune = try Self.choose(wanted, Set(named.keys), .commune)
            communes = named[commune] ?? []
            found.append(commune.name.isEmpty ? commune.code : commune.name)
        }
        self.communes = Set(communes)
        self.found = found
        isNarrowed = scope.province != nil || scope.commune != nil
        let chosen = self.communes
        let wanted = villages.filter { chosen.contains($0.commune) }
        self.villages = Set(wanted.map(\.id))
        places = wanted.map(\.place)
        servingSites = Set(wanted.flatMap(\.sites))
        all = PointIndex(villages.map(\.place))
        communeOf = villages.map(\.commune)
    }

    /// The commune of the village nearest to a place; nil where the run has none.
    func commune(near place: Coordinate) -> Commune? { all.nearest(to: place).map { communeOf[$0.index] } }

    /// Whether a place is taken to lie in what is wanted.
    func holds(_ place: Coordinate) -> Bool { !isNarrowed || commune(near: place).map(communes.contains) ?? false }

    /// Whether an area holds a village that is wanted.
    func isReached(by area: MultiPolygon) -> Bool {
        guard let box = area.boundingBox else { return false }
        return places.contains { box.contains($0) && ((try? area.contains($0)) ?? false) }
    }

    /// The box of the villages that are wanted; nil where there are none.
    var box: BoundingBox? { BoundingBox(places) }

    // MARK: Names

    private struct Named: Hashable {
        var code: String
        var name: String
        var within = ""

        var text: String {
            [name, code.isEmpty ? "" : "(\(code))", within.isEmpty ? "" : "– \(within)"].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// By code, else by folded name; unit words in front (`xã`, `tỉnh`) may be left out.
    private static func choose(_ wanted: String, _ names: Set<Named>, _ kind: PlaceKind) throws(ExportProblem) -> Named {
        let sorted = names.sorted { ($0.name, $0.code, $0.within) < ($1.name, $1.code, $1.within) }
        let option = kind == .province ? "--province" : "--commune"
        let byCode = sorted.filter { !$0.code.isEmpty && $0.code == wanted.trimmingCharacters(in: .whitespaces) }
        if byCode.count == 1 { return byCode[0] }
        let key = PlaceNameKey(wanted, kind: kind)
        switch PlaceNameChoice(key, among: sorted.map { PlaceNameKey($0.name, kind: kind) }) {
        case .one(let index, let match) where !match.isFuzzy: return sorted[index]
        case .one(let index, _):
            throw ExportProblem(
                vi: "\(option) '\(wanted)': không có trong kết quả; có phải \(sorted[index].text)?",
                en: "\(option) '\(wanted)' is not in the run; is \(sorted[index].text) meant?")
        case .ambiguous(let indices, _):
            let list = indices.map { sorted[$0].text }.joined(separator: "; ")
            throw ExportProblem(
                vi: "\(option) '\(wanted)' có thể là nhiều nơi: \(list). Hãy ghi mã, hoặc thêm --province.",
                en: "\(option) '\(wanted)' could be several: \(list). Write the code, or add --province.")
        case .none:
            let list = sorted.prefix(8).map(\.text).joined(separator: "; ") + (sorted.count > 8 ? "; …" : "")
            throw ExportProblem(
                vi: "\(option) '\(wanted)': không có trong kết quả. Có: \(list)",
                en: "\(option) '\(wanted)' is not in the run. There are: \(list)")
        }
    }
}

extension ExportPlaces.Commune {
    /// The commune of a village's record.
    init(_ fields: RunFields, _ village: Feature) {
        self.init(
            code: fields.text("commune_code", village), name: fields.text("commune", village),
            provinceCode: fields.text("province_code", village), provinceName: fields.text("province", village))
    }
}
