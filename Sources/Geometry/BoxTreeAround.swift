import Geodesy

extension BoxTree {
    /// Numbers of the boxes that come within a distance of a place, and perhaps a few more; ascending, across the antimeridian too.
    ///
    /// Nil when GEOS gives no context; a caller then looks at all.
    func numbers(around place: Coordinate, meters: Double) -> [Int32]? {
        guard let context = try? GEOSContext() else { return nil }
        let box = BoundingBox(west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
            .expanded(byMeters: meters)
        let found = NumberBuffer()
        collect(meeting: box, into: found, context)
        guard box.west < -180 || box.east > 180, box.east - box.west < 360 else { return found.numbers.sorted() }
        var all = Set(found.numbers)
        for turn in [-360.0, 360] {
            collect(
                meeting: BoundingBox(west: box.west + turn, south: box.south, east: box.east + turn, north: box.north), into: found, context
            )
            all.formUnion(found.numbers)
        }
        return all.sorted()
    }
}
