#pragma once
typedef unsigned long size_t;
void *lfind(const void *key, const void *base, size_t *n, size_t size, int (*compare)(const void *, const void *));
void *lsearch(const void *key, void *base, size_t *n, size_t size, int (*compare)(const void *, const void *));
void insque(void *element, void *previous);
void remque(void *element);
