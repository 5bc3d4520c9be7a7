import Testing

@testable import Geodesy

@Suite struct GeodesicTests {
    let hanoi = Coordinate(longitude: 105.8342, latitude: 21.0278)
    let saigon = Coordinate(longitude: 106.6297, latitude: 10.8231)

    @Test func oneDegreeOnTheEquatorIsAnArcOfTheEquatorialRadius() {
        let distance = Geodesic.distanceMeters(Coordinate(longitude: 105, latitude: 0), Coordinate(longitude: 106, latitude: 0))
        #expect(abs(distance - 6_378_137 * .pi / 180) < 1e-6)
    }

    @Test func oneDegreeOfMeridianAtTheEquator() {
        // The meridian arc from 0° to 1° on WGS 84 is 110,574.389 m.
        let distance = Geodesic.distanceMeters(Coordinate(longitude: 105, latitude: 0), Coordinate(longitude: 105, latitude: 1))
        #expect(abs(distance - 110_574.389) < 1e-3)
    }

    @Test func destinationUndoesInverse() {
        let path = Geodesic.inverse(hanoi, saigon)
        let end = Geodesic.destination(from: hanoi, azimuthDegrees: path.azimuthDegrees, distanceMeters: path.distanceMeters)
        #expect(Geodesic.distanceMeters(end, saigon) < 1e-6)
        let back = Geodesic.destination(from: saigon, azimuthDegrees: path.backAzimuthDegrees, distanceMeters: path.distanceMeters)
        #expect(Geodesic.distanceMeters(back, hanoi) < 1e-6)
        #expect((0..<360).contains(path.azimuthDegrees) && (0..<360).contains(path.backAzimuthDegrees))
    }

    @Test func distanceIsSymmetricAndZeroToItself() {
        #expect(Geodesic.distanceMeters(hanoi, saigon) == Geodesic.distanceMeters(saigon, hanoi))
        #expect(Geodesic.distanceMeters(hanoi, hanoi) == 0)
    }

    @Test func pathsCrossTheAntimeridian() {
        let distance = Geodesic.distanceMeters(Coordinate(longitude: 179.5, latitude: 0), Coordinate(longitude: -179.5, latitude: 0))
        #expect(abs(distance - 6_378_137 * .pi / 180) < 1e-6)
    }

    @Test func notANumberStaysNotANumber() {
        #expect(Geodesic.distanceMeters(Coordinate(longitude: .nan, latitude: 0), hanoi).isNaN)
    }

    @Test func areaOfAHemisphereOctant() {
        // A triangle pole, (0, 0), (90, 0) is one eighth of the ellipsoid: 510,065,621,724,088 m² / 8.
        let ring = [
            Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 90, latitude: 0), Coordinate(longitude: 0, latitude: 90),
        ]
        let area = Geodesic.signedAreaSquareMeters(ring: ring)
        #expect(abs(area / (510_065_621_724_088 / 8) - 1) < 1e-9)
        #expect(abs(Geodesic.signedAreaSquareMeters(ring: ring.reversed()) + area) < 1)
        #expect(abs(Geodesic.signedAreaSquareMeters(ring: ring + [ring[0]]) - area) < 1)
    }

    @Test func tooFewPlacesEncloseNothing() {
        #expect(Geodesic.signedAreaSquareMeters(ring: []) == 0)
        #expect(Geodesic.signedAreaSquareMeters(ring: [hanoi, saigon, hanoi]) == 0)
    }

    @Test func sameAnswersFromManyThreads() async {
        let expected = Geodesic.distanceMeters(hanoi, saigon)
        let (from, to) = (hanoi, saigon)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<2000).allSatisfy { _ in Geodesic.distanceMeters(from, to) == expected } }
            }
            for await same in group { #expect(same) }
        }
    }
}
