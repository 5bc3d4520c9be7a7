import Foundation
import Geodesy
import Terrain

/// Brings values from rings to the posts of the terrain.
struct PolarGather: Sendable {
    let sweep: RadialSweep
    let transmitter: SweepTransmitter
    let field: PolarField
    /// A post whose four samples differ by more than this has a path of its own, dB.
    let refiningAboveDB: Float

    /// Posts to a side of a block in which directions are bilinear between corners: within a millimetre of the geodesic.
    private static let blockPosts = 32

    /// The part of the grid within the radius.
    private struct Part {
        var firstColumn: Int
        var firstRow: Int
        var columns: Int
        var rows: Int
    }

    func windows(threads: Int) -> [SignalWindow] {
        let part = part
        let posts = part.columns * part.rows
        let layers = field.cells * field.receiverHeights
        let all = UnsafeMutablePointer<Float>.allocate(capacity: max(1, posts * layers))
        all.initialize(repeating: .nan, count: max(1, posts * layers))
        defer { all.deallocate() }
        let values = SharedValues(base: all)
        let strips = (part.rows + Self.blockPosts - 1) / Self.blockPosts
        SharedOut.forEachBlock(of: strips, blockLength: 1, threads: threads) {
            sweep.exactLevel
        } work: { exact, range in
            for strip in range { fill(strip, part, posts, &exact, values) }
        }
        return (0..<layers).map { layer in
            SignalWindow(
                firstColumn: part.firstColumn, firstRow: part.firstRow, columns: part.columns, rows: part.rows,
                valuesDBm: Array(UnsafeBufferPointer(start: all + layer * posts, count: posts)))
        }
    }

    private var part: Part {
        let terrain = sweep.terrain
        // The outermost meridians and parallels that the disc touches, with a cell to spare.
        let places = (0..<64).map {
            Geodesic.destination(
                from: transmitter.place, azimuthDegrees: Double($0) * 5.625, distanceMeters: sweep.radiusMeters * 1.002)
        }
        let (west, east) = (places.map(\.longitude).min() ?? 0, places.map(\.longitude).max() ?? 0)
        let (south, north) = (places.map(\.latitude).min() ?? 0, places.map(\.latitude).max() ?? 0)
        let left = max(0, Int(((west - terrain.west) / terrain.stepLongitude).rounded(.down)))
        let right = min(terrain.columns - 1, Int(((east - terrain.west) / terrain.stepLongitude).rounded(.up)))
        let top = max(0, Int(((terrain.north - north) / terrain.stepLatitude).rounded(.down)))
        let bottom = min(terrain.rows - 1, Int(((terrain.north - south) / terrain.stepLatitude).rounded(.up)))
        guard left <= right, top <= bottom else { return Part(firstColumn: 0, firstRow: 0, columns: 0, rows: 0) }
        return Part(firstColumn: left, firstRow: top, columns: right - left + 1, rows: bottom - top + 1)
    }

    /// East and north of the mast along the geodesic, in steps.
    private func offset(_ column: Int, _ row: Int) -> SIMD2<Double> {
        let inverse = Geodesic.inverse(transmitter.place, place(column, row))
        let radians = inverse.azimuthDegrees * .pi / 180
        let steps = inverse.distanceMeters / field.stepMeters
        return SIMD2(steps * sin(radians), steps * cos(radians))
    }

    private func place(_ column: Int, _ row: Int) -> Coordinate {
        Coordinate(
            longitude: sweep.terrain.west + Double(column) * sweep.terrain.stepLongitude,
            latitude: sweep.terrain.north - Double(row) * sweep.terrain.stepLatitude)
    }

