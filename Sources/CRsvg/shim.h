// librsvg's few calls that turn SVG text into pixels, and cairo's image surfaces, which hold the pixels and write PNG.
//
// librsvg's own headers are not included: its pkg-config file leads through GLib's, whose "-pthread" the package manager refuses with a
// warning at every build. The declarations below are part of the stable C interface of librsvg 2.52 and later, and of GLib 2.
#ifndef PHUSONG_CRSVG_SHIM_H
#define PHUSONG_CRSVG_SHIM_H

#include <cairo.h>
#include <stddef.h>

typedef struct _RsvgHandle RsvgHandle;

typedef struct {
    double x, y, width, height;
} RsvgRectangle;

typedef struct {
    unsigned int domain;
    int code;
    char *message;
} GError;

RsvgHandle *rsvg_handle_new_from_data(const unsigned char *data, size_t length, GError **error);
int rsvg_handle_get_intrinsic_size_in_pixels(RsvgHandle *handle, double *width, double *height);
int rsvg_handle_render_document(RsvgHandle *handle, cairo_t *context, const RsvgRectangle *viewport, GError **error);
void g_object_unref(void *object);
void g_error_free(GError *error);

#endif
