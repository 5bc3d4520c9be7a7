import CPROJ

/// A point in the plane of some coordinate reference system: easting before northing, longitude before latitude.
public struct PlanePoint: Hashable, Sendable {
    /// Easting in metres, or longitude in degrees.
    public var x: Double
    /// Northing in metres, or latitude in degrees.
    public var y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// Moves coordinates from one reference system to another, always x (easting, longitude) first.
///
/// From or to VN-2000 the datum shift is EPSG:6960, the one of Viet Nam's Department of Survey and Mapping (coordinate frame rotation,
/// 1 m). PROJ left to choose takes EPSG:5194 in the Mekong delta, 0.8 m away. Other datums go the way PROJ deems best, offline.
///
/// Making one costs milliseconds, a point about a microsecond. Not `Sendable`: one per thread.
public final class CoordinateTransformation {
    private struct Step {
        let operation: ProjObject
        let direction: PJ_DIRECTION
    }

    /// The system that coordinates come in.
    public let source: CoordinateReferenceSystem
    /// The system that coordinates leave in.
    public let target: CoordinateReferenceSystem
    private let context: ProjContext
    private let steps: [Step]

    /// Prepares the way between two systems.
    /// - Throws: ``GeodesyError`` with code `noTransformation`.
    public init(from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem) throws(GeodesyError) {
        self.source = source
        self.target = target
        context = try ProjContext()
        if source == target || (source.isWGS84 && target.isWGS84) {
            steps = []
        } else if source.isVN2000 == target.isVN2000 {
            // With VN-2000 on both sides there is no datum to change, only the map projection.
            steps = [try Self.step(from: source, to: target, in: context)]
        } else if source.isVN2000 {
            var path = try Self.projectionSteps(of: source, inverse: true, in: context)
            path.append(try Self.datumShift(PJ_FWD, in: context))
            if !target.isWGS84 { path.append(try Self.step(from: .wgs84, to: target, in: context)) }
            steps = path
        } else {
            var path: [Step] = []
            if !source.isWGS84 { path.append(try Self.step(from: source, to: .wgs84, in: context)) }
            path.append(try Self.datumShift(PJ_INV, in: context))
            path += try Self.projectionSteps(of: target, inverse: false, in: context)
            steps = path
        }
    }

    /// Moves one point.
    /// - Parameters:
    ///   - x: easting in metres or longitude in degrees.
    ///   - y: northing in metres or latitude in degrees.
    /// - Throws: ``GeodesyError`` with code `coordinateOutsideDomain`.
    public func transform(x: Double, y: Double) throws(GeodesyError) -> (x: Double, y: Double) {
        var pair = (x, y)
        let isDefined = withUnsafeMutableBytes(of: &pair) { run(over: $0.bindMemory(to: Double.self)) == nil }
        guard isDefined else { throw failure(x: x, y: y, position: nil) }
        return (pair.0, pair.1)
    }

    /// Moves many points in order. O(n).
    /// - Throws: ``GeodesyError`` naming the first point that has no place in the target system, counted from 1.
    public func transform(_ points: [PlanePoint]) throws(GeodesyError) -> [PlanePoint] {
        var numbers: [Double] = []
        numbers.reserveCapacity(points.count * 2)
        for point in points {
            numbers.append(point.x)
            numbers.append(point.y)
        }
        try transform(interleaved: &numbers)
        return (0..<points.count).map { PlanePoint(x: numbers[2 * $0], y: numbers[2 * $0 + 1]) }
    }

    /// Moves many points in place: x, y, x, y, … O(n), without allocation.
    /// - Parameter numbers: an even count of numbers; a last odd one is left alone.
    /// - Throws: ``GeodesyError`` naming the first point that has no place in the target system, counted from 1. The numbers are then undefined.
    public func transform(interleaved numbers: inout [Double]) throws(GeodesyError) {
        if let bad = numbers.withUnsafeMutableBufferPointer({ run(over: $0) }) {
            throw failure(x: nil, y: nil, position: bad + 1)
        }
    }

    /// Runs every step; gives the index of the first point that failed.
    private func run(over numbers: UnsafeMutableBufferPointer<Double>) -> Int? {
        let count = numbers.count / 2
        guard count > 0, let start = numbers.baseAddress else { return nil }
        let stride = 2 * MemoryLayout<Double>.stride
        for step in steps {
            proj_errno_reset(step.operation.handle)
            proj_trans_generic(
                step.operation.handle, step.direction, start, stride, count, start + 1, stride, count, nil, 0, 0, nil, 0, 0)
        }
        for index in 0..<count where !(numbers[2 * index].isFinite && numbers[2 * index + 1].isFinite) {
            return index
        }
        return nil
    }

    private func failure(x: Double?, y: Double?, position: Int?) -> GeodesyError {
        let subject =
            if let x, let y { "coordinate \(x), \(y)" } else if let position { "coordinate \(position)" } else { "coordinate" }
        return GeodesyError(
            code: .coordinateOutsideDomain, subject: subject, reason: "has no place in \(target.name) when read as \(source.name)",
            remedy: "Check the stated coordinate reference system and the order of the axes")
    }

    private static func step(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem, in context: ProjContext
    ) throws(GeodesyError) -> Step {
        guard let from = context.create(source.definition), let to = context.create(target.definition) else {
            throw noWay(from: source, to: target, in: context)
        }
        return try step(from: from, to: to, named: (source, target))
    }

    private static func step(
        from: ProjObject, to: ProjObject, named: (source: CoordinateReferenceSystem, target: CoordinateReferenceSystem)
    ) throws(GeodesyError) -> Step {
        let context = from.context
        guard let raw = ProjObject(proj_create_crs_to_crs_from_pj(context.handle, from.handle, to.handle, nil, nil), in: context),
            let normal = ProjObject(proj_normalize_for_visualization(context.handle, raw.handle), in: context)
        else { throw noWay(from: named.source, to: named.target, in: context) }
        return Step(operation: normal, direction: PJ_FWD)
    }

    /// Between a VN-2000 map and its own longitude and latitude: no datum involved.
    private static func projectionSteps(
        of system: CoordinateReferenceSystem, inverse: Bool, in context: ProjContext
    ) throws(GeodesyError) -> [Step] {
        guard let object = context.create(system.definition)?.unbound,
            let geographic = ProjObject(proj_crs_get_geodetic_crs(context.handle, object.handle), in: context)
        else { throw noWay(from: system, to: .wgs84, in: context) }
        return [
            inverse
                ? try step(from: object, to: geographic, named: (system, .wgs84))
                : try step(from: geographic, to: object, named: (.wgs84, system))
        ]
    }

    private static func datumShift(_ direction: PJ_DIRECTION, in context: ProjContext) throws(GeodesyError) -> Step {
        guard let operation = context.create(VN2000.shiftToWGS84) else {
            throw GeodesyError(
                code: .libraryUnusable, subject: "EPSG:6960", reason: context.takeMessage(), remedy: "Check the installed libproj")
        }
        return Step(operation: operation, direction: direction)
    }

    private static func noWay(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem, in context: ProjContext
    ) -> GeodesyError {
        GeodesyError(
            code: .noTransformation, subject: "\(source.name) to \(target.name)", reason: context.takeMessage(),
            remedy: "Choose a horizontal coordinate reference system")
    }
}
