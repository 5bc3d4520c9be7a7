import Planning
import Terrain

/// What the rule says of one place of a village.
public struct PointVerdict: Hashable, Sendable, Codable {
    /// Whether there is signal at a place.
    public enum Life: String, Hashable, Sendable, Codable {
        /// As many operators are heard as the rule asks for.
        case alive
        /// Too few are, whatever is not known.
        case dead
        /// Missing data could change it.
        case unknown
    }

    /// Whether there is signal.
    public var life: Life
    /// Operators heard, ascending. Where there is signal by prediction they may be the first ones found, enough for the rule.
    public var operators: [Operator]
    /// Those of them whose polygons hold the place, ascending.
    public var byPolygon: [Operator] = []
    /// The terrain tiles that could let operators be heard, ascending; empty unless life is unknown for want of terrain.
    public var missingTiles: [TerrainTile] = []

    init(life: Life, operators: [Operator], byPolygon: [Operator] = [], missingTiles: [TerrainTile] = []) {
        self.life = life
        self.operators = operators
        self.byPolygon = byPolygon
        self.missingTiles = missingTiles
    }

    /// The centre, as its verdict says.
    init(_ centre: VillageVerdict) {
        life = centre.grade == .covered ? .alive : centre.grade == .unknown ? .unknown : .dead
        operators = centre.operators
        byPolygon = centre.services.filter { $0.basis == .footprint }.map(\.operator)
        missingTiles = centre.missingTiles
    }

    /// What polygons and prediction say together; range discs speak only where the prediction knows no answer.
    static func join(_ stated: PointVerdict, _ predicted: PointVerdict, minimumOperators: Int) -> PointVerdict {
        let heard = Set(predicted.operators).union(predicted.life == .unknown ? stated.operators : stated.byPolygon)
        let isAlive = predicted.life == .alive || heard.count >= minimumOperators
        return PointVerdict(
            life: isAlive ? .alive : predicted.life, operators: heard.sorted(), byPolygon: stated.byPolygon,
            missingTiles: isAlive ? [] : predicted.missingTiles)
    }
}