    private func fill(_ strip: Int, _ part: Part, _ posts: Int, _ exact: inout ExactLevel, _ values: SharedValues) {
        let top = strip * Self.blockPosts
        let bottom = min(part.rows, top + Self.blockPosts)
        let rings = field.rings
        let lastRing = Double(rings.last)
        let layers = field.cells * field.receiverHeights
        let samples = rings.samples
        field.values.withUnsafeBufferPointer { source in
            rings.offsets.withUnsafeBufferPointer { offsets in
                for left in stride(from: 0, to: part.columns, by: Self.blockPosts) {
                    let right = min(part.columns, left + Self.blockPosts)
                    let (height, width) = (Double(bottom - top), Double(right - left))
                    let a = offset(part.firstColumn + left, part.firstRow + top)
                    let b = offset(part.firstColumn + right, part.firstRow + top)
                    let c = offset(part.firstColumn + left, part.firstRow + bottom)
                    let d = offset(part.firstColumn + right, part.firstRow + bottom)
                    for row in top..<bottom {
                        let down = Double(row - top) / height
                        let from = a + (c - a) * down
                        let step = (b + (d - b) * down - from) * (1 / width)
                        for column in left..<right {
                            let p = from + step * Double(column - left)
                            let distance = (p.x * p.x + p.y * p.y).squareRoot()
                            guard distance <= lastRing else { continue }
                            let post = row * part.columns + column
                            if distance < Double(RadialSweep.exactSteps) {
                                fillExactly(post, part, posts, &exact, values)
                                continue
                            }
                            let turn = atan2(p.x, p.y) * (0.5 / .pi)
                            let around = turn < 0 ? turn + 1 : turn
                            let inner = min(Int(distance), rings.last - 1)
                            let outward = Float(distance - Double(inner))
                            let near = RingPlace(around, offsets[inner], offsets[inner + 1])
                            let far = RingPlace(around, offsets[inner + 1], offsets[inner + 2])
                            // Known to some of the samples only, or at the edge of a shadow.
                            var isBlurred = false
                            for layer in 0..<layers {
                                let base = layer * samples
                                let onNear = near.value(source, base)
                                let onFar = far.value(source, base)
                                let value = onNear + (onFar - onNear) * outward
                                values.base[layer * posts + post] = value
                                if value.isNaN {
                                    isBlurred = isBlurred || near.isAnyKnown(source, base) || far.isAnyKnown(source, base)
                                } else if refiningAboveDB < .infinity {
                                    let (low, high) = (near.least(far, source, base), near.greatest(far, source, base))
                                    isBlurred = isBlurred || high - low > refiningAboveDB
                                }
                            }
                            if isBlurred { fillExactly(post, part, posts, &exact, values) }
                        }
                    }
                }
            }
        }
    }

    private func fillExactly(_ post: Int, _ part: Part, _ posts: Int, _ exact: inout ExactLevel, _ values: SharedValues) {
        let (row, column) = post.quotientAndRemainder(dividingBy: part.columns)
        exact.values(from: transmitter, at: place(part.firstColumn + column, part.firstRow + row)) { layer, value in
            values.base[layer * posts + post] = value
        }
    }

    /// A place between two radials of a ring.
    private struct RingPlace {
        var left: Int
        var right: Int
        var part: Float

        @inline(__always) init(_ around: Double, _ start: Int, _ end: Int) {
            let count = end &- start
            let position = around * Double(count)
            let index = min(Int(position), count &- 1)
            left = start &+ index
            right = index &+ 1 == count ? start : start &+ index &+ 1
            part = Float(position - Double(index))
        }

        @inline(__always) func value(_ source: UnsafeBufferPointer<Float>, _ base: Int) -> Float {
            let (a, b) = (source[base &+ left], source[base &+ right])
            return a + (b - a) * part
        }

        @inline(__always) func least(_ other: RingPlace, _ source: UnsafeBufferPointer<Float>, _ base: Int) -> Float {
            min(
                min(source[base &+ left], source[base &+ right]),
                min(source[base &+ other.left], source[base &+ other.right]))
        }

        @inline(__always) func greatest(_ other: RingPlace, _ source: UnsafeBufferPointer<Float>, _ base: Int) -> Float {
            max(
                max(source[base &+ left], source[base &+ right]),
                max(source[base &+ other.left], source[base &+ other.right]))
        }

        func isAnyKnown(_ source: UnsafeBufferPointer<Float>, _ base: Int) -> Bool {
            !source[base + left].isNaN || !source[base + right].isNaN
        }
    }
}
