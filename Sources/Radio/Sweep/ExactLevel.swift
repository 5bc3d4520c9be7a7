import Geodesy
import Terrain

/// Levels by the point-to-point model along a path of its own: for places where sharing would blur, near the mast and beside gaps.
struct ExactLevel {
    let terrain: TerrainGrid
    let spacingMeters: Double
    let model: PointToPointModel
    let transmitter: SweepTransmitter
    let receiverHeightsMeters: [Double]
    private var profile = TerrainProfile()

    init(
        terrain: TerrainGrid, spacingMeters: Double, model: PointToPointModel, transmitter: SweepTransmitter,
        receiverHeightsMeters: [Double]
    ) {
        self.terrain = terrain
        self.spacingMeters = spacingMeters
        self.model = model
        self.transmitter = transmitter
        self.receiverHeightsMeters = receiverHeightsMeters
    }

    /// The value of each layer at a place; NaN where the path crosses unknown ground.
    mutating func values(at place: Coordinate, _ quantity: PolarField.Quantity, store: (_ layer: Int, _ value: Float) -> Void) {
        terrain.sample(from: transmitter.place, to: place, spacingMeters: spacingMeters, into: &profile)
        let heights = receiverHeightsMeters.count
        guard profile.firstGap == nil else {
            for layer in 0..<transmitter.cells.count * heights { store(layer, .nan) }
            return
        }
        for (index, height) in receiverHeightsMeters.enumerated() {
            let scan = model.scan(
                profile, transmitterHeightMeters: transmitter.antennaHeightMeters, receiverHeightMeters: height,
                middleLatitude: (transmitter.place.latitude + place.latitude) / 2)
            for (number, cell) in transmitter.cells.enumerated() {
                let loss = model.lossDB(scan, frequencyMHz: cell.frequencyMHz, polarization: .vertical)
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
