"""Checks an export with GDAL's own validators and reads every file: validate_export.py FOLDER. Prints one line for each complaint."""
import os
import sys

from osgeo import gdal, ogr, osr
from osgeo_utils.samples import validate_cloud_optimized_geotiff, validate_gpkg

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()
folder = sys.argv[1]
said = []
gdal.PushErrorHandler(lambda level, number, text: said.append(text))
complaints = []
for name in sorted(os.listdir(folder)):
    path = os.path.join(folder, name)
    ending = name.rsplit(".", 1)[-1]
    said.clear()
    try:
        if ending == "gpkg":
            validate_gpkg.check(path, extra_checks=True, warning_as_error=True)
        elif ending == "tif":
            warnings, errors, _ = validate_cloud_optimized_geotiff.validate(path, full_check=True)
            complaints += [f"{name}: {text}" for text in warnings + errors]
        if ending in ("geojson", "geojsonl", "gpkg", "fgb", "csv", "kmz", "xlsx", "shp", "mbtiles"):
            data = gdal.OpenEx(path, gdal.OF_VECTOR)
            for index in range(data.GetLayerCount()):
                layer = data.GetLayer(index)
                for feature in layer:
                    geometry = feature.GetGeometryRef()
                    if geometry is not None and not geometry.IsValid():
                        complaints.append(f"{name}: {layer.GetName()} {feature.GetFID()} is not valid")
    except Exception as error:
        complaints.append(f"{name}: {error}")
    complaints += [f"{name}: GDAL says {text}" for text in said]
print("\n".join(complaints), end="")
