#pragma once
#include <string.h>
size_t strlcpy(char *restrict to, const char *restrict from, size_t n);
size_t strlcat(char *restrict to, const char *restrict from, size_t n);
