#pragma once
#include <strings.h>
typedef unsigned long size_t;
#undef NULL
#define NULL ((void *)0)
void *memcpy(void *restrict to, const void *restrict from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void *memccpy(void *restrict to, const void *restrict from, int c, size_t n);
void *memset(void *s, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
void *memchr(const void *s, int c, size_t n);
char *strcpy(char *restrict to, const char *restrict from);
char *strncpy(char *restrict to, const char *restrict from, size_t n);
char *stpcpy(char *restrict to, const char *restrict from);
char *stpncpy(char *restrict to, const char *restrict from, size_t n);
char *strcat(char *restrict to, const char *restrict from);
char *strncat(char *restrict to, const char *restrict from, size_t n);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t n);
int strcoll(const char *a, const char *b);
size_t strxfrm(char *restrict to, const char *restrict from, size_t n);
char *strchr(const char *s, int c);
char *strrchr(const char *s, int c);
size_t strcspn(const char *s, const char *reject);
size_t strspn(const char *s, const char *accept);
char *strpbrk(const char *s, const char *accept);
char *strstr(const char *s, const char *wanted);
char *strtok(char *restrict s, const char *restrict delimiters);
char *strtok_r(char *restrict s, const char *restrict delimiters, char **restrict state);
char *strsep(char **restrict s, const char *restrict delimiters);
size_t strlen(const char *s);
size_t strnlen(const char *s, size_t n);
char *strdup(const char *s);
char *strndup(const char *s, size_t n);
char *strerror(int number);
void explicit_bzero(void *s, size_t n);
char *strsignal(int number);
#ifdef _GNU_SOURCE
#ifndef basename
char *basename(const char *path);
#endif
void *mempcpy(void *restrict to, const void *restrict from, size_t n);
void *memrchr(const void *s, int c, size_t n);
void *memmem(const void *s, size_t n, const void *wanted, size_t length);
char *strchrnul(const char *s, int c);
char *strcasestr(const char *s, const char *wanted);
void *rawmemchr(const void *s, int c);
int strverscmp(const char *a, const char *b);
void *memfrob(void *s, size_t n);
char *strerror_r(int number, char *s, size_t n);
#endif
int __xpg_strerror_r(int number, char *s, size_t n);
#ifndef _GNU_SOURCE
#define strerror_r __xpg_strerror_r
#endif
