import Testing

@testable import Geodesy

@Suite struct CoordinateTests {
    @Test(
        arguments: [
            (105.8, 21.0, true), (180.0, -90.0, true), (180.1, 0, false), (0, 90.1, false), (.nan, 0, false), (0, .infinity, false),
        ] as [(Double, Double, Bool)])
    func validity(longitude: Double, latitude: Double, isValid: Bool) {
        #expect(Coordinate(longitude: longitude, latitude: latitude).isValid == isValid)
    }
}
