/// Finds for each row of a list the village of earlier lists that it is, level by level from certain to doubtful.
///
/// What was matched at one level is out of the next; what is ambiguous at one level is reported and left alone: a weaker level must not decide
/// what a stronger one could not. Complexity: O(n log n) in the rows, but for similarity, which is quadratic within a commune.
struct ListPairing {
    /// A village of earlier lists.
    struct Old {
        var thread: Int
        var row: ListedVillage
        var administration: ListAdministration
        /// Whether it stands in the list before this one; those choose first.
        var isRecent: Bool
    }

    struct Pair: Hashable {
        var old: Int
        var new: Int
        var kind: ListMatchKind
        var score: Double
        var decision: ListMatchReport.Decision?
    }

    let olds: [Old]
    let news: [ListedVillage]
    let administration: ListAdministration
    let naming: ListNaming
    private(set) var pairs: [Pair] = []
    /// Pairs that were not taken.
    private(set) var refused: [Pair] = []
    private var isOldFree: [Bool]
    private var isNewFree: [Bool]

    init(olds: [Old], news: [ListedVillage], administration: ListAdministration, naming: ListNaming) {
        self.olds = olds
        self.news = news
        self.administration = administration
        self.naming = naming
        isOldFree = [Bool](repeating: true, count: olds.count)
        isNewFree = [Bool](repeating: true, count: news.count)
        let keys = ListRowKeys(naming: naming)
        // Two lists of one administration speak of one commune only under one code, whatever became of it in 2025.
        let areNear: (Old, ListedVillage) -> Bool = { before, after in
            before.administration != administration || before.row.communeCode.isEmpty || after.communeCode.isEmpty
                || before.row.communeCode == after.communeCode
        }
        let hasAgreeingName: (Old, ListedVillage) -> Bool = { before, after in
            naming.key(before.row.name) == naming.key(after.name) || naming.similarity(before.row.name, after.name) >= 0.5
        }
        equal(.id, { [$0.id].filter { !$0.isEmpty } }, where: hasAgreeingName)
        equal(.exact, { keys.exact($0) }, where: { before, _ in before.administration == administration })
        equal(.carried, { keys.carried($0) }, where: areNear)
        equal(.unitWord, { keys.core($0) }, where: areNear)
        similar(keys, where: areNear)
        moved()
    }

    // MARK: Equal keys

    private mutating func equal(
        _ kind: ListMatchKind, _ keys: (ListedVillage) -> [String],
        where agree: (Old, ListedVillage) -> Bool
    ) {
        for isRecent in [true, false] {
            var byKey: [String: [Int]] = [:]
            for old in olds.indices where isOldFree[old] && olds[old].isRecent == isRecent {
                for key in keys(olds[old].row) { byKey[key, default: []].append(old) }
            }
            var edges: Set<ListEdge> = []
            for new in news.indices where isNewFree[new] {
                for old in keys(news[new]).flatMap({ byKey[$0] ?? [] }) where agree(olds[old], news[new]) {
                    edges.insert(ListEdge(old: old, new: new))
                }
            }
            for group in ListEdge.groups(edges) { settle(group, kind) }
        }
    }

    /// Takes what is certain of a group of rows under one name, and reports the rest.
    private mutating func settle(_ group: ListEdge.Group, _ kind: ListMatchKind) {
        if group.edges.count == 1, let only = group.edges.first { return take(only, kind, score(only), nil) }
        // Among equal names the district decides, then the number of households, where it stands once on either side.
        let naming = naming
        for detail in [{ naming.key($0.districtName) }, { $0.households.map { "\($0)" } ?? "" }] as [(ListedVillage) -> String] {
            let oldsBy = Dictionary(grouping: group.olds.filter { isOldFree[$0] }) { detail(olds[$0].row) }
            let newsBy = Dictionary(grouping: group.news.filter { isNewFree[$0] }) { detail(news[$0]) }
            for (value, left) in oldsBy.sorted(by: { $0.key < $1.key }) where !value.isEmpty && left.count == 1 {
                guard let right = newsBy[value], right.count == 1 else { continue }
                let edge = ListEdge(old: left[0], new: right[0])
                if group.edges.contains(edge) { take(edge, kind, score(edge), .byDetail) }
            }
        }
        let left = group.olds.filter { isOldFree[$0] }
        let right = group.news.filter { isNewFree[$0] }
        guard !left.isEmpty, !right.isEmpty else { return }
        let isEveryoneEqual = left.allSatisfy { old in right.allSatisfy { group.edges.contains(ListEdge(old: old, new: $0)) } }
        if left.count == right.count, isEveryoneEqual {
            // Rows stand in canonical order, so that the first is the first in any order of the file.
            for (old, new) in zip(left, right) {
                let edge = ListEdge(old: old, new: new)
                take(edge, kind, score(edge), left.count == 1 ? .byDetail : .byOrdinal)
            }
            return
        }
        for edge in group.edges where isOldFree[edge.old] && isNewFree[edge.new] { refuse(edge, kind, .ambiguous) }
        for old in left { isOldFree[old] = false }
        for new in right { isNewFree[new] = false }
    }

