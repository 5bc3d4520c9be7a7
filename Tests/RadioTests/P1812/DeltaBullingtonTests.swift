import Foundation
import Testing

@testable import Radio

@Suite("Delta-Bullington on its own (P.526)") struct DeltaBullingtonTests {
    /// One sharp ridge between high masts: the Bullington point is its top, and nothing but its edge counts.
    @Test(arguments: [100.0, 600, 2_500]) func ridgeIsAKnifeEdge(frequencyMHz: Double) throws {
        var heights = [Double](repeating: 0, count: 101)
        heights[40] = 300
        let profile = try PathProfile(distancesKm: (0...100).map { Double($0) * 0.1 }, heightsMeters: heights)
        let prediction = try DeltaBullington.predict(
            over: profile, transmitterHeightMeters: 200, receiverHeightMeters: 150, frequencyGHz: frequencyMHz / 1000)
        let (d1, d2) = (4_000.0, 6_000.0)
        let above = 300 + d1 * d2 / (2 * 8_500e3) - (200 + (150 - 200) * 0.4)
        let nu = above * sqrt(2 * (d1 + d2) / (300 / frequencyMHz * d1 * d2))
        let edge = 6.9 + 20 * log10(sqrt((nu - 0.1) * (nu - 0.1) + 1) + nu - 0.1)
        let expected = edge + (1 - exp(-edge / 6)) * (10 + 0.02 * 10)
        #expect(abs(named("Lba", prediction) - expected) < 1e-9)
        #expect(named("Lbs", prediction) == 0)
        #expect(named("Lsph", prediction) == 0)
        #expect(prediction.lossDB == named("Lba", prediction))
    }

    @Test func clutterAndZonesAreNotUsed() throws {
        let distances = (0...20).map(Double.init)
        let heights = distances.map { 30 * sin($0) + 40 }
        let bare = try PathProfile(distancesKm: distances, heightsMeters: heights)
        let grown = try PathProfile(
            distancesKm: distances, heightsMeters: heights, clutterHeightsMeters: distances.map { _ in 25 },
            zones: distances.map { _ in .sea })
        let losses = try [bare, grown].map {
            try DeltaBullington.lossDB(over: $0, transmitterHeightMeters: 20, receiverHeightMeters: 10, frequencyGHz: 0.6)
        }
        #expect(losses[0] > 10)
        #expect(losses[0] == losses[1])
    }

    /// Over good ground at low frequencies the wave clings to the Earth better when it stands upright.
    @Test func polarizationMattersAtLowFrequencies() throws {
        let profile = try PathProfile(distancesKm: (0...60).map(Double.init), heightsMeters: [Double](repeating: 0, count: 61))
        let losses = try Polarization.allCases.map {
            try DeltaBullington.lossDB(
                over: profile, transmitterHeightMeters: 10, receiverHeightMeters: 10, frequencyGHz: 0.005, polarization: $0)
        }
        #expect(losses[0] > losses[1] + 10)
    }

    @Test func badValuesAreNamed() throws {
        let profile = try PathProfile(distancesKm: [0, 1, 2, 3, 4], heightsMeters: [1, 1, 1, 1, 1])
        let error = #expect(throws: RadioInputError.self) {
            try DeltaBullington.lossDB(
                over: profile, transmitterHeightMeters: 0, receiverHeightMeters: .nan, effectiveEarthRadiusKm: -1, frequencyGHz: 0)
        }
        #expect(
            error?.defects.map(\.field) == ["transmitterHeightMeters", "receiverHeightMeters", "effectiveEarthRadiusKm", "frequencyGHz"])
    }

    private func named(_ name: String, _ prediction: DeltaBullington.Prediction) -> Double {
        prediction.intermediates.first { $0.name == name }?.value ?? .nan
    }
}
