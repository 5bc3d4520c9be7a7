import Testing

@testable import phusong_bench

@Suite struct ProfileReadingTests {
    private func text(_ content: String) throws -> DelimitedText { try DelimitedText(path: "t.csv", bytes: Array(content.utf8)) }

    @Test(arguments: ["\n", "\r\n", "\r"]) func rowsKeepTheirLinesWhateverTheLineEnd(end: String) throws {
        let rows = try text(["a,b", "", " 1 ,\t2", ",,", "3,4", "", ""].joined(separator: end)).rows
        #expect(rows.map(\.cells) == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(rows.map(\.line) == [1, 3, 5])
    }

    @Test func quotesHoldSeparatorsAndLineEnds() throws {
        let rows = try text("a;b\n\"x;\"\"y\"\"\n z\";2\n3;5\" pipe\n").rows
        #expect(rows.map(\.cells) == [["a", "b"], ["x;\"y\"\n z", "2"], ["3", "5\" pipe"]])
        #expect(rows.map(\.line) == [1, 2, 4])
    }

    @Test func anOpenQuoteIsAnErrorThatNamesItsLine() {
        let error = #expect(throws: InputDefects.self) { try text("a,b\n1,\"2\n3,4\n") }
        #expect(error?.description == "t.csv:2: a quotation mark is opened and never closed; close it")
    }

    @Test(arguments: [("1e3", 1000), ("-0.5", -0.5), ("+4", 4), (".00000000", 0), ("7.", 7)])
    func numbersAreRead(text: String, value: Double) { #expect(NumberCell.read(text) == value) }

    @Test(arguments: ["", "nan", "inf", "-Infinity", "0x1F", "12 km", "1,5", "1e999", "e", "--1"])
    func whatIsNoFiniteNumberIsNot(text: String) { #expect(NumberCell.read(text) == nil) }

    @Test func aProfileIsReadByPositionWhateverItsHeader() throws {
        for header in ["distance,height,clutter,zone", "# from somewhere", "zone,height,d,d,extra"] {
            let rows = try text(header + "\n0,100\n1.5,120,15,3,ignored\n\n2e0,90,,1\n").rows.dropFirst()
            let file = try ProfileFile(path: "p.csv", points: rows, clutterColumn: 2, zoneColumn: 3)
            #expect(file.profile.distancesKm == [0, 1.5, 2])
            #expect(file.profile.heightsMeters == [100, 120, 90])
            #expect(file.profile.clutterHeightsMeters == [0, 15, 0])
            #expect(file.profile.zones.map(\.rawValue) == [4, 3, 1])
            #expect(file.lines == [2, 3, 5])
        }
    }

    @Test func coverIsLeftUnreadWhereItDoesNotCount() throws {
        let rows = try text("d,h,what,ever\n0,1,forest,x\n1,2,,\n2,3,9,9\n").rows.dropFirst()
        let file = try ProfileFile(path: "p.csv", points: rows, clutterColumn: nil, zoneColumn: nil)
        #expect(file.profile.clutterHeightsMeters.isEmpty && file.profile.zones.isEmpty)
        #expect(throws: InputDefects.self) { try ProfileFile(path: "p.csv", points: rows, clutterColumn: 2, zoneColumn: 3) }
    }

    @Test func aProfileFromTheReceiverIsTurnedRound() throws {
        let rows = try text("d,h,c\n0,1,5\n1,2,6\n4,3,7\n").rows.dropFirst()
        let file = try ProfileFile(path: "p.csv", points: rows, clutterColumn: 2, zoneColumn: nil, startsAtReceiver: true)
        #expect(file.profile.distancesKm == [0, 3, 4])
        #expect(file.profile.heightsMeters == [3, 2, 1])
        #expect(file.profile.clutterHeightsMeters == [7, 6, 5])
        #expect(file.lines == [4, 3, 2])
    }

    @Test func everyDefectOfAProfileIsToldUpToAFew() throws {
        let rows = try text("d,h\n" + (0..<20).map { "\($0),x\n" }.joined()).rows.dropFirst()
        let error = #expect(throws: InputDefects.self) { try ProfileFile(path: "p.csv", points: rows, clutterColumn: nil, zoneColumn: nil) }
        #expect(error?.defects.map(\.row) == [2, 3, 4, 5, 6])
        #expect(error?.exitCode == 65)
    }
}
