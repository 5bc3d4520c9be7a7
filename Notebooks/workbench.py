"""What the notebooks share: finding and running the program, checks that stop, colours, and the frame of a map.

Every check raises AssertionError with the value found and the value expected, so that a notebook stops at the first number that is wrong.
"""

import json
import math
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import geopandas as gpd
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LightSource
from matplotlib.lines import Line2D
from PIL import Image
from pyproj import Geod


def repository_root():
    """The first folder upwards that holds Package.swift."""
    here = Path.cwd().resolve()
    for folder in (here, *here.parents):
        if (folder / "Package.swift").is_file():
            return folder
    raise FileNotFoundError("Package.swift not found: start the notebook inside the repository")


def find_program(name, root):
    """The environment variable of that name, else the release build, else beside `phusong`, else PATH."""
    variable = name.upper().replace("-", "_")
    stated = os.environ.get(variable)
    if stated:
        found = shutil.which(stated)
        if not found:
            raise FileNotFoundError(f"{variable} does not name a program that can be run")
        return str(Path(found).resolve())
    places = [root / ".build" / "release" / name]
    if os.environ.get("PHUSONG"):
        places.insert(0, Path(os.environ["PHUSONG"]).resolve().parent / name)
    for place in places:
        if place.is_file():
            return str(place)
    found = shutil.which(name)
    if found:
        return found
    raise FileNotFoundError(f"{name} not found: run `swift build -c release`, or set {variable}")


ROOT = repository_root()
GEODATA = ROOT / "GeoData"
SAMPLES = GEODATA / "samples"
_scratch = tempfile.TemporaryDirectory(prefix="phusong-notebook-")
# Everything that the program writes goes here and is removed with the kernel.
RUNS = Path(_scratch.name)


def execute(name, arguments):
    done = subprocess.run(
        [find_program(name, ROOT), *map(str, arguments)], cwd=RUNS, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise RuntimeError(f"{name} {arguments[0]} ended with {done.returncode}:\n{done.stderr.strip()}")
    return done.stdout


def phusong(*arguments):
    """Runs the program and gives back the JSON document that it prints."""
    return json.loads(execute("phusong", [*arguments, "--json", "--data", GEODATA]))


def bench(*arguments):
    """Runs `phusong-bench`, which measures and runs public test sets, and gives back its JSON document."""
    return json.loads(execute("phusong-bench", [*arguments, "--json"]))


def show_version():
    print("phusong", execute("phusong", ["--version"]).strip())


def same(what, value, expected):
    """Stops the notebook when a number is not what it must be."""
    if value != expected:
        raise AssertionError(f"{what}: {value!r}, expected {expected!r}")
    print(f"ok  {what}: {value:,}" if isinstance(value, int) else f"ok  {what}: {value}")


def holds(what, condition, detail=""):
    if not condition:
        raise AssertionError(f"{what} {detail}".strip())
    print(f"ok  {what}")


def near(what, values, expected, tolerance):
    """Stops the notebook when one of the numbers is farther than `tolerance` from what it must be."""
    worst = float(np.max(np.abs(np.asarray(values, dtype=float) - np.asarray(expected, dtype=float))))
    if not worst <= tolerance:  # a missing number is not near anything
        raise AssertionError(f"{what}: off by {worst:g}, {tolerance:g} allowed")
    print(f"ok  {what}: at most {worst:.2g} off")


# PuOr for grades, Blues for shares and networks. Every class has its own shape, too.
ORANGE, PURPLE = "#b35806", "#542788"
AMBER, LILAC = "#f1a340", "#998ec3"
PALE, SKY, BLUE, DEEP, NAVY = "#c6dbef", "#9ecae1", "#6baed6", "#2171b5", "#08306b"
LAND, EDGE, GREY = "#f4f4f2", "#c9c9c5", "#6f6f6f"
plt.rcParams.update({"figure.dpi": 110, "savefig.dpi": 110, "font.family": "DejaVu Sans", "font.size": 9})
GEOD = Geod(ellps="WGS84")
SOURCE = ("Villages GeoNames (CC BY 4.0); households and sites synthetic; boundaries Vietnamese Provinces Database (MIT); "
          "terrain SRTM. WGS 84.")


def vietnamese(number, digits=0):
    """A number as Vietnamese writes it: 1.234,5."""
    return f"{number:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def frame_map(ax, bounds, step=None):
    """Extent, true shape at the middle latitude, degree labels."""
    west, south, east, north = bounds
    ax.set_xlim(west, east)
    ax.set_ylim(south, north)
    ax.set_aspect(1 / math.cos(math.radians((south + north) / 2)))
    ax.xaxis.set_major_formatter("{x:g}°E")
    ax.yaxis.set_major_formatter("{x:g}°N")
    if step:
        ax.xaxis.set_major_locator(plt.MultipleLocator(step))
        ax.yaxis.set_major_locator(plt.MultipleLocator(step))
    ax.set_xlabel("")
    ax.set_ylabel("")
    ax.tick_params(labelsize=7, color=EDGE, labelcolor="#555555")
    for side in ax.spines.values():
        side.set_color(EDGE)


def plain(ax):
    """A chart without the two sides that say nothing."""
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)


