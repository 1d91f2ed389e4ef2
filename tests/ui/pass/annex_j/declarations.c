// 6.2.7, 6.4.2.2, 6.7.2.1, 6.7.3, 6.7.4, 6.7.5, 6.7.9, 6.9.2, 6.10, 7.16: what only just misses being undefined
//@ options: -W all=error
#include <stdarg.h>
#include <stdio.h>
typedef int F(void);
F f;
F *const qualified_pointer = f;
int f(void) {
    return 0;
}
extern int aligned_later;
_Alignas(16) int aligned_later = 0;
extern _Alignas(16) int aligned_twice;
_Alignas(16) int aligned_twice = 0;
inline int g(void);
inline int g(void) {
    return 0;
}
extern int g(void);
static inline int h(void) {
    return 0;
}
struct padded {
    int : 4;
    int named;
};
int tentative[1];
struct later tentative_struct;
struct later {
    int member;
};
static int complete[2];
#define HAVE 1
#if HAVE && defined(HAVE)
#endif
#ifdef HAVE
#endif
static int sum(int n, int m, ...) {
    va_list list;
    va_start(list, m);
    int first = va_arg(list, int);
    va_end(list);
    return first - n - m;
}
int main(int argc, char *argv[], char *env[]) {
    int x = {0}, none = (int)(long)0;
    unsigned long address = (unsigned long)&x;
    struct padded padded = {1};
    printf("%s %d %d %d\n", __func__, argc, argv[argc] != 0, env == 0);
    return f() + qualified_pointer() + g() + h() + x + none + (address == 0) + (padded.named - 1) + tentative[0] +
           tentative_struct.member + complete[1] + aligned_later + aligned_twice + sum(1, 2, 3);
}
