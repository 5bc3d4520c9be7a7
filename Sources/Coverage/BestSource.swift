import Planning

/// The best of the sources met so far: newest technology, then the nearest site, then the operator's id and the order of the input. Never a
/// matter of chance.
struct BestSource: Sendable {
    private(set) var source: HeardSource
    /// From its site to the village; nil as long as nobody asked, infinite when there is no site.
    private var meters: Double?

    /// Starts with one source.
    /// - Parameter meters: from its site to the village, when known already.
    init(source: HeardSource, meters: Double?) {
        (self.source, self.meters) = (source, meters)
    }

    /// Gives way to a rival that is better. Distances are asked for only among equal technologies, and once for each source.
    mutating func meet(_ rival: inout BestSource, _ distance: (Int) -> Double) {
        if rival.source.technology != source.technology {
            if rival.source.technology > source.technology { self = rival }
            return
        }
        let metersThere = rival.ask(distance)
        let metersHere = ask(distance)
        let isBetter: Bool =
            if metersThere != metersHere {
                metersThere < metersHere
            } else if rival.source.carrier != source.carrier {
                rival.source.carrier < source.carrier
            } else {
                (rival.source.site ?? .max) < (source.site ?? .max)
            }
        if isBetter { self = rival }
    }

    private mutating func ask(_ distance: (Int) -> Double) -> Double {
        if let meters { return meters }
        let asked = source.site.map(distance) ?? .infinity
        meters = asked
        return asked
    }
}