def mark(shape, face, label, size=7, edge="white", width=0.5):
    """One legend entry for a point symbol."""
    return Line2D([], [], linestyle="none", marker=shape, markersize=size, markerfacecolor=face,
                  markeredgecolor=edge, markeredgewidth=width, label=label)


def label_points(ax, frame, texts, symbols, size=7, gap=9):
    """Writes texts beside points, each at the first place where it hides no symbol and no other text."""
    renderer = ax.figure.canvas.get_renderer()
    drawn = ax.transData.transform([(point.x, point.y) for layer in symbols for point in layer.geometry])
    taken = []
    places = [(0, 1), (1, 0), (-1, 0), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)]
    for point, text in zip(frame.geometry, texts):
        best = None
        for far in (1, 2, 3):
            for x, y in places:
                note = ax.annotate(
                    text, (point.x, point.y), xytext=(x * gap * far, y * gap * far), textcoords="offset points",
                    ha={0: "center", 1: "left", -1: "right"}[x], va={0: "center", 1: "bottom", -1: "top"}[y],
                    fontsize=size, color=NAVY, zorder=9,
                    bbox={"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none", "alpha": 0.85},
                    arrowprops={"arrowstyle": "-", "color": NAVY, "linewidth": 0.4, "shrinkA": 0, "shrinkB": 3} if far > 1 else None)
                box = note.get_window_extent(renderer)
                clash = sum(box.overlaps(other) for other in taken)
                clash += sum(box.padded(6).contains(*symbol) for symbol in drawn)
                clash += not (ax.bbox.contains(box.x0, box.y0) and ax.bbox.contains(box.x1, box.y1))
                if best is None or clash < best[0]:
                    if best:
                        best[1].remove()
                    best = (clash, note, box)
                else:
                    note.remove()
                if best[0] == 0:
                    break
            if best[0] == 0:
                break
        taken.append(best[2])


def source_line(fig, text=SOURCE):
    fig.text(0.5, 0.005, text, ha="center", va="bottom", fontsize=6.5, color="#555555")


def scale_bar(ax, km, x=0.05, y=0.03):
    """A bar of so many kilometres; x and y are parts of the axes."""
    west, east = ax.get_xlim()
    south, north = ax.get_ylim()
    lon, lat = west + x * (east - west), south + y * (north - south)
    end, _, _ = GEOD.fwd(lon, lat, 90, km * 1000)
    ax.plot([lon, end], [lat, lat], color="#333333", linewidth=2, solid_capstyle="butt")
    ax.annotate(f"{km} km", ((lon + end) / 2, lat), xytext=(0, 4), textcoords="offset points",
                ha="center", fontsize=7, color="#333333")


class TerrainTile:
    """A GeoTIFF of heights in degrees, read without GDAL: bilinear heights, and a pale hillshade to draw on."""

    def __init__(self, path):
        with Image.open(path) as tile:
            self.heights = np.asarray(tile, dtype=float)
            self.step_x, self.step_y, _ = tile.tag_v2[33550]
            _, _, _, self.west, self.north, _ = tile.tag_v2[33922]

    def ground(self, lon, lat):
        """Bilinear height in metres."""
        x = np.clip((np.asarray(lon) - self.west) / self.step_x - 0.5, 0, self.heights.shape[1] - 1.001)
        y = np.clip((self.north - np.asarray(lat)) / self.step_y - 0.5, 0, self.heights.shape[0] - 1.001)
        i, j = x.astype(int), y.astype(int)
        x, y = x - i, y - j
        upper = self.heights[j, i] * (1 - x) + self.heights[j, i + 1] * x
        return upper * (1 - y) + (self.heights[j + 1, i] * (1 - x) + self.heights[j + 1, i + 1] * x) * y

    @property
    def box(self):
        """West, east, south, north, as `imshow` wants them."""
        rows, columns = self.heights.shape
        return (self.west, self.west + self.step_x * columns, self.north - self.step_y * rows, self.north)

    def draw(self, ax):
        latitude = math.radians(self.north - self.step_y * self.heights.shape[0] / 2)
        metres = self.step_x * 111_320 * math.cos(latitude), self.step_y * 110_700
        shade = 1 - 0.42 * (1 - LightSource(315, 45).hillshade(self.heights, vert_exag=1.5, dx=metres[0], dy=metres[1]))
        ax.imshow(shade, extent=self.box, cmap="gray", vmin=0, vmax=1, interpolation="bilinear", zorder=0)
