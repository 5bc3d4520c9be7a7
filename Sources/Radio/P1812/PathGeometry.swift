/// A profile reduced to scalars: all that P.1812 needs of it, whatever the frequency, the time or the place.
struct PathGeometry: Hashable, Sendable {
    var ends: PathEnds
    /// Median effective Earth radius ae, km.
    var effectiveEarthRadiusKm: Double
    var surface: SmoothSurface
    var horizon: RadioHorizon
    /// Terrain roughness hm, metres. Eq. (95).
    var roughnessMeters: Double
    /// Diffraction over the median Earth.
    var median: DiffractionPath
    /// Diffraction over the Earth of β0 % of time; nil where only the median is asked for.
    var anomalous: DiffractionPath?
    var zones: ZoneLengths
    /// The point of ground or clutter with the largest ν against the direct ray over the median Earth, and its height over that ray, metres.
    var worstIndex: Int
    var worstAboveRayMeters: Double
    /// Highest slope of ground or clutter over the median Earth as the transmitter sees it, m/km.
    var transmitterSlope: Double

    var distanceKm: Double { ends.distanceKm }
    var transmitterMeters: Double { ends.transmitterMeters }
    var receiverMeters: Double { ends.receiverMeters }
}

/// Reads a profile and builds its geometry.
struct ProfileReader<Axis: ProfileAxis> {
    let axis: Axis
    let heights: UnsafeBufferPointer<Double>
    /// Nil, or as many values as heights.
    let clutter: UnsafeBufferPointer<Double>?
    let ends: PathEnds

    init(
        _ axis: Axis, _ heights: UnsafeBufferPointer<Double>, _ clutter: UnsafeBufferPointer<Double>?, distanceKm: Double,
        transmitterHeightMeters: Double, receiverHeightMeters: Double
    ) {
        self.axis = axis
        self.heights = heights
        self.clutter = clutter
        let (first, last) = (heights[0], heights[heights.count - 1])
        ends = PathEnds(
            distanceKm: distanceKm, transmitterGround: first, receiverGround: last,
            transmitterMeters: first + transmitterHeightMeters, receiverMeters: last + receiverHeightMeters)
    }

    /// O(n): one pass, and one over the stretch between the horizons; one more with clutter, and one for a second Earth; with
    /// `.profilePoints` one more for each Earth.
    func geometry(
        earthRadiusKm: Double, anomalousRadiusKm: Double?, zones: ZoneLengths, smoothPath: P1812Inputs.SmoothPath
    ) -> PathGeometry {
        let bulge = 500 / earthRadiusKm
        let ground = GroundScan(axis, heights, ends, bulge: bulge)
        let surface = SmoothSurface(ground, ends)
        let horizon = RadioHorizon(ground, axis, ends, earthRadiusKm: earthRadiusKm)
        let actual: Obstacle
        if let clutter {
            actual = obstacle(ClutteredGround(heightsMeters: heights, clutterMeters: clutter), bulge)
        } else {
            // The slopes to the horizons are those of Eqs. (13) and (17), less a constant.
            let curve = bulge * ends.distanceKm
            actual = obstacle(
                search(BareGround(heightsMeters: heights), bulge),
                .init(
                    transmitterSlope: ground.transmitterHorizonSlope + curve, receiverSlope: ground.receiverHorizonSlope + curve,
                    worstIndex: ground.worstIndex))
        }
        let anomalous = anomalousRadiusKm.map { radius in
            let bulge = 500 / radius
            let edge =
                clutter.map { obstacle(ClutteredGround(heightsMeters: heights, clutterMeters: $0), bulge).edge }
                ?? obstacle(BareGround(heightsMeters: heights), bulge).edge
            return diffraction(edge, surface, radius, smoothPath)
        }
        return PathGeometry(
            ends: ends, effectiveEarthRadiusKm: earthRadiusKm, surface: surface, horizon: horizon,
            roughnessMeters: roughness(surface, horizon), median: diffraction(actual.edge, surface, earthRadiusKm, smoothPath),
            anomalous: anomalous, zones: zones, worstIndex: actual.worstIndex, worstAboveRayMeters: actual.worstAboveRayMeters,
            transmitterSlope: actual.transmitterSlope)
    }

    /// What stands in the way of the direct ray.
    private struct Obstacle {
        var edge: BullingtonEdge
        var transmitterSlope: Double
        var worstIndex: Int
        var worstAboveRayMeters: Double
    }

    private func search<Ground: ProfileGround>(_ ground: Ground, _ bulge: Double) -> BullingtonSearch<Axis, Ground> {
        BullingtonSearch(axis: axis, ground: ground, count: heights.count, ends: ends, bulge: bulge)
    }

    private func obstacle<Ground: ProfileGround>(_ ground: Ground, _ bulge: Double) -> Obstacle {
        let search = search(ground, bulge)
        return obstacle(search, search.find())
    }

    private func obstacle<Ground: ProfileGround>(
        _ search: BullingtonSearch<Axis, Ground>, _ finding: BullingtonSearch<Axis, Ground>.Finding
    ) -> Obstacle {
        Obstacle(
            edge: search.edge(finding), transmitterSlope: finding.transmitterSlope, worstIndex: finding.worstIndex,
            worstAboveRayMeters: search.aboveRayMeters(finding.worstIndex))
    }

    private func diffraction(
        _ actual: BullingtonEdge, _ surface: SmoothSurface, _ radius: Double, _ smoothPath: P1812Inputs.SmoothPath
    ) -> DiffractionPath {
        // Heights over the smooth surface, Eqs. (37) and (38).
        var smoothEnds = ends
        smoothEnds.transmitterMeters -= surface.diffractionTransmitterMeters
        smoothEnds.receiverMeters -= surface.diffractionReceiverMeters
        let sphere = SphericalEarthPath(
            distanceKm: ends.distanceKm, transmitterMeters: smoothEnds.transmitterMeters, receiverMeters: smoothEnds.receiverMeters,
            earthRadiusKm: radius)
        guard smoothPath == .profilePoints else {
            return DiffractionPath(actual: actual, smooth: BullingtonEdge(smoothEarth: sphere), sphere: sphere)
        }
        let search = BullingtonSearch(
            axis: axis, ground: SmoothGround(), count: heights.count, ends: smoothEnds, bulge: 500 / radius)
        return DiffractionPath(actual: actual, smooth: search.edge(search.find()), sphere: sphere)
    }

    /// hm, Eqs. (93) and (95).
    private func roughness(_ surface: SmoothSurface, _ horizon: RadioHorizon) -> Double {
        let slope = (surface.ductReceiverMeters - surface.ductTransmitterMeters) / ends.distanceKm
        var highest = -Double.infinity
        for index in horizon.transmitterIndex...horizon.receiverIndex {
            let above = heights[index] - (surface.ductTransmitterMeters + slope * axis.km(index))
            if above > highest { highest = above }
        }
        return highest
    }
}
