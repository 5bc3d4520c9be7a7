import Planning

/// Rows in an order that does not depend on the file's.
struct ListRowOrder: Comparable {
    private let key: [String]

    init(_ row: ListedVillage) {
        key = [
            row.communeCode, row.provinceName, row.districtName, row.communeName, NameFolding.key(row.name), row.name, row.id,
            row.households.map { String(10_000_000_000 + $0) } ?? "", row.electricity.rawValue, row.status.rawValue, row.reason,
            row.coveredOn?.description ?? "", row.source, row.isSynthetic ? "1" : "0",
        ]
    }

    static func < (left: ListRowOrder, right: ListRowOrder) -> Bool { left.key.lexicographicallyPrecedes(right.key) }
}

/// Gives each village its key: commune, folded name, ordinal.
struct ListVillageIDs {
    private var ordinals: [String: Int] = [:]

    mutating func next(_ row: ListedVillage) -> String {
        let commune = row.communeCode.isEmpty ? NameFolding.slug("\(row.provinceName) \(row.communeName)") : row.communeCode
        let stem = [commune, NameFolding.slug(row.name)].filter { !$0.isEmpty }.joined(separator: "-")
        ordinals[stem, default: 0] += 1
        return "\(stem)-\(ordinals[stem, default: 1])"
    }
}
