import Foundation
import Radio
import Testing

/// The files are made for these tests from the 3GPP formula; none is a manufacturer's.
@Suite struct MSIPatternTests {
    static func text(_ file: String) throws -> String {
        try String(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Resources/antennas/\(file)"), encoding: .utf8)
    }

    /// The codes of what is wrong with a text, with their lines.
    static func defects(_ text: String) throws -> [AntennaPatternDefect] {
        let error = try #require(throws: AntennaPatternError.self) { _ = try MSIPattern(text: text, name: "test") }
        return error.defects
    }

    @Test func everyFieldIsRead() throws {
        let pattern = try MSIPattern(text: Self.text("synthetic-65.msi"), name: "file")
        #expect(pattern.name == "Synthetic 65")
        #expect(pattern.make == "PhuSong test data, no manufacturer's antenna")
        #expect(pattern.frequencyMHz == 1_800)
        #expect(abs(pattern.maximumGainDBi - 17.5) < 1e-12)
        #expect(pattern.horizontalBeamwidthDegrees == 65 && pattern.verticalBeamwidthDegrees == 10 && pattern.frontToBackDB == 30)
        #expect(pattern.electricalTiltDegrees == 4)
        #expect(pattern.comments == ["Made from the 3GPP formula for tests"])
        #expect(pattern.horizontal.anglesDegrees.count == 360 && pattern.vertical.anglesDegrees.count == 360)
        #expect(pattern.remarks.isEmpty)
    }

    /// Both cuts come back in their own planes, and the formula that they were made from in between.
    @Test func theCutsComeBack() throws {
        let pattern = try MSIPattern(text: Self.text("synthetic-65.msi"), name: "file")
        for step in 0..<360 {
            let angle = Double(step)
            if angle <= 90 || angle >= 270 {
                let depression = angle <= 90 ? angle : angle - 360
                let gain = pattern.gainDBi(offAzimuthDegrees: 0, depressionDegrees: depression)
                #expect(abs(gain - (17.5 - pattern.vertical.lossDB(atDegrees: angle))) < 1e-9)
            } else {
                let gain = pattern.gainDBi(offAzimuthDegrees: 180, depressionDegrees: 180 - angle)
                #expect(abs(gain - (17.5 - pattern.vertical.lossDB(atDegrees: angle))) < 1e-9)
            }
        }
        let formula = ParametricPattern.sector(maximumGainDBi: 17.5)
        for off in stride(from: -60.0, through: 60, by: 5) {
            let gap =
                pattern.gainDBi(offAzimuthDegrees: off, depressionDegrees: 4)
                - formula.gainDBi(offAzimuthDegrees: off, depressionDegrees: 0)
            #expect(abs(gap) < 0.01, "\(off)")
        }
    }

    @Test func neverAboveTheMaximumNorBelowTheCuts() throws {
        let antenna = Antenna.measured(try MSIPattern(text: Self.text("synthetic-65.msi"), name: "file"))
        for azimuth in stride(from: 0.0, to: 360, by: 9) {
            for depression in stride(from: -90.0, through: 90, by: 4.5) {
                let gain = antenna.gainDBi(offAzimuthDegrees: azimuth, depressionDegrees: depression, electricalTiltDegrees: 3)
                #expect(gain <= 17.5 && gain >= 17.5 - 30 - 1e-9)
            }
        }
    }

    @Test func moreElectricalTiltTurnsTheBeamDown() throws {
        let antenna = Antenna.measured(try MSIPattern(text: Self.text("synthetic-65.msi"), name: "file"))
        #expect(abs(antenna.gainDBi(offAzimuthDegrees: 0, depressionDegrees: 4) - 17.5) < 1e-9)
        #expect(abs(antenna.gainDBi(offAzimuthDegrees: 0, depressionDegrees: 6, electricalTiltDegrees: 2) - 17.5) < 1e-9)
        let sector = Sector(antenna: antenna, azimuthDegrees: 90, mechanicalTiltDegrees: 3)
        #expect(abs(sector.gainDBi(towardsAzimuthDegrees: 90, elevationDegrees: -7) - 17.5) < 1e-9)
    }

    @Test func otherLineEndsOrdersCountsAndCommas() throws {
        let plain = try MSIPattern(text: Self.text("synthetic-65.msi"), name: "file")
        let other = try MSIPattern(text: Self.text("crlf-shuffled-commas.pln"), name: "file")
        #expect(other.name == "Synthetic shuffled")
        #expect(other.maximumGainDBi == 17.5)
        #expect(other.frequencyMHz == 1_800)
        #expect(other.horizontal.anglesDegrees == Array(stride(from: 0.0, to: 360, by: 5)))
        #expect(other.remarks.map(\.code) == [.decimalComma])
        for step in stride(from: 0.0, to: 360, by: 5) {
            #expect(other.horizontal.lossDB(atDegrees: step) == plain.horizontal.lossDB(atDegrees: step))
            #expect(other.vertical.lossDB(atDegrees: step) == plain.vertical.lossDB(atDegrees: step))
        }
    }

    @Test func negativeLossesAreTakenAndToldOf() throws {
        let pattern = try MSIPattern(text: Self.text("losses-negative.msi"), name: "file")
        #expect(pattern.remarks.map(\.code) == [.lossNegative, .lossNegative])
        #expect(pattern.remarks.map(\.field) == ["HORIZONTAL", "VERTICAL"])
        #expect(pattern.horizontal.lossDB(atDegrees: 180) == 30)
    }

    @Test func aTableThatCountsUpwardIsTurnedRound() throws {
        let plain = try MSIPattern(text: Self.text("synthetic-65.msi"), name: "file")
        let upward = try MSIPattern(text: Self.text("vertical-upward.msi"), name: "file")
        #expect(upward.remarks.map(\.code) == [.anglesUpward])
        #expect(upward.vertical == plain.vertical)
    }

    static let rows = (0..<12).map { "\($0 * 30) \(min($0, 12 - $0) * 5)" }.joined(separator: "\n")

    static func made(_ head: String, horizontal: String = rows, vertical: String = rows) -> String {
        "\(head)\nHORIZONTAL 12\n\(horizontal)\nVERTICAL 12\n\(vertical)\n"
    }

    @Test(arguments: [
        ("GAIN 15", 17.15), ("GAIN 15 dBd", 17.15), ("GAIN 15dBi", 15), ("gain\t17.5 DBI", 17.5), ("GAIN 15,5 dBi", 15.5),
        ("GAIN -3 dBi", -3),
        ("GAIN 15\nGAIN 17.15 dBi", 17.15),
    ])
    func gains(head: String, dBi: Double) throws {
        let pattern = try MSIPattern(text: Self.made(head), name: "given")
        #expect(abs(pattern.maximumGainDBi - dBi) < 1e-9)
        #expect(pattern.name == "given")
    }

    @Test(arguments: [
        ("FREQUENCY 2.437 GHz", 2_437.0), ("FREQUENCY 900 MHz", 900), ("FREQUENCY 1710-1880", 1_795), ("FREQUENCY", nil),
    ])
    func frequencies(line: String, megahertz: Double?) throws {
        let pattern = try MSIPattern(text: Self.made("GAIN 15\n\(line)"), name: "given")
        #expect(pattern.frequencyMHz == megahertz)
        #expect(pattern.remarks.isEmpty)
    }

    @Test(arguments: [("TILT ELECTRICAL", nil), ("TILT 0", 0.0), ("TILT ELECTRICAL 0", 0), ("TILT MECHANICAL 5", nil), ("TILT", nil)])
    func tilts(line: String, degrees: Double?) throws {
        let pattern = try MSIPattern(text: Self.made("GAIN 15\n\(line)"), name: "given")
        #expect(pattern.electricalTiltDegrees == degrees)
    }

    @Test func whatDoesNotTouchTheGainIsRemarkedOn() throws {
        let pattern = try MSIPattern(
            text: Self.made("GAIN 15\nFREQUENCY ?\nH_WIDTH wide\nV_WIDTH 7°\nX_POL yes\nPOLARIZATION +45"), name: "given")
        #expect(pattern.remarks.map(\.code) == [.fieldUnreadable, .fieldUnreadable])
        #expect(pattern.remarks.map(\.line) == [2, 3])
        #expect(pattern.verticalBeamwidthDegrees == 7)
    }

    @Test func aTableRelativeToSomethingElseIsRemarkedOn() throws {
        let high = (0..<12).map { "\($0 * 30) \(13 + $0)" }.joined(separator: "\n")
        let pattern = try MSIPattern(text: Self.made("GAIN 15", horizontal: high), name: "given")
        #expect(pattern.remarks.map(\.code) == [.peakNotZero])
    }

    @Test func aRowThatClosesTheCircleIsNoRepetition() throws {
        let closed = "HORIZONTAL 13\n\(Self.rows)\n360 0\nVERTICAL 13\n-180 30\n"
        let turned = (-5...6).map { "\($0 * 30) \(abs($0) * 5)" }.joined(separator: "\n")
        let pattern = try MSIPattern(text: "GAIN 15\n\(closed)\(turned)\n", name: "given")
        #expect(pattern.horizontal == pattern.vertical)
    }

    /// Fixtures are named by their defect; the code must be told, with the line that a person would look at.
    @Test(
        arguments: [
            ("not-text", nil, ""), ("empty", nil, ""), ("gain-missing", nil, "GAIN"), ("gain-unreadable", 2, "GAIN"),
            ("gain-unit", 2, "GAIN"),
            ("gain-out-of-range", 2, "GAIN"), ("gain-repeated", 3, "GAIN"), ("table-missing", nil, "VERTICAL"),
            ("table-repeated", 29, "HORIZONTAL"), ("table-count-unreadable", 3, "HORIZONTAL"), ("table-count-wrong", 3, "HORIZONTAL"),
            ("row-unreadable", 7, "HORIZONTAL"), ("row-outside-table", 3, ""), ("angle-out-of-range", 7, "HORIZONTAL"),
            ("angle-repeated", 7, "HORIZONTAL"), ("angles-too-sparse", 3, "HORIZONTAL"), ("loss-out-of-range", 20, "VERTICAL"),
            ("loss-signs-mixed", 20, "VERTICAL"),
        ] as [(String, Int?, String)])
    func malformed(defect: String, line: Int?, field: String) throws {
        // Latin-1 takes every byte, as the reader of files does in the end.
        let url = Bundle.module.bundleURL.appendingPathComponent("Resources/antennas/bad/\(defect).msi")
        let found = try Self.defects(String(contentsOf: url, encoding: .isoLatin1))
        let told = try #require(found.first { $0.code.rawValue == defect }, "\(found)")
        #expect(told.line == line)
        #expect(told.field == field)
        #expect(!told.code.isRemark)
        #expect(told.description.contains(told.code.remedy))
    }

    @Test func everyCodeThatStopsAPatternHasItsFixture() throws {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Resources/antennas/bad")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { String($0.dropLast(4)) }
        let codes = AntennaPatternDefect.Code.allCases.filter { !$0.isRemark }.map(\.rawValue)
        #expect(Set(codes).subtracting(files).isEmpty)
        for code in AntennaPatternDefect.Code.allCases { #expect(!code.reason.isEmpty && !code.remedy.isEmpty) }
    }

    @Test func everyDefectIsToldAtOnce() throws {
        let found = try Self.defects(Self.text("bad/many.msi"))
        let short = found.map { "\($0.line ?? 0) \($0.code.rawValue)" }
        #expect(
            short == ["2 gain-unreadable", "5 row-unreadable", "6 row-unreadable", "10 row-unreadable"])
    }

    @Test func anErrorNamesTheFileAndTheFirstDefect() throws {
        let error = #expect(throws: AntennaPatternError.self) { _ = try MSIPattern(text: Self.made("GAIN 15 dB"), name: "a.msi") }
        #expect(
            error?.description
                == "a.msi: line 1, GAIN: the unit of the gain is neither dBd nor dBi (`15 dB`); write one line such as `GAIN 17.5 dBi`; a bare number is dBd"
        )
    }

    /// Whatever the bytes are, there is an answer or an error, and an answer has a finite gain.
    @Test func anyTextIsAnsweredOrRefused() throws {
        let good = Array(try Self.text("losses-negative.msi").utf8)
        var state: UInt64 = 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var refused = 0
        for _ in 0..<500 {
            var bytes = good
            for _ in 0..<(1 + next(8)) { bytes[next(bytes.count)] = UInt8(next(256)) }
            do {
                let pattern = try MSIPattern(text: String(decoding: bytes, as: UTF8.self), name: "noise")
                let gain = pattern.gainDBi(offAzimuthDegrees: 33, depressionDegrees: -7)
                #expect(gain.isFinite && gain <= pattern.maximumGainDBi)
            } catch {
                refused += 1
                #expect(error.defects.contains { !$0.code.isRemark })
            }
        }
        #expect(refused > 50)
    }
}
