import Geodesy

extension MultiPolygon {
    /// What keeps the rings from being rings at all, before any question of crossing; nil when they are.
    ///
    /// GEOS refuses such input with an exception, so it is asked only after this.
    func structureDefect() -> GeometryError? {
        for part in polygons {
            if let defect = Self.structureDefect(ofRing: part.exterior) { return defect }
            for hole in part.holes {
                if let defect = Self.structureDefect(ofRing: hole) { return defect }
            }
        }
        return nil
    }

    private static func structureDefect(ofRing ring: [Coordinate]) -> GeometryError? {
        for place in ring where !(place.longitude.isFinite && place.latitude.isFinite) {
            return GeometryError(
                code: .coordinateNotFinite, reason: "a ring has a coordinate that is no number (\(place.longitude), \(place.latitude))",
                remedy: "Draw the polygon again, or leave it out")
        }
        // An empty ring is an empty part, which is harmless.
        guard ring.isEmpty || (ring.count >= 4 && ring.first == ring.last) else {
            return GeometryError(
                code: .brokenRing, reason: "a ring of \(ring.count) places encloses nothing (four are needed, the last equal to the first)",
                remedy: "Draw the polygon again, or leave it out")
        }
        return nil
    }
}
