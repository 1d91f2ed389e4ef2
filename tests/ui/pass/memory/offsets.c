#include <stddef.h>
#include <stdio.h>

struct a { char c; int i; char d; double e; short s; };
union u { char c[5]; int i; };
struct b { struct a a; union u u; char end; };

int main(void) {
    printf("%zu %zu %zu %zu %zu\n", offsetof(struct a, i), offsetof(struct a, d), offsetof(struct a, e),
           offsetof(struct a, s), sizeof(struct a));
    printf("%zu %zu %zu %zu\n", sizeof(union u), offsetof(struct b, u), offsetof(struct b, end), sizeof(struct b));
    printf("%zu %zu %zu\n", _Alignof(struct b), _Alignof(char), sizeof(long double));
    return 0;
}
