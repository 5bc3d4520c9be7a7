import Foundation

/// The geometry behind a link's picture, in metres: what is drawn where, before anything becomes a pixel.
struct LinkPictureProfile: Hashable, Sendable {
    /// One point of a line: distance along the path, height above sea level with the Earth's bulge.
    struct Point: Hashable, Sendable {
        var distanceMeters: Double
        var heightMeters: Double
    }

    /// A stretch of path without a gap.
    struct Stretch: Hashable, Sendable {
        var ground: [Point] = []
        /// Top of canopy or buildings; as many points as `ground`, or none.
        var top: [Point] = []
    }

    /// Length of the path; never below 1 m.
    let lengthMeters: Double
    /// Stretches with terrain, in order.
    let stretches: [Stretch]
    /// Stretches of path without terrain, from the last known sample to the next.
    let gaps: [ClosedRange<Double>]
    private let picture: LinkPicture

    /// Lengths that are drawn, in metres: up to half way round the Earth. Together with the next two it keeps every position a usable number.
    static let lengths = 1...20_100_000.0
    /// Heights that are drawn, in metres above sea level. Anything else is no height of terrain or antenna, and counts as unknown.
    static let heights = -100_000...100_000.0
    /// Frequencies whose Fresnel zone is drawn, in MHz.
    static let frequencies = 1...1_000_000.0
    /// Effective Earth radii that are drawn, in km; with any other the Earth is flat.
    static let radii = 100...1_000_000_000.0

    /// Reads the samples of a picture.
    init(_ picture: LinkPicture) {
        self.picture = picture
        let length = picture.distanceMeters.isNaN ? 1 : min(max(picture.distanceMeters, Self.lengths.lowerBound), Self.lengths.upperBound)
        lengthMeters = length
        let hasClutter = !picture.clutterMeters.isEmpty
        var stretches: [Stretch] = []
        var current = Stretch()
        var lastDistance = -Double.infinity
        for (index, (distance, ground)) in zip(picture.distancesMeters, picture.groundMeters).enumerated() {
            guard distance > lastDistance, distance >= 0, distance <= length * (1 + 1e-9) else { continue }
            lastDistance = distance
            guard Self.heights.contains(ground) else {
                if !current.ground.isEmpty { stretches.append(current) }
                current = Stretch()
                continue
            }
            let height = ground + Self.bulgeMeters(at: distance, of: length, radiusKilometers: picture.effectiveEarthRadiusKilometers)
            current.ground.append(Point(distanceMeters: distance, heightMeters: height))
            if hasClutter {
                let clutter = index < picture.clutterMeters.count ? picture.clutterMeters[index] : 0
                current.top.append(
                    Point(distanceMeters: distance, heightMeters: height + (Self.heights.contains(clutter) ? max(clutter, 0) : 0)))
            }
        }
        if !current.ground.isEmpty { stretches.append(current) }
        self.stretches = stretches
        gaps = Self.gaps(between: stretches, length: length)
    }

    private static func gaps(between stretches: [Stretch], length: Double) -> [ClosedRange<Double>] {
        // A thousandth of the path is less than a pixel: the ends of a profile may stand that far from the masts by rounding.
        let least = length / 1000
        var gaps: [ClosedRange<Double>] = []
        var known = 0.0
        for (number, stretch) in stretches.enumerated() {
            guard let first = stretch.ground.first?.distanceMeters, let last = stretch.ground.last?.distanceMeters else { continue }
            if number > 0 || first - known > least { gaps.append(known...max(known, first)) }
            known = last
        }
        if length - known > least { gaps.append(known...length) }
        return gaps
    }

    /// How far the Earth's bulge raises a point of a path, in metres: d₁·d₂ / (2·a_e).
    static func bulgeMeters(at distance: Double, of length: Double, radiusKilometers: Double) -> Double {
        guard radii.contains(radiusKilometers) else { return 0 }
        return distance * (length - distance) / (2000 * radiusKilometers)
    }

    /// The bulge of the Earth at a distance from the transmitter, in metres.
    func bulgeMeters(at distance: Double) -> Double {
        Self.bulgeMeters(at: distance, of: lengthMeters, radiusKilometers: picture.effectiveEarthRadiusKilometers)
    }

