import Foundation
import Geodesy
import Testing

@testable import Radio

@Suite("Small parts of P.1812") struct PartTests {
    @Test func zonesReachHalfWayToTheNextPoint() {
        let lengths = ZoneLengths(
            distancesKm: [0, 1, 3, 4, 8, 10], zones: [.inland, .coastalLand, .sea, .sea, .inland, .inland])
        // Land 0…2, sea 2…6, inland 6…10.
        #expect(lengths.longestLandKm == 4)
        #expect(lengths.longestInlandKm == 4)
        #expect(lengths.seaFraction == 0.4)
    }

    @Test func pathWithoutZonesIsInland() {
        #expect(ZoneLengths(distancesKm: [0, 1, 3], zones: []) == ZoneLengths(inlandKm: 3))
    }

    /// Quantiles of the normal distribution; the approximation is good to 4.5·10⁻⁴.
    @Test(arguments: [(0.5, 0.0), (0.1, 1.281552), (0.01, 2.326348), (0.9, -1.281552), (0.99, -2.326348), (0.25, 0.674490)])
    func inverseNormal(_ x: Double, _ expected: Double) {
        #expect(abs(InverseNormal.complementary(x) - expected) < 5e-4)
    }

    @Test func locationVariabilityGrowsTowardsFullCoverage() {
        #expect(abs(LocationVariability.lossDB(locationPercent: 90, sigmaDB: 8) - 10.25) < 0.01)
        #expect(abs(LocationVariability.lossDB(locationPercent: 10, sigmaDB: 8) - -10.25) < 0.01)
        #expect(LocationVariability.lossDB(locationPercent: 99, sigmaDB: 0) == 0)
    }

    @Test func standardDeviationFadesAboveTheClutter() {
        func sigma(_ height: Double) -> Double {
            LocationVariability.sigmaDB(frequencyGHz: 1, resolutionMeters: 100, receiverHeightMeters: height, clutterHeightMeters: 20)
        }
        let full = 0.544 * pow(100, 0.28)
        #expect(abs(sigma(1.5) - full) < 1e-12)
        #expect(abs(sigma(25) - full / 2) < 1e-12)
        #expect(sigma(30) == 0)
    }

    @Test func centreOfAPathAlongAMeridian() {
        let latitude = PathCentre.latitudeDegrees(
            from: Coordinate(longitude: 105, latitude: 21), to: Coordinate(longitude: 105, latitude: 22), lengthKm: 6371 * .pi / 180)
        #expect(abs(latitude - 21.5) < 1e-9)
    }

    @Test func halfOfWhatAnEdgeTakesIsSixDecibels() {
        #expect(abs(KnifeEdge.lossDB(nu: 0) - 6.03) < 0.01)
        #expect(KnifeEdge.lossDB(nu: -0.79) == 0)
        #expect(abs(KnifeEdge.lossDB(nu: 10) - (12.953 + 20 * log10(10))) < 0.1)
    }

    /// Attachment 4 is what ever denser points of a smooth Earth come to, on either side of its horizon.
    @Test(arguments: [(12.0, 30.0, 10.0), (80.0, 30.0, 10.0), (30.0, 45.0, 1.5), (5.0, 100.0, 100.0)])
    func closedFormIsTheLimitOfDensePoints(_ lengthKm: Double, _ transmitter: Double, _ receiver: Double) {
        let sphere = SphericalEarthPath(
            distanceKm: lengthKm, transmitterMeters: transmitter, receiverMeters: receiver, earthRadiusKm: 8930)
        let search = BullingtonSearch(
            axis: EvenAxis(stepKm: lengthKm / 100_000), ground: SmoothGround(), count: 100_001,
            ends: PathEnds(
                distanceKm: lengthKm, transmitterGround: 0, receiverGround: 0, transmitterMeters: transmitter, receiverMeters: receiver),
            bulge: 500 / 8930.0)
        let dense = search.edge(search.find())
        let closed = BullingtonEdge(smoothEarth: sphere)
        let root = Wavelength.inverseRoot(frequencyGHz: 0.9)
        #expect(dense.isLineOfSight == closed.isLineOfSight)
        #expect(
            abs(
                dense.lossDB(inverseRootWavelength: root, distanceKm: lengthKm)
                    - closed.lossDB(inverseRootWavelength: root, distanceKm: lengthKm)) < 1e-3)
    }
}
