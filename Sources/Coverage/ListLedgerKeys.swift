/// The keys under which rows of lists are the same village.
struct ListRowKeys {
    let naming: ListNaming

    /// Commune of the list's own administration and whole name.
    func exact(_ row: ListedVillage) -> [String] { ["\(ownCommune(row))|\(naming.key(row.name))"] }

    /// Each commune of 2025 that it may be in, and the whole name.
    func carried(_ row: ListedVillage) -> [String] {
        let name = naming.key(row.name)
        return communes(row).map { "\($0)|\(name)" }
    }

    /// Each commune of 2025 that it may be in, and the name without its unit word.
    func core(_ row: ListedVillage) -> [String] {
        let core = naming.core(row.name)
        return core.isEmpty ? [] : communes(row).map { "\($0)|\(core)" }
    }

    /// The communes of 2025 that a row may be in; where none is known, the commune by its names.
    func communes(_ row: ListedVillage) -> [String] { row.communes2025.isEmpty ? [named(row)] : row.communes2025 }

    private func ownCommune(_ row: ListedVillage) -> String { row.communeCode.isEmpty ? named(row) : row.communeCode }

    private func named(_ row: ListedVillage) -> String {
        "\(naming.key(row.provinceName))/\(naming.key(row.districtName))/\(naming.key(row.communeName))"
    }
}

/// A village of earlier lists and a row that it may be.
struct ListEdge: Hashable, Comparable {
    var old: Int
    var new: Int

    static func < (left: ListEdge, right: ListEdge) -> Bool { (left.old, left.new) < (right.old, right.new) }

    /// Edges that hang together.
    struct Group {
        /// Rising.
        var edges: [ListEdge]
        /// Rising.
        var olds: [Int]
        /// Rising.
        var news: [Int]
    }

    /// The connected parts of a graph, in the order of their first edge. Complexity: O(n log n).
    static func groups(_ edges: Set<ListEdge>) -> [Group] {
        let sorted = edges.sorted()
        let byOld = Dictionary(grouping: sorted, by: \.old)
        let byNew = Dictionary(grouping: sorted, by: \.new)
        var seen: Set<ListEdge> = []
        var seenOlds: Set<Int> = []
        var seenNews: Set<Int> = []
        var groups: [Group] = []
        for first in sorted where !seen.contains(first) {
            var found: [ListEdge] = []
            var waiting = [first]
            while let edge = waiting.popLast() {
                guard seen.insert(edge).inserted else { continue }
                found.append(edge)
                if seenOlds.insert(edge.old).inserted { waiting += byOld[edge.old] ?? [] }
                if seenNews.insert(edge.new).inserted { waiting += byNew[edge.new] ?? [] }
            }
            groups.append(Group(edges: found.sorted(), olds: Set(found.map(\.old)).sorted(), news: Set(found.map(\.new)).sorted()))
        }
        return groups
    }
}
