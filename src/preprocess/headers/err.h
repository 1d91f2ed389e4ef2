#pragma once
typedef __builtin_va_list va_list;
void warn(const char *format, ...);
void warnx(const char *format, ...);
void vwarn(const char *format, va_list ap);
void vwarnx(const char *format, va_list ap);
_Noreturn void err(int status, const char *format, ...);
_Noreturn void errx(int status, const char *format, ...);
_Noreturn void verr(int status, const char *format, va_list ap);
_Noreturn void verrx(int status, const char *format, va_list ap);