    /// Height of the direct ray in metres above sea level; nil when the height of an end is unknown.
    func rayMeters(at distance: Double) -> Double? {
        let (from, to) = (picture.transmitter.heightMeters, picture.receiver.heightMeters)
        guard Self.heights.contains(from), Self.heights.contains(to) else { return nil }
        return from + (to - from) * distance / lengthMeters
    }

    /// Whether a mast can be drawn.
    func hasPlace(_ end: LinkPicture.End) -> Bool { Self.heights.contains(end.groundMeters) && Self.heights.contains(end.heightMeters) }

    /// Whether an obstacle can be drawn: it lies on the path, at a height.
    func hasPlace(_ obstacle: LinkPicture.Obstacle) -> Bool {
        Self.heights.contains(obstacle.heightMeters) && (0...lengthMeters).contains(obstacle.distanceMeters)
    }

    /// Radius of the first Fresnel zone in metres: √(λ·d₁·d₂ / d). 0 when the frequency is unknown.
    func fresnelRadiusMeters(at distance: Double) -> Double {
        guard Self.frequencies.contains(picture.frequencyMHz) else { return 0 }
        let wavelength = 299.792458 / picture.frequencyMHz
        return (wavelength * max(distance, 0) * max(lengthMeters - distance, 0) / lengthMeters).squareRoot()
    }

    /// Height of what is drawn at a distance, canopy included, in metres; nil in a gap.
    ///
    /// Complexity: linear in the number of samples.
    func drawnSurfaceMeters(at distance: Double) -> Double? {
        for stretch in stretches {
            let line = stretch.top.isEmpty ? stretch.ground : stretch.top
            guard let next = line.firstIndex(where: { $0.distanceMeters >= distance }) else { continue }
            let right = line[next]
            if right.distanceMeters == distance { return right.heightMeters }
            guard next > 0 else { return nil }
            let left = line[next - 1]
            let share = (distance - left.distanceMeters) / (right.distanceMeters - left.distanceMeters)
            return left.heightMeters + share * (right.heightMeters - left.heightMeters)
        }
        return nil
    }

    /// A line with at most about one point per column: of each column the highest point, at its own place, and both ends.
    ///
    /// A line that has no more points than columns stays as it is.
    ///
    /// Complexity: linear in the number of points.
    static func thinned(_ line: [Point], columnMeters: Double) -> [Point] {
        guard let first = line.first, let last = line.last, columnMeters > 0 else { return line }
        guard Double(line.count) > (last.distanceMeters - first.distanceMeters) / columnMeters + 2 else { return line }
        var kept = [first]
        var best: Point?
        var column = -1
        for point in line.dropFirst().dropLast() {
            let own = Int(point.distanceMeters / columnMeters)
            if own != column, let highest = best {
                kept.append(highest)
                best = nil
            }
            column = own
            if let highest = best, highest.heightMeters >= point.heightMeters { continue }
            best = point
        }
        if let highest = best { kept.append(highest) }
        if line.count > 1 { kept.append(last) }
        return kept
    }

    /// Lowest and highest of what is to be seen, in metres: ground, canopy, masts, obstacle, the ray's Fresnel zone upwards.
    var seenMeters: ClosedRange<Double> {
        var lowest = Double.infinity
        var highest = -Double.infinity
        func see(_ height: Double) {
            lowest = min(lowest, height)
            highest = max(highest, height)
        }
        for stretch in stretches {
            for point in stretch.ground { see(point.heightMeters) }
            for point in stretch.top { see(point.heightMeters) }
        }
        for end in [picture.transmitter, picture.receiver] where hasPlace(end) {
            see(end.groundMeters)
            see(end.heightMeters)
        }
        if let obstacle = picture.obstacle, hasPlace(obstacle) { see(obstacle.heightMeters + bulgeMeters(at: obstacle.distanceMeters)) }
        for part in 1..<64 {
            let distance = lengthMeters * Double(part) / 64
            if let ray = rayMeters(at: distance) { highest = max(highest, ray + fresnelRadiusMeters(at: distance)) }
        }
        guard lowest < highest else { return lowest.isFinite ? lowest...(lowest + 20) : 0...20 }
        return lowest...max(highest, lowest + 20)
    }
}
