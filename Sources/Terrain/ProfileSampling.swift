import Geodesy

extension TerrainGrid {
    /// Samples the ground along the geodesic between two places into `profile`.
    ///
    /// The steps are equal and no longer than `spacingMeters`; there are at least five samples. Places along the way come from cubics through
    /// exact points of the geodesic, at most 50 km long: within 0.1 mm of it, at a tenth of its cost. Complexity: O(length / spacing), and no
    /// allocation once the profile has grown.
    ///
    /// - Parameter spacingMeters: longest step, > 0; ``sampleSpacingMeters`` when not given. Pass it when sampling many paths.
    public func sample(from start: Coordinate, to end: Coordinate, spacingMeters: Double? = nil, into profile: inout TerrainProfile) {
        let inverse = Geodesic.inverse(start, end)
        let spacing = spacingMeters ?? sampleSpacingMeters
        let intervals = max(TerrainProfile.minimumSamples - 1, Int((inverse.distanceMeters / spacing).rounded(.up)))
        profile.prepare(
            distanceMeters: inverse.distanceMeters, azimuthDegrees: inverse.azimuthDegrees, count: intervals + 1,
            hasClutter: clutterMeters != nil)

        let pieces = max(1, Int((inverse.distanceMeters / Self.longestPieceMeters).rounded(.up)))
        var first = 0
        var from = gridPosition(start)
        for piece in 1...pieces {
            let startMeters = inverse.distanceMeters * Double(piece - 1) / Double(pieces)
            let pieceMeters = inverse.distanceMeters / Double(pieces)
            func position(_ part: Double) -> SIMD2<Double> {
                gridPosition(
                    Geodesic.destination(
                        from: start, azimuthDegrees: inverse.azimuthDegrees, distanceMeters: startMeters + part * pieceMeters))
            }
            let until = piece == pieces ? gridPosition(end) : position(1)
            let curve = Cubic(from, position(1.0 / 3), position(2.0 / 3), until)
            let last = piece == pieces ? intervals : min(intervals, Int((Double(intervals) * Double(piece) / Double(pieces))))
            if first <= last {
                sample(curve, scale: Double(pieces) / Double(intervals), offset: Double(piece - 1), samples: first...last, into: &profile)
                first = last + 1
            }
            from = until
            if first > intervals { break }
        }
        profile.findGap()
    }

    /// More than a geodesic of 50 km bulges out of the triangle of its ends and middle, degrees (about 50 m).
    private static let bulgeDegrees = 0.0005

    private static func isWithin(_ position: SIMD2<Double>, _ margin: Double, _ widest: Double, _ lowest: Double) -> Bool {
        position.x >= margin && position.y >= margin && position.x <= widest && position.y <= lowest
    }

    /// Longest stretch of a geodesic that one cubic follows.
    private static let longestPieceMeters = 50_000.0

    private func gridPosition(_ place: Coordinate) -> SIMD2<Double> {
        SIMD2((place.longitude - west) / stepLongitude, (north - place.latitude) / stepLatitude)
    }

    /// A cubic through four points at 0, 1/3, 2/3 and 1, in grid coordinates.
    private struct Cubic {
        var c0, c1, c2, c3: SIMD2<Double>

        init(_ p0: SIMD2<Double>, _ p1: SIMD2<Double>, _ p2: SIMD2<Double>, _ p3: SIMD2<Double>) {
            let nine = SIMD2(repeating: 4.5)
            c0 = p0
            c1 = (-11.0 * p0 + 18.0 * p1 - 9.0 * p2 + 2.0 * p3) * 0.5
            c2 = nine * (2.0 * p0 - 5.0 * p1 + 4.0 * p2 - p3)
            c3 = nine * (3.0 * p1 - 3.0 * p2 + p3 - p0)
        }

        @inline(__always) func at(_ t: Double) -> SIMD2<Double> { ((c3 * t + c2) * t + c1) * t + c0 }
    }

    /// A place between four posts: the one above on the left, and how far east and south of it, in cells.
    private struct Cell {
        var corner: Int
        var east: Double
        var south: Double
    }

    /// Samples whose places are found before their heights are read; few enough for the stack.
    private static let batch = 32

