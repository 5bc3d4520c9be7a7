/// Losses around one plane of an antenna, in dB below its greatest gain.
public struct PatternCut: Hashable, Sendable {
    /// Angles in degrees, ascending, each from 0 up to but without 360.
    public let anglesDegrees: [Double]
    /// Loss at each angle, dB, ≥ 0.
    public let lossesDB: [Double]

    /// Makes a cut from samples in any order; angles are brought into one turn.
    ///
    /// - Returns: nil without samples, with numbers that are not finite, negative losses, or an angle that stands twice.
    public init?(samples: [(angleDegrees: Double, lossDB: Double)]) {
        // NaN would pass through the turning as angle 0.
        guard samples.allSatisfy({ $0.angleDegrees.isFinite }) else { return nil }
        let sorted = samples.map { (angle: PatternAngle.positive($0.angleDegrees), loss: $0.lossDB) }.sorted { $0.angle < $1.angle }
        guard !sorted.isEmpty, sorted.allSatisfy({ $0.loss.isFinite && $0.loss >= 0 }),
            zip(sorted, sorted.dropFirst()).allSatisfy({ $0.angle < $1.angle })
        else { return nil }
        anglesDegrees = sorted.map(\.angle)
        lossesDB = sorted.map(\.loss)
    }

    /// Loss at an angle, dB: linear between neighbours, across 360 too.
    ///
    /// - Parameter angleDegrees: any angle; NaN gives NaN.
    /// - Complexity: O(log n) in the samples.
    public func lossDB(atDegrees angleDegrees: Double) -> Double {
        guard angleDegrees.isFinite else { return .nan }
        let angle = PatternAngle.positive(angleDegrees)
        // The first sample beyond the angle; its left neighbour may be the last of the turn before.
        var low = 0
        var high = anglesDegrees.count
        while low < high {
            let middle = (low + high) / 2
            if anglesDegrees[middle] <= angle { low = middle + 1 } else { high = middle }
        }
        let left = low == 0 ? anglesDegrees.count - 1 : low - 1
        let right = low == anglesDegrees.count ? 0 : low
        let span = anglesDegrees[right] - anglesDegrees[left] + (right <= left ? 360 : 0)
        let passed = angle - anglesDegrees[left] + (low == 0 ? 360 : 0)
        return lossesDB[left] + (lossesDB[right] - lossesDB[left]) * (passed / span)
    }

    /// The greatest loss of the cut, dB.
    public var greatestLossDB: Double { lossesDB.max() ?? 0 }

    /// The angle of the smallest loss, degrees: the middle of the first run of samples that share it.
    public var peakDegrees: Double {
        guard let least = lossesDB.min(), let first = lossesDB.firstIndex(of: least) else { return 0 }
        // A flat top across 0 starts before it.
        var start = first
        while start > first - lossesDB.count + 1, lossesDB[(start - 1 + lossesDB.count) % lossesDB.count] == least { start -= 1 }
        var end = first
        while end < first + lossesDB.count - 1, lossesDB[(end + 1) % lossesDB.count] == least { end += 1 }
        guard end - start < lossesDB.count - 1 else { return 0 }
        func unrolled(_ index: Int) -> Double {
            index < 0
                ? anglesDegrees[index + lossesDB.count] - 360
                : index >= lossesDB.count ? anglesDegrees[index - lossesDB.count] + 360 : anglesDegrees[index]
        }
        return PatternAngle.positive((unrolled(start) + unrolled(end)) / 2)
    }

    /// The same cut with its angles counted the other way round.
    var mirrored: PatternCut {
        PatternCut(samples: zip(anglesDegrees, lossesDB).map { (-$0, $1) }) ?? self
    }

    /// The widest stretch without a sample, degrees.
    var widestGapDegrees: Double {
        guard let first = anglesDegrees.first, let last = anglesDegrees.last else { return 360 }
        return zip(anglesDegrees, anglesDegrees.dropFirst()).map { $1 - $0 }.max().map { max($0, first + 360 - last) } ?? 360
    }
}
