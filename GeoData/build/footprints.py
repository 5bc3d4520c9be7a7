"""All footprints of the national sample, fitted to the choice of what is covered and what is not.

First every footprint is drawn from relief and sectors, with a hill before each village that must stay dark.
Villages still missed get a clear valley from their mast. Last, edges that run within 45 m of a village are
pushed away, so that no verdict hangs on a rounding of coordinates.
"""
import numpy as np
import shapely
from scipy.spatial import cKDTree

from metres import Local, country
from tables import rounded
from viewshed import View, blob, lit_cells, outline, sector_range, shaped

MARGIN = 45.0
PEAK = {"2G": (8200, 11600), "3G": (4000, 5200), "4G": (3400, 5400)}
TOLERANCE = {"2G": 26.0, "3G": 17.0, "4G": 15.0}


class Drawing:
    """Draws the footprints of one mast; keeps what is costly."""

    def __init__(self, mast, frame, dark, tree, relief, seed):
        self.local = Local(mast["lon"], mast["lat"])
        self.view = View(relief, self.local, mast["height"])
        self.seed = seed
        self.rows = np.array(sorted(tree.query_ball_point(country([mast["lon"]], [mast["lat"]])[0], 13500)), int)
        x, y = self.local.xy(frame.lon.to_numpy()[self.rows], frame.lat.to_numpy()[self.rows])
        self.xy = dict(zip(self.rows.tolist(), zip(x.tolist(), y.tolist())))
        self.dark = {r for r in self.rows.tolist() if dark[r]}

    def draw(self, site, technology, wanted):
        """Polygon in metres around the mast."""
        random = np.random.default_rng([self.seed, site["mast"], ord(site["operator"][1]), ord(technology[0])])
        low, high = PEAK[technology]
        reach = sector_range(site["azimuths"], site["beam"], random.uniform(low, high), random)
        unwanted = [self.xy[r] for r in sorted(self.dark)]
        lit = lit_cells(self.view, reach, TOLERANCE[technology], [self.xy[r] for r in sorted(wanted)], unwanted, random)
        drawn = outline(lit)
        for most in (104, 84, 64):
            polygon = self.cleared(shaped(drawn, most), random)
            if shapely.get_num_coordinates(polygon) <= 120:
                break
        return polygon

    def cleared(self, polygon, random):
        """Move the edge away from villages that it almost touches."""
        for _ in range(8):
            near = [r for r in self.rows.tolist()
                    if polygon.boundary.distance(shapely.Point(self.xy[r])) < MARGIN
                    or (r in self.dark and polygon.intersects(shapely.Point(self.xy[r])))]
            if not near:
                return polygon
            for r in near:
                inside = r not in self.dark and polygon.intersects(shapely.Point(self.xy[r]))
                patch = blob(*self.xy[r], random, 95, 170)
                polygon = polygon.union(patch) if inside else polygon.difference(patch)
            parts = [p for p in shapely.get_parts(polygon) if p.area > 50_000]
            polygon = shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]
        raise RuntimeError("an edge could not be moved away from a village")


def build(masts, sites, frame, dark, relief, seed):
    """Dictionaries with id, operator, technology, site_id, geometry (degrees)."""
    tree = cKDTree(country(frame.lon, frame.lat))
    drawings = [Drawing(m, frame, dark, tree, relief, seed) for m in masts]
    points = shapely.points(frame.lon, frame.lat)
    result, covered = {}, np.zeros(len(frame), bool)

    def put(site, technology, wanted):
        drawing = drawings[site["mast"]]
        polygon = drawing.draw(site, technology, wanted)
        for row, (x, y) in drawing.xy.items():
            covered[row] |= shapely.contains_xy(polygon, x, y)
        result[site["id"], technology] = rounded(drawing.local.to_degrees(polygon))

    for site in sites:
        home = [r for r in masts[site["mast"]]["first"] if np.hypot(*drawings[site["mast"]].xy[r]) < 1000]
        for n, technology in enumerate(site["technologies"]):
            put(site, technology, home if site["primary"] and n == 0 else [])
    for site in sites:
        first = masts[site["mast"]]["first"]
        if site["primary"] and any(not covered[r] for r in first):
            wanted = [r for r in first if not covered[r] or np.hypot(*drawings[site["mast"]].xy[r]) < 1000]
            put(site, site["technologies"][0], wanted)
    return [{"id": f"{site['id']}-{t}", "operator": site["operator"], "technology": t, "site_id": site["id"],
             "synthetic": True, "geometry": result[site["id"], t]} for site in sites for t in site["technologies"]]
