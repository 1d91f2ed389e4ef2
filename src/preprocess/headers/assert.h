/* Without a guard: each inclusion looks at NDEBUG anew (7.2). */
#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#define assert(condition) ((condition) ? (void)0 : __assert_fail(#condition, __FILE__, __LINE__, __func__))
#endif
#ifndef __cglass_assert_h
#define __cglass_assert_h
#define static_assert _Static_assert
_Noreturn void __assert_fail(const char *condition, const char *file, unsigned int line, const char *function);
#endif
