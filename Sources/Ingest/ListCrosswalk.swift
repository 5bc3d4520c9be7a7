import Foundation
import GeoFiles
import Planning

/// From wards of before 2025-07-01 to communes since, by code and by name, as lists over time need it.
public struct ListCrosswalk: Sendable {
    /// One side of the change: names by code, codes by folded name.
    struct Side: Sendable {
        var names: [String: String] = [:]
        var byName: [String: [Place]] = [:]

        /// A commune with what tells it from others of its name.
        struct Place: Hashable, Sendable {
            var code: String
            var district: String
            var province: String
        }

        mutating func add(_ code: String, name: String, district: String, province: String) {
            guard !code.isEmpty, names[code] == nil else { return }
            let key = ListCrosswalk.key(name)
            names[code] = key
            byName[key, default: []].append(
                Place(code: code, district: ListCrosswalk.key(district), province: ListCrosswalk.key(province)))
        }

        /// The codes of a name, narrowed by province and district where these are given.
        func codes(_ name: String, district: String, province: String) -> [String] {
            (byName[ListCrosswalk.key(name)] ?? []).filter {
                (province.isEmpty || $0.province == ListCrosswalk.key(province))
                    && (district.isEmpty || $0.district.isEmpty || $0.district == ListCrosswalk.key(district))
            }.map(\.code)
        }
    }

    private(set) var wards = Side()
    private(set) var communes = Side()
    private var communesOfWard: [String: [String]] = [:]
    private var provinceOfCommune: [String: String] = [:]

    /// Reads the crosswalk and, where it is given, the table of 2025 communes with their names.
    ///
    /// - Parameters:
    ///   - path: table with `old_ward_code, old_ward, old_district, old_province, province_code, commune_code`; a divided ward has several rows.
    ///   - communesPath: table with `code, name, province`; nil = communes of 2025 are known by code only.
    /// - Throws: `InputError` when a table is missing, cannot be read, or lacks a column.
    public init(path: String, displayName: String, communesPath: String? = nil) throws(InputError) {
        let table = try ListTable(path, displayName)
        let columns = try table.positions([
            "old_ward_code", "old_ward", "old_district", "old_province", "commune_code",
        ])
        for feature in table.features {
            let cells = table.texts(columns, feature)
            guard !cells[0].isEmpty else { continue }
            wards.add(cells[0], name: cells[1], district: cells[2], province: cells[3])
            communesOfWard[cells[0], default: []].append(cells[4])
            communes.names[cells[4]] = communes.names[cells[4]] ?? ""
        }
        guard let communesPath else { return }
        communes = Side()
        let list = try ListTable(communesPath, (communesPath as NSString).lastPathComponent)
        let titles = try list.positions(["code", "name", "province"])
        for feature in list.features {
            let cells = list.texts(titles, feature)
            communes.add(cells[0], name: cells[1], district: "", province: cells[2])
            provinceOfCommune[cells[0]] = cells[2]
        }
    }

    /// The communes of 2025 that hold a part of a ward; empty for a code that is not known.
    public func communes2025(ofWard code: String) -> [String] { communesOfWard[code] ?? [] }

    /// The province of a 2025 commune; empty when not known.
    public func province(ofCommune code: String) -> String { provinceOfCommune[code] ?? "" }

    /// The communes of 2025 that a name may mean: none, one, or several.
    public func communes2025(name: String, district: String, province: String, isFormer: Bool) -> [String] {
        guard !name.isEmpty else { return [] }
        if isFormer {
            var seen: Set<String> = []
            return wards.codes(name, district: district, province: province).flatMap(communes2025(ofWard:)).filter {
                seen.insert($0).inserted
            }
        }
        // Provinces of before 2025 still stand in many tables; the commune's name and the nation-wide rarity of most names then decide.
        let found = communes.codes(name, district: "", province: province)
        return found
    }

    /// Whether code and name of a row can be of one side. A name that is not given contradicts nothing.
    public func fits(code: String, name: String, district: String, province: String, isFormer: Bool) -> Bool {
        let side = isFormer ? wards : communes
        guard !code.isEmpty else { return name.isEmpty || !side.codes(name, district: district, province: province).isEmpty }
        guard let known = side.names[code] else { return false }
        return name.isEmpty || known.isEmpty || known == Self.key(name)
    }

    /// Whether either side has the code.
    public func knows(code: String) -> Bool { wards.names[code] != nil || communes.names[code] != nil }

    /// A name without its unit word, folded. A number keeps it: Phường 1 is not Xã 1.
    public static func key(_ name: String) -> String {
        let words = NameFolding.slug(name).split(separator: "-").map(String.init)
        let units = [
            ["thanh", "pho"], ["thi", "tran"], ["thi", "xa"], ["dac", "khu"], ["tinh"], ["huyen"], ["quan"], ["xa"], ["phuong"], ["tp"],
        ]
        guard let unit = units.first(where: { words.starts(with: $0) && words.count > $0.count }),
            !words[unit.count...].allSatisfy({ Int($0) != nil })
        else { return words.joined() }
        return words[unit.count...].joined()
    }
}

/// A plain table of which the columns are known by name.
private struct ListTable {
    let features: [Feature]
    private let table: FeatureTable
    private let displayName: String

    init(_ path: String, _ displayName: String) throws(InputError) {
        self.displayName = displayName
        do {
            table = try VectorReader.read(path)
        } catch {
            let found = TableReading.diagnostic(for: error, file: displayName)
            throw InputError(found.code == .fileMissing ? .missing : .badData, [found])
        }
        features = table.features
    }

    func positions(_ names: [String]) throws(InputError) -> [Int] {
        let missing = names.filter { table.fieldIndex($0) == nil }
        guard missing.isEmpty else {
            throw InputError(
                .badData,
                missing.map {
                    Diagnostic(
                        .error, .columnMissing, file: displayName, field: $0,
                        value: "the file has " + table.fieldNames.joined(separator: ", "),
                        consequence: .fileRejected)
                })
        }
        return names.compactMap(table.fieldIndex)
    }

    func texts(_ positions: [Int], _ feature: Feature) -> [String] {
        positions.map { $0 < feature.values.count ? feature.values[$0].text ?? "" : "" }
    }
}
