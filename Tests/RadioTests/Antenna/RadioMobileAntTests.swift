import Foundation
import Testing

@testable import Radio

/// The files are made for these tests from the 3GPP formula, tilted by 4 degrees; none is a manufacturer's.
@Suite struct RadioMobileAntTests {
    static func text(_ file: String) throws -> String {
        try String(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Resources/antennas/\(file)"), encoding: .utf8)
    }

    @Test func bothCutsAreReadInTheirOrder() throws {
        let text = try Self.text("synthetic-65.ant")
        #expect(RadioMobileAnt.isOne(text))
        let shape = try RadioMobileAnt(text: text, name: "a")
        #expect(shape.remarks.isEmpty)
        #expect(shape.horizontal.anglesDegrees.count == 360 && shape.vertical.anglesDegrees.count == 360)
        // Lines 91, 361, 455 and 541 of the file.
        let lines = text.split(whereSeparator: \.isNewline).map { -(Double($0) ?? .nan) }
        #expect(shape.horizontal.lossDB(atDegrees: 90) == lines[90])
        #expect(shape.vertical.lossDB(atDegrees: -90) == lines[360])
        #expect(shape.vertical.lossDB(atDegrees: 4) == lines[454])
        #expect(shape.vertical.lossDB(atDegrees: 90) == lines[540])
        #expect(shape.vertical.peakDegrees == 4)
    }

    @Test func theGainIsTheBudgets() throws {
        let shape = try RadioMobileAnt(text: Self.text("synthetic-65.ant"), name: "a")
        let pattern = shape.pattern(maximumGainDBi: 17)
        #expect(abs(pattern.gainDBi(offAzimuthDegrees: 0, depressionDegrees: 4) - 17) < 1e-9)
        #expect(pattern.gainDBi(offAzimuthDegrees: 180, depressionDegrees: 0) < -10)
        let budget = LinkBudget()
        let antenna = SiteAntenna.shape(shape).antenna(frequencyMHz: 900, budget: budget)
        let best = antenna.gainDBi(offAzimuthDegrees: 0, depressionDegrees: 4, electricalTiltDegrees: 0)
        #expect(abs(best - budget.antennaGainDBi(frequencyMHz: 900)) < 1e-9)
    }

    @Test func commasAndSignsAreTaken() throws {
        let text = try Self.text("synthetic-65.ant")
        let points = try RadioMobileAnt(text: text, name: "a")
        let commas = try RadioMobileAnt(text: "\u{FEFF}\n" + text.replacingOccurrences(of: ".", with: ","), name: "a")
        #expect(commas.remarks.map(\.code) == [.decimalComma])
        #expect(commas.horizontal == points.horizontal && commas.vertical == points.vertical)
        let losses = try RadioMobileAnt(text: text.replacingOccurrences(of: "-", with: ""), name: "a")
        #expect(losses.vertical == points.vertical)
    }

    @Test(arguments: [("line-count-wrong", nil), ("line-unreadable", 7)] as [(String, Int?)])
    func malformed(defect: String, line: Int?) throws {
        let text = try Self.text("bad/\(defect).ant")
        let error = try #require(throws: AntennaPatternError.self) { _ = try RadioMobileAnt(text: text, name: "test") }
        #expect(error.defects.map(\.code.rawValue) == [defect])
        #expect(error.defects.first?.line == line)
    }

    @Test func mixedSignsAndCutsThatDisagreeAreTold() throws {
        var lines = try Self.text("synthetic-65.ant").split(whereSeparator: \.isNewline).map(String.init)
        lines[450] = "-9"
        #expect(try RadioMobileAnt(text: lines.joined(separator: "\n"), name: "a").remarks.map(\.code) == [.cutsDisagree])
        lines[3] = "2"
        let mixed = lines.joined(separator: "\n")
        let error = try #require(throws: AntennaPatternError.self) { _ = try RadioMobileAnt(text: mixed, name: "a") }
        #expect(error.defects.map(\.code) == [.lossSignsMixed])
    }

    @Test func planetFilesAreNotOne() throws {
        #expect(try !RadioMobileAnt.isOne(Self.text("synthetic-65.msi")))
        #expect(!RadioMobileAnt.isOne(""))
    }
}
