import Geodesy

@testable import Geometry

/// Point in polygon by counting crossings edge by edge, boundaries included: slow, plain, and without GEOS or any index.
///
/// The sign of the determinant is taken from exact products, so that places beside an edge are told apart as well.
enum EvenOddOracle {
    static func covers(_ area: MultiPolygon, _ place: Coordinate) -> Bool {
        var isInside = false
        for ring in area.polygons.flatMap(\.rings) {
            for (a, b) in zip(ring, ring.dropFirst()) {
                guard (min(a.latitude, b.latitude)...max(a.latitude, b.latitude)).contains(place.latitude) else { continue }
                let side = side(of: place, a, b)
                let isBeside = (min(a.longitude, b.longitude)...max(a.longitude, b.longitude)).contains(place.longitude)
                if side == 0, isBeside { return true }
                // Half-open in latitude, so that a ray through a vertex counts as it should.
                if (a.latitude > place.latitude) != (b.latitude > place.latitude), (side > 0) == (b.latitude > a.latitude) {
                    isInside.toggle()
                }
            }
        }
        return isInside
    }

    static func covers(_ area: MultiPolygon, _ places: [Coordinate]) -> [Bool] { places.map { covers(area, $0) } }

    /// 1 where the place lies left of the way from `a` to `b`, −1 right, 0 on its line.
    private static func side(of p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Int {
        // (a − p) × (b − p), multiplied out: six products, each exact as a sum of two numbers.
        var terms: [Double] = []
        for (x, y, sign) in [
            (a.longitude, b.latitude, 1.0), (a.longitude, p.latitude, -1), (p.longitude, b.latitude, -1),
            (a.latitude, b.longitude, -1), (a.latitude, p.longitude, 1), (p.latitude, b.longitude, 1),
        ] {
            let product = x * y
            terms += [sign * product, sign * (-product).addingProduct(x, y)]
        }
        return sign(ofSum: terms)
    }

    /// The exact sign of a sum: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic" (1997), growing an expansion.
    private static func sign(ofSum terms: [Double]) -> Int {
        var expansion: [Double] = []
        for term in terms {
            var carried = term
            expansion = expansion.map { part in
                let sum = carried + part
                let virtual = sum - carried
                let rest = (carried - (sum - virtual)) + (part - virtual)
                carried = sum
                return rest
            }
            expansion.append(carried)
        }
        let largest = expansion.last { $0 != 0 } ?? 0
        return largest > 0 ? 1 : largest < 0 ? -1 : 0
    }
}
