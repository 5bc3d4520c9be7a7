"""One footprint: which cells of a polar grid see the antenna, turned into a polygon.

Rays run every 3° in steps of 100 m. A cell is lit when it lies inside the range of the sectors in its direction
and its line to the antenna clears the hills before it, less a tolerance that stands for diffraction. Shadows
inside the lit area become holes, lit far slopes become parts of their own.
"""
import numpy as np
import shapely
from scipy import ndimage

RAYS, STEP, FAR = 120, 100.0, 12000.0
ANGLE = np.arange(RAYS) * 2 * np.pi / RAYS
RANGE = np.arange(1, int(FAR / STEP) + 1) * STEP
DROP = RANGE ** 2 / (2 * 6371000 * 4 / 3)


class View:
    """Heights and obstruction around one mast; shared by all its technologies."""

    def __init__(self, relief, local, mast_height):
        lon, lat = local.lonlat(np.outer(np.sin(ANGLE), RANGE), np.outer(np.cos(ANGLE), RANGE))
        self.ground = relief.height(lon, lat)
        self.eye = float(relief.height([local.lon], [local.lat])[0]) + mast_height
        slope = (self.ground - DROP - self.eye) / RANGE
        before = np.maximum.accumulate(slope, axis=1)
        self.obstacle = np.concatenate([np.full((RAYS, 1), -9.0), before[:, :-1]], axis=1)

    def clear(self, tolerance):
        """Cells whose receiver would be seen from the mast if hills were `tolerance` metres lower."""
        return (self.ground + 1.5 + tolerance - DROP - self.eye) / RANGE >= self.obstacle


def sector_range(azimuths, beam, peak, random):
    """Range per ray: the 3GPP horizontal pattern at a path-loss exponent of 3.5, with an uneven edge."""
    gain = np.full(RAYS, 0.84) if not azimuths else np.zeros(RAYS)
    for azimuth in azimuths:
        off = np.abs((np.degrees(ANGLE) - azimuth + 180) % 360 - 180)
        gain = np.maximum(gain, 10 ** (-np.minimum(12 * (off / beam) ** 2, 23) / 35))
    uneven = sum(w * ndimage.gaussian_filter1d(random.standard_normal(RAYS), s, mode="wrap") * np.sqrt(s)
                 for s, w in ((6, 1.0), (2, 0.6)))
    return peak * gain * np.clip(1 + 0.10 * uneven, 0.7, 1.15)


def off_ray(x, y):
    """Lateral distance of every cell from the ray through (x, y), infinite behind the mast."""
    turn = ANGLE - np.arctan2(x, y)
    return np.where(np.cos(turn)[:, None] > 0, np.abs(np.outer(np.sin(turn), RANGE)), np.inf)


def lit_cells(view, reach, tolerance, wanted, unwanted, random):
    """Boolean polar grid; `wanted` places get a clear valley, `unwanted` ones a hill in front."""
    lit = view.clear(tolerance) & (RANGE[None, :] <= reach[:, None])
    lit = ndimage.uniform_filter(lit.astype("float32"), size=3, mode=("wrap", "nearest")) > 0.5
    lit[:, :3] = True
    for x, y in wanted:
        d = np.hypot(x, y)
        lit |= (off_ray(x, y) <= random.uniform(230, 330)) & (RANGE <= d + random.uniform(230, 380))[None, :]
    for x, y in unwanted:
        d = np.hypot(x, y)
        near, far = random.uniform(260, 420), random.uniform(350, 1100)
        width = random.uniform(260, 380) + 0.05 * np.abs(RANGE - d)
        shadow = (off_ray(x, y) <= width[None, :]) & ((RANGE >= d - near) & (RANGE <= d + far))[None, :]
        lit &= ~shadow
    return lit


def runs(row):
    """Lit stretches of a ray as (start, end) in metres."""
    edge = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(np.int8), [0]])))
    return [(max(a * STEP, 1.0), b * STEP + 0.0) for a, b in zip(edge[::2], edge[1::2])]


def outline(lit):
    """Join the lit stretches of neighbouring rays by quadrilaterals; their union is the footprint."""
    stretches = [runs(row) for row in lit]
    corners = []

    def at(k, r):
        return r * np.sin(ANGLE[k % RAYS]), r * np.cos(ANGLE[k % RAYS])
    for k in range(RAYS):
        for a, b in stretches[k]:
            for c, d in stretches[(k + 1) % RAYS]:
                if min(b, d) > max(a, c):
                    corners.append([at(k, a), at(k, b), at(k + 1, d), at(k + 1, c)])
    quads = shapely.polygons(np.array(corners))
    return shapely.union_all(shapely.make_valid(quads))


def shaped(geometry, most_vertices=104):
    """Round the cell corners, drop crumbs, thin the vertices."""
    geometry = geometry.buffer(60, quad_segs=2).buffer(-105, quad_segs=2).buffer(50, quad_segs=2)
    parts = [p for p in shapely.get_parts(geometry) if p.area > 120_000]
    parts.sort(key=lambda p: -p.area)
    parts = [p for p in parts[:4] if p.area > 0.012 * parts[0].area] or parts[:1]
    parts = [shapely.Polygon(p.exterior, [h for h in p.interiors if shapely.Polygon(h).area > 60_000]) for p in parts]
    whole = shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]
    tolerance, best = 9.0, whole
    while shapely.get_num_coordinates(best) > most_vertices:
        best = whole.simplify(tolerance)
        tolerance *= 1.25
    return best if best.is_valid else best.buffer(0)


def blob(x, y, random, low, high):
    """An uneven little patch around a place, to push an edge away from it."""
    angle = np.sort(random.uniform(0, 2 * np.pi, 3)[0] + np.arange(9) * 2 * np.pi / 9)
    r = random.uniform(low, high, 9)
    return shapely.Polygon(np.column_stack([x + r * np.sin(angle), y + r * np.cos(angle)]))
