"""Writers whose bytes depend on the rows only: CSV, GeoJSON (RFC 7946), FlatGeobuf."""
import csv
import json

import numpy as np
import pyogrio
import shapely


def write_csv(path, columns, rows):
    """Write dictionaries as UTF-8, LF, comma; booleans as true/false, None as empty."""
    def cell(value):
        if value is None:
            return ""
        if isinstance(value, (bool, np.bool_)):
            return "true" if value else "false"
        return value
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([cell(row[c]) for c in columns])


def rounded(geometry, digits=6):
    """Round coordinates and keep polygons valid and right-handed."""
    geometry = shapely.transform(geometry, lambda xy: np.round(xy, digits))
    if not geometry.is_valid:
        geometry = shapely.make_valid(geometry, method="structure", keep_collapsed=False)
    return shapely.orient_polygons(geometry, exterior_cw=False)


def write_geojson(path, features):
    """Write (id, properties, geometry) as RFC 7946: no crs, bbox, right-hand rings."""
    def plain(value):
        return [plain(v) for v in value] if isinstance(value, (list, tuple)) else float(value)

    path.parent.mkdir(parents=True, exist_ok=True)
    features = [(i, p, rounded(g)) for i, p, g in features]
    box = shapely.total_bounds([g for _, _, g in features]).tolist()
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write('{"type":"FeatureCollection","bbox":%s,"features":[\n' % json.dumps(box))
        for n, (ident, properties, g) in enumerate(features):
            mapping = shapely.geometry.mapping(g)
            feature = {
                "type": "Feature", "id": ident, "properties": properties,
                "geometry": {"type": mapping["type"], "coordinates": plain(mapping["coordinates"])},
            }
            out.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
            out.write(",\n" if n + 1 < len(features) else "\n")
        out.write("]}\n")


def write_fgb(path, frame, layer):
    """Write a GeoDataFrame in EPSG:4326 as FlatGeobuf with one geometry type."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    pyogrio.write_dataframe(frame, path, driver="FlatGeobuf", layer=layer, promote_to_multi=True)
