import Geodesy
import Terrain

/// Levels by the point-to-point model along a path of its own: for places where sharing would blur, near the mast, beside gaps, on the edge of
/// shadows, and for the final figure of a map. Holds a buffer: one for each thread.
public struct ExactLevel: Sendable {
    private let terrain: TerrainGrid
    private let model: PointToPointModel
    private let receiverHeightsMeters: [Double]
    private var profile = TerrainProfile()

    /// - Parameter receiverHeightsMeters: above ground, 0.1…1,000 m, at least one.
    public init(terrain: TerrainGrid, climate: RadioClimate, receiverHeightsMeters: [Double]) {
        self.terrain = terrain
        model = PointToPointModel(climate: climate)
        self.receiverHeightsMeters = receiverHeightsMeters
    }

    /// The value of each layer at a place, cells first and receiver heights within them; NaN where the path crosses unknown ground.
    ///
    /// Complexity: O(samples of the path), and one finish for each frequency in a row of cells and each height.
    public mutating func values(
        from transmitter: SweepTransmitter, at place: Coordinate, _ quantity: PolarField.Quantity = .levelDBm,
        store: (_ layer: Int, _ value: Float) -> Void
    ) {
        terrain.sample(from: transmitter.place, to: place, spacingMeters: terrain.sampleSpacingMeters, into: &profile)
        let heights = receiverHeightsMeters.count
        guard profile.firstGap == nil else {
            for layer in 0..<transmitter.cells.count * heights { store(layer, .nan) }
            return
        }
        for (index, height) in receiverHeightsMeters.enumerated() {
            let scan = model.scan(
                profile, transmitterHeightMeters: transmitter.antennaHeightMeters, receiverHeightMeters: height,
                middleLatitude: (transmitter.place.latitude + place.latitude) / 2)
            var known: (frequencyMHz: Double, lossDB: Double)?
            for (number, cell) in transmitter.cells.enumerated() {
                if known?.frequencyMHz != cell.frequencyMHz {
                    known = (cell.frequencyMHz, model.lossDB(scan, frequencyMHz: cell.frequencyMHz, polarization: .vertical))
                }
                guard let loss = known?.lossDB else { continue }
                let layer = number * heights + index
                switch quantity {
                case .lossDB: store(layer, Float(loss))
                case .levelDBm:
                    let gain = cell.sectors.bestGainDBi(
                        towardsAzimuthDegrees: profile.azimuthDegrees, elevationDegrees: scan.departureElevationDegrees)
                    store(layer, Float(cell.conductedPowerDBm + gain - loss))
                }
            }
        }
    }
}
