"""Times SPLAT! (Debian package `splat`) as a program of its own: one path-loss map over the same ground and radius as a sweep.

Usage: splat.py FOLDER TILE LATITUDE LONGITUDE HEIGHT_M RADIUS_KM FREQUENCY_MHZ RECEIVER_M [hd]
FOLDER holds TILE.hgt. Prints one JSON line: {"seconds": …, "cpuSeconds": …, "version": …}, or {"missing": …}.
Converting the tile is not part of the time; reading it, the map and its picture are, as they are what the program does.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time

MODEL = """15.000 ; dielectric constant
0.005 ; conductivity, S/m
301.000 ; refractivity, N-units
{frequency:.3f} ; MHz
5 ; climate
1 ; vertical polarization
0.50 ; situations
0.50 ; time
"""


def run(command, folder):
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def main():
    folder, tile, latitude, longitude, height, radius, frequency, receiver = sys.argv[1:9]
    ending = "-hd" if sys.argv[9:] == ["hd"] else ""
    program, converter = "splat" + ending, "srtm2sdf" + ending
    for name in (program, converter):
        if shutil.which(name) is None:
            print(json.dumps({"missing": f"there is no {name}; apt-get install splat"}))
            return
    run([converter, "-d", "/dev/null", tile + ".hgt"], folder)
    # Longitudes count westward.
    with open(os.path.join(folder, "mast.qth"), "w") as file:
        file.write(f"mast\n{latitude}\n{-float(longitude)}\n{height} meters\n")
    with open(os.path.join(folder, "mast.lrp"), "w") as file:
        file.write(MODEL.format(frequency=float(frequency)))
    command = [program, "-t", "mast.qth", "-L", receiver, "-metric", "-R", radius, "-d", ".", "-olditm", "-N", "-o", "map.ppm"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    result = run(command, folder)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0 or not os.path.exists(os.path.join(folder, "map.ppm")):
        print(json.dumps({"missing": f"{program} broke off: " + (result.stderr or result.stdout)[-300:]}))
        return
    version = re.search(r"v\d+\.\d+\.\d+", result.stdout)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu, "version": program + " " + (version.group(0) if version else "?")}))


main()
