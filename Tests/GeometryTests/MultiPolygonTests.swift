import Geodesy
import Testing

@testable import Geometry

@Suite struct MultiPolygonTests {
    let center = Coordinate(longitude: 105.5, latitude: 21.5)

    @Test func ringsAreClosedOnTheWayIn() {
        let open = ContainmentTests.square(105, 21, 1)
        let polygon = Polygon(exterior: open, holes: [open + [open[0]]])
        #expect(polygon.exterior.count == 5 && polygon.holes[0].count == 5)
        #expect(Polygon(exterior: []).exterior.isEmpty)
    }

    @Test func discLiesOnItsCircleCounterClockwise() throws {
        let disc = MultiPolygon.disc(center: center, radiusMeters: 12_000, vertices: 32)
        let ring = disc.polygons[0].exterior
        #expect(ring.count == 33 && ring.first == ring.last)
        #expect(ring.allSatisfy { abs(Geodesic.distanceMeters(center, $0) - 12_000) < 1e-6 })
        #expect(disc.rightHanded() == disc)
        #expect(try disc.contains(center) && disc.validityDefect() == nil)
        // A regular 32-gon has sin(2π/n)·n/2π of its circle.
        #expect(abs(disc.areaSquareMeters / (.pi * 12_000 * 12_000 * 0.993587) - 1) < 1e-5)
    }

    @Test func discOfNothing() {
        for radius in [0, -1, Double.nan, .infinity] {
            #expect(MultiPolygon.disc(center: center, radiusMeters: radius, vertices: 8).isEmpty)
        }
        #expect(MultiPolygon.disc(center: Coordinate(longitude: .nan, latitude: 0), radiusMeters: 1, vertices: 8).isEmpty)
        #expect(MultiPolygon.disc(center: center, radiusMeters: 1, vertices: 1).polygons[0].exterior.count == 4)
    }

    @Test func areaTakesHolesOffWhateverTheWinding() {
        let shell = ContainmentTests.square(105, 21, 1)
        let hole = ContainmentTests.square(105.25, 21.25, 0.5)
        let solid = MultiPolygon(exterior: shell).areaSquareMeters
        // One degree square at 21.5° N: about 110.7 km × 103.6 km.
        #expect(abs(solid / (110_730 * 103_600) - 1) < 0.005)
        let holed = MultiPolygon(exterior: shell, holes: [hole]).areaSquareMeters
        #expect(abs(MultiPolygon(exterior: shell.reversed(), holes: [hole.reversed()]).areaSquareMeters - holed) < 1)
        #expect(abs(solid - MultiPolygon(exterior: hole).areaSquareMeters - holed) < 1)
    }

    @Test func rightHandRuleIsIdempotent() {
        let shell = ContainmentTests.square(105, 21, 1)
        let hole = ContainmentTests.square(105.25, 21.25, 0.5)
        let wrong = MultiPolygon(exterior: shell.reversed(), holes: [hole])
        let right = wrong.rightHanded()
        #expect(MultiPolygon.doubledPlaneArea(right.polygons[0].exterior) > 0)
        #expect(MultiPolygon.doubledPlaneArea(right.polygons[0].holes[0]) < 0)
        #expect(right.rightHanded() == right)
    }

    @Test func overlays() throws {
        let a = MultiPolygon(exterior: ContainmentTests.square(105, 21, 1))
        let b = MultiPolygon(exterior: ContainmentTests.square(105.5, 21, 1))
        let both = try a.intersection(b).areaSquareMeters
        let either = try a.union(b).areaSquareMeters
        let rest = try a.subtracting(b).areaSquareMeters
        #expect(abs(both + rest - a.areaSquareMeters) / a.areaSquareMeters < 1e-3)
        #expect(abs(either - a.areaSquareMeters - b.areaSquareMeters + both) / either < 1e-3)
        #expect(try a.intersection(MultiPolygon([])).isEmpty)
    }

    @Test func shapesKnowTheirBoxes() {
        let line = [Coordinate(longitude: 105, latitude: 21), Coordinate(longitude: 106, latitude: 20)]
        let box = BoundingBox(west: 105, south: 20, east: 106, north: 21)
        #expect(Shape.lineString(line).boundingBox == box && Shape.multiLineString([line, []]).boundingBox == box)
        #expect(Shape.multiPoint(line).boundingBox == box && Shape.empty.boundingBox == nil)
        #expect(Shape.point(line[0]).coordinates == [line[0]])
        #expect(Shape.polygon(MultiPolygon(exterior: ContainmentTests.square(105, 21, 1))).coordinates.count == 5)
    }
}
