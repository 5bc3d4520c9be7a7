"""Distance to the nearest mapped road, from the raster of road kilometres per cell."""
import numpy as np
from PIL import Image
from scipy import ndimage

STEP, WEST, NORTH = 0.005, 102.0, 23.5


class RoadCells:
    """Kilometres to the nearest cell that holds any road (2018, incomplete in the north-west)."""

    def __init__(self, source):
        cells = np.array(Image.open(source / "roads/osm_road_km_per_cell_0p005deg_vn_2018.tif"))
        self.distance, nearest = ndimage.distance_transform_edt(
            cells <= 0, sampling=(0.553, 0.53), return_indices=True)
        self.nearest = nearest

    def _cell(self, lon, lat):
        row = np.floor((NORTH - np.asarray(lat)) / STEP).astype(int).clip(0, self.distance.shape[0] - 1)
        col = np.floor((np.asarray(lon) - WEST) / STEP).astype(int).clip(0, self.distance.shape[1] - 1)
        return row, col

    def km(self, lon, lat):
        return self.distance[self._cell(lon, lat)]

    def nearest_cell(self, lon, lat):
        """Centre of the nearest road cell."""
        row, col = self.nearest[(slice(None), *self._cell(lon, lat))]
        return WEST + (col + 0.5) * STEP, NORTH - (row + 0.5) * STEP
