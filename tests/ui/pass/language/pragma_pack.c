#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define MEMBERS                                                                                                        \
    char c;                                                                                                            \
    int i;                                                                                                             \
    double d;                                                                                                          \
    short s;                                                                                                           \
    int x : 12, y : 4, : 0, z : 5;                                                                                     \
    unsigned wide : 30;                                                                                                \
    long long more : 45;                                                                                               \
    char a __attribute__((aligned(16)));                                                                               \
    unsigned __attribute__((aligned(8))) b : 5;                                                                        \
    char last;

struct plain { MEMBERS };
#pragma pack(push, 1)
struct one { MEMBERS };
#pragma pack(2)
struct two { MEMBERS };
#pragma pack(4)
struct four { MEMBERS };
struct __attribute__((aligned(2))) __attribute__((unused)) tagged { MEMBERS };
union less { long long n; char text[9]; };
#pragma pack(8)
struct eight { MEMBERS };
#pragma pack(pop)
struct __attribute__((packed)) packed { MEMBERS };

#define SHOW(type)                                                                                                     \
    do {                                                                                                               \
        struct type v;                                                                                                 \
        const unsigned char *p = (const unsigned char *)&v;                                                            \
        memset(&v, 0, sizeof v);                                                                                       \
        v.x = 0x333, v.y = 5, v.z = 9, v.wide = 0x12345678, v.more = 0x123456789abLL, v.b = 21;                        \
        v.a = 'a', v.last = 'l', v.s = 7;                                                                              \
        printf("%s %zu %zu:", #type, sizeof v, _Alignof(struct type));                                                 \
        printf(" %zu %zu %zu %zu %zu\n", offsetof(struct type, i), offsetof(struct type, d), offsetof(struct type, s), \
               offsetof(struct type, a), offsetof(struct type, last));                                                 \
        for (size_t i = 0; i < sizeof v; i++)                                                                          \
            printf("%02x", p[i]);                                                                                      \
        printf("\n%x %d %d %x %llx %d\n", v.x, v.y, v.z, v.wide, (unsigned long long)v.more, v.b);                     \
    } while (0)

int main(void) {
    SHOW(plain);
    SHOW(one);
    SHOW(two);
    SHOW(four);
    SHOW(tagged);
    SHOW(eight);
    SHOW(packed);
    printf("%zu %zu\n", sizeof(union less), _Alignof(union less));
    return 0;
}
