// GDAL's C API: vector and raster files, spatial references, virtual files, error handling.
#ifndef PHUSONG_CGDAL_SHIM_H
#define PHUSONG_CGDAL_SHIM_H

#include <gdal.h>
#include <gdal_alg.h>
#include <gdal_utils.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

// CPLError takes a printf format, which Swift cannot call. This one takes the finished text.
static inline void phusong_cpl_error(CPLErr severity, int number, const char *text) {
    CPLError(severity, number, "%s", text);
}

// GDAL_OF_VERBOSE_ERROR and its like are C macros over an enum of mixed sign; a constant spares each caller the casts.
static inline unsigned int phusong_open_vector_read_only(void) {
    return GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
}

// The same for rasters.
static inline unsigned int phusong_open_raster_read_only(void) {
    return GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
}

#endif
