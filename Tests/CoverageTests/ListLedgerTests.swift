import Planning
import Testing

@testable import Coverage

/// Real villages of Tuyên Quang in their wards of before 2025-07-01 and their communes since; rows of the last test are made up.
@Suite struct ListLedgerTests {
    /// Wards and what became of them, from the shipped crosswalk: Thượng Nông and Sinh Long, and a ward that was divided.
    static let crosswalk = ["02239": ["02239"], "02227": ["02245"], "00007": ["00008", "00025"]]

    static func row(
        _ name: String, _ commune: String = "02239", _ status: ListStatus = .uncovered, households: Int? = nil, id: String = "",
        district: String = ""
    ) -> ListedVillage {
        var row = ListedVillage(name: name, communeCode: commune, status: status)
        row.households = households
        row.id = id
        row.districtName = district
        return row
    }

    static func list(
        _ id: String, _ year: Int, _ rows: [ListedVillage], administration: ListAdministration? = nil, isComplete: Bool = true
    ) -> ListedVintage {
        let day = CalendarDate(year: year, month: 1, day: 1)
        return ListedVintage(
            id: id, asOf: day, administration: administration ?? ListAdministration(on: day), isComplete: isComplete, villages: rows)
    }

    static func ledger(_ lists: [ListedVintage]) -> ListLedger { ListLedger(lists, carryOver: { crosswalk[$0] ?? [] }) }

    static func states(_ ledger: ListLedger) -> [String: [ListState?]] {
        Dictionary(uniqueKeysWithValues: ledger.histories.map { ($0.id, $0.steps.map(\.state)) })
    }

    // MARK: What became of a village

