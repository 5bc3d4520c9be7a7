import Geodesy
import Terrain

/// Ray, Earth and Fresnel zone along one path.
struct LinkGeometry {
    let start: Coordinate
    let azimuthDegrees: Double
    let distanceMeters: Double
    let mastHeightMeters: Double
    let receiverHeightMeters: Double
    /// Effective radius of the Earth, metres.
    let earthRadiusMeters: Double
    let frequencyMHz: Double

    /// The samples of a profile, with what the wave makes of them.
    func samples(_ profile: TerrainProfile) -> [LinkReport.Sample] {
        guard profile.count > 1 else { return [] }
        let step = distanceMeters / Double(profile.count - 1)
        let mast = profile.heightsMeters[0] + mastHeightMeters
        let receiver = profile.heightsMeters[profile.count - 1] + receiverHeightMeters
        let wavelength = 299.792458 / frequencyMHz
        return (0..<profile.count).map { index in
            let near = Double(index) * step
            let far = max(0, distanceMeters - near)
            let spread = near * far
            let part = distanceMeters > 0 ? near / distanceMeters : 0
            return LinkReport.Sample(
                distanceMeters: near,
                place: Geodesic.destination(from: start, azimuthDegrees: azimuthDegrees, distanceMeters: near),
                groundMeters: profile.heightsMeters[index],
                // At the ends the antenna stands above what surrounds it: the model counts no clutter there.
                clutterMeters: profile.clutterMeters.isEmpty ? 0 : profile.clutterMeters[index],
                earthBulgeMeters: spread / (2 * earthRadiusMeters), rayMeters: mast + (receiver - mast) * part,
                fresnelRadiusMeters: distanceMeters > 0 ? (wavelength * spread / distanceMeters).squareRoot() : 0)
        }
    }

    /// The sample between the ends where the first Fresnel zone is the least clear.
    static func narrowest(_ samples: [LinkReport.Sample]) -> LinkReport.FresnelClearance? {
        var found: LinkReport.FresnelClearance?
        for sample in samples.dropFirst().dropLast() where sample.fresnelRadiusMeters > 0 {
            let ratio = sample.clearanceMeters / sample.fresnelRadiusMeters
            guard ratio < found?.ratio ?? .infinity else { continue }
            found = LinkReport.FresnelClearance(
                ratio: ratio, place: sample.place, distanceMeters: sample.distanceMeters, clearanceMeters: sample.clearanceMeters,
                radiusMeters: sample.fresnelRadiusMeters)
        }
        return found
    }

    /// The tiles of the samples without ground, in the order in which the path meets them.
    static func missingTiles(_ samples: [LinkReport.Sample]) -> [TerrainTile] {
        var tiles: [TerrainTile] = []
        for sample in samples where sample.groundMeters.isNaN {
            let tile = TerrainTile(holding: sample.place)
            if !tiles.contains(tile) { tiles.append(tile) }
        }
        return tiles
    }
}
