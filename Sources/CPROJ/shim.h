// PROJ's coordinate operations, and Karney's geodesics that live in the same library.
#ifndef PHUSONG_CPROJ_SHIM_H
#define PHUSONG_CPROJ_SHIM_H

#include <proj.h>
#include <geodesic.h>

#endif
