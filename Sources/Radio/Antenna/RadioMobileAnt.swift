/// The shape of an antenna from a pattern file of Radio Mobile (`.ant`, version 3): its horizontal and vertical cut, without a gain.
///
/// 720 lines of one number each, dB relative to the greatest gain and so mostly negative: 360 around the horizon, clockwise from the boresight; then 360 in
/// the plane of the boresight, from the zenith (line 361) down to the horizon in front (451), the ground (541), the horizon behind (631) and up again.
/// Lines 1 and 451, and 181 and 631, are the same directions. The gain is the budget's.
public struct RadioMobileAnt: Hashable, Sendable {
    /// The caller's.
    public let name: String
    /// Losses around the horizon, clockwise from the boresight.
    public let horizontal: PatternCut
    /// Losses in the plane of the boresight, from the horizon in front downward.
    public let vertical: PatternCut
    /// What was read in a way that people should know, in the order of lines.
    public let remarks: [AntennaPatternDefect]

    /// Lines of a file.
    static let lineCount = 720
    /// Numbers of each cut.
    static let cutCount = 360

    /// Whether a text is of this kind: its first line that is not empty is one number. Planet files, which share the ending, begin with a word.
    public static func isOne(_ text: String) -> Bool {
        let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        let first = body.split(whereSeparator: \.isNewline).lazy.map(RadioMobileAntReading.trimmed).first { !$0.isEmpty }
        return first.map { RadioMobileAntReading.number($0) != nil } ?? false
    }

    /// Reads the text of a pattern file: any line ends, decimal points or commas, empty lines passed over.
    ///
    /// - Parameters:
    ///   - text: the whole text.
    ///   - name: how to call the antenna, and what errors are about.
    /// - Throws: `AntennaPatternError` with every defect.
    public init(text: String, name: String) throws(AntennaPatternError) {
        let reading = RadioMobileAntReading(text: text)
        guard let horizontal = reading.horizontal, let vertical = reading.vertical, reading.defects.allSatisfy(\.code.isRemark) else {
            throw AntennaPatternError(name: name, defects: reading.defects)
        }
        self.name = name
        self.horizontal = horizontal
        self.vertical = vertical
        remarks = reading.defects
    }

    /// The antenna with a greatest gain, dBi.
    public func pattern(maximumGainDBi: Double) -> MSIPattern {
        MSIPattern(name: name, maximumGainDBi: maximumGainDBi, horizontal: horizontal, vertical: vertical, remarks: remarks)
    }
}
