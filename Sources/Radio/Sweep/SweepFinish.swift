import Foundation

/// From a receiver on a radial to its loss at each frequency: ``LossCombination`` at 50 % of time and places over land, without what cannot matter.
///
/// - Ducting lowers a loss only where it costs less than diffraction (Eqs. (60), (61)); a lower bound of it is tried first, and only where that does
///   not decide, the whole model is run.
/// - Troposcatter is left out where it would take less than 10⁻⁶ dB.
/// - The approximated normal distribution of Eq. (40) is taken as 0 at 50 %; it is below 10⁻⁷.
struct SweepFinish {
    let tables: SweepScale
    let climate: RadioClimate

    /// Free space over the slant, dB beyond that of one kilometre.
    @inline(__always) private func spreadingDB(_ receiver: SweepReceiver) -> Double {
        let rise = receiver.heightDifferenceMeters / (1000 * receiver.distanceKm)
        let x = rise * rise
        guard x < 0.01 else { return tables.distanceDB[receiver.ring] + Decibels.ten(1 + x) }
        // ln(1 + x) for small x, within 2·10⁻¹³.
        let series = x * (1 - x * (0.5 - x * (1.0 / 3 - x * (0.25 - x * (0.2 - x / 6)))))
        return tables.distanceDB[receiver.ring] + 4.342944819032518 * series
    }

    /// The loss of each band, dB, to `store(band, loss)`.
    @inline(__always) func losses(
        _ receiver: SweepReceiver, _ walk: borrowing RadialWalk, _ bands: UnsafeBufferPointer<SweepBand>, middleLatitude: Double,
        heights: UnsafePointer<Double>, store: (_ band: Int, _ lossDB: Double) -> Void
    ) {
        let spreading = spreadingDB(receiver)
        let d = receiver.distanceKm
        guard receiver.ring >= tables.firstModelRing else {
            for index in 0..<bands.count {
                let band = bands[index]
                let edge = bullingtonDB(receiver.nuRootWavelength * band.inverseRootWavelength, d)
                store(index, band.freeSpaceDB + spreading + edge)
            }
            return
        }
        let isRoundEarthFree =
            receiver.smoothTransmitterMeters * receiver.smoothReceiverMeters > tables.freeHeightProduct[receiver.ring]
        let sphere =
            isRoundEarthFree
            ? nil
            : SweepSphere(
                distanceKm: d, transmitterMeters: receiver.smoothTransmitterMeters, receiverMeters: receiver.smoothReceiverMeters,
                bulge: tables.bulge, marginalPerRoot: tables.marginalPerRoot)
        // Found by the first band that needs it.
        var bends: Bends?
        for index in 0..<bands.count {
            let band = bands[index]
            let freeSpace = band.freeSpaceDB + spreading
            let diffraction = diffractionDB(receiver, sphere, band)
            guard diffraction > 0 else {
                store(index, freeSpace)
                continue
            }
            let known = bends ?? Bends(walk.horizons(receiver), bend: 2 * tables.bulge * d)
            bends = known
            store(
                index,
                beyondSightDB(receiver, walk, known, band, freeSpace, diffraction, middleLatitude: middleLatitude, heights: heights))
        }
    }

    /// Ld, dB. Eq. (39).
    @inline(__always) private func diffractionDB(_ receiver: SweepReceiver, _ sphere: SweepSphere?, _ band: SweepBand) -> Double {
        let d = receiver.distanceKm
        let actual = bullingtonDB(receiver.nuRootWavelength * band.inverseRootWavelength, d)
        guard let sphere else { return actual }
        guard !sphere.isBeyondHorizon else {
            let round = band.firstTermDB(sphere)
            guard round > 0 else { return actual }
            // Attachment 4: both horizons touch the smooth Earth; Bullington's closed form again.
            let over = tables.bulge * d
            let slopeT = over - 2 * (tables.bulge * sphere.transmitterMeters).squareRoot()
            let slopeR = over - 2 * (tables.bulge * sphere.receiverMeters).squareRoot()
            let ray = (sphere.receiverMeters - sphere.transmitterMeters) / d
            let square = 0.002 * d * (slopeT - ray) * (slopeR + ray)
            let nu = max(0, square).squareRoot() * band.inverseRootWavelength
            return actual + max(0, round - bullingtonDB(nu, d))
        }
        let required = SmoothEarthConstants.p1812.clearance * sphere.rootSpread / band.inverseRootWavelength
        guard sphere.clearanceMeters <= required else { return actual }
        let round = (1 - sphere.clearanceMeters / required) * max(0, band.marginalFirstTermDB(sphere))
        guard round > 0 else { return actual }
        let nu = -sphere.clearanceMeters * Self.rootOf2PerThousand / sphere.rootSpread * band.inverseRootWavelength
        return actual + max(0, round - bullingtonDB(nu, d))
    }

    private static let rootOf2PerThousand = 0.002.squareRoot()