    private func sample(
        _ curve: Cubic, scale: Double, offset: Double, samples: ClosedRange<Int>, into profile: inout TerrainProfile
    ) {
        // Both ends and the middle of a short curve well inside: every sample is, and none needs to be tested. Between these points a
        // geodesic of 50 km leaves its chord by some metres below 70° of latitude.
        let margin = 1 + Self.bulgeDegrees / min(stepLongitude, stepLatitude)
        let (widest, lowest) = (Double(columns - 1) - margin, Double(rows - 1) - margin)
        let isInside =
            Self.isWithin(curve.at(0), margin, widest, lowest) && Self.isWithin(curve.at(0.5), margin, widest, lowest)
            && Self.isWithin(curve.at(1), margin, widest, lowest)
        let columns = columns
        profile.heightsMeters.withUnsafeMutableBufferPointer { out in
            guard isInside else {
                for index in samples {
                    let p = curve.at(Double(index) * scale - offset)
                    out[index] = heightMeters(column: p.x, row: p.y)
                }
                return
            }
            heightsMeters.withUnsafeBufferPointer { heights in
                // Places first, loads after: bare loads follow each other so closely that their cache misses overlap.
                withUnsafeTemporaryAllocation(of: Cell.self, capacity: Self.batch) { cells in
                    var first = samples.lowerBound
                    while first <= samples.upperBound {
                        let count = min(Self.batch, samples.upperBound - first + 1)
                        for offsetInBatch in 0..<count {
                            let p = curve.at(Double(first + offsetInBatch) * scale - offset)
                            let (left, top) = (Int(p.x), Int(p.y))
                            cells[offsetInBatch] = Cell(
                                corner: top &* columns &+ left, east: p.x - Double(left), south: p.y - Double(top))
                        }
                        for offsetInBatch in 0..<count {
                            let cell = cells[offsetInBatch]
                            let (a, b) = (Double(heights[cell.corner]), Double(heights[cell.corner &+ 1]))
                            let below = cell.corner &+ columns
                            let (c, d) = (Double(heights[below]), Double(heights[below &+ 1]))
                            let upper = a + (b - a) * cell.east
                            let lower = c + (d - c) * cell.east
                            out[first &+ offsetInBatch] = upper + (lower - upper) * cell.south
                        }
                        first += count
                    }
                }
            }
        }
        reread(curve, scale: scale, offset: offset, samples: samples, into: &profile)
        guard clutterMeters != nil else { return }
        profile.clutterMeters.withUnsafeMutableBufferPointer { out in
            for index in samples {
                let p = curve.at(Double(index) * scale - offset)
                out[index] = clutterMeters(column: p.x, row: p.y)
            }
        }
    }
}

extension TerrainGrid {
    /// Reads samples without a height once more, with care: on a post beside a void the void has no weight, but the quick sum took it in.
    private func reread(
        _ curve: Cubic, scale: Double, offset: Double, samples: ClosedRange<Int>, into profile: inout TerrainProfile
    ) {
        var sum = 0.0
        for index in samples { sum += profile.heightsMeters[index] }
        guard sum.isNaN else { return }
        for index in samples where profile.heightsMeters[index].isNaN {
            let p = curve.at(Double(index) * scale - offset)
            profile.heightsMeters[index] = heightMeters(column: Self.snapped(p.x), row: Self.snapped(p.y))
        }
    }

    /// A position that misses a post by the rounding of its computation is on it.
    private static func snapped(_ position: Double) -> Double {
        let whole = position.rounded()
        return abs(position - whole) < 1e-9 ? whole : position
    }
}

extension TerrainProfile {
    mutating func prepare(distanceMeters: Double, azimuthDegrees: Double, count: Int, hasClutter: Bool) {
        self.distanceMeters = distanceMeters
        self.azimuthDegrees = azimuthDegrees
        self.count = count
        stepMeters = distanceMeters / Double(count - 1)
        firstGap = nil
        if heightsMeters.count < count { heightsMeters = [Double](repeating: 0, count: count) }
        if !hasClutter {
            clutterMeters.removeAll(keepingCapacity: true)
        } else if clutterMeters.count < count {
            clutterMeters = [Double](repeating: 0, count: count)
        }
    }

    /// NaN survives a sum, so that a path without gaps costs one addition a sample.
    mutating func findGap() {
        var sum = 0.0
        for index in 0..<count { sum += heightsMeters[index] }
        firstGap = sum.isNaN ? heightsMeters[..<count].firstIndex(where: \.isNaN) : nil
    }
}
