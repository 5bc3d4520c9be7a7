#!/usr/bin/env python3
"""Rebuild all of GeoData: python3 GeoData/build/build.py PATH_TO_SOURCE_GEODATA [OUTPUT_FOLDER]

The output folder is GeoData itself unless given; a second folder serves to compare two builds.
"""
import pathlib
import sys

sys.dont_write_bytecode = True

import admin  # noqa: E402
import costs  # noqa: E402
import lists  # noqa: E402
import readme  # noqa: E402
import rules  # noqa: E402
import tuyen_quang  # noqa: E402
import vietnam_2022  # noqa: E402


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    source = pathlib.Path(sys.argv[1])
    out = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else pathlib.Path(__file__).parent.parent)
    if not (source / "places").is_dir():
        sys.exit(f"{source}: no folder `places` there; give the folder of source geodata")
    for step, run in (("admin", lambda: admin.build(source, out)), ("rules", lambda: rules.build(out)),
                      ("costs", lambda: costs.build(out)),
                      ("lists", lambda: lists.build(source, out)),
                      ("samples/vietnam-2022", lambda: vietnam_2022.build(source, out))):
        print(step, file=sys.stderr)
        run()
    print("samples/tuyen-quang", file=sys.stderr)
    readme.build(out, tuyen_quang.build(source, out))


main()