    @Test func everyClassHasItsVillage() {
        let ledger = Self.ledger([
            Self.list("a", 2022, [Self.row("Bản Giòng"), Self.row("Thôm Luông"), Self.row("Bản Khẻ"), Self.row("Pắc Củng")]),
            Self.list("b", 2023, [Self.row("Bản Giòng"), Self.row("Bản Khẻ", "02239", .covered), Self.row("Nà Tạng", "02227")]),
            Self.list(
                "c", 2024, [Self.row("Bản Giòng", "02239", .partial), Self.row("Thôm Luông"), Self.row("Bản Khẻ", "02239", .covered)]),
        ])
        #expect(
            Self.states(ledger) == [
                "02239-ban-giong-1": [.baseline, .stillOpen, .stillOpen],
                "02239-thom-luong-1": [.baseline, .closedDelisted, .reopened],
                "02239-ban-khe-1": [.baseline, .closedCovered, .covered],
                "02239-pac-cung-1": [.baseline, .closedDelisted, .absent],
                "02227-na-tang-1": [nil, .added, .closedDelisted],
            ])
        #expect(ledger.tallies.map(\.open) == [4, 2, 2])
        #expect(ledger.tallies.map(\.added) == [0, 1, 0])
        #expect(ledger.tallies.map(\.closed) == [0, 3, 1])
        #expect(ledger.tallies.map(\.reopened) == [0, 0, 1])
        #expect(ledger.tallies[2].partial == 1)
        #expect(ledger.reports.isEmpty)
    }

    @Test func aListThatNamesSomeClosesNothing() {
        let ledger = Self.ledger([
            Self.list("a", 2022, [Self.row("Bản Giòng"), Self.row("Thôm Luông")]),
            Self.list("b", 2023, [Self.row("Bản Giòng")], isComplete: false),
            Self.list("c", 2024, [Self.row("Thôm Luông"), Self.row("Pắc Củng")]),
        ])
        #expect(ledger.tallies[1].notNamed == 1)
        #expect(ledger.tallies[1].closed == 0)
        #expect(Self.states(ledger)["02239-thom-luong-1"] == [.baseline, .notNamed, .stillOpen])
        #expect(Self.states(ledger)["02239-pac-cung-1"] == [nil, nil, .added])
    }

    @Test func afterPartialListsNothingIsAdded() {
        let ledger = Self.ledger([
            Self.list("a", 2022, [Self.row("Bản Giòng")], isComplete: false), Self.list("b", 2023, [Self.row("Thôm Luông")]),
        ])
        #expect(ledger.tallies[1].added == 0)
        #expect(ledger.tallies[1].firstNamed == 1)
    }

    @Test func openVillagesAddUp() {
        let lists = [
            Self.list("a", 2022, ["Bản Giòng", "Thôm Luông", "Bản Khẻ"].map { Self.row($0) }),
            Self.list("b", 2023, ["Bản Giòng", "Pắc Củng"].map { Self.row($0) }),
            Self.list("c", 2024, ["Bản Khẻ", "Pắc Củng", "Nà Tạng"].map { Self.row($0) }),
        ]
        let tallies = Self.ledger(lists).tallies
        for (before, after) in zip(tallies, tallies.dropFirst()) {
            #expect(after.open == before.open + after.added + after.reopened - after.closed)
            #expect(after.open == after.stillOpen + after.added + after.reopened)
        }
    }

    // MARK: Matching

    @Test func wardsAreCarriedOverToCommunes() throws {
        let ledger = Self.ledger([
            Self.list("a", 2024, [Self.row("Khuổi Phìn", "02227")]), Self.list("b", 2026, [Self.row("KHUỔI PHÌN", "02245")]),
        ])
        let step = try #require(ledger.histories.first?.steps.last)
        #expect(ledger.histories.count == 1)
        #expect(step.match == .carried)
        #expect(step.state == .stillOpen)
        #expect(!step.isMoved)
    }

    @Test func aDividedWardLeadsToEachOfItsCommunes() {
        for commune in ["00008", "00025"] {
            let ledger = Self.ledger([
                Self.list("a", 2024, [Self.row("Tổ dân phố Đầm", "00007")]), Self.list("b", 2026, [Self.row("Tổ dân phố Đầm", commune)]),
            ])
            #expect(ledger.histories.count == 1, "\(commune)")
        }
        // In both of them there is one of this name: nothing tells which it was.
        let ledger = Self.ledger([
            Self.list("a", 2024, [Self.row("Tổ dân phố Đầm", "00007")]),
            Self.list("b", 2026, [Self.row("Tổ dân phố Đầm", "00008"), Self.row("Tổ dân phố Đầm", "00025")]),
        ])
        #expect(ledger.histories.count == 3)
        #expect(ledger.tallies[1].ambiguous == 2)
        #expect(ledger.reports.map(\.decision) == [.ambiguous, .ambiguous])
    }

    @Test func unitWordsMayChange() throws {
        let ledger = Self.ledger([Self.list("a", 2022, [Self.row("Bản Giòng")]), Self.list("b", 2023, [Self.row("Thôn Giòng")])])
        let step = try #require(ledger.histories.first?.steps.last)
        #expect(step.match == .unitWord)
        #expect(step.isRenamed)
        #expect(ledger.tallies[1].renamed == 1)
        #expect(ledger.reports.map(\.kind) == [.unitWord])
    }

    @Test func aSimilarNameIsReportedWithItsScore() throws {
        let ledger = Self.ledger([
            Self.list("a", 2022, [Self.row("Khuổi Phìn")]), Self.list("b", 2023, [Self.row("Bản Khuổi Phin"), Self.row("Nà Lầu")]),
        ])
        #expect(ledger.histories.count == 2)
        let fuzzy = Self.ledger([Self.list("a", 2022, [Self.row("Khuổi Hop")]), Self.list("b", 2023, [Self.row("Khuổi Họ")])])
        let report = try #require(fuzzy.reports.first)
        #expect(report.kind == .fuzzy)
        #expect(report.decision == .chosen)
        #expect(report.score == 0.875)
        #expect(fuzzy.tallies[1].fuzzy == 1)
    }

    @Test func twoSimilarNamesAreNotChosenBetween() {
        let ledger = Self.ledger([
            Self.list("a", 2022, [Self.row("Nặm Chang")]), Self.list("b", 2023, [Self.row("Nặm Chanh"), Self.row("Nặm Chan")]),
        ])
        #expect(ledger.tallies[1].stillOpen == 0)
        #expect(ledger.tallies[1].ambiguous == 2)
        #expect(ledger.reports.allSatisfy { $0.decision == .ambiguous && $0.kind == .fuzzy })
    }

    @Test(arguments: [("Thôn 1", "Thôn 2"), ("Thôn 1", "Thôn 11"), ("Khu A", "Khu B"), ("Xín Chải 1", "Xín Chải 2"), ("Nà Nôm", "Bó Đước")])
    func otherNumbersAndNamesAreOtherVillages(names: (String, String)) {
        let ledger = Self.ledger([Self.list("a", 2022, [Self.row(names.0)]), Self.list("b", 2023, [Self.row(names.1)])])
        #expect(ledger.histories.count == 2)
        #expect(ledger.reports.isEmpty)
    }

    @Test func neighbouringWardsOfOneAdministrationStayApart() {
        let crosswalk = ["02239": ["02239"], "02236": ["02239"]]
        let ledger = ListLedger(
            [Self.list("a", 2022, [Self.row("Nà Lầu", "02239")]), Self.list("b", 2023, [Self.row("Nà Lầu", "02236")])],
            carryOver: { crosswalk[$0] ?? [] })
        #expect(ledger.tallies[1].stillOpen == 0)
        #expect(ledger.reports.map(\.decision) == [.possibleMove])
    }

    @Test func aVillageMovesWithinItsDistrict() throws {
        let ledger = Self.ledger([
            Self.list("a", 2022, [Self.row("Nà Lầu", "02239", district: "Na Hang")]),
            Self.list("b", 2023, [Self.row("Nà Lầu", "02227", district: "Na Hang")]),
        ])
        let step = try #require(ledger.histories.first?.steps.last)
        #expect(step.match == .moved)
        #expect(step.isMoved)
        #expect(ledger.tallies[1].moved == 1)
        #expect(ledger.reports.map(\.kind) == [.moved])
    }

    @Test func anIdNeedsANameThatDoesNotContradict() {
        func count(_ name: String) -> Int {
            Self.ledger([
                Self.list("a", 2022, [Self.row("Bản Giòng", id: "1")]), Self.list("b", 2023, [Self.row(name, "02227", id: "1")]),
            ]).histories.count
        }
        #expect(count("Bản Dòng") == 1)
        // Serial numbers of two lists.
        #expect(count("Thôm Luông") == 2)
    }

    @Test func equalNamesAreToldApartByHouseholds() {
        let before = [Self.row("Nà Lầu", households: 40), Self.row("Nà Lầu", households: 75)]
        let ledger = Self.ledger([Self.list("a", 2022, before), Self.list("b", 2023, [before[1]])])
        #expect(ledger.tallies[1].stillOpen == 1)
        #expect(ledger.reports.map(\.decision) == [.byDetail])
        #expect(ledger.histories.first { $0.steps[1].row != nil }?.steps[0].row?.households == 75)
    }

    @Test func equalNamesWithoutDetailStayOpenQuestions() {
        let rows = [Self.row("Nà Lầu"), Self.row("Nà Lầu")]
        let ledger = Self.ledger([Self.list("a", 2022, rows), Self.list("b", 2023, [rows[0]])])
        #expect(ledger.tallies[1].ambiguous == 1)
        #expect(ledger.reports.count == 2)
    }

    @Test func villagesWithoutAnyCodeAreMatchedByTheNamesOfTheirPlaces() {
        func row(_ commune: String) -> ListedVillage {
            var row = Self.row("Nà Lầu", "")
            row.communeName = commune
            return row
        }
        let same = Self.ledger([Self.list("a", 2022, [row("Đường Hồng")]), Self.list("b", 2023, [row("ĐƯỜNG HỒNG")])])
        #expect(same.histories.count == 1)
        let other = Self.ledger([Self.list("a", 2022, [row("Đường Hồng")]), Self.list("b", 2023, [row("Thượng Sơn")])])
        #expect(other.histories.count == 2)
    }

    // MARK: Properties, on made-up lists

    /// Lists with equal names, numbers and near names in a few communes.
    static func madeUp(_ seed: UInt64, count: Int) -> [ListedVillage] {
        var random = ListRandom(state: seed)
        let names = ["Nà Lầu", "Nà Lâu", "Bản Chang", "Thôn Chang", "Thôn 1", "Thôn 2", "Khuổi Vài", "Khuổi Vai", "Đán Khao", "Xín Chải"]
        return (0..<count).map { _ in
            var row = Self.row(names[random.below(names.count)], ["02239", "02227"][random.below(2)])
            row.households = random.below(3) == 0 ? nil : 10 + random.below(4)
            row.isSynthetic = true
            return row
        }
    }

    @Test(arguments: 1...40) func aListAgainstItselfChangesNothing(seed: Int) {
        let rows = Self.madeUp(UInt64(seed), count: 30)
        let ledger = Self.ledger([Self.list("a", 2022, rows), Self.list("b", 2023, rows.reversed())])
        #expect(ledger.tallies[1].added == 0)
        #expect(ledger.tallies[1].closed == 0)
        #expect(ledger.tallies[1].stillOpen == 30)
        #expect(ledger.tallies[1].renamed == 0)
    }

    @Test(arguments: 1...40) func closedForwardsIsAddedBackwards(seed: Int) {
        let before = Self.madeUp(UInt64(seed), count: 20)
        let after = Self.madeUp(UInt64(seed + 1000), count: 25)
        let forwards = Self.ledger([Self.list("a", 2022, before), Self.list("b", 2023, after)])
        let backwards = Self.ledger([Self.list("b", 2022, after), Self.list("a", 2023, before)])
        #expect(forwards.tallies[1].closed == backwards.tallies[1].added)
        #expect(forwards.tallies[1].added == backwards.tallies[1].closed)
        #expect(forwards.tallies[1].stillOpen == backwards.tallies[1].stillOpen)
    }

    @Test(arguments: 1...20) func neitherTheOrderOfRowsNorOfListsCounts(seed: Int) {
        var random = ListRandom(state: UInt64(seed))
        let lists = [2022, 2023, 2024].map { Self.list("\($0)", $0, Self.madeUp(UInt64(seed * 7 + $0), count: 20)) }
        var shuffled = lists.shuffled(using: &random)
        for place in shuffled.indices { shuffled[place].villages.shuffle(using: &random) }
        #expect(Self.ledger(lists) == Self.ledger(shuffled))
    }
}

/// The shared generator as the library's, for shuffling and small numbers.
struct ListRandom: RandomNumberGenerator {
    var base: SplitMix

    init(state: UInt64) { base = SplitMix(state: state) }

    mutating func next() -> UInt64 { base.next() }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
