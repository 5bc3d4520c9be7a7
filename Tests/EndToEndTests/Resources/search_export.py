"""Searches every byte of an export for secrets, inside archives, databases and compressed tiles too.

search_export.py FOLDER SECRETS.json prints one line for each find and exits with 1 when there is any. SECRETS.json:
{"words": [text], "places": [[lon, lat]], "grid": [[easting, northing]]}
"""
import gzip
import io
import json
import os
import re
import sqlite3
import struct
import sys
import zipfile
import zlib

folder, secrets = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
words = {word.encode() for word in secrets["words"]}
# Ids as words of their own: TQ-1 is not told by TQ-12.
token = re.compile(rb"[A-Za-z0-9-]+")


# Numbers that stand beside each other in a text, whatever stands between them, are compared to four decimals of a degree (ten metres) and to
# the metre.
number = re.compile(rb"\d{1,7}\.\d{2,}|\d{6,7}")
degrees = {(round(lon, 4), round(lat, 4)): (lon, lat) for lon, lat in secrets["places"]}
metres = {(int(east), int(north)): (east, north) for east, north in secrets["grid"]}
pairs = [struct.pack(order + "dd", *place) for place in secrets["places"] for order in "<>"]
finds = []
searched = 0


def search(name, data):
    global searched
    searched += len(data)
    for word in words.intersection(token.findall(data)):
        finds.append((name, "id", word.decode()))
    before = None
    for match in number.finditer(data):
        value = float(match.group())
        if before is not None:
            place = degrees.get((round(before, 4), round(value, 4))) or degrees.get((round(value, 4), round(before, 4)))
            if place:
                finds.append((name, "place as text", str(place)))
            place = metres.get((int(before), int(value))) or metres.get((int(value), int(before)))
            if place:
                finds.append((name, "place in VN-2000", str(place)))
        before = value
    for index, pair in enumerate(pairs):
        if pair in data:
            finds.append((name, "place as doubles", str(secrets["places"][index // 2])))


def open_up(name, data):
    search(name, data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                open_up(f"{name}/{member}", archive.read(member))
    elif data[:2] == b"\x1f\x8b":
        open_up(f"{name} (gzip)", gzip.decompress(data))
    elif data[:15] == b"SQLite format 3":
        path = os.path.join(folder, name)
        database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        database.text_factory = bytes
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").fetchall():
            table = table.decode()
            for row in database.execute(f'SELECT * FROM "{table}"'):
                for cell in row:
                    if isinstance(cell, bytes):
                        if cell[:2] in (b"PK", b"\x1f\x8b"):
                            open_up(f"{name}:{table}", cell)
                        else:
                            search(f"{name}:{table}", cell)
                    elif cell is not None:
                        search(f"{name}:{table}", str(cell).encode())
        database.close()
    elif data[:2] == b"\x78\x9c":
        search(f"{name} (zlib)", zlib.decompress(data))


for name in sorted(os.listdir(folder)):
    open_up(name, open(os.path.join(folder, name), "rb").read())
kinds = {}
for name, kind, what in sorted(set(finds)):
    kinds.setdefault((name, kind), []).append(what)
for (name, kind), whats in kinds.items():
    print(f"{name}: {kind}: {len(whats)}, such as {whats[0]}")
print(f"searched {searched} bytes", file=sys.stderr)
sys.exit(1 if finds else 0)
