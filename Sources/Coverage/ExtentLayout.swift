import Geodesy
import Planning

/// The places of all villages in one row, so that one index and one pass over the polygons serve them all.
struct ExtentLayout: Sendable {
    /// Village by village: centre, other points, places where a rounded centre might be.
    let places: [Coordinate]
    /// Where each village's centre stands among the places, and behind the last village the number of places.
    private let starts: [Int]
    /// Where each village's points end.
    private let ends: [Int]

    init(_ extents: VillageExtents) {
        var (places, starts, ends): ([Coordinate], [Int], [Int]) = ([], [], [])
        for village in 0..<extents.count {
            let extent = extents[village]
            starts.append(places.count)
            places += extent.points
            ends.append(places.count)
            places += extent.roundingSamples
        }
        starts.append(places.count)
        (self.places, self.starts, self.ends) = (places, starts, ends)
    }

    /// The positions of the centres, ascending.
    var centres: ArraySlice<Int> { starts.dropLast() }

    func centre(of village: Int) -> Int { starts[village] }

    /// The positions of a village's points besides its centre.
    func points(of village: Int) -> Range<Int> { starts[village] + 1..<ends[village] }

    /// The positions of the places where its centre might be as well.
    func samples(of village: Int) -> Range<Int> { ends[village]..<starts[village + 1] }
}
