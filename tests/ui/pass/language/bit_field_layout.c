// Bit-fields lie where gcc puts them (System V ABI): sizes, alignments, bytes.
#include <stdio.h>
#include <string.h>

struct chars { unsigned char a : 3, b : 6; };
struct full { int a : 30; int b : 4; char c; };
struct mixed { char c; int a : 4; short s : 9; long l : 50; };
struct flags { _Bool on : 1; unsigned value : 31; unsigned more : 1; };
struct closed { int a : 5; int : 0; int b : 5; };
struct closed_char { int a : 5; char : 0; int b : 5; };
struct gap { int a : 5; int : 7; int b : 5; };
struct wide { long long a : 40, b : 30; };
struct __attribute__((packed)) tight { int a : 3; int b : 20; char c; int d : 12; };
struct nested { unsigned a : 1; struct { unsigned b : 1; } n; unsigned c : 1; };
union either { int a : 3; unsigned b : 5; char c; };
struct kinds { enum { X, Y, Z } e : 2; int i : 2; };

#define SHOW(type, ...) \
    do { \
        type v; \
        unsigned char bytes[sizeof v]; \
        memset(&v, 0, sizeof v); \
        v = (type){__VA_ARGS__}; \
        memcpy(bytes, &v, sizeof v); \
        printf("%-20s %2zu %2zu ", #type, sizeof v, _Alignof(type)); \
        for (size_t i = 0; i < sizeof bytes; i++) \
            printf("%02x", bytes[i]); \
        puts(""); \
    } while (0)

int main(void)
{
    SHOW(struct chars, 5, 33);
    SHOW(struct full, -5, 3, 'c');
    SHOW(struct mixed, 'c', -3, 200, -1L);
    SHOW(struct flags, 1, 0x12345678, 1);
    SHOW(struct closed, -1, 3);
    SHOW(struct closed_char, -1, 3);
    SHOW(struct gap, -1, 3);
    SHOW(struct wide, -1, 7);
    SHOW(struct tight, -1, 0x12345, 'c', -2);
    SHOW(struct nested, 1, {1}, 1);
    SHOW(union either, 3);
    SHOW(struct kinds, Z, -1);
    struct full f = {.a = 5, .b = 7};
    f.b++;
    f.a -= 6;
    int stored = (f.b = 9);
    printf("%d %d %d\n", f.a, f.b, stored);
    return 0;
}
