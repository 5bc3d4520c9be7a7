"""A stand-in for terrain: real spot heights, joined by planes, with made-up ridges between.

Spot heights are some 2 km apart, so the ridges that cast radio shadows are missing. Noise scaled to the local
relief puts ridges of a likely size back. It gives footprints a likely outline; it is no terrain for prediction.
"""
import numpy as np
import pandas
from scipy import ndimage
from scipy.interpolate import LinearNDInterpolator

STEP, WEST, NORTH, COLS, ROWS = 0.0025, 102.0, 23.5, 3200, 6000


class Relief:
    """Heights in metres on a 0.0025° grid over the mainland and the near islands."""

    def __init__(self, source, seed):
        spots = pandas.read_csv(source / "dem/geonames_srtm_spot_elevations_vn.csv.gz")
        spots = spots[(spots.dem > -100) & spots.lon.between(101.9, 110.1)].drop_duplicates(["lon", "lat"])
        joined = LinearNDInterpolator(spots[["lon", "lat"]].to_numpy(), spots.dem.to_numpy(float), fill_value=0.0)
        coarse = 4
        lon = WEST + (np.arange(COLS // coarse) + 0.5) * STEP * coarse
        lat = NORTH - (np.arange(ROWS // coarse) + 0.5) * STEP * coarse
        base = joined(*np.meshgrid(lon, lat))
        rough = np.sqrt(np.maximum(ndimage.gaussian_filter(base ** 2, 4) - ndimage.gaussian_filter(base, 4) ** 2, 0))
        base = ndimage.zoom(base.astype("float32"), coarse, order=1, grid_mode=True, mode="nearest")
        rough = ndimage.zoom(rough.astype("float32"), coarse, order=1, grid_mode=True, mode="nearest")
        random = np.random.default_rng(seed)
        noise = np.zeros((ROWS, COLS), "float32")
        for cells, weight in ((5.0, 1.0), (2.2, 0.55), (1.0, 0.25)):
            layer = ndimage.gaussian_filter(random.standard_normal((ROWS, COLS), dtype="float32"), cells)
            noise += weight * layer / layer.std()
        self.grid = base + noise / noise.std() * np.clip(0.45 * rough, 2.0, 110.0)

    def height(self, lon, lat):
        """Bilinear height in metres."""
        row = (NORTH - np.asarray(lat)) / STEP - 0.5
        col = (np.asarray(lon) - WEST) / STEP - 0.5
        return ndimage.map_coordinates(self.grid, [row, col], order=1, mode="nearest")

    def high_spot(self, lon, lat, local, radii=(250, 500, 800), directions=12):
        """Highest of a few rings of points around a place: where one would put a mast."""
        angle = np.radians(np.arange(directions) * 360 / directions)
        x = np.concatenate([r * np.sin(angle) for r in radii])
        y = np.concatenate([r * np.cos(angle) for r in radii])
        lons, lats = local.lonlat(x, y)
        best = int(np.argmax(self.height(lons, lats)))
        return float(lons[best]), float(lats[best])
