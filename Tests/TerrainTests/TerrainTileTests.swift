import Geodesy
import Terrain
import Testing

@Suite struct TerrainTileTests {
    @Test(arguments: [
        (105.5, 21.5, "N21E105"), (106, 22, "N22E106"), (-0.1, 9.9, "N09W001"), (12.3, -0.5, "S01E012"), (-70.5, -33.2, "S34W071"),
    ]) func tilesAreNamedAsTheyAreHandedOut(longitude: Double, latitude: Double, name: String) {
        #expect(TerrainTile(holding: Coordinate(longitude: longitude, latitude: latitude)).description == name)
    }
}
