/// What the heights of a terrain raster stand for.
public enum TerrainSurface: String, CaseIterable, Hashable, Sendable, Codable {
    /// A surface model: canopy and roofs are part of the heights (SRTM, Copernicus), so that no clutter height may be added.
    case dsm
    /// A model of the bare ground: clutter heights may be added from a land-cover raster.
    case dtm
}
