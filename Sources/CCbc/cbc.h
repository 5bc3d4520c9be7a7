// The C interface of COIN-OR CBC 2.10 (EPL-2.0), from Debian's coinor-libcbc-dev.
#ifndef PHUSONG_CCBC_H
#define PHUSONG_CCBC_H
#include <Cbc_C_Interface.h>
#endif
