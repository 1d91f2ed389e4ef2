#pragma once
#include <limits.h>
#include <float.h>
#define CHARBITS 8
#define INTBITS 32
#define LONGBITS 64
#define MAXSHORT SHRT_MAX
#define MAXINT INT_MAX
#define MININT INT_MIN
#define MAXLONG LONG_MAX
#define MAXDOUBLE DBL_MAX
