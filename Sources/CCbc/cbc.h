// The C interfaces of COIN-OR CBC 2.10 and CLP 1.17 (EPL-2.0), from Debian's coinor-libcbc-dev and the coinor-libclp-dev that it brings.
#ifndef PHUSONG_CCBC_H
#define PHUSONG_CCBC_H
#include <Cbc_C_Interface.h>
#include <Clp_C_Interface.h>
#endif
