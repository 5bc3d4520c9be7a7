/// A measured antenna: its horizontal and vertical cut from a Planet file (`.msi`, `.pln`, `.ant`), or of another form with a gain given.
///
/// The format has no public standard. What is taken here: GAIN as a bare number is dBd (dBi − 2.15), with a unit it is what it says; both tables hold losses in
/// dB below the greatest gain; horizontal angles go clockwise from the boresight; vertical angles go from the horizon in front (0) down to the ground (90)
/// and on to the horizon behind (180). Where a stated electrical tilt shows that a table counts upward, it is turned round and a remark says so.
public struct MSIPattern: Hashable, Sendable {
    /// Name in the file, or the caller's.
    public let name: String
    /// Manufacturer; empty when not given.
    public let make: String
    /// Frequency of the measurement, MHz; nil when not given.
    public let frequencyMHz: Double?
    /// Greatest gain, dBi.
    public let maximumGainDBi: Double
    /// Width at half power in azimuth, degrees, as the file states it; not used for the gain.
    public let horizontalBeamwidthDegrees: Double?
    /// Width at half power in elevation, degrees, as the file states it; not used for the gain.
    public let verticalBeamwidthDegrees: Double?
    /// Front-to-back ratio, dB, as the file states it; not used for the gain.
    public let frontToBackDB: Double?
    /// Electrical tilt at which the cuts were measured, degrees down; nil when not given. The vertical cut has it already.
    public let electricalTiltDegrees: Double?
    /// The comment lines.
    public let comments: [String]
    /// Losses around the horizon, clockwise from the boresight.
    public let horizontal: PatternCut
    /// Losses in the plane of the boresight, from the horizon in front downward.
    public let vertical: PatternCut
    /// What was read in a way that people should know, in the order of lines.
    public let remarks: [AntennaPatternDefect]

    private let lowestGainDBi: Double

    /// Reads the text of a pattern file.
    ///
    /// Rows may stand in any order, in any number from every 30 degrees on, with spaces, tabs or semicolons between the numbers, with any line ends. Keys of
    /// manufacturers' own are passed over.
    ///
    /// - Parameters:
    ///   - text: the whole text.
    ///   - name: how to call the antenna when the file does not say, and what errors are about.
    /// - Throws: `AntennaPatternError` with every defect.
    public init(text: String, name: String) throws(AntennaPatternError) {
        var reading = MSIReading(text: text)
        guard let gain = reading.gainDBi, let horizontal = reading.horizontal, let vertical = reading.vertical,
            reading.defects.allSatisfy(\.code.isRemark)
        else { throw AntennaPatternError(name: name, defects: reading.sortedDefects) }
        var verticalCut = vertical
        if let tilt = reading.electricalTiltDegrees, abs(tilt) >= 1,
            abs(PatternAngle.signed(vertical.peakDegrees + tilt)) + 0.5 < abs(PatternAngle.signed(vertical.peakDegrees - tilt)),
            abs(PatternAngle.signed(vertical.peakDegrees + tilt)) <= 2
        {
            verticalCut = vertical.mirrored
            reading.note(.anglesUpward, line: reading.line(of: "VERTICAL"), field: "VERTICAL")
        }
        self.name = reading.name.isEmpty ? name : reading.name
        make = reading.make
        frequencyMHz = reading.frequencyMHz
        maximumGainDBi = gain
        horizontalBeamwidthDegrees = reading.horizontalBeamwidthDegrees
        verticalBeamwidthDegrees = reading.verticalBeamwidthDegrees
        frontToBackDB = reading.frontToBackDB
        electricalTiltDegrees = reading.electricalTiltDegrees
        comments = reading.comments
        self.horizontal = horizontal
        self.vertical = verticalCut
        remarks = reading.sortedDefects
        lowestGainDBi = gain - max(horizontal.greatestLossDB, verticalCut.greatestLossDB)
    }

    /// Makes a pattern from cuts whose losses are finite.
    init(name: String, maximumGainDBi: Double, horizontal: PatternCut, vertical: PatternCut, remarks: [AntennaPatternDefect]) {
        self.name = name
        make = ""
        frequencyMHz = nil
        self.maximumGainDBi = maximumGainDBi
        horizontalBeamwidthDegrees = nil
        verticalBeamwidthDegrees = nil
        frontToBackDB = nil
        electricalTiltDegrees = nil
        comments = []
        self.horizontal = horizontal
        self.vertical = vertical
        self.remarks = remarks
        lowestGainDBi = maximumGainDBi - max(horizontal.greatestLossDB, vertical.greatestLossDB)
    }

    /// Gain in a direction, dBi. Equal to either cut in that cut's plane; never above the maximum nor below the lowest value of both cuts.
    ///
    /// Between the cuts: the horizontal loss, plus what the vertical cut adds to its own horizon in front and behind, weighted by how far the
    /// direction has turned. This is the horizontal-projection interpolation of F. Gil, A. R. Claro, J. M. Ferreira, C. Pardelinha and L. M. Correia,
    /// "A 3D interpolation method for base-station-antenna radiation patterns", IEEE Antennas and Propagation Magazine 43 (2), 2001. Where the cut falls
    /// off behind as it does in front, it is the usual sum H(φ) + V(θ). The bounds are ours.
    public func gainDBi(offAzimuthDegrees: Double, depressionDegrees: Double) -> Double {
        let turned = abs(PatternAngle.signed(offAzimuthDegrees)) / 180
        let front = vertical.lossDB(atDegrees: depressionDegrees) - horizontal.lossDB(atDegrees: 0)
        let back = vertical.lossDB(atDegrees: 180 - depressionDegrees) - horizontal.lossDB(atDegrees: 180)
        let loss = horizontal.lossDB(atDegrees: offAzimuthDegrees) + (1 - turned) * front + turned * back
        return max(lowestGainDBi, maximumGainDBi - max(0, loss))
    }
}
