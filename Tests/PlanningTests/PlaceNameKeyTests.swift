import Foundation
import Testing

@testable import Planning

@Suite struct PlaceNameKeyTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var kind: PlaceKind
        var first, second, outcome, source: String
        var testDescription: String { "\(first) | \(second)" }
    }

    /// Pairs of names as real sources write them: kind, both names, what they must give, and where they stand.
    static let pairs: [Pair] = {
        guard let url = Bundle.module.url(forResource: "Resources/name-pairs", withExtension: "csv"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5, let kind = PlaceKind(rawValue: cells[0]) else { return nil }
            return Pair(kind: kind, first: cells[1], second: cells[2], outcome: cells[3], source: cells[4])
        }
    }()

    @Test func thereAreEnoughRealPairs() {
        #expect(Self.pairs.count { $0.outcome != "no" } >= 60)
        #expect(Self.pairs.count { $0.outcome == "no" } >= 20)
        #expect(Self.pairs.allSatisfy { !$0.source.isEmpty })
    }

    @Test(arguments: pairs)
    func realPair(pair: Pair) {
        let (first, second) = (PlaceNameKey(pair.first, kind: pair.kind), PlaceNameKey(pair.second, kind: pair.kind))
        let match = first.match(second)
        #expect(match == second.match(first))
        let outcome = match.map { $0.isFuzzy ? "similar" : $0.grade == .folded ? "folded" : "same" } ?? "no"
        #expect(outcome == pair.outcome, "\(first) \(second) \(first.similarity(to: second))")
    }

    @Test(arguments: [
        ("Thôn", PlaceKind.village, "", "thon"), ("Bản", .village, "", "ban"), ("Xóm Khu", .village, "xom", "khu"),
        ("Phường 5", .commune, "phuong", "5"), ("P.5", .commune, "phuong", "5"), ("Q1", .district, "quan", "1"),
        ("Tổ dân phố số 3", .village, "to", "so3"), ("TDP. 3", .village, "to", "3"), ("Tổ 03", .village, "to", "3"),
        ("Tô Hiệu", .commune, "", "tohieu"), ("TT. Ba Chẽ", .commune, "thitran", "bache"), ("Sóc Trăng", .province, "", "soctrang"),
        ("Tỉnh Sóc Trăng", .province, "tinh", "soctrang"), ("Xóm Tám", .village, "xom", "8"), ("Ba", .village, "", "ba"),
        ("Xã Ba", .commune, "xa", "ba"),
        ("", .village, "", ""), ("–", .village, "", ""),
    ])
    func unitsComeOff(example: (name: String, kind: PlaceKind, unit: String, core: String)) {
        let key = PlaceNameKey(example.name, kind: example.kind)
        #expect(key.unit == example.unit)
        #expect(key.core == example.core)
    }

    /// Every real name of the pairs: Unicode form, case of letters, and outer space never count, and a name agrees with itself.
    @Test(arguments: pairs)
    func keysAreStable(pair: Pair) {
        for name in [pair.first, pair.second] {
            let key = PlaceNameKey(name, kind: pair.kind)
            #expect(PlaceNameKey(name.decomposedStringWithCanonicalMapping, kind: pair.kind) == key)
            #expect(PlaceNameKey("  \(name)\u{A0}", kind: pair.kind) == key)
            #expect(key.match(key) == PlaceNameMatch(grade: .exact, score: 1))
            #expect(!key.core.isEmpty)
            #expect(key.key == key.unit + key.core)
            #expect(key.core.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }, "\(key.core)")
        }
    }

    @Test func similarityIsAMeasure() {
        var generator = SplitMix(state: 7)
        let letters = Array("aăâeêioôơuưyáảbcdđghklmnpqrstvx '2I")
        func random() -> PlaceNameKey {
            PlaceNameKey(
                String((0..<Int.random(in: 0...9, using: &generator)).compactMap { _ in letters.randomElement(using: &generator) }))
        }
        for _ in 0..<3000 {
            let (a, b) = (random(), random())
            let score = a.similarity(to: b)
            #expect((0...1).contains(score))
            #expect(score == b.similarity(to: a))
            if a.ordinals != b.ordinals { #expect(score == 0) }
            #expect(a.core.isEmpty || a.similarity(to: a) == 1)
        }
    }

    /// Damerau's four mistakes cost one each, on a name of nine letters.
    @Test(arguments: ["Khuoi Phinh", "Khoi Phin", "Khuoi Bhin", "Khuoi Pihn"])
    func oneMistakeCostsOneLetter(written: String) {
        let score = PlaceNameKey("Khuổi Phìn").similarity(to: PlaceNameKey(written))
        #expect(abs(score - (1 - 1 / Double(max(9, PlaceNameKey(written).core.count)))) < 1e-12)
    }

    @Test func equallyGoodIsNeverChosen() {
        func keys(_ names: String...) -> [PlaceNameKey] { names.map { PlaceNameKey($0) } }
        #expect(
            PlaceNameChoice(PlaceNameKey("Na Lau"), among: keys("Nà Lầu", "Nà Lâu", "Nà Rèi"))
                == .ambiguous(indices: [0, 1], match: .init(grade: .close, score: 1)))
        #expect(
            PlaceNameChoice(PlaceNameKey("Nà Lâu"), among: keys("Nà Lầu", "Nà Lâu"))
                == .one(index: 1, match: .init(grade: .exact, score: 1)))
        #expect(PlaceNameChoice(PlaceNameKey("Thôn 3"), among: keys("Thôn 1", "Thôn 2")) == .none)
        guard case .ambiguous(let indices, let match) = PlaceNameChoice(PlaceNameKey("Khuổi Phìn"), among: keys("Khuổi Phìm", "Khuổi Thìn"))
        else {
            Issue.record("two similar names were told apart")
            return
        }
        #expect(indices == [0, 1])
        #expect(match.isFuzzy)
    }
}
