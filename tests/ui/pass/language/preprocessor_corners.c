// Corners of the preprocessor: rescanning, empty arguments, conditions, lines.
%:include <stdio.h>
#include <string.h>

#define STR(...) STR_(__VA_ARGS__)
#define STR_(...) #__VA_ARGS__
#define f(a) a*g
#define g(a) f(a)
#define PAIR(x) x PAIR_REST
#define PAIR_REST(y) [y]
#define EMPTY
#define CALL(name, ...) name(__VA_ARGS__)
#define OPTIONAL(a, ...) a __VA_OPT__(+) __VA_ARGS__
#define COUNT(...) COUNT_(__VA_ARGS__, 4, 3, 2, 1, 0)
#define COUNT_(a, b, c, d, n, ...) n
#define JOIN(a, b) a %:%: b
#define self self + 1
#define COLORS X(red) X(green) X(blue)

enum color {
#define X(name) JOIN(C_, name),
    COLORS
#undef X
    C_COUNT
};

#if __has_include(<stdio.h>) && !__has_include("nowhere.h") && defined(STR) && !defined BAR
#define FOUND 1
#elif 1
#error "not reached"
#endif

#if 'a' == 97 && -1 > 0u && (2 || 1 / 0) && 0x10 == 16 && 010 == 8 && (1 ? 2 : 1 / 0) == 2
#define ARITHMETIC 1
#endif

#if 0
#bogus directives and 'open quotes are skipped
#if 1
#endif
#else
#pragma omp parallel for
_Pragma("once")
#endif

#ifndef BAR
#   define BAR(x, y) x y
#endif

int main(void) <%
    int self_ = 0, values<:3:> = { 1, 2, 3 };
    int three = 3;
    puts(STR(f(2)(9)) " " STR(PAIR(1)(2)) " " STR(self));
    puts(STR_( a  +  "b\n" , '\\' ) STR(EMPTY) STR(BAR(,)));
    puts(STR(CALL(CALL, CALL, 1)));
    printf("%d %d %d %d\n", OPTIONAL(1), OPTIONAL(1, 2), COUNT(a), COUNT(a, b, c));
    printf("%d %d %d %d\n", C_blue, C_COUNT, FOUND, ARITHMETIC);
    printf("%d %d\n", __COUNTER__, __COUNTER__);
#line 500 "other.c"
    printf("%d %s\n", __LINE__, __FILE__);
    printf("%d %d\n", three, values<:1:> + self_); // a comment that goes on \
    printf("not reached\n");
    return strcmp(STR(__DATE__), "") == 0;
%>