    // MARK: Similar names

    private mutating func similar(_ keys: ListRowKeys, where agree: (Old, ListedVillage) -> Bool) {
        for isRecent in [true, false] {
            var byCommune: [String: [Int]] = [:]
            for old in olds.indices where isOldFree[old] && olds[old].isRecent == isRecent {
                for commune in keys.communes(olds[old].row) { byCommune[commune, default: []].append(old) }
            }
            var scores: [ListEdge: Double] = [:]
            for new in news.indices where isNewFree[new] {
                for old in keys.communes(news[new]).flatMap({ byCommune[$0] ?? [] }) where agree(olds[old], news[new]) {
                    let edge = ListEdge(old: old, new: new)
                    let score = score(edge)
                    if score >= naming.threshold { scores[edge] = score }
                }
            }
            for group in ListEdge.groups(Set(scores.keys)) { settleSimilar(group, scores) }
        }
    }

    private mutating func settleSimilar(_ group: ListEdge.Group, _ scores: [ListEdge: Double]) {
        func isAhead(_ edge: ListEdge) -> Bool {
            let own = scores[edge] ?? 0
            let rivals = group.edges.filter { $0 != edge && ($0.old == edge.old || $0.new == edge.new) }
            return rivals.allSatisfy { own >= (scores[$0] ?? 0) + naming.margin }
        }
        for edge in group.edges.filter(isAhead) { take(edge, .fuzzy, scores[edge] ?? 0, .chosen) }
        let open = group.edges.filter { isOldFree[$0.old] && isNewFree[$0.new] }
        for edge in open { refuse(edge, .fuzzy, .ambiguous) }
        for edge in open {
            isOldFree[edge.old] = false
            isNewFree[edge.new] = false
        }
    }

    // MARK: Another commune

    /// A name that stands once among all rows left: the same village in another commune, or chance.
    private mutating func moved() {
        var byName: [String: [Int]] = [:]
        for old in olds.indices where isOldFree[old] && olds[old].isRecent && olds[old].row.status.isOpen {
            let core = naming.core(olds[old].row.name)
            if !core.isEmpty { byName[core, default: []].append(old) }
        }
        let byNewName = Dictionary(grouping: news.indices.filter { isNewFree[$0] && news[$0].status.isOpen }) { naming.core(news[$0].name) }
        for (name, right) in byNewName.sorted(by: { $0.key < $1.key }) where right.count == 1 {
            guard let left = byName[name], left.count == 1 else { continue }
            let edge = ListEdge(old: left[0], new: right[0])
            let (before, after) = (olds[edge.old].row, news[edge.new])
            let province = (naming.core(before.provinceName), naming.core(after.provinceName))
            guard province.0 == province.1 || province.0.isEmpty || province.1.isEmpty || olds[edge.old].administration != administration
            else { continue }
            let district = (naming.key(before.districtName), naming.key(after.districtName))
            if district.0 == district.1, !district.0.isEmpty {
                take(edge, .moved, score(edge), .chosen)
            } else if district.0.isEmpty || district.1.isEmpty {
                refuse(edge, .moved, .possibleMove)
            }
        }
    }

    // MARK: Book-keeping

    private func score(_ edge: ListEdge) -> Double {
        let (before, after) = (olds[edge.old].row.name, news[edge.new].name)
        return naming.key(before) == naming.key(after) ? 1 : naming.similarity(before, after)
    }

    private mutating func take(_ edge: ListEdge, _ kind: ListMatchKind, _ score: Double, _ decision: ListMatchReport.Decision?) {
        guard isOldFree[edge.old], isNewFree[edge.new] else { return }
        isOldFree[edge.old] = false
        isNewFree[edge.new] = false
        pairs.append(Pair(old: edge.old, new: edge.new, kind: kind, score: score, decision: decision))
    }

    private mutating func refuse(_ edge: ListEdge, _ kind: ListMatchKind, _ decision: ListMatchReport.Decision) {
        refused.append(Pair(old: edge.old, new: edge.new, kind: kind, score: score(edge), decision: decision))
    }
}
