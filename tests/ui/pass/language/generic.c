#include <stdio.h>

#define NAME(x) _Generic((x), int: "int", double: "double", char *: "text", default: "other")

_Static_assert(sizeof(int) == 4, "int has four bytes");

int main(void) {
    printf("%s %s %s %s\n", NAME(1), NAME(1.0), NAME("a"), NAME(1L));
    return 0;
}
