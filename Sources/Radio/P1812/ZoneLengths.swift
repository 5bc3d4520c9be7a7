/// How much of a path runs over which zone. A point stands for the path up to half-way to its neighbours.
///
/// Source: Recommendation ITU-R P.1812-8, §3.6 and Table 5.
struct ZoneLengths: Hashable, Sendable {
    /// Longest continuous stretch over land, inland or coastal, dtm, km.
    var longestLandKm: Double
    /// Longest continuous stretch inland, dlm, km.
    var longestInlandKm: Double
    /// Part of the path over sea, ω, 0…1.
    var seaFraction: Double

    /// A path that is inland throughout.
    init(inlandKm: Double) {
        longestLandKm = inlandKm
        longestInlandKm = inlandKm
        seaFraction = 0
    }

    /// One pass over the zones; `zones` has as many values as `distancesKm`, or none for an inland path.
    init(distancesKm: [Double], zones: [RadioClimaticZone]) {
        let length = distancesKm.last ?? 0
        self.init(inlandKm: length)
        guard !zones.isEmpty else { return }
        var (land, inland, sea) = (0.0, 0.0, 0.0)
        (longestLandKm, longestInlandKm) = (0, 0)
        let last = distancesKm.count - 1
        for index in 0...last {
            let here = distancesKm[index]
            let from = index == 0 ? here : (here + distancesKm[index - 1]) / 2
            let until = index == last ? here : (here + distancesKm[index + 1]) / 2
            let part = until - from
            land = zones[index] == .sea ? 0 : land + part
            inland = zones[index] == .inland ? inland + part : 0
            if zones[index] == .sea { sea += part }
            longestLandKm = max(longestLandKm, land)
            longestInlandKm = max(longestInlandKm, inland)
        }
        seaFraction = sea / length
    }
}