    /// Bullington loss of an edge, dB. Eqs. (12), (16), (20), (21).
    @inline(__always) private func bullingtonDB(_ nu: Double, _ distanceKm: Double) -> Double {
        guard nu > KnifeEdge.lowestNu else { return 0 }
        let shifted = nu - 0.1
        let knifeEdge = 6.9 + Decibels.twenty((shifted * shifted + 1).squareRoot() + shifted)
        guard knifeEdge != 0 else { return 0 }
        return knifeEdge + (1 - exp(-knifeEdge / 6)) * (10 + 0.02 * distanceKm)
    }

    /// How a path bends, mrad, and round what.
    private struct Bends {
        var horizons: RadialWalk.Horizons
        var transmitterMrad: Double
        var receiverMrad: Double
        var earthMrad: Double
        var totalMrad: Double

        @inline(__always) init(_ horizons: RadialWalk.Horizons, bend: Double) {
            self.horizons = horizons
            transmitterMrad = SweepFinish.mrad(horizons.transmitterSlope)
            receiverMrad = SweepFinish.mrad(horizons.receiverSlope)
            earthMrad = bend
            totalMrad = bend + transmitterMrad + receiverMrad
        }
    }

    /// The loss where diffraction costs something, dB.
    @inline(__always) private func beyondSightDB(
        _ receiver: SweepReceiver, _ walk: borrowing RadialWalk, _ bends: Bends, _ band: SweepBand, _ freeSpaceDB: Double,
        _ diffractionDB: Double, middleLatitude: Double, heights: UnsafePointer<Double>
    ) -> Double {
        // What is lost beyond free space along the ground, from which the bound counts.
        let beyondGround = freeSpaceDB - band.freeSpaceDB - tables.distanceDB[receiver.ring] + diffractionDB
        if mayDuctsMatter(receiver, bends, band, beyondGround) {
            let geometry = walk.geometry(receiver, heights: heights)
            let conditions = PathConditions(
                frequencyGHz: band.frequencyMHz / 1000, polarization: .vertical, timePercent: 50,
                anomalousPercent: AnomalousIncidence.percent(centreLatitude: middleLatitude, zones: geometry.zones),
                refractivityNUnits: climate.seaLevelRefractivityNUnits, transmitterCoastKm: 500, receiverCoastKm: 500, locationDB: 0)
            return LossCombination(geometry, conditions).lossDB
        }
        let angle = bends.totalMrad
        // Both spread along the ground alike, but free space along the slant.
        let scatter =
            band.freeSpaceDB + band.scatterDB + tables.distanceDB[receiver.ring] + 0.573 * angle
        let diffracted = freeSpaceDB + diffractionDB
        let apart = abs(scatter - diffracted)
        guard apart < Self.scatterReachDB else { return max(freeSpaceDB, min(scatter, diffracted)) }
        return max(freeSpaceDB, min(scatter, diffracted) - 0.5 * Decibels.ten(1 + exp(-Self.fifthOfLn10 * apart)))
    }

    /// At this distance the lesser loss takes 9·10⁻⁷ dB from the other.
    private static let scatterReachDB = 32.0
    private static let fifthOfLn10 = 0.2 * 2.302585092994046

    /// Whether Lba may be below what diffraction costs, and its share of the answer above 10⁻⁶ dB.
    @inline(__always) private func mayDuctsMatter(
        _ receiver: SweepReceiver, _ bends: Bends, _ band: SweepBand, _ beyondGroundDB: Double
    ) -> Bool {
        let (horizons, angleT, angleR, bend) = (bends.horizons, bends.transmitterMrad, bends.receiverMrad, bends.earthMrad)
        let d = receiver.distanceKm
        let base = tables.leastTimeVariationDB[receiver.ring] + band.ductDB
        guard horizons.isTranshorizon else {
            guard beyondGroundDB > base + band.ductPerMradDB * (bend + min(angleT, 0) + min(angleR, 0)) else { return false }
            return beyondGroundDB * tables.farFactor[receiver.ring] / (1 + exp(-16 * (bends.totalMrad - 0.3))) > 1e-6
        }
        let receiverKm = d - horizons.receiverFromKm
        let share = (horizons.transmitterKm + receiverKm) / d
        let atLeast =
            base + band.ductPerMradDB * (bend + min(angleT, 0.1 * horizons.transmitterKm) + min(angleR, 0.1 * receiverKm))
        guard share < 0.1 || beyondGroundDB > atLeast - 20 else { return false }
        let shielded =
            atLeast + Decibels.twenty(share) + band.shieldingDB(angleT, horizons.transmitterKm) + band.shieldingDB(angleR, receiverKm)
        return beyondGroundDB > shielded - 0.01
            && beyondGroundDB * tables.farFactor[receiver.ring] / (1 + exp(-16 * (bends.totalMrad - 0.3))) > 1e-6
    }

    /// Milliradians of a slope in m/km: a series, within 10⁻⁹ mrad, for all that is not steep.
    @inline(__always) static func mrad(_ slope: Double) -> Double {
        let x = slope * 0.001
        guard x.magnitude < 0.1 else { return 1000 * atan(x) }
        let s = x * x
        return slope * (1 - s * (1.0 / 3 - s * (0.2 - s * (1.0 / 7 - s * (1.0 / 9 - s / 11)))))
    }
}
