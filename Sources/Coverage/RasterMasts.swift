import Geodesy
import Planning
import Radio
import Terrain

/// One place and antenna height with every cell that radiates there: what one sweep works on.
struct RasterMast: Sendable {
    /// One carrier of one site, and the layers in which it counts.
    struct Cell: Sendable {
        let signal: SweepCell
        /// Position in `World.sites`.
        let site: Int32
        /// Positions in the list of layers.
        let layers: [Int]
    }

    let place: Coordinate
    let heightMeters: Double
    /// Farther away it is not looked at, metres.
    let rangeMeters: Double
    fileprivate(set) var cells: [Cell]

    /// All cells as a sweep or a path takes them.
    var transmitter: SweepTransmitter { transmitter(cells.indices) }

    /// Some of the cells.
    func transmitter(_ some: Range<Int>) -> SweepTransmitter {
        SweepTransmitter(place: place, antennaHeightMeters: heightMeters, cells: cells[some].map(\.signal))
    }
}

/// The sites on air, gathered by mast. Operators share masts, and a table may list a site a thousand times: equal cells are swept once.
struct RasterMasts: Sendable {
    private struct Key: Hashable {
        let place: Coordinate
        let heightMeters: Double
        let rangeMeters: Double
    }

    private struct CellKey: Hashable {
        let mast: Int
        let frequencyMHz: Double
        let conductedPowerDBm: Double
        let sectors: [Sector]
        let layers: [Int]

        init(_ cell: RasterMast.Cell, mast: Int) {
            self.mast = mast
            frequencyMHz = cell.signal.frequencyMHz
            conductedPowerDBm = cell.signal.conductedPowerDBm
            sectors = cell.signal.sectors
            layers = cell.layers
        }
    }

    private(set) var masts: [RasterMast] = []
    /// Positions of the sites that count in a layer.
    private(set) var sites: [Int] = []
    /// Of these, the ones whose own ground is unknown: they are in no map.
    private(set) var sitesOnUnknownGround: [Int] = []

    /// - Parameters:
    ///   - technologies: those that count.
    ///   - layers: a cell that belongs to none of them is left out.
    ///   - radiusMeters: the greatest range; a site's own may be smaller.
    init(
        _ world: World, technologies: [Technology], layers: [RasterLayer], rule: ReceptionRule, environment: RadioEnvironment,
        radiusMeters: Double
    ) {
        var positions: [Key: Int] = [:]
        var seen: Set<CellKey> = []
        for (position, site) in world.sites.enumerated() where site.status == .active {
            guard let station = Station(position, site, technologies: technologies, environment: environment) else { continue }
            let cells = station.cells.compactMap { cell -> RasterMast.Cell? in
                let own = layers.indices.filter { layers[$0].holds(site.operator, cell.technology) }
                guard !own.isEmpty else { return nil }
                let conducted =
                    cell.resourceElementPowerDBm - environment.budget.feederLossDB - rule.extraLossDB(frequencyMHz: cell.frequencyMHz)
                return RasterMast.Cell(
                    signal: SweepCell(frequencyMHz: cell.frequencyMHz, conductedPowerDBm: conducted, sectors: cell.sectors),
                    site: Int32(clamping: position), layers: own)
            }
            guard !cells.isEmpty else { continue }
            sites.append(position)
            guard let terrain = environment.terrain, !terrain.heightMeters(at: station.place).isNaN else {
                sitesOnUnknownGround.append(position)
                continue
            }
            let key = Key(
                place: station.place, heightMeters: station.mastHeightMeters, rangeMeters: min(station.rangeMeters, radiusMeters))
            let mast = positions[key] ?? masts.count
            if mast == masts.count {
                positions[key] = mast
                masts.append(
                    RasterMast(place: key.place, heightMeters: key.heightMeters, rangeMeters: key.rangeMeters, cells: []))
            }
            // Of equal cells the first site of the table serves, as it would by the rule for equal levels.
            for cell in cells where seen.insert(CellKey(cell, mast: mast)).inserted {
                masts[mast].cells.append(cell)
            }
        }
    }
}
