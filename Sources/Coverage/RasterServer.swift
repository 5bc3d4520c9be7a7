import Geodesy
import Radio

/// Finds the best server of posts among their contenders by exact paths. Holds buffers: one for each thread.
struct RasterServer {
    private let masts: [RasterMast]
    private let transmitters: [SweepTransmitter]
    private var exact: ExactLevel
    /// Exact levels of the masts asked for at one post, each computed once however many layers ask.
    private var heard: [(mast: Int, levelsDBm: [Float])] = []

    /// A contender whose swept level lies farther below the best exact one is not asked: farther off than that a swept level seldom is,
    /// and seldom in the direction of too little.
    static let doubtDB: Float = 15

    init(masts: [RasterMast], exact: ExactLevel) {
        self.masts = masts
        transmitters = masts.map(\.transmitter)
        self.exact = exact
    }

    /// Forgets the last post.
    mutating func move() { heard.removeAll(keepingCapacity: true) }

    /// The level, to a hundredth, and the site that serves one layer at a post; NaN and −1 where nothing is known to arrive. What is finer
    /// is no knowledge, and would triple the files.
    mutating func best(of contenders: [RasterMosaic.Contender], layer: Int, at place: Coordinate) -> (rsrpDBm: Float, site: Int32) {
        var best: (level: Float, site: Int32) = (-.infinity, -1)
        for contender in contenders where contender.levelDBm > best.level - Self.doubtDB {
            let levels = levels(of: contender.mast, at: place)
            for (cell, level) in zip(masts[contender.mast].cells, levels) where cell.layers.contains(layer) {
                guard level > best.level || (level == best.level && cell.site < best.site) else { continue }
                best = (level, cell.site)
            }
        }
        return best.level.isFinite ? ((best.level * 100).rounded() / 100, best.site) : (.nan, -1)
    }

    private mutating func levels(of mast: Int, at place: Coordinate) -> [Float] {
        if let known = heard.first(where: { $0.mast == mast }) { return known.levelsDBm }
        let transmitter = transmitters[mast]
        var levels = [Float](repeating: .nan, count: transmitter.cells.count)
        exact.values(from: transmitter, at: place) { levels[$0] = $1 }
        heard.append((mast, levels))
        return levels
    }
}
