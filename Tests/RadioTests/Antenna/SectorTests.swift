import Foundation
import Radio
import Testing

@Suite struct SectorTests {
    static let antennas = [
        Antenna.sector(maximumGainDBi: 17.5), .sector(maximumGainDBi: 17.5, horizontalBeamwidthDegrees: 33), .omni(maximumGainDBi: 11),
    ]
    let antenna = antennas[0]

    @Test(arguments: antennas, [0.0, 120, 355])
    func boresightHasTheGreatestGain(antenna: Antenna, azimuth: Double) {
        let level = Sector(antenna: antenna, azimuthDegrees: azimuth)
        #expect(abs(level.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: 0) - antenna.maximumGainDBi) < 1e-9)
        let electrical = Sector(antenna: antenna, azimuthDegrees: azimuth, electricalTiltDegrees: 4)
        #expect(abs(electrical.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: -4) - antenna.maximumGainDBi) < 1e-9)
        let mechanical = Sector(antenna: antenna, azimuthDegrees: azimuth, mechanicalTiltDegrees: 6)
        #expect(abs(mechanical.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: -6) - antenna.maximumGainDBi) < 1e-9)
        let both = Sector(antenna: antenna, azimuthDegrees: azimuth, electricalTiltDegrees: 4, mechanicalTiltDegrees: 6)
        #expect(abs(both.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: -10) - antenna.maximumGainDBi) < 1e-9)
    }

    @Test func mechanicalTiltLeavesTheHorizonAtTheSides() {
        let level = Sector(antenna: antenna, azimuthDegrees: 40)
        let tilted = Sector(antenna: antenna, azimuthDegrees: 40, mechanicalTiltDegrees: 8)
        for azimuth in [130.0, -50] {
            let difference =
                tilted.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: 0)
                - level.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: 0)
            #expect(abs(difference) < 1e-9)
        }
    }

    /// Seen with an antenna that differs by height alone: the beam goes down in front, up behind, and the electrical one down everywhere.
    @Test func mechanicalTiltGoesUpBehindAndElectricalDown() {
        let omni = Antenna.omni(maximumGainDBi: 10)
        let mechanical = Sector(antenna: omni, azimuthDegrees: 0, mechanicalTiltDegrees: 5)
        #expect(abs(mechanical.gainDBi(towardsAzimuthDegrees: 0, elevationDegrees: -5) - 10) < 1e-9)
        #expect(abs(mechanical.gainDBi(towardsAzimuthDegrees: 180, elevationDegrees: 5) - 10) < 1e-9)
        #expect(abs(mechanical.gainDBi(towardsAzimuthDegrees: 90, elevationDegrees: 0) - 10) < 1e-9)
        let electrical = Sector(antenna: omni, azimuthDegrees: 0, electricalTiltDegrees: 5)
        for azimuth in stride(from: 0.0, to: 360, by: 30) {
            #expect(abs(electrical.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: -5) - 10) < 1e-9)
        }
    }

    /// The plane's tilt at an azimuth is atan(tan β cos φ): the exact form of the usual β cos φ.
    @Test func mechanicalTiltFollowsTheAzimuth() {
        let sector = Sector(antenna: .omni(maximumGainDBi: 10), azimuthDegrees: 0, mechanicalTiltDegrees: 8)
        for azimuth in stride(from: -180.0, through: 180, by: 10) {
            let radians = azimuth * .pi / 180
            let plane = -atan(tan(8 * Double.pi / 180) * cos(radians)) * 180 / .pi
            #expect(abs(sector.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: plane) - 10) < 1e-9)
        }
    }

    @Test func symmetricAboutTheBoresight() {
        let sector = Sector(antenna: antenna, azimuthDegrees: 350, electricalTiltDegrees: 3, mechanicalTiltDegrees: 4)
        for off in stride(from: 0.0, through: 180, by: 7.5) {
            for elevation in stride(from: -90.0, through: 90, by: 15) {
                let right = sector.gainDBi(towardsAzimuthDegrees: 350 + off, elevationDegrees: elevation)
                let left = sector.gainDBi(towardsAzimuthDegrees: 350 - off, elevationDegrees: elevation)
                #expect(abs(right - left) < 1e-9)
            }
        }
    }

    @Test(arguments: antennas, [(-4.0, -3.0), (0, 0), (7, 10), (0, 10), (7, -3)])
    func neverAboveTheGreatestNorUnderTheFloor(antenna: Antenna, tilts: (Double, Double)) {
        let (electrical, mechanical) = tilts
        let sector = Sector(
            antenna: antenna, azimuthDegrees: 77, electricalTiltDegrees: electrical, mechanicalTiltDegrees: mechanical)
        for azimuth in stride(from: 0.0, to: 360, by: 11) {
            for elevation in stride(from: -90.0, through: 90, by: 9) {
                let gain = sector.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: elevation)
                #expect(gain <= antenna.maximumGainDBi && gain >= antenna.maximumGainDBi - 30 - 1e-9)
            }
        }
    }

    @Test func withoutAnAzimuthItLooksEverywhereAlike() {
        let sector = Sector(antenna: antenna, electricalTiltDegrees: 2, mechanicalTiltDegrees: 9)
        for azimuth in stride(from: 0.0, to: 360, by: 45) {
            #expect(sector.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: -2) == 17.5)
        }
    }

    @Test func aTinyMechanicalTiltChangesLittle() {
        let level = Sector(antenna: antenna, azimuthDegrees: 10)
        let tilted = Sector(antenna: antenna, azimuthDegrees: 10, mechanicalTiltDegrees: 1e-9)
        for azimuth in stride(from: 0.0, to: 360, by: 13) {
            let gap =
                level.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: -3)
                - tilted.gainDBi(towardsAzimuthDegrees: azimuth, elevationDegrees: -3)
            #expect(abs(gap) < 1e-6)
        }
    }
}
