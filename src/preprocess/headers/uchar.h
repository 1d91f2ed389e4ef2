#pragma once
typedef unsigned long size_t;
typedef unsigned short char16_t;
typedef unsigned int char32_t;
#ifndef __cglass_mbstate
#define __cglass_mbstate
typedef struct { int __count; unsigned int __value; } mbstate_t;
#endif
size_t mbrtoc16(char16_t *restrict c, const char *restrict s, size_t n, mbstate_t *restrict state);
size_t c16rtomb(char *restrict s, char16_t c, mbstate_t *restrict state);
size_t mbrtoc32(char32_t *restrict c, const char *restrict s, size_t n, mbstate_t *restrict state);
size_t c32rtomb(char *restrict s, char32_t c, mbstate_t *restrict state);
