import Radio
import Testing

@Suite struct ParametricPatternTests {
    let sector = ParametricPattern.sector(maximumGainDBi: 17.5)

    /// −3 dB at half the width, by the formula's own definition; −12 dB at the width.
    @Test(arguments: [
        (0.0, 0.0, 0.0), (32.5, 0, 3), (-32.5, 0, 3), (65, 0, 12), (0, 5, 3), (0, -5, 3), (0, 10, 12), (32.5, 5, 6), (180, 0, 30),
        (0, 90, 30),
        (120, 20, 30),
    ])
    func lossAt(azimuth: Double, depression: Double, loss: Double) {
        #expect(abs(sector.gainDBi(offAzimuthDegrees: azimuth, depressionDegrees: depression) - (17.5 - loss)) < 1e-9)
    }

    @Test func symmetricBoundedAndPeriodic() {
        for azimuth in stride(from: -180.0, through: 180, by: 7.5) {
            for depression in stride(from: -90.0, through: 90, by: 7.5) {
                let gain = sector.gainDBi(offAzimuthDegrees: azimuth, depressionDegrees: depression)
                #expect(gain <= 17.5 && gain >= -12.5)
                #expect(gain == sector.gainDBi(offAzimuthDegrees: -azimuth, depressionDegrees: depression))
                #expect(gain == sector.gainDBi(offAzimuthDegrees: azimuth, depressionDegrees: -depression))
                #expect(abs(gain - sector.gainDBi(offAzimuthDegrees: azimuth + 360, depressionDegrees: depression)) < 1e-9)
            }
        }
    }

    @Test func omniIsTheSameOnAllSides() {
        let omni = ParametricPattern.omni(maximumGainDBi: 11)
        for azimuth in stride(from: 0.0, to: 360, by: 15) {
            #expect(omni.gainDBi(offAzimuthDegrees: azimuth, depressionDegrees: 0) == 11)
            #expect(abs(omni.gainDBi(offAzimuthDegrees: azimuth, depressionDegrees: 5) - 8) < 1e-9)
            #expect(omni.gainDBi(offAzimuthDegrees: azimuth, depressionDegrees: 60) == -19)
        }
    }

    @Test func aNarrowSectorFallsFaster() {
        let narrow = ParametricPattern.sector(maximumGainDBi: 17.5, horizontalBeamwidthDegrees: 33)
        #expect(abs(narrow.gainDBi(offAzimuthDegrees: 16.5, depressionDegrees: 0) - 14.5) < 1e-9)
    }
}
