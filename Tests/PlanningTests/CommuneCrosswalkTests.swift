import Testing

@testable import Planning

/// The crosswalk as a value, on a made-up province of four wards.
@Suite struct CommuneCrosswalkTests {
    static func ward(_ code: String, _ name: String, _ communes: String..., district: String = "Huyện Một") -> FormerWard {
        FormerWard(
            code: code, name: name, districtCode: "001", districtName: district, provinceCode: "01", provinceName: "Tỉnh Cũ",
            communeCodes: communes)
    }

    static func commune(_ code: String, _ name: String) -> CurrentCommune {
        CurrentCommune(code: code, name: name, unit: "xã", provinceCode: "90", provinceName: "Mới")
    }

    static let wards = [
        ward("00001", "Xã An", "00001"), ward("00002", "Xã Bình", "00001", "00003"), ward("00003", "Thị trấn Cam", "00003"),
        ward("00004", "Xã Cam", "00003"),
    ]
    static let communes = [commune("00001", "An Bình"), commune("00003", "Cam")]
    static let crosswalk = CommuneCrosswalk(wards: wards, communes: communes)

    @Test func theOrderOfTheArgumentsDoesNotMatter() {
        #expect(CommuneCrosswalk(wards: Self.wards.reversed(), communes: Self.communes.reversed()) == Self.crosswalk)
        #expect(Self.crosswalk.communes.map(\.formerWardCodes) == [["00001", "00002"], ["00002", "00003", "00004"]])
    }

    @Test func aDividedWardHasParts() {
        let matches = Self.crosswalk.communes2025(oldWardCode: "2")
        #expect(matches.map(\.commune.code) == ["00001", "00003"])
        #expect(matches.map(\.isPart) == [true, true])
        #expect(Self.crosswalk.communes2025(oldWardCode: "00001").map(\.isPart) == [false])
    }

    /// The unit tells a town from the commune around it; without it both are meant, and both went to one commune.
    @Test func theUnitTellsNamesakesApart() {
        func resolve(_ name: String) -> CommuneResolution {
            Self.crosswalk.resolve(communeName: name, districtName: "Một", provinceName: "Cũ", vintage: .provinces63)
        }
        guard case .one(let town) = resolve("TT. Cam"), case .one(let either) = resolve("Cam") else {
            Issue.record("namesakes of one commune were not resolved")
            return
        }
        #expect(town.formerWardCode == "00003")
        #expect(either.formerWardCode == nil)
        #expect(either.commune.code == "00003")
    }

    @Test func aCodeThatNoCommuneHasIsTold() {
        // Two communes of the province have no ward: nothing says which is meant.
        let unclear = CommuneCrosswalk(
            wards: Self.wards + [Self.ward("00009", "Xã Lạc", "00999")],
            communes: Self.communes + [Self.commune("00010", "Mười"), Self.commune("00011", "Mười Một")])
        #expect(unclear.strayLinks == [.init(wardCode: "00009", communeCode: "00999")])
        #expect(unclear.codeDifferences.isEmpty)
        #expect(unclear.communes2025(oldWardCode: "00009").isEmpty)
        // Only one has none: it is the one.
        let clear = CommuneCrosswalk(
            wards: Self.wards + [Self.ward("00009", "Xã Lạc", "00999")], communes: Self.communes + [Self.commune("00010", "Mười")])
        #expect(clear.strayLinks.isEmpty)
        #expect(clear.codeDifferences == [.init(linkedCode: "00999", communeCode: "00010")])
        #expect(clear.communes2025(oldWardCode: "00009").map(\.commune.code) == ["00010"])
    }

    @Test(arguments: [
        ("691", "00691"), ("00691", "00691"), ("691.0", "00691"), ("abc", "abc"), ("", ""), ("123456", "123456"), ("-1", "-1"),
    ])
    func codesHaveFiveDigits(pair: (String, String)) {
        #expect(CommuneCode.normalized(pair.0) == pair.1)
    }

    @Test func theVintageChangesOnTheFirstOfJuly() throws {
        #expect(AdministrativeVintage(on: try #require(CalendarDate("2025-06-30"))) == .provinces63)
        #expect(AdministrativeVintage(on: try #require(CalendarDate("2025-07-01"))) == .provinces34)
    }

    /// Values of the binomial distribution, B(n, p), worked out by hand.
    @Test(arguments: [(0, 1, 0.5, 0.5), (0, 3, 0.5, 0.125), (1, 3, 0.5, 0.5), (3, 3, 0.5, 1), (0, 2, 0.25, 0.5625), (1, 2, 0.25, 0.9375)])
    func lowerTail(example: (successes: Int, count: Int, probability: Double, tail: Double)) {
        let tail = CommuneCodeVintage.lowerTail(successes: example.successes, of: example.count, probability: example.probability)
        #expect(abs(tail - example.tail) < 1e-12)
    }

    @Test func lowerTailOfManyStaysANumber() {
        let tail = CommuneCodeVintage.lowerTail(successes: 9_000, of: 10_035, probability: 0.67)
        #expect((0.999...1).contains(tail))
        #expect(CommuneCodeVintage.lowerTail(successes: 0, of: 10_035, probability: 0.67) < 1e-100)
    }
}
