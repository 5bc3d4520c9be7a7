// GEOS through its C API. Only the reentrant functions (with a context handle) are let through:
// the others keep global state and are not thread-safe.
#ifndef PHUSONG_CGEOS_SHIM_H
#define PHUSONG_CGEOS_SHIM_H

#define GEOS_USE_ONLY_R_API 1
#include <geos_c.h>

#endif
