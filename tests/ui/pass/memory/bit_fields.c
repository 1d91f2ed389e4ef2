#include <stdio.h>

struct date { unsigned day : 5, month : 4, year : 12; };
struct signs { int a : 3; int b : 5; unsigned c : 1; int : 0; int d; };

int main(void) {
    struct date d = {31, 12, 1999};
    d.day = 32 + 3;
    d.month++;
    printf("%u %u %u %zu\n", d.day, d.month, d.year, sizeof d);
    struct signs s = {-4, 15, 1, 7};
    s.a -= 1;
    s.b++;
    printf("%d %d %u %d %zu\n", s.a, s.b, s.c, s.d, sizeof s);
    return 0;
}
