/// Gains that a formula gives along one radial.
enum SweepGains {
    /// A sector by formula, without mechanical tilt, seen along one azimuth.
    struct Formula {
        private var maximumGainDBi: Double
        private var sidewaysDB: Double
        private var tiltDegrees: Double
        private var perWidth: Double
        private var floorDB: Double

        /// Nil for a measured pattern and for a tilted bracket, whose gain does not part into azimuth and elevation.
        init?(_ sector: Sector, azimuthDegrees: Double) {
            guard case .parametric(let pattern) = sector.antenna, Self.stands(for: sector) else { return nil }
            let off = sector.azimuthDegrees.map { azimuthDegrees - $0 } ?? 0
            maximumGainDBi = pattern.maximumGainDBi
            // In the plane of the vertical maximum only the azimuth costs.
            sidewaysDB = pattern.maximumGainDBi - pattern.gainDBi(offAzimuthDegrees: off, depressionDegrees: 0)
            tiltDegrees = sector.electricalTiltDegrees
            perWidth = 1 / pattern.verticalBeamwidthDegrees
            floorDB = pattern.floorDB
        }

        /// Whether there is a formula for a sector.
        static func stands(for sector: Sector) -> Bool {
            guard case .parametric = sector.antenna else { return false }
            return sector.azimuthDegrees == nil || sector.mechanicalTiltDegrees == 0
        }

        @inline(__always) func gainDBi(elevationDegrees: Double) -> Double {
            let widths = (elevationDegrees + tiltDegrees) * perWidth
            let fall = min(12 * widths * widths, floorDB)
            return maximumGainDBi - min(sidewaysDB + fall, floorDB)
        }
    }
}
